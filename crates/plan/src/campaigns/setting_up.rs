//! Setting up a campaign: its titles, days, organiser and the levels of its plan.
use super::{
    campaign::{self, Campaign},
    level::{Levels, LevelsProblem, is_key},
    store,
};
use crate::rights;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, UnitId, limits::TITLE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait};
use serde_json::json;

pub const SUBJECT: &str = "plan.campaign";
pub const SET_UP: &str = "plan.campaign.set_up";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingUp {
    pub entry: EntryId,
    pub code: String,
    pub title_zh: String,
    pub title_en: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub organiser: UnitId,
    pub levels: Levels,
    /// The day on which it was decided.
    pub on: NaiveDate,
}

#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    #[error("the right to plan does not reach the organiser")]
    NotYours,
    #[error("the code may hold lower-case letters, digits, hyphens and underscores")]
    Code,
    #[error("the code is taken")]
    CodeTaken,
    #[error("a campaign needs a title of at most {TITLE_CHARS_MAX} characters")]
    Title,
    #[error("the campaign ends before it begins")]
    Days,
    #[error(transparent)]
    Levels(#[from] LevelsProblem),
    #[error("the organiser is not in the tree")]
    UnknownOrganiser,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for SetUpError {
    fn from(error: DbErr) -> Self {
        SetUpError::Book(error.into())
    }
}

fn check(new: &SettingUp) -> Result<(), SetUpError> {
    if !is_key(&new.code) {
        return Err(SetUpError::Code);
    }
    let fits = |title: &str| !title.trim().is_empty() && title.chars().count() <= TITLE_CHARS_MAX;
    if !fits(&new.title_zh) || !fits(&new.title_en) {
        return Err(SetUpError::Title);
    }
    if new.to < new.from {
        return Err(SetUpError::Days);
    }
    Ok(new.levels.check()?)
}

/// Sets up a campaign and makes it known to the book. Safe to repeat with the same entry.
///
/// # Errors
/// One variant for each thing to be put right; nothing is written then.
pub async fn set_up(book: &Book, actor: &Actor, new: &SettingUp) -> Result<Appended, SetUpError> {
    check(new)?;
    let tree = book.tree(book.db().reader()).await?;
    if !tree.contains(new.organiser) {
        return Err(SetUpError::UnknownOrganiser);
    }
    if !rights::may(&tree, actor, Right::Plan, new.organiser, new.on) {
        return Err(SetUpError::NotYours);
    }
    let subject = Subject::new(SUBJECT, &new.code);
    let act = NewEntry::new(new.entry, SET_UP, subject, new.organiser, new.on).with_details(json!({
        "title_zh": new.title_zh, "title_en": new.title_en, "from": new.from, "to": new.to,
        "levels": new.levels,
    }));
    let tx = book.db().begin().await?;
    if let Some(other) = store::find(&tx, &new.code).await?
        && other.entry != new.entry
    {
        return Err(SetUpError::CodeTaken);
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        campaign::Entity::insert(row(new)).exec_without_returning(&tx).await?;
        ledger::campaign::declare(&tx, &Campaign::from(new.clone()).in_book()).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

impl From<SettingUp> for Campaign {
    fn from(new: SettingUp) -> Campaign {
        Campaign {
            code: new.code,
            title_zh: new.title_zh.trim().to_owned(),
            title_en: new.title_en.trim().to_owned(),
            from_day: new.from,
            to_day: new.to,
            organiser: new.organiser,
            levels: new.levels,
            plan_version: 0,
            entry: new.entry,
        }
    }
}

fn row(new: &SettingUp) -> campaign::ActiveModel {
    let made = Campaign::from(new.clone());
    campaign::ActiveModel {
        code: Set(made.code),
        title_zh: Set(made.title_zh),
        title_en: Set(made.title_en),
        from_day: Set(made.from_day),
        to_day: Set(made.to_day),
        organiser: Set(made.organiser),
        levels: Set(made.levels),
        plan_version: Set(0),
        entry: Set(made.entry),
    }
}

/// Everything that happened to a campaign as a whole, oldest first.
pub async fn history(book: &Book, code: &str) -> Result<Vec<entry::Entry>, DbErr> {
    entry::history(book.db().reader(), SUBJECT, code).await
}
