//! Migrations: written by hand, forward only, run at start under a lock.
use crate::{filling::UNFINISHED, open::Db};
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use sea_orm_migration::{MigrationTrait, SchemaManager};
use std::collections::{BTreeSet, HashSet};

/// Migrations in the order in which they run: those of lower crates first.
pub type Migrations = Vec<Box<dyn MigrationTrait>>;

/// Any number will do; all copies of the program must use the same.
const POSTGRES_LOCK: i64 = 0x004c_554f_4449;

const CUT_OFF: &str = "这个数据库的恢复没有做完，不能使用。请用同一备份再次运行 `luodi restore`。/ \
    Bringing back a backup into this database was cut off. Run `luodi restore` with the same backup again.";

impl Db {
    /// Brings the database up to date: all missing migrations in one transaction, or none.
    ///
    /// # Errors
    /// Also when somebody began to fill this database ([`crate::Filling`]) and was cut off.
    pub async fn migrate(&self, migrations: &Migrations) -> Result<(), DbErr> {
        let tables = crate::tables(self.reader()).await?;
        if tables.iter().any(|table| table.name == UNFINISHED) {
            return Err(DbErr::Custom(CUT_OFF.to_owned()));
        }
        self.migrate_all(migrations).await
    }

    /// Also while the database is marked as unfinished.
    pub(crate) async fn migrate_all(&self, migrations: &Migrations) -> Result<(), DbErr> {
        self.migrate_where(migrations, |_| true).await
    }

    /// Runs those that bear one of these names.
    pub(crate) async fn migrate_some(
        &self,
        migrations: &Migrations,
        names: &BTreeSet<&str>,
    ) -> Result<(), DbErr> {
        self.migrate_where(migrations, |name| names.contains(name))
            .await
    }

    async fn migrate_where(
        &self,
        migrations: &Migrations,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<(), DbErr> {
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let tx = self
            .writer_connection()
            .await
            .begin_with_options(immediate)
            .await?;
        if self.backend() == DbBackend::Postgres {
            tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({POSTGRES_LOCK})"))
                .await?;
        }
        run_missing(&tx, migrations, wanted).await?;
        tx.commit().await
    }
}

async fn run_missing(
    tx: &DatabaseTransaction,
    migrations: &Migrations,
    wanted: impl Fn(&str) -> bool,
) -> Result<(), DbErr> {
    tx.execute_unprepared("CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY)")
        .await?;
    let done: HashSet<String> = tx
        .query_all_raw(Statement::from_string(
            tx.get_database_backend(),
            "SELECT name FROM schema_migration",
        ))
        .await?
        .iter()
        .map(|row| row.try_get("", "name"))
        .collect::<Result<_, _>>()?;
    for migration in migrations
        .iter()
        .filter(|migration| !done.contains(migration.name()) && wanted(migration.name()))
    {
        tracing::info!(name = migration.name(), "migrating");
        migration.up(&SchemaManager::new(tx)).await?;
        let row = Statement::from_sql_and_values(
            tx.get_database_backend(),
            "INSERT INTO schema_migration (name) VALUES ($1)",
            [migration.name().into()],
        );
        tx.execute_raw(row).await?;
    }
    Ok(())
}
