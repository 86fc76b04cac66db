//! How long a case may take: rules with a first day of their own. The rule of the day of acceptance stays with the case.
use super::{case::codes, clock::Span};
use chrono::NaiveDate;
use sea_orm::{QueryOrder, entity::prelude::*};

codes! {
    /// Which limit holds for a case.
    Limit {
        Emergency = "emergency",
        /// Water, power, gas, heating.
        Utility = "utility",
        Ordinary = "ordinary",
        Complex = "complex",
    }
}

/// The code under which the limit for acknowledging stands.
pub const ACKNOWLEDGE: &str = "acknowledge";

/// The rules as an office starts with them: code, measure, how many. Source: rules.md, requests of residents.
pub const DEFAULTS: [(&str, &str, i32); 5] = [
    (ACKNOWLEDGE, "working_days", 1),
    ("emergency", "hours", 2),
    ("utility", "hours", 24),
    ("ordinary", "working_days", 7),
    ("complex", "working_days", 15),
];

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_case_limit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_day: NaiveDate,
    /// `hours`, `working_days`, `months`.
    pub measure: String,
    pub amount: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// The rule that holds on a day.
pub async fn on(
    connection: &impl ConnectionTrait,
    code: &str,
    day: NaiveDate,
) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::Code.eq(code))
        .filter(Column::FromDay.lte(day))
        .order_by_desc(Column::FromDay)
        .one(connection)
        .await
}

/// A span as kept.
pub fn span(measure: &str, amount: i32) -> Option<Span> {
    let amount = u32::try_from(amount).ok()?;
    match measure {
        "hours" => Some(Span::Hours(amount)),
        "working_days" => Some(Span::WorkingDays(amount)),
        "months" => Some(Span::Months(amount)),
        _ => None,
    }
}
