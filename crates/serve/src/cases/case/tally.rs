//! What a case counts for follows from how it stands; an act posts the difference.
use super::{LeftOut, Outcome, Standing};
use crate::accounts;
use chrono::NaiveDate;
use kernel::UnitId;
use std::borrow::Cow;

/// One thing that is counted. `day` only where it counts on another day than that of the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub account: Cow<'static, str>,
    pub unit: UnitId,
    pub day: Option<NaiveDate>,
}

/// Everything that the case counts for as it stands. What is the same as another counts as that other and not itself; what
/// is left out was brought, and is in no rate.
pub fn tally(case: &Standing) -> Vec<Count> {
    if case.merged_from.is_some() {
        return Vec::new();
    }
    let at = |account: &'static str, unit| Count {
        account: account.into(),
        unit,
        day: None,
    };
    let raised = Count {
        account: accounts::case_raised(case.kind.code()).into(),
        ..at("", case.desk)
    };
    let mut counts = vec![raised];
    // One lead from its acceptance on: whoever heard it first, until another has acknowledged it.
    if case.accepted_on.is_some() {
        counts.push(at(accounts::CASE_LED, case.holder()));
    }
    let helpers = case.parts.iter().filter(|part| !part.is_lead);
    counts.extend(helpers.map(|part| at(accounts::CASE_HELPED, part.unit)));
    // For the unit that heard it, whoever solved it.
    if let (Some(audience), true) = (case.visited, case.closed.is_some()) {
        counts.push(at(audience.solved(), case.desk));
    }
    if case.left_out == LeftOut::Granted {
        return counts;
    }
    let count = |account| at(account, case.holder());
    let facts = [
        (accounts::CASE_ACCEPTED, case.accepted_on.is_some()),
        (accounts::CASE_RESPONDED, case.responded == Some(true)),
        (accounts::CASE_SOLVED, case.confirmed.is_some()),
        (accounts::CASE_CLOSED, case.closed.is_some()),
        (
            accounts::CASE_CLOSED_ON_TIME,
            case.was_on_time == Some(true),
        ),
    ];
    let holds = facts.into_iter().filter(|(_, holds)| *holds);
    counts.extend(holds.map(|(account, _)| count(account)));
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
) -> Vec<(Cow<'static, str>, UnitId, NaiveDate, i64)> {
    let (was, is) = (tally(before), tally(after));
    let on = |count: &Count| count.day.map_or(today, |day| day.max(today));
    let gone = was.iter().filter(|count| !is.contains(count));
    let gone = gone.map(|count| (count.account.clone(), count.unit, on(count), -1));
    let come = is.iter().filter(|count| !was.contains(count));
    let come = come.map(|count| {
        let day = count.day.unwrap_or(today);
        (count.account.clone(), count.unit, day, 1)
    });
    gone.chain(come).collect()
}
