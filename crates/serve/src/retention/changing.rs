//! The rule changes from a day on. What was cleared under the rule before stays cleared.
use super::rule::{self, MONTHS_MAX, Thing};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, UnitId};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{DbErr, EntityTrait, IntoActiveModel, sea_query::OnConflict};
use serde_json::json;

pub(crate) const CHANGED: &str = "serve.retention.changed";
pub(crate) const SUBJECT: &str = "serve.retention";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) entry: EntryId,
    pub(crate) thing: Thing,
    pub(crate) from: NaiveDate,
    pub(crate) months: i32,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum ChangeError {
    #[error("less than a month, or more than {MONTHS_MAX}")]
    Months,
    #[error("the day is past")]
    Past,
    #[error("the right to change settings is not held for the whole organisation")]
    NotYours,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for ChangeError {
    fn from(error: DbErr) -> Self {
        ChangeError::Book(error.into())
    }
}

pub(crate) async fn change(
    book: &Book,
    actor: &Actor,
    change: &Change,
) -> Result<Appended, ChangeError> {
    if !(1..=MONTHS_MAX).contains(&change.months) {
        return Err(ChangeError::Months);
    }
    let today = book.clock().today();
    let tree = book.tree(book.db().reader()).await?;
    let root = tree.roots(today).first().copied().unwrap_or(UnitId(0));
    if !tree.reaches(&actor.reach(Right::Settings), root, today) {
        return Err(ChangeError::NotYours);
    }
    let subject = Subject::new(SUBJECT, change.thing.code());
    let details = json!({ "from": change.from, "months": change.months });
    let entry = NewEntry::new(change.entry, CHANGED, subject, root, today).with_details(details);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &entry).await?;
    if appended.is_new() {
        if change.from < today {
            return Err(ChangeError::Past);
        }
        let row = rule::Model {
            thing: change.thing.code().to_owned(),
            from_day: change.from,
            months: change.months,
        };
        let same_day = OnConflict::columns([rule::Column::Thing, rule::Column::FromDay])
            .update_column(rule::Column::Months)
            .to_owned();
        rule::Entity::insert(row.into_active_model())
            .on_conflict(same_day)
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}
