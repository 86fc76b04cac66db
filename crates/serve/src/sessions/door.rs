//! At the door: who came is ticked off, and whoever comes without a booking is let in while there is room.
use super::{
    booking::{self, CODE, PlaceBooking, PlaceId, State},
    cancelling::shift,
    offering::SUBJECT,
    reserving::{self, ReserveError, slot_of},
    session::{self, Session, SessionId, SlotId},
};
use crate::accounts;
use db::Keys;
use kernel::{Actor, EntryId, Right};
use ledger::{AppendError, Book, CorrectError, NewEntry, Subject, entry};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr,
};
use serde_json::json;

pub const SERVED: &str = "serve.session.served";
pub const SERVED_CORRECTED: &str = "serve.session.served_corrected";
pub const WALKED_IN: &str = "serve.session.walked_in";

#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// Or it is not the actor's to know of.
    #[error("there is no such booking")]
    NoSuchBooking,
    #[error("the right to serve does not reach the session's unit")]
    NotYours,
    #[error("the session's day has not come")]
    DayToCome,
    #[error("the session was called off")]
    CalledOff,
    #[error("the booking waits or was cancelled")]
    NotBooked,
    #[error("the booking has {0} people")]
    MoreThanBooked(i64),
    #[error("the slot has no room for so many")]
    Full,
    #[error("somebody ticked it off meanwhile")]
    Meanwhile,
    #[error(transparent)]
    Reserve(#[from] ReserveError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for DoorError {
    fn from(error: DbErr) -> Self {
        DoorError::Book(error.into())
    }
}

impl From<CorrectError> for DoorError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::Append(error) => DoorError::Book(error),
            _ => DoorError::Meanwhile,
        }
    }
}

async fn check(book: &Book, actor: &Actor, session: &Session) -> Result<(), DoorError> {
    let (tree, today) = (book.tree(book.db().reader()).await?, book.clock().today());
    if !tree.reaches(&actor.reach(Right::Serve), session.unit, today) {
        return Err(DoorError::NotYours);
    }
    match session.day <= today {
        true => Ok(()),
        false => Err(DoorError::DayToCome),
    }
}

/// How many of a booking came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick<'a> {
    pub entry: EntryId,
    pub booking: PlaceId,
    pub served: i64,
    /// How many had come when somebody decided on this number; `None` when they did not look.
    pub seen: Option<i64>,
    /// Stands in the book where another number was said before.
    pub reason: &'a str,
}

/// Says how many of a booking were served. Another number later is a correction. Sent twice, or by two people with the same
/// number, it counts once; of two different numbers, the one who did not know of the other is told.
pub async fn serve(book: &Book, actor: &Actor, tick: &Tick<'_>) -> Result<(), DoorError> {
    let reader = book.db().reader();
    let booking = booking::Entity::find_by_id(tick.booking)
        .one(reader)
        .await?;
    let booking = booking.ok_or(DoorError::NoSuchBooking)?;
    let session = session::find(reader, booking.session).await?;
    let session = session.ok_or(DoorError::NoSuchBooking)?;
    check(book, actor, &session).await?;
    if booking.state != State::Booked {
        return Err(DoorError::NotBooked);
    }
    if !(0..=booking.people).contains(&tick.served) {
        return Err(DoorError::MoreThanBooked(booking.people));
    }
    let tx = book.db().begin().await?;
    shift(&tx, booking.slot, 0, 0).await?;
    let now = booking::Entity::find_by_id(tick.booking).one(&tx).await?;
    let now = now.ok_or(DoorError::NoSuchBooking)?;
    if now.state != State::Booked {
        return Err(DoorError::NotBooked);
    }
    let slot = session::slot::Entity::find_by_id(booking.slot)
        .one(&tx)
        .await?;
    if slot.is_none_or(|slot| slot.closed) {
        return Err(DoorError::CalledOff);
    }
    if now.served == tick.served {
        return Ok(());
    }
    if entry::by_id(&tx, tick.entry).await?.is_some() {
        // This very tick was taken before, and somebody corrected it since.
        return Ok(());
    }
    if tick.seen.is_some_and(|seen| seen != now.served) {
        return Err(DoorError::Meanwhile);
    }
    match now.served_entry {
        None => {
            let act = counting(tick.entry, SERVED, &session, tick.served);
            ledger::append(&tx, book, actor, &act).await?;
        }
        Some(before) => {
            let act = counting(tick.entry, SERVED_CORRECTED, &session, tick.served);
            let act = act.because(tick.reason);
            ledger::correct(&tx, book, actor, before, &act).await?;
        }
    }
    set_served(&tx, tick.booking, tick.served, tick.entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Somebody who comes without a booking and is served at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkIn {
    /// Also the booking's id.
    pub entry: EntryId,
    pub session: SessionId,
    pub slot: SlotId,
    pub names: Vec<String>,
}

/// Lets people in without a booking, as long as their slot has places. Safe to repeat with the same entry.
pub async fn walk_in(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &WalkIn,
) -> Result<(), DoorError> {
    let reader = book.db().reader();
    let (session, slot) = slot_of(reader, new.session, new.slot).await?;
    check(book, actor, &session).await?;
    reserving::check_names(&new.names)?;
    let people = i64::try_from(new.names.len()).unwrap_or(i64::MAX);
    let tx = book.db().begin().await?;
    shift(&tx, slot.id, 0, 0).await?;
    let id = PlaceId(new.entry.0);
    if booking::Entity::find_by_id(id).one(&tx).await?.is_some() {
        return Ok(());
    }
    let now = session::slot::Entity::find_by_id(slot.id).one(&tx).await?;
    let now = now.ok_or(DoorError::NoSuchBooking)?;
    if now.closed {
        return Err(DoorError::CalledOff);
    }
    if now.capacity < now.booked + people {
        return Err(DoorError::Full);
    }
    shift(&tx, slot.id, people, 0).await?;
    let row = PlaceBooking {
        id,
        session: session.id,
        slot: slot.id,
        state: State::Booked,
        people,
        arrival: now.arrivals,
        served: people,
        walk_in: true,
        phone: None,
        phone_found_by: None,
        names: booking::sealed_names(keys, &new.names),
        code_found_by: CODE.found_by(keys, &CODE.made(keys, new.entry)),
        served_entry: Some(new.entry),
        employer: String::new(),
    };
    booking::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx)
        .await?;
    let act = counting(new.entry, WALKED_IN, &session, people);
    let act = act.post(accounts::SESSION_BOOKED, people);
    ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(())
}

/// Persons served, and that the session was held.
fn counting(id: EntryId, kind: &'static str, session: &Session, served: i64) -> NewEntry {
    let subject = Subject::new(SUBJECT, session.id);
    let act = NewEntry::new(id, kind, subject, session.unit, session.day)
        .with_details(json!({ "people": served }));
    match served {
        0 => act,
        served => act.post(accounts::SESSION_SERVED, served).post_once(
            accounts::SESSION_HELD,
            session.unit,
            session.id,
        ),
    }
}

async fn set_served(
    tx: &impl ConnectionTrait,
    id: PlaceId,
    served: i64,
    entry: EntryId,
) -> Result<(), DbErr> {
    let update = booking::Entity::update_many()
        .col_expr(booking::Column::Served, Expr::value(served))
        .col_expr(booking::Column::ServedEntry, Expr::value(entry.0))
        .filter(booking::Column::Id.eq(id));
    update.exec(tx).await.map(drop)
}
