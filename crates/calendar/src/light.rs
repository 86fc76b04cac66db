//! The light of a task, with the sum that it comes from.
//!
//! The default is the published rule of one city: less than 10 percentage points behind expected progress green, 10 to
//! 30 behind yellow, more than 30 red; not started in the planned month yellow, in the third month red. Unfinished work
//! past its deadline is red.
use crate::{
    WorkingDays,
    progress::{Expected, expected},
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Ordered from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Color {
    Green,
    Yellow,
    Red,
}

/// Where the colours change. An administrator may set them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thresholds {
    /// As far behind as this, or further, is yellow.
    pub yellow_from_behind_bp: i64,
    /// Further behind than this is red.
    pub red_above_behind_bp: i64,
    /// Months without a start, the planned month not counted, from which it is yellow.
    pub yellow_from_months_unstarted: i32,
    /// The same for red: 2 is the third month, counted from the planned one.
    pub red_from_months_unstarted: i32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds {
            yellow_from_behind_bp: 1_000,
            red_above_behind_bp: 3_000,
            yellow_from_months_unstarted: 1,
            red_from_months_unstarted: 2,
        }
    }
}

/// What is known of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub planned_start: NaiveDate,
    /// The deadline; on a rest day it means the working day before.
    pub planned_finish: NaiveDate,
    pub has_started: bool,
    pub finished: Option<NaiveDate>,
    /// What the book says was reached, if the task has something to measure. Without it only the dates speak.
    pub reached_bp: Option<i64>,
    /// What the milestones planned until today come to; stands in place of elapsed working time.
    pub milestones_due_bp: Option<i64>,
}

/// One line of the sum, with the colour that it alone would give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    Finished {
        on: NaiveDate,
    },
    /// Expected by elapsed working time.
    ByTime(Expected),
    /// Expected by planned milestones.
    ByMilestones {
        share_bp: i64,
    },
    Reached {
        share_bp: i64,
    },
    /// Expected less reached; negative when ahead.
    Behind {
        by_bp: i64,
        color: Color,
    },
    /// Not started though planned; `months` after the planned one.
    NotStarted {
        months: i32,
        color: Color,
    },
    Overdue {
        working_days: i64,
        color: Color,
    },
}

/// The colour and the sum; the worst line decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Light {
    pub color: Color,
    pub lines: Vec<Line>,
}

/// The light of a task on `today`.
pub fn light(
    facts: &Facts,
    thresholds: &Thresholds,
    days: &WorkingDays,
    today: NaiveDate,
) -> Light {
    if let Some(on) = facts.finished {
        return Light {
            color: Color::Green,
            lines: vec![Line::Finished { on }],
        };
    }
    let mut lines = Vec::new();
    let (line, expected_bp) = expectation(facts, days, today);
    lines.push(line);
    if let Some(share_bp) = facts.reached_bp {
        let by_bp = expected_bp - share_bp;
        lines.push(Line::Reached { share_bp });
        lines.push(Line::Behind {
            by_bp,
            color: thresholds.behind(by_bp),
        });
    }
    let months = month_number(today) - month_number(facts.planned_start);
    if !facts.has_started && facts.planned_start <= today {
        lines.push(Line::NotStarted {
            months,
            color: thresholds.unstarted(months),
        });
    }
    let due = days.on_or_before(facts.planned_finish);
    if due < today {
        lines.push(Line::Overdue {
            working_days: days.between(due, today),
            color: Color::Red,
        });
    }
    let color = lines.iter().map(Line::color).max().unwrap_or(Color::Green);
    Light { color, lines }
}

fn expectation(facts: &Facts, days: &WorkingDays, today: NaiveDate) -> (Line, i64) {
    match facts.milestones_due_bp {
        Some(share_bp) => (Line::ByMilestones { share_bp }, share_bp),
        None => {
            let by_time = expected(facts.planned_start, facts.planned_finish, today, days);
            (Line::ByTime(by_time), by_time.share_bp)
        }
    }
}

