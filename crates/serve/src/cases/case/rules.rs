//! What may be done next, by whom; and what the case is afterwards.
use super::{
    Act, Found, Helper, LeftOut, MoreTime, Outcome, Part, PartState, Said, Standing, State, Step,
};
use chrono::NaiveDate;
use kernel::{PersonId, UnitId, limits::TITLE_CHARS_MAX};

/// Who acts, as far as the case is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    pub person: PersonId,
    /// Whether they keep the case: the unit that heard it is theirs.
    pub keeps_it: bool,
    /// Units with a part in it for which they act.
    pub parts: Vec<UnitId>,
}

/// On whose side an act is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Desk,
    Lead,
    /// Anyone with a part, for this part.
    Part,
    /// The lead, or who keeps it.
    Holder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("not in the state {0:?}")]
    NotNow(State),
    #[error("another unit does this")]
    NotYours,
    /// Whoever handled it does not say whether it is fixed, nor whether somebody is satisfied.
    #[error("the person handled the case")]
    YourOwnWork,
    #[error("the reply of a unit that helps is not signed off")]
    HelpersOpen,
    #[error("the time has run out")]
    RunOut,
    #[error("no unit, or the lead among those who help")]
    Units,
    #[error("how long is 1 to {EXTENSION_MAX}, and no more than was asked for")]
    Extension,
    /// What one asks for, another grants.
    #[error("the same person asked for it")]
    YourOwnWish,
    #[error("the day is not one to come")]
    DayPast,
    /// Each unit that helps knows with what.
    #[error("what a unit is to help with is missing, or too long")]
    Duty,
    #[error("the last day of a unit that helps is past, or after that of the case")]
    HelperDay,
    /// Where nobody else takes it, it stays.
    #[error("the fallback unit does not return a case")]
    Fallback,
}

/// Longest extension, in the measure of the limit.
pub const EXTENSION_MAX: u32 = 60;
/// Returned so often by leads, a case is unclear and goes to the fallback unit.
pub const RETURNS_MAX: u32 = 2;

pub fn side(act: Act) -> Side {
    match act {
        Act::Acknowledgement | Act::Return | Act::Answer | Act::Progress => Side::Part,
        Act::Pause | Act::Resumption | Act::ExtensionRequest => Side::Lead,
        Act::ExclusionRequest | Act::PartSignOff | Act::PartRedo => Side::Holder,
        _ => Side::Desk,
    }
}

/// Whether this person may do this now. For acts of a part: for at least one part of theirs.
pub fn may(case: &Standing, act: Act, who: &Who) -> Result<(), Refused> {
    if !fits(case, act) {
        return Err(Refused::NotNow(case.state));
    }
    match side(act) {
        Side::Desk if who.keeps_it => {}
        Side::Lead if case.lead().is_some_and(|lead| who.parts.contains(&lead)) => {}
        Side::Holder
            if who.keeps_it || case.lead().is_some_and(|lead| who.parts.contains(&lead)) => {}
        Side::Part if who.parts.iter().any(|unit| has_turn(case, act, *unit)) => {}
        _ => return Err(Refused::NotYours),
    }
    match act {
        Act::CallBack | Act::Confirmation | Act::Recheck | Act::Closing
            if case.handled_by.contains(&who.person) =>
        {
            Err(Refused::YourOwnWork)
        }
        Act::Extension if case.more_time.is_some_and(|more| more.by == who.person) => {
            Err(Refused::YourOwnWish)
        }
        Act::Exclusion if case.left_out == LeftOut::Asked(who.person) => Err(Refused::YourOwnWish),
        Act::Closing if !helpers_are_done(case) => Err(Refused::HelpersOpen),
        Act::PartSignOff if replies(case).all(|part| part.answered_by == Some(who.person)) => {
            Err(Refused::YourOwnWork)
        }
        Act::Return if who.parts.iter().all(|unit| is_last(case, *unit)) => Err(Refused::Fallback),
        Act::Pause | Act::ExtensionRequest if case.has_run_out => Err(Refused::RunOut),
        _ => Ok(()),
    }
}

