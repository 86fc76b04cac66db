//! From what a text says to the days it means in a campaign.
use super::{
    Campaign, Deadline, Kind, RestDays, Rule, Why,
    phrase::{Festival, Phrase, Point, Span},
};
use crate::WorkingDays;
use chrono::{Datelike, Days, NaiveDate};
use std::ops::RangeInclusive;

/// Years that a plan can name.
const YEARS: RangeInclusive<i32> = 1900..=2999;

/// Days, first and last.
type Stretch = (NaiveDate, NaiveDate);

pub fn resolve(
    text: &str,
    phrase: &Phrase,
    campaign: &Campaign,
    days: &WorkingDays,
) -> Result<Deadline, Why> {
    let meaning = Meaning { campaign, days };
    let (kind, from) = meaning.of(phrase)?;
    let due = match &kind {
        Kind::On(day) => meaning.on(*day)?,
        Kind::Recurring(rule) => meaning.last_time(rule, from)?,
        Kind::Standing => meaning.on(campaign.end)?,
    };
    Ok(Deadline {
        text: text.to_owned(),
        kind,
        from,
        due,
    })
}

struct Meaning<'a> {
    campaign: &'a Campaign,
    days: &'a WorkingDays,
}

impl Meaning<'_> {
    fn of(&self, phrase: &Phrase) -> Result<(Kind, Option<NaiveDate>), Why> {
        match phrase {
            Phrase::On(point) => {
                let (first, last) = self.stretch(point)?;
                let is_long = matches!(point.span, Span::Year | Span::Half(_) | Span::Quarter(_));
                let from = (is_long && !point.is_end).then(|| self.not_before_start(first));
                Ok((Kind::On(last), from))
            }
            Phrase::Between(from, to) => {
                let (first, last) = self.between(from, to)?;
                Ok((Kind::On(last), Some(self.not_before_start(first))))
            }
            Phrase::From(point, then) => {
                let from = match point {
                    Some(point) => self.not_before_start(self.stretch(point)?.0),
                    None => self.campaign.start,
                };
                match self.of(then)?.0 {
                    Kind::On(to) if to < from => Err(Why::Backwards { from, to }),
                    kind => Ok((kind, Some(from))),
                }
            }
            Phrase::Recurring(rule) => {
                check(rule)?;
                Ok((Kind::Recurring(rule.clone()), None))
            }
            Phrase::Standing => Ok((Kind::Standing, None)),
        }
    }

    fn not_before_start(&self, day: NaiveDate) -> NaiveDate {
        day.max(self.campaign.start)
    }

    /// The working day that a written day means.
    fn on(&self, written: NaiveDate) -> Result<NaiveDate, Why> {
        let day = self.days.on_or_before(written);
        let start = self.campaign.start;
        if day < start {
            return Err(Why::BeforeCampaign { day, start });
        }
        Ok(day)
    }

    fn last_time(&self, rule: &Rule, from: Option<NaiveDate>) -> Result<NaiveDate, Why> {
        let first = from.unwrap_or(self.campaign.start);
        rule.occurrences(first, self.campaign.end, RestDays::Before, self.days)
            .last()
            .map(|occurrence| occurrence.day)
            .ok_or(Why::NeverInCampaign)
    }

    /// A range without years that runs over New Year (11月-2月) ends in the next, but only if the campaign does too.
    fn between(&self, from: &Point, to: &Point) -> Result<Stretch, Why> {
        let (first, _) = match (from.year, to.year) {
            (None, Some(year)) => self.stretch_in(from, year)?,
            _ => self.stretch(from)?,
        };
        let (_, last) = match to.year {
            Some(_) => self.stretch(to)?,
            None => self.stretch_in(to, first.year())?,
        };
        if first <= last {
            return Ok((first, last));
        }
        let moved = match (from.year, to.year) {
            (_, None) => (first, self.stretch_in(to, first.year() + 1)?.1),
            (None, Some(year)) => (self.stretch_in(from, year - 1)?.0, last),
            (Some(_), Some(_)) => (first, last),
        };
        if moved.0 <= moved.1 && moved.1 <= self.campaign.end {
            return Ok(moved);
        }
        Err(Why::Backwards {
            from: first,
            to: last,
        })
    }

    /// Without a year: the first year that puts its end into the campaign, else the year in which the campaign starts.
    fn stretch(&self, point: &Point) -> Result<Stretch, Why> {
        if let Some(year) = point.year {
            return self.stretch_in(point, year);
        }
        let Campaign { start, end } = *self.campaign;
        let years = start.year()
            ..=end
                .year()
                .saturating_add(1)
                .min(start.year().saturating_add(50));
        years
            .filter_map(|year| self.stretch_in(point, year).ok())
            .find(|(_, last)| start <= *last && *last <= end)
            .map_or_else(|| self.stretch_in(point, start.year()), Ok)
    }

    fn stretch_in(&self, point: &Point, year: i32) -> Result<Stretch, Why> {
        if !YEARS.contains(&year) {
            return Err(Why::NoSuchNumber {
                number: year.unsigned_abs(),
            });
        }
        let (first, last) = match point.span {
            Span::Year => months(year, 1, 12)?,
            Span::Half(half @ 1..=2) => months(year, half * 6 - 5, 6)?,
            Span::Quarter(quarter @ 1..=4) => months(year, quarter * 3 - 2, 3)?,
            Span::Half(number) | Span::Quarter(number) => {
                return Err(Why::NoSuchNumber { number });
            }
            Span::Month(month) => months(year, month, 1)?,
            Span::Third(month, third) => {
                let (_, month_end) = months(year, month, 1)?;
                let first = day(year, month, third * 10 - 9)?;
                let last = if third < 3 {
                    day(year, month, third * 10)?
                } else {
                    month_end
                };
                (first, last)
            }
            Span::Day(month, number) => {
                let day = day(year, month, number)?;
                (day, day)
            }
            Span::Festival(festival) => {
                let day = self.festival(festival, year)?;
                (day, day)
            }
            Span::BeforeFestival(festival) => {
                let day = self.festival(festival, year)? - Days::new(1);
                (day, day)
            }
        };
        if point.is_unclear {
            return Err(Why::Ambiguous);
        }
        Ok((if point.is_end { last } else { first }, last))
    }

    fn festival(&self, festival: Festival, year: i32) -> Result<NaiveDate, Why> {
        match festival {
            Festival::Fixed(month, number) => day(year, month, number),
            Festival::Moving(holiday) => self
                .days
                .first_day_of(holiday, year)
                .ok_or(Why::HolidayUnknown { year }),
        }
    }
}

fn check(rule: &Rule) -> Result<(), Why> {
    let wrong = match rule {
        Rule::Monthly { days } => days.iter().copied().find(|day| !(1..=31).contains(day)),
        Rule::MonthlyWeekday { nth, .. } => Some(*nth).filter(|nth| !(1..=5).contains(nth)),
        _ => None,
    };
    wrong.map_or(Ok(()), |number| Err(Why::NoSuchNumber { number }))
}

fn months(year: i32, month: u32, count: u32) -> Result<Stretch, Why> {
    let first = day(year, month, 1)?;
    let last_month = day(year, month + count - 1, 1)?;
    let last = last_month + Days::new(u64::from(last_month.num_days_in_month()) - 1);
    Ok((first, last))
}

fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, Why> {
    let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or(Why::NoSuchMonth { month })?;
    first.with_day(day).ok_or(Why::NoSuchDay {
        year,
        month,
        day,
        last: u32::from(first.num_days_in_month()),
    })
}
