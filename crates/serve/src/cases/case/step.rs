use super::codes;
use crate::cases::limit::Limit;
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
        Pause = "pause",
        Resumption = "resumption",
        Extension = "extension",
        CallBack = "call_back",
        Confirmation = "confirmation",
        Closing = "closing",
        Redo = "redo",
        Reopening = "reopening",
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

/// One act with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Accept {
        limit: Limit,
    },
    Refuse,
    Dispatch {
        lead: UnitId,
        helpers: Vec<UnitId>,
    },
    /// For the unit that has a part in it.
    Acknowledge(UnitId),
    Return(UnitId),
    Answer(UnitId),
    Help(Vec<UnitId>),
    Pause,
    Resume,
    /// By so many of the measure in which its limit is written.
    Extend(u32),
    CallBack(Outcome),
    Confirm,
    Close,
    Redo,
    Reopen,
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
            Step::Pause => Act::Pause,
            Step::Resume => Act::Resumption,
            Step::Extend(_) => Act::Extension,
            Step::CallBack(_) => Act::CallBack,
            Step::Confirm => Act::Confirmation,
            Step::Close => Act::Closing,
            Step::Redo => Act::Redo,
            Step::Reopen => Act::Reopening,
        }
    }

    /// The unit for which it is done, where one with a part does it.
    pub fn unit(&self) -> Option<UnitId> {
        match self {
            Step::Acknowledge(unit) | Step::Return(unit) | Step::Answer(unit) => Some(*unit),
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
                | Act::Pause
                | Act::Extension
                | Act::Confirmation
                | Act::Redo
                | Act::Reopening
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
            Act::Pause => "serve.case.paused",
            Act::Resumption => "serve.case.resumed",
            Act::Extension => "serve.case.extended",
            Act::CallBack => "serve.case.called_back",
            Act::Confirmation => "serve.case.confirmed",
            Act::Closing => "serve.case.closed",
            Act::Redo => "serve.case.sent_back",
            Act::Reopening => "serve.case.reopened",
        }
    }

    pub fn of_entry_kind(kind: &str) -> Option<Act> {
        Act::ALL
            .iter()
            .copied()
            .find(|act| act.entry_kind() == kind)
    }
}
