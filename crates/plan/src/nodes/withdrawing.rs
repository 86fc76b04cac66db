//! Taking an item out of the plan, with a reason. Its history stays, and so does its page.
use super::{
    node::{self, NodeId},
    plan::Plan,
};
use crate::{
    campaigns::store,
    import::applying::{Scribe, WITHDRAWN, claim_version},
    rights,
};
use kernel::{Actor, EntryId, Right, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Book, entry};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};

/// How often an act starts anew when others change the plan at the same time.
const TRIES_MAX: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawing {
    pub entry: EntryId,
    pub node: NodeId,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    #[error("there is no such item in a plan")]
    NoSuchItem,
    #[error("the right to plan does not reach the campaign's organiser")]
    NotYours,
    #[error("taking an item out of the plan needs a reason")]
    ReasonMissing,
    #[error("the reason is longer than {NOTE_CHARS_MAX} characters")]
    TooLong,
    /// What is below it would hang nowhere.
    #[error("{0} items stand below it")]
    HasItemsBelow(usize),
    #[error("the plan was changed by others again and again meanwhile")]
    Busy,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for WithdrawError {
    fn from(error: DbErr) -> Self {
        WithdrawError::Book(error.into())
    }
}

/// Takes an item out of the plan; tasks that waited for it wait no more. Safe to repeat with the same entry.
pub async fn withdraw(book: &Book, actor: &Actor, new: &Withdrawing) -> Result<(), WithdrawError> {
    let reason = new.reason.trim();
    if let Some(before) = entry::by_id(book.db().reader(), new.entry).await? {
        let is_same = before.kind == WITHDRAWN
            && before.actor == actor.person
            && before.subject_id == new.node.to_string()
            && before.reason.as_deref() == Some(reason);
        return match is_same {
            true => Ok(()),
            false => Err(AppendError::IdReused.into()),
        };
    }
    if reason.is_empty() {
        return Err(WithdrawError::ReasonMissing);
    }
    if NOTE_CHARS_MAX < reason.chars().count() {
        return Err(WithdrawError::TooLong);
    }
    for _ in 0..TRIES_MAX {
        if try_once(book, actor, new, reason).await? {
            return Ok(());
        }
    }
    Err(WithdrawError::Busy)
}

async fn try_once(
    book: &Book,
    actor: &Actor,
    new: &Withdrawing,
    reason: &str,
) -> Result<bool, WithdrawError> {
    let (reader, today) = (book.db().reader(), book.clock().today());
    let node = node::Entity::find_by_id(new.node).one(reader).await?;
    let node = node.ok_or(WithdrawError::NoSuchItem)?;
    let campaign = store::find(reader, &node.campaign)
        .await?
        .ok_or(WithdrawError::NoSuchItem)?;
    let tree = book.tree(reader).await?;
    if !rights::may(&tree, actor, Right::Plan, campaign.organiser, today) {
        return Err(WithdrawError::NotYours);
    }
    let plan = Plan::load(reader, &campaign.code).await?;
    let item = plan.item(new.node).ok_or(WithdrawError::NoSuchItem)?;
    let below = plan.children(Some(new.node)).count();
    if 0 < below {
        return Err(WithdrawError::HasItemsBelow(below));
    }
    let scribe = Scribe {
        act: new.entry,
        on: today,
        campaign: &campaign,
    };
    let mut act = scribe.withdrawn(item).because(reason);
    act.id = new.entry;
    let tx = book.db().begin().await?;
    if !claim_version(&tx, &campaign).await? {
        return Ok(false);
    }
    let written = node::Entity::update_many()
        .col_expr(node::Column::WithdrawnOn, Expr::value(today))
        .filter(node::Column::Id.eq(new.node))
        .filter(node::Column::WithdrawnOn.is_null())
        .filter(match item.node.signed_off_on {
            Some(day) => node::Column::SignedOffOn.eq(day),
            None => node::Column::SignedOffOn.is_null(),
        })
        .exec(&tx)
        .await?;
    if written.rows_affected == 0 {
        return Ok(false);
    }
    ledger::append(&tx, book, actor, &act).await?;
    tx.commit().await?;
    Ok(true)
}
