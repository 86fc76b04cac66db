//! Booking places: by phone, without an account, for one or for several people.
//!
//! One statement looks at the slot and takes the places, so however many press at once, none is given out twice; whoever
//! finds no room gets the next number of the waiting list.
use super::{
    booking::{self, CODE, NAME_CHARS_MAX, PEOPLE_MAX, PlaceBooking, PlaceId, State},
    offering::SUBJECT,
    session::{self, Session, SessionId, SlotId, slot},
    telling::{self, What},
};
use crate::accounts;
use chrono::{DateTime, Utc};
use db::Keys;
use kernel::{Actor, EntryId, limits::TITLE_CHARS_MAX};
use ledger::{AppendError, Book, NewEntry, Subject};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, SqlErr, Statement};
use serde_json::json;

pub const BOOKED: &str = "serve.session.booked";
pub const QUEUED: &str = "serve.session.queued";

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reserving {
    /// Also the booking's id.
    pub entry: EntryId,
    pub session: SessionId,
    pub slot: SlotId,
    /// As typed.
    pub phone: String,
    /// Everybody who will come.
    pub names: Vec<String>,
    /// For whom they work, if whoever books says.
    pub employer: String,
    /// Whether all wait together where the places that are left are too few for them: then those stay empty for others too.
    pub waits: bool,
    /// Whether the code is sent to the telephone: where there is no gateway, nothing has to be queued for it.
    pub tells: bool,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reserved {
    pub state: State,
    /// By which it is found again, and cancelled.
    pub code: String,
}

#[derive(Debug, thiserror::Error)]
pub enum ReserveError {
    #[error("there is no such session or slot")]
    NoSuchSlot,
    #[error("booking opens at {0}")]
    NotOpenYet(DateTime<Utc>),
    #[error("the slot has begun")]
    Begun,
    #[error("the session was called off")]
    CalledOff,
    #[error("this is no telephone number")]
    Phone,
    #[error("nobody is named")]
    NamesMissing,
    #[error("a name is longer than {NAME_CHARS_MAX} characters")]
    NameTooLong,
    #[error("the employer is longer than {TITLE_CHARS_MAX} characters")]
    EmployerTooLong,
    #[error("more than {PEOPLE_MAX} people in one booking")]
    TooMany,
    /// More people than the slot has places, even when it is empty.
    #[error("the slot has {0} places in all")]
    NeverFits(i64),
    /// Some places are left, and more people named.
    #[error("the slot has {0} places left")]
    TooFew(i64),
    #[error("this phone has a booking of this session")]
    PhoneHasOne,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for ReserveError {
    fn from(error: DbErr) -> Self {
        ReserveError::Book(error.into())
    }
}

/// Names as typed, a line or a comma each, without blanks.
pub fn names(text: &str) -> Vec<String> {
    let names = text.split(['\n', '、', ',', '，', ';', '；']);
    let names = names.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    names.filter(|name| !name.is_empty()).collect()
}

pub(super) fn check_names(names: &[String]) -> Result<(), ReserveError> {
    if names.is_empty() {
        return Err(ReserveError::NamesMissing);
    }
    if PEOPLE_MAX < names.len() {
        return Err(ReserveError::TooMany);
    }
    match names
        .iter()
        .any(|name| NAME_CHARS_MAX < name.chars().count())
    {
        true => Err(ReserveError::NameTooLong),
        false => Ok(()),
    }
}

/// Books places, or a place in the waiting list. Safe to repeat with the same entry: the answer is the same booking.
///
/// # Errors
/// One variant for each thing that the person can mend; nothing is written then.
pub async fn reserve(book: &Book, keys: &Keys, new: &Reserving) -> Result<Reserved, ReserveError> {
    let reader = book.db().reader();
    let (session, slot) = slot_of(reader, new.session, new.slot).await?;
    if let Some(reserved) = repeated(reader, keys, new).await? {
        return Ok(reserved);
    }
    check_names(&new.names)?;
    if TITLE_CHARS_MAX < new.employer.trim().chars().count() {
        return Err(ReserveError::EmployerTooLong);
    }
    let phone = sheets::phone(&new.phone).ok_or(ReserveError::Phone)?;
    if session.called_off_on.is_some() {
        return Err(ReserveError::CalledOff);
    }
    let now = book.clock().now();
    if now < session.opens_at {
        return Err(ReserveError::NotOpenYet(session.opens_at));
    }
    if slot.starts_at <= now {
        return Err(ReserveError::Begun);
    }
    let people = i64::try_from(new.names.len()).unwrap_or(i64::MAX);
    if slot.capacity < people {
        return Err(ReserveError::NeverFits(slot.capacity));
    }
    let code = CODE.made(keys, new.entry);
    let (sealed, found_by) = booking::sealed_phone(keys, &phone);
    let tx = book.db().begin().await?;
    let Some((arrival, state)) = take(&tx, new.slot, people, new.waits).await? else {
        // As the transaction sees it: readers may not know yet what was committed just before.
        let (_, slot) = slot_of(&tx, new.session, new.slot).await?;
        return Err(match slot.closed {
            true => ReserveError::CalledOff,
            false => ReserveError::TooFew(slot.free()),
        });
    };
    let row = PlaceBooking {
        id: PlaceId(new.entry.0),
        session: new.session,
        slot: new.slot,
        state,
        people,
        arrival,
        served: 0,
        walk_in: false,
        phone: Some(sealed),
        phone_found_by: Some(found_by),
        names: booking::sealed_names(keys, &new.names),
        code_found_by: CODE.found_by(keys, &code),
        served_entry: None,
        employer: new.employer.trim().to_owned(),
    };
    let added = booking::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx)
        .await;
    if let Err(error) = added {
        // What was taken goes back with the transaction.
        drop(tx);
        return match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => repeated(reader, keys, new)
                .await?
                .ok_or(ReserveError::PhoneHasOne),
            _ => Err(error.into()),
        };
    }
    let act = entry(new.entry, state, &session, people, book.clock().today());
    ledger::append(&tx, book, &Actor::public(session.unit), &act).await?;
    if new.tells {
        let what = match state {
            State::Booked => What::Booked,
            State::Waiting | State::Cancelled => What::Waiting,
        };
        telling::tell(&tx, PlaceId(new.entry.0), what, now).await?;
    }
    tx.commit().await?;
    Ok(Reserved { state, code })
}

