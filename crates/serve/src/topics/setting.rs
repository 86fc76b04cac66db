//! Setting a topic, and concluding it with a result.
use super::store::{self, Topic, TopicId};
use crate::corrections::CorrectionError;
use crate::refusal;
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, tree::Place};
use sea_orm::{ActiveModelTrait, DbErr, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

pub const SUBJECT: &str = "serve.topic";
pub const SET: &str = "serve.topic.set";
pub const CONCLUDED: &str = "serve.topic.concluded";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub entry: EntryId,
    pub title: String,
    pub leader: String,
    pub unit: UnitId,
    pub plan: String,
    pub set_on: NaiveDate,
    pub due_on: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concluding {
    pub entry: EntryId,
    pub topic: TopicId,
    pub day: NaiveDate,
    pub result: String,
}

#[derive(Debug, thiserror::Error)]
pub enum TopicError {
    #[error("there is no such topic")]
    NoSuchTopic,
    #[error("the right to record does not reach the unit")]
    NotYours,
    #[error("a topic needs a title of at most {TITLE_CHARS_MAX} characters")]
    Title,
    #[error("nobody leads it")]
    Leader,
    #[error("the plan is missing or longer than {NOTE_CHARS_MAX} characters")]
    Plan,
    #[error("the result is missing or longer than {NOTE_CHARS_MAX} characters")]
    Result,
    #[error("the day has not come")]
    DayToCome,
    #[error("it ends before it begins")]
    Order,
    #[error("the unit was not there on that day")]
    UnitNotThen,
    #[error("it is concluded already")]
    AlreadyConcluded,
    #[error("its result is to be taken back first")]
    HasResult,
    #[error(transparent)]
    Correction(#[from] CorrectionError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for TopicError {
    fn from(error: DbErr) -> Self {
        TopicError::Book(error.into())
    }
}

/// Sets a topic. Safe to repeat with the same entry.
pub async fn set(book: &Book, actor: &Actor, new: &Setting) -> Result<Appended, TopicError> {
    check(book, actor, new).await?;
    let id = TopicId(new.entry.0);
    let act = entry(SET, id, new);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = Topic {
            id,
            title: new.title.trim().to_owned(),
            leader: new.leader.trim().to_owned(),
            unit: new.unit,
            plan: new.plan.trim().to_owned(),
            set_on: new.set_on,
            due_on: new.due_on,
            result: String::new(),
            concluded_on: None,
            withdrawn: false,
        };
        store::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

pub(super) fn entry(kind: &'static str, topic: TopicId, new: &Setting) -> NewEntry {
    let subject = Subject::new(SUBJECT, topic);
    NewEntry::new(new.entry, kind, subject, new.unit, new.set_on)
        .with_details(json!({ "title": new.title.trim(), "leader": new.leader.trim() }))
        .post("serve.topic.set", 1)
}

pub(super) async fn check(book: &Book, actor: &Actor, new: &Setting) -> Result<(), TopicError> {
    refusal::first(wrong(book, actor, new).await?)
}

/// All that is wrong with what was typed.
pub(super) async fn wrong(
    book: &Book,
    actor: &Actor,
    new: &Setting,
) -> Result<Vec<TopicError>, DbErr> {
    let fits = |text: &str, max: usize| {
        let text = text.trim();
        !text.is_empty() && text.chars().count() <= max
    };
    let (tree, today) = (book.tree(book.db().reader()).await?, book.clock().today());
    let mut wrong = Vec::new();
    if !fits(&new.title, TITLE_CHARS_MAX) {
        wrong.push(TopicError::Title);
    }
    if !fits(&new.leader, TITLE_CHARS_MAX) {
        wrong.push(TopicError::Leader);
    }
    if !fits(&new.plan, NOTE_CHARS_MAX) {
        wrong.push(TopicError::Plan);
    }
    if today < new.set_on {
        wrong.push(TopicError::DayToCome);
    }
    if new.due_on < new.set_on {
        wrong.push(TopicError::Order);
    }
    if !tree.reaches(&actor.reach(Right::Record), new.unit, today) {
        wrong.push(TopicError::NotYours);
    } else if let None | Some(Place::Closed) = tree.place(new.unit, new.set_on) {
        wrong.push(TopicError::UnitNotThen);
    }
    Ok(wrong)
}

/// Concludes a topic with what came of it. Safe to repeat with the same entry.
pub async fn conclude(
    book: &Book,
    actor: &Actor,
    new: &Concluding,
) -> Result<Appended, TopicError> {
    let reader = book.db().reader();
    let topic = store::Entity::find_by_id(new.topic).one(reader).await?;
    let topic = topic.ok_or(TopicError::NoSuchTopic)?;
    check_result(book, actor, &topic, new).await?;
    let act = result_entry(CONCLUDED, &topic, new);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        // Read again in the one transaction that writes: two at once conclude it once.
        let topic = store::Entity::find_by_id(new.topic).one(&tx).await?;
        let topic = topic.filter(|topic| topic.concluded_on.is_none() && !topic.withdrawn);
        let mut row = topic
            .ok_or(TopicError::AlreadyConcluded)?
            .into_active_model();
        row.result = Set(new.result.trim().to_owned());
        row.concluded_on = Set(Some(new.day));
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

pub(super) fn result_entry(kind: &'static str, topic: &Topic, new: &Concluding) -> NewEntry {
    let subject = Subject::new(SUBJECT, topic.id);
    NewEntry::new(new.entry, kind, subject, topic.unit, new.day)
        .with_details(json!({ "result": new.result.trim() }))
        .post("serve.topic.concluded", 1)
}

pub(super) async fn check_result(
    book: &Book,
    actor: &Actor,
    topic: &Topic,
    new: &Concluding,
) -> Result<(), TopicError> {
    let today = book.clock().today();
    refusal::first(wrong_result(today, topic, new))?;
    let tree = book.tree(book.db().reader()).await?;
    match tree.reaches(&actor.reach(Right::Record), topic.unit, today) {
        true => Ok(()),
        false => Err(TopicError::NotYours),
    }
}

/// All that is wrong with a result as it was typed.
pub(super) fn wrong_result(today: NaiveDate, topic: &Topic, new: &Concluding) -> Vec<TopicError> {
    let result = new.result.trim();
    let mut wrong = Vec::new();
    if result.is_empty() || NOTE_CHARS_MAX < result.chars().count() {
        wrong.push(TopicError::Result);
    }
    if today < new.day {
        wrong.push(TopicError::DayToCome);
    } else if new.day < topic.set_on {
        wrong.push(TopicError::Order);
    }
    wrong
}
