//! Signing a task off (销号) after somebody else has looked at the result, and opening it again (回潮).
use super::{report, reporting};
use crate::{
    accounts,
    import::applying::TASK,
    nodes::node::{self, NodeId},
    nodes::target,
    rights,
};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry, figure};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use serde_json::json;

pub const SIGNED_OFF: &str = "plan.task.signed_off";
pub const REOPENED: &str = "plan.task.reopened";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningOff {
    pub entry: EntryId,
    pub task: NodeId,
    pub day: NaiveDate,
    /// What was looked at; may be empty.
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    pub entry: EntryId,
    pub task: NodeId,
    pub day: NaiveDate,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum SignOffError {
    #[error("there is no such task")]
    NoSuchTask,
    #[error("the right to sign off does not reach the lead unit")]
    NotYours,
    /// Whoever did the work never signs it off.
    #[error("the person reported on this task")]
    YourOwnWork,
    #[error("nothing says that the task is done")]
    NotDone,
    #[error("the task is signed off")]
    AlreadySignedOff,
    #[error("the task is not signed off")]
    NotSignedOff,
    #[error("opening a task again needs a reason")]
    ReasonMissing,
    #[error("a text is longer than {NOTE_CHARS_MAX} characters")]
    TooLong,
    #[error("the day has not come, or lies before the result")]
    Day,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for SignOffError {
    fn from(error: DbErr) -> Self {
        SignOffError::Book(error.into())
    }
}

/// Signs a task off. Safe to repeat with the same entry.
pub async fn sign_off(
    book: &Book,
    actor: &Actor,
    new: &SigningOff,
) -> Result<Appended, SignOffError> {
    let reader = book.db().reader();
    let (campaign, item) = reporting::task(reader, new.task)
        .await?
        .ok_or(SignOffError::NoSuchTask)?;
    let lead = item.node.lead_unit.unwrap_or(campaign.organiser);
    let today = book.clock().today();
    let tree = book.tree(reader).await?;
    if !rights::may(&tree, actor, Right::SignOff, lead, new.day) {
        return Err(SignOffError::NotYours);
    }
    if NOTE_CHARS_MAX < new.note.chars().count() {
        return Err(SignOffError::TooLong);
    }
    let mut done_on = item.node.finished_on;
    if let Some(target) = item.target()
        && let Some(definition) = figure::find(reader, &target.figure, None).await?
    {
        let reached = target::reached(
            reader,
            book,
            &target,
            &definition,
            &campaign.in_book(),
            today,
        )
        .await?;
        done_on = reached.on;
    }
    let act = NewEntry::new(
        new.entry,
        SIGNED_OFF,
        Subject::new(TASK, new.task),
        lead,
        new.day,
    )
    .with_details(json!({ "note": new.note.trim() }))
    .post(accounts::task_done(&campaign.code), 1);
    let tx = book.db().begin().await?;
    if entry::by_id(&tx, new.entry).await?.is_none() {
        if item.target().is_none() {
            // Read again: the report may have been taken back, or sent back, in between.
            let node = node::Entity::find_by_id(new.task).one(&tx).await?;
            done_on = node.and_then(|node| node.finished_on);
        }
        let done_on = done_on.ok_or(SignOffError::NotDone)?;
        if today < new.day || new.day < done_on {
            return Err(SignOffError::Day);
        }
        // Read again: a report by the same person may have come in between.
        let reports = report::of_task(&tx, new.task).await?;
        if reports
            .iter()
            .any(|report| !report.withdrawn && report.reporter == actor.person)
        {
            return Err(SignOffError::YourOwnWork);
        }
        let written = node::Entity::update_many()
            .col_expr(node::Column::SignedOffOn, Expr::value(new.day))
            .col_expr(node::Column::SignedOffBy, Expr::value(actor.person))
            .col_expr(node::Column::SignOffEntry, Expr::value(new.entry))
            .filter(node::Column::Id.eq(new.task))
            .filter(node::Column::SignedOffOn.is_null())
            .exec(&tx)
            .await?;
        if written.rows_affected == 0 {
            return Err(SignOffError::AlreadySignedOff);
        }
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(appended)
}

/// Opens a signed-off task again: what was reported so far completes it no more. Safe to repeat with the same entry.
pub async fn reopen(book: &Book, actor: &Actor, new: &Reopening) -> Result<Appended, SignOffError> {
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
    let act = NewEntry::new(
        new.entry,
        REOPENED,
        Subject::new(TASK, new.task),
        lead,
        new.day,
    )
    .because(reason)
    .post(accounts::task_done(&campaign.code), -1);
    let tx = book.db().begin().await?;
    if entry::by_id(&tx, new.entry).await?.is_none() {
        if book.clock().today() < new.day {
            return Err(SignOffError::Day);
        }
        let written = node::Entity::update_many()
            .col_expr(node::Column::SignedOffOn, Expr::value(None::<NaiveDate>))
            .col_expr(
                node::Column::SignedOffBy,
                Expr::value(None::<kernel::PersonId>),
            )
            .col_expr(node::Column::SignOffEntry, Expr::value(None::<EntryId>))
            .col_expr(node::Column::FinishedOn, Expr::value(None::<NaiveDate>))
            .filter(node::Column::Id.eq(new.task))
            .filter(
                node::Column::SignedOffOn
                    .is_not_null()
                    .and(Expr::col(node::Column::SignedOffOn).lte(new.day)),
            )
            .exec(&tx)
            .await?;
        if written.rows_affected == 0 {
            return Err(SignOffError::NotSignedOff);
        }
        report::Entity::update_many()
            .col_expr(report::Column::Superseded, Expr::value(true))
            .filter(report::Column::Task.eq(new.task))
            .exec(&tx)
            .await?;
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(appended)
}

#[cfg(test)]
mod tests;
