//! The bodies of a campaign: its leading group, the office under it, its working groups and task forces (M1).
use super::store;
use crate::{accounts, rights};
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, QueryFilter, QueryOrder, entity::prelude::*};
use serde_json::json;

pub const SUBJECT: &str = "plan.working_group";
pub const FORMED: &str = "plan.working_group.formed";

kernel::uuid_id!(
    /// A body of a campaign.
    WorkingGroupId
);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Body {
    #[sea_orm(string_value = "leading_group")]
    LeadingGroup,
    /// The office under the leading group.
    #[sea_orm(string_value = "office")]
    Office,
    /// The only kind that counts as a working group.
    #[sea_orm(string_value = "working_group")]
    WorkingGroup,
    #[sea_orm(string_value = "task_force")]
    TaskForce,
}

impl Body {
    pub const ALL: [Body; 4] = [
        Body::LeadingGroup,
        Body::Office,
        Body::WorkingGroup,
        Body::TaskForce,
    ];

    /// The code in forms and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Body::LeadingGroup => "leading_group",
            Body::Office => "office",
            Body::WorkingGroup => "working_group",
            Body::TaskForce => "task_force",
        }
    }

    pub fn from_code(code: &str) -> Option<Body> {
        Body::ALL.into_iter().find(|body| body.code() == code)
    }
}

pub type WorkingGroup = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_working_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WorkingGroupId,
    pub campaign: String,
    pub body: Body,
    /// The unit that it is, or that runs it.
    pub unit: UnitId,
    pub title: String,
    pub duty: String,
    pub since: NaiveDate,
    pub head_entry: EntryId,
    pub withdrawn: bool,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forming {
    pub entry: EntryId,
    pub campaign: String,
    pub body: Body,
    pub unit: UnitId,
    pub title: String,
    pub duty: String,
    pub since: NaiveDate,
}

#[derive(Debug, thiserror::Error)]
pub enum FormError {
    #[error("there is no such campaign")]
    NoSuchCampaign,
    #[error("the right to plan does not reach the campaign's organiser")]
    NotYours,
    #[error("a body needs a title of at most {TITLE_CHARS_MAX} characters")]
    Title,
    #[error("the duty is longer than {NOTE_CHARS_MAX} characters")]
    DutyTooLong,
    #[error("the campaign has this body already")]
    Doubled,
    #[error("the unit is not in the tree")]
    UnknownUnit,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for FormError {
    fn from(error: DbErr) -> Self {
        FormError::Book(error.into())
    }
}

/// Forms a body of a campaign. Safe to repeat with the same entry.
pub async fn form(book: &Book, actor: &Actor, new: &Forming) -> Result<Appended, FormError> {
    let title = new.title.trim();
    if title.is_empty() || TITLE_CHARS_MAX < title.chars().count() {
        return Err(FormError::Title);
    }
    if NOTE_CHARS_MAX < new.duty.chars().count() {
        return Err(FormError::DutyTooLong);
    }
    let reader = book.db().reader();
    let campaign = store::find(reader, &new.campaign)
        .await?
        .ok_or(FormError::NoSuchCampaign)?;
    let tree = book.tree(reader).await?;
    if !rights::may(&tree, actor, Right::Plan, campaign.organiser, new.since) {
        return Err(FormError::NotYours);
    }
    if tree.place(new.unit, new.since).is_none() {
        return Err(FormError::UnknownUnit);
    }
    let id = WorkingGroupId(new.entry.0);
    let subject = Subject::new(SUBJECT, id);
    let mut act = NewEntry::new(new.entry, FORMED, subject, new.unit, new.since).with_details(json!({
        "campaign": new.campaign, "body": new.body.code(), "title": title, "duty": new.duty,
    }));
    if new.body == Body::WorkingGroup {
        act = act.post(accounts::working_group(&new.campaign), 1);
    }
    let tx = book.db().begin().await?;
    let alike = of_campaign(&tx, &new.campaign).await?;
    if alike.iter().any(|group| group.title == title && group.id != id) {
        return Err(FormError::Doubled);
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = ActiveModel {
            id: Set(id),
            campaign: Set(new.campaign.clone()),
            body: Set(new.body),
            unit: Set(new.unit),
            title: Set(title.to_owned()),
            duty: Set(new.duty.trim().to_owned()),
            since: Set(new.since),
            head_entry: Set(new.entry),
            withdrawn: Set(false),
        };
        Entity::insert(row).exec_without_returning(&tx).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// The bodies of a campaign as they were formed.
pub async fn of_campaign(
    connection: &impl ConnectionTrait,
    campaign: &str,
) -> Result<Vec<WorkingGroup>, DbErr> {
    Entity::find()
        .filter(Column::Campaign.eq(campaign))
        .filter(Column::Withdrawn.eq(false))
        .order_by_asc(Column::Since)
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}