fn fits(case: &Standing, act: Act) -> bool {
    use State as S;
    let state = case.state;
    let with_units = matches!(state, S::Dispatched | S::Handling | S::Answered);
    match act {
        Act::Acceptance | Act::Refusal => state == S::Raised,
        Act::Dispatch => state == S::Accepted,
        Act::Acknowledgement | Act::Return | Act::Answer | Act::Helpers | Act::Progress => {
            with_units
        }
        Act::PartSignOff | Act::PartRedo => with_units && replies(case).next().is_some(),
        Act::Pause => state == S::Handling && !case.is_paused,
        Act::Resumption => case.is_paused,
        Act::Transfer => matches!(state, S::Dispatched | S::Handling) && !case.is_paused,
        Act::ExtensionRequest => {
            matches!(state, S::Dispatched | S::Handling)
                && !case.is_paused
                && case.more_time.is_none()
        }
        Act::Extension | Act::ExtensionRefusal => case.more_time.is_some(),
        Act::CallBack => matches!(state, S::Answered | S::Closed),
        Act::Confirmation => matches!(state, S::Answered | S::Closed) && case.confirmed.is_none(),
        Act::Closing | Act::Redo => state == S::Answered,
        Act::Reopening => matches!(state, S::Closed | S::Refused),
        Act::RecheckDay => state == S::Closed,
        Act::Recheck => state == S::Closed && case.recheck_on.is_some(),
        Act::Merge => state.is_open(),
        Act::Separation => state == S::Merged,
        Act::ExclusionRequest => {
            case.left_out == LeftOut::No && case.accepted_on.is_some() && state != S::Merged
        }
        Act::Exclusion | Act::ExclusionRefusal => matches!(case.left_out, LeftOut::Asked(_)),
    }
}

/// Whether the part of a unit is as far as the act needs it to be.
fn has_turn(case: &Standing, act: Act, unit: UnitId) -> bool {
    let wanted = match act {
        Act::Acknowledgement | Act::Return => PartState::Waiting,
        _ => PartState::Handling,
    };
    let stands = case.is_paused && case.lead() == Some(unit);
    !stands && case.part(unit).is_some_and(|part| part.state == wanted)
}

fn helpers_are_done(case: &Standing) -> bool {
    case.parts
        .iter()
        .all(|part| part.is_lead || part.state == PartState::SignedOff)
}

/// Replies of units that help, still to be looked at.
fn replies(case: &Standing) -> impl Iterator<Item = &Part> {
    let parts = case.parts.iter();
    parts.filter(|part| !part.is_lead && part.state == PartState::Answered)
}

/// Whether the unit leads as the fallback: there is nobody to return it to.
fn is_last(case: &Standing, unit: UnitId) -> bool {
    case.fallback == Some(unit) && case.lead() == Some(unit)
}

