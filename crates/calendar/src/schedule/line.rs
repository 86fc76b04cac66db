//! A plan laid on the line of working days: dates become places.
use super::{Driver, Link, Plan, PlanProblem, Task, order::order};
use crate::WorkingDays;
use chrono::NaiveDate;

pub struct Line<'a> {
    pub tasks: Vec<Laid<'a>>,
    pub order: Vec<usize>,
    /// The place of today, or of the next working day.
    pub today: i64,
    /// The first place at which anything may be put that has not started.
    pub first: i64,
}

#[derive(Clone)]
pub struct Laid<'a> {
    pub duration: i64,
    pub state: State,
    /// The end that keeps the promise.
    pub limit: i64,
    pub predecessors: &'a [Link],
}

#[derive(Clone, Copy)]
pub enum State {
    /// Not started: may start at `floor`, which comes from `driver`.
    Waiting {
        floor: i64,
        driver: Driver,
    },
    Running {
        start: i64,
    },
    Done {
        end: i64,
    },
}

impl Laid<'_> {
    /// Places that the task takes up on a page. A milestone takes no time but is shown on a day.
    pub fn filled(&self) -> i64 {
        self.duration.max(1)
    }

    pub fn waits(&self) -> bool {
        matches!(self.state, State::Waiting { .. })
    }
}

impl<'a> Line<'a> {
    pub fn lay(
        plan: &'a Plan,
        days: &WorkingDays,
        today: NaiveDate,
    ) -> Result<Line<'a>, PlanProblem> {
        let order = order(plan)?;
        let start = days.start_of(plan.start);
        let today = days.start_of(today);
        let tasks = plan
            .tasks
            .iter()
            .map(|task| Laid {
                duration: i64::from(task.duration_days),
                state: state(task, days, start, today),
                limit: days.end_of(task.deadline.unwrap_or(plan.end)),
                predecessors: &task.predecessors,
            })
            .collect();
        Ok(Line {
            tasks,
            order,
            today,
            first: start.max(today),
        })
    }
}

fn state(task: &Task, days: &WorkingDays, start: i64, today: i64) -> State {
    if let Some(day) = task.actual_finish {
        return State::Done {
            end: days.end_of(day),
        };
    }
    if let Some(day) = task.actual_start {
        return State::Running {
            start: days.start_of(day),
        };
    }
    let (mut floor, mut driver) = (start, Driver::CampaignStart);
    if let Some(earliest) = task.earliest_start.map(|day| days.start_of(day))
        && floor < earliest
    {
        (floor, driver) = (earliest, Driver::EarliestStart);
    }
    if floor < today {
        (floor, driver) = (today, Driver::Today);
    }
    State::Waiting { floor, driver }
}
