//! Beginning a joint action.
use super::action::{self, ActionId, SUBJECT};
use crate::corrections::CorrectionError;
use crate::refusal;
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;

pub const BEGUN: &str = "serve.joint_action.begun";

/// A standing problem, and who takes the lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    pub entry: EntryId,
    pub title: String,
    pub problem: String,
    /// By which words its complaints are found, `广场舞`.
    pub words: String,
    pub lead: UnitId,
    pub begun_on: NaiveDate,
}

#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    #[error("a title is missing")]
    NoTitle,
    #[error("more than {1} characters: {0}")]
    TooLong(&'static str, usize),
    #[error("without words its complaints are not found")]
    NoWords,
    #[error("the day has not come")]
    DayToCome,
    #[error("the right to handle cases does not reach the unit")]
    NotYours,
    #[error(transparent)]
    Correction(#[from] CorrectionError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for BeginError {
    fn from(error: DbErr) -> Self {
        BeginError::Book(error.into())
    }
}

/// Begins a joint action. Sent twice, it is one.
pub async fn begin(book: &Book, actor: &Actor, new: &Beginning) -> Result<Appended, BeginError> {
    check(book, actor, new).await?;
    let id = ActionId(new.entry.0);
    let act = entry(BEGUN, id, new);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = action::Model {
            id,
            title: new.title.trim().to_owned(),
            problem: new.problem.trim().to_owned(),
            words: new.words.trim().to_owned(),
            lead: new.lead,
            begun_on: new.begun_on,
        };
        action::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

pub(super) fn entry(kind: &'static str, id: ActionId, new: &Beginning) -> NewEntry {
    let subject = Subject::new(SUBJECT, id);
    NewEntry::new(new.entry, kind, subject, new.lead, new.begun_on).with_details(json!({
        "title": new.title.trim(), "words": new.words.trim(), "problem": new.problem.trim(),
    }))
}

pub(super) async fn check(book: &Book, actor: &Actor, new: &Beginning) -> Result<(), BeginError> {
    refusal::first(wrong(book, actor, new).await?)
}

/// All that is wrong with what was typed.
pub(super) async fn wrong(
    book: &Book,
    actor: &Actor,
    new: &Beginning,
) -> Result<Vec<BeginError>, DbErr> {
    let (title, words) = (new.title.trim(), new.words.trim());
    let texts = [
        ("title", title, TITLE_CHARS_MAX),
        ("problem", new.problem.trim(), NOTE_CHARS_MAX),
        ("words", words, TITLE_CHARS_MAX),
    ];
    let long = refusal::too_long(texts);
    let mut wrong: Vec<BeginError> = long
        .map(|(field, max)| BeginError::TooLong(field, max))
        .collect();
    if title.is_empty() {
        wrong.push(BeginError::NoTitle);
    }
    if search::of_question(words).is_empty() {
        wrong.push(BeginError::NoWords);
    }
    let today = book.clock().today();
    if today < new.begun_on {
        wrong.push(BeginError::DayToCome);
    }
    let tree = book.tree(book.db().reader()).await?;
    if !tree.reaches(&actor.reach(Right::Serve), new.lead, today) {
        wrong.push(BeginError::NotYours);
    }
    Ok(wrong)
}
