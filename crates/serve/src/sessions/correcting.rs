//! Correcting what was said when a session was offered: words, place, times, places.
//!
//! Nobody who booked loses a place by it; whoever booked is told of another time or place. Another day is for a session only
//! that nobody has booked.
use super::{
    booking::{self, State},
    cancelling::{move_up, shift},
    offering::{OFFERED, OfferError, Offering, entry, instant, wrong_said},
    session::{self, Session, SessionId, Slot, slot},
    slot_text::SlotLine,
    telling,
};
use crate::{
    corrections::{self, Changes, Correcting, Part},
    refusal,
};
use chrono::NaiveDate;
use db::{Keys, Tx};
use kernel::{Actor, EntryId, Right, zone};
use ledger::{Appended, Book};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

pub const CORRECTED: &str = "serve.session.corrected";

/// What is right of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionSaid {
    pub title_zh: String,
    pub title_en: String,
    pub place: String,
    pub day: NaiveDate,
    pub eligibility: String,
    /// As many as there are.
    pub slots: Vec<SlotLine>,
}

impl SessionSaid {
    /// As if it were offered now.
    pub(super) fn as_offered(&self, entry: EntryId, session: &Session) -> Offering {
        let mut slots = self.slots.clone();
        slots.sort_by_key(|line| line.starts);
        Offering {
            entry,
            unit: session.unit,
            title_zh: self.title_zh.clone(),
            title_en: self.title_en.clone(),
            place: self.place.clone(),
            day: self.day,
            opens_at: session.opens_at,
            eligibility: self.eligibility.clone(),
            slots,
        }
    }
}

/// Corrects a session. Safe to repeat with the same entry.
pub async fn correct(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Correcting,
    right: &SessionSaid,
) -> Result<Appended, OfferError> {
    let reader = book.db().reader();
    let first = corrections::first(reader, new.corrects, OFFERED).await?;
    let id: SessionId = match first.subject_id.parse() {
        Ok(id) => id,
        Err(_) => return Err(corrections::CorrectionError::NoSuchEntry.into()),
    };
    let found = session::find(reader, id).await?;
    let found = found.ok_or(corrections::CorrectionError::NoSuchEntry)?;
    let (tree, today) = (book.tree(reader).await?, book.clock().today());
    if !tree.reaches(&actor.reach(Right::Serve), found.unit, today) {
        return Err(OfferError::NotYours);
    }
    let said = right.as_offered(new.entry, &found);
    refusal::first(wrong_said(&said))?;
    let tx = book.db().begin().await?;
    // The slots first, in their order: whoever books, cancels or ticks off at the same moment waits here.
    for slot in session::slots(reader, id).await? {
        shift(&tx, slot.id, 0, 0).await?;
    }
    let now = session::find(&tx, id).await?;
    let now = now.ok_or(corrections::CorrectionError::NoSuchEntry)?;
    let slots = session::slots(&tx, id).await?;
    let changes = Changes::of(id.0)
        .part(Part::SessionTitleZh, &now.title_zh, &said.title_zh)
        .part(Part::SessionTitleEn, &now.title_en, &said.title_en)
        .part(Part::SessionPlace, &now.place, &said.place)
        .part(Part::SessionDay, now.day, said.day)
        .part(
            Part::SessionSlots,
            text(&lines_of(&slots)),
            text(&said.slots),
        )
        .part(
            Part::SessionEligibility,
            &now.eligibility,
            &said.eligibility,
        );
    let act = entry(CORRECTED, id, &said, first.happened_on);
    let written = corrections::write(&tx, book, keys, actor, new, (act, &changes)).await?;
    if written.is_new() {
        let moved = fits(book, &now, &slots, &said)?;
        put(&tx, &now, &slots, &said).await?;
        for slot in &slots {
            move_up(&tx, book, actor, &now, slot.id, new.entry).await?;
        }
        if moved || now.place.trim() != said.place.trim() {
            tell(&tx, book, &now, new).await?;
        }
        if let (true, Some(first)) = (moved, said.slots.first()) {
            let begins = instant(said.day, first.starts);
            telling::remind(&tx, id, begins, book.clock().now()).await?;
        }
    }
    tx.commit().await?;
    Ok(written)
}

