use super::codes;
use crate::cases::{limit::Limit, store::CaseId};
use chrono::NaiveDate;
use kernel::UnitId;

codes! {
    /// What can be done with a case, as its address names it.
    Act {
        Acceptance = "acceptance",
        Refusal = "refusal",
        Dispatch = "dispatch",
        Acknowledgement = "acknowledgement",
        Return = "return",
        Answer = "answer",
        Helpers = "helpers",
        PartSignOff = "part_sign_off",
        PartRedo = "part_redo",
        Pause = "pause",
        Resumption = "resumption",
        Transfer = "transfer",
        Progress = "progress",
        ExtensionRequest = "extension_request",
        Extension = "extension",
        ExtensionRefusal = "extension_refusal",
        CallBack = "call_back",
        Confirmation = "confirmation",
        Closing = "closing",
        Redo = "redo",
        Reopening = "reopening",
        RecheckDay = "recheck_day",
        Recheck = "recheck",
        Merge = "merge",
        Separation = "separation",
        ExclusionRequest = "exclusion_request",
        Exclusion = "exclusion",
        ExclusionRefusal = "exclusion_refusal",
    }
}

codes! {
    /// What was heard when whoever asked was called back.
    Outcome {
        Satisfied = "satisfied",
        NotSatisfied = "not_satisfied",
        NotReached = "not_reached",
    }
}

codes! {
    /// What was found when somebody went to look again.
    Found {
        Fixed = "fixed",
        BackAgain = "back_again",
    }
}

/// A unit that helps: with what, and by when if not by the deadline of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    pub unit: UnitId,
    pub duty: String,
    pub due_on: Option<NaiveDate>,
}

/// One act with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Accept {
        limit: Limit,
    },
    Refuse,
    Dispatch {
        lead: UnitId,
        helpers: Vec<Helper>,
    },
    /// For the unit that has a part in it.
    Acknowledge(UnitId),
    Return(UnitId),
    Answer(UnitId),
    Help(Vec<Helper>),
    /// The reply of a unit that helps is taken.
    SignOff(UnitId),
    /// It is not: the unit goes on with its part.
    SendBack(UnitId),
    Pause,
    Resume,
    /// To another lead; the clock goes on.
    Transfer(UnitId),
    /// How far it has come, told before there is an answer.
    Report(UnitId),
    /// More time, in the measure in which its limit is written.
    AskForTime(u32),
    /// As much as was asked for, or less.
    Extend(u32),
    RefuseTime,
    CallBack(Outcome),
    Confirm,
    Close,
    Redo,
    Reopen,
    LookAgainOn(NaiveDate),
    LookAgain(Found),
    /// The same as this other case.
    Merge(CaseId),
    Separate,
    AskToLeaveOut,
    LeaveOut,
    KeepIn,
}

impl Step {
    pub fn act(&self) -> Act {
        match self {
            Step::Accept { .. } => Act::Acceptance,
            Step::Refuse => Act::Refusal,
            Step::Dispatch { .. } => Act::Dispatch,
            Step::Acknowledge(_) => Act::Acknowledgement,
            Step::Return(_) => Act::Return,
            Step::Answer(_) => Act::Answer,
            Step::Help(_) => Act::Helpers,
            Step::SignOff(_) => Act::PartSignOff,
            Step::SendBack(_) => Act::PartRedo,
            Step::Pause => Act::Pause,
            Step::Resume => Act::Resumption,
            Step::Transfer(_) => Act::Transfer,
            Step::Report(_) => Act::Progress,
            Step::AskForTime(_) => Act::ExtensionRequest,
            Step::Extend(_) => Act::Extension,
            Step::RefuseTime => Act::ExtensionRefusal,
            Step::CallBack(_) => Act::CallBack,
            Step::Confirm => Act::Confirmation,
            Step::Close => Act::Closing,
            Step::Redo => Act::Redo,
            Step::Reopen => Act::Reopening,
            Step::LookAgainOn(_) => Act::RecheckDay,
            Step::LookAgain(_) => Act::Recheck,
            Step::Merge(_) => Act::Merge,
            Step::Separate => Act::Separation,
            Step::AskToLeaveOut => Act::ExclusionRequest,
            Step::LeaveOut => Act::Exclusion,
            Step::KeepIn => Act::ExclusionRefusal,
        }
    }

    /// The unit for which it is done, where one with a part does it.
    pub fn unit(&self) -> Option<UnitId> {
        match self {
            Step::Acknowledge(unit)
            | Step::Return(unit)
            | Step::Answer(unit)
            | Step::Report(unit) => Some(*unit),
            _ => None,
        }
    }
}

impl Act {
    /// What is done says why to whoever asked: a refusal, an answer.
    pub fn needs_public_text(self) -> bool {
        matches!(self, Act::Refusal | Act::Answer)
    }

    /// What is done says why to the office, or what it rests on.
    pub fn needs_note(self) -> bool {
        matches!(
            self,
            Act::Return
                | Act::PartRedo
                | Act::Pause
                | Act::Transfer
                | Act::Progress
                | Act::ExtensionRequest
                | Act::ExtensionRefusal
                | Act::Confirmation
                | Act::Redo
                | Act::Reopening
                | Act::Recheck
                | Act::Merge
                | Act::Separation
                | Act::ExclusionRequest
                | Act::ExclusionRefusal
        )
    }

    /// The kind of entry that the book keeps of it.
    pub const fn entry_kind(self) -> &'static str {
        match self {
            Act::Acceptance => "serve.case.accepted",
            Act::Refusal => "serve.case.refused",
            Act::Dispatch => "serve.case.dispatched",
            Act::Acknowledgement => "serve.case.acknowledged",
            Act::Return => "serve.case.returned",
            Act::Answer => "serve.case.answered",
            Act::Helpers => "serve.case.helpers_asked",
            Act::PartSignOff => "serve.case.part_signed_off",
            Act::PartRedo => "serve.case.part_sent_back",
            Act::Pause => "serve.case.paused",
            Act::Resumption => "serve.case.resumed",
            Act::Transfer => "serve.case.transferred",
            Act::Progress => "serve.case.reported",
            Act::ExtensionRequest => "serve.case.extension_asked",
            Act::Extension => "serve.case.extended",
            Act::ExtensionRefusal => "serve.case.extension_refused",
            Act::CallBack => "serve.case.called_back",
            Act::Confirmation => "serve.case.confirmed",
            Act::Closing => "serve.case.closed",
            Act::Redo => "serve.case.sent_back",
            Act::Reopening => "serve.case.reopened",
            Act::RecheckDay => "serve.case.recheck_set",
            Act::Recheck => "serve.case.rechecked",
            Act::Merge => "serve.case.merged",
            Act::Separation => "serve.case.separated",
            Act::ExclusionRequest => "serve.case.exclusion_asked",
            Act::Exclusion => "serve.case.excluded",
            Act::ExclusionRefusal => "serve.case.exclusion_refused",
        }
    }

    pub fn of_entry_kind(kind: &str) -> Option<Act> {
        Act::ALL
            .iter()
            .copied()
            .find(|act| act.entry_kind() == kind)
    }
}
