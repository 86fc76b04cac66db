//! Beginnings of answers that the office writes once. A change holds from a day on; the newest of a name holds.
use super::case::Kind;
use crate::refusal;
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, Right,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{IntoActiveModel, QueryOrder, entity::prelude::*};
use serde_json::json;
use std::collections::BTreeMap;

pub const WRITTEN: &str = "serve.answer_template.written";
pub const SUBJECT: &str = "serve.answer_template";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_answer_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: EntryId,
    pub name: String,
    /// The kind of case that it is for; empty for all.
    pub kind: String,
    pub from_day: NaiveDate,
    /// Empty: taken out from this day on.
    pub text: String,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("the right to handle cases does not reach the whole organisation")]
    NotYours,
    #[error("a template needs a name")]
    NoName,
    #[error("the day is in the past")]
    Past,
    #[error("{0} is longer than {1} characters")]
    TooLong(&'static str, usize),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for WriteError {
    fn from(error: DbErr) -> Self {
        WriteError::Book(error.into())
    }
}

/// Writes a template, changes it, or takes it out with an empty text. Sent twice, it is one act.
pub async fn write(book: &Book, actor: &Actor, new: &Model) -> Result<Appended, WriteError> {
    let today = book.clock().today();
    let tree = book.tree(book.db().reader()).await?;
    let root = tree.roots(today).first().copied();
    let root = root.ok_or(WriteError::NotYours)?;
    if !tree.reaches(&actor.reach(Right::Serve), root, today) {
        return Err(WriteError::NotYours);
    }
    refusal::first(wrong(new, today))?;
    let print = Uuid::new_v5(&new.entry.0, new.text.as_bytes());
    let subject = Subject::new(SUBJECT, new.name.trim());
    let act = NewEntry::new(new.entry, WRITTEN, subject, root, today)
        .with_details(json!({ "kind": new.kind, "from": new.from_day, "print": print }));
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = Model {
            name: new.name.trim().to_owned(),
            text: new.text.trim().to_owned(),
            ..new.clone()
        };
        Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// All that is wrong with what was typed.
pub(super) fn wrong(new: &Model, today: NaiveDate) -> Vec<WriteError> {
    let texts = [
        ("name", new.name.as_str(), TITLE_CHARS_MAX),
        ("text", &new.text, NOTE_CHARS_MAX),
    ];
    let long = refusal::too_long(texts);
    let mut wrong: Vec<WriteError> = long
        .map(|(field, max)| WriteError::TooLong(field, max))
        .collect();
    if new.name.trim().is_empty() {
        wrong.push(WriteError::NoName);
    }
    if new.from_day < today {
        wrong.push(WriteError::Past);
    }
    wrong
}

/// Everything that was ever written, the newest last.
pub(crate) async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .order_by_asc(Column::FromDay)
        .order_by_asc(Column::Entry)
        .all(connection)
        .await
}

/// What holds on a day for a kind of case, by name.
pub(crate) async fn on(
    connection: &impl ConnectionTrait,
    kind: Kind,
    day: NaiveDate,
) -> Result<Vec<Model>, DbErr> {
    Ok(holding(all(connection).await?, Some(kind), day))
}

/// Of all that was written, what holds on a day.
pub(crate) fn holding(all: Vec<Model>, kind: Option<Kind>, day: NaiveDate) -> Vec<Model> {
    let mut newest: BTreeMap<String, Model> = BTreeMap::new();
    for template in all.into_iter().filter(|template| template.from_day <= day) {
        newest.insert(template.name.clone(), template);
    }
    let fits = |template: &Model| {
        let is_for =
            template.kind.is_empty() || kind.is_none_or(|kind| kind.code() == template.kind);
        is_for && !template.text.is_empty()
    };
    newest.into_values().filter(fits).collect()
}
