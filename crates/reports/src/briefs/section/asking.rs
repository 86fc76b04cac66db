//! The clerk asks a unit for a section.
use super::{ASKED, ActiveModel, Entity, Model, SectionError, SectionId, State, act, find, fits};
use crate::briefs::{
    brief::{self, BriefId},
    drafting::{self, DraftError},
};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, UnitId, limits};
use ledger::Book;
use sea_orm::{ActiveValue::Set, EntityTrait};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    pub unit: UnitId,
    pub asked: String,
    pub due: NaiveDate,
}

/// Asks a unit for a section. Safe to repeat with the same entry.
pub async fn ask(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    brief: BriefId,
    asking: &Asking,
) -> Result<Model, SectionError> {
    let asked = asking.asked.trim();
    if asked.is_empty() {
        return Err(SectionError::Missing("asked"));
    }
    fits("asked", asked, limits::NOTE_CHARS_MAX)?;
    let id = SectionId(entry.0);
    let tx = book.db().begin().await?;
    if let Some(there) = find(&tx, id).await? {
        return Ok(there);
    }
    let brief = brief::find(&tx, brief)
        .await?
        .ok_or(SectionError::NotFound)?;
    drafting::may_write(book, &tx, actor, brief.unit_id).await?;
    if let Some(total) = brief.issue_total {
        return Err(DraftError::Issued { total }.into());
    }
    let today = book.clock().today();
    if asking.due < today {
        return Err(SectionError::DayPast);
    }
    let tree = book.tree(&tx).await?;
    if tree.place(asking.unit, today).is_none() {
        return Err(SectionError::UnknownUnit);
    }
    let row = ActiveModel {
        id: Set(id),
        brief_id: Set(brief.id),
        unit_id: Set(asking.unit),
        asked: Set(asked.to_owned()),
        due: Set(asking.due),
        state: Set(State::Asked),
        body: Set(String::new()),
        remark: Set(String::new()),
        version: Set(1),
        asked_by: Set(actor.person),
        asked_at: Set(book.clock().now()),
        sent_by: Set(None),
        sent_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(&tx).await?;
    let act = act(book, entry, ASKED, id, asking.unit);
    ledger::append(&tx, book, actor, &act).await?;
    let made = find(&tx, id).await?.ok_or(SectionError::NotFound)?;
    tx.commit().await?;
    Ok(made)
}
