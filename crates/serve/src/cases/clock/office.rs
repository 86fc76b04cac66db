//! Hours in which offices are open.
use calendar::WorkingDays;
use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};

/// Minutes of the day between which offices are open: 8:30 to 12:00 and 14:00 to 17:30.
pub const OFFICE_HOURS: [(u32, u32); 2] = [(8 * 60 + 30, 12 * 60), (14 * 60, 17 * 60 + 30)];

/// Days looked ahead before a calendar without a working day is given up on.
const DAYS_MAX: u64 = 3_660;

/// The moment at which so many minutes of office hours have passed since `from`.
pub(super) fn after(days: &WorkingDays, from: NaiveDateTime, minutes: i64) -> NaiveDateTime {
    let mut left = TimeDelta::minutes(minutes.max(0));
    if left.is_zero() {
        return from;
    }
    for (open, close) in stretches(days, from) {
        let open = open.max(from);
        let there = (close - open).max(TimeDelta::zero());
        if left <= there {
            return open + left;
        }
        left -= there;
    }
    from
}

/// Minutes of office hours from one moment to a later one.
pub(super) fn between(days: &WorkingDays, from: NaiveDateTime, to: NaiveDateTime) -> i64 {
    stretches(days, from)
        .take_while(|(open, _)| *open < to)
        .map(|(open, close)| (close.min(to) - open.max(from)).max(TimeDelta::zero()))
        .fold(TimeDelta::zero(), |sum, stretch| sum + stretch)
        .num_minutes()
}

/// When offices are open, from the day of `from` on.
fn stretches(
    days: &WorkingDays,
    from: NaiveDateTime,
) -> impl Iterator<Item = (NaiveDateTime, NaiveDateTime)> + '_ {
    let open = (0..DAYS_MAX)
        .filter_map(move |ahead| from.date().checked_add_days(Days::new(ahead)))
        .filter(|day| days.is_working_day(*day));
    open.flat_map(|day| {
        let at = |minutes: u32| {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0);
            day.and_time(time.unwrap_or_default())
        };
        OFFICE_HOURS.map(|(open, close)| (at(open), at(close)))
    })
}
