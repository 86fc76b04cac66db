//! The same questions answered the slow, obvious way, to compare with: a year written down as a list of days, walked
//! one day at a time, again and again until nothing moves. Shares no code with what it checks.
use super::{Plan, Task};
use chrono::{Datelike, Days, NaiveDate, Weekday};

pub struct Dates {
    pub earliest: Vec<(NaiveDate, NaiveDate)>,
    pub latest: Vec<(NaiveDate, NaiveDate)>,
}

/// Rest days and make-up workdays of 2021 as published, typed off the notice.
pub fn is_worked(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    if day.year() != 2021 {
        return !weekend;
    }
    match (day.month(), day.day()) {
        (2, 7 | 20) | (4, 25) | (5, 8) | (9, 18 | 26) | (10, 9) => true,
        (1, 1..=3) | (2, 11..=17) | (4, 3..=5) | (5, 1..=5) => false,
        (6, 12..=14) | (9, 19..=21) | (10, 1..=7) => false,
        _ => !weekend,
    }
}

fn next(day: NaiveDate) -> NaiveDate {
    let mut day = day + Days::new(1);
    while !is_worked(day) {
        day = day + Days::new(1);
    }
    day
}

fn previous(day: NaiveDate) -> NaiveDate {
    let mut day = day - Days::new(1);
    while !is_worked(day) {
        day = day - Days::new(1);
    }
    day
}

fn walk(mut day: NaiveDate, steps: i64) -> NaiveDate {
    for _ in 0..steps.abs() {
        day = if steps < 0 { previous(day) } else { next(day) };
    }
    day
}

fn worked_from(day: NaiveDate) -> NaiveDate {
    if is_worked(day) { day } else { next(day) }
}

fn worked_until(day: NaiveDate) -> NaiveDate {
    if is_worked(day) { day } else { previous(day) }
}

/// For tasks of one day and more.
pub fn dates(plan: &Plan, today: NaiveDate) -> Dates {
    let mut earliest: Vec<_> = plan.tasks.iter().map(|t| alone(plan, t, today)).collect();
    until_still(&mut earliest, |earliest, at| {
        let task = &plan.tasks[at];
        let (mut start, mut finish) = earliest[at];
        if task.actual_start.is_none() && task.actual_finish.is_none() {
            for link in &task.predecessors {
                let free = walk(
                    next(worked_until(earliest[link.task].1)),
                    i64::from(link.lag_days),
                );
                start = start.max(free);
            }
            finish = walk(start, i64::from(task.duration_days) - 1);
        }
        (start, finish)
    });
    let mut latest: Vec<_> = plan
        .tasks
        .iter()
        .map(|task| ending(task, worked_until(task.deadline.unwrap_or(plan.end))))
        .collect();
    until_still(&mut latest, |latest, at| {
        let mut finish = latest[at].1;
        for (other, successor) in plan.tasks.iter().enumerate() {
            if successor.actual_start.is_some() || successor.actual_finish.is_some() {
                continue;
            }
            for link in successor.predecessors.iter().filter(|link| link.task == at) {
                finish = finish.min(walk(previous(latest[other].0), -i64::from(link.lag_days)));
            }
        }
        ending(&plan.tasks[at], finish)
    });
    Dates { earliest, latest }
}

fn alone(plan: &Plan, task: &Task, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let length = i64::from(task.duration_days) - 1;
    if let Some(finish) = task.actual_finish {
        let start = task
            .actual_start
            .unwrap_or_else(|| walk(worked_until(finish), -length));
        return (start, finish);
    }
    if let Some(start) = task.actual_start {
        return (
            start,
            walk(worked_from(start), length).max(worked_from(today)),
        );
    }
    let start = plan
        .start
        .max(today)
        .max(task.earliest_start.unwrap_or(plan.start));
    (worked_from(start), walk(worked_from(start), length))
}

fn ending(task: &Task, finish: NaiveDate) -> (NaiveDate, NaiveDate) {
    (walk(finish, 1 - i64::from(task.duration_days)), finish)
}

fn until_still<T: PartialEq>(values: &mut Vec<T>, step: impl Fn(&Vec<T>, usize) -> T) {
    loop {
        let mut moved = false;
        for at in 0..values.len() {
            let value = step(values, at);
            moved |= value != values[at];
            values[at] = value;
        }
        if !moved {
            return;
        }
    }
}

/// Working days from `earlier` to `later`, negative the other way round.
pub fn steps(earlier: NaiveDate, later: NaiveDate) -> i64 {
    let (mut day, mut count) = (worked_until(earlier), 0);
    while day < worked_until(later) {
        day = next(day);
        count += 1;
    }
    while worked_until(later) < day {
        day = previous(day);
        count -= 1;
    }
    count
}
