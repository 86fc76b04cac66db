//! Importing a plan: all of it or nothing, and the second time only what differs.
use super::{
    columns::AFTER,
    difference::{Change, Difference, compare, rings},
    reading::{Known, Reading, read_plan},
};
use crate::{
    accounts,
    campaigns::{campaign::{self, Campaign}, setting_up, store},
    entry_id::part_of,
    nodes::{
        node::{self, Duty, NodeId, link, node_unit},
        plan::{Item, Plan},
    },
    rights,
};
use calendar::WorkingDays;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, Right};
use ledger::{AppendError, Book, NewEntry, Subject, entry, figure};
use orgs::Directory;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, sea_query::Expr};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheets::FileProblem;

pub const IMPORTED: &str = "plan.imported";
pub const ADDED: &str = "plan.node.added";
pub const CHANGED: &str = "plan.node.changed";
pub const WITHDRAWN: &str = "plan.node.withdrawn";
pub const TASK: &str = "plan.task";
/// An item above the tasks.
pub const ITEM: &str = "plan.item";

/// Rows written in one statement.
const BATCH: usize = 500;
/// How often an import starts anew when others change the plan at the same time.
const TRIES_MAX: usize = 3;

/// What becomes of items that the file leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// They stay: the file may be a part of the plan.
    #[default]
    Keep,
    /// They are taken out of the plan. Their history stays.
    Withdraw,
}

#[derive(Debug, Clone)]
pub struct Importing {
    pub entry: EntryId,
    pub campaign: String,
    pub bytes: Vec<u8>,
    pub missing: Missing,
    /// The day from which the items count.
    pub on: NaiveDate,
    pub lang: Lang,
}

/// What an import did, kept in its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Imported {
    pub added: usize,
    pub changed: usize,
    pub left: usize,
    pub gone: usize,
    pub withdrawn: usize,
}

