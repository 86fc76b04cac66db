//! An index for the audit trail.
use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// The audit trail is read by the time of recording, newest first.
pub(super) struct Trail;

impl MigrationName for Trail {
    fn name(&self) -> &str {
        "ledger_0003_trail"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Trail {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .get_connection()
            .execute_unprepared("CREATE INDEX ledger_entry_recorded ON ledger_entry (recorded_at);")
            .await
            .map(drop)
    }
}
