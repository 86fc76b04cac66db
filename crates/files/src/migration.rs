use sea_orm::DbErr;
use sea_orm_migration::{
    MigrationName, MigrationTrait, SchemaManager, async_trait, prelude::*, schema::*,
};

/// What this crate needs in the database.
pub fn migrations() -> db::Migrations {
    vec![Box::new(Files)]
}

struct Files;

impl MigrationName for Files {
    fn name(&self) -> &str {
        "files_001_files"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Files {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("files_file")
            .col(uuid("id").primary_key().take())
            .col(text("sha256"))
            .col(text("name"))
            .col(text("kind"))
            .col(big_integer("size_bytes"))
            .col(text_null("preview"))
            .col(big_integer_null("owner"))
            .col(text_null("record_kind"))
            .col(text_null("record_id"))
            .col(integer("position"))
            .col(timestamp_with_time_zone("made_at"))
            .take();
        schema.create_table(table).await?;
        let by_record = Index::create()
            .name("files_file_record")
            .table("files_file")
            .col("record_kind")
            .col("record_id")
            .take();
        schema.create_index(by_record).await?;
        for column in ["sha256", "preview"] {
            let index = Index::create()
                .name(format!("files_file_{column}"))
                .table("files_file")
                .col(column)
                .take();
            schema.create_index(index).await?;
        }
        Ok(())
    }
}
