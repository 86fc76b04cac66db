use crate::spelling::run;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// Sessions, their slots, and who has booked; what people are called and how to reach them is sealed.
pub(crate) struct Sessions;

impl MigrationName for Sessions {
    fn name(&self) -> &str {
        "serve_0002_sessions"
    }
}

const TABLES: &str = "
CREATE TABLE serve_session (
    id {uuid} NOT NULL PRIMARY KEY,
    unit bigint NOT NULL,
    title_zh text NOT NULL,
    title_en text NOT NULL,
    place text NOT NULL,
    day {date} NOT NULL,
    opens_at {timestamp} NOT NULL,
    eligibility text NOT NULL
);
CREATE INDEX serve_session_day ON serve_session (day);

CREATE TABLE serve_session_slot (
    id {uuid} NOT NULL PRIMARY KEY,
    session {uuid} NOT NULL REFERENCES serve_session (id),
    starts_at {timestamp} NOT NULL,
    ends_at {timestamp} NOT NULL,
    -- Persons.
    capacity bigint NOT NULL,
    booked bigint NOT NULL CHECK (booked BETWEEN 0 AND capacity),
    -- Bookings that wait; while any does, newcomers wait behind it.
    waiting bigint NOT NULL CHECK (0 <= waiting),
    -- How many have come so far: the number that orders them.
    arrivals bigint NOT NULL
);
CREATE INDEX serve_session_slot_session ON serve_session_slot (session);

CREATE TABLE serve_session_booking (
    id {uuid} NOT NULL PRIMARY KEY,
    session {uuid} NOT NULL REFERENCES serve_session (id),
    slot {uuid} NOT NULL REFERENCES serve_session_slot (id),
    state text NOT NULL,
    people bigint NOT NULL,
    arrival bigint NOT NULL,
    served bigint NOT NULL,
    walk_in boolean NOT NULL,
    phone {blob},
    phone_found_by {blob},
    names {blob} NOT NULL,
    code_found_by {blob} NOT NULL,
    -- The last entry that counts somebody as served.
    served_entry {uuid}
);
CREATE UNIQUE INDEX serve_session_booking_phone ON serve_session_booking (session, phone_found_by)
    WHERE state <> 'cancelled';
CREATE UNIQUE INDEX serve_session_booking_code ON serve_session_booking (code_found_by);
CREATE INDEX serve_session_booking_slot ON serve_session_booking (slot, arrival);
";

#[async_trait::async_trait]
impl MigrationTrait for Sessions {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, TABLES).await
    }
}

/// For whom people of a booking work.
pub(crate) struct Employers;

impl MigrationName for Employers {
    fn name(&self) -> &str {
        "serve_0011_session_employers"
    }
}

const EMPLOYERS: &str =
    "ALTER TABLE serve_session_booking ADD COLUMN employer text NOT NULL DEFAULT '';";

#[async_trait::async_trait]
impl MigrationTrait for Employers {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, EMPLOYERS).await
    }
}

/// Sessions that do not take place.
pub(crate) struct CalledOff;

impl MigrationName for CalledOff {
    fn name(&self) -> &str {
        "serve_0014_sessions_called_off"
    }
}

const CALLED_OFF: &str = "
ALTER TABLE serve_session ADD COLUMN called_off_on {date};
ALTER TABLE serve_session ADD COLUMN call_off_reason text NOT NULL DEFAULT '';
-- Of a session that was called off: said here too, so that the statement that takes a place sees it.
ALTER TABLE serve_session_slot ADD COLUMN closed boolean NOT NULL DEFAULT FALSE;
";

#[async_trait::async_trait]
impl MigrationTrait for CalledOff {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        run(schema, CALLED_OFF).await
    }
}
