//! Whom leading cadres called on from January to the middle of May, what they heard, and their research topics.
use super::table;
use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub number: u32,
    pub day: NaiveDate,
    /// The code of the unit that went.
    pub unit: String,
    /// The code of the unit that was called on.
    pub visited: String,
    pub people: Vec<String>,
    pub heard: String,
    pub problems: Vec<Problem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Problem {
    visit: u32,
    /// `suggestion`, or `help`.
    pub fate: String,
    pub course: Course,
    /// The code of the department that handles it; empty where nobody does (yet).
    pub lead: String,
    pub body: String,
}

/// How far a problem has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Course {
    /// On the spot.
    Solved,
    Raised,
    Handled,
    Answered,
    Closed,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Topic {
    pub unit: String,
    pub leader: String,
    pub title: String,
    pub set_on: NaiveDate,
    pub due_on: NaiveDate,
    pub plan: String,
    pub concluded_on: Option<NaiveDate>,
    pub result: String,
}

/// In the order of their days.
pub fn visits() -> Vec<Visit> {
    let problems = table::rows::<Problem>(include_str!("../../data/visit_problems.csv"));
    let rows = table::rows::<Row>(include_str!("../../data/visits.csv"));
    let visit = |row: Row| {
        let heard = problems
            .iter()
            .filter(|problem| problem.visit == row.number);
        Visit {
            problems: heard.cloned().collect(),
            number: row.number,
            day: row.day,
            unit: row.unit,
            visited: row.visited,
            people: table::parts(&row.people),
            heard: row.heard,
        }
    };
    let mut visits: Vec<Visit> = rows.into_iter().map(visit).collect();
    visits.sort_by_key(|visit| (visit.day, visit.number));
    visits
}

pub fn topics() -> Vec<Topic> {
    table::rows(include_str!("../../data/topics.csv"))
}

#[derive(Deserialize)]
struct Row {
    number: u32,
    day: NaiveDate,
    unit: String,
    visited: String,
    people: String,
    heard: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::units;

    #[test]
    fn everybody_who_is_called_on_exists_and_somebody_went() {
        let units = units();
        let exists = |code: &str| units.iter().any(|unit| unit.code == code);
        for visit in visits() {
            assert!(exists(&visit.unit) && exists(&visit.visited), "{visit:?}");
            assert!(!visit.people.is_empty(), "{visit:?}");
            for problem in &visit.problems {
                let is_handled = Course::Raised < problem.course;
                assert_eq!(exists(&problem.lead), is_handled, "{problem:?}");
            }
        }
    }

    #[test]
    fn a_topic_with_a_result_has_its_day() {
        for topic in topics() {
            assert_eq!(topic.concluded_on.is_some(), !topic.result.is_empty());
            assert!(topic.set_on < topic.due_on);
        }
    }
}
