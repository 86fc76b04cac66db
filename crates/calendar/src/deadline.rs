//! Deadlines as offices write them.
//!
//! `2021年6月30日`, `6月底前`, `3月中旬`, `上半年`, `每月28日`, `长期坚持`, `4月-6月`, `by end of June` and the like are
//! understood against the campaign they belong to: a day without a year lies in the campaign. What cannot be
//! understood for certain is refused, with a proposal wherever there is one; no day is ever guessed. `前` includes the
//! day it is written after (Civil Code, article 1259), but for a festival (`七一前`), which means the day before.
mod cursor;
mod en;
mod numeric;
mod phrase;
mod problem;
mod proposal;
mod recurrence;
mod resolve;
mod zh;

use crate::WorkingDays;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use problem::{DeadlineProblem, Why};
pub use recurrence::{Occurrence, Period, RestDays, Rule};

/// Longer text is not looked at: it is no deadline.
pub const TEXT_CHARS_MAX: usize = 80;

/// The days that deadlines are relative to, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    pub start: NaiveDate,
    pub end: NaiveDate,
}

/// A deadline that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// As it was written, without space around it.
    pub text: String,
    pub kind: Kind,
    /// Where the text says when work begins (`4月-6月`, `下半年`, `即日起`): the first day, not before the campaign. Ten days
    /// or a month (`3月中旬`, `6月`) only say when it ends.
    pub from: Option<NaiveDate>,
    /// The last working day that keeps it, which schedules count back from. For recurring work the last time within the
    /// campaign, for standing work the campaign's end. It may lie after the campaign if the text says so.
    pub due: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The day as written, which may be a rest day.
    On(NaiveDate),
    /// Again and again.
    Recurring(Rule),
    /// Kept up all the time (长期坚持).
    Standing,
}

/// Understands a deadline.
///
/// # Errors
/// Says why not, and what could be written instead.
pub fn read(
    text: &str,
    campaign: &Campaign,
    days: &WorkingDays,
) -> Result<Deadline, DeadlineProblem> {
    let text = text.trim();
    let found = understand(text, campaign, days);
    found.map_err(|why| DeadlineProblem {
        text: text.to_owned(),
        proposal: proposal::propose(text, &why, campaign, days).map(Box::new),
        why,
    })
}

fn understand(text: &str, campaign: &Campaign, days: &WorkingDays) -> Result<Deadline, Why> {
    if text.is_empty() {
        return Err(Why::Empty);
    }
    if TEXT_CHARS_MAX < text.chars().count() {
        return Err(Why::TooLong {
            chars_max: TEXT_CHARS_MAX,
        });
    }
    let day = without_time(text);
    match zh::phrase(day).or_else(|| en::phrase(day)) {
        Some(phrase) => resolve::resolve(text, &phrase, campaign, days),
        None if zh::names_no_day(text) || en::names_no_day(text) => Err(Why::NoDay),
        None => Err(Why::NotUnderstood),
    }
}

/// Cells that were dates once come as `2021-06-30 00:00:00`.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.rsplit_once([' ', 'T']) else {
        return text;
    };
    let is_time = time.contains(':')
        && time
            .chars()
            .all(|c| c.is_ascii_digit() || ":.Z".contains(c));
    if is_time { day } else { text }
}

#[cfg(test)]
mod tests;
