//! Schedules 10,000 linked tasks and prints how long it took: `cargo run --release -p calendar --example ten_thousand`.
//! The promise is less than 100 ms.
use calendar::{
    WorkingDays,
    schedule::{Link, Plan, Task, schedule},
};
use chrono::{Days, NaiveDate};
use std::time::Instant;

const TASKS: usize = 10_000;
const ROUNDS: usize = 20;

fn main() {
    let start = NaiveDate::from_ymd_opt(2021, 1, 4).expect("a day of 2021");
    let plan = plan(start);
    let days = WorkingDays::china();
    let mut millis: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let began = Instant::now();
            let told = schedule(&plan, &days, start).expect("the plan has no ring");
            assert_eq!(told.tasks.len(), TASKS);
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    println!(
        "schedule of {TASKS} tasks: median {:.2} ms, slowest {:.2} ms of {ROUNDS} rounds",
        millis[ROUNDS / 2],
        millis[ROUNDS - 1],
    );
}

/// A hundred chains of a hundred tasks, each task also tied to one of the chain before; a deadline on every tenth.
fn plan(start: NaiveDate) -> Plan {
    let tasks = (0..TASKS).map(|at| {
        let ties = [(at % 100 != 0).then(|| at - 1), at.checked_sub(137)];
        let predecessors = ties.into_iter().flatten().map(|task| Link {
            task,
            lag_days: i32::try_from(at % 5).expect("small") - 2,
        });
        let due = start + Days::new((at % 100) as u64 * 6 + 90);
        Task {
            deadline: at.is_multiple_of(10).then_some(due),
            predecessors: predecessors.collect(),
            ..Task::lasting(u32::try_from(at % 7).expect("small"))
        }
    });
    Plan::new(start, start + Days::new(2000), tasks.collect())
}
