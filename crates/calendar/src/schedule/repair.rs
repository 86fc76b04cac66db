//! What would let a promise be kept. Each proposal is tried before it is made.
use super::{
    Driver, Limit, Plan, PlanProblem, Schedule,
    forward::Forward,
    line::{Line, State},
    schedule,
};
use crate::WorkingDays;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Shortening is given up after this many cuts: nobody would carry out such a proposal.
const CUTS_MAX: usize = 50;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repair {
    /// Let `task` start on `day` at the latest. For a task that may start only later, this is earlier than planned.
    StartBy { task: usize, day: NaiveDate },
    /// Do these tasks in fewer working days, all of them together.
    Shorten(Vec<Cut>),
    /// Move the deadline of `task` to `day`; if it has none, the campaign's end.
    MoveDeadline { task: usize, day: NaiveDate },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    pub task: usize,
    pub by_working_days: i64,
}

/// What can be done for the promise that `task` is part of, the mildest first. A promise that can still be kept asks
/// only for a start in time; for one that cannot, moving the deadline always helps and comes last. Nothing if the task is
/// finished.
///
/// # Errors
/// As [`schedule`].
pub fn repairs(
    plan: &Plan,
    days: &WorkingDays,
    today: NaiveDate,
    task: usize,
) -> Result<Vec<Repair>, PlanProblem> {
    let mut line = Line::lay(plan, days, today)?;
    let schedule = schedule(plan, days, today)?;
    let told = &schedule.tasks[task];
    if told.driver == Driver::Finished {
        return Ok(Vec::new());
    }
    if 0 <= told.slack_days {
        let start = Repair::StartBy {
            task,
            day: told.latest_start,
        };
        return Ok(Vec::from_iter(line.tasks[task].waits().then_some(start)));
    }
    let target = broken_promise(&schedule, task);
    let forward = Forward::pass(&line);
    let late_by = forward.ends[target] - line.tasks[target].limit;
    let move_deadline = Repair::MoveDeadline {
        task: target,
        day: days.nth(forward.ends[target] - 1),
    };
    let start_by = start_earlier(&mut line, days, &forward, target, late_by);
    let shorten = shorten(&mut line, target);
    Ok([start_by, shorten, Some(move_deadline)]
        .into_iter()
        .flatten()
        .collect())
}

/// The task whose promise breaks: this one, or the one that its slack was taken from.
fn broken_promise(schedule: &Schedule, task: usize) -> usize {
    let mut at = task;
    while let Limit::Successor(successor) = schedule.tasks[at].limit
        && !matches!(
            schedule.tasks[at].promise,
            super::Promise::CannotBeKept { .. }
        )
    {
        at = successor;
    }
    at
}

/// Lets the first task of the chain start earlier than its earliest start, if that is all it takes.
fn start_earlier(
    line: &mut Line,
    days: &WorkingDays,
    forward: &Forward,
    target: usize,
    late_by: i64,
) -> Option<Repair> {
    let root = forward.chain(target)[0];
    let planned = line.tasks[root].state;
    let State::Waiting {
        floor,
        driver: Driver::EarliestStart,
    } = planned
    else {
        return None;
    };
    let floor = floor - late_by;
    if floor < line.first {
        return None;
    }
    line.tasks[root].state = State::Waiting {
        floor,
        driver: Driver::EarliestStart,
    };
    let is_kept = Forward::pass(line).ends[target] <= line.tasks[target].limit;
    line.tasks[root].state = planned;
    is_kept.then(|| Repair::StartBy {
        task: root,
        day: days.nth(floor),
    })
}

/// Cuts the longest task of the chain that drives `target`, again and again, until the promise is kept. No task is cut
/// below one day.
fn shorten(line: &mut Line, target: usize) -> Option<Repair> {
    let before: Vec<i64> = line.tasks.iter().map(|laid| laid.duration).collect();
    for _ in 0..CUTS_MAX {
        let forward = Forward::pass(line);
        let late_by = forward.ends[target] - line.tasks[target].limit;
        if late_by <= 0 {
            let cuts = line.tasks.iter().zip(&before).enumerate();
            return Some(Repair::Shorten(
                cuts.filter(|(_, (laid, before))| laid.duration < **before)
                    .map(|(task, (laid, before))| Cut {
                        task,
                        by_working_days: before - laid.duration,
                    })
                    .collect(),
            ));
        }
        let longest = forward
            .chain(target)
            .into_iter()
            .filter(|&at| !matches!(forward.drivers[at], Driver::Finished))
            .filter(|&at| !(is_running(line, at) && forward.drivers[at] == Driver::Today))
            .max_by_key(|&at| line.tasks[at].duration)
            .filter(|&at| 1 < line.tasks[at].duration)?;
        let laid = &mut line.tasks[longest];
        laid.duration -= late_by.min(laid.duration - 1);
    }
    None
}

/// Running work that is due but not done ends today at the soonest, however short it is made.
fn is_running(line: &Line, at: usize) -> bool {
    matches!(line.tasks[at].state, State::Running { .. })
}
