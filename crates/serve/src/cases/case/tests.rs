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

fn helps(unit: UnitId) -> Helper {
    Helper {
        unit,
        duty: "量噪声".into(),
        due_on: None,
    }
}

fn after(case: &Standing, step: Step, who: &Who) -> Standing {
    next(case, &step, who, day("2021-03-15")).unwrap()
}

/// Dispatched to the lead and one helper.
fn dispatched() -> Standing {
    let limit = Limit::Ordinary;
    let case = after(
        &Standing::new(Kind::Complaint, DESK),
        Step::Accept { limit },
        &desk(),
    );
    let (lead, helpers) = (LEAD, vec![helps(HELPER)]);
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
    assert_eq!(
        may(&case, Act::Closing, &desk()),
        Err(Refused::HelpersOpen),
        "answered is not signed off"
    );
    let case = after(&case, Step::SignOff(HELPER), &desk());
    let case = after(&case, Step::Close, &desk());
    assert_eq!(case.state, State::Closed);
}

#[test]
fn nobody_signs_off_their_own_reply_and_a_poor_one_goes_back() {
    let both = Who {
        person: PersonId(3),
        keeps_it: true,
        parts: vec![HELPER],
    };
    let case = after(&dispatched(), Step::Acknowledge(HELPER), &both);
    let none = next(&case, &Step::SignOff(HELPER), &desk(), day("2021-03-15"));
    assert_eq!(none, Err(Refused::NotNow(State::Dispatched)));
    let case = after(&case, Step::Answer(HELPER), &both);
    assert_eq!(
        may(&case, Act::PartSignOff, &both),
        Err(Refused::YourOwnWork)
    );
    let lead = of(2, LEAD);
    let again = after(&case, Step::SendBack(HELPER), &lead);
    let part = again.part(HELPER).unwrap();
    assert_eq!((part.state, part.answered_by), (PartState::Handling, None));
    let signed = after(&case, Step::SignOff(HELPER), &lead);
    let said = signed.part(HELPER).unwrap().signed_off.unwrap();
    assert_eq!(said.by, PersonId(2));
    assert_eq!(
        may(&signed, Act::PartRedo, &lead),
        Err(Refused::NotNow(State::Dispatched))
    );
}

#[test]
fn each_who_helps_has_a_duty_and_a_day_within_that_of_the_case() {
    let mut case = dispatched();
    case.due_on = Some(day("2021-03-24"));
    let ask = |duty: &str, due_on: Option<&str>| {
        let helper = Helper {
            unit: UnitId(7),
            duty: duty.into(),
            due_on: due_on.map(day),
        };
        next(&case, &Step::Help(vec![helper]), &desk(), day("2021-03-15"))
    };
    assert_eq!(ask(" ", None), Err(Refused::Duty));
    assert_eq!(ask("贴告示", Some("2021-03-14")), Err(Refused::HelperDay));
    assert_eq!(ask("贴告示", Some("2021-03-25")), Err(Refused::HelperDay));
    let asked = ask("贴告示", Some("2021-03-18")).unwrap();
    let part = asked.part(UnitId(7)).unwrap();
    assert_eq!(
        (part.duty.as_str(), part.due_on),
        ("贴告示", Some(day("2021-03-18")))
    );
}

#[test]
fn first_contact_leads_until_another_has_acknowledged_it() {
    let case = dispatched();
    assert_eq!((case.lead(), case.holder()), (Some(LEAD), DESK));
    let taken = after(&case, Step::Acknowledge(LEAD), &of(2, LEAD));
    assert_eq!(taken.holder(), LEAD);
    let handed_over = after(&taken, Step::Transfer(UnitId(7)), &desk());
    assert_eq!(handed_over.holder(), DESK);
}

#[test]
fn what_two_leads_have_returned_falls_to_the_fallback_unit_which_keeps_it() {
    let last = UnitId(9);
    let mut case = dispatched();
    case.fallback = Some(last);
    let case = after(&case, Step::Return(LEAD), &of(2, LEAD));
    assert_eq!((case.state, case.returns), (State::Accepted, 1));
    let (lead, helpers) = (UnitId(7), Vec::new());
    let case = after(&case, Step::Dispatch { lead, helpers }, &desk());
    let case = after(&case, Step::Return(UnitId(7)), &of(7, UnitId(7)));
    assert_eq!((case.state, case.lead()), (State::Dispatched, Some(last)));
    assert_eq!(
        may(&case, Act::Return, &of(9, last)),
        Err(Refused::Fallback)
    );
    assert_eq!(
        after(&case, Step::Acknowledge(last), &of(9, last)).holder(),
        last
    );
}

#[test]
fn whoever_handled_a_case_does_not_close_it() {
    let both = Who {
        person: PersonId(2),
        ..desk()
    };
    assert_eq!(
        may(&answered(), Act::Closing, &both),
        Err(Refused::YourOwnWork)
    );
}

