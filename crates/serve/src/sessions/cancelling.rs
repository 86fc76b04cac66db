//! Cancelling a booking; whoever waits longest moves up, in order of arrival.
use super::{
    booking::{self, PlaceBooking, State},
    offering::SUBJECT,
    session::{self, Session, SlotId, slot},
    telling::{self, What},
};
use crate::accounts;
use db::Tx;
use kernel::{Actor, EntryId};
use ledger::{AppendError, Book, NewEntry, Subject};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

pub const CANCELLED: &str = "serve.session.cancelled";
pub const MOVED_UP: &str = "serve.session.moved_up";

#[derive(Debug, thiserror::Error)]
pub enum CancelError {
    #[error("there is no such booking")]
    NoSuchBooking,
    #[error("somebody of it was served already")]
    Served,
    #[error("the slot has begun; the organiser can still release the places")]
    Begun,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for CancelError {
    fn from(error: DbErr) -> Self {
        CancelError::Book(error.into())
    }
}

/// Cancels a booking. A resident may until the slot begins, the organiser afterwards too. Doing it again changes nothing.
pub async fn cancel(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    id: booking::PlaceId,
    by_organiser: bool,
) -> Result<(), CancelError> {
    let reader = book.db().reader();
    let booking = booking::Entity::find_by_id(id).one(reader).await?;
    let booking = booking.ok_or(CancelError::NoSuchBooking)?;
    let session = session::find(reader, booking.session).await?;
    let session = session.ok_or(CancelError::NoSuchBooking)?;
    let slot = slot::Entity::find_by_id(booking.slot).one(reader).await?;
    let slot = slot.ok_or(CancelError::NoSuchBooking)?;
    if booking.state == State::Cancelled {
        return Ok(());
    }
    if !by_organiser && slot.starts_at <= book.clock().now() {
        return Err(CancelError::Begun);
    }
    let tx = book.db().begin().await?;
    // The slot first: whoever books or cancels at the same moment waits here.
    shift(&tx, slot.id, 0, 0).await?;
    let booking = booking::Entity::find_by_id(id).one(&tx).await?;
    let booking = booking.ok_or(CancelError::NoSuchBooking)?;
    let was = booking.state;
    let slot = slot::Entity::find_by_id(slot.id).one(&tx).await?;
    let slot = slot.ok_or(CancelError::NoSuchBooking)?;
    // Of a session that was called off, nothing is left to give back.
    if was == State::Cancelled || slot.closed {
        return Ok(());
    }
    if 0 < booking.served {
        return Err(CancelError::Served);
    }
    set_state(&tx, &booking, State::Cancelled).await?;
    let (places, waiting) = match was {
        State::Booked => (-booking.people, 0),
        State::Waiting | State::Cancelled => (0, -1),
    };
    shift(&tx, slot.id, places, waiting).await?;
    let act = entry_of(entry, CANCELLED, &session, places, book);
    ledger::append(&tx, book, actor, &act).await?;
    move_up(&tx, book, actor, &session, slot.id, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives free places to those who wait, strictly in order: nobody overtakes a larger group.
pub(super) async fn move_up(
    tx: &Tx,
    book: &Book,
    actor: &Actor,
    session: &Session,
    slot: SlotId,
    cause: EntryId,
) -> Result<(), AppendError> {
    loop {
        let next = booking::Entity::find()
            .filter(booking::Column::Slot.eq(slot))
            .filter(booking::Column::State.eq(State::Waiting))
            .order_by_asc(booking::Column::Arrival)
            .one(tx)
            .await?;
        let now = slot::Entity::find_by_id(slot).one(tx).await?;
        let (Some(next), Some(now)) = (next, now) else {
            return Ok(());
        };
        if now.capacity < now.booked + next.people {
            return Ok(());
        }
        shift(tx, slot, next.people, -1).await?;
        set_state(tx, &next, State::Booked).await?;
        let id = EntryId(Uuid::new_v5(&cause.0, next.id.0.as_bytes()));
        let act = entry_of(id, MOVED_UP, session, next.people, book);
        ledger::append(tx, book, actor, &act).await?;
        telling::tell(tx, next.id, What::MovedUp, book.clock().now()).await?;
    }
}

fn entry_of(
    id: EntryId,
    kind: &'static str,
    session: &Session,
    places: i64,
    book: &Book,
) -> NewEntry {
    let subject = Subject::new(SUBJECT, session.id);
    let act = NewEntry::new(id, kind, subject, session.unit, book.clock().today())
        .with_details(json!({ "people": places.abs() }));
    match places {
        0 => act,
        places => act.post_at(accounts::SESSION_BOOKED, session.unit, session.day, places),
    }
}

async fn set_state(
    tx: &impl ConnectionTrait,
    booking: &PlaceBooking,
    state: State,
) -> Result<(), DbErr> {
    let update = booking::Entity::update_many()
        .col_expr(booking::Column::State, Expr::value(state))
        .filter(booking::Column::Id.eq(booking.id));
    update.exec(tx).await.map(drop)
}

/// Changes a slot's counts, and holds its row until the transaction ends.
pub(super) async fn shift(
    tx: &impl ConnectionTrait,
    slot: SlotId,
    places: i64,
    waiting: i64,
) -> Result<(), DbErr> {
    let update = slot::Entity::update_many()
        .col_expr(
            slot::Column::Booked,
            Expr::col(slot::Column::Booked).add(places),
        )
        .col_expr(
            slot::Column::Waiting,
            Expr::col(slot::Column::Waiting).add(waiting),
        )
        .filter(slot::Column::Id.eq(slot));
    update.exec(tx).await.map(drop)
}
