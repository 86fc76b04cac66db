//! The bodies of a campaign: its leading group, the office under it, its working groups and task forces (M1).
use super::store;
use crate::{accounts, rights};
use chrono::NaiveDate;
use kernel::{
    Actor, EntryId, Lang, PersonId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use orgs::Directory;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, IntoActiveModel, QueryFilter, QueryOrder,
    entity::prelude::*,
};
use serde::Serialize;
use serde_json::json;
use std::collections::HashSet;

pub const SUBJECT: &str = "plan.working_group";
pub const FORMED: &str = "plan.working_group.formed";

kernel::uuid_id!(
    /// A body of a campaign.
    WorkingGroupId
);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "snake_case")]
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
    /// May be empty.
    pub title_en: String,
    pub duty: String,
    pub since: NaiveDate,
    pub head_entry: EntryId,
    pub withdrawn: bool,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// In English its own English title, or that of the unit that it is.
    pub fn title_in<'t>(&'t self, lang: Lang, directory: &'t Directory) -> &'t str {
        match lang {
            Lang::Zh => &self.title,
            Lang::En if !self.title_en.is_empty() => &self.title_en,
            Lang::En if directory.name(self.unit, Lang::Zh) == self.title => {
                directory.name(self.unit, lang)
            }
            Lang::En => &self.title,
        }
    }
}

/// What a person is in a body.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 组长
    #[sea_orm(string_value = "head")]
    Head,
    /// 副组长
    #[sea_orm(string_value = "deputy")]
    Deputy,
    /// 成员
    #[sea_orm(string_value = "member")]
    Member,
}

impl Role {
    pub const ALL: [Role; 3] = [Role::Head, Role::Deputy, Role::Member];
}

/// Who is in a body, in the order in which they are named.
pub mod seat {
    use super::{Role, WorkingGroupId};
    use kernel::PersonId;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_working_group_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub working_group: WorkingGroupId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: PersonId,
        pub role: Role,
        pub position: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a body is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    pub body: Body,
    pub unit: UnitId,
    pub title: String,
    pub title_en: String,
    pub duty: String,
    pub since: NaiveDate,
    pub people: Vec<(PersonId, Role)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forming {
    pub entry: EntryId,
    pub campaign: String,
    pub profile: Profile,
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
    #[error("somebody is named twice")]
    PersonTwice,
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
    let id = WorkingGroupId(new.entry.0);
    check(book, actor, &new.campaign, &new.profile).await?;
    let act = entry_of(new.entry, FORMED, id, &new.campaign, &new.profile);
    let tx = book.db().begin().await?;
    refuse_double(&tx, &new.campaign, id, &new.profile).await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = row(id, &new.campaign, &new.profile, new.entry);
        Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
        write_people(&tx, id, &new.profile.people).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

/// Whether a body may be so, and the actor say so.
pub(super) async fn check(
    book: &Book,
    actor: &Actor,
    campaign: &str,
    profile: &Profile,
) -> Result<(), FormError> {
    let is_long = |text: &str| TITLE_CHARS_MAX < text.trim().chars().count();
    if profile.title.trim().is_empty() || is_long(&profile.title) || is_long(&profile.title_en) {
        return Err(FormError::Title);
    }
    if NOTE_CHARS_MAX < profile.duty.chars().count() {
        return Err(FormError::DutyTooLong);
    }
    let people: HashSet<PersonId> = profile.people.iter().map(|(person, _)| *person).collect();
    if people.len() < profile.people.len() {
        return Err(FormError::PersonTwice);
    }
    let reader = book.db().reader();
    let campaign = store::find(reader, campaign)
        .await?
        .ok_or(FormError::NoSuchCampaign)?;
    let tree = book.tree(reader).await?;
    if !rights::may(&tree, actor, Right::Plan, campaign.organiser, profile.since) {
        return Err(FormError::NotYours);
    }
    match tree.place(profile.unit, profile.since) {
        Some(_) => Ok(()),
        None => Err(FormError::UnknownUnit),
    }
}

pub(super) async fn refuse_double(
    tx: &impl ConnectionTrait,
    campaign: &str,
    id: WorkingGroupId,
    profile: &Profile,
) -> Result<(), FormError> {
    let alike = of_campaign(tx, campaign).await?;
    let mut alike = alike.iter().filter(|group| group.id != id);
    match alike.any(|group| group.title == profile.title.trim()) {
        true => Err(FormError::Doubled),
        false => Ok(()),
    }
}

pub(super) fn entry_of(
    entry: EntryId,
    kind: &'static str,
    id: WorkingGroupId,
    campaign: &str,
    profile: &Profile,
) -> NewEntry {
    let subject = Subject::new(SUBJECT, id);
    let act = NewEntry::new(entry, kind, subject, profile.unit, profile.since).with_details(json!({
        "campaign": campaign, "body": profile.body.code(), "title": profile.title.trim(),
        "title_en": profile.title_en.trim(), "duty": profile.duty.trim(), "people": profile.people,
    }));
    match profile.body {
        Body::WorkingGroup => act.post(accounts::working_group(campaign), 1),
        _ => act,
    }
}

pub(super) fn row(
    id: WorkingGroupId,
    campaign: &str,
    profile: &Profile,
    head_entry: EntryId,
) -> Model {
    Model {
        id,
        campaign: campaign.to_owned(),
        body: profile.body,
        unit: profile.unit,
        title: profile.title.trim().to_owned(),
        title_en: profile.title_en.trim().to_owned(),
        duty: profile.duty.trim().to_owned(),
        since: profile.since,
        head_entry,
        withdrawn: false,
    }
}

/// Writes who is in a body, in place of whoever was.
pub(super) async fn write_people(
    tx: &impl ConnectionTrait,
    id: WorkingGroupId,
    people: &[(PersonId, Role)],
) -> Result<(), DbErr> {
    seat::Entity::delete_many()
        .filter(seat::Column::WorkingGroup.eq(id))
        .exec(tx)
        .await?;
    let rows = (0..).zip(people).map(|(position, (person, role))| {
        seat::Model {
            working_group: id,
            person: *person,
            role: *role,
            position,
        }
        .into_active_model()
    });
    let rows: Vec<seat::ActiveModel> = rows.collect();
    for chunk in rows.chunks(500) {
        seat::Entity::insert_many(chunk.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// Who is in these bodies, heads first.
pub async fn seats(
    connection: &impl ConnectionTrait,
    groups: &[WorkingGroupId],
) -> Result<Vec<seat::Model>, DbErr> {
    let mut seats = seat::Entity::find()
        .filter(seat::Column::WorkingGroup.is_in(groups.iter().copied()))
        .all(connection)
        .await?;
    seats.sort_by_key(|seat| (seat.working_group.0, seat.role, seat.position));
    Ok(seats)
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
