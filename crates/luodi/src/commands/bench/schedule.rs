//! The schedule of a large plan.
use super::{Line, spread, world::Chance};
use calendar::{
    WorkingDays,
    schedule::{Link, Plan, Task, schedule},
};
use chrono::NaiveDate;
use std::time::Instant;

const TASKS: usize = 10_000;

pub fn measure() -> Line {
    let days = WorkingDays::china();
    let day = |month, day| NaiveDate::from_ymd_opt(2021, month, day).expect("a day");
    let mut chance = Chance(3);
    let tasks = (0..TASKS)
        .map(|number| {
            let before = number.min(3);
            let after = (0..before).map(|_| Link {
                task: number - 1 - chance.below(number.min(50) as u64) as usize,
                lag_days: 0,
            });
            let predecessors = after.collect();
            Task {
                duration_days: 1 + chance.below(5) as u32,
                deadline: (chance.below(3) == 0).then(|| day(12, 31)),
                predecessors,
                ..Task::default()
            }
        })
        .collect();
    let plan = Plan::new(day(1, 4), day(12, 31), tasks);
    let times = (0..50)
        .map(|_| {
            let began = Instant::now();
            let scheduled = schedule(&plan, &days, day(2, 25));
            assert!(scheduled.is_ok(), "the plan has no ring");
            began.elapsed()
        })
        .collect();
    Line {
        what: format!("backward schedule of {TASKS} tasks"),
        promised: "under 100 ms",
        measured: spread(times),
    }
}
