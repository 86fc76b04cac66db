//! Moments as kept: seconds since 1970, which both databases sort alike; and as offices read them, in local time.
use chrono::{DateTime, NaiveDateTime, Utc};
use kernel::{Clock, zone};

pub(crate) fn now(clock: &dyn Clock) -> i64 {
    clock.now().timestamp()
}

pub(crate) fn local(seconds: i64) -> NaiveDateTime {
    let at: DateTime<Utc> = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    at.with_timezone(&zone()).naive_local()
}

/// The moment of a local time; the zone has no gaps.
pub(crate) fn seconds(local: NaiveDateTime) -> i64 {
    local
        .and_local_timezone(zone())
        .single()
        .map_or(0, |at| at.timestamp())
}
