//! The unit writes its section and sends it in.
use super::{Model, SENT, SectionError, SectionId, State, act, find, fits, may_record, save};
use crate::briefs::brief::BODY_CHARS_MAX;
use kernel::{Actor, EntryId};
use ledger::Book;

/// What the unit does with its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// To go on later.
    Keep,
    Send,
}

/// The unit writes its section, and sends it when it is ready. Safe to repeat with the same entry.
pub async fn write(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    (id, seen_version): (SectionId, i32),
    body: &str,
    then: Then,
) -> Result<Model, SectionError> {
    fits("body", body, BODY_CHARS_MAX)?;
    if then == Then::Send && body.trim().is_empty() {
        return Err(SectionError::Missing("body"));
    }
    let tx = book.db().begin().await?;
    let current = find(&tx, id).await?.ok_or(SectionError::NotFound)?;
    if !may_record(book, &tx, actor, current.unit_id).await? {
        return Err(SectionError::NotAllowed);
    }
    if ledger::entry::by_id(&tx, entry).await?.is_some()
        || current.body == body && then == Then::Keep
    {
        return Ok(current);
    }
    if !current.is_open() || current.version != seen_version {
        return Err(SectionError::MovedOn(Box::new(current)));
    }
    let mut next = Model {
        body: body.to_owned(),
        version: current.version + 1,
        ..current.clone()
    };
    if then == Then::Send {
        next.state = State::Sent;
        next.sent_by = Some(actor.person);
        next.sent_at = Some(book.clock().now());
    }
    let saved = save(&tx, &current, &next).await?;
    if then == Then::Send {
        let act = act(book, entry, SENT, id, saved.unit_id);
        ledger::append(&tx, book, actor, &act).await?;
    }
    tx.commit().await?;
    Ok(saved)
}
