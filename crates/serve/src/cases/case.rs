//! The loop of a case and its rules. Pure: what may be done next, by whom, and what it then is.
mod rules;
mod step;
mod tally;

pub use rules::{EXTENSION_MAX, RETURNS_MAX, Refused, Side, Who, may, next, side};
pub use step::{Act, Found, Helper, Outcome, Step};
pub use tally::{Count, difference, tally};

use crate::visits::Audience;
use chrono::NaiveDate;
use kernel::{PersonId, UnitId};

/// Codes kept in the database, written in addresses, and said in words elsewhere.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            pub fn from_code(code: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// What somebody came for.
    Kind {
        Inquiry = "inquiry",
        Help = "help",
        Complaint = "complaint",
        Report = "report",
        Suggestion = "suggestion",
        Praise = "praise",
    }
}

codes! {
    /// Where a case stands.
    State {
        Raised = "raised",
        Refused = "refused",
        Accepted = "accepted",
        /// The lead has it and has not yet acknowledged it.
        Dispatched = "dispatched",
        Handling = "handling",
        Answered = "answered",
        Closed = "closed",
        /// The same as another case, which goes on for both.
        Merged = "merged",
    }
}

impl State {
    /// Whether somebody still has to do something.
    pub fn is_open(self) -> bool {
        !matches!(self, State::Refused | State::Closed | State::Merged)
    }
}

codes! {
    /// How far the part of one unit has come.
    PartState {
        Waiting = "waiting",
        Handling = "handling",
        Answered = "answered",
        /// Somebody who did not answer it has looked at the reply and taken it.
        SignedOff = "signed_off",
    }
}

/// The part of one unit in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub unit: UnitId,
    /// The lead, or one who helps.
    pub is_lead: bool,
    pub state: PartState,
    /// What this unit is to do.
    pub duty: String,
    /// Its own last day; without one, that of the case.
    pub due_on: Option<NaiveDate>,
    /// Who answered for the unit.
    pub answered_by: Option<PersonId>,
    pub signed_off: Option<Said>,
    /// The last day to acknowledge it; none for a part that was only just given.
    pub acknowledge_by: Option<NaiveDate>,
}

/// More time that the lead asks for, in the measure of the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreTime {
    pub by: PersonId,
    pub amount: u32,
}

/// Whether a case is left out of the rates. One by one, with a reason, and never on the word of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LeftOut {
    #[default]
    No,
    Asked(PersonId),
    Granted,
}

/// A case as far as its rules look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub kind: Kind,
    pub state: State,
    /// As it stood when it was found to be the same as another.
    pub merged_from: Option<State>,
    /// The unit that heard it first, and leads it until a lead has acknowledged it.
    pub desk: UnitId,
    /// Where a case goes that nobody takes; it does not return it.
    pub fallback: Option<UnitId>,
    /// How often a lead has returned it.
    pub returns: u32,
    pub parts: Vec<Part>,
    pub is_paused: bool,
    pub accepted_on: Option<NaiveDate>,
    /// By which day it is due; none before it is accepted and while its clock stands.
    pub due_on: Option<NaiveDate>,
    pub more_time: Option<MoreTime>,
    /// The time that it was given has run out.
    pub has_run_out: bool,
    pub called_back: Option<Outcome>,
    pub answered: Option<Said>,
    pub confirmed: Option<Said>,
    pub closed: Option<Said>,
    /// Whether it was closed in time; none while it is open.
    pub was_on_time: Option<bool>,
    /// Whether its first lead acknowledged it in time.
    pub responded: Option<bool>,
    /// When to look whether it stays fixed.
    pub recheck_on: Option<NaiveDate>,
    pub left_out: LeftOut,
    /// Everybody who acted for a unit that handles it.
    pub handled_by: Vec<PersonId>,
    /// Heard on a visit of this sort: closed, it is a problem solved there.
    pub visited: Option<Audience>,
}

/// A fact: who said so, and on which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub by: PersonId,
    pub on: NaiveDate,
}

impl Standing {
    /// As it is when it has just been raised.
    pub fn new(kind: Kind, desk: UnitId) -> Standing {
        Standing {
            kind,
            merged_from: None,
            more_time: None,
            responded: None,
            recheck_on: None,
            left_out: LeftOut::No,
            state: State::Raised,
            desk,
            fallback: None,
            returns: 0,
            parts: Vec::new(),
            is_paused: false,
            accepted_on: None,
            due_on: None,
            has_run_out: false,
            called_back: None,
            answered: None,
            confirmed: None,
            closed: None,
            was_on_time: None,
            handled_by: Vec::new(),
            visited: None,
        }
    }

    pub fn lead(&self) -> Option<UnitId> {
        self.parts
            .iter()
            .find(|part| part.is_lead)
            .map(|part| part.unit)
    }

    /// Who answers for it, and where it counts: first contact leads until the lead it was given to has acknowledged it.
    pub fn holder(&self) -> UnitId {
        let lead = self.parts.iter().find(|part| part.is_lead);
        lead.filter(|part| part.state != PartState::Waiting)
            .map_or(self.desk, |part| part.unit)
    }

    pub fn part(&self, unit: UnitId) -> Option<&Part> {
        self.parts.iter().find(|part| part.unit == unit)
    }

    fn part_mut(&mut self, unit: UnitId) -> Option<&mut Part> {
        self.parts.iter_mut().find(|part| part.unit == unit)
    }
}

#[cfg(test)]
mod tests;
