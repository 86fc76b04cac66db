use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Who is paired with whom, and when they were in contact.
pub(crate) struct Pairings;

impl MigrationName for Pairings {
    fn name(&self) -> &str {
        "serve_0004_pairings"
    }
}

const TABLES: &str = "
CREATE TABLE serve_pairing (
    id {uuid} NOT NULL PRIMARY KEY,
    sort text NOT NULL,
    helper bigint NOT NULL,
    -- Who is called on the side that helps.
    contact text NOT NULL,
    contact_phone {blob},
    helped bigint NOT NULL,
    -- Of a household; all sealed.
    household {blob},
    household_phone {blob},
    hardship {blob},
    from_day {date} NOT NULL,
    -- The first day on which it stood no more.
    to_day {date}
);
CREATE INDEX serve_pairing_helper ON serve_pairing (helper);
CREATE INDEX serve_pairing_helped ON serve_pairing (helped);

CREATE TABLE serve_pairing_contact (
    entry {uuid} NOT NULL PRIMARY KEY,
    pairing {uuid} NOT NULL REFERENCES serve_pairing (id),
    day {date} NOT NULL,
    note {blob} NOT NULL
);
CREATE INDEX serve_pairing_contact_pairing ON serve_pairing_contact (pairing, day);
";

#[async_trait::async_trait]
impl MigrationTrait for Pairings {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await
    }
}
