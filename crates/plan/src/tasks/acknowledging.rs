//! Taking a task over (签收): the lead unit says once that the task has arrived.
//!
//! A task that gets another lead has to be taken over by it as well; the first one's word stays in the history.
use super::task_page::seen;
use crate::{import::applying::TASK, nodes::node::NodeId, rights, view::links, words::texts};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, PersonId, Right, UnitId};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use sea_orm::{IntoActiveModel, TryInsertResult, entity::prelude::*, sea_query::OnConflict};
use serde::Deserialize;
use web::{App, Frame, WebError};

pub const ACKNOWLEDGED: &str = "plan.task.acknowledged";

pub type Acknowledgement = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_acknowledgement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub task: NodeId,
    /// The unit that led the task then.
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit: UnitId,
    pub person: PersonId,
    pub day: NaiveDate,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(TypedPath, Deserialize)]
#[typed_path("/tasks/{task}/acknowledgement")]
pub struct AcknowledgementUrl {
    pub task: NodeId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
}

#[derive(Debug, thiserror::Error)]
pub enum AcknowledgeError {
    #[error("there is no such task, or nobody leads it")]
    NoSuchTask,
    #[error("the right to record does not reach the lead unit")]
    NotYours,
    #[error("the lead unit has taken the task over already")]
    Already,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for AcknowledgeError {
    fn from(error: DbErr) -> Self {
        AcknowledgeError::Book(error.into())
    }
}

pub async fn submit(
    url: AcknowledgementUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    seen(&app, &actor, url.task).await?;
    let t = texts(frame.lang);
    let said = match acknowledge(&app.book, &actor, input.entry, url.task).await {
        Ok(_) => t.acknowledge_done(),
        Err(AcknowledgeError::Already) => t.acknowledge_already(),
        Err(AcknowledgeError::NoSuchTask | AcknowledgeError::NotYours) => {
            return Err(WebError::NotFound);
        }
        Err(AcknowledgeError::Book(source)) => return Err(source.into()),
    };
    Ok(web::done(&links::task(url.task), &said))
}

/// Takes a task over for its lead unit, today. Safe to repeat with the same entry.
pub async fn acknowledge(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    task: NodeId,
) -> Result<Appended, AcknowledgeError> {
    let (reader, today) = (book.db().reader(), book.clock().today());
    let (_, item) = super::reporting::task(reader, task)
        .await?
        .ok_or(AcknowledgeError::NoSuchTask)?;
    let lead = item.node.lead_unit.ok_or(AcknowledgeError::NoSuchTask)?;
    let tree = book.tree(reader).await?;
    if !rights::may(&tree, actor, Right::Record, lead, today) {
        return Err(AcknowledgeError::NotYours);
    }
    let act = NewEntry::new(entry, ACKNOWLEDGED, Subject::new(TASK, task), lead, today);
    let tx = book.db().begin().await?;
    if entry::by_id(&tx, entry).await?.is_none() {
        let row = Model {
            task,
            unit: lead,
            person: actor.person,
            day: today,
        };
        let there_already = OnConflict::new().do_nothing().to_owned();
        let written = Entity::insert(row.into_active_model())
            .on_conflict(there_already)
            .try_insert()
            .exec_without_returning(&tx)
            .await?;
        if !matches!(written, TryInsertResult::Inserted(rows) if 0 < rows) {
            return Err(AcknowledgeError::Already);
        }
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(appended)
}
