//! Adding entries.
mod once;
mod write;

pub(crate) use once::{Claim, live_claims, settle};
pub(crate) use write::{COLUMNS, Line, digest, entry_row, write_lines};
pub use write::{append, append_many};

use crate::closing::ClosedPeriod;
use chrono::NaiveDate;
use kernel::{EntryId, UnitId};
use sea_orm::DbErr;
use serde::Serialize;

/// The record that an entry is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Subject {
    /// For instance `plan.briefing`; a domain registers how its subjects are shown.
    pub kind: &'static str,
    pub id: String,
}

impl Subject {
    pub fn new(kind: &'static str, id: impl ToString) -> Self {
        Self {
            kind,
            id: id.to_string(),
        }
    }
}

/// What an entry adds to an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewPosting {
    pub account: String,
    pub unit: UnitId,
    pub day: NaiveDate,
    /// Pieces, fen or basis points, as the account declares.
    pub quantity: i64,
    /// "This person in this campaign": of all records with the same key, only the earliest day's counts.
    pub once_key: Option<String>,
}

/// One act of one person, to be written into the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewEntry {
    /// Made by the client, so that the same act sent twice is one entry.
    pub id: EntryId,
    /// For instance `plan.briefing.recorded`. Never renamed once written.
    pub kind: &'static str,
    pub subject: Subject,
    /// The unit for which the act was done.
    pub unit: UnitId,
    /// The day it happened, as told; when it was recorded is ours to say.
    pub happened_on: NaiveDate,
    pub reason: Option<String>,
    /// What changed, for the record's history, as JSON.
    pub details: Option<serde_json::Value>,
    pub postings: Vec<NewPosting>,
}

impl NewEntry {
    pub fn new(
        id: EntryId,
        kind: &'static str,
        subject: Subject,
        unit: UnitId,
        happened_on: NaiveDate,
    ) -> Self {
        Self {
            id,
            kind,
            subject,
            unit,
            happened_on,
            reason: None,
            details: None,
            postings: Vec::new(),
        }
    }

    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    pub fn with_details(mut self, details: serde_json::Value) -> Self {
        self.details = Some(details);
        self
    }

    /// Adds `quantity` to `account` at the entry's unit and day.
    pub fn post(self, account: impl Into<String>, quantity: i64) -> Self {
        let (unit, day) = (self.unit, self.happened_on);
        self.post_at(account, unit, day, quantity)
    }

    /// Adds `quantity` to `account` at another unit or day.
    pub fn post_at(
        mut self,
        account: impl Into<String>,
        unit: UnitId,
        day: NaiveDate,
        quantity: i64,
    ) -> Self {
        self.postings.push(NewPosting {
            account: account.into(),
            unit,
            day,
            quantity,
            once_key: None,
        });
        self
    }

    /// Counts 1 at `unit`, unless another record with the same key counts it on an earlier day.
    pub fn post_once(
        mut self,
        account: impl Into<String>,
        unit: UnitId,
        key: impl ToString,
    ) -> Self {
        let once_key = Some(key.to_string());
        self.postings.push(NewPosting {
            account: account.into(),
            unit,
            day: self.happened_on,
            quantity: 1,
            once_key,
        });
        self
    }
}

/// Where an entry stands in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    Created {
        seq: i64,
    },
    /// This very act was written before; nothing was added.
    AlreadyThere {
        seq: i64,
    },
}

impl Appended {
    pub fn seq(self) -> i64 {
        match self {
            Appended::Created { seq } | Appended::AlreadyThere { seq } => seq,
        }
    }

    pub fn is_new(self) -> bool {
        matches!(self, Appended::Created { .. })
    }
}

#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    #[error("this entry id was used for another act")]
    IdReused,
    #[error("no account `{0}` is declared")]
    UnknownAccount(String),
    #[error("unit {0} is not in the tree")]
    UnknownUnit(UnitId),
    #[error("the office has closed the period")]
    PeriodClosed(#[source] ClosedPeriod),
    #[error("the book was closed before the act was acknowledged")]
    Closed,
    #[error("could not write to the book")]
    Database(#[from] DbErr),
}
