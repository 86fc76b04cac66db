//! Declaring a counter: once, by the department that keeps it. Its figure comes with it.
use super::counter::{self, Counter, CounterProblem};
use crate::refusal;
use kernel::{Actor, Right};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, figure, tree::Place};
use sea_orm::{DbErr, EntityTrait, IntoActiveModel, TryInsertResult, sea_query::OnConflict};
use serde_json::json;

pub const SUBJECT: &str = "serve.counter";
pub const DECLARED: &str = "serve.counter.declared";

#[derive(Debug, thiserror::Error)]
pub enum DeclareError {
    #[error(transparent)]
    Counter(#[from] CounterProblem),
    #[error("the right to record does not reach the unit")]
    NotYours,
    #[error("the day has not come")]
    DayToCome,
    #[error("the unit was not there on that day")]
    UnitNotThen,
    /// Another counter has it, or a figure that counts something else.
    #[error("the code is taken")]
    CodeTaken,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for DeclareError {
    fn from(error: DbErr) -> Self {
        DeclareError::Book(error.into())
    }
}

/// All that is wrong with what was typed.
pub(super) async fn wrong(
    book: &Book,
    actor: &Actor,
    new: &Counter,
) -> Result<Vec<DeclareError>, DbErr> {
    let reader = book.db().reader();
    let (tree, today) = (book.tree(reader).await?, book.clock().today());
    let mut wrong: Vec<DeclareError> = new.wrong().into_iter().map(DeclareError::from).collect();
    if counter::find(reader, &new.code)
        .await?
        .is_some_and(|known| known.entry != new.entry)
    {
        wrong.push(DeclareError::CodeTaken);
    }
    let place = tree.place(new.unit, new.since);
    if today < new.since {
        wrong.push(DeclareError::DayToCome);
    } else if place.is_none_or(|place| place == Place::Closed) {
        wrong.push(DeclareError::UnitNotThen);
    }
    if !tree.reaches(&actor.reach(Right::Record), new.unit, today) {
        wrong.push(DeclareError::NotYours);
    }
    Ok(wrong)
}

/// Declares a counter, and the figure of the same code. Safe to repeat with the same entry.
///
/// # Errors
/// One variant for each thing to be put right; nothing is written then.
pub async fn declare(book: &Book, actor: &Actor, new: &Counter) -> Result<Appended, DeclareError> {
    refusal::first(wrong(book, actor, new).await?)?;
    let subject = Subject::new(SUBJECT, &new.code);
    let act =
        NewEntry::new(new.entry, DECLARED, subject, new.unit, new.since).with_details(json!({
            "title_zh": new.title_zh, "title_en": new.title_en, "is_money": new.is_money,
            "word_zh": new.word_zh, "word_en": new.word_en, "document_kind": new.document_kind,
        }));
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let there_already = OnConflict::column(counter::Column::Code)
            .do_nothing()
            .to_owned();
        let added = counter::Entity::insert(new.clone().into_active_model())
            .on_conflict(there_already)
            .try_insert()
            .exec_without_returning(&tx)
            .await?;
        if !matches!(added, TryInsertResult::Inserted(rows) if 0 < rows) {
            return Err(DeclareError::CodeTaken);
        }
        match figure::find(&tx, &new.code, None).await? {
            Some(known) if known.formula != new.account() => return Err(DeclareError::CodeTaken),
            Some(_) => {}
            None => {
                figure::save(&tx, book.clock(), &new.figure()).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(appended)
}
