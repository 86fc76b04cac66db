//! Changing a time limit from a day on. Rules that held are history: cases keep the rule of the day on which they were
//! accepted, and nobody writes a rule for a day that is over.
use super::limit::{self, CODES, MEASURES, REMIND, SECOND_SET};
use crate::refusal;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, UnitId};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait, sea_query::OnConflict};
use serde_json::json;
use uuid::Uuid;

pub const SET: &str = "serve.case_limit.set";
/// What the entries of rules are about, by the rule's code.
pub const SUBJECT: &str = "serve.case_limit";

/// Most of a measure.
pub const AMOUNT_MAX: i32 = 400;

/// A rule from a day on. An amount of nought takes a rule out that an office need not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub entry: EntryId,
    pub code: String,
    pub measure: String,
    pub amount: i32,
    pub from_day: NaiveDate,
}

#[derive(Debug, thiserror::Error)]
pub enum SetError {
    #[error("the right to change settings does not reach the whole organisation")]
    NotYours,
    #[error("no such rule or measure")]
    Unknown,
    /// Cases were accepted under what held then.
    #[error("the day is in the past")]
    Past,
    #[error("how long is 1 to {AMOUNT_MAX}")]
    Amount,
    /// Without it, cases accepted from that day on would have no limit at all.
    #[error("a limit that cases are given cannot be taken out")]
    Gap,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for SetError {
    fn from(error: DbErr) -> Self {
        SetError::Book(error.into())
    }
}

/// Whether an office can do without the rule: reminders and first reports are not asked for everywhere.
fn may_be_missing(code: &str) -> bool {
    matches!(code, limit::REPORT | REMIND)
}

/// All that is wrong with what was typed.
pub(super) fn wrong(new: &Setting, today: NaiveDate) -> Vec<SetError> {
    let mut wrong = Vec::new();
    let is_known = CODES.contains(&&*new.code) && MEASURES.contains(&&*new.measure);
    if !is_known || (new.code == REMIND && new.measure != "working_days") {
        wrong.push(SetError::Unknown);
    }
    match new.amount {
        0 if may_be_missing(&new.code) => {}
        0 => wrong.push(SetError::Gap),
        1..=AMOUNT_MAX => {}
        _ => wrong.push(SetError::Amount),
    }
    if new.from_day < today {
        wrong.push(SetError::Past);
    }
    wrong
}

fn checked(new: &Setting, today: NaiveDate) -> Result<(), SetError> {
    refusal::first(wrong(new, today))
}

/// Sets one rule. Sent twice, it is one act.
pub async fn set(book: &Book, actor: &Actor, new: &Setting) -> Result<Appended, SetError> {
    checked(new, book.clock().today())?;
    let root = reaches_all(book, actor).await?;
    let tx = book.db().begin().await?;
    let appended = write(&tx, book, actor, root, new).await?;
    tx.commit().await?;
    Ok(appended)
}

/// Sets all rules of the second set from a day on, in one go.
pub async fn set_second(
    book: &Book,
    actor: &Actor,
    (entry, from_day): (EntryId, NaiveDate),
) -> Result<(), SetError> {
    let rules = SECOND_SET.map(|(code, measure, amount)| Setting {
        entry: EntryId(Uuid::new_v5(&entry.0, code.as_bytes())),
        code: code.to_owned(),
        measure: measure.to_owned(),
        amount,
        from_day,
    });
    let today = book.clock().today();
    rules.iter().try_for_each(|rule| checked(rule, today))?;
    let root = reaches_all(book, actor).await?;
    let tx = book.db().begin().await?;
    for rule in &rules {
        write(&tx, book, actor, root, rule).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn reaches_all(book: &Book, actor: &Actor) -> Result<UnitId, SetError> {
    let tree = book.tree(book.db().reader()).await?;
    let today = book.clock().today();
    let root = tree.roots(today).first().copied();
    let root = root.ok_or(SetError::NotYours)?;
    match tree.reaches(&actor.reach(Right::Settings), root, today) {
        true => Ok(root),
        false => Err(SetError::NotYours),
    }
}

async fn write(
    tx: &db::Tx,
    book: &Book,
    actor: &Actor,
    root: UnitId,
    new: &Setting,
) -> Result<Appended, SetError> {
    let subject = Subject::new(SUBJECT, &new.code);
    let today = book.clock().today();
    let act = NewEntry::new(new.entry, SET, subject, root, today).with_details(json!({
        "measure": new.measure, "amount": new.amount, "from": new.from_day,
    }));
    let appended = ledger::append(tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = limit::ActiveModel {
            code: Set(new.code.clone()),
            from_day: Set(new.from_day),
            measure: Set(new.measure.clone()),
            amount: Set(new.amount),
        };
        // A rule that has not begun may still be changed.
        let again = OnConflict::columns([limit::Column::Code, limit::Column::FromDay])
            .update_columns([limit::Column::Measure, limit::Column::Amount])
            .to_owned();
        limit::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(appended)
}
