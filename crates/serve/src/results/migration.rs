use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Counters and what is known of each booking; the quantities that count are in the book.
pub(crate) struct Results;

impl MigrationName for Results {
    fn name(&self) -> &str {
        "serve_0001_results"
    }
}

const TABLES: &str = "
CREATE TABLE serve_counter (
    code text NOT NULL PRIMARY KEY,
    title_zh text NOT NULL,
    title_en text NOT NULL,
    unit bigint NOT NULL,
    is_money boolean NOT NULL,
    -- The word behind the number: 件, 只; empty for money.
    word_zh text NOT NULL,
    word_en text NOT NULL,
    document_kind text NOT NULL,
    since {date} NOT NULL,
    entry {uuid} NOT NULL
);

CREATE TABLE serve_result (
    id {uuid} NOT NULL PRIMARY KEY,
    counter text NOT NULL REFERENCES serve_counter (code),
    day {date} NOT NULL,
    quantity bigint NOT NULL,
    document text NOT NULL,
    note text NOT NULL,
    -- The last entry about it: what a correction has to name.
    head_entry {uuid} NOT NULL,
    withdrawn boolean NOT NULL
);
CREATE INDEX serve_result_counter ON serve_result (counter, day);
";

#[async_trait::async_trait]
impl MigrationTrait for Results {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await
    }
}