/// The booking that this very act made before, if it did.
async fn repeated(
    connection: &impl ConnectionTrait,
    keys: &Keys,
    new: &Reserving,
) -> Result<Option<Reserved>, ReserveError> {
    let select = booking::Entity::find_by_id(PlaceId(new.entry.0));
    let Some(before) = select.one(connection).await? else {
        return Ok(None);
    };
    // The code is for whoever sent the form: they know its phone and its people.
    let is_same = before.session == new.session && before.names(keys) == new.names;
    match is_same {
        true => Ok(Some(Reserved {
            state: before.state,
            code: CODE.made(keys, new.entry),
        })),
        false => Err(AppendError::IdReused.into()),
    }
}

pub(super) async fn slot_of(
    connection: &impl ConnectionTrait,
    session: SessionId,
    slot: SlotId,
) -> Result<(Session, session::Slot), ReserveError> {
    let found = session::find(connection, session).await?;
    let slot = slot::Entity::find_by_id(slot).one(connection).await?;
    match (found, slot) {
        (Some(found), Some(slot)) if slot.session == found.id => Ok((found, slot)),
        _ => Err(ReserveError::NoSuchSlot),
    }
}

/// Takes places of a slot if there is room and nobody waits, else a number of the waiting list. The row is locked until the
/// transaction ends, so arrivals are numbered in the order in which they are answered. None when it was called off, or has
/// places left for some of these people and they do not all want to wait.
async fn take(
    tx: &impl ConnectionTrait,
    slot: SlotId,
    people: i64,
    waits: bool,
) -> Result<Option<(i64, State)>, DbErr> {
    const UPDATE: &str = "UPDATE serve_session_slot SET arrivals = arrivals + 1, \
         booked = booked + CASE WHEN waiting = 0 AND booked + $1 <= capacity THEN $1 ELSE 0 END, \
         waiting = waiting + CASE WHEN waiting = 0 AND booked + $1 <= capacity THEN 0 ELSE 1 END \
         WHERE id = $2 AND NOT closed \
         AND ($3 OR waiting > 0 OR booked + $1 <= capacity OR booked >= capacity) \
         RETURNING arrivals, waiting";
    let values = [people.into(), slot.0.into(), waits.into()];
    let update = Statement::from_sql_and_values(tx.get_database_backend(), UPDATE, values);
    let Some(row) = tx.query_one_raw(update).await? else {
        return Ok(None);
    };
    let waiting: i64 = row.try_get_by_index(1)?;
    let state = match waiting {
        0 => State::Booked,
        _ => State::Waiting,
    };
    Ok(Some((row.try_get_by_index(0)?, state)))
}

fn entry(
    id: EntryId,
    state: State,
    session: &Session,
    people: i64,
    today: chrono::NaiveDate,
) -> NewEntry {
    let kind = match state {
        State::Booked => BOOKED,
        State::Waiting | State::Cancelled => QUEUED,
    };
    let subject = Subject::new(SUBJECT, session.id);
    let act = NewEntry::new(id, kind, subject, session.unit, today)
        .with_details(json!({ "people": people }));
    match state {
        State::Booked => act.post_at(accounts::SESSION_BOOKED, session.unit, session.day, people),
        State::Waiting | State::Cancelled => act,
    }
}
