use super::{Driver, Limit, Schedule, forward::chain};
use serde::{Deserialize, Serialize};

/// How it stands with a task's promise: its deadline or, if it has none, the campaign's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Promise {
    /// It was kept, or will be with room to spare.
    Kept,
    /// It can be kept, but there is little slack, or a later task's promise breaks because of this one.
    AtRisk,
    /// Even if all goes on from today without a pause, it is broken.
    CannotBeKept { late_by_working_days: i64 },
    /// The task is finished, and was late.
    Missed { late_by_working_days: i64 },
}

impl Promise {
    pub(super) fn of(late_by: i64, slack: i64, is_done: bool, at_risk_below: i64) -> Promise {
        let late_by_working_days = late_by;
        match (is_done, 0 < late_by) {
            (true, true) => Promise::Missed {
                late_by_working_days,
            },
            (true, false) => Promise::Kept,
            (false, true) => Promise::CannotBeKept {
                late_by_working_days,
            },
            (false, false) if slack < at_risk_below => Promise::AtRisk,
            (false, false) => Promise::Kept,
        }
    }
}

/// Why a task cannot be finished earlier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// The tasks that follow each other without a gap, first to last; the last is the task asked about.
    pub chain: Vec<usize>,
    /// What holds the first of them.
    pub cause: Driver,
}

impl Schedule {
    /// Why `task` cannot be finished earlier. Asked for and not stored: in a long chain that is late from its start, the
    /// chains of all tasks would take the square of its length.
    pub fn why(&self, task: usize) -> Why {
        let chain = chain(task, |at| self.tasks[at].driver);
        let cause = self.tasks[chain[0]].driver;
        Why { chain, cause }
    }

    /// From `task` on, the tasks that have to follow it, up to the one whose own promise limits them all.
    pub fn leads_to(&self, task: usize) -> Vec<usize> {
        let mut chain = vec![task];
        let mut at = task;
        while let Limit::Successor(successor) = self.tasks[at].limit {
            chain.push(successor);
            at = successor;
        }
        chain
    }

    /// The chain with the least slack among unfinished work: where a lost day hurts first. Empty when all is finished.
    pub fn critical_chain(&self) -> Vec<usize> {
        let tightest = (0..self.tasks.len())
            .filter(|&at| self.tasks[at].driver != Driver::Finished)
            .min_by_key(|&at| self.tasks[at].slack_days);
        tightest
            .and_then(|at| self.leads_to(at).last().copied())
            .map_or_else(Vec::new, |last| self.why(last).chain)
    }
}
