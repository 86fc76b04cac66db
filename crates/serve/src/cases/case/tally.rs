//! What a case counts for follows from how it stands; an act posts the difference.
use super::{Outcome, Standing};
use crate::accounts;
use chrono::NaiveDate;
use kernel::UnitId;

/// One thing that is counted. `day` only where it counts on another day than that of the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub account: &'static str,
    pub unit: UnitId,
    pub day: Option<NaiveDate>,
}

/// Everything that the case counts for as it stands.
pub fn tally(case: &Standing) -> Vec<Count> {
    let count = |account| Count {
        account,
        unit: case.holder(),
        day: None,
    };
    let mut counts = Vec::new();
    if case.accepted_on.is_some() {
        counts.push(count(accounts::CASE_ACCEPTED));
    }
    if case.closed.is_some() {
        counts.push(count(accounts::CASE_CLOSED));
    }
    // For the unit that heard it, whoever solved it.
    if let (Some(audience), true) = (case.visited, case.closed.is_some()) {
        counts.push(Count {
            unit: case.desk,
            ..count(audience.solved())
        });
    }
    if case.was_on_time == Some(true) {
        counts.push(count(accounts::CASE_CLOSED_ON_TIME));
    }
    // Closed before it was due, it counts among those that were due on that day.
    let closed_on = case.closed.map(|said| said.on);
    if let Some(due_on) = case.due_on {
        let day = closed_on.map_or(due_on, |closed| closed.min(due_on));
        counts.push(Count {
            day: Some(day),
            ..count(accounts::CASE_DUE)
        });
    }
    match case.called_back {
        Some(Outcome::Satisfied) => {
            counts.push(count(accounts::CASE_CALLED_BACK));
            counts.push(count(accounts::CASE_SATISFIED));
        }
        Some(Outcome::NotSatisfied) => counts.push(count(accounts::CASE_CALLED_BACK)),
        Some(Outcome::NotReached) | None => {}
    }
    counts
}

/// What to post when the case changes: account, unit, day, quantity. Days that are past are left as they are: what
/// was due then was due then, and is taken back on the day of the act.
pub fn difference(
    before: &Standing,
    after: &Standing,
    today: NaiveDate,
) -> Vec<(&'static str, UnitId, NaiveDate, i64)> {
    let (was, is) = (tally(before), tally(after));
    let gone = was.iter().filter(|count| !is.contains(count));
    let come = is.iter().filter(|count| !was.contains(count));
    let on = |count: &Count| count.day.map_or(today, |day| day.max(today));
    gone.map(|count| (count.account, count.unit, on(count), -1))
        .chain(come.map(|count| {
            let day = count.day.unwrap_or(today);
            (count.account, count.unit, day, 1)
        }))
        .collect()
}
