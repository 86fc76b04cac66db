//! A PostgreSQL database, filled by COPY in one transaction.
use super::{Batches, FillError, quoted_list};
use crate::{Cell, Db, Table, hex, tables::quoted};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row};

/// While this table is there, the rest is not to be taken for a whole database.
pub(crate) const UNFINISHED: &str = "schema_unfinished";

const FOREIGN_KEYS: &str = "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint \
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname";

const INDEXES: &str = "SELECT quote_ident(c.relname), pg_get_indexdef(i.indexrelid) FROM pg_index i \
    JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace s ON s.oid = c.relnamespace \
    WHERE s.nspname = current_schema() AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) \
    ORDER BY c.relname";

pub(super) struct Postgres {
    connection: PgConnection,
    /// Made again when all rows are there.
    after: Vec<String>,
}

/// Refuses a database in use; takes away what a filling that was cut off has left.
pub(super) async fn mark_unfinished(db: &Db) -> Result<(), FillError> {
    let tables = crate::tables(db.reader()).await?;
    let was_cut_off = tables.iter().any(|table| table.name == UNFINISHED);
    if !was_cut_off && !tables.is_empty() {
        return Err(FillError::NotEmpty(tables.len() as i64));
    }
    let tx = db.begin().await?;
    for table in &tables {
        let drop = format!("DROP TABLE {} CASCADE", quoted(&table.name));
        tx.execute_unprepared(&drop).await?;
    }
    for function in functions(&tx).await? {
        tx.execute_unprepared(&format!("DROP FUNCTION {function}"))
            .await?;
    }
    tx.execute_unprepared(&format!("CREATE TABLE {UNFINISHED} (since timestamptz)"))
        .await?;
    Ok(tx.commit().await?)
}

/// It is whole now.
pub(super) async fn unmark(db: &Db) -> Result<(), DbErr> {
    let tx = db.begin().await?;
    tx.execute_unprepared(&format!("DROP TABLE {UNFINISHED}"))
        .await?;
    tx.commit().await
}

async fn functions(tx: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let select = "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace \
                  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')";
    let select = Statement::from_string(tx.get_database_backend(), select);
    let rows = tx.query_all_raw(select).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

impl Postgres {
    pub(super) async fn begin(url: &str, tables: &[Table]) -> Result<Postgres, FillError> {
        let mut connection = PgConnection::connect(url).await?;
        connection.execute("BEGIN").await?;
        let mut after = Vec::new();
        for row in connection.fetch_all(INDEXES).await? {
            let (name, definition): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let drop = format!("DROP INDEX {name}");
            connection.execute(AssertSqlSafe(drop)).await?;
            after.push(definition);
        }
        for row in connection.fetch_all(FOREIGN_KEYS).await? {
            let (table, name): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let definition: String = row.try_get(2)?;
            let drop = format!("ALTER TABLE {table} DROP CONSTRAINT {name}");
            connection.execute(AssertSqlSafe(drop)).await?;
            after.push(format!(
                "ALTER TABLE {table} ADD CONSTRAINT {name} {definition}"
            ));
        }
        for table in tables.iter().filter(|table| table.name != UNFINISHED) {
            // What migrations put there is among the rows that come. Rows that may not be deleted were never put.
            let select = format!("SELECT 1 FROM {} LIMIT 1", quoted(&table.name));
            if !connection
                .fetch_all(AssertSqlSafe(select))
                .await?
                .is_empty()
            {
                let delete = format!("DELETE FROM {}", quoted(&table.name));
                connection.execute(AssertSqlSafe(delete)).await?;
            }
        }
        Ok(Postgres { connection, after })
    }

    pub(super) async fn fill(
        &mut self,
        table: &str,
        columns: &[String],
        kinds: &[&str],
        batches: &mut Batches,
    ) -> Result<u64, sqlx::Error> {
        let statement = format!(
            "COPY {} ({}) FROM STDIN",
            quoted(table),
            quoted_list(columns)
        );
        let mut copy = self.connection.copy_in_raw(&statement).await?;
        let mut text = Vec::new();
        while let Some(batch) = batches.recv().await {
            text.clear();
            for row in &batch {
                for (at, (cell, kind)) in row.iter().zip(kinds).enumerate() {
                    if at != 0 {
                        text.push(b'\t');
                    }
                    write(cell, kind, &mut text);
                }
                text.push(b'\n');
            }
            copy.send(text.as_slice()).await?;
        }
        copy.finish().await
    }

    pub(super) async fn finish(
        mut self,
        serials: &[(String, String, i64)],
    ) -> Result<(), FillError> {
        for statement in std::mem::take(&mut self.after) {
            self.connection.execute(AssertSqlSafe(statement)).await?;
        }
        let own = "SELECT table_name::text, column_name::text, pg_get_serial_sequence(quote_ident(table_name), column_name) \
                   FROM information_schema.columns WHERE table_schema = current_schema() \
                   AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL";
        for row in self.connection.fetch_all(own).await? {
            let (table, column): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let sequence: String = row.try_get(2)?;
            let kept = serials
                .iter()
                .find(|(of, in_column, _)| *of == table && *in_column == column);
            let set = format!(
                "SELECT setval($1::text::regclass, GREATEST(MAX({}), $2::bigint, 1), COALESCE(GREATEST(MAX({}), $2::bigint), 0) > 0) FROM {}",
                quoted(&column),
                quoted(&column),
                quoted(&table)
            );
            let set = sqlx::query(AssertSqlSafe(set)).bind(sequence);
            let set = set.bind(kept.map_or(0, |(.., last)| *last));
            set.execute(&mut self.connection).await?;
        }
        self.connection.execute("COMMIT").await?;
        self.connection.execute("ANALYZE").await?;
        self.connection.close().await.map_err(FillError::from)
    }
}

/// One value as COPY reads it.
fn write(cell: &Cell, kind: &str, into: &mut Vec<u8>) {
    match cell {
        Cell::Null => into.extend(b"\\N"),
        Cell::Int(number) if kind == "boolean" => into.push(if *number == 0 { b'f' } else { b't' }),
        Cell::Int(number) => into.extend(number.to_string().as_bytes()),
        Cell::Real(number) => into.extend(number.to_string().as_bytes()),
        Cell::Bytes(bytes) if kind == "bytea" => {
            into.extend(b"\\\\x");
            into.extend(hex(bytes).as_bytes());
        }
        Cell::Bytes(bytes) => into.extend(hex(bytes).as_bytes()),
        Cell::Text(text) => {
            for byte in text.bytes() {
                match byte {
                    b'\\' => into.extend(b"\\\\"),
                    b'\t' => into.extend(b"\\t"),
                    b'\n' => into.extend(b"\\n"),
                    b'\r' => into.extend(b"\\r"),
                    other => into.push(other),
                }
            }
        }
    }
}
