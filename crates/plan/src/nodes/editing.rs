//! Adding one item to a plan, and changing or moving one: by the same rules, and with the same entries, as an import.
use super::{
    node::{self, NodeId},
    order,
    plan::{Item, Plan},
    written::{PLACE, Understood, Written, Wrong, understand},
};
use crate::{
    campaigns::{campaign::Campaign, store},
    import::{
        Change, Field, Known,
        applying::{ADDED, CHANGED, Scribe, claim_version, write_items},
        difference::{changes, numbers},
    },
    nodes::subject_kind,
    rights,
    words::texts,
};
use calendar::WorkingDays;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, Right};
use ledger::{
    AppendError, Book, NewEntry, Tree,
    entry::{self, Entry},
    figure::{self, Definition},
};
use orgs::Directory;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use serde_json::json;
use std::sync::Arc;

/// How often an act starts anew when others change the plan at the same time.
const TRIES_MAX: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editing {
    pub entry: EntryId,
    pub campaign: String,
    pub what: What,
    pub written: Written,
    pub lang: Lang,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A new item of this level.
    Add { level: usize },
    /// `seen` is the last entry about the item when the form was drawn.
    Change { node: NodeId, seen: EntryId },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    pub node: NodeId,
    /// What was read in the likeliest way.
    pub warnings: Vec<String>,
    /// False where the form says what the plan holds already.
    pub has_changed: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum EditError {
    #[error("there is no such campaign, or no such item in it")]
    NoSuchItem,
    #[error("the right to plan does not reach the campaign's organiser")]
    NotYours,
    #[error("fields need to be put right")]
    Wrong(Vec<Wrong>),
    /// Somebody changed the item since the form was drawn.
    #[error("the item was changed meanwhile")]
    Stale,
    /// The form was sent before, saying something else.
    #[error("this form was sent already")]
    SentBefore(NodeId),
    #[error("the plan was changed by others again and again meanwhile")]
    Busy,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for EditError {
    fn from(error: DbErr) -> Self {
        EditError::Book(error.into())
    }
}

/// Everything that a form is read against.
#[derive(Debug)]
pub struct Ground {
    pub campaign: Campaign,
    pub directory: Directory,
    pub plan: Plan,
    figures: Vec<Definition>,
    root: kernel::UnitId,
    tree: Arc<Tree>,
    today: NaiveDate,
}

impl Ground {
    pub async fn load(
        connection: &impl ConnectionTrait,
        book: &Book,
        campaign: &str,
    ) -> Result<Option<Ground>, DbErr> {
        let Some(campaign) = store::find(connection, campaign).await? else {
            return Ok(None);
        };
        let tree = book.tree(connection).await?;
        let today = book.clock().today();
        let root = rights::root_above(&tree, campaign.organiser, today);
        Ok(Some(Ground {
            directory: Directory::load(connection).await?,
            plan: Plan::load(connection, &campaign.code).await?,
            figures: figure::all(connection).await?,
            campaign,
            root,
            tree,
            today,
        }))
    }

    fn known<'g>(&'g self, days: &'g WorkingDays, lang: Lang) -> Known<'g> {
        Known {
            campaign: &self.campaign,
            directory: &self.directory,
            figures: &self.figures,
            days,
            root: self.root,
            plan: &self.plan,
            tree: &self.tree,
            on: self.today,
            lang,
        }
    }
}

/// The last entry that said what the item is.
pub async fn head(
    connection: &impl ConnectionTrait,
    kind: &str,
    node: NodeId,
) -> Result<Option<Entry>, DbErr> {
    let history = entry::history(connection, kind, &node.to_string()).await?;
    Ok(history.into_iter().rfind(says_what_it_is))
}

pub(crate) fn says_what_it_is(entry: &Entry) -> bool {
    entry.kind == ADDED || entry.kind == CHANGED
}

/// Adds or changes an item. Safe to repeat with the same entry.
///
/// # Errors
/// One variant for each thing that the caller tells differently; nothing is written then.
pub async fn edit(
    book: &Book,
    actor: &Actor,
    days: &WorkingDays,
    new: &Editing,
) -> Result<Edited, EditError> {
    if let Some(edited) = repeated(book, actor, new).await? {
        return Ok(edited);
    }
    for _ in 0..TRIES_MAX {
        if let Some(edited) = try_once(book, actor, days, new).await? {
            return Ok(edited);
        }
    }
    Err(EditError::Busy)
}

async fn repeated(book: &Book, actor: &Actor, new: &Editing) -> Result<Option<Edited>, EditError> {
    let Some(before) = entry::by_id(book.db().reader(), new.entry).await? else {
        return Ok(None);
    };
    let node: NodeId = match (before.subject_id.parse(), says_what_it_is(&before)) {
        (Ok(node), true) if before.actor == actor.person => node,
        _ => return Err(AppendError::IdReused.into()),
    };
    let said = before.details.as_ref().map(|details| &details["written"]);
    if said != Some(&json!(new.written)) {
        return Err(EditError::SentBefore(node));
    }
    Ok(Some(Edited {
        node,
        warnings: Vec::new(),
        has_changed: true,
    }))
}

/// Reads, decides and writes; `None` when the plan has changed in between.
async fn try_once(
    book: &Book,
    actor: &Actor,
    days: &WorkingDays,
    new: &Editing,
) -> Result<Option<Edited>, EditError> {
    let (reader, today) = (book.db().reader(), book.clock().today());
    let ground = Ground::load(reader, book, &new.campaign)
        .await?
        .ok_or(EditError::NoSuchItem)?;
    let campaign = &ground.campaign;
    let tree = book.tree(reader).await?;
    if !rights::may(&tree, actor, Right::Plan, campaign.organiser, today) {
        return Err(EditError::NotYours);
    }
    let (id, level, old) = match new.what {
        What::Add { level } if level < campaign.levels.0.len() => {
            (NodeId(new.entry.0), level, None)
        }
        What::Add { .. } => return Err(EditError::NoSuchItem),
        What::Change { node, seen } => {
            let old = ground.plan.item(node).ok_or(EditError::NoSuchItem)?;
            let head = head(reader, subject_kind(campaign, old), node).await?;
            if head.is_some_and(|head| head.id != seen) {
                return Err(EditError::Stale);
            }
            let level = usize::try_from(old.node.level).unwrap_or_default();
            (node, level, Some(old))
        }
    };
    let known = ground.known(days, new.lang);
    let understood = understand(&known, old, id, level, &new.written);
    let decided = decide(&known, new, old, understood, today)?;
    let edited = Edited {
        node: id,
        warnings: decided.warnings,
        has_changed: decided.entry.is_some(),
    };
    let Some(entry) = decided.entry else {
        return Ok(Some(edited));
    };
    let tx = book.db().begin().await?;
    if !claim_version(&tx, campaign).await? || has_moved_on(&tx, old).await? {
        return Ok(None);
    }
    let item = &decided.item;
    match old {
        None => write_items(&tx, &[item], &[]).await?,
        Some(_) => write_items(&tx, &[], &[item]).await?,
    }
    if let Some(position) = decided.position {
        let branch = order::branch(&ground.plan, id);
        order::write(&tx, &campaign.code, &branch, position).await?;
    }
    ledger::append(&tx, book, actor, &entry).await?;
    tx.commit().await?;
    Ok(Some(edited))
}

/// Whether the item was signed off, or opened again, since it was read: what it counts depends on it.
async fn has_moved_on(tx: &impl ConnectionTrait, old: Option<&Item>) -> Result<bool, DbErr> {
    let Some(old) = old else {
        return Ok(false);
    };
    let now = node::Entity::find_by_id(old.node.id).one(tx).await?;
    Ok(now.is_none_or(|now| now.signed_off_on != old.node.signed_off_on))
}

struct Decided {
    item: Item,
    position: Option<i32>,
    /// `None` where nothing differs.
    entry: Option<NewEntry>,
    warnings: Vec<String>,
}

fn decide(
    known: &Known<'_>,
    new: &Editing,
    old: Option<&Item>,
    understood: Understood,
    today: NaiveDate,
) -> Result<Decided, EditError> {
    let t = texts(known.lang);
    let Understood {
        item,
        mut wrong,
        warnings,
    } = understood;
    let position = order::position(known.plan, &item, new.written.place).unwrap_or_else(|_| {
        wrong.push(Wrong {
            field: PLACE,
            message: t.place_wrong(),
        });
        None
    });
    if !wrong.is_empty() {
        return Err(EditError::Wrong(wrong));
    }
    let scribe = Scribe {
        act: new.entry,
        on: today,
        campaign: known.campaign,
    };
    let entry = match old {
        None => Some(scribe.added(&item)),
        Some(old) => {
            let parent = item.node.parent.and_then(|parent| known.plan.item(parent));
            let parent = parent.map(|parent| parent.node.title.as_str());
            let mut changes = changes(old, &item, parent, known, &numbers(&[], known.plan));
            if position.is_some() && old.node.parent == item.node.parent {
                changes.push(moved(known, old, new));
            }
            (!changes.is_empty()).then(|| scribe.changed(old, &item, &changes))
        }
    };
    let entry = entry.map(|mut entry| {
        entry.id = new.entry;
        if let Some(details) = entry.details.as_mut() {
            details["written"] = json!(new.written);
        }
        entry
    });
    Ok(Decided {
        item,
        position,
        entry,
        warnings,
    })
}

fn moved(known: &Known<'_>, old: &Item, new: &Editing) -> Change {
    let t = texts(known.lang);
    let behind = |item: Option<&Item>| match item {
        Some(item) => t.place_after(&item.node.title),
        None => t.place_first(),
    };
    let to = match new.written.place {
        order::Place::After(other) => known.plan.item(other),
        _ => None,
    };
    Change {
        field: Field::Place,
        old: behind(order::before(known.plan, old)),
        new: behind(to),
    }
}

#[cfg(test)]
mod tests;
