//! The whole database as it stood at one moment, while people go on working.
use crate::{
    Cell, Db, Table,
    tables::{quoted, tables},
};
use futures::StreamExt;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, Statement,
    StreamTrait, TransactionOptions, TransactionTrait,
};

/// A reading transaction. On SQLite the write-ahead log grows while it is open; writers do not wait for it.
pub struct Snapshot {
    transaction: DatabaseTransaction,
}

impl Snapshot {
    pub async fn begin(db: &Db) -> Result<Snapshot, DbErr> {
        let options = match db.backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            },
            _ => TransactionOptions::default(),
        };
        let transaction = db.reader().begin_with_options(options).await?;
        let snapshot = Snapshot { transaction };
        // The moment is that of the first read, not of the beginning.
        snapshot.count("schema_migration").await?;
        Ok(snapshot)
    }

    /// To read anything else as of the same moment.
    pub fn connection(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    pub async fn tables(&self) -> Result<Vec<Table>, DbErr> {
        tables(&self.transaction).await
    }

    pub async fn count(&self, table: &str) -> Result<u64, DbErr> {
        let backend = ConnectionTrait::get_database_backend(&self.transaction);
        let select = format!("SELECT COUNT(*) FROM {}", quoted(table));
        let row = self
            .transaction
            .query_one_raw(Statement::from_string(backend, select))
            .await?;
        let count = row.map_or(Ok(0), |row| row.try_get_by_index::<i64>(0))?;
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// Hands over all rows of a table, `at_once` at a time, in the order of its key.
    pub async fn rows<E: From<DbErr>>(
        &self,
        table: &Table,
        at_once: usize,
        mut take: impl AsyncFnMut(Vec<Vec<Cell>>) -> Result<(), E>,
    ) -> Result<(), E> {
        let backend = ConnectionTrait::get_database_backend(&self.transaction);
        let select = format!(
            "SELECT {} FROM {} ORDER BY {}",
            table.column_list(),
            quoted(&table.name),
            table.order()
        );
        let mut stream = self
            .transaction
            .stream_raw(Statement::from_string(backend, select))
            .await?;
        let mut batch = Vec::with_capacity(at_once);
        while let Some(row) = stream.next().await {
            batch.push(Cell::all(&row?, table.columns.len())?);
            if batch.len() == at_once {
                take(std::mem::replace(&mut batch, Vec::with_capacity(at_once))).await?;
            }
        }
        if !batch.is_empty() {
            take(batch).await?;
        }
        Ok(())
    }

    /// Numbers that were given out by the database itself: table, column, the highest so far.
    pub async fn serials(&self) -> Result<Vec<(String, String, i64)>, DbErr> {
        serials(&self.transaction).await
    }
}

const SERIALS_OF_SQLITE: &str = "SELECT s.name, c.name, s.seq FROM sqlite_sequence s JOIN pragma_table_xinfo(s.name) c \
    WHERE c.pk = 1 ORDER BY s.name";

const SERIALS_OF_POSTGRES: &str = "SELECT table_name::text, column_name::text, \
    COALESCE(pg_sequence_last_value(pg_get_serial_sequence(quote_ident(table_name), column_name)::regclass), 0)::bigint \
    FROM information_schema.columns WHERE table_schema = current_schema() \
    AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL ORDER BY table_name";

async fn serials(connection: &impl ConnectionTrait) -> Result<Vec<(String, String, i64)>, DbErr> {
    let backend = connection.get_database_backend();
    let select = match backend {
        DbBackend::Postgres => SERIALS_OF_POSTGRES,
        _ => SERIALS_OF_SQLITE,
    };
    let rows = connection
        .query_all_raw(Statement::from_string(backend, select))
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get_by_index(0)?,
                row.try_get_by_index(1)?,
                row.try_get_by_index(2)?,
            ))
        })
        .collect()
}
