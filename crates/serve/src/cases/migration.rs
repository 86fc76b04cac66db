//! The tables of cases. Moments are seconds since 1970.
use super::limit::DEFAULTS;
use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(crate) struct Cases;

impl MigrationName for Cases {
    fn name(&self) -> &str {
        "serve_0001_cases"
    }
}

const TABLES: &str = "
CREATE TABLE serve_case (
    id {uuid} NOT NULL PRIMARY KEY,
    number text NOT NULL UNIQUE,
    kind text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    place text NOT NULL,
    -- What strangers may read of it; empty until somebody has written it.
    public_title text NOT NULL,
    desk bigint NOT NULL,
    raised_on {date} NOT NULL,
    raised_at bigint NOT NULL,
    raised_by bigint NOT NULL,
    name {blob},
    phone {blob},
    phone_found_by {blob},
    code_found_by {blob} NOT NULL UNIQUE,
    limit_code text,
    -- The rule of the day of acceptance; it stays, whatever the rules become.
    measure text,
    amount integer,
    clock_from bigint,
    due_at bigint,
    due_on {date},
    is_paused boolean NOT NULL,
    accepted_on {date},
    answered_on {date},
    answered_by bigint,
    called_back text,
    called_back_on {date},
    called_back_by bigint,
    confirmed_on {date},
    confirmed_by bigint,
    closed_on {date},
    closed_by bigint,
    was_on_time boolean,
    -- Goes up with each act, so that two who act at once notice each other.
    version bigint NOT NULL
);
CREATE INDEX serve_case_desk ON serve_case (desk, state);
CREATE INDEX serve_case_state ON serve_case (state, raised_at);
CREATE INDEX serve_case_due ON serve_case (due_at);
CREATE INDEX serve_case_phone ON serve_case (phone_found_by);

CREATE TABLE serve_case_part (
    case_id {uuid} NOT NULL REFERENCES serve_case (id),
    unit bigint NOT NULL,
    is_lead boolean NOT NULL,
    state text NOT NULL,
    acknowledge_by {date} NOT NULL,
    answered_by bigint,
    answered_on {date},
    PRIMARY KEY (case_id, unit)
);
CREATE INDEX serve_case_part_unit ON serve_case_part (unit, state);

-- Everybody who acted for a unit that handles it, also for one that handles it no more.
CREATE TABLE serve_case_hand (
    case_id {uuid} NOT NULL REFERENCES serve_case (id),
    person bigint NOT NULL,
    PRIMARY KEY (case_id, person)
);

CREATE TABLE serve_case_clock (
    entry {uuid} NOT NULL PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES serve_case (id),
    at bigint NOT NULL,
    event text NOT NULL,
    amount integer NOT NULL
);
CREATE INDEX serve_case_clock_case ON serve_case_clock (case_id);

-- What was written with an act: for whoever asked, and for the office.
CREATE TABLE serve_case_note (
    entry {uuid} NOT NULL PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES serve_case (id),
    act text NOT NULL,
    day {date} NOT NULL,
    unit bigint NOT NULL,
    said text NOT NULL,
    noted text NOT NULL
);
CREATE INDEX serve_case_note_case ON serve_case_note (case_id);

CREATE TABLE serve_case_number (
    day integer NOT NULL PRIMARY KEY,
    last integer NOT NULL
);

CREATE TABLE serve_case_limit (
    code text NOT NULL,
    from_day {date} NOT NULL,
    measure text NOT NULL,
    amount integer NOT NULL,
    PRIMARY KEY (code, from_day)
);
";

/// The first day of the default rules: before any case.
const DEFAULTS_FROM: &str = "2000-01-01";

#[async_trait::async_trait]
impl MigrationTrait for Cases {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await?;
        for (code, measure, amount) in DEFAULTS {
            let row = format!(
                "INSERT INTO serve_case_limit (code, from_day, measure, amount) \
                 VALUES ('{code}', '{DEFAULTS_FROM}', '{measure}', {amount})"
            );
            run(schema, &row).await?;
        }
        Ok(())
    }
}

/// More askers than one, merges, exclusions, rechecks, notices, templates.
pub(crate) struct Ways;

impl MigrationName for Ways {
    fn name(&self) -> &str {
        "serve_0004_case_ways"
    }
}

const WAYS: &str = "
ALTER TABLE serve_case ADD COLUMN first_due_on {date};
ALTER TABLE serve_case ADD COLUMN merged_into {uuid};
ALTER TABLE serve_case ADD COLUMN merged_from text;
ALTER TABLE serve_case ADD COLUMN split_from {uuid};
ALTER TABLE serve_case ADD COLUMN more_time integer;
ALTER TABLE serve_case ADD COLUMN more_time_by bigint;
ALTER TABLE serve_case ADD COLUMN responded boolean;
ALTER TABLE serve_case ADD COLUMN recheck_on {date};
ALTER TABLE serve_case ADD COLUMN left_out text;
ALTER TABLE serve_case ADD COLUMN left_out_by bigint;
ALTER TABLE serve_case ADD COLUMN place_key text NOT NULL DEFAULT '';
CREATE INDEX serve_case_merged ON serve_case (merged_into);
CREATE INDEX serve_case_split ON serve_case (split_from);
CREATE INDEX serve_case_recheck ON serve_case (recheck_on);
CREATE INDEX serve_case_raised ON serve_case (raised_on, kind);
CREATE INDEX serve_case_left_out ON serve_case (left_out);
-- The views of a hundred thousand cases are counted from an index alone.
CREATE INDEX serve_case_counted ON serve_case (kind, state, due_at);

