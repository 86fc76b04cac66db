//! Which days are worked.
//!
//! A day is worked from Monday to Friday unless something else was decided for it: a holiday, or a make-up workday for
//! one. Only these exceptions are kept, each with how far the count has moved from Monday-to-Friday before it. So any
//! question is a little arithmetic and one binary search, for any day that can be written.
mod china;
mod month;
mod plain;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

pub use month::{Month, MonthDay};

/// What a day is for those who work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// An ordinary working day.
    Work,
    /// A Saturday or Sunday that is worked to make up for a holiday (调休上班).
    MakeUp,
    /// An ordinary Saturday or Sunday.
    Weekend,
    /// A rest day by decision, on whatever weekday it falls.
    Holiday(Holiday),
}

/// The holidays for which the State Council arranges rest days each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// 元旦
    NewYear,
    /// 春节
    SpringFestival,
    /// 清明节
    TombSweeping,
    /// 劳动节
    Labour,
    /// 端午节
    DragonBoat,
    /// 中秋节
    MidAutumn,
    /// 国庆节
    National,
    /// Any other day off, such as one that an administrator adds.
    Other,
}

impl DayKind {
    pub fn is_worked(self) -> bool {
        matches!(self, DayKind::Work | DayKind::MakeUp)
    }

    /// What `day` is by its weekday alone.
    pub fn by_weekday(day: NaiveDate) -> DayKind {
        if plain::is_weekday(day) {
            DayKind::Work
        } else {
            DayKind::Weekend
        }
    }
}

/// Working days: Monday to Friday, with the exceptions that were decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    /// Days that are not what their weekday says, in order.
    exceptions: Vec<(NaiveDate, DayKind)>,
    /// `moved[i]`: working days won or lost against Monday-to-Friday by the first `i` exceptions.
    moved: Vec<i64>,
    known: BTreeSet<i32>,
}

impl WorkingDays {
    /// The years that were published when this was built.
    pub fn china() -> WorkingDays {
        china::published().clone()
    }

    /// Monday to Friday always; no year is known.
    pub fn monday_to_friday() -> WorkingDays {
        WorkingDays::of(BTreeMap::new(), BTreeSet::new())
    }

    /// Lays changes over these days; of two changes to one day the later one holds. No further year becomes known.
    pub fn with_changes(
        self,
        changes: impl IntoIterator<Item = (NaiveDate, DayKind)>,
    ) -> WorkingDays {
        let mut exceptions: BTreeMap<_, _> = self.exceptions.into_iter().collect();
        exceptions.extend(changes);
        WorkingDays::of(exceptions, self.known)
    }

    /// Lays a year's whole arrangement over these days, after which the year is known. Days of other years in
    /// `arrangement` (a make-up workday before New Year) are laid over too.
    pub fn with_year(
        mut self,
        year: i32,
        arrangement: impl IntoIterator<Item = (NaiveDate, DayKind)>,
    ) -> WorkingDays {
        self.known.insert(year);
        self.with_changes(arrangement)
    }

    fn of(exceptions: BTreeMap<NaiveDate, DayKind>, known: BTreeSet<i32>) -> WorkingDays {
        let exceptions: Vec<_> = exceptions
            .into_iter()
            .filter(|&(day, kind)| kind != DayKind::by_weekday(day))
            .collect();
        let mut moved = Vec::with_capacity(exceptions.len() + 1);
        let mut sum = 0;
        moved.push(sum);
        for &(day, kind) in &exceptions {
            sum += i64::from(kind.is_worked()) - i64::from(plain::is_weekday(day));
            moved.push(sum);
        }
        WorkingDays {
            exceptions,
            moved,
            known,
        }
    }

    /// Whether the year's holidays have been decided. In other years Monday to Friday counts.
    pub fn is_known(&self, year: i32) -> bool {
        self.known.contains(&year)
    }

    pub fn known_years(&self) -> impl Iterator<Item = i32> {
        self.known.iter().copied()
    }

