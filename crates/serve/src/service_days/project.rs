//! A project of a service day: what is done where, and how many people it needs.
use super::day::{ServiceDay, ServiceDayId};
use crate::sessions::offering::instant;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use db::Keys;
use kernel::{EntryId, UnitId, number::narrow};
use sea_orm::{QueryOrder, entity::prelude::*, sea_query::Expr};

kernel::uuid_id!(
    /// One project of a service day; the id of the act that entered it.
    ProjectId
);

pub const SUBJECT: &str = "serve.service_project";
/// Most people that a project can ask for.
pub const WANTED_MAX: i64 = 5_000;
const OTHERS: &str = "serve.service_day.others";

pub type Project = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_service_project")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProjectId,
    pub service_day: ServiceDayId,
    pub unit: UnitId,
    pub title: String,
    pub about: String,
    pub place: String,
    /// Minutes since midnight.
    pub starts: i64,
    pub ends: i64,
    /// What to bring.
    pub bring: String,
    pub wanted: i64,
    /// People signed up; never above `wanted`.
    pub signed: i64,
    pub cancelled_on: Option<NaiveDate>,
    pub cancel_reason: String,
    /// How many came; none until somebody says.
    pub came: Option<i64>,
    /// Hours of all together.
    pub hours: Option<i64>,
    /// Of those who came, how many without a name.
    pub head_count: i64,
    pub others: Option<Vec<u8>>,
    /// The last entry that says who came.
    pub held_entry: Option<EntryId>,
}

impl ActiveModelBehavior for ActiveModel {}

/// How a project stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// One can sign up.
    Open,
    Full,
    /// It has begun, and nobody has said who came.
    Begun,
    Held,
    Cancelled,
}

impl Model {
    pub fn standing(&self, day: &ServiceDay, now: DateTime<Utc>) -> Standing {
        match () {
            () if self.cancelled_on.is_some() => Standing::Cancelled,
            () if self.came.is_some() => Standing::Held,
            () if self.starts_at(day) <= now => Standing::Begun,
            () if self.free() == 0 => Standing::Full,
            () => Standing::Open,
        }
    }

    pub fn free(&self) -> i64 {
        self.wanted - self.signed
    }

    pub fn starts_at(&self, day: &ServiceDay) -> DateTime<Utc> {
        instant(day.day, time(self.starts))
    }

    /// `09:00–11:30`
    pub fn span(&self) -> String {
        format!("{}–{}", clock(self.starts), clock(self.ends))
    }

    /// Names of people who came without having signed up.
    pub fn others(&self, keys: &Keys) -> Vec<String> {
        let sealed = self.others.as_deref();
        let names = sealed.and_then(|sealed| keys.open(OTHERS, sealed).ok());
        names
            .unwrap_or_default()
            .lines()
            .map(str::to_owned)
            .collect()
    }

    pub fn href(&self) -> String {
        format!("/service_projects/{}", self.id)
    }

    /// The page for everybody.
    pub fn public_href(&self) -> String {
        format!("/service_days/{}", self.id)
    }
}

pub(super) fn sealed_others(keys: &Keys, names: &[String]) -> Option<Vec<u8>> {
    (!names.is_empty()).then(|| keys.seal(OTHERS, &names.join("\n")))
}

fn time(minutes: i64) -> NaiveTime {
    let seconds = u32::try_from(minutes * 60).unwrap_or_default();
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
}

/// `09:00`
pub fn clock(minutes: i64) -> String {
    time(minutes).format("%H:%M").to_string()
}

/// Minutes since midnight of a time of day as people type it.
pub fn minutes(text: &str) -> Option<i64> {
    use chrono::Timelike;
    let time = NaiveTime::parse_from_str(&narrow(text), "%H:%M").ok()?;
    Some(i64::from(time.num_seconds_from_midnight() / 60))
}

/// A whole number as people type it.
pub(super) fn whole(text: &str) -> Option<i64> {
    narrow(text).parse().ok()
}

pub async fn find(
    connection: &impl ConnectionTrait,
    id: ProjectId,
) -> Result<Option<Project>, DbErr> {
    Entity::find_by_id(id).one(connection).await
}

/// The projects of days, by their times.
pub async fn of_days(
    connection: &impl ConnectionTrait,
    days: impl IntoIterator<Item = ServiceDayId>,
) -> Result<Vec<Project>, DbErr> {
    Entity::find()
        .filter(Column::ServiceDay.is_in(days))
        .order_by_asc(Column::Starts)
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}

/// The project as it stands, held until the transaction ends.
pub(super) async fn hold(tx: &db::Tx, id: ProjectId) -> Result<Option<Project>, DbErr> {
    let touch = Entity::update_many()
        .col_expr(Column::Signed, Expr::col(Column::Signed))
        .filter(Column::Id.eq(id));
    touch.exec(tx).await?;
    find(tx, id).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_numbers_are_read_as_people_type_them() {
        assert_eq!(minutes("９：３０"), Some(570));
        assert_eq!(minutes(" 14:05 ").map(clock).as_deref(), Some("14:05"));
        assert_eq!(minutes("24:00"), None);
        assert_eq!(whole("１２"), Some(12));
        assert_eq!(whole("7.5"), None);
    }
}
