//! What figures read beside balances.
use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// What others publish, found by series, unit and days. Each row repeats its entry, which is what counts.
pub(super) struct Quotes;

impl MigrationName for Quotes {
    fn name(&self) -> &str {
        "ledger_0006_quotes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Quotes {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let tables = "CREATE TABLE ledger_quote (
                 entry_seq bigint NOT NULL PRIMARY KEY REFERENCES ledger_entry (seq),
                 series text NOT NULL,
                 unit_id bigint NOT NULL,
                 from_day integer NOT NULL,
                 to_day integer NOT NULL,
                 quote text NOT NULL
             );
             CREATE INDEX ledger_quote_series ON ledger_quote (series, unit_id, to_day);";
        let connection = schema.get_connection();
        connection.execute_unprepared(tables).await.map(drop)
    }
}

/// The index says where each posting was, so that none is opened that counts elsewhere.
pub(super) struct ByDayWithUnit;

impl MigrationName for ByDayWithUnit {
    fn name(&self) -> &str {
        "ledger_0010_postings_by_day_with_unit"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for ByDayWithUnit {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let index = "DROP INDEX ledger_posting_day;
             CREATE INDEX ledger_posting_day ON ledger_posting (account_id, day, entry_seq, unit_id);";
        let connection = schema.get_connection();
        connection.execute_unprepared(index).await.map(drop)
    }
}

/// A figure as counted then reads what came later of the days it counts, and its newest records without the others.
pub(super) struct ByDay;

impl MigrationName for ByDay {
    fn name(&self) -> &str {
        "ledger_0007_postings_by_day"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for ByDay {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let index =
            "CREATE INDEX ledger_posting_day ON ledger_posting (account_id, day, entry_seq)";
        let connection = schema.get_connection();
        connection.execute_unprepared(index).await.map(drop)
    }
}
