//! Tasks are taken over by their lead units; two units ask for more time; one report is sent back.
use super::{Cast, Zone, day, entry, happenings::LEADER, plan::CLERK};
use ::plan::{
    nodes::{node::NodeId, plan::Plan},
    tasks::{
        acknowledging::acknowledge,
        extensions::{
            asking::{Asking, ask},
            deciding::{Deciding, decide},
            extension::{Decision, ExtensionId},
        },
        reporting::{Outcome, Reporting, report},
        sending_back::{SendingBack, send_back},
    },
};
use anyhow::Context;
use calendar::WorkingDays;
use chrono::NaiveDate;
use std::collections::HashMap;

/// An officer who asks for more time for the bureau.
const OFFICER: &str = "shao.qinghe";

/// Not taken over yet, so that whoever logs in for their lead units has something to take over.
const NOT_TAKEN_OVER: [u32; 3] = [47, 59, 61];

#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    TakenOver,
    /// The task, until when, and why.
    Asked(u32, &'static str, &'static str),
    Granted(u32, &'static str),
    ReportedTooEarly(u32, &'static str),
    SentBack(u32, &'static str),
}

pub(super) fn course() -> anyhow::Result<Vec<(NaiveDate, Step)>> {
    Ok(vec![
        (day(2021, 3, 8)?, Step::TakenOver),
        (
            day(2021, 4, 19)?,
            Step::Asked(
                41,
                "7月底前",
                "两个园区的企业清单五月底才能核定，走访须顺延一个月。",
            ),
        ),
        (
            day(2021, 4, 21)?,
            Step::Granted(41, "同意。企业档案边走访边建，不影响后续任务。"),
        ),
        (
            day(2021, 5, 11)?,
            Step::ReportedTooEarly(50, "完成首轮企业隐患排查，问题清单已建立。"),
        ),
        (
            day(2021, 5, 12)?,
            Step::SentBack(50, "清单中缺少沿河片区企业的排查记录，请补充后重新反馈。"),
        ),
        (
            day(2021, 5, 13)?,
            Step::Asked(
                53,
                "2021年7月15日",
                "一个重大项目的用地手续六月下旬才能批复，半年节点须顺延。",
            ),
        ),
    ])
}

pub(super) async fn happens(
    zone: &Zone<'_>,
    cast: &Cast,
    tasks: &HashMap<u32, NodeId>,
    (day, step): (NaiveDate, Step),
) -> anyhow::Result<()> {
    let of = |task: u32| tasks.get(&task).copied().context("a step is of a task");
    match step {
        Step::TakenOver => are_taken_over(zone, cast, tasks, day).await,
        Step::Asked(task, deadline, reason) => {
            let new = Asking {
                entry: entry(&format!("extension {task}")),
                task: of(task)?,
                deadline: deadline.into(),
                reason: reason.into(),
            };
            let asked = ask(zone.book, cast.actor(OFFICER)?, &WorkingDays::china(), &new).await;
            asked
                .map(drop)
                .with_context(|| format!("extension of task {task}"))
        }
        Step::Granted(task, note) => {
            let new = Deciding {
                entry: entry(&format!("extension {task} granted")),
                extension: ExtensionId(entry(&format!("extension {task}")).0),
                decision: Decision::Granted,
                note: note.into(),
            };
            let decided = decide(zone.book, cast.actor(CLERK)?, &new).await;
            decided
                .map(drop)
                .with_context(|| format!("granting task {task}"))
        }
        Step::ReportedTooEarly(task, achieved) => {
            let task_id = of(task)?;
            let unit = lead(zone, task_id).await?;
            let new = Reporting {
                entry: entry(&format!("report too early {task}")),
                task: task_id,
                result: Outcome {
                    unit,
                    day,
                    achieved: achieved.into(),
                    evidence: "隐患清单一份".into(),
                    completes: true,
                },
                files: Vec::new(),
            };
            let by = cast.recorder(zone, unit, day).await?;
            report(zone.book, by, &new)
                .await
                .map(drop)
                .with_context(|| format!("report on task {task}"))
        }
        Step::SentBack(task, reason) => {
            let new = SendingBack {
                entry: entry(&format!("sent back {task}")),
                task: of(task)?,
                day,
                reason: reason.into(),
            };
            let sent = send_back(zone.book, cast.actor(LEADER)?, &new).await;
            sent.map(drop)
                .with_context(|| format!("sending task {task} back"))
        }
    }
}

async fn lead(zone: &Zone<'_>, task: NodeId) -> anyhow::Result<kernel::UnitId> {
    let plan = Plan::load(zone.book.db().reader(), crate::CAMPAIGN).await?;
    let item = plan.item(task).context("the task is in the plan")?;
    item.node.lead_unit.context("a task has a lead")
}

async fn are_taken_over(
    zone: &Zone<'_>,
    cast: &Cast,
    tasks: &HashMap<u32, NodeId>,
    day: NaiveDate,
) -> anyhow::Result<()> {
    let plan = Plan::load(zone.book.db().reader(), crate::CAMPAIGN).await?;
    let mut numbers: Vec<u32> = tasks.keys().copied().collect();
    numbers.sort_unstable();
    for number in numbers {
        let item = plan
            .item(tasks[&number])
            .context("the task is in the plan")?;
        let Some(lead) = item.node.lead_unit else {
            continue;
        };
        if NOT_TAKEN_OVER.contains(&number) || item.node.started_on.is_some() {
            continue;
        }
        let by = cast.recorder(zone, lead, day).await?;
        acknowledge(
            zone.book,
            by,
            entry(&format!("task {number} taken over")),
            tasks[&number],
        )
        .await
        .with_context(|| format!("taking task {number} over"))?;
    }
    Ok(())
}
