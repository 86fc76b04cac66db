//! Reporting what was achieved for a task, by whoever leads it, answers for it or helps with it.
use super::{
    facts, nudging,
    report::{self, ReportId},
    report_files::record,
};
use crate::{
    accounts,
    campaigns::{campaign::Campaign, store},
    nodes::{
        node::{self, NodeId},
        plan::{Item, Plan},
    },
    rights,
};
use chrono::NaiveDate;
use files::{File, FileId};
use kernel::{Actor, EntryId, Right, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, NewEntry, Subject};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait};
use serde_json::json;

pub const SUBJECT: &str = "plan.report";
pub const REPORTED: &str = "plan.task.reported";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporting {
    pub entry: EntryId,
    pub task: NodeId,
    pub result: Outcome,
    /// Evidence that was sent along; never needed (rule R4).
    pub files: Vec<FileId>,
}

/// What is reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub unit: UnitId,
    pub day: NaiveDate,
    pub achieved: String,
    pub evidence: String,
    pub completes: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("there is no such task")]
    NoSuchTask,
    /// Only units of the task report.
    #[error("the unit has no part in the task")]
    NotItsUnit,
    #[error("the right to record does not reach the unit")]
    NotYours,
    #[error("what was achieved is missing")]
    AchievedMissing,
    #[error("a text is longer than {NOTE_CHARS_MAX} characters")]
    TooLong,
    #[error("the day has not come")]
    DayToCome,
    #[error("the day lies before the campaign starts on {0}")]
    BeforeCampaign(NaiveDate),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for ReportError {
    fn from(error: DbErr) -> Self {
        ReportError::Book(error.into())
    }
}

/// A task with its campaign and the units that have a part in it.
pub(super) async fn task(
    connection: &impl ConnectionTrait,
    task: NodeId,
) -> Result<Option<(Campaign, Item)>, DbErr> {
    let Some(node) = node::Entity::find_by_id(task).one(connection).await? else {
        return Ok(None);
    };
    let Some(campaign) = store::find(connection, &node.campaign).await? else {
        return Ok(None);
    };
    let units = crate::nodes::plan::units_of(connection, task).await?;
    let plan = Plan::of(vec![node], units, Vec::new());
    let item = plan.items.into_iter().next();
    Ok(item
        .filter(|item| {
            item.is_task(campaign.levels.innermost()) && item.node.withdrawn_on.is_none()
        })
        .map(|item| (campaign, item)))
}

pub(super) async fn check(
    book: &Book,
    actor: &Actor,
    campaign: &Campaign,
    item: &Item,
    result: &Outcome,
) -> Result<(), ReportError> {
    if result.achieved.trim().is_empty() {
        return Err(ReportError::AchievedMissing);
    }
    let is_long = |text: &str| NOTE_CHARS_MAX < text.chars().count();
    if is_long(&result.achieved) || is_long(&result.evidence) {
        return Err(ReportError::TooLong);
    }
    if book.clock().today() < result.day {
        return Err(ReportError::DayToCome);
    }
    if result.day < campaign.from_day {
        return Err(ReportError::BeforeCampaign(campaign.from_day));
    }
    if !item.units().any(|unit| unit == result.unit) {
        return Err(ReportError::NotItsUnit);
    }
    let tree = book.tree(book.db().reader()).await?;
    if !rights::may(&tree, actor, Right::Record, result.unit, result.day) {
        return Err(ReportError::NotYours);
    }
    Ok(())
}

pub(super) fn entry(
    id: EntryId,
    kind: &'static str,
    report: ReportId,
    campaign: &Campaign,
    item: &Item,
    result: &Outcome,
    files: &[File],
) -> NewEntry {
    // Names and contents, not ids: the same form sent twice says the same, though its files arrived twice.
    let files: Vec<_> = files
        .iter()
        .map(|file| json!({ "name": file.name, "sha256": file.sha256 }))
        .collect();
    let subject = Subject::new(SUBJECT, report);
    NewEntry::new(id, kind, subject, result.unit, result.day)
        .with_details(json!({
            "task": item.node.id, "achieved": result.achieved.trim(), "evidence": result.evidence.trim(),
            "completes": result.completes, "files": files,
        }))
        .post(accounts::task_report(&campaign.code), 1)
}

/// Records a report. Safe to repeat with the same entry.
pub async fn report(book: &Book, actor: &Actor, new: &Reporting) -> Result<Appended, ReportError> {
    let (campaign, item) = task(book.db().reader(), new.task)
        .await?
        .ok_or(ReportError::NoSuchTask)?;
    check(book, actor, &campaign, &item, &new.result).await?;
    let id = ReportId(new.entry.0);
    let (record, owner) = (record(id), Some(actor.person));
    let files = files::wanted(book.db().reader(), &record, owner, &new.files).await?;
    let act = entry(
        new.entry,
        REPORTED,
        id,
        &campaign,
        &item,
        &new.result,
        &files,
    );
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = report::ActiveModel {
            id: Set(id),
            task: Set(new.task),
            unit: Set(new.result.unit),
            reporter: Set(actor.person),
            day: Set(new.result.day),
            achieved: Set(new.result.achieved.trim().to_owned()),
            evidence: Set(new.result.evidence.trim().to_owned()),
            completes: Set(new.result.completes),
            head_entry: Set(new.entry),
            withdrawn: Set(false),
            superseded: Set(false),
        };
        report::Entity::insert(row)
            .exec_without_returning(&tx)
            .await?;
        files::set(&tx, &record, owner, &new.files).await?;
        facts::refresh(&tx, new.task).await?;
        nudging::answer(&tx, new.task).await?;
    }
    tx.commit().await?;
    Ok(appended)
}
