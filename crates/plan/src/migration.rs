//! This domain's tables. What can be counted is not here: it is in the book.
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub fn migrations() -> db::Migrations {
    vec![
        Box::new(Written("plan_0001_plan", TABLES)),
        Box::new(Written(
            "plan_0002_working_group_people",
            WORKING_GROUP_PEOPLE,
        )),
        Box::new(Written("plan_0003_supervision", SUPERVISION)),
        Box::new(Written("plan_0004_nudges", NUDGES)),
    ]
}

/// A migration that is nothing but statements: its name, and they.
struct Written(&'static str, &'static str);

impl MigrationName for Written {
    fn name(&self) -> &str {
        self.0
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Written {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, self.1).await
    }
}

/// What stands in braces is spelled differently by the two databases.
const TABLES: &str = "
CREATE TABLE plan_campaign (
    code text NOT NULL PRIMARY KEY,
    title_zh text NOT NULL,
    title_en text NOT NULL,
    from_day {date} NOT NULL,
    to_day {date} NOT NULL,
    organiser bigint NOT NULL,
    levels {json} NOT NULL,
    -- Goes up with each change of the plan, so that two who change it at once notice each other.
    plan_version bigint NOT NULL,
    entry {uuid} NOT NULL
);

CREATE TABLE plan_working_group (
    id {uuid} NOT NULL PRIMARY KEY,
    campaign text NOT NULL REFERENCES plan_campaign (code),
    body text NOT NULL,
    unit bigint NOT NULL,
    title text NOT NULL,
    duty text NOT NULL,
    since {date} NOT NULL,
    head_entry {uuid} NOT NULL,
    withdrawn boolean NOT NULL
);
CREATE INDEX plan_working_group_campaign ON plan_working_group (campaign);

CREATE TABLE plan_node (
    id {uuid} NOT NULL PRIMARY KEY,
    campaign text NOT NULL REFERENCES plan_campaign (code),
    parent {uuid},
    level integer NOT NULL,
    position integer NOT NULL,
    number text,
    title text NOT NULL,
    lead_unit bigint,
    in_charge text,
    deadline_text text,
    deadline_kind text,
    from_day {date},
    due {date},
    duration_days integer,
    deliverable text,
    target_figure text,
    target_unit bigint,
    target_value bigint,
    target_text text,
    withdrawn_on {date},
    started_on {date},
    finished_on {date},
    signed_off_on {date},
    signed_off_by bigint,
    sign_off_entry {uuid}
);
CREATE INDEX plan_node_campaign ON plan_node (campaign, position);
CREATE INDEX plan_node_lead ON plan_node (lead_unit);

CREATE TABLE plan_node_unit (
    node {uuid} NOT NULL REFERENCES plan_node (id),
    duty text NOT NULL,
    unit bigint NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (node, duty, unit)
);
CREATE INDEX plan_node_unit_unit ON plan_node_unit (unit);

CREATE TABLE plan_link (
    task {uuid} NOT NULL REFERENCES plan_node (id),
    predecessor {uuid} NOT NULL REFERENCES plan_node (id),
    lag_days integer NOT NULL,
    PRIMARY KEY (task, predecessor)
);
CREATE INDEX plan_link_predecessor ON plan_link (predecessor);

CREATE TABLE plan_report (
    id {uuid} NOT NULL PRIMARY KEY,
    task {uuid} NOT NULL REFERENCES plan_node (id),
    unit bigint NOT NULL,
    reporter bigint NOT NULL,
    day {date} NOT NULL,
    achieved text NOT NULL,
    evidence text NOT NULL,
    completes boolean NOT NULL,
    head_entry {uuid} NOT NULL,
    withdrawn boolean NOT NULL,
    superseded boolean NOT NULL
);
CREATE INDEX plan_report_task ON plan_report (task, day);

CREATE TABLE plan_briefing (
    id {uuid} NOT NULL PRIMARY KEY,
    campaign text NOT NULL REFERENCES plan_campaign (code),
    title text NOT NULL,
    place text NOT NULL,
    day {date} NOT NULL,
    organiser bigint NOT NULL,
    recorded_by bigint NOT NULL,
    head_entry {uuid} NOT NULL,
    withdrawn boolean NOT NULL
);
CREATE INDEX plan_briefing_campaign ON plan_briefing (campaign, day);

