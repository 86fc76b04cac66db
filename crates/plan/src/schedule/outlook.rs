//! A campaign's plan as it looks on a day: scheduled backwards, with progress from the book and a light for each task.
use super::progress::Progress;
use crate::{
    campaigns::campaign::Campaign,
    nodes::{
        node::NodeId,
        plan::{Item, Plan},
        target,
    },
};
use calendar::{
    WorkingDays,
    light::{self, Facts, Light, Thresholds},
    schedule::{self, Link, PlanProblem, Repair, Schedule, Scheduled, Why},
};
use chrono::NaiveDate;
use ledger::{Book, figure};
use sea_orm::DbErr;
use std::collections::HashMap;

/// One task as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Place of the task in the plan's items.
    pub item: usize,
    pub scheduled: Scheduled,
    pub progress: Progress,
    pub light: Light,
    /// From when on progress is expected.
    pub planned_start: NaiveDate,
}

/// A plan as it looks on a day.
#[derive(Debug, Clone)]
pub struct Outlook {
    pub campaign: Campaign,
    pub plan: Plan,
    pub today: NaiveDate,
    /// In the order of the list.
    pub standings: Vec<Standing>,
    schedule: Schedule,
    trial: schedule::Plan,
    places: HashMap<NodeId, usize>,
}

#[derive(Debug, thiserror::Error)]
pub enum OutlookError {
    #[error("the plan cannot be scheduled")]
    Plan(#[from] PlanProblem),
    #[error("could not read the plan")]
    Database(#[from] DbErr),
}

impl Outlook {
    pub async fn load(
        book: &Book,
        campaign: Campaign,
        days: &WorkingDays,
        today: NaiveDate,
    ) -> Result<Outlook, OutlookError> {
        let reader = book.db().reader();
        let plan = Plan::load(reader, &campaign.code).await?;
        let mut definitions = HashMap::new();
        for definition in figure::all(reader).await? {
            definitions.insert(definition.code.clone(), definition);
        }
        let mut reached = HashMap::new();
        let in_book = campaign.in_book();
        for item in plan.tasks(campaign.levels.innermost()) {
            if let Some(target) = item.target()
                && let Some(definition) = definitions.get(&target.figure)
            {
                let found = target::reached(reader, book, &target, definition, &in_book, today).await?;
                reached.insert(item.node.id, found);
            }
        }
        let progress = |item: &Item| Progress::of(item, reached.get(&item.node.id).cloned());
        Ok(Outlook::of(campaign, plan, progress, days, today)?)
    }

    /// The pure part: everything follows from the plan, the progress, the working days and the day.
    pub fn of(
        campaign: Campaign,
        plan: Plan,
        progress: impl Fn(&Item) -> Progress,
        days: &WorkingDays,
        today: NaiveDate,
    ) -> Result<Outlook, PlanProblem> {
        let innermost = campaign.levels.innermost();
        let tasks: Vec<usize> = (0..plan.items.len())
            .filter(|at| plan.items[*at].is_task(innermost))
            .collect();
        let places: HashMap<NodeId, usize> = tasks
            .iter()
            .enumerate()
            .map(|(place, at)| (plan.items[*at].node.id, place))
            .collect();
        let progress: Vec<Progress> = tasks.iter().map(|at| progress(&plan.items[*at])).collect();
        let scheduled = tasks
            .iter()
            .zip(&progress)
            .map(|(at, progress)| to_schedule(&plan.items[*at], progress, &places));
        let trial = schedule::Plan::new(campaign.from_day, campaign.to_day, scheduled.collect());
        let schedule = schedule::schedule(&trial, days, today)?;
        let standings = tasks
            .iter()
            .zip(progress)
            .zip(&schedule.tasks)
            .map(|((at, progress), scheduled)| {
                let item = &plan.items[*at];
                let planned_start = planned_start(item, scheduled, &campaign);
                let facts = Facts {
                    planned_start,
                    planned_finish: item.node.due.unwrap_or(campaign.to_day),
                    has_started: progress.has_started(),
                    finished: progress.finished,
                    reached_bp: progress.target.as_ref().map(|reached| reached.share_bp),
                    milestones_due_bp: None,
                };
                Standing {
                    item: *at,
                    scheduled: scheduled.clone(),
                    light: light::light(&facts, &Thresholds::default(), days, today),
                    planned_start,
                    progress,
                }
            })
            .collect();
        Ok(Outlook {
            campaign,
            plan,
            today,
            standings,
            schedule,
            trial,
            places,
        })
    }

    pub fn item(&self, standing: &Standing) -> &Item {
        &self.plan.items[standing.item]
    }

    pub fn standing(&self, task: NodeId) -> Option<&Standing> {
        self.standings.get(*self.places.get(&task)?)
    }

    fn place(&self, standing: &Standing) -> usize {
        let id = self.item(standing).node.id;
        self.places.get(&id).copied().unwrap_or_default()
    }

    /// Where a lost day hurts first: the tasks of the chain with the least slack, first to last.
    pub fn critical_chain(&self) -> Vec<&Standing> {
        let chain = self.schedule.critical_chain();
        chain.into_iter().map(|at| &self.standings[at]).collect()
    }

    /// Why the task cannot be finished earlier: the tasks it follows without a gap, and what holds the first of them.
    pub fn why(&self, standing: &Standing) -> (Vec<&Standing>, Why) {
        let why = self.schedule.why(self.place(standing));
        let chain = why.chain.iter().map(|at| &self.standings[*at]).collect();
        (chain, why)
    }

    /// What would let the promise be kept, the mildest first. Tasks are places in `standings`.
    pub fn repairs(&self, standing: &Standing, days: &WorkingDays) -> Vec<Repair> {
        let repairs = schedule::repairs(&self.trial, days, self.today, self.place(standing));
        repairs.unwrap_or_default()
    }

    /// The tasks that wait for this one.
    pub fn followers(&self, task: NodeId) -> impl Iterator<Item = &Standing> {
        self.standings
            .iter()
            .filter(move |standing| self.item(standing).after.iter().any(|(id, _)| *id == task))
    }
}

fn to_schedule(item: &Item, progress: &Progress, places: &HashMap<NodeId, usize>) -> schedule::Task {
    let links = item.after.iter().filter_map(|(id, lag_days)| {
        Some(Link {
            task: *places.get(id)?,
            lag_days: *lag_days,
        })
    });
    schedule::Task {
        duration_days: item
            .node
            .duration_days
            .and_then(|days| u32::try_from(days).ok())
            .unwrap_or_default(),
        deadline: item.node.due,
        earliest_start: item.node.from_day,
        predecessors: links.collect(),
        actual_start: progress.started.or(progress.finished),
        actual_finish: progress.finished,
    }
}

/// From when on a task is expected to move: the day its deadline names, or the latest start. A task with a target but
/// without a duration is expected to grow from the campaign's first day on.
fn planned_start(item: &Item, scheduled: &Scheduled, campaign: &Campaign) -> NaiveDate {
    let is_measured_only = item.node.duration_days.is_none() && item.node.target_figure.is_some();
    match item.node.from_day {
        Some(day) => day,
        None if is_measured_only => campaign.from_day,
        None => scheduled.latest_start,
    }
}

#[cfg(test)]
mod tests;
