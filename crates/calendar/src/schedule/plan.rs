use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A promise with less slack than this many working days is at risk, unless the plan says otherwise.
pub const AT_RISK_BELOW_DAYS: i64 = 3;

/// What is to be scheduled. Tasks are known by their place in `tasks`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The campaign's first day; nothing that has not started yet is put before it.
    pub start: NaiveDate,
    /// The campaign's last day: the limit of tasks that have no deadline.
    pub end: NaiveDate,
    pub at_risk_below_days: i64,
    pub tasks: Vec<Task>,
}

impl Plan {
    pub fn new(start: NaiveDate, end: NaiveDate, tasks: Vec<Task>) -> Plan {
        Plan {
            start,
            end,
            at_risk_below_days: AT_RISK_BELOW_DAYS,
            tasks,
        }
    }
}

/// One task of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Working days. 0 is a milestone: it happens at the end of a day, on the very day on which its last predecessor ends.
    pub duration_days: u32,
    /// On a rest day it means the working day before.
    pub deadline: Option<NaiveDate>,
    pub earliest_start: Option<NaiveDate>,
    pub predecessors: Vec<Link>,
    /// Facts hold against everything planned: work that has started waits for no predecessor any more.
    pub actual_start: Option<NaiveDate>,
    pub actual_finish: Option<NaiveDate>,
}

impl Task {
    pub fn lasting(duration_days: u32) -> Task {
        Task {
            duration_days,
            ..Task::default()
        }
    }
}

/// A task can start the given working days after its predecessor's end: with lag 0 on the next working day, with lag
/// -1 on the predecessor's last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub task: usize,
    pub lag_days: i32,
}

/// Why a plan cannot be scheduled. Tasks are named by their place in the plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanProblem {
    #[error("task {task} has predecessor {predecessor}, which does not exist")]
    UnknownPredecessor { task: usize, predecessor: usize },
    /// Each task is a predecessor of the next, and the last of the first.
    #[error("tasks wait for each other in a ring: {0:?}")]
    Ring(Vec<usize>),
}
