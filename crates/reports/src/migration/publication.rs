//! Which issues anybody may read on the portal.
use sea_orm::DbErr;
use sea_orm_migration::{
    MigrationName, MigrationTrait, SchemaManager, async_trait, prelude::*, schema::*,
};

pub struct Publication;

impl MigrationName for Publication {
    fn name(&self) -> &str {
        "reports_0004_publication"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Publication {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let publication = Table::create()
            .table("reports_publication")
            .col(integer("total").primary_key().take())
            .col(boolean("is_public"))
            .col(big_integer("changed_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .take();
        schema.create_table(publication).await
    }
}
