use super::line::{Line, State};
use serde::{Deserialize, Serialize};

/// What a task's earliest finish comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Driver {
    CampaignStart,
    EarliestStart,
    /// What is left cannot be done in the past.
    Today,
    Predecessor(usize),
    /// It has started, and takes its time from then.
    Started,
    Finished,
}

/// The earliest end of each task, and what it comes from.
pub struct Forward {
    pub ends: Vec<i64>,
    pub drivers: Vec<Driver>,
}

impl Forward {
    pub fn pass(line: &Line) -> Forward {
        let mut forward = Forward {
            ends: vec![0; line.tasks.len()],
            drivers: vec![Driver::Finished; line.tasks.len()],
        };
        for &at in &line.order {
            (forward.ends[at], forward.drivers[at]) = forward.earliest(line, at);
        }
        forward
    }

    fn earliest(&self, line: &Line, at: usize) -> (i64, Driver) {
        let laid = &line.tasks[at];
        match laid.state {
            State::Done { end } => (end, Driver::Finished),
            State::Running { start } => {
                let (planned, soonest) = (start + laid.filled(), line.today + 1);
                if planned < soonest {
                    (soonest, Driver::Today)
                } else {
                    (planned, Driver::Started)
                }
            }
            State::Waiting { floor, driver } => {
                let mut earliest = (floor + laid.filled(), driver);
                for link in laid.predecessors {
                    let end = self.ends[link.task] + i64::from(link.lag_days) + laid.duration;
                    if earliest.0 < end {
                        earliest = (end, Driver::Predecessor(link.task));
                    }
                }
                earliest
            }
        }
    }

    /// The tasks that drive `task`, first to last, `task` itself included.
    pub fn chain(&self, task: usize) -> Vec<usize> {
        chain(task, |at| self.drivers[at])
    }
}

/// Follows drivers back from `task`, and tells the way in the order of work.
pub fn chain(task: usize, driver: impl Fn(usize) -> Driver) -> Vec<usize> {
    let mut chain = vec![task];
    let mut at = task;
    while let Driver::Predecessor(predecessor) = driver(at) {
        chain.push(predecessor);
        at = predecessor;
    }
    chain.reverse();
    chain
}
