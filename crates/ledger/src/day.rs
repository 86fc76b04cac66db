//! Days and months as the book stores them: whole numbers that people can read (20210415, 202104) and that sort.
use chrono::{Datelike, NaiveDate};

/// Before every day the book can hold.
pub const FIRST: i32 = 1;
/// After every day the book can hold: an end that has not come.
pub const NEVER: i32 = 99_999_999;

pub fn number(day: NaiveDate) -> i32 {
    day.year() * 10_000 + day.month() as i32 * 100 + day.day() as i32
}

pub fn month(day: i32) -> i32 {
    day / 100
}

/// `None` for a number that is no day, such as [`NEVER`].
pub fn date(number: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        number / 10_000,
        (number / 100 % 100) as u32,
        (number % 100) as u32,
    )
}

/// A period cut so that few balances need to be read: whole months in the middle, days at both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// Inclusive ranges of days.
    pub days: [Option<(i32, i32)>; 2],
    /// Inclusive range of months.
    pub months: Option<(i32, i32)>,
}

/// Cuts the period from `from` to `to`, both included. `from` may be [`FIRST`].
pub fn cut(from: i32, to: i32) -> Cut {
    if to < from {
        return Cut {
            days: [None, None],
            months: None,
        };
    }
    let starts_month = from % 100 <= 1;
    let ends_month = date(to)
        .and_then(|day| day.succ_opt())
        .is_some_and(|next| next.day() == 1);
    if month(from) == month(to) {
        return if starts_month && ends_month {
            Cut {
                days: [None, None],
                months: Some((month(to), month(to))),
            }
        } else {
            Cut {
                days: [Some((from, to)), None],
                months: None,
            }
        };
    }
    let first_whole = if starts_month {
        month(from)
    } else {
        next_month(month(from))
    };
    let last_whole = if ends_month {
        month(to)
    } else {
        previous_month(month(to))
    };
    Cut {
        days: [
            (!starts_month).then(|| (from, month(from) * 100 + 99)),
            (!ends_month).then(|| (month(to) * 100, to)),
        ],
        months: (first_whole <= last_whole).then_some((first_whole, last_whole)),
    }
}

fn next_month(month: i32) -> i32 {
    if month % 100 == 12 {
        month + 89
    } else {
        month + 1
    }
}

fn previous_month(month: i32) -> i32 {
    if month % 100 == 1 {
        month - 89
    } else {
        month - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_cut_into_whole_months_and_single_days() {
        let cases = [
            (
                (20210225, 20210415),
                [Some((20210225, 20210299)), Some((20210400, 20210415))],
                Some((202103, 202103)),
            ),
            ((20210101, 20211231), [None, None], Some((202101, 202112))),
            (
                (20210105, 20210120),
                [Some((20210105, 20210120)), None],
                None,
            ),
            ((20210201, 20210228), [None, None], Some((202102, 202102))),
            (
                (20201215, 20210110),
                [Some((20201215, 20201299)), Some((20210100, 20210110))],
                None,
            ),
            (
                (FIRST, 20210110),
                [None, Some((20210100, 20210110))],
                Some((0, 202012)),
            ),
        ];
        for ((from, to), days, months) in cases {
            assert_eq!(cut(from, to), Cut { days, months }, "{from} to {to}");
        }
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_empty() {
        assert_eq!(
            cut(20210202, 20210201),
            Cut {
                days: [None, None],
                months: None
            }
        );
    }
}