/// What an import would do.
#[derive(Debug)]
pub struct Preview {
    pub campaign: Campaign,
    pub plan: Plan,
    pub reading: Reading,
    pub difference: Difference,
}

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("there is no such campaign")]
    NoSuchCampaign,
    #[error("the right to plan does not reach the campaign's organiser")]
    NotYours,
    #[error(transparent)]
    File(#[from] FileProblem),
    /// The rows are wrong; the preview says which.
    #[error("the file has problems")]
    Problems(Box<Preview>),
    #[error("the plan was changed by others again and again meanwhile")]
    Busy,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for ImportError {
    fn from(error: DbErr) -> Self {
        ImportError::Book(error.into())
    }
}

/// Reads the file and compares it with the plan, and changes nothing.
///
/// # Errors
/// Only when there is nothing to compare: problems of rows are in the preview.
pub async fn preview_plan(book: &Book, days: &WorkingDays, importing: &Importing) -> Result<Preview, ImportError> {
    let reader = book.db().reader();
    let campaign = store::find(reader, &importing.campaign)
        .await?
        .ok_or(ImportError::NoSuchCampaign)?;
    let directory = Directory::load(reader).await?;
    let figures = figure::all(reader).await?;
    let plan = Plan::load(reader, &campaign.code).await?;
    let tree = book.tree(reader).await?;
    let known = Known {
        campaign: &campaign,
        directory: &directory,
        figures: &figures,
        days,
        root: rights::root_above(&tree, campaign.organiser, importing.on),
        plan: &plan,
        lang: importing.lang,
    };
    let mut reading = read_plan(&importing.bytes, &known)?;
    let difference = compare(&reading, &known, importing.entry);
    let after = super::columns::columns(&campaign.levels)
        .iter()
        .find(|column| column.key == AFTER)
        .map_or("", |column| column.title.get(importing.lang));
    for ring in rings(&difference, &plan, after, importing.lang) {
        reading.problems.push(ring);
    }
    Ok(Preview {
        campaign,
        plan,
        reading,
        difference,
    })
}

/// Imports a plan. Safe to repeat with the same entry. `progress` is told how many items are written, of how many.
///
/// # Errors
/// Anything wrong in any row: then nothing at all is written.
pub async fn import_plan(
    book: &Book,
    actor: &Actor,
    days: &WorkingDays,
    importing: &Importing,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Imported, ImportError> {
    if let Some(before) = entry::by_id(book.db().reader(), importing.entry).await? {
        return before
            .details
            .filter(|_| before.kind == IMPORTED)
            .and_then(|details| serde_json::from_value(details).ok())
            .ok_or(ImportError::Book(AppendError::IdReused));
    }
    for _ in 0..TRIES_MAX {
        let preview = preview_plan(book, days, importing).await?;
        let tree = book.tree(book.db().reader()).await?;
        if !rights::may(&tree, actor, Right::Plan, preview.campaign.organiser, importing.on) {
            return Err(ImportError::NotYours);
        }
        if preview.reading.problems.has_errors() {
            return Err(ImportError::Problems(Box::new(preview)));
        }
        if let Some(imported) = apply(book, actor, importing, &preview, progress).await? {
            return Ok(imported);
        }
    }
    Err(ImportError::Busy)
}

/// Writes everything, or returns `None` when the plan has changed since it was compared.
async fn apply(
    book: &Book,
    actor: &Actor,
    importing: &Importing,
    preview: &Preview,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Option<Imported>, ImportError> {
    let (campaign, difference) = (&preview.campaign, &preview.difference);
    let withdrawn: Vec<&Item> = match importing.missing {
        Missing::Keep => Vec::new(),
        Missing::Withdraw => difference.gone.iter().filter_map(|id| preview.plan.item(*id)).collect(),
    };
    let imported = Imported {
        added: difference.added.len(),
        changed: difference.changed.len(),
        left: difference.left.len(),
        gone: difference.gone.len(),
        withdrawn: withdrawn.len(),
    };
    let entries = entries(importing, preview, &withdrawn);
    let tx = book.db().begin().await?;
    if !claim_version(&tx, campaign).await? {
        return Ok(None);
    }
    let subject = Subject::new(setting_up::SUBJECT, &campaign.code);
    let act = NewEntry::new(importing.entry, IMPORTED, subject, campaign.organiser, importing.on)
        .with_details(json!(imported));
    if !ledger::append(&tx, book, actor, &act).await?.is_new() {
        return Ok(None);
    }
    write_rows(&tx, preview).await?;
    write_positions(&tx, preview).await?;
    let leaving: Vec<NodeId> = withdrawn.iter().map(|item| item.node.id).collect();
    for ids in leaving.chunks(BATCH) {
        node::Entity::update_many()
            .col_expr(node::Column::WithdrawnOn, Expr::value(importing.on))
            .filter(node::Column::Id.is_in(ids.iter().copied()))
            .exec(&tx)
            .await?;
    }
    let total = entries.len();
    for (batch, chunk) in entries.chunks(BATCH).enumerate() {
        for appended in ledger::append_many(&tx, book, chunk.iter().map(|entry| (actor, entry))).await? {
            appended?;
        }
        progress((batch * BATCH + chunk.len()).min(total), total);
    }
    tx.commit().await?;
    Ok(Some(imported))
}

/// Of two who change a plan at once, the second sees that the version has gone on.
async fn claim_version(tx: &impl ConnectionTrait, campaign: &Campaign) -> Result<bool, DbErr> {
    let claimed = campaign::Entity::update_many()
        .col_expr(campaign::Column::PlanVersion, Expr::col(campaign::Column::PlanVersion).add(1))
        .filter(campaign::Column::Code.eq(&campaign.code))
        .filter(campaign::Column::PlanVersion.eq(campaign.plan_version))
        .exec(tx)
        .await?;
    Ok(claimed.rows_affected == 1)
}

fn entries(importing: &Importing, preview: &Preview, withdrawn: &[&Item]) -> Vec<NewEntry> {
    let difference = &preview.difference;
    let scribe = Scribe {
        importing,
        campaign: &preview.campaign,
    };
    let added = difference.added.iter().map(|at| scribe.added(&difference.items[*at]));
    let changed = difference.changed.iter().filter_map(|(at, changes)| {
        let new = &difference.items[*at];
        Some(scribe.changed(preview.plan.item(new.node.id)?, new, changes))
    });
    let withdrawn = withdrawn.iter().map(|item| scribe.withdrawn(item));
    added.chain(changed).chain(withdrawn).collect()
}

/// Writes the entries of one import.
struct Scribe<'a> {
    importing: &'a Importing,
    campaign: &'a Campaign,
}

impl Scribe<'_> {
    fn entry(&self, kind: &'static str, item: &Item) -> NewEntry {
        let is_task = item.is_task(self.campaign.levels.innermost());
        let subject = Subject::new(if is_task { TASK } else { ITEM }, item.node.id);
        let id = EntryId(part_of(self.importing.entry, &format!("{kind} {}", item.node.id)));
        let unit = item.node.lead_unit.unwrap_or(self.campaign.organiser);
        NewEntry::new(id, kind, subject, unit, self.importing.on)
    }

    fn account(&self, item: &Item) -> String {
        let level = usize::try_from(item.node.level).unwrap_or_default();
        let level = self.campaign.levels.0.get(level).map_or("other", |level| level.key.as_str());
        accounts::node(&self.campaign.code, level)
    }

    fn added(&self, item: &Item) -> NewEntry {
        self.entry(ADDED, item)
            .with_details(json!({ "title": item.node.title, "number": item.node.number }))
            .post(self.account(item), 1)
    }

    /// A task that gets another lead is counted there from now on.
    fn changed(&self, old: &Item, new: &Item, changes: &[Change]) -> NewEntry {
        let entry = self.entry(CHANGED, new).with_details(json!({ "changes": changes }));
        let unit = |item: &Item| item.node.lead_unit.unwrap_or(self.campaign.organiser);
        let (from, to, day) = (unit(old), unit(new), self.importing.on);
        if from == to {
            return entry;
        }
        let entry = entry
            .post_at(self.account(old), from, day, -1)
            .post_at(self.account(new), to, day, 1);
        if old.node.signed_off_on.is_none() {
            return entry;
        }
        let done = accounts::task_done(&self.campaign.code);
        entry.post_at(done.clone(), from, day, -1).post_at(done, to, day, 1)
    }

    fn withdrawn(&self, item: &Item) -> NewEntry {
        let entry = self
            .entry(WITHDRAWN, item)
            .with_details(json!({ "title": item.node.title, "number": item.node.number }))
            .post(self.account(item), -1);
        match item.node.signed_off_on {
            Some(_) => entry.post(accounts::task_done(&self.campaign.code), -1),
            None => entry,
        }
    }
}

/// New and changed items with their units and predecessors.
async fn write_rows(tx: &impl ConnectionTrait, preview: &Preview) -> Result<(), DbErr> {
    let difference = &preview.difference;
    let added = difference.added.iter().map(|at| &difference.items[*at]);
    let rows: Vec<node::ActiveModel> = added.clone().map(|item| item.node.clone().into_active_model()).collect();
    for chunk in rows.chunks(BATCH) {
        node::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    let changed: Vec<&Item> = difference.changed.iter().map(|(at, _)| &difference.items[*at]).collect();
    for item in &changed {
        item.node.clone().into_active_model().reset_all().update(tx).await?;
    }
    let ids: Vec<NodeId> = changed.iter().map(|item| item.node.id).collect();
    for ids in ids.chunks(BATCH) {
        let ids = || ids.iter().copied();
        node_unit::Entity::delete_many().filter(node_unit::Column::Node.is_in(ids())).exec(tx).await?;
        link::Entity::delete_many().filter(link::Column::Task.is_in(ids())).exec(tx).await?;
    }
    let written = || added.clone().chain(changed.iter().copied());
    let units: Vec<node_unit::ActiveModel> = written().flat_map(unit_rows).collect();
    for chunk in units.chunks(BATCH) {
        node_unit::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    let links: Vec<link::ActiveModel> = written().flat_map(link_rows).collect();
    for chunk in links.chunks(BATCH) {
        link::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn unit_rows(item: &Item) -> Vec<node_unit::ActiveModel> {
    let duties = [(Duty::Responsible, &item.responsible), (Duty::Supporting, &item.supporting)];
    let rows = duties.into_iter().flat_map(|(duty, units)| {
        (0..).zip(units).map(move |(position, unit)| {
            node_unit::Model {
                node: item.node.id,
                duty,
                unit: *unit,
                position,
            }
            .into_active_model()
        })
    });
    rows.collect()
}

fn link_rows(item: &Item) -> Vec<link::ActiveModel> {
    let rows = item.after.iter().map(|(predecessor, lag_days)| {
        link::Model {
            task: item.node.id,
            predecessor: *predecessor,
            lag_days: *lag_days,
        }
        .into_active_model()
    });
    rows.collect()
}

/// Items stand in the order of the file; those that it leaves out come after them. An item's place is no fact of its own,
/// so that an inserted row does not change all below it.
async fn write_positions(tx: &impl ConnectionTrait, preview: &Preview) -> Result<(), DbErr> {
    let listed = preview.difference.left.iter().map(|at| &preview.difference.items[*at].node);
    let behind = preview.difference.items.len();
    let gone = (behind..).zip(&preview.difference.gone).map(|(position, id)| (*id, position));
    let positions = listed
        .map(|node| (node.id, usize::try_from(node.position).unwrap_or_default()))
        .chain(gone);
    for (id, position) in positions {
        let position = i32::try_from(position).unwrap_or(i32::MAX);
        let is_there = preview.plan.item(id).is_some_and(|item| item.node.position == position);
        if !is_there {
            node::Entity::update_many()
                .col_expr(node::Column::Position, Expr::value(position))
                .filter(node::Column::Id.eq(id))
                .exec(tx)
                .await?;
        }
    }
    Ok(())
}
#[cfg(test)]
mod tests;
