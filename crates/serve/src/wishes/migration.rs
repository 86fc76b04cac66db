use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Wishes; what was said, by whom, and how to reach them is sealed.
pub(crate) struct Wishes;

impl MigrationName for Wishes {
    fn name(&self) -> &str {
        "serve_0010_wishes"
    }
}

const TABLES: &str = "
CREATE TABLE serve_wish (
    id {uuid} NOT NULL PRIMARY KEY,
    unit bigint NOT NULL,
    state text NOT NULL,
    is_child boolean NOT NULL,
    body {blob} NOT NULL,
    name {blob},
    phone {blob},
    phone_found_by {blob},
    code_found_by {blob} NOT NULL,
    made_on {date} NOT NULL,
    made_by bigint NOT NULL,
    wording text NOT NULL,
    published_on {date},
    refusal text NOT NULL,
    guardian {blob},
    consent_on {date},
    consent_by text,
    lit_on {date},
    lit_by bigint,
    lit_unit bigint,
    -- The entry that counts it as lit.
    lit_entry {uuid},
    lapses_on {date},
    ready_how text NOT NULL,
    delivered_on {date},
    delivered_how text NOT NULL,
    thanked_on {date},
    thanks {blob},
    version bigint NOT NULL,
    -- A child's wish is not shown without the word of a guardian.
    CHECK (NOT is_child OR state IN ('made', 'refused')
        OR (guardian IS NOT NULL AND consent_on IS NOT NULL AND consent_by IS NOT NULL))
);
CREATE UNIQUE INDEX serve_wish_code ON serve_wish (code_found_by);
CREATE INDEX serve_wish_state ON serve_wish (state, published_on);
CREATE INDEX serve_wish_unit ON serve_wish (unit);
CREATE INDEX serve_wish_lit_unit ON serve_wish (lit_unit);
";

#[async_trait::async_trait]
impl MigrationTrait for Wishes {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await
    }
}
