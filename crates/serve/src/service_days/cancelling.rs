//! Cancelling a project, with the reason that everybody reads.
use super::{
    project::{self, ProjectId, SUBJECT},
    telling::{self, What},
};
use kernel::{Actor, EntryId, Right, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Book, NewEntry, Subject};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};

pub const CANCELLED: &str = "serve.service_project.cancelled";

#[derive(Debug, thiserror::Error)]
pub enum CancelError {
    #[error("there is no such project")]
    NoSuchProject,
    #[error("the right to record does not reach the unit")]
    NotYours,
    #[error("a reason of at most {NOTE_CHARS_MAX} characters is needed")]
    Reason,
    #[error("somebody has entered who came")]
    Held,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for CancelError {
    fn from(error: DbErr) -> Self {
        CancelError::Book(error.into())
    }
}

/// Cancels it and tells everybody who signed up. Doing it again changes nothing.
pub async fn cancel(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    id: ProjectId,
    reason: &str,
) -> Result<(), CancelError> {
    let (tree, today) = (book.tree(book.db().reader()).await?, book.clock().today());
    let found = project::find(book.db().reader(), id).await?;
    let found = found.ok_or(CancelError::NoSuchProject)?;
    if !tree.reaches(&actor.reach(Right::Record), found.unit, today) {
        return Err(CancelError::NotYours);
    }
    let reason = reason.trim();
    if reason.is_empty() || NOTE_CHARS_MAX < reason.chars().count() {
        return Err(CancelError::Reason);
    }
    let tx = book.db().begin().await?;
    let project = project::hold(&tx, id).await?;
    let project = project.ok_or(CancelError::NoSuchProject)?;
    if project.cancelled_on.is_some() {
        return Ok(());
    }
    if project.came.is_some() {
        return Err(CancelError::Held);
    }
    project::Entity::update_many()
        .col_expr(project::Column::CancelledOn, Expr::value(today))
        .col_expr(project::Column::CancelReason, Expr::value(reason))
        .filter(project::Column::Id.eq(id))
        .exec(&tx)
        .await?;
    let subject = Subject::new(SUBJECT, id);
    let act = NewEntry::new(entry, CANCELLED, subject, project.unit, today).because(reason);
    ledger::append(&tx, book, actor, &act).await?;
    telling::tell_all(&tx, id, What::Cancelled, book.clock().now()).await?;
    tx.commit().await?;
    Ok(())
}