/// The case after the act; its clock is for the caller to set.
pub fn next(
    case: &Standing,
    step: &Step,
    who: &Who,
    today: NaiveDate,
) -> Result<Standing, Refused> {
    may(case, step.act(), who)?;
    if let Some(unit) = step.unit()
        && !(who.parts.contains(&unit) && has_turn(case, step.act(), unit))
    {
        return Err(Refused::NotYours);
    }
    let said = Said {
        by: who.person,
        on: today,
    };
    let mut after = case.clone();
    match step {
        Step::Accept { .. } => {
            after.state = State::Accepted;
            after.accepted_on = Some(today);
        }
        Step::Refuse => after.state = State::Refused,
        Step::Dispatch { lead, helpers } => {
            after.parts = vec![part(*lead, true)];
            join(&mut after, helpers, today)?;
            after.state = State::Dispatched;
        }
        Step::Help(helpers) if helpers.is_empty() => return Err(Refused::Units),
        Step::Help(helpers) => join(&mut after, helpers, today)?,
        Step::SignOff(unit) => {
            let reply = replies(case).find(|part| part.unit == *unit);
            let reply = reply.ok_or(Refused::NotNow(case.state))?;
            if reply.answered_by == Some(who.person) {
                return Err(Refused::YourOwnWork);
            }
            set_part(&mut after, *unit, PartState::SignedOff);
            if let Some(part) = after.part_mut(*unit) {
                part.signed_off = Some(said);
            }
        }
        Step::SendBack(unit) => {
            if !replies(case).any(|part| part.unit == *unit) {
                return Err(Refused::NotNow(case.state));
            }
            set_part(&mut after, *unit, PartState::Handling);
            if let Some(part) = after.part_mut(*unit) {
                part.answered_by = None;
            }
        }
        Step::Acknowledge(unit) => {
            set_part(&mut after, *unit, PartState::Handling);
            if case.lead() == Some(*unit) {
                after.state = State::Handling;
                let in_time = |by: NaiveDate| today <= by;
                let by = case.part(*unit).and_then(|part| part.acknowledge_by);
                after.responded = case.responded.or(by.map(in_time));
            }
            after.handled_by.push(who.person);
        }
        Step::Return(unit) if is_last(case, *unit) => return Err(Refused::Fallback),
        Step::Return(unit) if case.lead() == Some(*unit) => {
            after.parts.clear();
            after.more_time = None;
            after.returns += 1;
            after.state = State::Accepted;
            // Nobody is sure whose it is.
            if let Some(last) = case
                .fallback
                .filter(|last| RETURNS_MAX <= after.returns && last != unit)
            {
                after.parts = vec![part(last, true)];
                after.state = State::Dispatched;
            }
        }
        Step::Return(unit) => after.parts.retain(|part| part.unit != *unit),
        Step::Answer(unit) => {
            set_part(&mut after, *unit, PartState::Answered);
            if let Some(part) = after.part_mut(*unit) {
                part.answered_by = Some(who.person);
            }
            // An answer by a helper does not answer the case.
            if case.lead() == Some(*unit) {
                after.state = State::Answered;
                after.answered = Some(said);
            }
            after.handled_by.push(who.person);
        }
        Step::Pause => after.is_paused = true,
        Step::Resume => after.is_paused = false,
        Step::Transfer(unit) if case.lead() == Some(*unit) => return Err(Refused::Units),
        Step::Transfer(unit) => {
            after
                .parts
                .retain(|part| !part.is_lead && part.unit != *unit);
            after.parts.insert(0, part(*unit, true));
            after.more_time = None;
            after.state = State::Dispatched;
        }
        Step::Report(_) => after.handled_by.push(who.person),
        Step::AskForTime(amount) if !(1..=EXTENSION_MAX).contains(amount) => {
            return Err(Refused::Extension);
        }
        Step::AskForTime(amount) => {
            let (by, amount) = (who.person, *amount);
            after.more_time = Some(MoreTime { by, amount });
            after.handled_by.push(who.person);
        }
        Step::Extend(by) => {
            let most = case.more_time.map_or(0, |more| more.amount);
            if !(1..=most).contains(by) {
                return Err(Refused::Extension);
            }
            after.more_time = None;
        }
        Step::RefuseTime => after.more_time = None,
        Step::CallBack(outcome) => {
            // Who could not be reached this time has said nothing new.
            if *outcome != Outcome::NotReached || case.called_back.is_none() {
                after.called_back = Some(*outcome);
            }
        }
        Step::Confirm => after.confirmed = Some(said),
        Step::Close => {
            after.state = State::Closed;
            after.closed = Some(said);
            after.more_time = None;
            after.was_on_time = Some(!case.has_run_out);
        }
        Step::Redo => back_to_lead(&mut after),
        Step::Reopen if case.state == State::Refused => after.state = State::Raised,
        Step::Reopen => open_again(&mut after),
        Step::LookAgainOn(day) if *day <= today => return Err(Refused::DayPast),
        Step::LookAgainOn(day) => after.recheck_on = Some(*day),
        Step::LookAgain(Found::Fixed) => {
            after.recheck_on = None;
            after.confirmed = case.confirmed.or(Some(said));
        }
        Step::LookAgain(Found::BackAgain) => open_again(&mut after),
        Step::Merge(_) => {
            after.merged_from = Some(case.state);
            after.state = State::Merged;
        }
        Step::Separate => {
            after.state = case.merged_from.unwrap_or(State::Raised);
            after.merged_from = None;
        }
        Step::AskToLeaveOut => after.left_out = LeftOut::Asked(who.person),
        Step::LeaveOut => after.left_out = LeftOut::Granted,
        Step::KeepIn => after.left_out = LeftOut::No,
    }
    Ok(after)
}

fn part(unit: UnitId, is_lead: bool) -> Part {
    Part {
        unit,
        is_lead,
        state: PartState::Waiting,
        duty: String::new(),
        due_on: None,
        signed_off: None,
        answered_by: None,
        acknowledge_by: None,
    }
}

/// The same number, and the lead once more; what was said of its end is said no longer.
fn open_again(case: &mut Standing) {
    back_to_lead(case);
    case.closed = None;
    case.was_on_time = None;
    case.confirmed = None;
    case.called_back = None;
    case.recheck_on = None;
}

fn join(case: &mut Standing, helpers: &[Helper], today: NaiveDate) -> Result<(), Refused> {
    for helper in helpers {
        if case.part(helper.unit).is_some() {
            return Err(Refused::Units);
        }
        let duty = helper.duty.trim();
        if duty.is_empty() || TITLE_CHARS_MAX < duty.chars().count() {
            return Err(Refused::Duty);
        }
        let is_late = |day: NaiveDate| case.due_on.is_some_and(|due| due < day);
        if helper.due_on.is_some_and(|day| day < today || is_late(day)) {
            return Err(Refused::HelperDay);
        }
        case.parts.push(Part {
            duty: duty.to_owned(),
            due_on: helper.due_on,
            ..part(helper.unit, false)
        });
    }
    Ok(())
}

fn set_part(case: &mut Standing, unit: UnitId, state: PartState) {
    if let Some(part) = case.part_mut(unit) {
        part.state = state;
    }
}

/// The lead handles it again; what the others answered stands.
fn back_to_lead(case: &mut Standing) {
    case.state = State::Handling;
    case.answered = None;
    if let Some(lead) = case.lead() {
        set_part(case, lead, PartState::Handling);
    }
}
