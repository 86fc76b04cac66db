//! Taking a request for more time back, as long as nobody has decided it: whoever asked, or their unit.
use super::extension::{self, Decision, Extension, ExtensionId};
use crate::{import::applying::TASK, rights, tasks::task_page::seen, view::links, words::texts};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, Tree, entry};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};
use serde::Deserialize;
use serde_json::json;
use web::{App, Frame, WebError};

pub const WITHDRAWN: &str = "plan.extension.withdrawn";

#[derive(TypedPath, Deserialize)]
#[typed_path("/task_extensions/{extension}/withdrawal")]
pub struct WithdrawalUrl {
    pub extension: ExtensionId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
}

#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    #[error("there is no such request")]
    NoSuchRequest,
    #[error("somebody else asked, for another unit")]
    NotYours,
    #[error("somebody has decided already, or it was taken back")]
    AlreadyDecided,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for WithdrawError {
    fn from(error: DbErr) -> Self {
        WithdrawError::Book(error.into())
    }
}

pub fn may_withdraw(tree: &Tree, actor: &Actor, request: &Extension, today: NaiveDate) -> bool {
    let is_theirs = request.asked_by == actor.person || request.unit == actor.unit;
    is_theirs && rights::may(tree, actor, Right::Record, request.unit, today)
}

pub async fn submit(
    url: WithdrawalUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let request = extension::Entity::find_by_id(url.extension)
        .one(app.db.reader())
        .await?
        .ok_or(WebError::NotFound)?;
    seen(&app, &actor, request.task).await?;
    let t = texts(frame.lang);
    let said = match withdraw(&app.book, &actor, input.entry, url.extension).await {
        Ok(_) => t.extension_withdrawn_said(),
        Err(WithdrawError::AlreadyDecided) => t.extension_already_decided(),
        Err(WithdrawError::NoSuchRequest | WithdrawError::NotYours) => {
            return Err(WebError::NotFound);
        }
        Err(WithdrawError::Book(source)) => return Err(source.into()),
    };
    Ok(web::done(&links::task(request.task), &said))
}

/// Takes a request back. Safe to repeat with the same entry.
pub async fn withdraw(
    book: &Book,
    actor: &Actor,
    id: EntryId,
    request: ExtensionId,
) -> Result<Appended, WithdrawError> {
    let (reader, today) = (book.db().reader(), book.clock().today());
    let request = extension::Entity::find_by_id(request)
        .one(reader)
        .await?
        .ok_or(WithdrawError::NoSuchRequest)?;
    let tree = book.tree(reader).await?;
    if !may_withdraw(&tree, actor, &request, today) {
        return Err(WithdrawError::NotYours);
    }
    let subject = Subject::new(TASK, request.task);
    let act = NewEntry::new(id, WITHDRAWN, subject, request.unit, today)
        .with_details(json!({ "request": request.id, "wanted": request.wanted_text }));
    let tx = book.db().begin().await?;
    if entry::by_id(&tx, id).await?.is_none() {
        let taken_back = extension::Entity::update_many()
            .col_expr(
                extension::Column::Decision,
                Expr::value(Decision::Withdrawn),
            )
            .col_expr(extension::Column::DecidedBy, Expr::value(actor.person))
            .col_expr(extension::Column::DecidedOn, Expr::value(today))
            .filter(extension::Column::Id.eq(request.id))
            .filter(extension::Column::Decision.is_null())
            .exec(&tx)
            .await?;
        if taken_back.rows_affected == 0 {
            return Err(WithdrawError::AlreadyDecided);
        }
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(appended)
}
