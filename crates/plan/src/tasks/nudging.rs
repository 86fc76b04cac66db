//! Nudging (催办): whoever keeps the plan, or stands above the lead unit, asks it to get on with a task.
//!
//! Once a day for each task (rule R9: nobody is pestered), and nothing is sent to anybody's phone at night: it stands under
//! "mine" of the lead unit until that unit reports.
use super::reporting;
use crate::{
    campaigns::campaign::Campaign,
    import::applying::TASK,
    nodes::{node::NodeId, plan::Item},
    rights,
};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, PersonId, Right, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, Tree, entry};
use sea_orm::{
    IntoActiveModel, QueryOrder, TryInsertResult,
    entity::prelude::*,
    sea_query::{Expr, OnConflict},
};

#[cfg(test)]
mod tests;

pub const NUDGED: &str = "plan.task.nudged";

pub type Nudge = Model;

/// One nudge; an index sees to it that a task has one a day.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_nudge")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EntryId,
    pub task: NodeId,
    /// The lead unit that has to act.
    pub unit: UnitId,
    pub person: PersonId,
    pub day: NaiveDate,
    /// Empty where nothing was said.
    pub reason: String,
    /// The task has been reported on since.
    pub answered: bool,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nudging {
    pub entry: EntryId,
    pub task: NodeId,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum NudgeError {
    #[error("there is no such task")]
    NoSuchTask,
    /// Neither keeps the plan nor stands above the lead unit, or belongs to it.
    #[error("it is not for this person to nudge the lead unit")]
    NotYours,
    #[error("the task is reported as done, or signed off")]
    Done,
    #[error("the lead unit was nudged today already")]
    AlreadyToday,
    #[error("the reason is longer than {NOTE_CHARS_MAX} characters")]
    TooLong,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for NudgeError {
    fn from(error: DbErr) -> Self {
        NudgeError::Book(error.into())
    }
}

/// The unit that has to act, if this person may nudge it.
pub fn whom(
    tree: &Tree,
    actor: &Actor,
    campaign: &Campaign,
    item: &Item,
    today: NaiveDate,
) -> Option<UnitId> {
    let lead = item.node.lead_unit?;
    let may = rights::may(tree, actor, Right::Plan, campaign.organiser, today)
        || rights::may(tree, actor, Right::SignOff, lead, today);
    (may && actor.unit != lead).then_some(lead)
}

/// Whether the lead unit has said all that it can: what is left is for whoever signs off.
pub fn is_done(item: &Item) -> bool {
    item.node.finished_on.is_some() || item.node.signed_off_on.is_some()
}

/// Nudges the lead unit, today. Safe to repeat with the same entry.
pub async fn nudge(book: &Book, actor: &Actor, new: &Nudging) -> Result<Appended, NudgeError> {
    let (reader, today) = (book.db().reader(), book.clock().today());
    let (campaign, item) = reporting::task(reader, new.task)
        .await?
        .ok_or(NudgeError::NoSuchTask)?;
    let tree = book.tree(reader).await?;
    let unit = whom(&tree, actor, &campaign, &item, today).ok_or(NudgeError::NotYours)?;
    let reason = new.reason.trim();
    if NOTE_CHARS_MAX < reason.chars().count() {
        return Err(NudgeError::TooLong);
    }
    let act = NewEntry::new(new.entry, NUDGED, Subject::new(TASK, new.task), unit, today);
    let act = if reason.is_empty() {
        act
    } else {
        act.because(reason)
    };
    let tx = book.db().begin().await?;
    if entry::by_id(&tx, new.entry).await?.is_none() {
        if is_done(&item) {
            return Err(NudgeError::Done);
        }
        let row = Model {
            id: new.entry,
            task: new.task,
            unit,
            person: actor.person,
            day: today,
            reason: reason.to_owned(),
            answered: false,
        };
        let written = Entity::insert(row.into_active_model())
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .try_insert()
            .exec_without_returning(&tx)
            .await?;
        if !matches!(written, TryInsertResult::Inserted(rows) if 0 < rows) {
            return Err(NudgeError::AlreadyToday);
        }
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(appended)
}

/// The task is reported on: whoever nudged has their answer.
pub(super) async fn answer(tx: &impl ConnectionTrait, task: NodeId) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Answered, Expr::value(true))
        .filter(Column::Task.eq(task))
        .exec(tx)
        .await
        .map(drop)
}

/// Nudges that no report has answered yet, the latest last.
pub async fn open(connection: &impl ConnectionTrait) -> Result<Vec<Nudge>, DbErr> {
    Entity::find()
        .filter(Column::Answered.eq(false))
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}