CREATE TABLE serve_case_asker (
    entry {uuid} NOT NULL PRIMARY KEY,
    case_id {uuid} NOT NULL REFERENCES serve_case (id),
    joined_on {date} NOT NULL,
    name {blob},
    phone {blob},
    phone_found_by {blob},
    code_found_by {blob} NOT NULL UNIQUE
);
CREATE INDEX serve_case_asker_case ON serve_case_asker (case_id);

-- Told to a unit once for each stage of each deadline; what is told again has the same id.
CREATE TABLE serve_notice (
    id {uuid} NOT NULL PRIMARY KEY,
    unit bigint NOT NULL,
    case_id {uuid} NOT NULL REFERENCES serve_case (id),
    stage text NOT NULL,
    day {date} NOT NULL,
    due_on {date} NOT NULL
);
CREATE INDEX serve_notice_unit ON serve_notice (unit, day);

CREATE TABLE serve_case_weights (
    from_day {date} NOT NULL PRIMARY KEY,
    response integer NOT NULL,
    resolution integer NOT NULL,
    satisfaction integer NOT NULL
);

-- A change is a further row: the newest of a name holds, one without a text is taken out.
CREATE TABLE serve_answer_template (
    entry {uuid} NOT NULL PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL,
    from_day {date} NOT NULL,
    text text NOT NULL
);
CREATE INDEX serve_answer_template_name ON serve_answer_template (name, from_day);

INSERT INTO serve_case_weights (from_day, response, resolution, satisfaction) VALUES ('2000-01-01', 30, 35, 35);
INSERT INTO serve_case_limit (code, from_day, measure, amount) VALUES ('remind', '2000-01-01', 'working_days', 2);
";

#[async_trait::async_trait]
impl MigrationTrait for Ways {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, WAYS).await?;
        super::store::SEARCH.create(schema).await?;
        super::reindex::all(schema.get_connection()).await
    }
}

/// The list of a hundred thousand cases, read in its order and counted.
pub(crate) struct Lists;

impl MigrationName for Lists {
    fn name(&self) -> &str {
        "serve_0012_case_lists"
    }
}

/// The words of the first two are those of `list::in_order`; the others find what waits for somebody.
const LISTS: &str = "
CREATE INDEX serve_case_listed ON serve_case
    ((state IN ('closed', 'refused', 'merged')), (COALESCE(due_at, 9223372036854775807)), raised_at DESC, id);
CREATE INDEX serve_case_listed_of ON serve_case
    (state, kind, (COALESCE(due_at, 9223372036854775807)), raised_at DESC, id);
DROP INDEX serve_case_desk;
DROP INDEX serve_case_left_out;
DROP INDEX serve_case_recheck;
CREATE INDEX serve_case_at_desk ON serve_case (desk, state, recheck_on);
CREATE INDEX serve_case_left_out ON serve_case (left_out, desk);
CREATE INDEX serve_case_more_time ON serve_case (more_time);
CREATE INDEX serve_case_more_time_at_desk ON serve_case (desk, more_time);
CREATE INDEX serve_case_recheck ON serve_case (state, recheck_on);
";

#[async_trait::async_trait]
impl MigrationTrait for Lists {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, LISTS).await
    }
}

/// What each unit that helps is to do, by when, and who took its reply; where a case goes that nobody takes.
pub(crate) struct Joint;

impl MigrationName for Joint {
    fn name(&self) -> &str {
        "serve_0013_joint_handling"
    }
}

const JOINT: &str = "
ALTER TABLE serve_case ADD COLUMN returns integer NOT NULL DEFAULT 0;
ALTER TABLE serve_case_part ADD COLUMN duty text NOT NULL DEFAULT '';
ALTER TABLE serve_case_part ADD COLUMN due_on {date};
ALTER TABLE serve_case_part ADD COLUMN signed_off_by bigint;
ALTER TABLE serve_case_part ADD COLUMN signed_off_on {date};
-- Replies of those who help, still to be looked at, among all replies ever given.
CREATE INDEX serve_case_part_replied ON serve_case_part (is_lead, state);
-- Counted beside other conditions from an index alone, and found by words without reading whole cases.
DROP INDEX serve_case_counted;
DROP INDEX serve_case_raised;
CREATE INDEX serve_case_counted ON serve_case (kind, state, due_at, raised_on, id);
CREATE INDEX serve_case_raised ON serve_case (raised_on, kind, state, due_at, id);
CREATE INDEX serve_case_found ON serve_case
    (id, kind, state, due_at, raised_at, desk, raised_on, recheck_on, more_time, left_out, called_back, called_back_by);
CREATE INDEX serve_case_called_back ON serve_case (called_back_by, called_back, state);
CREATE TABLE serve_case_fallback (
    from_day {date} NOT NULL PRIMARY KEY,
    unit bigint NOT NULL
);
";

#[async_trait::async_trait]
impl MigrationTrait for Joint {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, JOINT).await
    }
}
