//! A brief: a draft that people change, or an issue that nobody can change.
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{EntryId, PersonId, UnitId};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

kernel::uuid_id!(
    /// The id of the act that began the draft.
    BriefId
);

/// Subject kind of briefs in the book.
pub const SUBJECT: &str = "reports.brief";

/// Longest text of a draft, in characters. Far above what rule R10 allows to be issued without a second thought.
pub const BODY_CHARS_MAX: usize = 50_000;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports_brief")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BriefId,
    /// The unit that issues it. Figures are taken at this unit unless a token says otherwise.
    pub unit_id: UnitId,
    /// The name in the red head.
    pub name: String,
    /// The issuing office, as it is printed.
    pub office: String,
    pub title: String,
    /// Addressees, parted by `、`, `，`, `；` or new lines.
    pub report_to: String,
    pub send_to: String,
    pub issue_to: String,
    pub editors_note: String,
    pub body: String,
    /// For figures that count within a campaign.
    pub campaign: Option<String>,
    /// The day as of which figures are taken, unless a token says otherwise.
    pub as_of: NaiveDate,
    /// Goes up with each change, so that two clerks cannot overwrite each other unawares.
    pub version: i32,
    pub changed_by: PersonId,
    pub changed_at: DateTime<Utc>,
    pub issue_year: Option<i32>,
    /// 第×期, from 1 each year.
    pub issue_number: Option<i32>,
    /// 总第×期; also the number by which an issue is found.
    pub issue_total: Option<i32>,
    pub issued_on: Option<NaiveDate>,
    pub issue_entry: Option<EntryId>,
    /// Printed copies, if it is to be printed.
    pub copies: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn is_issued(&self) -> bool {
        self.issue_total.is_some()
    }
}

pub async fn find(connection: &impl ConnectionTrait, id: BriefId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(connection).await
}

/// The issue with this total number.
pub async fn issued(connection: &impl ConnectionTrait, total: i32) -> Result<Option<Model>, DbErr> {
    let select = Entity::find().filter(Column::IssueTotal.eq(total));
    select.one(connection).await
}

/// Issued briefs, newest first, with how many there are.
pub async fn issues(
    connection: &impl ConnectionTrait,
    skip: u64,
    take: u64,
) -> Result<(Vec<Model>, u64), DbErr> {
    issues_that(connection, Column::IssueTotal.is_not_null(), skip, take).await
}

/// Those issued briefs that meet a condition, newest first, with how many there are.
pub async fn issues_that(
    connection: &impl ConnectionTrait,
    condition: impl sea_orm::sea_query::IntoCondition,
    skip: u64,
    take: u64,
) -> Result<(Vec<Model>, u64), DbErr> {
    let select = Entity::find().filter(condition);
    let count = select.clone().count(connection).await?;
    let page = select
        .order_by_desc(Column::IssueTotal)
        .offset(skip)
        .limit(take);
    Ok((page.all(connection).await?, count))
}

/// Most drafts that are listed.
pub const DRAFTS_MAX: u64 = 200;

/// Drafts, the one changed last first.
pub async fn drafts(connection: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    let select = Entity::find().filter(Column::IssueTotal.is_null());
    let ordered = select
        .order_by_desc(Column::ChangedAt)
        .order_by_asc(Column::Id);
    ordered.limit(DRAFTS_MAX).all(connection).await
}

/// Addressees as typed in one field, one by one.
pub fn addressees(typed: &str) -> Vec<String> {
    let parts = typed.split(['、', '，', ',', '；', ';', '\n']);
    let trimmed = parts.map(str::trim).filter(|part| !part.is_empty());
    trimmed.map(str::to_owned).collect()
}
