use super::*;
use crate::content::{UnitKind, units};
use chrono::{Datelike, Days, Weekday};
use std::collections::{HashMap, HashSet};

#[test]
fn the_plan_has_5_themes_24_measures_and_62_tasks() {
    let plan = plan();
    assert_eq!(plan.themes.len(), 5);
    assert_eq!(plan.measures.len(), 24);
    assert_eq!(plan.tasks.len(), 62);
    let numbers: Vec<u32> = plan.tasks.iter().map(|task| task.number).collect();
    assert_eq!(numbers, (1..=62).collect::<Vec<_>>());
}

#[test]
fn no_theme_or_measure_is_empty_and_titles_are_given_once() {
    let plan = plan();
    for theme in &plan.themes {
        assert!(plan.measures.iter().any(|m| m.theme == theme.number));
    }
    let numbers: HashSet<_> = plan.measures.iter().map(|m| m.number.as_str()).collect();
    let used: HashSet<_> = plan.tasks.iter().map(|t| t.measure.as_str()).collect();
    assert_eq!(numbers, used);
    let titles: HashSet<_> = plan
        .tasks
        .iter()
        .flat_map(|task| [&task.title.zh, &task.title.en])
        .collect();
    assert_eq!(titles.len(), 2 * plan.tasks.len());
}

#[test]
fn every_task_has_one_lead_department_and_names_no_unit_twice() {
    let units = units();
    let kind = |code: &str| units.iter().find(|u| u.code == code).map(|u| u.kind);
    for task in plan().tasks {
        assert_eq!(
            kind(&task.lead),
            Some(UnitKind::Department),
            "{}",
            task.number
        );
        let mut named = HashSet::from([task.lead.as_str()]);
        for unit in task.responsible.iter().chain(&task.supporting) {
            assert!(kind(unit).is_some(), "task {}: {unit}", task.number);
            assert!(named.insert(unit), "task {}: {unit} twice", task.number);
        }
    }
}

#[test]
fn predecessors_exist_and_go_round_in_no_ring() {
    let plan = plan();
    let mut done: HashSet<u32> = HashSet::new();
    while done.len() < plan.tasks.len() {
        let ready: Vec<u32> = plan
            .tasks
            .iter()
            .filter(|task| !done.contains(&task.number))
            .filter(|task| task.after.iter().all(|before| done.contains(&before.task)))
            .map(|task| task.number)
            .collect();
        assert!(!ready.is_empty(), "the rest waits for itself or for nobody");
        done.extend(ready);
    }
    let links: usize = plan.tasks.iter().map(|task| task.after.len()).sum();
    assert_eq!(links, 61);
}

#[test]
fn targets_name_figures_of_the_catalogue_and_units_that_exist() {
    let units = units();
    let targets: Vec<Target> = plan()
        .tasks
        .into_iter()
        .filter_map(|task| task.target)
        .collect();
    assert_eq!(targets.len(), 5);
    for target in targets {
        assert!(
            target.figure.ends_with("-mobilised"),
            "{} is a figure of mobilisation",
            target.figure
        );
        assert!(units.iter().any(|unit| unit.code == target.unit));
    }
}

#[test]
fn deadlines_are_written_in_the_ways_of_an_office() {
    let written: HashSet<String> = plan().tasks.into_iter().map(|t| t.deadline).collect();
    for spelling in [
        "2021年6月30日",
        "2021-04-10",
        "6月底前",
        "3月中旬",
        "上半年",
        "全年",
        "年底前",
        "每月28日",
        "长期坚持",
    ] {
        assert!(written.contains(spelling), "{spelling}");
    }
}

/// An own reckoning, apart from the scheduler: earliest ends over the working days of 2021, lags as working days.
#[test]
fn only_task_44_cannot_keep_its_deadline_and_by_four_working_days() {
    let days = working_days();
    let tasks = plan().tasks;
    let mut earliest_end: HashMap<u32, usize> = HashMap::new();
    while earliest_end.len() < tasks.len() {
        for task in &tasks {
            let begins = task
                .after
                .iter()
                .map(|before| {
                    earliest_end
                        .get(&before.task)
                        .map(|end| end + before.lag_days as usize)
                })
                .try_fold(0, |latest, end| Some(latest.max(end?)));
            if let Some(begins) = begins {
                let needs = task.duration_working_days.unwrap_or(1) as usize;
                earliest_end.insert(task.number, begins + needs);
            }
        }
    }
    let late: Vec<(u32, usize)> = tasks
        .iter()
        .filter_map(|task| {
            let due = last_day(&task.deadline);
            let allowed = days.iter().filter(|day| **day <= due).count();
            let over = earliest_end[&task.number].checked_sub(allowed)?;
            (0 < over).then_some((task.number, over))
        })
        .collect();
    assert_eq!(late, [(44, 4)]);
    let october_ends = days
        .iter()
        .filter(|day| **day <= last_day("10月底前"))
        .count();
    assert_eq!(earliest_end[&31], october_ends, "no slack to task 31");
}

fn working_days() -> Vec<NaiveDate> {
    let rests = [
        ((4, 3), (4, 5)),
        ((5, 1), (5, 5)),
        ((6, 12), (6, 14)),
        ((9, 19), (9, 21)),
        ((10, 1), (10, 7)),
    ];
    let made_up = [(4, 25), (5, 8), (9, 18), (9, 26), (10, 9)];
    (0..)
        .map(|n| CAMPAIGN_STARTS + Days::new(n))
        .take_while(|day| *day <= CAMPAIGN_ENDS)
        .filter(|day| {
            let at = (day.month(), day.day());
            let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            let resting = rests.iter().any(|(from, to)| *from <= at && at <= *to);
            made_up.contains(&at) || !(weekend || resting)
        })
        .collect()
}

/// The last day that a deadline of this plan allows.
fn last_day(deadline: &str) -> NaiveDate {
    let text = deadline
        .trim_start_matches("2021年")
        .trim_start_matches("2021-")
        .trim_end_matches('前');
    let in_month = |month: &str, day: Option<u32>| {
        let month: u32 = month.parse().expect("a month");
        let last = calendar_day(2021, month, 1) + chrono::Months::new(1) - Days::new(1);
        day.map_or(last, |day| calendar_day(2021, month, day))
    };
    if text == "上半年" {
        return calendar_day(2021, 6, 30);
    }
    if let Some((month, rest)) = text.split_once('月').or_else(|| text.split_once('-')) {
        if month.parse::<u32>().is_err() {
            return CAMPAIGN_ENDS;
        }
        return match rest.trim_end_matches('日') {
            "底" | "下旬" => in_month(month, None),
            "中旬" => in_month(month, Some(20)),
            day => in_month(month, Some(day.parse().expect("a day"))),
        };
    }
    CAMPAIGN_ENDS
}
