use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Research topics, their plans and their results.
pub(crate) struct Topics;

impl MigrationName for Topics {
    fn name(&self) -> &str {
        "serve_0003_topics"
    }
}

const TABLES: &str = "
CREATE TABLE serve_topic (
    id {uuid} NOT NULL PRIMARY KEY,
    title text NOT NULL,
    leader text NOT NULL,
    unit bigint NOT NULL,
    plan text NOT NULL,
    set_on {date} NOT NULL,
    due_on {date} NOT NULL,
    result text NOT NULL,
    concluded_on {date}
);
CREATE INDEX serve_topic_unit ON serve_topic (unit, set_on);
";

#[async_trait::async_trait]
impl MigrationTrait for Topics {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await
    }
}
