//! What can become of a unit, and why it may be refused.
use chrono::NaiveDate;
use kernel::{EntryId, PersonId, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, ClosedPeriod, tree::TreeError};
use serde::Serialize;

/// A change of the organisation from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    #[serde(skip)]
    pub entry: EntryId,
    /// The unit that it is about; for a unit that is founded the one above it.
    pub unit: UnitId,
    pub from: NaiveDate,
    #[serde(skip)]
    pub reason: String,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A new unit below it.
    Found(NewUnit),
    /// Its name, kind or order change.
    Rename(Details),
    /// It belongs to another unit.
    Move {
        below: UnitId,
    },
    /// It goes into another unit with everybody and everything below it, and is closed.
    Merge {
        into: UnitId,
    },
    /// A new unit beside it takes some of its people and of the units below it.
    Split {
        new: NewUnit,
        people: Vec<PersonId>,
        units: Vec<UnitId>,
    },
    Close,
    /// It stands again.
    Reopen {
        below: UnitId,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewUnit {
    pub code: String,
    pub details: Details,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Details {
    pub name: String,
    pub name_en: Option<String>,
    pub kind: String,
    pub position: i32,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("there is no such unit in reach")]
    NoSuchUnit,
    #[error("a change needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error("the day has not come")]
    Future,
    #[error("the unit was founded on {0}")]
    BeforeFounded(NaiveDate),
    #[error("the unit was closed on that day")]
    ClosedThen,
    #[error("the unit stands on that day")]
    StandsThen,
    /// It already changes its place on a later day.
    #[error("the unit changes its place on {0} already")]
    ChangesLater(NaiveDate),
    #[error("the other unit is in nobody's reach here")]
    OtherOutOfReach,
    #[error("the other unit does not stand from that day on")]
    OtherNotThen,
    #[error("a unit cannot go into itself")]
    Itself,
    #[error("a unit would be above itself")]
    Ring,
    #[error("the unit would be too many levels deep")]
    TooDeep,
    #[error("the name is missing or too long")]
    Name,
    #[error("there is no such kind of unit")]
    Kind,
    #[error("the code is missing or too long")]
    Code,
    #[error("the code is taken")]
    CodeTaken,
    #[error("{0} units below it still stand")]
    UnitsBelow(usize),
    #[error("{0} people still belong to it")]
    PeopleLeft(u64),
    #[error("{0} people came or left after that day")]
    PeopleLater(u64),
    #[error("one of the people or units does not belong to it on that day")]
    NotIts,
    #[error("nothing would be different")]
    NothingNew,
    #[error("the office has closed the period")]
    PeriodClosed(#[source] ClosedPeriod),
    #[error(transparent)]
    Append(AppendError),
}

impl From<sea_orm::DbErr> for Refused {
    fn from(error: sea_orm::DbErr) -> Refused {
        Refused::Append(error.into())
    }
}

impl From<AppendError> for Refused {
    fn from(error: AppendError) -> Refused {
        match error {
            AppendError::PeriodClosed(closed) => Refused::PeriodClosed(closed),
            error => Refused::Append(error),
        }
    }
}

impl From<TreeError> for Refused {
    fn from(error: TreeError) -> Refused {
        match error {
            TreeError::Ring { .. } => Refused::Ring,
            TreeError::TooDeep { .. } => Refused::TooDeep,
            TreeError::MissingParent { .. } | TreeError::NoHeir { .. } => Refused::OtherNotThen,
            TreeError::PeriodClosed(closed) => Refused::PeriodClosed(closed),
            TreeError::Database(error) => error.into(),
        }
    }
}
