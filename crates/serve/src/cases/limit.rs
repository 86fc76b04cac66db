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
/// The code under which stands how long before a deadline it is told.
pub const REMIND: &str = "remind";
/// The code under which the limit for a first report stands; nothing where no report is asked for.
pub const REPORT: &str = "report";

/// Every code with a rule of its own, in the order in which they are read.
pub const CODES: [&str; 7] = [
    ACKNOWLEDGE,
    REPORT,
    "emergency",
    "utility",
    "ordinary",
    "complex",
    REMIND,
];

/// The second set in use: one day to assign, three to report back, seven to solve, a month for hard ones. Source: rules.md.
pub const SECOND_SET: [(&str, &str, i32); 4] = [
    (ACKNOWLEDGE, "working_days", 1),
    (REPORT, "working_days", 3),
    ("ordinary", "working_days", 7),
    ("complex", "months", 1),
];

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
    /// One of [`MEASURES`].
    pub measure: String,
    pub amount: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// In what a limit is written.
pub const MEASURES: [&str; 5] = ["hours", "working_hours", "working_days", "days", "months"];

/// The rule that holds on a day; none where it was taken out (nought of something).
pub async fn on(
    connection: &impl ConnectionTrait,
    code: &str,
    day: NaiveDate,
) -> Result<Option<Model>, DbErr> {
    let rule = Entity::find()
        .filter(Column::Code.eq(code))
        .filter(Column::FromDay.lte(day))
        .order_by_desc(Column::FromDay)
        .one(connection)
        .await?;
    Ok(rule.filter(|rule| 0 < rule.amount))
}

/// A span as kept.
pub fn span(measure: &str, amount: i32) -> Option<Span> {
    let amount = u32::try_from(amount).ok()?;
    match measure {
        "hours" => Some(Span::Hours(amount)),
        "working_hours" => Some(Span::WorkingHours(amount)),
        "working_days" => Some(Span::WorkingDays(amount)),
        "days" => Some(Span::Days(amount)),
        "months" => Some(Span::Months(amount)),
        _ => None,
    }
}
