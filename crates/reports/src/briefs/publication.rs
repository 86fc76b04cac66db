//! Putting an issue on the portal, where anybody reads it without an account, and taking it off: two acts in its history.
use super::{
    brief::{self, SUBJECT},
    drafting::{self, DraftError},
};
use chrono::{DateTime, Utc};
use kernel::{Actor, EntryId, PersonId};
use ledger::{AppendError, Book, NewEntry, Subject};
use sea_orm::{ActiveValue::Set, QuerySelect, QueryTrait, entity::prelude::*};

pub const PUBLISHED: &str = "reports.brief.published";
pub const TAKEN_OFF: &str = "reports.brief.taken_off";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports_publication")]
pub struct Model {
    /// The issue, by its number in total.
    #[sea_orm(primary_key, auto_increment = false)]
    pub total: i32,
    pub is_public: bool,
    pub changed_by: PersonId,
    pub changed_at: DateTime<Utc>,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Debug, thiserror::Error)]
pub enum PublicationError {
    /// None of this number, or none of a unit whose briefs this person issues.
    #[error("there is no such issue for this person")]
    NoSuchIssue,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for PublicationError {
    fn from(error: DbErr) -> Self {
        PublicationError::Book(error.into())
    }
}

/// The issue, for whoever writes and issues briefs of its unit.
pub async fn of_theirs(
    book: &Book,
    actor: &Actor,
    total: i32,
) -> Result<brief::Model, PublicationError> {
    let reader = book.db().reader();
    let found = brief::issued(reader, total).await?;
    let issue = found.ok_or(PublicationError::NoSuchIssue)?;
    match drafting::may_write(book, reader, actor, issue.unit_id).await {
        Ok(()) => Ok(issue),
        Err(DraftError::Book(source)) => Err(source.into()),
        Err(_) => Err(PublicationError::NoSuchIssue),
    }
}

/// Puts the issue on the portal, or takes it off. Safe to repeat; what is so already makes no entry.
pub async fn set(
    book: &Book,
    actor: &Actor,
    entry: EntryId,
    total: i32,
    is_public: bool,
) -> Result<(), PublicationError> {
    let issue = of_theirs(book, actor, total).await?;
    let tx = book.db().begin().await?;
    // Two who do so at once do so one after the other.
    ledger::entry::mark(&tx).await?;
    let was = Entity::find_by_id(total).one(&tx).await?;
    let is_done = was.as_ref().is_some_and(|was| was.is_public) == is_public;
    if is_done || ledger::entry::by_id(&tx, entry).await?.is_some() {
        return Ok(());
    }
    let row = ActiveModel {
        total: Set(total),
        is_public: Set(is_public),
        changed_by: Set(actor.person),
        changed_at: Set(book.clock().now()),
    };
    match was {
        Some(_) => Entity::update(row).exec(&tx).await.map(drop)?,
        None => Entity::insert(row)
            .exec_without_returning(&tx)
            .await
            .map(drop)?,
    }
    let kind = if is_public { PUBLISHED } else { TAKEN_OFF };
    let subject = Subject::new(SUBJECT, issue.id);
    let act = NewEntry::new(entry, kind, subject, issue.unit_id, book.clock().today());
    ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(())
}

pub async fn is_public(connection: &impl ConnectionTrait, total: i32) -> Result<bool, DbErr> {
    let found = Entity::find_by_id(total).one(connection).await?;
    Ok(found.is_some_and(|found| found.is_public))
}

/// The public issues, the newest first, from `skip` on; and how many there are.
pub async fn public(
    connection: &impl ConnectionTrait,
    skip: u64,
    take: u64,
) -> Result<(Vec<brief::Model>, u64), DbErr> {
    let public = Entity::find()
        .select_only()
        .column(Column::Total)
        .filter(Column::IsPublic.eq(true));
    let are_public = brief::Column::IssueTotal.in_subquery(public.into_query());
    brief::issues_that(connection, are_public, skip, take).await
}
