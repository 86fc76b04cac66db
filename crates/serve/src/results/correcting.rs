//! Correcting a booking, or taking it back: one more entry that says what is right and why.
use super::{
    booking::{self, BookingId},
    counter,
    recording::{self, Booked, RecordError},
};
use crate::refusal;
use kernel::{Actor, EntryId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, CorrectError, NewEntry, Subject};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, IntoActiveModel};

pub const CORRECTED: &str = "serve.result.corrected";
pub const WITHDRAWN: &str = "serve.result.withdrawn";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correcting {
    pub entry: EntryId,
    pub booking: BookingId,
    /// The last entry about the booking that the person saw.
    pub corrects: EntryId,
    pub reason: String,
    /// `None` takes the booking back.
    pub result: Option<Booked>,
}

#[derive(Debug, thiserror::Error)]
pub enum CorrectBookingError {
    #[error("there is no such booking")]
    NoSuchBooking,
    #[error(transparent)]
    Record(#[from] RecordError),
    #[error("a correction needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error("somebody corrected it meanwhile")]
    AlreadyCorrected,
}

impl From<DbErr> for CorrectBookingError {
    fn from(error: DbErr) -> Self {
        RecordError::from(error).into()
    }
}

impl From<AppendError> for CorrectBookingError {
    fn from(error: AppendError) -> Self {
        RecordError::Book(error).into()
    }
}

impl From<CorrectError> for CorrectBookingError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::ReasonMissing => CorrectBookingError::Reason,
            CorrectError::AlreadyCorrected { .. } => CorrectBookingError::AlreadyCorrected,
            CorrectError::NoSuchEntry => CorrectBookingError::NoSuchBooking,
            CorrectError::Append(error) => error.into(),
        }
    }
}

/// Corrects a booking. Safe to repeat with the same entry.
pub async fn correct(
    book: &Book,
    actor: &Actor,
    new: &Correcting,
) -> Result<Appended, CorrectBookingError> {
    let reader = book.db().reader();
    let booking = booking::Entity::find_by_id(new.booking).one(reader).await?;
    let booking = booking.ok_or(CorrectBookingError::NoSuchBooking)?;
    let counter = counter::find(reader, &booking.counter).await?;
    let counter = counter.ok_or(CorrectBookingError::NoSuchBooking)?;
    if !refusal::is_note(&new.reason) {
        return Err(CorrectBookingError::Reason);
    }
    let as_it_is = Booked {
        day: booking.day,
        quantity: booking.quantity,
        document: booking.document.clone(),
        note: booking.note.clone(),
    };
    // Both what it says now and what it will say must be the actor's to record.
    recording::check(book, actor, &counter, &as_it_is).await?;
    let act = match &new.result {
        Some(result) => {
            recording::check(book, actor, &counter, result).await?;
            recording::entry(new.entry, CORRECTED, new.booking, &counter, result)
        }
        None => {
            let subject = Subject::new(recording::SUBJECT, new.booking);
            NewEntry::new(new.entry, WITHDRAWN, subject, counter.unit, booking.day)
        }
    };
    let act = act.because(new.reason.trim());
    let tx = book.db().begin().await?;
    let appended = ledger::correct(&tx, book, actor, new.corrects, &act).await?;
    if appended.is_new() {
        if booking.head_entry != new.corrects {
            return Err(CorrectBookingError::AlreadyCorrected);
        }
        let result = new.result.clone().unwrap_or(as_it_is);
        let mut row = booking.into_active_model();
        row.day = Set(result.day);
        row.quantity = Set(result.quantity);
        row.document = Set(result.document.trim().to_owned());
        row.note = Set(result.note.trim().to_owned());
        row.head_entry = Set(new.entry);
        row.withdrawn = Set(new.result.is_none());
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(appended)
}
