use super::*;
use crate::{accounts, cases::limit::Limit};

const DESK: UnitId = UnitId(1);
const LEAD: UnitId = UnitId(2);
const HELPER: UnitId = UnitId(3);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn desk() -> Who {
    Who {
        person: PersonId(1),
        keeps_it: true,
        parts: Vec::new(),
    }
}

fn of(person: i64, unit: UnitId) -> Who {
    Who {
        person: PersonId(person),
        keeps_it: false,
        parts: vec![unit],
    }
}

fn after(case: &Standing, step: Step, who: &Who) -> Standing {
    next(case, &step, who, day("2021-03-15")).unwrap()
}

/// Dispatched to the lead and one helper.
fn dispatched() -> Standing {
    let limit = Limit::Ordinary;
    let case = after(&Standing::new(DESK), Step::Accept { limit }, &desk());
    let (lead, helpers) = (LEAD, vec![HELPER]);
    after(&case, Step::Dispatch { lead, helpers }, &desk())
}

fn answered() -> Standing {
    let case = after(&dispatched(), Step::Acknowledge(LEAD), &of(2, LEAD));
    after(&case, Step::Answer(LEAD), &of(2, LEAD))
}

#[test]
fn an_answer_by_a_helper_does_not_answer_the_case() {
    let case = after(&dispatched(), Step::Acknowledge(HELPER), &of(3, HELPER));
    let case = after(&case, Step::Answer(HELPER), &of(3, HELPER));
    assert_eq!((case.state, case.answered), (State::Dispatched, None));
}

#[test]
fn a_case_is_not_closed_while_a_helper_still_works() {
    let case = answered();
    assert_eq!(may(&case, Act::Closing, &desk()), Err(Refused::HelpersOpen));
    let case = after(&case, Step::Acknowledge(HELPER), &of(3, HELPER));
    let case = after(&case, Step::Answer(HELPER), &of(3, HELPER));
    let case = after(&case, Step::Close, &desk());
    assert_eq!(case.state, State::Closed);
}

#[test]
fn whoever_handled_it_does_not_confirm_that_it_is_fixed() {
    let both = Who {
        person: PersonId(2),
        ..desk()
    };
    let own = may(&answered(), Act::Confirmation, &both);
    assert_eq!(own, Err(Refused::YourOwnWork));
    assert_eq!(may(&answered(), Act::Confirmation, &desk()), Ok(()));
}

#[test]
fn nobody_answers_for_another_unit() {
    let case = after(&dispatched(), Step::Acknowledge(LEAD), &of(2, LEAD));
    let other = next(
        &case,
        &Step::Answer(LEAD),
        &of(3, HELPER),
        day("2021-03-15"),
    );
    assert_eq!(other, Err(Refused::NotYours));
    assert_eq!(
        may(&case, Act::Dispatch, &of(2, LEAD)),
        Err(Refused::NotNow(State::Handling))
    );
}

#[test]
fn a_case_that_the_lead_returns_goes_back_to_who_keeps_it() {
    let case = after(&dispatched(), Step::Return(LEAD), &of(2, LEAD));
    assert_eq!((case.state, case.lead()), (State::Accepted, None));
    assert_eq!(case.holder(), DESK);
}

#[test]
fn one_unit_does_not_lead_and_help_at_once() {
    let limit = Limit::Ordinary;
    let case = after(&Standing::new(DESK), Step::Accept { limit }, &desk());
    let (lead, helpers) = (LEAD, vec![LEAD]);
    let both = next(
        &case,
        &Step::Dispatch { lead, helpers },
        &desk(),
        day("2021-03-15"),
    );
    assert_eq!(both, Err(Refused::Units));
}

#[test]
fn a_refused_case_is_opened_again_by_who_keeps_it_only() {
    let case = after(&Standing::new(DESK), Step::Refuse, &desk());
    assert_eq!(
        may(&case, Act::Reopening, &of(2, LEAD)),
        Err(Refused::NotYours)
    );
    assert_eq!(after(&case, Step::Reopen, &desk()).state, State::Raised);
}

#[test]
fn time_that_has_run_out_is_neither_paused_nor_extended() {
    let mut case = after(&dispatched(), Step::Acknowledge(LEAD), &of(2, LEAD));
    case.has_run_out = true;
    assert_eq!(may(&case, Act::Pause, &of(2, LEAD)), Err(Refused::RunOut));
    assert_eq!(may(&case, Act::Extension, &desk()), Err(Refused::RunOut));
}

#[test]
fn a_dispatched_case_counts_at_its_lead_and_once() {
    let limit = Limit::Ordinary;
    let accepted = after(&Standing::new(DESK), Step::Accept { limit }, &desk());
    let today = day("2021-03-16");
    let moved = difference(&accepted, &dispatched(), today);
    let code = accounts::CASE_ACCEPTED;
    assert_eq!(moved, [(code, DESK, today, -1), (code, LEAD, today, 1)]);
}

#[test]
fn what_was_due_in_the_past_is_taken_back_today() {
    let mut late = answered();
    late.due_on = Some(day("2021-03-10"));
    let mut again = late.clone();
    again.due_on = Some(day("2021-03-30"));
    let today = day("2021-03-20");
    let code = accounts::CASE_DUE;
    assert_eq!(
        difference(&late, &again, today),
        [(code, LEAD, today, -1), (code, LEAD, day("2021-03-30"), 1)]
    );
}

#[test]
fn a_person_who_was_not_reached_does_not_unsay_what_they_said() {
    let case = after(&answered(), Step::CallBack(Outcome::Satisfied), &desk());
    let case = after(&case, Step::CallBack(Outcome::NotReached), &desk());
    assert_eq!(case.called_back, Some(Outcome::Satisfied));
}
