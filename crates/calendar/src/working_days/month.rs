use super::{DayKind, WorkingDays};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A month as a wall calendar shows it: whole weeks that start on Monday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    pub year: i32,
    pub month: u32,
    pub weeks: Vec<[MonthDay; 7]>,
    /// Working days of the month itself.
    pub working_days: i64,
}

/// One cell of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthDay {
    pub day: NaiveDate,
    pub kind: DayKind,
    /// False for the days of the neighbouring months that fill up the first and last week.
    pub in_month: bool,
}

impl WorkingDays {
    /// The month to show on a page; none if there is no such month.
    pub fn month(&self, year: i32, month: u32) -> Option<Month> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let days_in_month = u64::from(first.num_days_in_month());
        let last = first.checked_add_days(Days::new(days_in_month - 1))?;
        let before = u64::from(first.weekday().num_days_from_monday());
        let monday = first.checked_sub_days(Days::new(before))?;
        let weeks = (0..(before + days_in_month).div_ceil(7))
            .map(|week| self.week(monday.checked_add_days(Days::new(week * 7))?, month))
            .collect::<Option<Vec<_>>>()?;
        Some(Month {
            year,
            month,
            weeks,
            working_days: self.count(first, last),
        })
    }

    fn week(&self, monday: NaiveDate, month: u32) -> Option<[MonthDay; 7]> {
        let mut cells = [MonthDay {
            day: monday,
            kind: DayKind::Work,
            in_month: false,
        }; 7];
        for (offset, cell) in (0..).zip(&mut cells) {
            let day = monday.checked_add_days(Days::new(offset))?;
            *cell = MonthDay {
                day,
                kind: self.kind(day),
                in_month: day.month() == month,
            };
        }
        Some(cells)
    }
}
