//! Monday to Friday, by arithmetic alone.
use chrono::{Datelike, Days, NaiveDate, Weekday};

pub fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Weekdays from Monday 1 January 1 until before `day`; negative for days before that.
pub fn before(day: NaiveDate) -> i64 {
    let since_monday = i64::from(day.num_days_from_ce()) - 1;
    since_monday.div_euclid(7) * 5 + since_monday.rem_euclid(7).min(5)
}

/// The weekday with `place` weekdays before it, or the last day that can be written in that direction.
pub fn nth(place: i64) -> NaiveDate {
    let monday = NaiveDate::from_ymd_opt(1, 1, 1).expect("year 1 has a first day");
    let days = place
        .div_euclid(5)
        .saturating_mul(7)
        .saturating_add(place.rem_euclid(5));
    let shift = Days::new(days.unsigned_abs());
    if days < 0 {
        monday.checked_sub_days(shift).unwrap_or(NaiveDate::MIN)
    } else {
        monday.checked_add_days(shift).unwrap_or(NaiveDate::MAX)
    }
}
