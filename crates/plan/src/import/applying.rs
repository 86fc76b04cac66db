//! Importing a plan: all of it or nothing, and the second time only what differs.
mod entries;
mod rows;

use super::{
    difference::{Difference, compare, doubts, rings, taken_back},
    reading::{Known, Reading, read_plan},
};
use crate::{
    campaigns::{
        campaign::{self, Campaign},
        setting_up, store,
    },
    nodes::{
        node::{self, NodeId},
        plan::{Item, Plan},
    },
    rights,
    tasks::extensions::extension::{self, Extension},
};
use calendar::WorkingDays;
use chrono::NaiveDate;
pub(crate) use entries::Scribe;
use entries::entries;
use kernel::{Actor, EntryId, Lang, Right};
use ledger::{AppendError, Book, NewEntry, Subject, entry, figure};
use orgs::Directory;
pub(crate) use rows::write_items;
use rows::{write_positions, write_rows};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheets::{FileProblem, Row};
use std::collections::HashMap;

pub const IMPORTED: &str = "plan.imported";
pub const ADDED: &str = "plan.node.added";
pub const CHANGED: &str = "plan.node.changed";
pub const WITHDRAWN: &str = "plan.node.withdrawn";
pub const TASK: &str = "plan.task";
/// An item above the tasks.
pub const ITEM: &str = "plan.item";

/// Rows written in one statement.
const BATCH: usize = 1_000;
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
    /// Whoever looked on did not want it any more ([`Watch::may_commit`]).
    #[error("the import was cancelled")]
    Cancelled,
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
pub async fn preview_plan(
    book: &Book,
    days: &WorkingDays,
    importing: &Importing,
) -> Result<Preview, ImportError> {
    let reader = book.db().reader();
    let campaign = store::find(reader, &importing.campaign)
        .await?
        .ok_or(ImportError::NoSuchCampaign)?;
    let directory = Directory::load(reader).await?;
    let figures = figure::all(reader).await?;
    let plan = Plan::load(reader, &campaign.code).await?;
    let extended = extension::granted(reader).await?;
    let tree = book.tree(reader).await?;
    let root = rights::root_above(&tree, campaign.organiser, importing.on);
    let (days, importing) = (days.clone(), importing.clone());
    let compared = move || {
        let known = Known {
            campaign: &campaign,
            directory: &directory,
            figures: &figures,
            days: &days,
            root,
            plan: &plan,
            tree: &tree,
            on: importing.on,
            lang: importing.lang,
        };
        let (reading, difference) = read_and_compare(&importing, &known, &extended)?;
        Ok(Preview {
            campaign,
            plan,
            reading,
            difference,
        })
    };
    // Away from the threads that answer requests.
    tokio::task::spawn_blocking(compared)
        .await
        .map_err(|error| DbErr::Custom(error.to_string()))?
}

fn read_and_compare(
    importing: &Importing,
    known: &Known<'_>,
    extended: &HashMap<NodeId, Extension>,
) -> Result<(Reading, Difference), ImportError> {
    let mut reading = read_plan(&importing.bytes, known)?;
    let difference = compare(&reading, known, importing.entry);
    let rows: HashMap<u32, Row<'_>> = reading
        .table
        .rows()
        .map(|row| (row.number(), row))
        .collect();
    let told = rings(&difference, known.plan, &rows, known.lang);
    let doubts = doubts(&difference, known.plan, &rows, known.lang);
    let earlier = taken_back(&difference, known.plan, extended, &rows, known.lang);
    for problem in told.into_iter().chain(doubts).chain(earlier) {
        reading.problems.push(problem);
    }
    reading.problems.sort();
    Ok((reading, difference))
}

/// Whoever looks on while an import is done.
#[derive(Clone, Copy)]
pub struct Watch<'w> {
    /// Told how many items are written, of how many.
    pub written: &'w (dyn Fn(usize, usize) + Sync),
    /// Asked once all is written: `false` takes it back.
    pub may_commit: &'w (dyn Fn() -> bool + Sync),
}

impl Watch<'_> {
    /// Nobody looks on.
    pub const NOBODY: Watch<'static> = Watch {
        written: &|_, _| (),
        may_commit: &|| true,
    };
}

/// Imports a plan. Safe to repeat with the same entry.
///
/// # Errors
/// Anything wrong in any row: then nothing at all is written.
pub async fn import_plan(
    book: &Book,
    actor: &Actor,
    days: &WorkingDays,
    importing: &Importing,
    watch: Watch<'_>,
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
        if !rights::may(
            &tree,
            actor,
            Right::Plan,
            preview.campaign.organiser,
            importing.on,
        ) {
            return Err(ImportError::NotYours);
        }
        if preview.reading.problems.has_errors() {
            return Err(ImportError::Problems(Box::new(preview)));
        }
        if let Some(imported) = apply(book, actor, importing, &preview, watch).await? {
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
    watch: Watch<'_>,
) -> Result<Option<Imported>, ImportError> {
    let (campaign, difference) = (&preview.campaign, &preview.difference);
    let withdrawn: Vec<&Item> = match importing.missing {
        Missing::Keep => Vec::new(),
        Missing::Withdraw => difference
            .gone
            .iter()
            .filter_map(|id| preview.plan.item(*id))
            .collect(),
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
    let act = NewEntry::new(
        importing.entry,
        IMPORTED,
        subject,
        campaign.organiser,
        importing.on,
    )
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
        for appended in
            ledger::append_many(&tx, book, chunk.iter().map(|entry| (actor, entry))).await?
        {
            appended?;
        }
        (watch.written)((batch * BATCH + chunk.len()).min(total), total);
    }
    if !(watch.may_commit)() {
        return Err(ImportError::Cancelled);
    }
    tx.commit().await?;
    Ok(Some(imported))
}

/// Of two who change a plan at once, the second sees that the version has gone on.
pub(crate) async fn claim_version(
    tx: &impl ConnectionTrait,
    campaign: &Campaign,
) -> Result<bool, DbErr> {
    let claimed = campaign::Entity::update_many()
        .col_expr(
            campaign::Column::PlanVersion,
            Expr::col(campaign::Column::PlanVersion).add(1),
        )
        .filter(campaign::Column::Code.eq(&campaign.code))
        .filter(campaign::Column::PlanVersion.eq(campaign.plan_version))
        .exec(tx)
        .await?;
    Ok(claimed.rows_affected == 1)
}

#[cfg(test)]
mod tests;
