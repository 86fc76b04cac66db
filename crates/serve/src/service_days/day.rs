//! The service day of a month: fixed by a decision, or by the rule once its first project is entered.
use super::rule::{self, Month};
use calendar::WorkingDays;
use chrono::NaiveDate;
use sea_orm::{
    IntoActiveModel, QueryOrder, QuerySelect, entity::prelude::*, sea_query::OnConflict,
};
use std::collections::HashMap;
use uuid::Uuid;

kernel::uuid_id!(
    /// The service day of one month.
    ServiceDayId
);

pub type ServiceDay = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_service_day")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ServiceDayId,
    /// Its first day.
    pub month: NaiveDate,
    /// What the rule said before rest days were looked at.
    pub regular: NaiveDate,
    pub day: NaiveDate,
    /// When the office decided; none where the rule did.
    pub decided_on: Option<NaiveDate>,
    /// Why it was moved, or stayed.
    pub reason: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn month(&self) -> Month {
        Month::of(self.month)
    }

    pub fn is_moved(&self) -> bool {
        self.day != self.regular
    }
}

/// Always the same for the same month, so two who fix a month at once fix one.
pub fn id_of(month: Month) -> ServiceDayId {
    let name = format!("luodi service day {month}");
    ServiceDayId(Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()))
}

pub async fn find(
    connection: &impl ConnectionTrait,
    id: ServiceDayId,
) -> Result<Option<ServiceDay>, DbErr> {
    Entity::find_by_id(id).one(connection).await
}

/// The days of months in order: as fixed, else as the rule has it.
pub async fn of_months(
    connection: &impl ConnectionTrait,
    months: impl IntoIterator<Item = Month>,
) -> Result<Vec<ServiceDay>, DbErr> {
    let months: Vec<Month> = months.into_iter().collect();
    let firsts = months.iter().map(|month| month.first());
    let fixed = Entity::find().filter(Column::Month.is_in(firsts));
    let fixed = fixed.all(connection).await?.into_iter();
    let mut fixed: HashMap<NaiveDate, ServiceDay> = fixed.map(|day| (day.month, day)).collect();
    let rules = rule::all(connection).await?;
    let working = orgs::working_days::working_days(connection).await?;
    let of = |month: Month| {
        fixed
            .remove(&month.first())
            .unwrap_or_else(|| by_rule(&rules, &working, month))
    };
    Ok(months.into_iter().map(of).collect())
}

pub async fn of_month(
    connection: &impl ConnectionTrait,
    month: Month,
) -> Result<ServiceDay, DbErr> {
    let mut days = of_months(connection, [month]).await?;
    days.pop()
        .ok_or_else(|| DbErr::RecordNotFound(month.to_string()))
}

fn by_rule(rules: &[rule::Model], working: &WorkingDays, month: Month) -> ServiceDay {
    let rule = rule::of_month(rules, month);
    Model {
        id: id_of(month),
        month: month.first(),
        regular: rule.regular(month),
        day: rule.day(month, working),
        decided_on: None,
        reason: String::new(),
    }
}

/// Months that were fixed, the latest first.
pub async fn fixed(connection: &impl ConnectionTrait, most: u64) -> Result<Vec<ServiceDay>, DbErr> {
    let select = Entity::find().order_by_desc(Column::Month).limit(most);
    select.all(connection).await
}

/// Fixes the month as it is said here, unless it is fixed; gives it as it stands, and holds it until the transaction ends.
pub(super) async fn hold(tx: &db::Tx, day: &ServiceDay) -> Result<ServiceDay, DbErr> {
    let there = OnConflict::column(Column::Id).do_nothing().to_owned();
    Entity::insert(day.clone().into_active_model())
        .on_conflict(there)
        .exec_without_returning(tx)
        .await?;
    let touch = Entity::update_many()
        .col_expr(Column::Month, sea_orm::sea_query::Expr::value(day.month))
        .filter(Column::Id.eq(day.id));
    touch.exec(tx).await?;
    let held = find(tx, day.id).await?;
    held.ok_or_else(|| DbErr::RecordNotFound(day.month.to_string()))
}
