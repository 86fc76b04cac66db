//! Handing a patrol over: to whom, and what was seen. Then it counts.
use super::{
    action::{self, SUBJECT},
    line::{self, Sort, units},
};
use crate::{accounts, corrections::CorrectionError};
use kernel::{Actor, EntryId, Right, UnitId, limits::TITLE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use serde_json::json;
use uuid::Uuid;

pub const HANDED_OVER: &str = "serve.joint_action.handed_over";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandingOver {
    pub entry: EntryId,
    /// The patrol, by the entry that planned it.
    pub patrol: EntryId,
    pub to: String,
}

#[derive(Debug, thiserror::Error)]
pub enum HandOverError {
    #[error("there is no such patrol")]
    NoSuchPatrol,
    #[error("neither its lead nor a unit that takes part is yours")]
    NotYours,
    #[error("to whom is missing, or longer than {TITLE_CHARS_MAX} characters")]
    NoWho,
    #[error("the patrol has not been held yet")]
    DayToCome,
    #[error("it was handed over already")]
    Done,
    #[error(transparent)]
    Correction(#[from] CorrectionError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for HandOverError {
    fn from(error: DbErr) -> Self {
        HandOverError::Book(error.into())
    }
}

/// Hands a patrol over. Sent twice, it is one act.
pub async fn hand_over(
    book: &Book,
    actor: &Actor,
    new: &HandingOver,
) -> Result<Appended, HandOverError> {
    let to = new.to.trim();
    if to.is_empty() || TITLE_CHARS_MAX < to.chars().count() {
        return Err(HandOverError::NoWho);
    }
    let today = book.clock().today();
    let tree = book.tree(book.db().reader()).await?;
    let tx = book.db().begin().await?;
    let patrol = line::Entity::find_by_id(new.patrol).one(&tx).await?;
    let patrol = patrol.filter(|line| line.sort() == Sort::Patrol);
    let patrol = patrol.ok_or(HandOverError::NoSuchPatrol)?;
    let action = action::Entity::find_by_id(patrol.action).one(&tx).await?;
    let action = action.ok_or(HandOverError::NoSuchPatrol)?;
    let mut with_part = units(&line::of(&tx, action.id).await?);
    with_part.push(action.lead);
    let reach = actor.reach(Right::Serve);
    let is_theirs = |unit: &UnitId| tree.reaches(&reach, *unit, today);
    if !with_part.iter().any(is_theirs) {
        return Err(HandOverError::NotYours);
    }
    if today < patrol.day {
        return Err(HandOverError::DayToCome);
    }
    let act = entry(HANDED_OVER, &action, &patrol, new);
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let handed = line::ActiveModel {
            handed_to: Set(Some(to.to_owned())),
            handed_on: Set(Some(today)),
            ..Default::default()
        };
        let handed = line::Entity::update_many()
            .set(handed)
            .filter(line::Column::Entry.eq(new.patrol))
            .filter(line::Column::HandedTo.is_null());
        if handed.exec(&tx).await?.rows_affected == 0 {
            return Err(HandOverError::Done);
        }
    }
    tx.commit().await?;
    Ok(appended)
}

pub(super) fn entry(
    kind: &'static str,
    action: &action::Model,
    patrol: &line::Model,
    new: &HandingOver,
) -> NewEntry {
    let print = Uuid::new_v5(&new.entry.0, new.to.trim().as_bytes());
    let subject = Subject::new(SUBJECT, action.id);
    NewEntry::new(new.entry, kind, subject, action.lead, patrol.day)
        .with_details(json!({ "patrol": patrol.entry, "print": print }))
        .post(accounts::JOINT_PATROL, 1)
}