/// Whether it can be so, with what is booked; says whether a time differs.
fn fits(book: &Book, now: &Session, slots: &[Slot], said: &Offering) -> Result<bool, OfferError> {
    if now.called_off_on.is_some() {
        return Err(OfferError::CalledOff);
    }
    if slots.len() != said.slots.len() {
        return Err(OfferError::SlotCount(slots.len()));
    }
    let full = slots.iter().zip(&said.slots);
    let full = full.filter(|(slot, line)| line.capacity < slot.booked);
    if let Some((slot, _)) = full.into_iter().next() {
        return Err(OfferError::FewerThanBooked(
            session::span(slot),
            slot.booked,
        ));
    }
    let is_booked = slots.iter().any(|slot| 0 < slot.booked + slot.waiting);
    if now.day != said.day && is_booked {
        return Err(OfferError::HasBookings);
    }
    let starts = |line: &SlotLine| instant(said.day, line.starts);
    let mut pairs = slots.iter().zip(&said.slots);
    let moves = |(slot, line): (&Slot, &SlotLine)| {
        slot.starts_at != starts(line) || slot.ends_at != instant(said.day, line.ends)
    };
    let moved = pairs.any(moves);
    let is_past = said
        .slots
        .iter()
        .any(|line| starts(line) < book.clock().now());
    match moved && is_past {
        true => Err(OfferError::Past),
        false => Ok(moved),
    }
}

async fn put(tx: &Tx, now: &Session, slots: &[Slot], said: &Offering) -> Result<(), OfferError> {
    use session::Column;
    session::Entity::update_many()
        .col_expr(Column::TitleZh, Expr::value(said.title_zh.trim()))
        .col_expr(Column::TitleEn, Expr::value(said.title_en.trim()))
        .col_expr(Column::Place, Expr::value(said.place.trim()))
        .col_expr(Column::Day, Expr::value(said.day))
        .col_expr(Column::Eligibility, Expr::value(said.eligibility.trim()))
        .filter(Column::Id.eq(now.id))
        .exec(tx)
        .await?;
    for (slot, line) in slots.iter().zip(&said.slots) {
        let (starts, ends) = (instant(said.day, line.starts), instant(said.day, line.ends));
        slot::Entity::update_many()
            .col_expr(slot::Column::StartsAt, Expr::value(starts))
            .col_expr(slot::Column::EndsAt, Expr::value(ends))
            .col_expr(slot::Column::Capacity, Expr::value(line.capacity))
            .filter(slot::Column::Id.eq(slot.id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Tells everybody who booked or waits.
async fn tell(tx: &Tx, book: &Book, now: &Session, new: &Correcting) -> Result<(), OfferError> {
    for booking in booking::of_session(tx, now.id).await? {
        if booking.state != State::Cancelled {
            telling::tell_changed(tx, booking.id, new.entry, book.clock().now()).await?;
        }
    }
    Ok(())
}

/// Slots as they are, in their order.
pub(super) fn lines_of(slots: &[Slot]) -> Vec<SlotLine> {
    let line = |slot: &Slot| SlotLine {
        starts: slot.starts_at.with_timezone(&zone()).time(),
        ends: slot.ends_at.with_timezone(&zone()).time(),
        capacity: slot.capacity,
    };
    slots.iter().map(line).collect()
}

/// Slots as an organiser writes them.
pub(super) fn text(lines: &[SlotLine]) -> String {
    let line = |line: &SlotLine| {
        let (starts, ends) = (line.starts.format("%H:%M"), line.ends.format("%H:%M"));
        format!("{starts}-{ends} {}", line.capacity)
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}