    pub fn kind(&self, day: NaiveDate) -> DayKind {
        match self
            .exceptions
            .binary_search_by_key(&day, |&(other, _)| other)
        {
            Ok(at) => self.exceptions[at].1,
            Err(_) => DayKind::by_weekday(day),
        }
    }

    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        self.kind(day).is_worked()
    }

    /// The days of a year that are not what their weekday says, in order: what an administrator looks through.
    pub fn exceptions(&self, year: i32) -> impl Iterator<Item = (NaiveDate, DayKind)> {
        self.exceptions
            .iter()
            .copied()
            .filter(move |(day, _)| day.year() == year)
    }

    /// The first day of a holiday's rest in a year, if the year's arrangement has it.
    pub fn first_day_of(&self, holiday: Holiday, year: i32) -> Option<NaiveDate> {
        self.exceptions(year)
            .find(|&(_, kind)| kind == DayKind::Holiday(holiday))
            .map(|(day, _)| day)
    }

    /// The day itself if it is worked, else the working day before: what a deadline on a rest day means.
    pub fn on_or_before(&self, day: NaiveDate) -> NaiveDate {
        self.nth(self.end_of(day) - 1)
    }

    /// The day itself if it is worked, else the next working day.
    pub fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        self.nth(self.start_of(day))
    }

    /// The `n`-th working day after `day`, or before it if `n` is negative; `day` itself is never counted, whether or not
    /// it is worked. `n = 0` gives `day` unchanged. Stops at the last day that can be written.
    pub fn add(&self, day: NaiveDate, n: i64) -> NaiveDate {
        match n {
            0 => day,
            1.. => self.nth(self.end_of(day).saturating_add(n - 1)),
            _ => self.nth(self.start_of(day).saturating_add(n)),
        }
    }

    /// Working days after `from`, up to and including `to`; negative if `to` comes first (then from `to` on, up to but
    /// without `from`). The inverse of [`add`](Self::add): `between(day, add(day, n)) == n`.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if from <= to {
            self.end_of(to) - self.end_of(from)
        } else {
            self.start_of(to) - self.start_of(from)
        }
    }

    /// Working days from `first` to `last`, both included; none if `last` comes before `first`.
    pub fn count(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        (self.end_of(last) - self.start_of(first)).max(0)
    }

    /// Working days of a year.
    pub fn count_year(&self, year: i32) -> i64 {
        match (
            NaiveDate::from_ymd_opt(year, 1, 1),
            NaiveDate::from_ymd_opt(year, 12, 31),
        ) {
            (Some(first), Some(last)) => self.count(first, last),
            _ => 0,
        }
    }

    /// The place of `day`'s beginning on the line of working days: how many lie before it, from a fixed Monday on.
    pub(crate) fn start_of(&self, day: NaiveDate) -> i64 {
        let passed = self.exceptions.partition_point(|&(other, _)| other < day);
        plain::before(day) + self.moved[passed]
    }

    /// The place of `day`'s end: one more than its beginning if it is worked, the same if not.
    pub(crate) fn end_of(&self, day: NaiveDate) -> i64 {
        self.start_of(day) + i64::from(self.is_working_day(day))
    }

    /// The working day that begins at this place of the line.
    pub(crate) fn nth(&self, place: i64) -> NaiveDate {
        let passed = self.passed_at(place);
        if let Some(&(day, kind)) = passed.checked_sub(1).and_then(|at| self.exceptions.get(at))
            && kind.is_worked()
            && plain::before(day) + self.moved[passed - 1] == place
        {
            return day;
        }
        plain::nth(place.saturating_sub(self.moved[passed]))
    }

    /// How many exceptions begin at or before this place.
    fn passed_at(&self, place: i64) -> usize {
        let (mut low, mut high) = (0, self.exceptions.len());
        while low < high {
            let middle = low.midpoint(high);
            if plain::before(self.exceptions[middle].0) + self.moved[middle] <= place {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests;
