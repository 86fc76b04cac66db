//! What units reported on their tasks, from March to the middle of May.
use super::{Text, table};
use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskResult {
    /// The number of the task.
    pub task: u32,
    /// The code of the unit that reports: the task's lead, or one that is responsible or supports.
    pub unit: String,
    pub day: NaiveDate,
    /// Whether the lead unit says that the task is done with this.
    pub completes: bool,
    pub achieved: Text,
    pub evidence: Text,
}

/// All reports, in the order of their days.
pub fn results() -> Vec<TaskResult> {
    table::rows::<Row>(include_str!("../../data/results.csv"))
        .into_iter()
        .map(|row| TaskResult {
            task: row.task,
            unit: row.unit,
            day: row.day,
            completes: row.completes == "yes",
            achieved: Text::new(row.achieved, row.achieved_en),
            evidence: Text::new(row.evidence, row.evidence_en),
        })
        .collect()
}

#[derive(Deserialize)]
struct Row {
    task: u32,
    unit: String,
    day: NaiveDate,
    completes: String,
    achieved: String,
    achieved_en: String,
    evidence: String,
    evidence_en: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{people, person_in_charge, plan};
    use std::collections::HashSet;

    #[test]
    fn sixty_reports_come_from_units_that_share_in_the_task() {
        let (plan, people) = (plan(), people());
        let results = results();
        assert_eq!(results.len(), 60);
        assert!(results.is_sorted_by_key(|result| result.day));
        for result in results {
            let task = plan
                .tasks
                .iter()
                .find(|task| task.number == result.task)
                .expect("the task exists");
            let shares = task.lead == result.unit
                || task.responsible.contains(&result.unit)
                || task.supporting.contains(&result.unit);
            assert!(shares, "{} on task {}", result.unit, result.task);
            assert!(person_in_charge(&people, &result.unit, result.day).is_some());
        }
    }

    #[test]
    fn a_task_is_completed_once_by_its_lead_unit_and_nothing_is_reported_later() {
        let plan = plan();
        let mut completed = HashSet::new();
        for result in results() {
            assert!(!completed.contains(&result.task), "task {}", result.task);
            if result.completes {
                let task = &plan.tasks[result.task as usize - 1];
                assert_eq!(task.lead, result.unit, "task {}", result.task);
                completed.insert(result.task);
            }
        }
        assert_eq!(completed.len(), 24);
    }

    #[test]
    fn no_task_is_completed_before_those_it_waits_for() {
        let mut completed = HashSet::new();
        let plan = plan();
        for result in results().into_iter().filter(|result| result.completes) {
            let task = &plan.tasks[result.task as usize - 1];
            for before in &task.after {
                assert!(
                    completed.contains(&before.task),
                    "{} waits for {}",
                    result.task,
                    before.task
                );
            }
            completed.insert(result.task);
        }
    }
}
