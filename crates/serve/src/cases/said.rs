//! Kinds, states, acts and clocks in words.
use super::{
    case::{Act, Found, Kind, Outcome, PartState, State},
    clock::{Due, Line, Span, What},
    limit::Limit,
};
use crate::words::texts;
use chrono::NaiveDateTime;
use kernel::Lang;
use maud::Markup;
use orgs::Directory;
use ui::Tone;

pub(crate) fn kind(lang: Lang, kind: Kind) -> String {
    let t = texts(lang);
    match kind {
        Kind::Inquiry => t.kind_inquiry(),
        Kind::Help => t.kind_help(),
        Kind::Complaint => t.kind_complaint(),
        Kind::Report => t.kind_report(),
        Kind::Suggestion => t.kind_suggestion(),
        Kind::Praise => t.kind_praise(),
    }
}

pub(crate) fn state(lang: Lang, state: State) -> String {
    let t = texts(lang);
    match state {
        State::Raised => t.state_raised(),
        State::Refused => t.state_refused(),
        State::Accepted => t.state_accepted(),
        State::Dispatched => t.state_dispatched(),
        State::Handling => t.state_handling(),
        State::Answered => t.state_answered(),
        State::Closed => t.state_closed(),
        State::Merged => t.state_merged(),
    }
}

/// The same for whoever asked.
pub(crate) fn public_state(lang: Lang, state: State) -> String {
    let t = texts(lang);
    match state {
        State::Raised => t.public_raised(),
        State::Refused => t.public_refused(),
        State::Accepted => t.public_accepted(),
        State::Dispatched => t.public_dispatched(),
        State::Handling => t.public_handling(),
        State::Answered => t.public_answered(),
        State::Closed => t.public_closed(),
        State::Merged => t.public_merged(),
    }
}

pub(crate) fn badge(lang: Lang, shown: State) -> Markup {
    let tone = match shown {
        State::Raised | State::Accepted | State::Dispatched => Tone::Attention,
        State::Handling | State::Answered => Tone::Info,
        State::Closed => Tone::Good,
        State::Refused | State::Merged => Tone::Idle,
    };
    ui::badge(tone, &state(lang, shown))
}

/// The reply of the lead is the answer; that of a unit that helps is still to be signed off.
pub(crate) fn part_state(lang: Lang, state: PartState, is_lead: bool) -> String {
    let t = texts(lang);
    match state {
        PartState::Waiting => t.part_waiting(),
        PartState::Handling => t.part_handling(),
        PartState::Answered if is_lead => t.case_answered(),
        PartState::Answered => t.part_answered(),
        PartState::SignedOff => t.part_signed_off(),
    }
}

pub(crate) fn outcome(lang: Lang, outcome: Outcome) -> String {
    let t = texts(lang);
    match outcome {
        Outcome::Satisfied => t.outcome_satisfied(),
        Outcome::NotSatisfied => t.outcome_not_satisfied(),
        Outcome::NotReached => t.outcome_not_reached(),
    }
}

pub(crate) fn found(lang: Lang, found: Found) -> String {
    let t = texts(lang);
    match found {
        Found::Fixed => t.found_fixed(),
        Found::BackAgain => t.found_back_again(),
    }
}

pub(crate) fn limit(lang: Lang, limit: Limit) -> String {
    let t = texts(lang);
    match limit {
        Limit::Emergency => t.limit_emergency(),
        Limit::Utility => t.limit_utility(),
        Limit::Ordinary => t.limit_ordinary(),
        Limit::Complex => t.limit_complex(),
    }
}

pub(crate) fn act(lang: Lang, act: Act) -> String {
    let t = texts(lang);
    match act {
        Act::Acceptance => t.act_acceptance(),
        Act::Refusal => t.act_refusal(),
        Act::Dispatch => t.act_dispatch(),
        Act::Acknowledgement => t.act_acknowledgement(),
        Act::Return => t.act_return(),
        Act::Answer => t.act_answer(),
        Act::Helpers => t.act_helpers(),
        Act::PartSignOff => t.act_part_sign_off(),
        Act::PartRedo => t.act_part_redo(),
        Act::Pause => t.act_pause(),
        Act::Resumption => t.act_resumption(),
        Act::Transfer => t.act_transfer(),
        Act::Progress => t.act_progress(),
        Act::ExtensionRequest => t.act_extension_request(),
        Act::Extension => t.act_extension(),
        Act::ExtensionRefusal => t.act_extension_refusal(),
        Act::CallBack => t.act_call_back(),
        Act::Confirmation => t.act_confirmation(),
        Act::Closing => t.act_closing(),
        Act::Redo => t.act_redo(),
        Act::Reopening => t.act_reopening(),
        Act::RecheckDay => t.act_recheck_day(),
        Act::Recheck => t.act_recheck(),
        Act::Merge => t.act_merge(),
        Act::Separation => t.act_separation(),
        Act::ExclusionRequest => t.act_exclusion_request(),
        Act::Exclusion => t.act_exclusion(),
        Act::ExclusionRefusal => t.act_exclusion_refusal(),
    }
}