#[test]
fn whoever_handled_it_does_not_record_whether_somebody_is_satisfied() {
    let both = Who {
        person: PersonId(2),
        ..desk()
    };
    let own = may(&answered(), Act::CallBack, &both);
    assert_eq!(own, Err(Refused::YourOwnWork));
    assert_eq!(may(&answered(), Act::CallBack, &desk()), Ok(()));
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
    let case = after(
        &Standing::new(Kind::Complaint, DESK),
        Step::Accept { limit },
        &desk(),
    );
    let (lead, helpers) = (LEAD, vec![helps(LEAD)]);
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
    let case = after(&Standing::new(Kind::Complaint, DESK), Step::Refuse, &desk());
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
    let wish = may(&case, Act::ExtensionRequest, &of(2, LEAD));
    assert_eq!(wish, Err(Refused::RunOut));
}

#[test]
fn a_case_counts_at_first_contact_until_its_lead_acknowledges_it_and_once() {
    let limit = Limit::Ordinary;
    let accepted = after(
        &Standing::new(Kind::Complaint, DESK),
        Step::Accept { limit },
        &desk(),
    );
    let today = day("2021-03-16");
    let taken = after(&dispatched(), Step::Acknowledge(LEAD), &of(2, LEAD));
    let moved = difference(&accepted, &taken, today);
    let moved: Vec<_> = moved
        .iter()
        .map(|(code, unit, _, n)| (&**code, *unit, *n))
        .collect();
    assert_eq!(
        moved,
        [
            (accounts::CASE_LED, DESK, -1),
            (accounts::CASE_ACCEPTED, DESK, -1),
            (accounts::CASE_LED, LEAD, 1),
            (accounts::CASE_HELPED, HELPER, 1),
            (accounts::CASE_ACCEPTED, LEAD, 1),
        ]
    );
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
        [
            (code.into(), LEAD, today, -1),
            (code.into(), LEAD, day("2021-03-30"), 1)
        ]
    );
}

#[test]
fn a_person_who_was_not_reached_does_not_unsay_what_they_said() {
    let case = after(&answered(), Step::CallBack(Outcome::Satisfied), &desk());
    let case = after(&case, Step::CallBack(Outcome::NotReached), &desk());
    assert_eq!(case.called_back, Some(Outcome::Satisfied));
}

#[test]
fn more_time_is_granted_by_another_and_no_more_than_was_asked_for() {
    let both = Who {
        person: PersonId(2),
        keeps_it: true,
        parts: vec![LEAD],
    };
    let case = after(&dispatched(), Step::AskForTime(3), &both);
    assert_eq!(may(&case, Act::Extension, &both), Err(Refused::YourOwnWish));
    let day = day("2021-03-15");
    let too_much = next(&case, &Step::Extend(4), &desk(), day);
    assert_eq!(too_much, Err(Refused::Extension));
    let granted = after(&case, Step::Extend(2), &desk());
    assert_eq!(granted.more_time, None);
    assert_eq!(
        may(&granted, Act::Extension, &desk()),
        Err(Refused::NotNow(State::Dispatched))
    );
}

#[test]
fn what_one_asks_to_leave_out_another_leaves_out_and_no_rate_has_it() {
    let case = after(&answered(), Step::AskToLeaveOut, &desk());
    assert_eq!(
        may(&case, Act::Exclusion, &desk()),
        Err(Refused::YourOwnWish)
    );
    let other = Who {
        person: PersonId(9),
        ..desk()
    };
    let out = after(&case, Step::LeaveOut, &other);
    let codes: Vec<_> = tally(&out).into_iter().map(|count| count.account).collect();
    let kept = [
        "serve.case.raised.complaint",
        accounts::CASE_LED,
        accounts::CASE_HELPED,
    ];
    assert_eq!(codes, kept);
}

#[test]
fn a_merged_case_counts_for_nothing_and_comes_back_as_it_was() {
    let before = answered();
    let into = crate::cases::store::CaseId(uuid::Uuid::nil());
    let merged = after(&before, Step::Merge(into), &desk());
    assert!(tally(&merged).is_empty() && !merged.state.is_open());
    assert_eq!(after(&merged, Step::Separate, &desk()), before);
}

#[test]
fn a_problem_that_is_back_again_opens_its_case_again() {
    let mut case = answered();
    case.parts.retain(|part| part.is_lead);
    let case = after(&case, Step::Close, &desk());
    let past = next(
        &case,
        &Step::LookAgainOn(day("2021-03-15")),
        &desk(),
        day("2021-03-15"),
    );
    assert_eq!(past, Err(Refused::DayPast));
    let case = after(&case, Step::LookAgainOn(day("2021-04-15")), &desk());
    let fixed = after(&case, Step::LookAgain(Found::Fixed), &desk());
    assert!(fixed.state == State::Closed && fixed.confirmed.is_some());
    let again = after(&case, Step::LookAgain(Found::BackAgain), &desk());
    assert_eq!(
        (again.state, again.closed, again.recheck_on),
        (State::Handling, None, None)
    );
}

#[test]
fn a_case_that_is_handed_over_has_one_lead_and_waits_for_them() {
    let other = UnitId(7);
    let case = after(&dispatched(), Step::Transfer(other), &desk());
    assert_eq!((case.lead(), case.state), (Some(other), State::Dispatched));
    assert!(case.part(LEAD).is_none() && case.part(HELPER).is_some());
    let helper_leads = after(&case, Step::Transfer(HELPER), &desk());
    assert_eq!(helper_leads.parts.len(), 1);
}
