//! How a figure is looked at, beside what it counts: period by name, grain of the trend, units that are compared.
use super::Asked;
use chrono::NaiveDate;
use kernel::UnitId;
use ledger::{PeriodRule, figure::Grain};
use orgs::Directory;
use serde::Deserialize;

/// Most units that are compared side by side.
pub const COMPARED_MAX: usize = 12;

/// Further parameters of a figure's address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct AskedView {
    pub side: usize,
    /// Day, week, month and so on: which holds the as-of day.
    pub period: String,
    pub grain: String,
    /// `now`: the records by today's tree.
    pub by: String,
    /// Units' codes.
    pub compare: Vec<String>,
}

impl AskedView {
    pub fn grain(&self) -> Grain {
        Grain::from_code(&self.grain).unwrap_or(Grain::Month)
    }

    pub fn rule(&self) -> Option<PeriodRule> {
        PeriodRule::from_code(&self.period).filter(|rule| {
            // The others are the definition's own affair.
            !matches!(rule, PeriodRule::ToDate | PeriodRule::Campaign)
        })
    }

    /// The units to be compared, each once, in their given order.
    pub fn units(&self, directory: &Directory) -> Vec<UnitId> {
        let codes = self.compare.iter().flat_map(|codes| codes.split(','));
        let mut units: Vec<UnitId> = codes
            .filter_map(|code| directory.unit_by_code(code.trim()))
            .map(|unit| unit.id)
            .collect();
        units.sort();
        units.dedup();
        let mut units = directory.in_order(units);
        units.truncate(COMPARED_MAX);
        units
    }
}

/// A period by name becomes its days: from its first to its last, or to today while it is running.
pub fn with_days(asked: &Asked, rule: Option<PeriodRule>, today: NaiveDate) -> Asked {
    let typed = asked.as_of.trim();
    let day = if typed.is_empty() {
        Some(today)
    } else {
        typed.parse::<NaiveDate>().ok()
    };
    let (Some(rule), Some(day)) = (rule, day) else {
        return asked.clone();
    };
    let last = rule.last_day(day).unwrap_or(day);
    let to = if day <= today { last.min(today) } else { last };
    let from = rule.first_day(day, None);
    Asked {
        as_of: to.to_string(),
        from: from.map(|from| from.to_string()).unwrap_or_default(),
        ..asked.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_by_name_becomes_its_days_and_ends_today_while_it_is_running() {
        let today: NaiveDate = "2021-05-14".parse().unwrap();
        let days = |as_of: &str, rule| {
            let asked = Asked {
                as_of: as_of.to_owned(),
                ..Asked::default()
            };
            let asked = with_days(&asked, Some(rule), today);
            format!("{}..{}", asked.from, asked.as_of)
        };
        assert_eq!(days("", PeriodRule::Quarter), "2021-04-01..2021-05-14");
        assert_eq!(
            days("2021-02-10", PeriodRule::Quarter),
            "2021-01-01..2021-03-31"
        );
        assert_eq!(
            days("2020-08-01", PeriodRule::Year),
            "2020-01-01..2020-12-31"
        );
        assert_eq!(
            days("2021-02-10", PeriodRule::YearToDate),
            "2021-01-01..2021-02-10"
        );
        assert_eq!(days("yesterday", PeriodRule::Week), "..yesterday");
    }
}
