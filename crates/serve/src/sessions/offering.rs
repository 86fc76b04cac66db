//! Offering a session: what, where, when, for how many.
use super::{
    session::{self, Session, SessionId, SlotId, slot},
    slot_text::SlotLine,
    telling,
};
use crate::corrections::CorrectionError;
use crate::refusal;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use kernel::{
    Actor, EntryId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
    zone,
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

pub const SUBJECT: &str = "serve.session";
pub const OFFERED: &str = "serve.session.offered";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offering {
    /// Also the session's id.
    pub entry: EntryId,
    pub unit: UnitId,
    pub title_zh: String,
    pub title_en: String,
    pub place: String,
    pub day: NaiveDate,
    pub opens_at: DateTime<Utc>,
    pub eligibility: String,
    pub slots: Vec<SlotLine>,
}

#[derive(Debug, thiserror::Error)]
pub enum OfferError {
    #[error("the right to serve does not reach the unit")]
    NotYours,
    #[error("a session needs a title of at most {TITLE_CHARS_MAX} characters")]
    Title(&'static str),
    #[error("a session needs a place of at most {TITLE_CHARS_MAX} characters")]
    Place,
    #[error("the words on who may come are longer than {NOTE_CHARS_MAX} characters")]
    EligibilityTooLong,
    #[error("a slot begins in the past")]
    Past,
    #[error("booking would open when it is over")]
    OpensTooLate,
    #[error("a session needs a slot")]
    NoSlot,
    #[error("the number of slots cannot change")]
    SlotCount(usize),
    #[error("{1} places of {0} are booked")]
    FewerThanBooked(String, i64),
    #[error("somebody has booked for that day")]
    HasBookings,
    #[error("it was called off")]
    CalledOff,
    #[error(transparent)]
    Correction(#[from] CorrectionError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for OfferError {
    fn from(error: DbErr) -> Self {
        OfferError::Book(error.into())
    }
}

/// A time of the day in the product's time zone.
pub fn instant(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = day.and_time(time).and_local_timezone(zone()).single();
    local
        .expect("a fixed offset has no gaps")
        .with_timezone(&Utc)
}

/// All that is wrong with what was typed.
pub(super) async fn wrong(
    book: &Book,
    actor: &Actor,
    new: &Offering,
) -> Result<Vec<OfferError>, DbErr> {
    let tree = book.tree(book.db().reader()).await?;
    let begins = new.slots.iter().map(|slot| slot.starts).min();
    let is_past = begins.is_some_and(|begins| instant(new.day, begins) < book.clock().now());
    let mut wrong = wrong_said(new);
    if is_past {
        // The day is what is wrong then.
        wrong.retain(|error| !matches!(error, OfferError::OpensTooLate));
        wrong.push(OfferError::Past);
    }
    if !tree.reaches(&actor.reach(Right::Serve), new.unit, book.clock().today()) {
        wrong.push(OfferError::NotYours);
    }
    Ok(wrong)
}

/// All that is wrong whenever it is said.
pub(super) fn wrong_said(new: &Offering) -> Vec<OfferError> {
    let fits =
        |text: &str| !text.trim().is_empty() && text.trim().chars().count() <= TITLE_CHARS_MAX;
    let mut wrong = Vec::new();
    if !fits(&new.title_zh) {
        wrong.push(OfferError::Title("title_zh"));
    } else if !fits(&new.title_en) {
        wrong.push(OfferError::Title("title_en"));
    }
    if !fits(&new.place) {
        wrong.push(OfferError::Place);
    }
    if NOTE_CHARS_MAX < new.eligibility.chars().count() {
        wrong.push(OfferError::EligibilityTooLong);
    }
    match new.slots.iter().map(|slot| slot.ends).max() {
        None => wrong.push(OfferError::NoSlot),
        Some(last) if instant(new.day, last) <= new.opens_at => {
            wrong.push(OfferError::OpensTooLate);
        }
        Some(_) => {}
    }
    wrong
}

/// Offers a session. Its places count on its day. Safe to repeat with the same entry.
///
/// # Errors
/// One variant for each thing to be put right; nothing is written then.
pub async fn offer(book: &Book, actor: &Actor, new: &Offering) -> Result<Appended, OfferError> {
    refusal::first(wrong(book, actor, new).await?)?;
    let today = book.clock().today();
    let id = SessionId(new.entry.0);
    let act = entry(OFFERED, id, new, today);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = Session {
            id,
            unit: new.unit,
            title_zh: new.title_zh.trim().to_owned(),
            title_en: new.title_en.trim().to_owned(),
            place: new.place.trim().to_owned(),
            day: new.day,
            opens_at: new.opens_at,
            eligibility: new.eligibility.trim().to_owned(),
            called_off_on: None,
            call_off_reason: String::new(),
        };
        session::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
        let rows = (0..).zip(&new.slots).map(|(at, line)| {
            slot::Model {
                id: slot_id(new.entry, at),
                session: id,
                starts_at: instant(new.day, line.starts),
                ends_at: instant(new.day, line.ends),
                capacity: line.capacity,
                booked: 0,
                waiting: 0,
                arrivals: 0,
                closed: false,
            }
            .into_active_model()
        });
        slot::Entity::insert_many(rows.collect::<Vec<_>>())
            .exec_without_returning(&tx)
            .await?;
    }
    if let Some(first) = new.slots.iter().map(|slot| slot.starts).min() {
        let begins = instant(new.day, first);
        telling::remind(&tx, id, begins, book.clock().now()).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// What the book says of a session: its places count on its day.
pub(super) fn entry(
    kind: &'static str,
    id: SessionId,
    new: &Offering,
    happened_on: NaiveDate,
) -> NewEntry {
    let capacity: i64 = new.slots.iter().map(|slot| slot.capacity).sum();
    let slots = new.slots.iter();
    let slots = slots.map(|slot| json!([slot.starts, slot.ends, slot.capacity]));
    let subject = Subject::new(SUBJECT, id);
    let offered = crate::accounts::SESSION_OFFERED;
    NewEntry::new(new.entry, kind, subject, new.unit, happened_on)
        .with_details(json!({
            "title": new.title_zh.trim(), "place": new.place.trim(), "day": new.day,
            "slots": slots.collect::<Vec<_>>(),
        }))
        .post_at(offered, new.unit, new.day, capacity)
}

/// The id of the session's slot number `at`, from 0: always the same for the same two.
pub fn slot_id(offering: EntryId, at: usize) -> SlotId {
    SlotId(Uuid::new_v5(&offering.0, format!("slot {at}").as_bytes()))
}
