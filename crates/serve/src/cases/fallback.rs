//! Where a case goes that nobody takes: data with a first day. It hears what residents send without an account, and gets what
//! two leads have returned.
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, UnitId};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, tree::Place};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*, sea_query::OnConflict};
use serde_json::json;

pub const SET: &str = "serve.case_fallback.set";
/// What the entries are about, by the first day.
pub const SUBJECT: &str = "serve.case_fallback";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_case_fallback")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_day: NaiveDate,
    pub unit: UnitId,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Debug, thiserror::Error)]
pub enum FallbackError {
    #[error("the right to change settings does not reach the whole organisation")]
    NotYours,
    #[error("the unit is not there on that day")]
    NoSuchUnit,
    #[error("the day is in the past")]
    Past,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for FallbackError {
    fn from(error: DbErr) -> Self {
        FallbackError::Book(error.into())
    }
}

/// All that were ever set, the newest first.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    let found = Entity::find().order_by_desc(Column::FromDay);
    found.all(connection).await
}

/// The one that holds on a day.
pub fn of(all: &[Model], day: NaiveDate) -> Option<UnitId> {
    let holds = all.iter().filter(|one| one.from_day <= day);
    holds.max_by_key(|one| one.from_day).map(|one| one.unit)
}

/// Sets it from a day on. Sent twice, it is one act.
pub async fn set(
    book: &Book,
    actor: &Actor,
    (entry, new): (EntryId, &Model),
) -> Result<Appended, FallbackError> {
    let today = book.clock().today();
    let tree = book.tree(book.db().reader()).await?;
    let root = tree.roots(today).first().copied();
    let root = root.ok_or(FallbackError::NotYours)?;
    if !tree.reaches(&actor.reach(Right::Settings), root, today) {
        return Err(FallbackError::NotYours);
    }
    if new.from_day < today {
        return Err(FallbackError::Past);
    }
    match tree.place(new.unit, new.from_day) {
        None | Some(Place::Closed) => return Err(FallbackError::NoSuchUnit),
        Some(_) => {}
    }
    let tx = book.db().begin().await?;
    let subject = Subject::new(SUBJECT, new.from_day);
    let act = NewEntry::new(entry, SET, subject, root, today)
        .with_details(json!({ "unit": new.unit.0, "from": new.from_day }));
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = ActiveModel {
            from_day: Set(new.from_day),
            unit: Set(new.unit),
        };
        let again = OnConflict::column(Column::FromDay)
            .update_column(Column::Unit)
            .to_owned();
        Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}
