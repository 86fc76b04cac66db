use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// What corrections changed, and which records were taken back.
pub(crate) struct Corrections;

impl MigrationName for Corrections {
    fn name(&self) -> &str {
        "serve_0015_corrections"
    }
}

const TABLES: &str = "
CREATE TABLE serve_correction (
    -- The entry that corrects.
    entry {uuid} NOT NULL,
    part text NOT NULL,
    -- The record, so that all goes when it is cleared.
    record {uuid} NOT NULL,
    -- Whether it is shown to those only who may open what is sealed of the record.
    private boolean NOT NULL,
    -- Both sealed.
    was {blob} NOT NULL,
    became {blob} NOT NULL,
    PRIMARY KEY (entry, part)
);
CREATE INDEX serve_correction_record ON serve_correction (record);

ALTER TABLE serve_topic ADD COLUMN withdrawn boolean NOT NULL DEFAULT FALSE;
ALTER TABLE serve_pairing ADD COLUMN withdrawn boolean NOT NULL DEFAULT FALSE;
";

#[async_trait::async_trait]
impl MigrationTrait for Corrections {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await
    }
}
