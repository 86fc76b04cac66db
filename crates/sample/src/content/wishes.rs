//! Wishes in all states: on the wall, lit, made true, thanked for, given back by time; some of children.
use super::table;
use chrono::NaiveDate;
use serde::Deserialize;

/// A wish and how far it came. What has not happened has no day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Code of the unit that keeps it.
    pub unit: String,
    /// The log-in of whoever wrote it down; empty for a resident.
    pub by: String,
    pub is_child: bool,
    pub made: NaiveDate,
    pub body: String,
    pub wording: String,
    pub guardian: String,
    pub published: Option<NaiveDate>,
    /// Why it is not shown; empty for all others.
    pub refused: String,
    /// The log-in of whoever lit it.
    pub lighter: String,
    pub lit: Option<NaiveDate>,
    pub ready: Option<NaiveDate>,
    pub how: String,
    pub delivered: Option<NaiveDate>,
    pub thanked: Option<NaiveDate>,
}

pub fn wishes() -> Vec<Wish> {
    let rows = table::rows::<Row>(include_str!("../../data/wishes.csv")).into_iter();
    rows.map(|row| Wish {
        unit: row.unit,
        by: row.by,
        is_child: row.child == "child",
        made: day(&row.made).expect("every wish was made on a day"),
        body: row.body,
        wording: row.wording,
        guardian: row.guardian,
        published: day(&row.published),
        refused: row.refused,
        lighter: row.lighter,
        lit: day(&row.lit),
        ready: day(&row.ready),
        how: row.how,
        delivered: day(&row.delivered),
        thanked: day(&row.thanked),
    })
    .collect()
}

/// `4-09` of the zone's year.
fn day(text: &str) -> Option<NaiveDate> {
    let (month, day) = text.split_once('-')?;
    NaiveDate::from_ymd_opt(2021, month.parse().ok()?, day.parse().ok()?)
}

#[derive(Deserialize)]
struct Row {
    unit: String,
    by: String,
    child: String,
    made: String,
    body: String,
    wording: String,
    guardian: String,
    published: String,
    refused: String,
    lighter: String,
    lit: String,
    ready: String,
    how: String,
    delivered: String,
    thanked: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_twenty_wishes_are_in_every_state_and_five_or_more_are_of_children() {
        let wishes = wishes();
        assert!(20 <= wishes.len());
        assert!(5 <= wishes.iter().filter(|wish| wish.is_child).count());
        for wish in &wishes {
            let days = [Some(wish.made), wish.published, wish.lit, wish.ready];
            let days: Vec<_> = days.into_iter().flatten().collect();
            assert!(days.is_sorted(), "{}", wish.body);
            assert_eq!(wish.lit.is_some(), !wish.lighter.is_empty());
            if wish.is_child && wish.published.is_some() {
                assert!(!wish.guardian.is_empty(), "{}", wish.body);
            }
        }
    }
}
