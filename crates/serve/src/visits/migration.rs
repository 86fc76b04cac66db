use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Visits, who went, and what was heard; the numbers are in the book.
pub(crate) struct Visits;

impl MigrationName for Visits {
    fn name(&self) -> &str {
        "serve_0002_visits"
    }
}

const TABLES: &str = "
CREATE TABLE serve_visit (
    id {uuid} NOT NULL PRIMARY KEY,
    day {date} NOT NULL,
    -- The unit that went.
    unit bigint NOT NULL,
    -- The unit that was called on; of a household, its community.
    visited bigint NOT NULL,
    audience text NOT NULL,
    -- Which household, sealed.
    household {blob},
    heard text NOT NULL,
    recorded_by bigint NOT NULL,
    -- The last entry about it: what a correction has to name.
    head_entry {uuid} NOT NULL,
    withdrawn boolean NOT NULL
);
CREATE INDEX serve_visit_unit ON serve_visit (unit, day);
CREATE INDEX serve_visit_visited ON serve_visit (visited, day);
CREATE INDEX serve_visit_day ON serve_visit (day);

CREATE TABLE serve_visit_person (
    visit {uuid} NOT NULL REFERENCES serve_visit (id),
    position integer NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (visit, position)
);
CREATE INDEX serve_visit_person_name ON serve_visit_person (name);

CREATE TABLE serve_visit_problem (
    -- Of one that became a case, also the case's.
    id {uuid} NOT NULL PRIMARY KEY,
    visit {uuid} NOT NULL REFERENCES serve_visit (id),
    position integer NOT NULL,
    body text NOT NULL,
    fate text NOT NULL
);
CREATE INDEX serve_visit_problem_visit ON serve_visit_problem (visit);

ALTER TABLE serve_case ADD COLUMN visited text;
";

#[async_trait::async_trait]
impl MigrationTrait for Visits {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await
    }
}
