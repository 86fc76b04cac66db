//! Correcting a report, or taking it back: one more entry that says what is right and why.
use super::{
    facts,
    report::{self, ReportId},
    report_files::record,
    reporting::{self, Outcome, ReportError},
};
use files::FileId;
use kernel::{Actor, EntryId};
use ledger::{AppendError, Appended, Book, CorrectError, NewEntry, Subject};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;

pub const CORRECTED: &str = "plan.report.corrected";
pub const WITHDRAWN: &str = "plan.report.withdrawn";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correcting {
    pub entry: EntryId,
    pub report: ReportId,
    /// The last entry about the report that the person saw.
    pub corrects: EntryId,
    pub reason: String,
    /// `None` takes the report back.
    pub result: Option<Outcome>,
    /// The files that the report has from now on. One that is taken back keeps its own.
    pub files: Vec<FileId>,
}

#[derive(Debug, thiserror::Error)]
pub enum CorrectReportError {
    #[error("there is no such report")]
    NoSuchReport,
    #[error(transparent)]
    Report(#[from] ReportError),
    #[error("a correction needs a reason")]
    ReasonMissing,
    #[error("somebody corrected it meanwhile")]
    AlreadyCorrected,
}

impl From<DbErr> for CorrectReportError {
    fn from(error: DbErr) -> Self {
        CorrectReportError::Report(error.into())
    }
}

impl From<CorrectError> for CorrectReportError {
    fn from(error: CorrectError) -> Self {
        match error {
            CorrectError::ReasonMissing => CorrectReportError::ReasonMissing,
            CorrectError::AlreadyCorrected { .. } => CorrectReportError::AlreadyCorrected,
            CorrectError::NoSuchEntry => CorrectReportError::NoSuchReport,
            CorrectError::Append(error) => ReportError::Book(error).into(),
        }
    }
}

/// Corrects a report. Safe to repeat with the same entry.
pub async fn correct(
    book: &Book,
    actor: &Actor,
    new: &Correcting,
) -> Result<Appended, CorrectReportError> {
    let reader = book.db().reader();
    let report = report::Entity::find_by_id(new.report)
        .one(reader)
        .await?
        .ok_or(CorrectReportError::NoSuchReport)?;
    let (campaign, item) = reporting::task(reader, report.task)
        .await?
        .ok_or(CorrectReportError::NoSuchReport)?;
    let as_it_is = Outcome {
        unit: report.unit,
        day: report.day,
        achieved: report.achieved.clone(),
        evidence: report.evidence.clone(),
        completes: report.completes,
    };
    // Both what it says now and what it will say must be the actor's to record.
    reporting::check(book, actor, &campaign, &item, &as_it_is).await?;
    let (record, owner) = (record(new.report), Some(actor.person));
    let act = match &new.result {
        Some(result) => {
            reporting::check(book, actor, &campaign, &item, result).await?;
            let files = files::wanted(reader, &record, owner, &new.files).await?;
            reporting::entry(
                new.entry, CORRECTED, new.report, &campaign, &item, result, &files,
            )
        }
        None => {
            let subject = Subject::new(reporting::SUBJECT, new.report);
            NewEntry::new(new.entry, WITHDRAWN, subject, report.unit, report.day)
                .with_details(json!({ "task": report.task }))
        }
    };
    let act = act.because(new.reason.trim());
    let tx = book.db().begin().await?;
    let appended = ledger::correct(&tx, book, actor, new.corrects, &act).await?;
    if appended.is_new() {
        if report.head_entry != new.corrects {
            return Err(CorrectReportError::AlreadyCorrected);
        }
        let task = report.task;
        let result = new.result.clone().unwrap_or(as_it_is);
        let mut row = report.into_active_model();
        row.unit = Set(result.unit);
        row.day = Set(result.day);
        row.achieved = Set(result.achieved.trim().to_owned());
        row.evidence = Set(result.evidence.trim().to_owned());
        row.completes = Set(result.completes);
        row.head_entry = Set(new.entry);
        row.withdrawn = Set(new.result.is_none());
        row.update(&tx).await?;
        if new.result.is_some() {
            files::set(&tx, &record, owner, &new.files).await?;
        }
        facts::refresh(&tx, task).await?;
    }
    tx.commit().await?;
    Ok(appended)
}

impl From<AppendError> for CorrectReportError {
    fn from(error: AppendError) -> Self {
        ReportError::Book(error).into()
    }
}
