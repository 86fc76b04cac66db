//! Sending a report back (退回): whoever checked it found that the task is not done, and says what is missing.
use super::{report, reporting, sign_off::SignOffError};
use crate::{
    import::applying::TASK,
    nodes::node::{self, NodeId},
    rights,
};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, PersonId, Right, limits::NOTE_CHARS_MAX};
use ledger::{Appended, Book, NewEntry, Subject, entry};
use sea_orm::{IntoActiveModel, QueryOrder, entity::prelude::*, sea_query::Expr};

pub const SENT_BACK: &str = "plan.task.sent_back";

pub type SentBack = Model;

/// What was sent back, and why.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_sending_back")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EntryId,
    pub task: NodeId,
    pub person: PersonId,
    pub day: NaiveDate,
    pub reason: String,
    /// A later report says again that the task is done.
    pub answered: bool,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendingBack {
    pub entry: EntryId,
    pub task: NodeId,
    pub day: NaiveDate,
    pub reason: String,
}

/// Sends back what was reported as done: it completes nothing any more. Safe to repeat with the same entry.
pub async fn send_back(
    book: &Book,
    actor: &Actor,
    new: &SendingBack,
) -> Result<Appended, SignOffError> {
    let reader = book.db().reader();
    let (campaign, item) = reporting::task(reader, new.task)
        .await?
        .ok_or(SignOffError::NoSuchTask)?;
    let lead = item.node.lead_unit.unwrap_or(campaign.organiser);
    let tree = book.tree(reader).await?;
    if !rights::may(&tree, actor, Right::SignOff, lead, new.day) {
        return Err(SignOffError::NotYours);
    }
    let reason = new.reason.trim();
    if reason.is_empty() {
        return Err(SignOffError::ReasonMissing);
    }
    if NOTE_CHARS_MAX < reason.chars().count() {
        return Err(SignOffError::TooLong);
    }
    let subject = Subject::new(TASK, new.task);
    let act = NewEntry::new(new.entry, SENT_BACK, subject, lead, new.day).because(reason);
    let tx = book.db().begin().await?;
    if entry::by_id(&tx, new.entry).await?.is_none() {
        let node = node::Entity::find_by_id(new.task)
            .one(&tx)
            .await?
            .ok_or(SignOffError::NoSuchTask)?;
        if node.signed_off_on.is_some() {
            return Err(SignOffError::AlreadySignedOff);
        }
        let done_on = node.finished_on.ok_or(SignOffError::NotDone)?;
        if book.clock().today() < new.day || new.day < done_on {
            return Err(SignOffError::Day);
        }
        report::Entity::update_many()
            .col_expr(report::Column::Superseded, Expr::value(true))
            .filter(report::Column::Task.eq(new.task))
            .exec(&tx)
            .await?;
        node::Entity::update_many()
            .col_expr(node::Column::FinishedOn, Expr::value(None::<NaiveDate>))
            .filter(node::Column::Id.eq(new.task))
            .exec(&tx)
            .await?;
        let row = Model {
            id: new.entry,
            task: new.task,
            person: actor.person,
            day: new.day,
            reason: reason.to_owned(),
            answered: false,
        };
        Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(appended)
}

/// A report says that the task is done: what was sent back is answered.
pub(super) async fn answer(tx: &impl ConnectionTrait, task: NodeId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Answered, Expr::value(true))
        .filter(Column::Task.eq(task))
        .exec(tx)
        .await
        .map(drop)
}

/// What was sent back and not answered yet, the latest last.
pub async fn open(connection: &impl ConnectionTrait) -> Result<Vec<SentBack>, DbErr> {
    Entity::find()
        .filter(Column::Answered.eq(false))
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}
