//! Asking for more time.
use super::extension::{self, ExtensionId};
use crate::{
    campaigns::campaign::Campaign,
    import::applying::TASK,
    nodes::{
        node::{DeadlineKind, NodeId},
        plan::Item,
    },
    rights,
    tasks::reporting,
};
use calendar::{
    WorkingDays,
    deadline::{self, Deadline, DeadlineProblem, Kind},
};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Right, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{
    AppendError, Appended, Book, NewEntry, Subject, Tree,
    entry::{self, Entry},
};
use sea_orm::{DbErr, EntityTrait, IntoActiveModel, TryInsertResult, sea_query::OnConflict};
use serde_json::json;

pub const ASKED: &str = "plan.extension.asked";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    pub entry: EntryId,
    pub task: NodeId,
    /// As offices write deadlines.
    pub deadline: String,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum AskError {
    #[error("there is no such task")]
    NoSuchTask,
    #[error("the right to record does not reach the lead unit")]
    NotYours,
    /// Kept up all the time, again and again, or without any day: there is nothing to extend.
    #[error("the task has no single deadline")]
    NoDeadline,
    #[error("the task is reported as done, or signed off")]
    Done,
    #[error("the deadline was {0}")]
    TooLate(NaiveDate),
    #[error("the deadline that is wanted is not understood")]
    Deadline(DeadlineProblem),
    /// Again and again, or all the time.
    #[error("the deadline that is wanted is no single day")]
    NotADay,
    #[error("the deadline that is wanted is not later than {0}")]
    NotLater(NaiveDate),
    #[error("an extension needs a reason")]
    ReasonMissing,
    #[error("the reason is longer than {NOTE_CHARS_MAX} characters")]
    TooLong,
    #[error("a request waits to be decided already")]
    AlreadyAsked,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for AskError {
    fn from(error: DbErr) -> Self {
        AskError::Book(error.into())
    }
}

/// Who may ask for more time, and until when: the lead unit, as long as the promise can still be kept.
///
/// # Errors
/// Why it cannot be asked, without any look at what would be asked.
pub fn may_ask(
    tree: &Tree,
    actor: &Actor,
    item: &Item,
    today: NaiveDate,
) -> Result<(UnitId, NaiveDate), AskError> {
    let lead = item.node.lead_unit.ok_or(AskError::NotYours)?;
    if !rights::may(tree, actor, Right::Record, lead, today) {
        return Err(AskError::NotYours);
    }
    if item.node.finished_on.is_some() || item.node.signed_off_on.is_some() {
        return Err(AskError::Done);
    }
    match (item.node.deadline_kind, item.node.due) {
        (Some(DeadlineKind::On), Some(due)) if today <= due => Ok((lead, due)),
        (Some(DeadlineKind::On), Some(due)) => Err(AskError::TooLate(due)),
        _ => Err(AskError::NoDeadline),
    }
}

fn says_the_same(before: &Entry, actor: &Actor, new: &Asking) -> bool {
    let wanted = before.details.as_ref().map(|details| &details["wanted"]);
    before.actor == actor.person
        && before.subject_id == new.task.to_string()
        && before.reason.as_deref() == Some(new.reason.trim())
        && wanted.and_then(|wanted| wanted.as_str()) == Some(new.deadline.trim())
}

fn wanted(
    new: &Asking,
    campaign: &Campaign,
    due: NaiveDate,
    days: &WorkingDays,
) -> Result<Deadline, AskError> {
    let wanted =
        deadline::read(&new.deadline, &campaign.days(), days).map_err(AskError::Deadline)?;
    if !matches!(wanted.kind, Kind::On(_)) {
        return Err(AskError::NotADay);
    }
    if wanted.due <= due {
        return Err(AskError::NotLater(due));
    }
    Ok(wanted)
}

/// Asks for more time. Safe to repeat with the same entry.
pub async fn ask(
    book: &Book,
    actor: &Actor,
    days: &WorkingDays,
    new: &Asking,
) -> Result<Appended, AskError> {
    let (reader, today) = (book.db().reader(), book.clock().today());
    if let Some(before) = entry::by_id(reader, new.entry).await?
        && before.kind == ASKED
    {
        return if says_the_same(&before, actor, new) {
            Ok(Appended::AlreadyThere { seq: before.seq })
        } else {
            Err(AppendError::IdReused.into())
        };
    }
    let (campaign, item) = reporting::task(reader, new.task)
        .await?
        .ok_or(AskError::NoSuchTask)?;
    let tree = book.tree(reader).await?;
    let (lead, due) = may_ask(&tree, actor, &item, today)?;
    let wanted = wanted(new, &campaign, due, days)?;
    let reason = new.reason.trim();
    if reason.is_empty() {
        return Err(AskError::ReasonMissing);
    }
    if NOTE_CHARS_MAX < reason.chars().count() {
        return Err(AskError::TooLong);
    }
    let act = NewEntry::new(new.entry, ASKED, Subject::new(TASK, new.task), lead, today)
        .with_details(json!({ "wanted": wanted.text, "due": wanted.due, "before": due }))
        .because(reason);
    let row = extension::Model {
        id: ExtensionId(new.entry.0),
        task: new.task,
        unit: lead,
        asked_by: actor.person,
        asked_on: today,
        due_before: due,
        text_before: item.node.deadline_text.unwrap_or_default(),
        wanted_text: wanted.text,
        wanted_due: wanted.due,
        reason: reason.to_owned(),
        decision: None,
        decided_by: None,
        decided_on: None,
        note: String::new(),
    };
    let tx = book.db().begin().await?;
    // One request at a time for each task: an index sees to it.
    let written = extension::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(&tx)
        .await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    let is_written = matches!(written, TryInsertResult::Inserted(rows) if 0 < rows);
    if appended.is_new() && !is_written {
        return Err(AskError::AlreadyAsked);
    }
    tx.commit().await?;
    Ok(appended)
}
