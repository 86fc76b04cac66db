//! Backward scheduling over working days.
//!
//! From the deadlines backwards: the last day on which each task may start and finish. From today forwards: the first day
//! on which it can. The difference is its slack; where it is negative, a promise cannot be kept, and the chain of tasks
//! that says why can be asked for ([`Schedule::why`]), as can what would repair it ([`repairs`]).
//!
//! A plan is laid on a line on which only working days have a place (`start_of`, `end_of` and `nth` of `WorkingDays`), so that the rules are sums of
//! whole numbers. A task fills the places from its start up to, but without, its end.
mod forward;
mod line;
mod order;
mod plan;
mod promise;
mod repair;

use crate::WorkingDays;
use chrono::NaiveDate;
use forward::Forward;
use line::{Line, State};
use serde::{Deserialize, Serialize};

pub use forward::Driver;
pub use plan::{AT_RISK_BELOW_DAYS, Link, Plan, PlanProblem, Task};
pub use promise::{Promise, Why};
pub use repair::{Cut, Repair, repairs};

/// What the schedule says of each task, in the order of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    pub tasks: Vec<Scheduled>,
}

/// One task's dates. For work that has started or finished, `earliest_*` are the facts as far as there are any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheduled {
    pub earliest_start: NaiveDate,
    pub earliest_finish: NaiveDate,
    pub latest_start: NaiveDate,
    pub latest_finish: NaiveDate,
    /// Working days by which the task may slip before some promise breaks, its own or a later task's.
    pub slack_days: i64,
    /// Unfinished and without slack.
    pub is_critical: bool,
    /// What keeps it from being finished earlier.
    pub driver: Driver,
    /// What keeps it from being finished later.
    pub limit: Limit,
    pub promise: Promise,
}

/// What a task's latest finish comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    Deadline,
    /// It has no deadline of its own.
    CampaignEnd,
    /// The task that has to follow it.
    Successor(usize),
}

/// Schedules a plan as it looks on `today`: unfinished work cannot be done in the past.
///
/// # Errors
/// A predecessor that does not exist, or tasks that wait for each other in a ring.
pub fn schedule(
    plan: &Plan,
    days: &WorkingDays,
    today: NaiveDate,
) -> Result<Schedule, PlanProblem> {
    let line = Line::lay(plan, days, today)?;
    let forward = Forward::pass(&line);
    let latest = backward(&line, plan);
    let tasks = (0..plan.tasks.len())
        .map(|at| scheduled(plan, days, &line, &forward, latest[at], at))
        .collect();
    Ok(Schedule { tasks })
}

/// The latest end of each task, and what it comes from.
fn backward(line: &Line, plan: &Plan) -> Vec<(i64, Limit)> {
    let mut latest: Vec<_> = line
        .tasks
        .iter()
        .zip(&plan.tasks)
        .map(|(laid, task)| match task.deadline {
            Some(_) => (laid.limit, Limit::Deadline),
            None => (laid.limit, Limit::CampaignEnd),
        })
        .collect();
    for &at in line.order.iter().rev() {
        let laid = &line.tasks[at];
        if !laid.waits() {
            continue;
        }
        let latest_start = latest[at].0 - laid.duration;
        for link in laid.predecessors {
            let end = latest_start - i64::from(link.lag_days);
            if end < latest[link.task].0 {
                latest[link.task] = (end, Limit::Successor(at));
            }
        }
    }
    latest
}

fn scheduled(
    plan: &Plan,
    days: &WorkingDays,
    line: &Line,
    forward: &Forward,
    (latest_end, limit): (i64, Limit),
    at: usize,
) -> Scheduled {
    let (task, laid, end) = (&plan.tasks[at], &line.tasks[at], forward.ends[at]);
    let slack_days = latest_end - end;
    let is_done = matches!(laid.state, State::Done { .. });
    let earliest_finish = task.actual_finish.unwrap_or_else(|| days.nth(end - 1));
    Scheduled {
        earliest_start: task
            .actual_start
            .unwrap_or_else(|| days.nth(end - laid.filled()).min(earliest_finish)),
        earliest_finish,
        latest_start: days.nth(latest_end - laid.filled()),
        latest_finish: days.nth(latest_end - 1),
        slack_days,
        is_critical: !is_done && slack_days <= 0,
        driver: forward.drivers[at],
        limit,
        promise: Promise::of(
            end - laid.limit,
            slack_days,
            is_done,
            plan.at_risk_below_days,
        ),
    }
}

#[cfg(test)]
mod naive;
#[cfg(test)]
mod tests;
