//! A section of a brief that a unit is asked for: asked, written, sent in, returned with a remark, taken over.
mod asking;
mod deciding;
pub mod place;
mod writing;

pub use asking::{Asking, ask};
pub use deciding::{give_back, take_over, withdraw};
pub use writing::{Then, write};

use super::{
    brief::{self, BriefId},
    drafting::{self, DraftError},
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Actor, EntryId, PersonId, Right, UnitId};
use ledger::{AppendError, Book, NewEntry, Subject};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

kernel::uuid_id!(
    /// The id of the act that asked for the section.
    SectionId
);

/// Subject kind of sections in the book.
pub const SUBJECT: &str = "reports.section";
pub const ASKED: &str = "reports.section.asked";
pub const SENT: &str = "reports.section.sent";
pub const RETURNED: &str = "reports.section.returned";
pub const TAKEN: &str = "reports.section.taken";
pub const WITHDRAWN: &str = "reports.section.withdrawn";

#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// The unit has not sent it yet.
    #[sea_orm(string_value = "asked")]
    Asked,
    /// It waits for the clerk.
    #[sea_orm(string_value = "sent")]
    Sent,
    /// Back at the unit, with a remark.
    #[sea_orm(string_value = "returned")]
    Returned,
    #[sea_orm(string_value = "taken")]
    Taken,
    /// Not wanted any more.
    #[sea_orm(string_value = "withdrawn")]
    Withdrawn,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports_section")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SectionId,
    pub brief_id: BriefId,
    /// Who is to write it.
    pub unit_id: UnitId,
    /// What it shall be about.
    pub asked: String,
    pub due: NaiveDate,
    pub state: State,
    /// As the unit wrote it; stays when it is taken over.
    pub body: String,
    /// Why it was returned last.
    pub remark: String,
    pub version: i32,
    pub asked_by: PersonId,
    pub asked_at: DateTime<Utc>,
    pub sent_by: Option<PersonId>,
    pub sent_at: Option<DateTime<Utc>>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether the unit may write it just now.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Asked | State::Returned)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum SectionError {
    #[error("the actor may not do this")]
    NotAllowed,
    #[error("there is no such section")]
    NotFound,
    #[error("`{0}` is empty")]
    Missing(&'static str),
    #[error("`{field}` has more than {chars_max} characters")]
    TooLong {
        field: &'static str,
        chars_max: usize,
    },
    #[error("the day is past")]
    DayPast,
    #[error("the unit does not exist on that day")]
    UnknownUnit,
    /// It is not where this act could be done; nothing was changed.
    #[error("the section has moved on")]
    MovedOn(Box<Model>),
    #[error(transparent)]
    Draft(#[from] DraftError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for SectionError {
    fn from(error: DbErr) -> Self {
        SectionError::Book(error.into())
    }
}

pub async fn find(
    connection: &impl ConnectionTrait,
    id: SectionId,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(connection).await
}

/// The sections of a brief in the order in which they were asked for, without those withdrawn.
pub async fn of_brief(
    connection: &impl ConnectionTrait,
    brief: BriefId,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::BriefId.eq(brief))
        .filter(Column::State.ne(State::Withdrawn))
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}

/// Whether `actor` writes for `unit` today.
pub async fn may_record(
    book: &Book,
    connection: &impl ConnectionTrait,
    actor: &Actor,
    unit: UnitId,
) -> Result<bool, DbErr> {
    let tree = book.tree(connection).await?;
    let (reach, today) = (actor.reach(Right::Record), book.clock().today());
    Ok(tree.contains(unit) && tree.reaches(&reach, unit, today))
}

/// A section of a brief that `actor` writes.
async fn clerks(
    book: &Book,
    connection: &impl ConnectionTrait,
    actor: &Actor,
    id: SectionId,
) -> Result<Model, SectionError> {
    let section = find(connection, id).await?.ok_or(SectionError::NotFound)?;
    let brief = brief::find(connection, section.brief_id).await?;
    let brief = brief.ok_or(SectionError::NotFound)?;
    drafting::may_write(book, connection, actor, brief.unit_id).await?;
    match brief.issue_total {
        Some(total) => Err(DraftError::Issued { total }.into()),
        None => Ok(section),
    }
}

/// Only if nobody was quicker.
async fn save(
    tx: &impl ConnectionTrait,
    current: &Model,
    next: &Model,
) -> Result<Model, SectionError> {
    let saved = Entity::update_many()
        .set(ActiveModel {
            state: Set(next.state),
            body: Set(next.body.clone()),
            remark: Set(next.remark.clone()),
            version: Set(next.version),
            sent_by: Set(next.sent_by),
            sent_at: Set(next.sent_at),
            ..Default::default()
        })
        .filter(Column::Id.eq(current.id))
        .filter(Column::Version.eq(current.version))
        .exec(tx)
        .await?;
    let now = find(tx, current.id).await?.ok_or(SectionError::NotFound)?;
    if saved.rows_affected == 0 {
        return Err(SectionError::MovedOn(Box::new(now)));
    }
    Ok(now)
}

fn fits(field: &'static str, text: &str, chars_max: usize) -> Result<(), SectionError> {
    if chars_max < text.chars().count() {
        return Err(SectionError::TooLong { field, chars_max });
    }
    Ok(())
}

fn act(book: &Book, entry: EntryId, kind: &'static str, id: SectionId, unit: UnitId) -> NewEntry {
    NewEntry::new(
        entry,
        kind,
        Subject::new(SUBJECT, id),
        unit,
        book.clock().today(),
    )
}
