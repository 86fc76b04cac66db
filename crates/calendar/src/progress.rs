//! How far a task should be by now.
use crate::WorkingDays;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// All of it, in basis points.
pub const WHOLE_BP: i64 = 10_000;

/// Expected progress (序时进度) with the two counts that it was divided from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// Working days passed, the last of them included.
    pub elapsed_days: i64,
    pub total_days: i64,
    /// `elapsed_days / total_days`, rounded down.
    pub share_bp: i64,
}

/// The share of working time from `start` to `finish` (both included) that has passed by the end of `today`. Nothing
/// before `start`, all from `finish` on. A span without a working day is passed when its last day is.
pub fn expected(
    start: NaiveDate,
    finish: NaiveDate,
    today: NaiveDate,
    days: &WorkingDays,
) -> Expected {
    let total_days = days.count(start, finish);
    let elapsed_days = days.count(start, today.min(finish));
    let share_bp = match total_days {
        0 if today < finish => 0,
        0 => WHOLE_BP,
        _ => elapsed_days * WHOLE_BP / total_days,
    };
    Expected {
        elapsed_days,
        total_days,
        share_bp,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2021, month, day).unwrap()
    }

    fn share(today: NaiveDate) -> i64 {
        expected(day(9, 27), day(10, 12), today, &WorkingDays::china()).share_bp
    }

    #[test]
    fn a_holiday_adds_nothing_to_what_is_expected() {
        assert_eq!(share(day(9, 30)), 5_000);
        assert_eq!(share(day(10, 7)), 5_000);
        assert_eq!(share(day(10, 9)), 7_500);
    }

    #[test]
    fn nothing_is_expected_before_the_start_and_all_at_the_finish() {
        assert_eq!(share(day(9, 26)), 0);
        assert_eq!(share(day(10, 12)), WHOLE_BP);
        assert_eq!(share(day(12, 1)), WHOLE_BP);
    }

    #[test]
    fn a_span_without_a_working_day_is_passed_with_its_last_day() {
        let share = |today| expected(day(10, 2), day(10, 4), today, &WorkingDays::china()).share_bp;
        assert_eq!(share(day(10, 3)), 0);
        assert_eq!(share(day(10, 4)), WHOLE_BP);
    }
}
