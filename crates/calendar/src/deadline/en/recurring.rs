//! What comes again (each, every, …ly).
use super::{Token, number, ordinal};
use crate::deadline::{Period, Rule};
use chrono::Weekday;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

pub fn recurring(tokens: &[Token], shape: &[&str]) -> Option<Rule> {
    let end_of = |word: &str| {
        Some(Rule::EndOf(match word {
            "week" | "weekly" => Period::Week,
            "month" | "monthly" => Period::Month,
            "quarter" | "quarterly" => Period::Quarter,
            "year" | "yearly" | "annually" => Period::Year,
            _ => return None,
        }))
    };
    match shape {
        ["daily"] | ["each" | "every", "day"] | ["each" | "every", "working", "day"] => {
            Some(Rule::Daily)
        }
        ["half", "yearly"] | ["half", "-", "yearly"] => Some(Rule::EndOf(Period::HalfYear)),
        ["end", "each" | "every", word] | ["each" | "every", word, "end"] => end_of(word),
        ["monthly", "#"] => Some(Rule::Monthly {
            days: vec![number(&tokens[1])?],
        }),
        ["each" | "every", "month", "#"] => Some(Rule::Monthly {
            days: vec![number(&tokens[2])?],
        }),
        ["#", "each" | "every", "month"] | ["#", "monthly"] => Some(Rule::Monthly {
            days: vec![number(&tokens[0])?],
        }),
        [nth, name, "each" | "every", "month"] => Some(Rule::MonthlyWeekday {
            nth: ordinal(nth, tokens)?,
            weekday: weekday(name)?,
        }),
        ["every", "other", name] | ["every", "second", name] => Some(Rule::Weekly {
            weekdays: vec![weekday(name)?],
            every_weeks: 2,
        }),
        ["each" | "every", names @ ..] if weekdays(names).is_some() => Some(Rule::Weekly {
            weekdays: weekdays(names)?,
            every_weeks: 1,
        }),
        ["each" | "every", word] => end_of(word),
        [word] if word.ends_with("ly") => end_of(word),
        names
            if names
                .iter()
                .all(|name| name.ends_with('s') || *name == "and") =>
        {
            Some(Rule::Weekly {
                weekdays: weekdays(names)?,
                every_weeks: 1,
            })
        }
        _ => None,
    }
}

fn weekdays(names: &[&str]) -> Option<Vec<Weekday>> {
    let found: Option<Vec<_>> = names
        .iter()
        .filter(|name| **name != "and")
        .map(|name| weekday(name))
        .collect();
    found.filter(|found| !found.is_empty())
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = word.strip_suffix('s').unwrap_or(word);
    WEEKDAYS
        .iter()
        .find(|(name, _)| 3 <= word.len() && name.starts_with(word))
        .map(|(_, weekday)| *weekday)
}
