//! What balances say beside their sums.
use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// The last entry whose postings are in a balance. A figure as counted then takes from its balances what came later; that was
/// looked for on each day of ten years, three times for each number that was opened.
pub(super) struct LastSeq;

impl MigrationName for LastSeq {
    fn name(&self) -> &str {
        "ledger_0009_balances_last_seq"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for LastSeq {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        // The last of the account's entries of that day, wherever they were: never too early. Nobody asks it of months, or of
        // stocks.
        let column = "ALTER TABLE ledger_balance ADD COLUMN last_seq bigint NOT NULL DEFAULT 0;
             UPDATE ledger_balance SET last_seq = COALESCE((SELECT MAX(p.entry_seq) FROM ledger_posting p
                 WHERE p.account_id = ledger_balance.account_id AND p.day = ledger_balance.period), 0) WHERE grain = 0;
             UPDATE ledger_balance SET last_seq = COALESCE((SELECT MAX(seq) FROM ledger_entry), 0) WHERE grain = 1;";
        let connection = schema.get_connection();
        connection.execute_unprepared(column).await.map(drop)
    }
}
