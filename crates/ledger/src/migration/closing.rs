//! The table of closed periods.
use super::refuse_changes;
use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Up to which day the office has closed the book: the newest row holds.
pub(super) struct Closing;

impl MigrationName for Closing {
    fn name(&self) -> &str {
        "ledger_0004_closing"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Closing {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let table = "CREATE TABLE ledger_closing (
                         entry_seq bigint NOT NULL PRIMARY KEY REFERENCES ledger_entry (seq),
                         through integer NOT NULL
                     )";
        schema.get_connection().execute_unprepared(table).await?;
        refuse_changes(schema, "ledger_closing").await
    }
}