fn month_number(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0().cast_signed()
}

impl Thresholds {
    fn behind(&self, by_bp: i64) -> Color {
        if self.red_above_behind_bp < by_bp {
            Color::Red
        } else if self.yellow_from_behind_bp <= by_bp {
            Color::Yellow
        } else {
            Color::Green
        }
    }

    fn unstarted(&self, months: i32) -> Color {
        if self.red_from_months_unstarted <= months {
            Color::Red
        } else if self.yellow_from_months_unstarted <= months {
            Color::Yellow
        } else {
            Color::Green
        }
    }
}

impl Line {
    fn color(&self) -> Color {
        match *self {
            Line::Finished { .. }
            | Line::ByTime(_)
            | Line::ByMilestones { .. }
            | Line::Reached { .. } => Color::Green,
            Line::Behind { color, .. }
            | Line::NotStarted { color, .. }
            | Line::Overdue { color, .. } => color,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2021, month, day).unwrap()
    }

    /// Ten working days, half of them passed on 5 March.
    fn facts() -> Facts {
        Facts {
            planned_start: day(3, 1),
            planned_finish: day(3, 12),
            has_started: true,
            finished: None,
            reached_bp: None,
            milestones_due_bp: None,
        }
    }

    fn shown(facts: Facts, today: NaiveDate) -> Light {
        light(&facts, &Thresholds::default(), &WorkingDays::china(), today)
    }

    fn when_reached(share_bp: i64) -> Color {
        let facts = Facts {
            reached_bp: Some(share_bp),
            ..facts()
        };
        shown(facts, day(3, 5)).color
    }

    #[test]
    fn less_than_ten_points_behind_is_green_ten_to_thirty_yellow_and_more_red() {
        assert_eq!(when_reached(6_000), Color::Green);
        assert_eq!(when_reached(4_001), Color::Green);
        assert_eq!(when_reached(4_000), Color::Yellow);
        assert_eq!(when_reached(2_000), Color::Yellow);
        assert_eq!(when_reached(1_999), Color::Red);
    }

    #[test]
    fn the_sum_is_told_line_by_line() {
        let facts = Facts {
            reached_bp: Some(3_000),
            ..facts()
        };
        let by_time = Expected {
            elapsed_days: 5,
            total_days: 10,
            share_bp: 5_000,
        };
        assert_eq!(
            shown(facts, day(3, 5)).lines,
            [
                Line::ByTime(by_time),
                Line::Reached { share_bp: 3_000 },
                Line::Behind {
                    by_bp: 2_000,
                    color: Color::Yellow
                },
            ]
        );
    }

    #[test]
    fn planned_milestones_stand_in_place_of_elapsed_time() {
        let facts = Facts {
            reached_bp: Some(1_000),
            milestones_due_bp: Some(1_500),
            ..facts()
        };
        assert_eq!(shown(facts, day(3, 5)).color, Color::Green);
    }

    #[test]
    fn work_not_started_in_its_month_is_yellow_and_in_the_third_month_red() {
        let facts = Facts {
            has_started: false,
            planned_finish: day(12, 31),
            ..facts()
        };
        assert_eq!(shown(facts, day(3, 31)).color, Color::Green);
        assert_eq!(shown(facts, day(4, 1)).color, Color::Yellow);
        assert_eq!(shown(facts, day(5, 1)).color, Color::Red);
    }

    #[test]
    fn unfinished_work_past_its_deadline_is_red_and_finished_work_green() {
        assert_eq!(shown(facts(), day(3, 12)).color, Color::Green);
        assert_eq!(shown(facts(), day(3, 15)).color, Color::Red);
        let finished = Facts {
            finished: Some(day(3, 20)),
            ..facts()
        };
        assert_eq!(shown(finished, day(3, 25)).color, Color::Green);
    }
}
