//! Adding a line to a joint action: who takes part, who patrols, what was said and agreed, which cases are its own.
use super::{
    action::{self, ActionId, SUBJECT},
    line::{self, Sort, units},
};
use crate::{accounts, cases::store::CaseId, corrections::CorrectionError, refusal};
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

pub const ADDED: &str = "serve.joint_action.added";

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adding {
    pub entry: EntryId,
    pub action: ActionId,
    pub sort: Sort,
    pub day: NaiveDate,
    /// Of a department.
    pub unit: Option<UnitId>,
    pub who: String,
    pub words: String,
    /// Of a case.
    pub case: Option<CaseId>,
}

#[derive(Debug, thiserror::Error)]
pub enum AddError {
    #[error("there is no such action")]
    NoSuchAction,
    #[error("neither its lead nor a unit that takes part is yours")]
    NotYours,
    #[error("who is missing")]
    NoWho,
    #[error("words are missing")]
    NoWords,
    #[error("more than {1} characters: {0}")]
    TooLong(&'static str, usize),
    #[error("the unit is missing, or takes part already")]
    Unit,
    #[error("the case is missing, or belongs to it already")]
    Case,
    #[error("what happened did not happen on a day to come")]
    DayToCome,
    #[error("the patrol was handed over")]
    HandedOver,
    #[error(transparent)]
    Correction(#[from] CorrectionError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for AddError {
    fn from(error: DbErr) -> Self {
        AddError::Book(error.into())
    }
}

/// Adds a line. Sent twice, it is one.
pub async fn add(book: &Book, actor: &Actor, new: &Adding) -> Result<Appended, AddError> {
    let today = book.clock().today();
    checked(new, today)?;
    let tree = book.tree(book.db().reader()).await?;
    let tx = book.db().begin().await?;
    let action = action::Entity::find_by_id(new.action).one(&tx).await?;
    let action = action.ok_or(AddError::NoSuchAction)?;
    let lines = line::of(&tx, new.action).await?;
    let reach = actor.reach(Right::Serve);
    let mut with_part = units(&lines);
    with_part.push(action.lead);
    let is_theirs = |unit: &UnitId| tree.reaches(&reach, *unit, today);
    if !with_part.iter().any(is_theirs) {
        return Err(AddError::NotYours);
    }
    let (who, words) = (new.who.trim(), new.words.trim());
    let act = entry(ADDED, &action, new, today);
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let is_there = |line: &line::Model| match new.sort {
            Sort::Department => line.sort() == Sort::Department && line.unit == new.unit,
            Sort::Case => line.case_id.is_some() && line.case_id == new.case,
            _ => false,
        };
        if lines.iter().any(is_there) {
            return Err(match new.sort {
                Sort::Case => AddError::Case,
                _ => AddError::Unit,
            });
        }
        let row = line::Model {
            entry: new.entry,
            action: new.action,
            sort: new.sort.code().to_owned(),
            day: new.day,
            unit: new.unit,
            who: who.to_owned(),
            words: words.to_owned(),
            case_id: new.case,
            handed_to: None,
            handed_on: None,
        };
        line::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// What the book says of a line: not who, and not the words.
pub(super) fn entry(
    kind: &'static str,
    action: &action::Model,
    new: &Adding,
    today: NaiveDate,
) -> NewEntry {
    let (who, words) = (new.who.trim(), new.words.trim());
    let print = Uuid::new_v5(&new.entry.0, format!("{who}\u{1f}{words}").as_bytes());
    let unit = new.unit.unwrap_or(action.lead);
    let subject = Subject::new(SUBJECT, new.action);
    let day = match new.sort.has_happened() {
        true => new.day,
        false => today,
    };
    let act = NewEntry::new(new.entry, kind, subject, unit, day).with_details(json!({
        "sort": new.sort.code(), "day": new.day, "case": new.case, "print": print,
    }));
    match new.sort {
        Sort::Talk => act.post_at(accounts::JOINT_TALK, action.lead, new.day, 1),
        _ => act,
    }
}

pub(super) fn checked(new: &Adding, today: NaiveDate) -> Result<(), AddError> {
    refusal::first(wrong(new, today))
}

/// All that is wrong with what was typed.
pub(super) fn wrong(new: &Adding, today: NaiveDate) -> Vec<AddError> {
    let (sort, who, words) = (new.sort, new.who.trim(), new.words.trim());
    let mut wrong = Vec::new();
    if sort == Sort::Department && new.unit.is_none() {
        wrong.push(AddError::Unit);
    }
    if sort == Sort::Case && new.case.is_none() {
        wrong.push(AddError::Case);
    }
    if TITLE_CHARS_MAX < who.chars().count() {
        wrong.push(AddError::TooLong("who", TITLE_CHARS_MAX));
    } else if sort.needs_who() && who.is_empty() {
        wrong.push(AddError::NoWho);
    }
    if NOTE_CHARS_MAX < words.chars().count() {
        wrong.push(AddError::TooLong("words", NOTE_CHARS_MAX));
    } else if sort.needs_words() && words.is_empty() {
        wrong.push(AddError::NoWords);
    }
    if sort.has_happened() && today < new.day {
        wrong.push(AddError::DayToCome);
    }
    wrong
}
