//! The clock of a case: by when something is due, and why, line by line. Pure.
//!
//! A clock runs from its start. Pauses stop it, extensions lengthen it, and nothing else moves it; so the same events always
//! give the same deadline, and each line of the explanation can be recounted with a calendar in hand.
mod office;

pub use office::OFFICE_HOURS;

use calendar::WorkingDays;
use chrono::{Days, Months, NaiveDate, NaiveDateTime, TimeDelta};

/// How long something may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// Hours on the wall, day and night: emergencies and utilities do not wait for office hours.
    Hours(u32),
    /// Hours in which the offices are open ([`OFFICE_HOURS`]) on working days.
    WorkingHours(u32),
    /// Working days; the day of the start is not counted, and the last one counts to its end.
    WorkingDays(u32),
    /// Natural days, rest days too; when the last one is a rest day, the working day before it.
    Days(u32),
    /// Months by the calendar; when the last day is a rest day, the working day before it.
    Months(u32),
}

/// By when: a moment, or the end of a day. Local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    At(NaiveDateTime),
    EndOf(NaiveDate),
}

impl Due {
    pub fn day(self) -> NaiveDate {
        match self {
            Due::At(moment) => moment.date(),
            Due::EndOf(day) => day,
        }
    }

    pub fn has_passed(self, now: NaiveDateTime) -> bool {
        match self {
            Due::At(moment) => moment < now,
            Due::EndOf(day) => day < now.date(),
        }
    }
}

/// What moves a clock, in local time. Recorded acts; nothing else does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    Paused(NaiveDateTime),
    Resumed(NaiveDateTime),
    /// Granted; in the same measure as the rule's span.
    Extended(NaiveDateTime, u32),
    /// To another lead. It does not move the clock, and stands in its explanation.
    Transferred(NaiveDateTime),
}

impl Event {
    fn at(self) -> NaiveDateTime {
        match self {
            Event::Paused(at)
            | Event::Resumed(at)
            | Event::Extended(at, _)
            | Event::Transferred(at) => at,
        }
    }
}

/// One line of the explanation: what happened, and by when it was due from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub at: NaiveDateTime,
    pub what: What,
    /// `None` while the clock stands.
    pub due: Option<Due>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Started(Span),
    /// What is left when it stops, in the measure of the span; of months the days that are left.
    Paused {
        left: i64,
    },
    Resumed,
    Extended(u32),
    Transferred,
}

/// The clock from its start through all its events.
///
/// Events that make no sense are passed over, as the acts refuse them: a pause of a clock that stands or has run out, a resumption of
/// one that runs.
pub fn explain(
    days: &WorkingDays,
    start: NaiveDateTime,
    span: Span,
    events: &[Event],
) -> Vec<Line> {
    let mut events = events.to_vec();
    events.sort_by_key(|event| event.at());
    let mut running = Running::new(start, span);
    let mut paused: Option<i64> = None;
    let mut due = running.due(days);
    let mut lines = vec![Line {
        at: start,
        what: What::Started(span),
        due: Some(due),
    }];
    for event in events {
        let at = event.at();
        let what = match (event, paused) {
            (Event::Paused(_), None) if !due.has_passed(at) => {
                let left = running.left_at(days, at, due);
                paused = Some(left);
                What::Paused { left }
            }
            (Event::Resumed(_), Some(left)) => {
                running = running.again_from(at, left);
                paused = None;
                What::Resumed
            }
            (Event::Extended(_, by), Some(left)) => {
                paused = Some(left + running.in_units(by));
                What::Extended(by)
            }
            (Event::Extended(_, by), None) => {
                running = running.longer_by(by);
                What::Extended(by)
            }
            (Event::Transferred(_), _) => What::Transferred,
            _ => continue,
        };
        if paused.is_none() {
            due = running.due(days);
        }
        lines.push(Line {
            at,
            what,
            due: paused.is_none().then_some(due),
        });
    }
    lines
}

/// By when it is due after all events; `None` while the clock stands.
pub fn due(days: &WorkingDays, start: NaiveDateTime, span: Span, events: &[Event]) -> Option<Due> {
    explain(days, start, span, events)
        .last()
        .and_then(|line| line.due)
}

