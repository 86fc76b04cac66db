//! What comes again: study nights, service days, monthly reports.
use crate::WorkingDays;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Recurrences are expanded over at most a hundred years.
const DAYS_MAX: usize = 36_525;

/// The days on which something comes up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    Daily,
    /// On these weekdays of every `every_weeks`-th week, counted from the first.
    Weekly {
        weekdays: Vec<Weekday>,
        every_weeks: u32,
    },
    /// On these days of each month; a day that a month lacks means its last.
    Monthly {
        days: Vec<u32>,
    },
    /// On the first (1) to fifth such weekday of each month that has it.
    MonthlyWeekday {
        nth: u32,
        weekday: Weekday,
    },
    /// On the last day of each week, month, …
    EndOf(Period),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// What to do with an occurrence that falls on a rest day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestDays {
    Keep,
    /// The working day before; within the campaign, else the one after.
    Before,
    /// The working day after; within the campaign, else the one before.
    After,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// The day by the rule alone.
    pub written: NaiveDate,
    /// The day it is held.
    pub day: NaiveDate,
}

impl Rule {
    /// The occurrences from `first` to `last`, both included, in order, at most one a day. One that has no working day to
    /// move to between the two is left out.
    pub fn occurrences(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        rest_days: RestDays,
        days: &WorkingDays,
    ) -> Vec<Occurrence> {
        let within = |day: &NaiveDate| first <= *day && *day <= last;
        let mut occurrences: Vec<Occurrence> = first
            .iter_days()
            .take(DAYS_MAX)
            .take_while(within)
            .filter(|&day| self.falls_on(day, first))
            .filter_map(|written| {
                let (before, after) = (days.on_or_before(written), days.on_or_after(written));
                let day = match rest_days {
                    RestDays::Keep => Some(written),
                    RestDays::Before => [before, after].into_iter().find(within),
                    RestDays::After => [after, before].into_iter().find(within),
                };
                day.map(|day| Occurrence { written, day })
            })
            .collect();
        occurrences.sort_by_key(|occurrence| occurrence.day);
        occurrences.dedup_by_key(|occurrence| occurrence.day);
        occurrences
    }

    fn falls_on(&self, day: NaiveDate, first: NaiveDate) -> bool {
        match self {
            Rule::Daily => true,
            Rule::Weekly {
                weekdays,
                every_weeks,
            } => {
                let week = week_number(day) - week_number(first);
                weekdays.contains(&day.weekday()) && week % i64::from((*every_weeks).max(1)) == 0
            }
            Rule::Monthly { days } => {
                let last = u32::from(day.num_days_in_month());
                days.iter().any(|&wanted| wanted.min(last) == day.day())
            }
            Rule::MonthlyWeekday { nth, weekday } => {
                day.weekday() == *weekday && day.day0() / 7 + 1 == *nth
            }
            Rule::EndOf(period) => period.ends_on(day),
        }
    }
}

impl Period {
    fn ends_on(self, day: NaiveDate) -> bool {
        let months = match self {
            Period::Week => return day.weekday() == Weekday::Sun,
            Period::Month => 1,
            Period::Quarter => 3,
            Period::HalfYear => 6,
            Period::Year => 12,
        };
        let is_month_end = day
            .checked_add_days(Days::new(1))
            .is_none_or(|next| next.month() != day.month());
        is_month_end && day.month().is_multiple_of(months)
    }
}

/// Weeks start on Monday.
fn week_number(day: NaiveDate) -> i64 {
    (i64::from(day.num_days_from_ce()) - 1).div_euclid(7)
}
