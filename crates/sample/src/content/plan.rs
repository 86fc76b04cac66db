//! The campaign's plan: themes, measures and tasks as the work list of an office has them.
//!
//! The schedule is feasible but for one promise on purpose: task 44 comes four working days late (its deadline lies before
//! the day on which task 42 lets it end). The longest chain, 1-2-3-28-29-30-31, has no slack when a lag counts working days.
use super::{Text, table};
use chrono::NaiveDate;
use kernel::Bilingual;
use serde::Deserialize;

pub const CAMPAIGN_TITLE: Bilingual = Bilingual::new(
    "党史学习教育和办实事活动",
    "Study Party history and do practical things",
);
pub const CAMPAIGN_STARTS: NaiveDate = calendar_day(2021, 2, 25);
pub const CAMPAIGN_ENDS: NaiveDate = calendar_day(2021, 12, 31);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub themes: Vec<Theme>,
    pub measures: Vec<Measure>,
    pub tasks: Vec<Task>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub number: u32,
    pub title: Text,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// `2.3` is the third measure of the second theme.
    pub number: String,
    pub theme: u32,
    pub title: Text,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// 序号, from 1 to the last, through all themes.
    pub number: u32,
    pub measure: String,
    pub title: Text,
    /// Codes of units, here and below.
    pub lead: String,
    pub responsible: Vec<String>,
    pub supporting: Vec<String>,
    /// As an office writes it: `6月底前`, `上半年`, `每月28日`.
    pub deadline: String,
    pub after: Vec<Predecessor>,
    /// None for a task that has no end of its own: one that recurs or goes on for good.
    pub duration_working_days: Option<u32>,
    pub deliverable: Text,
    pub target: Option<Target>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Predecessor {
    /// The number of the task that ends before.
    pub task: u32,
    /// How many days lie between its end and the start of this one.
    pub lag_days: u32,
}

/// "The figure in the scope of the unit reaches the value": progress that is read and never typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub figure: String,
    pub unit: String,
    pub at_least: i64,
}

/// The plan in the order of its numbers.
pub fn plan() -> Plan {
    Plan {
        themes: table::rows::<ThemeRow>(include_str!("../../data/themes.csv"))
            .into_iter()
            .map(|row| Theme {
                number: row.number,
                title: Text::new(row.title, row.title_en),
            })
            .collect(),
        measures: table::rows::<MeasureRow>(include_str!("../../data/measures.csv"))
            .into_iter()
            .map(|row| Measure {
                number: row.number,
                theme: row.theme,
                title: Text::new(row.title, row.title_en),
            })
            .collect(),
        tasks: table::rows::<TaskRow>(include_str!("../../data/tasks.csv"))
            .into_iter()
            .map(TaskRow::into_task)
            .collect(),
    }
}

impl std::fmt::Display for Predecessor {
    /// As the work list writes it: `12`, or `12+5天`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.lag_days {
            0 => write!(f, "{}", self.task),
            lag => write!(f, "{}+{lag}天", self.task),
        }
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}@{}>={}", self.figure, self.unit, self.at_least)
    }
}

const fn calendar_day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("written as a day of the calendar")
}

#[derive(Deserialize)]
struct ThemeRow {
    number: u32,
    title: String,
    title_en: String,
}

#[derive(Deserialize)]
struct MeasureRow {
    number: String,
    theme: u32,
    title: String,
    title_en: String,
}

#[derive(Deserialize)]
struct TaskRow {
    number: u32,
    measure: String,
    title: String,
    title_en: String,
    lead: String,
    responsible: String,
    supporting: String,
    deadline: String,
    after: String,
    days: Option<u32>,
    deliverable: String,
    deliverable_en: String,
    target: String,
}

impl TaskRow {
    fn into_task(self) -> Task {
        Task {
            number: self.number,
            measure: self.measure,
            title: Text::new(self.title, self.title_en),
            lead: self.lead,
            responsible: table::parts(&self.responsible),
            supporting: table::parts(&self.supporting),
            deadline: self.deadline,
            after: table::parts(&self.after)
                .iter()
                .map(|cell| predecessor(cell))
                .collect(),
            duration_working_days: self.days,
            deliverable: Text::new(self.deliverable, self.deliverable_en),
            target: (!self.target.is_empty()).then(|| target(&self.target)),
        }
    }
}

fn predecessor(cell: &str) -> Predecessor {
    let number = |text: &str| text.parse().expect("predecessors are numbers of tasks");
    match cell.split_once('+') {
        Some((task, lag)) => Predecessor {
            task: number(task),
            lag_days: number(lag.trim_end_matches('天')),
        },
        None => Predecessor {
            task: number(cell),
            lag_days: 0,
        },
    }
}

fn target(cell: &str) -> Target {
    let (place, value) = cell
        .split_once(">=")
        .expect("targets are reached from below");
    let (figure, unit) = place.split_once('@').expect("targets name their unit");
    Target {
        figure: figure.to_owned(),
        unit: unit.to_owned(),
        at_least: value.parse().expect("targets are whole numbers"),
    }
}

#[cfg(test)]
mod tests;
