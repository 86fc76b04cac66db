//! From what was typed to the act.
use super::{Asked, Input, helpers};
use crate::{
    cases::{
        acting::Acting,
        case::{Act, EXTENSION_MAX, Found, Outcome, PartState, Step},
        limit::Limit,
        store::CaseId,
    },
    words::texts,
};
use kernel::{EntryId, UnitId, number::narrow};
use ui::form::FieldProblem;

pub(super) fn read(asked: &Asked, entry: EntryId, input: &Input) -> Result<Acting, FieldProblem> {
    let t = texts(asked.lang);
    let choose = |field: &str| FieldProblem::new(field, t.problem_choose());
    let step = match asked.act {
        Act::Acceptance => Step::Accept {
            limit: Limit::from_code(&input.limit).ok_or_else(|| choose("limit"))?,
        },
        Act::Refusal => Step::Refuse,
        Act::Dispatch => Step::Dispatch {
            lead: one(asked, &input.lead)?,
            helpers: helpers::read(asked, input)?,
        },
        Act::Helpers => Step::Help(helpers::read(asked, input)?),
        Act::PartSignOff => Step::SignOff(part(asked, input)?),
        Act::PartRedo => Step::SendBack(part(asked, input)?),
        Act::Acknowledgement => Step::Acknowledge(part(asked, input)?),
        Act::Return => Step::Return(part(asked, input)?),
        Act::Answer => Step::Answer(part(asked, input)?),
        Act::Pause => Step::Pause,
        Act::Resumption => Step::Resume,
        Act::Transfer => Step::Transfer(one(asked, &input.lead)?),
        Act::Progress => Step::Report(part(asked, input)?),
        Act::ExtensionRequest => Step::AskForTime(amount(asked, input)?),
        Act::Extension => Step::Extend(amount(asked, input)?),
        Act::ExtensionRefusal => Step::RefuseTime,
        Act::CallBack => {
            Step::CallBack(Outcome::from_code(&input.outcome).ok_or_else(|| choose("outcome"))?)
        }
        Act::Confirmation => Step::Confirm,
        Act::Closing => Step::Close,
        Act::Redo => Step::Redo,
        Act::Reopening => Step::Reopen,
        Act::RecheckDay => {
            let day = input.day.trim().parse();
            Step::LookAgainOn(day.map_err(|_| FieldProblem::new("day", t.problem_recheck_day()))?)
        }
        Act::Recheck => {
            Step::LookAgain(Found::from_code(&input.found).ok_or_else(|| choose("found"))?)
        }
        Act::Merge => Step::Merge(target(asked, input)?),
        Act::Separation => Step::Separate,
        Act::ExclusionRequest => Step::AskToLeaveOut,
        Act::Exclusion => Step::LeaveOut,
        Act::ExclusionRefusal => Step::KeepIn,
    };
    // The proposed beginning alone is no answer.
    let said = match input.said.trim() == asked.template().trim() {
        true => String::new(),
        false => input.said.clone(),
    };
    Ok(Acting {
        entry,
        case: asked.whole.case.id,
        step,
        said,
        noted: input.noted.clone(),
        public_title: input.public_title.clone(),
        files: Vec::new(),
    })
}

fn amount(asked: &Asked, input: &Input) -> Result<u32, FieldProblem> {
    let wrong = |_| FieldProblem::new("by", texts(asked.lang).problem_extension(EXTENSION_MAX));
    narrow(&input.by).parse().map_err(wrong)
}

/// The case that was ticked, or whose number was typed.
fn target(asked: &Asked, input: &Input) -> Result<CaseId, FieldProblem> {
    asked
        .into
        .ok_or_else(|| match input.into.trim().is_empty() {
            true => FieldProblem::new("into", texts(asked.lang).problem_choose()),
            false => FieldProblem::new("into", texts(asked.lang).problem_merge_unknown()),
        })
}

/// Units with a part that waits for the act: this person's, or those that replied.
pub(super) fn parts(asked: &Asked) -> Vec<UnitId> {
    if matches!(asked.act, Act::PartSignOff | Act::PartRedo) {
        let parts = asked.standing.parts.iter();
        let replied = parts.filter(|part| !part.is_lead && part.state == PartState::Answered);
        return replied.map(|part| part.unit).collect();
    }
    let wanted = match asked.act {
        Act::Acknowledgement | Act::Return => PartState::Waiting,
        _ => PartState::Handling,
    };
    let parts = asked.standing.parts.iter();
    parts
        .filter(|part| part.state == wanted && asked.who.parts.contains(&part.unit))
        .map(|part| part.unit)
        .collect()
}

fn part(asked: &Asked, input: &Input) -> Result<UnitId, FieldProblem> {
    let t = texts(asked.lang);
    match (input.unit.trim().parse(), parts(asked).as_slice()) {
        (Ok(unit), _) => Ok(unit),
        (Err(_), [unit]) => Ok(*unit),
        (Err(_), []) => Err(FieldProblem::new("noted", t.problem_not_now())),
        (Err(_), _) => Err(FieldProblem::new("unit", t.problem_choose())),
    }
}

fn one(asked: &Asked, text: &str) -> Result<UnitId, FieldProblem> {
    if text.trim().is_empty() {
        return Err(FieldProblem::new(
            "lead",
            texts(asked.lang).problem_choose(),
        ));
    }
    named(asked, text, "lead")
}

/// The unit of this code or name; two of one name are told apart by their codes.
pub(super) fn named(asked: &Asked, text: &str, field: &str) -> Result<UnitId, FieldProblem> {
    let (directory, text) = (&asked.sight.directory, text.trim());
    let by_code = directory.unit_by_code(text).map(|unit| unit.id);
    let in_english = || {
        let mut units = directory.units();
        let found = units.find(|unit| unit.name_en.as_deref() == Some(text));
        found.map(|unit| unit.id)
    };
    let by_name = || match directory.units_named(text)[..] {
        [unit] => Some(unit.id),
        _ => None,
    };
    by_code
        .or_else(by_name)
        .or_else(in_english)
        .ok_or_else(|| FieldProblem::new(field, texts(asked.lang).problem_unit_unknown(text)))
}
