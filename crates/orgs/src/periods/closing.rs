//! The two acts: closing the book up to a day, and opening days of it again.
use super::{SUBJECT, may};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, limits::NOTE_CHARS_MAX};
use ledger::{
    AppendError, Appended, Book, NewEntry, Subject, closed_through,
    entry::{self, Entry},
    set_closed_through,
};
use sea_orm::{ConnectionTrait, DbBackend};
use serde_json::json;

/// Who wants what, under which entry, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub entry: EntryId,
    /// Of a closure the last day that is closed; of a reopening the first day that is open again.
    pub day: NaiveDate,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum PeriodError {
    #[error("this is for whoever has the right everywhere")]
    NotYours,
    #[error("a reason of at most {NOTE_CHARS_MAX} characters is needed")]
    Reason,
    #[error("the day is not over")]
    NotOver,
    #[error("the book is closed through {0} already")]
    ClosedAlready(NaiveDate),
    #[error("that day is open")]
    IsOpen,
    #[error("whoever closed a period does not reopen it")]
    SamePerson,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<sea_orm::DbErr> for PeriodError {
    fn from(error: sea_orm::DbErr) -> PeriodError {
        PeriodError::Book(error.into())
    }
}

pub(super) const CLOSED: &str = "orgs.period.closed";
pub(super) const REOPENED: &str = "orgs.period.reopened";

/// Closes the book through a day that is over.
pub async fn close(book: &Book, actor: &Actor, wish: &Wish) -> Result<Appended, PeriodError> {
    let check = |through: Option<NaiveDate>, _: &[Entry]| {
        if book.clock().today() <= wish.day {
            return Err(PeriodError::NotOver);
        }
        match through {
            Some(through) if wish.day <= through => Err(PeriodError::ClosedAlready(through)),
            _ => Ok(Some(wish.day)),
        }
    };
    set(book, actor, wish, (CLOSED, Right::Publish), check).await
}

/// Opens the closed days from this one on. Not by whoever closed them last.
pub async fn reopen(book: &Book, actor: &Actor, wish: &Wish) -> Result<Appended, PeriodError> {
    let check = |through: Option<NaiveDate>, history: &[Entry]| {
        if through.is_none_or(|through| through < wish.day) {
            return Err(PeriodError::IsOpen);
        }
        let closed = history.iter().rev().find(|entry| entry.kind == CLOSED);
        if closed.is_some_and(|closed| closed.actor == actor.person) {
            return Err(PeriodError::SamePerson);
        }
        // Before the first day that the book could hold anything, all of it is open.
        Ok(wish.day.pred_opt())
    };
    set(book, actor, wish, (REOPENED, Right::SignOff), check).await
}

async fn set(
    book: &Book,
    actor: &Actor,
    wish: &Wish,
    (kind, right): (&'static str, Right),
    check: impl Fn(Option<NaiveDate>, &[Entry]) -> Result<Option<NaiveDate>, PeriodError>,
) -> Result<Appended, PeriodError> {
    if !may(actor, right) {
        return Err(PeriodError::NotYours);
    }
    let reason = wish.reason.trim();
    if reason.is_empty() || NOTE_CHARS_MAX < reason.chars().count() {
        return Err(PeriodError::Reason);
    }
    let tx = book.db().begin().await?;
    if tx.get_database_backend() == DbBackend::Postgres {
        // One at a time, from the look at what is closed on.
        tx.execute_unprepared("LOCK TABLE ledger_unit_edge IN EXCLUSIVE MODE")
            .await?;
    }
    let details = json!({ "day": wish.day });
    if let Some(before) = entry::by_id(&tx, wish.entry).await? {
        let is_same = before.kind == kind
            && before.actor == actor.person
            && before.reason.as_deref() == Some(reason)
            && before.details.as_ref().and_then(|known| known.get("day")) == details.get("day");
        return match is_same {
            true => Ok(Appended::AlreadyThere { seq: before.seq }),
            false => Err(AppendError::IdReused.into()),
        };
    }
    let was = closed_through(&tx).await?;
    let history = entry::history(&tx, SUBJECT.0, SUBJECT.1).await?;
    let through = check(was, &history)?;
    let entry = NewEntry::new(
        wish.entry,
        kind,
        Subject::new(SUBJECT.0, SUBJECT.1),
        actor.unit,
        book.clock().today(),
    )
    .because(reason)
    .with_details(json!({ "day": wish.day, "through": [was, through] }));
    let appended = set_closed_through(&tx, book, actor, &entry, through).await?;
    tx.commit().await?;
    Ok(appended)
}
