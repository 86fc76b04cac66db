//! The clerk takes a section over, gives it back, or wants it no more.
use super::{
    Model, RETURNED, SectionError, SectionId, State, TAKEN, WITHDRAWN, act, clerks, find, fits,
    place, save,
};
use crate::briefs::{
    brief,
    drafting::{self, Text},
    working_copy,
};
use kernel::{Actor, EntryId, limits};
use ledger::Book;

/// The clerk gives it back, with what is to be changed. Safe to repeat with the same entry.
pub async fn give_back(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    id: SectionId,
    remark: &str,
) -> Result<Model, SectionError> {
    let remark = remark.trim();
    if remark.is_empty() {
        return Err(SectionError::Missing("remark"));
    }
    fits("remark", remark, limits::NOTE_CHARS_MAX)?;
    let tx = book.db().begin().await?;
    let current = clerks(book, &tx, actor, id).await?;
    if ledger::entry::by_id(&tx, entry).await?.is_some() {
        return Ok(current);
    }
    if !matches!(current.state, State::Sent | State::Taken) {
        return Err(SectionError::MovedOn(Box::new(current)));
    }
    let next = Model {
        state: State::Returned,
        remark: remark.to_owned(),
        version: current.version + 1,
        ..current.clone()
    };
    let saved = save(&tx, &current, &next).await?;
    let act = act(book, entry, RETURNED, id, saved.unit_id).because(remark);
    ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(saved)
}

/// The clerk wants it no more. Safe to repeat with the same entry.
pub async fn withdraw(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    id: SectionId,
) -> Result<Model, SectionError> {
    let tx = book.db().begin().await?;
    let current = clerks(book, &tx, actor, id).await?;
    if current.state == State::Withdrawn {
        return Ok(current);
    }
    if current.state == State::Taken {
        return Err(SectionError::MovedOn(Box::new(current)));
    }
    let next = Model {
        state: State::Withdrawn,
        version: current.version + 1,
        ..current.clone()
    };
    let saved = save(&tx, &current, &next).await?;
    let act = act(book, entry, WITHDRAWN, id, saved.unit_id);
    ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(saved)
}

/// The clerk takes the section over into the draft, `below` a heading ([`place::name`]) or, without one, at its end; the source
/// stays as it was sent. Safe to repeat with the same entry.
pub async fn take_over(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    id: SectionId,
    below: &str,
) -> Result<brief::Model, SectionError> {
    let reader = book.db().reader();
    let section = find(reader, id).await?.ok_or(SectionError::NotFound)?;
    let seen = brief::find(reader, section.brief_id)
        .await?
        .ok_or(SectionError::NotFound)?;
    let mut text = Text::from(&seen);
    text.body = place::put(&text.body, section.body.trim(), below);
    let looked = drafting::look(book, actor, seen.unit_id, &text).await?;

    let tx = book.db().begin().await?;
    let current = clerks(book, &tx, actor, id).await?;
    if current.state == State::Taken {
        return brief::find(&tx, seen.id)
            .await?
            .ok_or(SectionError::NotFound);
    }
    if current.state != State::Sent || current.version != section.version {
        return Err(SectionError::MovedOn(Box::new(current)));
    }
    let next = Model {
        state: State::Taken,
        version: current.version + 1,
        ..current.clone()
    };
    save(&tx, &current, &next).await?;
    let taken = act(book, entry, TAKEN, id, current.unit_id);
    ledger::append(&tx, book, actor, &taken).await?;
    let change = EntryId(uuid::Uuid::new_v5(&entry.0, b"change"));
    let change = (change, seen.id, seen.version);
    let changed = drafting::change_in(&tx, book, actor, change, &text, &looked).await?;
    let versions = (seen.version, changed.version);
    let put = |body: &str| place::put(body, section.body.trim(), below);
    working_copy::carry(&tx, (seen.id, actor.person), versions, put).await?;
    tx.commit().await?;
    Ok(changed)
}
