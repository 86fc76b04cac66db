//! How far a task is: by its target, by what was reported, by its sign-off. Nobody types a percentage.
use crate::nodes::{
    plan::Item,
    target::{Reached, WHOLE_BP},
};
use chrono::NaiveDate;

/// Where a task stands between being given and being signed off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    NotStarted,
    UnderWay,
    /// Reported as completed, or its target is reached; nobody has signed it off yet.
    ToVerify,
    SignedOff,
}

impl State {
    pub const ALL: [State; 4] = [
        State::NotStarted,
        State::UnderWay,
        State::ToVerify,
        State::SignedOff,
    ];

    /// The code in addresses.
    pub fn code(self) -> &'static str {
        match self {
            State::NotStarted => "not_started",
            State::UnderWay => "under_way",
            State::ToVerify => "to_verify",
            State::SignedOff => "signed_off",
        }
    }
}

/// What is known of a task's progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    pub state: State,
    /// What the book says of its target, where it has one.
    pub target: Option<Reached>,
    /// `None` where nothing measures it: then only reports and dates speak.
    pub share_bp: Option<i64>,
    /// The day on which the work was done, whether or not it is signed off.
    pub finished: Option<NaiveDate>,
    pub started: Option<NaiveDate>,
}

impl Progress {
    pub fn of(item: &Item, target: Option<Reached>) -> Progress {
        let node = &item.node;
        let reached_on = target.as_ref().and_then(|reached| reached.on);
        let has_moved = target.as_ref().is_some_and(|reached| 0 < reached.share_bp);
        // A target decides whether the work is done, whatever was reported.
        let done = match &target {
            Some(_) => reached_on,
            None => node.finished_on,
        };
        let state = if node.signed_off_on.is_some() {
            State::SignedOff
        } else if done.is_some() {
            State::ToVerify
        } else if node.started_on.is_some() || has_moved {
            State::UnderWay
        } else {
            State::NotStarted
        };
        let finished = match state {
            State::SignedOff => done.or(node.finished_on).or(node.signed_off_on),
            _ => done,
        };
        let share_bp = match (state, &target) {
            (State::SignedOff, _) => Some(WHOLE_BP),
            (_, Some(reached)) => Some(reached.share_bp),
            (State::ToVerify, None) => Some(WHOLE_BP),
            (State::NotStarted | State::UnderWay, None) => None,
        };
        let started = match (node.started_on, finished) {
            (Some(started), Some(finished)) => Some(started.min(finished)),
            (started, _) => started,
        };
        Progress {
            state,
            target,
            share_bp,
            finished,
            started,
        }
    }

    pub fn has_started(&self) -> bool {
        self.state != State::NotStarted
    }
}
