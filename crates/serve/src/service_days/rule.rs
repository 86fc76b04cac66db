//! Which day of a month is its service day: pure. The rule is dated data; a decision of the office goes before it.
use calendar::WorkingDays;
use chrono::{Datelike, Months, NaiveDate};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::{Deserialize, Deserializer};
use std::{fmt, str::FromStr};

/// A month of a year, kept as its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(NaiveDate);

impl Month {
    pub fn of(day: NaiveDate) -> Month {
        Month(day.with_day(1).unwrap_or(day))
    }

    pub fn first(self) -> NaiveDate {
        self.0
    }

    pub fn next(self) -> Month {
        Month(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    /// Months from this one to another; negative when that is before.
    pub fn until(self, other: Month) -> i32 {
        let number = |month: Month| month.0.year() * 12 + month.0.month0() as i32;
        number(other) - number(self)
    }
}

/// `2021-05`
impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.format("%Y-%m"))
    }
}

impl FromStr for Month {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Month, chrono::ParseError> {
        NaiveDate::parse_from_str(&format!("{}-01", text.trim()), "%Y-%m-%d").map(Month)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

crate::cases::case::codes! {
    /// What becomes of the day when it is a rest day and nobody decides otherwise.
    OnRest {
        Stay = "stay",
        Before = "before",
        After = "after",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// 1 to [`MONTH_DAY_MAX`], so that every month has it.
    pub month_day: u32,
    pub on_rest: OnRest,
}

pub const MONTH_DAY_MAX: u32 = 28;

impl Rule {
    /// Before rest days are looked at.
    pub fn regular(self, month: Month) -> NaiveDate {
        month.0.with_day(self.month_day).unwrap_or(month.0)
    }

    pub fn day(self, month: Month, days: &WorkingDays) -> NaiveDate {
        let regular = self.regular(month);
        match self.on_rest {
            OnRest::Stay => regular,
            OnRest::Before => days.on_or_before(regular),
            OnRest::After => days.on_or_after(regular),
        }
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_service_day_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_month: NaiveDate,
    pub month_day: i64,
    pub on_rest: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn rule(&self) -> Rule {
        Rule {
            month_day: u32::try_from(self.month_day).unwrap_or(MONTH_DAY_MAX),
            on_rest: OnRest::from_code(&self.on_rest).unwrap_or(OnRest::Stay),
        }
    }
}

/// All rules, the latest first.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    let select = Entity::find().order_by_desc(Column::FromMonth);
    select.all(connection).await
}

/// The rule that holds in a month; `rules` are all of them, the latest first.
pub fn of_month(rules: &[Model], month: Month) -> Rule {
    let found = rules.iter().find(|rule| rule.from_month <= month.0);
    found.map_or(
        Rule {
            month_day: MONTH_DAY_MAX,
            on_rest: OnRest::Stay,
        },
        Model::rule,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(rule: Rule, month: &str) -> String {
        rule.day(month.parse().unwrap(), &WorkingDays::china())
            .to_string()
    }

    #[test]
    fn a_rest_day_is_left_or_moved_over_real_holidays() {
        let rule = |on_rest| Rule {
            month_day: 28,
            on_rest,
        };
        for (month, stay, before, after) in [
            // A Thursday.
            ("2021-01", "2021-01-28", "2021-01-28", "2021-01-28"),
            // A Sunday.
            ("2021-02", "2021-02-28", "2021-02-26", "2021-03-01"),
            // A Saturday within the National Day week's make-up days is judged by the calendar, not by its weekday.
            ("2024-09", "2024-09-28", "2024-09-27", "2024-09-29"),
            // The Spring Festival of 2025 begins on 28 January and ends on 4 February.
            ("2025-01", "2025-01-28", "2025-01-27", "2025-02-05"),
        ] {
            assert_eq!(day(rule(OnRest::Stay), month), stay);
            assert_eq!(day(rule(OnRest::Before), month), before);
            assert_eq!(day(rule(OnRest::After), month), after);
        }
    }

    #[test]
    fn the_rule_of_a_month_is_the_latest_that_has_begun() {
        let row = |from: &str, month_day| Model {
            from_month: from.parse().unwrap(),
            month_day,
            on_rest: "stay".to_owned(),
        };
        let rules = [row("2021-06-01", 15), row("2000-01-01", 28)];
        let of = |month: &str| of_month(&rules, month.parse().unwrap()).month_day;
        assert_eq!((of("2021-05"), of("2021-06"), of("2022-01")), (28, 15, 15));
        assert!("2021-13".parse::<Month>().is_err());
        assert_eq!(
            "2021-01"
                .parse::<Month>()
                .unwrap()
                .until("2020-11".parse().unwrap()),
            -2
        );
    }
}
