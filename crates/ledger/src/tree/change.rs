//! Changing the tree: the edge is added, and what was counted from that day on rolls up the new way.
use super::{Place, Tree, insert_edges, load, lock};
use crate::{
    account::Flow,
    book::Book,
    closing::{self, ClosedPeriod},
    day, post, sql,
    sum::list,
};
use chrono::NaiveDate;
use kernel::{UnitId, limits::TREE_DEPTH_MAX};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// From `from` on, `unit` is at `place`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    pub unit: UnitId,
    pub from: NaiveDate,
    pub place: Place,
}

/// What a unit that is closed goes into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heir {
    pub unit: UnitId,
    pub into: UnitId,
}

#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    #[error("unit {unit} would be above itself")]
    Ring { unit: UnitId },
    #[error("unit {unit} would hang below {parent}, which does not exist on that day")]
    MissingParent { unit: UnitId, parent: UnitId },
    #[error("unit {unit} would be more than {TREE_DEPTH_MAX} levels deep")]
    TooDeep { unit: UnitId },
    #[error("{unit} cannot go into {into}, which does not stand on that day")]
    NoHeir { unit: UnitId, into: UnitId },
    #[error("the office has closed the period")]
    PeriodClosed(#[source] ClosedPeriod),
    #[error("could not change the tree")]
    Database(#[from] DbErr),
}

/// Adds edges to the tree, all or none, and keeps every balance true.
pub async fn change(
    tx: &impl ConnectionTrait,
    book: &Book,
    edges: &[Edge],
) -> Result<(), TreeError> {
    change_with_heirs(tx, book, edges, &[]).await
}

/// [`change`], and which of the units that are closed by it go into which other.
pub async fn change_with_heirs(
    tx: &impl ConnectionTrait,
    book: &Book,
    edges: &[Edge],
    heirs: &[Heir],
) -> Result<(), TreeError> {
    if edges.is_empty() {
        return Ok(());
    }
    lock(tx, true).await?;
    let days = edges.iter().map(|edge| day::number(edge.from));
    if let Some(closed) = closing::first_closed(tx, days).await? {
        return Err(TreeError::PeriodClosed(closed));
    }
    let old = book.tree(tx).await?;
    insert_edges(tx, edges, heirs).await?;
    let mut new = (*old).clone();
    load(tx, &mut new).await?;

    let changed: BTreeSet<UnitId> = edges.iter().map(|edge| edge.unit).collect();
    let affected: BTreeSet<UnitId> = changed
        .iter()
        .flat_map(|unit| new.ever_within(*unit))
        .collect();
    for unit in &affected {
        check(&new, *unit)?;
    }
    for Heir { unit, into } in heirs.iter().copied() {
        let from = edges
            .iter()
            .find(|edge| edge.unit == unit)
            .map(|edge| edge.from);
        let stands = from.and_then(|from| new.place(into, from));
        if unit == into || matches!(stands, None | Some(Place::Closed)) {
            return Err(TreeError::NoHeir { unit, into });
        }
    }
    let first = edges
        .iter()
        .map(|edge| day::number(edge.from))
        .min()
        .unwrap_or(day::FIRST);
    let known: Vec<UnitId> = affected
        .iter()
        .copied()
        .filter(|unit| old.contains(*unit))
        .collect();
    roll_up_again(tx, book, &old, &new, &known, first).await?;
    rewrite_below(tx, (&old, &known), (&new, &affected)).await?;
    Ok(())
}

fn check(tree: &Tree, unit: UnitId) -> Result<(), TreeError> {
    for (from, _) in tree.places.get(&unit).into_iter().flatten() {
        let mut chain = vec![unit];
        while let Some(Place::Below(parent)) = tree.place_on(chain[chain.len() - 1], *from) {
            if chain.contains(&parent) {
                return Err(TreeError::Ring { unit });
            }
            if tree.place_on(parent, *from).is_none() {
                return Err(TreeError::MissingParent {
                    unit: chain[chain.len() - 1],
                    parent,
                });
            }
            chain.push(parent);
            if TREE_DEPTH_MAX < chain.len() {
                return Err(TreeError::TooDeep { unit });
            }
        }
    }
    Ok(())
}

async fn roll_up_again(
    tx: &impl ConnectionTrait,
    book: &Book,
    old: &Tree,
    new: &Tree,
    units: &[UnitId],
    first: i32,
) -> Result<(), DbErr> {
    // A stock goes along with its unit, so of stocks what was posted before counts too.
    let stocks = book.stocks(tx).await?;
    let select = "SELECT account_id, unit_id, day, CAST(SUM(quantity) AS bigint) FROM ledger_posting \
                  WHERE account_id IN (SELECT id FROM ledger_account) AND (day >= $1 OR account_id IN (STOCKS)) AND unit_id IN ({}) \
                  GROUP BY account_id, unit_id, day"
        .replace("STOCKS", &list(&[&[0], stocks.as_slice()].concat()));
    let rows = sql::rows_by_keys(
        tx,
        &select,
        &[first.into()],
        units.iter().map(|unit| unit.0.into()),
    )
    .await?;
    let last = sql::number(tx, "SELECT COALESCE(MAX(seq), 0) FROM ledger_entry", []).await?;
    let mut deltas = post::Deltas::default();
    let mut peaks = post::Peaks::default();
    let (mut olds, mut news) = (HashMap::new(), HashMap::new());
    for row in rows {
        let (account, unit): (i32, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let (day, quantity): (i32, i64) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        let (unit, flow) = (UnitId(unit), book.flow(tx, account).await?);
        if flow == Flow::Peak {
            let (before, after) = (old.chain_on(unit, day), new.chain_on(unit, day));
            if before != after {
                peaks.touch(account, before.iter().chain(&after), day, last);
            }
            continue;
        }
        // Where it counts more often or less often than before.
        let mut moved: BTreeMap<(UnitId, i32), i64> = BTreeMap::new();
        let before = olds.entry(unit).or_insert_with(|| old.chains(unit));
        for (above, on, times) in old.spots(unit, day, flow, before) {
            *moved.entry((above, on)).or_default() -= times;
        }
        let after = news.entry(unit).or_insert_with(|| new.chains(unit));
        for (above, on, times) in new.spots(unit, day, flow, after) {
            *moved.entry((above, on)).or_default() += times;
        }
        for (place, times) in moved.into_iter().filter(|(_, times)| *times != 0) {
            deltas.add(account, place, times * quantity, last);
        }
    }
    deltas.write(tx).await?;
    peaks.recount(tx, new).await
}

/// Writes, for each unit and stretch of days, the units above it: what lists of records are found by.
async fn rewrite_below(
    tx: &impl ConnectionTrait,
    (old, known): (&Tree, &[UnitId]),
    (new, affected): (&Tree, &BTreeSet<UnitId>),
) -> Result<(), DbErr> {
    let mut gone: BTreeSet<(UnitId, UnitId)> = BTreeSet::new();
    for unit in known {
        let above = old.chains(*unit).into_iter().flat_map(|(.., chain)| chain);
        gone.extend(above.map(|above| (above, *unit)));
    }
    let gone: Vec<String> = gone
        .iter()
        .map(|(above, unit)| format!("({above}, {unit})"))
        .collect();
    for pairs in gone.chunks(512) {
        let delete = format!(
            "DELETE FROM ledger_below WHERE (ancestor_id, unit_id) IN (VALUES {})",
            pairs.join(", ")
        );
        tx.execute_unprepared(&delete).await?;
    }
    let mut rows: HashMap<(UnitId, UnitId, i32), i32> = HashMap::new();
    for unit in affected {
        for (from, to, chain) in new.chains(*unit) {
            for above in chain {
                rows.insert((above, *unit, from), to);
            }
        }
    }
    let rows = rows
        .into_iter()
        .map(|((above, unit, from), to)| [above.0.into(), unit.0.into(), from.into(), to.into()]);
    sql::insert(
        tx,
        "ledger_below (ancestor_id, unit_id, from_day, to_day)",
        rows,
        "",
    )
    .await
}