/// Days of a month that an extension by months adds to a clock that stands.
const DAYS_OF_A_MONTH: i64 = 30;

/// A stretch in which the clock runs.
#[derive(Debug, Clone, Copy)]
struct Running {
    from: NaiveDateTime,
    left: Left,
}

/// What is left at the beginning of the stretch.
#[derive(Debug, Clone, Copy)]
enum Left {
    Minutes(i64),
    /// Of office hours.
    OfficeMinutes(i64),
    WorkingDays(i64),
    Months(u32),
    /// Natural days.
    Days(i64),
    /// What a clock of months has left after a pause, in days.
    DaysOfMonths(i64),
}

impl Running {
    fn new(from: NaiveDateTime, span: Span) -> Self {
        let left = match span {
            Span::Hours(hours) => Left::Minutes(i64::from(hours) * 60),
            Span::WorkingHours(hours) => Left::OfficeMinutes(i64::from(hours) * 60),
            Span::WorkingDays(days) => Left::WorkingDays(i64::from(days)),
            Span::Days(days) => Left::Days(i64::from(days)),
            Span::Months(months) => Left::Months(months),
        };
        Self { from, left }
    }

    fn due(self, days: &WorkingDays) -> Due {
        let day = self.from.date();
        match self.left {
            Left::Minutes(minutes) => Due::At(self.from + TimeDelta::minutes(minutes)),
            Left::OfficeMinutes(minutes) => Due::At(office::after(days, self.from, minutes)),
            Left::WorkingDays(n) => Due::EndOf(days.add(day, n)),
            Left::Months(months) => {
                let last = day.checked_add_months(Months::new(months)).unwrap_or(day);
                Due::EndOf(days.on_or_before(last))
            }
            Left::Days(n) | Left::DaysOfMonths(n) => {
                let last = day
                    .checked_add_days(Days::new(n.unsigned_abs()))
                    .unwrap_or(day);
                Due::EndOf(days.on_or_before(last))
            }
        }
    }

    fn left_at(self, days: &WorkingDays, at: NaiveDateTime, due: Due) -> i64 {
        match self.left {
            Left::Minutes(minutes) => minutes - (at - self.from).num_minutes(),
            Left::OfficeMinutes(minutes) => minutes - office::between(days, self.from, at),
            Left::WorkingDays(n) => n - days.between(self.from.date(), at.date()),
            Left::Days(n) => n - (at.date() - self.from.date()).num_days(),
            Left::Months(_) | Left::DaysOfMonths(_) => (due.day() - at.date()).num_days(),
        }
    }

    fn again_from(self, from: NaiveDateTime, left: i64) -> Self {
        let left = match self.left {
            Left::Minutes(_) => Left::Minutes(left),
            Left::OfficeMinutes(_) => Left::OfficeMinutes(left),
            Left::WorkingDays(_) => Left::WorkingDays(left),
            Left::Days(_) => Left::Days(left),
            Left::Months(_) | Left::DaysOfMonths(_) => Left::DaysOfMonths(left),
        };
        Self { from, left }
    }

    fn longer_by(self, by: u32) -> Self {
        let left = match self.left {
            Left::Months(months) => Left::Months(months + by),
            Left::Minutes(minutes) => Left::Minutes(minutes + self.in_units(by)),
            Left::OfficeMinutes(minutes) => Left::OfficeMinutes(minutes + self.in_units(by)),
            Left::WorkingDays(n) => Left::WorkingDays(n + self.in_units(by)),
            Left::Days(n) => Left::Days(n + self.in_units(by)),
            Left::DaysOfMonths(n) => Left::DaysOfMonths(n + self.in_units(by)),
        };
        Self { left, ..self }
    }

    /// An extension, in the measure in which what is left is kept.
    fn in_units(self, by: u32) -> i64 {
        match self.left {
            Left::Minutes(_) | Left::OfficeMinutes(_) => i64::from(by) * 60,
            Left::WorkingDays(_) | Left::Days(_) => i64::from(by),
            Left::Months(_) | Left::DaysOfMonths(_) => i64::from(by) * DAYS_OF_A_MONTH,
        }
    }
}

#[cfg(test)]
mod independent_tests;
#[cfg(test)]
mod tests;
