//! Deciding a request for more time: whoever keeps the plan grants or refuses it, never the person who asked.
use super::extension::{self, Decision, ExtensionId};
use crate::{
    entry_id::part_of,
    import::{
        Change, Field,
        applying::{Scribe, TASK, claim_version},
    },
    nodes::node::{self, DeadlineKind},
    rights,
    tasks::reporting,
};
use kernel::{Actor, EntryId, Right, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;

pub const GRANTED: &str = "plan.extension.granted";
pub const REFUSED: &str = "plan.extension.refused";

/// How often a decision starts anew when others change the plan at the same time.
const TRIES_MAX: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deciding {
    pub entry: EntryId,
    pub extension: ExtensionId,
    pub decision: Decision,
    /// Why; a refusal needs it.
    pub note: String,
}

#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    #[error("there is no such request")]
    NoSuchRequest,
    #[error("the right to plan does not reach the campaign's organiser")]
    NotYours,
    /// Whoever asks does not decide.
    #[error("the person asked for it")]
    YourOwn,
    #[error("a refusal needs a reason")]
    ReasonMissing,
    #[error("the note is longer than {NOTE_CHARS_MAX} characters")]
    TooLong,
    #[error("somebody has decided already")]
    AlreadyDecided,
    /// The deadline was changed, or the task done, since it was asked: it can only be refused, and asked again.
    #[error("the task has changed since")]
    Changed,
    #[error("the plan was changed by others again and again meanwhile")]
    Busy,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for DecideError {
    fn from(error: DbErr) -> Self {
        DecideError::Book(error.into())
    }
}

/// Decides a request; granted, the task's deadline moves. Safe to repeat with the same entry.
pub async fn decide(book: &Book, actor: &Actor, new: &Deciding) -> Result<Appended, DecideError> {
    for _ in 0..TRIES_MAX {
        if let Some(appended) = try_once(book, actor, new).await? {
            return Ok(appended);
        }
    }
    Err(DecideError::Busy)
}

/// `None` when the plan has changed in between.
async fn try_once(
    book: &Book,
    actor: &Actor,
    new: &Deciding,
) -> Result<Option<Appended>, DecideError> {
    let (reader, today) = (book.db().reader(), book.clock().today());
    let request = extension::Entity::find_by_id(new.extension)
        .one(reader)
        .await?
        .ok_or(DecideError::NoSuchRequest)?;
    let (campaign, item) = reporting::task(reader, request.task)
        .await?
        .ok_or(DecideError::NoSuchRequest)?;
    let tree = book.tree(reader).await?;
    if !rights::may(&tree, actor, Right::Plan, campaign.organiser, today) {
        return Err(DecideError::NotYours);
    }
    let note = new.note.trim();
    if NOTE_CHARS_MAX < note.chars().count() {
        return Err(DecideError::TooLong);
    }
    let is_granted = new.decision == Decision::Granted;
    if note.is_empty() && !is_granted {
        return Err(DecideError::ReasonMissing);
    }
    let lead = item.node.lead_unit.unwrap_or(campaign.organiser);
    let kind = if is_granted { GRANTED } else { REFUSED };
    let act = NewEntry::new(
        new.entry,
        kind,
        Subject::new(TASK, request.task),
        lead,
        today,
    )
    .with_details(json!({
        "request": request.id, "wanted": request.wanted_text, "due": request.wanted_due,
        "before": request.due_before,
    }));
    let act = if note.is_empty() {
        act
    } else {
        act.because(note)
    };
    let tx = book.db().begin().await?;
    let is_repeated = entry::by_id(&tx, new.entry).await?.is_some();
    if !is_repeated {
        if request.asked_by == actor.person {
            return Err(DecideError::YourOwn);
        }
        let decided = extension::Entity::update_many()
            .col_expr(extension::Column::Decision, Expr::value(new.decision))
            .col_expr(extension::Column::DecidedBy, Expr::value(actor.person))
            .col_expr(extension::Column::DecidedOn, Expr::value(today))
            .col_expr(extension::Column::Note, Expr::value(note))
            .filter(extension::Column::Id.eq(new.extension))
            .filter(extension::Column::Decision.is_null())
            .exec(&tx)
            .await?;
        if decided.rows_affected == 0 {
            return Err(DecideError::AlreadyDecided);
        }
    }
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() && is_granted {
        if !claim_version(&tx, &campaign).await? {
            return Ok(None);
        }
        let is_as_it_was = item.node.due == Some(request.due_before)
            && item.node.finished_on.is_none()
            && item.node.signed_off_on.is_none();
        if !is_as_it_was {
            return Err(DecideError::Changed);
        }
        node::Entity::update_many()
            .col_expr(
                node::Column::DeadlineText,
                Expr::value(&request.wanted_text),
            )
            .col_expr(node::Column::DeadlineKind, Expr::value(DeadlineKind::On))
            .col_expr(node::Column::Due, Expr::value(request.wanted_due))
            .filter(node::Column::Id.eq(request.task))
            .exec(&tx)
            .await?;
        let change = Change {
            field: Field::Deadline,
            old: request.text_before.clone(),
            new: request.wanted_text.clone(),
        };
        let scribe = Scribe {
            act: EntryId(part_of(new.entry, "deadline")),
            on: today,
            campaign: &campaign,
        };
        // Said as any change of the plan, so that a form opened before does not put the old day back.
        ledger::append(&tx, book, actor, &scribe.changed(&item, &item, &[change])).await?;
    }
    tx.commit().await?;
    Ok(Some(appended))
}