CREATE TABLE plan_briefing_unit (
    briefing {uuid} NOT NULL REFERENCES plan_briefing (id),
    unit bigint NOT NULL,
    PRIMARY KEY (briefing, unit)
);
CREATE INDEX plan_briefing_unit_unit ON plan_briefing_unit (unit);

CREATE TABLE plan_briefing_person (
    briefing {uuid} NOT NULL REFERENCES plan_briefing (id),
    person bigint NOT NULL,
    -- The branch to which the person belonged on the day.
    unit bigint NOT NULL,
    PRIMARY KEY (briefing, person)
);
CREATE INDEX plan_briefing_person_person ON plan_briefing_person (person);

CREATE TABLE plan_briefing_headcount (
    briefing {uuid} NOT NULL REFERENCES plan_briefing (id),
    unit bigint NOT NULL,
    people integer NOT NULL,
    PRIMARY KEY (briefing, unit)
);

CREATE TABLE plan_upload (
    id {uuid} NOT NULL PRIMARY KEY,
    campaign text NOT NULL REFERENCES plan_campaign (code),
    file_name text NOT NULL,
    bytes {blob} NOT NULL,
    uploaded_by bigint NOT NULL,
    uploaded_at {timestamp} NOT NULL
);
";

const WORKING_GROUP_PEOPLE: &str = "
ALTER TABLE plan_working_group ADD COLUMN title_en text NOT NULL DEFAULT '';

CREATE TABLE plan_working_group_person (
    working_group {uuid} NOT NULL REFERENCES plan_working_group (id),
    person bigint NOT NULL,
    role text NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (working_group, person)
);
";

const SUPERVISION: &str = "
CREATE TABLE plan_acknowledgement (
    task {uuid} NOT NULL REFERENCES plan_node (id),
    unit bigint NOT NULL,
    person bigint NOT NULL,
    day {date} NOT NULL,
    PRIMARY KEY (task, unit)
);

CREATE TABLE plan_sending_back (
    id {uuid} NOT NULL PRIMARY KEY,
    task {uuid} NOT NULL REFERENCES plan_node (id),
    person bigint NOT NULL,
    day {date} NOT NULL,
    reason text NOT NULL,
    answered boolean NOT NULL
);
CREATE INDEX plan_sending_back_task ON plan_sending_back (task);

CREATE TABLE plan_extension (
    id {uuid} NOT NULL PRIMARY KEY,
    task {uuid} NOT NULL REFERENCES plan_node (id),
    unit bigint NOT NULL,
    asked_by bigint NOT NULL,
    asked_on {date} NOT NULL,
    due_before {date} NOT NULL,
    text_before text NOT NULL,
    wanted_text text NOT NULL,
    wanted_due {date} NOT NULL,
    reason text NOT NULL,
    decision text,
    decided_by bigint,
    decided_on {date},
    note text NOT NULL
);
CREATE INDEX plan_extension_task ON plan_extension (task);
-- One request at a time.
CREATE UNIQUE INDEX plan_extension_open ON plan_extension (task) WHERE decision IS NULL;
";

const NUDGES: &str = "
CREATE TABLE plan_nudge (
    id {uuid} NOT NULL PRIMARY KEY,
    task {uuid} NOT NULL REFERENCES plan_node (id),
    unit bigint NOT NULL,
    person bigint NOT NULL,
    day {date} NOT NULL,
    reason text NOT NULL,
    answered boolean NOT NULL
);
-- Once a day for each task.
CREATE UNIQUE INDEX plan_nudge_day ON plan_nudge (task, day);
";

async fn run(schema: &SchemaManager<'_>, statements: &str) -> Result<(), DbErr> {
    let spellings = match schema.get_database_backend() {
        DbBackend::Postgres => [
            ("{date}", "date"),
            ("{json}", "jsonb"),
            ("{uuid}", "uuid"),
            ("{blob}", "bytea"),
            ("{timestamp}", "timestamptz"),
        ],
        _ => [
            ("{date}", "text"),
            ("{json}", "text"),
            ("{uuid}", "blob"),
            ("{blob}", "blob"),
            ("{timestamp}", "text"),
        ],
    };
    let tables = spellings
        .iter()
        .fold(statements.to_owned(), |tables, (name, spelling)| {
            tables.replace(name, spelling)
        });
    schema
        .get_connection()
        .execute_unprepared(&tables)
        .await
        .map(drop)
}
