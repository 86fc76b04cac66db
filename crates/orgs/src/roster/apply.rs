//! Doing an import: all or nothing, in one transaction.
mod entries;
mod rows;

use super::{Changes, Draft, ImportOptions, State, compare};
use crate::units::particulars::{self, Particulars};
use db::Keys;
use entries::Scribe;
use kernel::{Actor, Right};
use ledger::{
    AppendError, Book, NewEntry, append_many,
    tree::{self, TreeError},
};
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Changes that are written together: their rows in few statements, their entries in one go.
const CHANGES_TOGETHER: usize = 2_000;

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    pub units_added: usize,
    pub units_changed: usize,
    pub people_added: usize,
    pub people_changed: usize,
}

impl Applied {
    fn of(changes: &Changes) -> Applied {
        let (units, people) = (changes.unit_counts(), changes.people_counts());
        Applied {
            units_added: units.added,
            units_changed: units.changed,
            people_added: people.added,
            people_changed: people.changed,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// The workbook has errors, or got them because somebody changed the roster since the preview.
    #[error("the workbook has errors; nothing was changed")]
    HasErrors(Box<Changes>),
    #[error("a unit cannot hang where the workbook puts it; nothing was changed")]
    Tree(#[from] TreeError),
    #[error("could not write to the book; nothing was changed")]
    Append(#[from] AppendError),
    #[error("could not write to the database; nothing was changed")]
    Database(#[from] DbErr),
}

/// Applies a workbook in a transaction of its own. `import` is its id: the same import applied twice is one.
/// `progress` is told rows done and rows in all.
pub async fn apply(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    import: Uuid,
    draft: &Draft,
    options: &ImportOptions,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<Applied, ApplyError> {
    let tx = book.db().begin().await?;
    let applied = apply_in(&tx, book, keys, actor, import, draft, options, progress).await?;
    tx.commit().await?;
    Ok(applied)
}

/// [`apply`] as a part of the act that `tx` is. When it fails, take `tx` back.
#[expect(
    clippy::too_many_arguments,
    reason = "each is a thing of its own, and the caller has all of them at hand"
)]
pub async fn apply_in(
    tx: &db::Tx,
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    import: Uuid,
    draft: &Draft,
    options: &ImportOptions,
    mut progress: impl FnMut(usize, usize) + Send,
) -> Result<Applied, ApplyError> {
    if tx.get_database_backend() == DbBackend::Postgres {
        // One import at a time: numbers of new units and people are given here.
        tx.execute_unprepared(
            "LOCK TABLE ledger_unit_edge IN EXCLUSIVE MODE; LOCK TABLE orgs_unit IN EXCLUSIVE MODE",
        )
        .await?;
    }
    let changes = {
        // Everybody who is there: not to be kept in memory while the changes are written.
        let state = State::load(tx, book.tree(tx).await?, keys.clone()).await?;
        compare(draft, &state, &actor.reach(Right::Roster), options)
    };
    if changes.has_errors() {
        return Err(ApplyError::HasErrors(Box::new(changes)));
    }
    let all = changes.units.len() + changes.people.len();
    let mut done = 0;
    let scribe = Scribe { import, options };
    for units in changes.units.chunks(CHANGES_TOGETHER) {
        rows::units(tx, units).await?;
    }
    let state_tree = book.tree(tx).await?;
    let renamed = changes.units.iter().filter_map(|change| {
        let before = change.before.as_ref()?;
        let is_new = Particulars::of(before) != Particulars::of(&change.after);
        is_new.then_some((before, &change.after, change.from))
    });
    particulars::changed(tx, &state_tree, renamed).await?;
    // Units refer to each other, so the tree takes all of them at once.
    tree::change(tx, book, &entries::edges(&changes.units)).await?;
    for units in changes.units.chunks(CHANGES_TOGETHER) {
        append(tx, book, actor, units.iter().map(|unit| scribe.unit(unit))).await?;
        done += units.len();
        progress(done, all);
    }
    for people in changes.people.chunks(CHANGES_TOGETHER) {
        rows::people(tx, keys, people).await?;
        let entries = people.iter().map(|person| scribe.person(person));
        append(tx, book, actor, entries).await?;
        done += people.len();
        progress(done, all);
    }
    Ok(Applied::of(&changes))
}

async fn append(
    tx: &db::Tx,
    book: &Book,
    actor: &Actor,
    entries: impl Iterator<Item = NewEntry>,
) -> Result<(), ApplyError> {
    let entries: Vec<NewEntry> = entries.collect();
    let acts = entries.iter().map(|entry| (actor, entry));
    for appended in append_many(tx, book, acts).await? {
        appended?;
    }
    Ok(())
}
