//! Booking a result: by the department that keeps the counter, from a document.
use super::{
    booking::{self, BookingId},
    counter::{self, Counter},
};
use crate::refusal;
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, Right,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;

pub const SUBJECT: &str = "serve.result";
pub const BOOKED: &str = "serve.result.booked";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    pub entry: EntryId,
    pub counter: String,
    pub result: Booked,
}

/// What is booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    pub day: NaiveDate,
    /// Pieces or fen, as the counter says.
    pub quantity: i64,
    pub document: String,
    pub note: String,
}

#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// Or it is not the actor's to know of.
    #[error("there is no such counter")]
    NoSuchCounter,
    #[error("the right to record does not reach the counter's unit")]
    NotYours,
    #[error("the quantity is not above nought")]
    Quantity,
    #[error("the day has not come")]
    DayToCome,
    #[error("the counter began on {0}")]
    BeforeCounter(NaiveDate),
    #[error("the number of the document is missing or longer than {TITLE_CHARS_MAX} characters")]
    Document,
    #[error("the note is longer than {NOTE_CHARS_MAX} characters")]
    NoteTooLong,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for RecordError {
    fn from(error: DbErr) -> Self {
        RecordError::Book(error.into())
    }
}

/// All that is wrong with what was typed.
pub(super) fn wrong(today: NaiveDate, counter: &Counter, result: &Booked) -> Vec<RecordError> {
    let document = result.document.trim();
    let mut wrong = Vec::new();
    if today < result.day {
        wrong.push(RecordError::DayToCome);
    } else if result.day < counter.since {
        wrong.push(RecordError::BeforeCounter(counter.since));
    }
    if result.quantity <= 0 {
        wrong.push(RecordError::Quantity);
    }
    if document.is_empty() || TITLE_CHARS_MAX < document.chars().count() {
        wrong.push(RecordError::Document);
    }
    if NOTE_CHARS_MAX < result.note.chars().count() {
        wrong.push(RecordError::NoteTooLong);
    }
    wrong
}

pub(super) async fn check(
    book: &Book,
    actor: &Actor,
    counter: &Counter,
    result: &Booked,
) -> Result<(), RecordError> {
    refusal::first(wrong(book.clock().today(), counter, result))?;
    let tree = book.tree(book.db().reader()).await?;
    match tree.reaches(&actor.reach(Right::Record), counter.unit, result.day) {
        true => Ok(()),
        false => Err(RecordError::NotYours),
    }
}

pub(super) fn entry(
    id: EntryId,
    kind: &'static str,
    booking: BookingId,
    counter: &Counter,
    result: &Booked,
) -> NewEntry {
    let subject = Subject::new(SUBJECT, booking);
    NewEntry::new(id, kind, subject, counter.unit, result.day)
        .with_details(json!({
            "counter": counter.code, "quantity": result.quantity,
            "document": result.document.trim(), "note": result.note.trim(),
        }))
        .post(counter.account(), result.quantity)
}

/// Books a result. Safe to repeat with the same entry.
pub async fn record(book: &Book, actor: &Actor, new: &Recording) -> Result<Appended, RecordError> {
    let counter = counter::find(book.db().reader(), &new.counter).await?;
    let counter = counter.ok_or(RecordError::NoSuchCounter)?;
    check(book, actor, &counter, &new.result).await?;
    let id = BookingId(new.entry.0);
    let act = entry(new.entry, BOOKED, id, &counter, &new.result);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = booking::Model {
            id,
            counter: counter.code,
            day: new.result.day,
            quantity: new.result.quantity,
            document: new.result.document.trim().to_owned(),
            note: new.result.note.trim().to_owned(),
            head_entry: new.entry,
            withdrawn: false,
        };
        booking::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}
