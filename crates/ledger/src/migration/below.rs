//! How units below are found.
use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Whether a unit is below another is asked for each of thousands of postings. By the key, the units below one unit lie side
/// by side; SQLite took the index by unit instead, which leads all over the table. Edges are asked for by unit now and then.
pub(super) struct ByKey;

impl MigrationName for ByKey {
    fn name(&self) -> &str {
        "ledger_0008_below_by_key"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for ByKey {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let indexes = "DROP INDEX ledger_below_unit;
             CREATE INDEX ledger_unit_edge_unit ON ledger_unit_edge (unit_id, version);";
        let connection = schema.get_connection();
        connection.execute_unprepared(indexes).await.map(drop)
    }
}
