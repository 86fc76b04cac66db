//! Days of recording, in China time.
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use kernel::zone;

/// The first moment of a day and of the next.
pub(crate) fn bounds(day: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    (midnight(day), midnight(next))
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN).and_local_timezone(zone());
    let midnight = midnight.single().map(|at| at.to_utc());
    midnight.unwrap_or_else(|| day.and_time(NaiveTime::MIN).and_utc())
}

pub(crate) fn of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&zone()).date_naive()
}
