//! A file of the embedded database, written without care for the disk until it is whole: it has another name so far.
use super::{Batches, FillError, quoted_list};
use crate::{Cell, Db, Table, tables::quoted};
use sea_orm::{ConnectionTrait, Statement};
use sqlx::{
    AssertSqlSafe, Connection, Executor, Row, SqliteConnection,
    sqlite::{SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

/// Values of one statement.
const VALUES_MAX: usize = 900;

pub(super) struct Sqlite {
    connection: SqliteConnection,
    /// Made again when all rows are there.
    indexes: Vec<String>,
}

pub(super) async fn require_empty(db: &Db) -> Result<(), FillError> {
    let select = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'";
    let select = Statement::from_string(db.backend(), select);
    let row = db.reader().query_one_raw(select).await?;
    match row.map_or(Ok(0), |row| row.try_get_by_index(0))? {
        0 => Ok(()),
        tables => Err(FillError::NotEmpty(tables)),
    }
}

impl Sqlite {
    pub(super) async fn begin(url: &str, tables: &[Table]) -> Result<Sqlite, FillError> {
        let path = url.strip_prefix("sqlite:").unwrap_or(url);
        let options = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Memory)
            .synchronous(SqliteSynchronous::Off)
            .foreign_keys(false)
            .pragma("cache_size", "-131072")
            .pragma("temp_store", "memory");
        let mut connection = SqliteConnection::connect_with(&options).await?;
        connection.execute("BEGIN IMMEDIATE").await?;
        let select = "SELECT i.name, i.sql FROM sqlite_master i JOIN pragma_table_list t \
                      ON t.name = i.tbl_name AND t.schema = 'main' AND t.type = 'table' \
                      WHERE i.type = 'index' AND i.sql IS NOT NULL ORDER BY i.name";
        let mut indexes = Vec::new();
        for row in connection.fetch_all(select).await? {
            let (name, sql): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let drop = format!("DROP INDEX {}", quoted(&name));
            connection.execute(AssertSqlSafe(drop)).await?;
            indexes.push(sql);
        }
        for table in tables {
            // What migrations put there is among the rows that come.
            let delete = format!("DELETE FROM {}", quoted(&table.name));
            connection.execute(AssertSqlSafe(delete)).await?;
        }
        Ok(Sqlite {
            connection,
            indexes,
        })
    }

    pub(super) async fn fill(
        &mut self,
        table: &str,
        columns: &[String],
        batches: &mut Batches,
    ) -> Result<u64, sqlx::Error> {
        let at_once = (VALUES_MAX / columns.len().max(1)).max(1);
        let mut written = 0;
        while let Some(batch) = batches.recv().await {
            written += batch.len() as u64;
            for rows in batch.chunks(at_once) {
                let row = format!("({})", vec!["?"; columns.len()].join(", "));
                let insert = format!(
                    "INSERT INTO {} ({}) VALUES {}",
                    quoted(table),
                    quoted_list(columns),
                    vec![row; rows.len()].join(", ")
                );
                let values = rows.iter().flatten();
                let insert = values.fold(sqlx::query(AssertSqlSafe(insert)), bind);
                insert.execute(&mut self.connection).await?;
            }
        }
        Ok(written)
    }

    pub(super) async fn finish(
        mut self,
        serials: &[(String, String, i64)],
    ) -> Result<(), FillError> {
        for index in std::mem::take(&mut self.indexes) {
            self.connection.execute(AssertSqlSafe(index)).await?;
        }
        for (table, _, last) in serials {
            // Rows with numbers of their own have set it already; it may have stood higher.
            let update = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?";
            let update = sqlx::query(update).bind(last).bind(table);
            let updated = update.execute(&mut self.connection).await?;
            if updated.rows_affected() == 0 && 0 < *last {
                let insert = "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)";
                let insert = sqlx::query(insert).bind(table).bind(last);
                insert.execute(&mut self.connection).await?;
            }
        }
        self.connection.execute("COMMIT").await?;
        let dangling = self
            .connection
            .fetch_all("SELECT * FROM pragma_foreign_key_check")
            .await?;
        if !dangling.is_empty() {
            return Err(FillError::Dangling(dangling.len()));
        }
        self.connection.execute("PRAGMA synchronous = FULL").await?;
        self.connection.execute("PRAGMA journal_mode = WAL").await?;
        self.connection.close().await.map_err(FillError::from)
    }
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, SqliteArguments>;

fn bind<'q>(query: Query<'q>, cell: &'q Cell) -> Query<'q> {
    match cell {
        Cell::Null => query.bind(None::<i64>),
        Cell::Int(number) => query.bind(*number),
        Cell::Real(number) => query.bind(*number),
        Cell::Text(text) => query.bind(text.as_str()),
        Cell::Bytes(bytes) => query.bind(bytes.as_slice()),
    }
}
