use super::Deadline;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A deadline that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("the deadline {text:?} cannot be used: {why}")]
pub struct DeadlineProblem {
    /// As it was written, without space around it.
    pub text: String,
    /// What could be written instead: its `text`, and what that means. Always one that is understood.
    pub proposal: Option<Box<Deadline>>,
    pub why: Why,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    #[error("nothing is written")]
    Empty,
    #[error("it is longer than {chars_max} characters")]
    TooLong { chars_max: usize },
    /// A wish, or a day that depends on when it is read: `尽快`, `月底前`, `asap`.
    #[error("it names no day")]
    NoDay,
    #[error("it is not understood")]
    NotUnderstood,
    /// It can be read in two ways: `6月前`, `6.3`, `05/06/2021`.
    #[error("it can be read in two ways")]
    Ambiguous,
    #[error("there is no month {month}")]
    NoSuchMonth { month: u32 },
    /// The month has only `last` days, or the day is 0.
    #[error("month {month} of {year} has {last} days, not {day}")]
    NoSuchDay {
        year: i32,
        month: u32,
        day: u32,
        last: u32,
    },
    /// There are two halves, four quarters, 31 days to recur on; 1900 to 2999 to choose a year from.
    #[error("there is no number {number} of these")]
    NoSuchNumber { number: u32 },
    /// The festival moves with the moon, and the year's arrangement is not known yet.
    #[error("the holidays of {year} are not known yet")]
    HolidayUnknown { year: i32 },
    #[error("it ends on {to}, before it begins on {from}")]
    Backwards { from: NaiveDate, to: NaiveDate },
    /// `day` is the day it means for scheduling.
    #[error("{day} is before the campaign starts on {start}")]
    BeforeCampaign { day: NaiveDate, start: NaiveDate },
    #[error("it does not come up within the campaign")]
    NeverInCampaign,
}
