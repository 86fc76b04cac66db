use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Service days: the rule, the days that were fixed, their projects, and who wants to come.
pub(crate) struct ServiceDays;

impl MigrationName for ServiceDays {
    fn name(&self) -> &str {
        "serve_0013_service_days"
    }
}

const TABLES: &str = "
-- From a month on: which day of the month, and what becomes of it when that is a rest day.
CREATE TABLE serve_service_day_rule (
    from_month {date} NOT NULL PRIMARY KEY,
    month_day bigint NOT NULL CHECK (month_day BETWEEN 1 AND 28),
    on_rest text NOT NULL
);
INSERT INTO serve_service_day_rule (from_month, month_day, on_rest) VALUES ('2000-01-01', 28, 'stay');

-- A month whose day was fixed: by a decision, or by the rule when its first project was entered.
CREATE TABLE serve_service_day (
    id {uuid} NOT NULL PRIMARY KEY,
    month {date} NOT NULL UNIQUE,
    -- As the rule had it then.
    regular {date} NOT NULL,
    day {date} NOT NULL,
    decided_on {date},
    reason text NOT NULL
);
CREATE INDEX serve_service_day_day ON serve_service_day (day);

CREATE TABLE serve_service_project (
    id {uuid} NOT NULL PRIMARY KEY,
    service_day {uuid} NOT NULL REFERENCES serve_service_day (id),
    unit bigint NOT NULL,
    title text NOT NULL,
    about text NOT NULL,
    place text NOT NULL,
    -- Minutes since midnight.
    starts bigint NOT NULL,
    ends bigint NOT NULL,
    bring text NOT NULL,
    -- People: wanted, and signed up for.
    wanted bigint NOT NULL,
    signed bigint NOT NULL CHECK (signed BETWEEN 0 AND wanted),
    cancelled_on {date},
    cancel_reason text NOT NULL,
    -- How many came and their hours in all, once somebody said so.
    came bigint,
    hours bigint,
    head_count bigint NOT NULL,
    -- Names of those who came without having signed up.
    others {blob},
    held_entry {uuid}
);
CREATE INDEX serve_service_project_day ON serve_service_project (service_day);

CREATE TABLE serve_service_sign_up (
    id {uuid} NOT NULL PRIMARY KEY,
    project {uuid} NOT NULL REFERENCES serve_service_project (id),
    withdrawn boolean NOT NULL,
    people bigint NOT NULL,
    phone {blob},
    phone_found_by {blob},
    names {blob} NOT NULL,
    code_found_by {blob} NOT NULL,
    -- Which of the names came: their places from 0, with commas.
    came text NOT NULL
);
CREATE UNIQUE INDEX serve_service_sign_up_phone ON serve_service_sign_up (project, phone_found_by) WHERE NOT withdrawn;
CREATE UNIQUE INDEX serve_service_sign_up_code ON serve_service_sign_up (code_found_by);
CREATE INDEX serve_service_sign_up_owner ON serve_service_sign_up (phone_found_by);

INSERT INTO serve_retention (thing, from_day, months)
    VALUES ('sign_up', '2000-01-01', 3), ('pairing', '2000-01-01', 12), ('visit', '2000-01-01', 12)
    ON CONFLICT DO NOTHING;
";

#[async_trait::async_trait]
impl MigrationTrait for ServiceDays {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await
    }
}
