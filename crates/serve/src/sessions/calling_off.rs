//! Calling a whole session off, with the reason that everybody reads: its places and bookings count no longer.
use super::{
    booking,
    cancelling::shift,
    offering::SUBJECT,
    session::{self, SessionId, slot},
    telling::{self, What},
};
use crate::accounts;
use kernel::{Actor, EntryId, Right, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Book, NewEntry, Subject};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};

pub const CALLED_OFF: &str = "serve.session.called_off";

#[derive(Debug, thiserror::Error)]
pub enum CallOffError {
    #[error("there is no such session")]
    NoSuchSession,
    #[error("the right to serve does not reach the session's unit")]
    NotYours,
    #[error("a reason of at most {NOTE_CHARS_MAX} characters is needed")]
    Reason,
    #[error("somebody was served")]
    Served,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for CallOffError {
    fn from(error: DbErr) -> Self {
        CallOffError::Book(error.into())
    }
}

/// Calls it off and tells everybody who booked or waits. Doing it again changes nothing.
pub async fn call_off(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    id: SessionId,
    reason: &str,
) -> Result<(), CallOffError> {
    let reader = book.db().reader();
    let (tree, today) = (book.tree(reader).await?, book.clock().today());
    let found = session::find(reader, id).await?;
    let found = found.ok_or(CallOffError::NoSuchSession)?;
    if !tree.reaches(&actor.reach(Right::Serve), found.unit, today) {
        return Err(CallOffError::NotYours);
    }
    let reason = reason.trim();
    if reason.is_empty() || NOTE_CHARS_MAX < reason.chars().count() {
        return Err(CallOffError::Reason);
    }
    let tx = book.db().begin().await?;
    // The slots first, in their order: whoever books, cancels or ticks off at the same moment waits here.
    for slot in session::slots(reader, id).await? {
        shift(&tx, slot.id, 0, 0).await?;
    }
    let now = session::find(&tx, id).await?;
    if now.is_none_or(|now| now.called_off_on.is_some()) {
        return Ok(());
    }
    let bookings = booking::of_session(&tx, id).await?;
    if bookings.iter().any(|booking| 0 < booking.served) {
        return Err(CallOffError::Served);
    }
    let slots = session::slots(&tx, id).await?;
    let sum = |of: fn(&session::Slot) -> i64| slots.iter().map(of).sum::<i64>();
    let (places, booked) = (sum(|slot| slot.capacity), sum(|slot| slot.booked));
    slot::Entity::update_many()
        .col_expr(slot::Column::Closed, Expr::value(true))
        .filter(slot::Column::Session.eq(id))
        .exec(&tx)
        .await?;
    session::Entity::update_many()
        .col_expr(session::Column::CalledOffOn, Expr::value(today))
        .col_expr(session::Column::CallOffReason, Expr::value(reason))
        .filter(session::Column::Id.eq(id))
        .exec(&tx)
        .await?;
    let subject = Subject::new(SUBJECT, id);
    let act = NewEntry::new(entry, CALLED_OFF, subject, found.unit, today).because(reason);
    let act = act.post_at(accounts::SESSION_OFFERED, found.unit, found.day, -places);
    let act = match booked {
        0 => act,
        booked => act.post_at(accounts::SESSION_BOOKED, found.unit, found.day, -booked),
    };
    ledger::append(&tx, book, actor, &act).await?;
    for booking in &bookings {
        telling::tell(&tx, booking.id, What::CalledOff, book.clock().now()).await?;
    }
    tx.commit().await?;
    Ok(())
}