pub(crate) fn act_help(lang: Lang, act: Act) -> String {
    let t = texts(lang);
    match act {
        Act::Acceptance => t.act_acceptance_help(),
        Act::Refusal => t.act_refusal_help(),
        Act::Dispatch => t.act_dispatch_help(),
        Act::Acknowledgement => t.act_acknowledgement_help(),
        Act::Return => t.act_return_help(),
        Act::Answer => t.act_answer_help(),
        Act::Helpers => t.act_helpers_help(),
        Act::PartSignOff => t.act_part_sign_off_help(),
        Act::PartRedo => t.act_part_redo_help(),
        Act::Pause => t.act_pause_help(),
        Act::Resumption => t.act_resumption_help(),
        Act::Transfer => t.act_transfer_help(),
        Act::Progress => t.act_progress_help(),
        Act::ExtensionRequest => t.act_extension_request_help(),
        Act::Extension => t.act_extension_help(),
        Act::ExtensionRefusal => t.act_extension_refusal_help(),
        Act::CallBack => t.act_call_back_help(),
        Act::Confirmation => t.act_confirmation_help(),
        Act::Closing => t.act_closing_help(),
        Act::Redo => t.act_redo_help(),
        Act::Reopening => t.act_reopening_help(),
        Act::RecheckDay => t.act_recheck_day_help(),
        Act::Recheck => t.act_recheck_help(),
        Act::Merge => t.act_merge_help(),
        Act::Separation => t.act_separation_help(),
        Act::ExclusionRequest => t.act_exclusion_request_help(),
        Act::Exclusion => t.act_exclusion_help(),
        Act::ExclusionRefusal => t.act_exclusion_refusal_help(),
    }
}

pub(crate) fn span(lang: Lang, span: Span) -> String {
    let t = texts(lang);
    match span {
        Span::Hours(hours) => t.span_hours(hours),
        Span::WorkingHours(hours) => t.span_working_hours(hours),
        Span::WorkingDays(days) => t.span_working_days(days),
        Span::Days(days) => t.span_natural_days(days),
        Span::Months(months) => t.span_months(months),
    }
}

/// What a pause left, in the measure in which the clock keeps it: minutes, working days, days.
fn left(lang: Lang, of: Span, left: i64) -> String {
    const HOUR: i64 = 60;
    let t = texts(lang);
    match of {
        Span::WorkingHours(_) if left % HOUR == 0 => t.span_working_hours(left / HOUR),
        Span::Hours(_) if left % HOUR == 0 => t.span_hours(left / HOUR),
        Span::Hours(_) | Span::WorkingHours(_) => t.span_minutes(left),
        Span::WorkingDays(_) => t.span_working_days(left),
        Span::Days(_) => t.span_natural_days(left),
        Span::Months(_) => t.span_days(left),
    }
}

pub(crate) fn moment(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

pub(crate) fn due(lang: Lang, due: Due) -> String {
    match due {
        Due::At(at) => moment(at),
        Due::EndOf(day) => texts(lang).due_end_of(day.to_string()),
    }
}

/// So many of the measure in which the limit is written.
pub(crate) fn as_long(lang: Lang, of: Span, by: u32) -> String {
    let by = match of {
        Span::Hours(_) => Span::Hours(by),
        Span::WorkingHours(_) => Span::WorkingHours(by),
        Span::WorkingDays(_) => Span::WorkingDays(by),
        Span::Days(_) => Span::Days(by),
        Span::Months(_) => Span::Months(by),
    };
    span(lang, by)
}

/// One line of the sum behind a deadline. `is_anew`: the clock began with the reopening.
pub(crate) fn line(lang: Lang, of: Span, line: &Line, is_anew: bool) -> String {
    let t = texts(lang);
    let when = moment(line.at);
    let until = line.due.map(|until| due(lang, until));
    match (line.what, until) {
        (What::Started(of), until) if is_anew => {
            t.clock_started_anew(when, span(lang, of), until.unwrap_or_default())
        }
        (What::Started(of), until) => {
            t.clock_started(when, span(lang, of), until.unwrap_or_default())
        }
        (What::Paused { left: rest }, _) => t.clock_was_paused(when, left(lang, of, rest)),
        (What::Resumed, until) => t.clock_resumed(when, until.unwrap_or_default()),
        (What::Transferred, _) => t.clock_transferred(when),
        (What::Extended(by), Some(until)) => t.clock_extended(when, as_long(lang, of, by), until),
        (What::Extended(by), None) => t.clock_extended_paused(when, as_long(lang, of, by)),
    }
}

/// Names of units, with the sign that parts names in the language.
pub(crate) fn units(
    directory: &Directory,
    lang: Lang,
    units: impl IntoIterator<Item = kernel::UnitId>,
) -> String {
    let names: Vec<&str> = units
        .into_iter()
        .map(|unit| directory.name(unit, lang))
        .collect();
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}
