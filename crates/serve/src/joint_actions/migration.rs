//! The tables of joint actions.
use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(crate) struct JointActions;

impl MigrationName for JointActions {
    fn name(&self) -> &str {
        "serve_0005_joint_actions"
    }
}

const TABLES: &str = "
CREATE TABLE serve_joint_action (
    id {uuid} NOT NULL PRIMARY KEY,
    title text NOT NULL,
    problem text NOT NULL,
    -- By which words its complaints are found.
    words text NOT NULL,
    lead bigint NOT NULL,
    begun_on {date} NOT NULL
);

-- Who takes part, who patrols when, talks, agreements, cases: one line each.
CREATE TABLE serve_joint_line (
    entry {uuid} NOT NULL PRIMARY KEY,
    action {uuid} NOT NULL REFERENCES serve_joint_action (id),
    sort text NOT NULL,
    day {date} NOT NULL,
    unit bigint,
    who text NOT NULL,
    words text NOT NULL,
    case_id {uuid},
    -- Of a patrol: to whom it was handed over, and what was seen.
    handed_to text,
    handed_on {date}
);
CREATE INDEX serve_joint_line_action ON serve_joint_line (action, sort, day);
CREATE UNIQUE INDEX serve_joint_line_case ON serve_joint_line (action, case_id);
";

#[async_trait::async_trait]
impl MigrationTrait for JointActions {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await
    }
}
