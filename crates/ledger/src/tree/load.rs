//! Reading and adding edges.
use super::{By, Edge, Heir, Place, Tree};
use crate::{day, sql};
use chrono::NaiveDate;
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbBackend, DbErr};

const CLOSED: i16 = 0;
const STANDING: i16 = 1;

/// Holds off whoever would change the tree (`change`), or would count by it (`read`), until this transaction ends.
/// The embedded database has one writer anyway.
pub(crate) async fn lock(tx: &impl ConnectionTrait, to_change: bool) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let mode = if to_change { "EXCLUSIVE" } else { "SHARE" };
        tx.execute_unprepared(&format!("LOCK TABLE ledger_unit_edge IN {mode} MODE"))
            .await?;
    }
    Ok(())
}

pub(crate) async fn version(connection: &impl ConnectionTrait) -> Result<i64, DbErr> {
    sql::number(
        connection,
        "SELECT COALESCE(MAX(version), 0) FROM ledger_unit_edge",
        [],
    )
    .await
}

/// Reads what came after `tree`'s version into it.
pub(crate) async fn load(connection: &impl ConnectionTrait, tree: &mut Tree) -> Result<(), DbErr> {
    load_up_to(connection, tree, i64::MAX).await
}

/// The tree as it was known when `version` was its last edge.
pub async fn at_version(connection: &impl ConnectionTrait, version: i64) -> Result<Tree, DbErr> {
    let mut tree = Tree::default();
    load_up_to(connection, &mut tree, version).await?;
    Ok(tree)
}

async fn load_up_to(
    connection: &impl ConnectionTrait,
    tree: &mut Tree,
    last: i64,
) -> Result<(), DbErr> {
    let select = "SELECT version, unit_id, from_day, parent_id, standing FROM ledger_unit_edge \
                  WHERE version > $1 AND version <= $2 ORDER BY version";
    for row in sql::rows(connection, select, [tree.version.into(), last.into()]).await? {
        let parent: Option<i64> = row.try_get_by_index(3)?;
        let (place, heir) = match (row.try_get_by_index::<i16>(4)?, parent) {
            (CLOSED, heir) => (Place::Closed, heir.map(UnitId)),
            (_, None) => (Place::Root, None),
            (_, Some(parent)) => (Place::Below(UnitId(parent)), None),
        };
        tree.set(
            row.try_get_by_index(0)?,
            UnitId(row.try_get_by_index(1)?),
            row.try_get_by_index(2)?,
            place,
            heir,
        );
    }
    Ok(())
}

/// A closed unit keeps, where its parent would stand, the unit that it went into.
pub(crate) async fn insert_edges(
    tx: &impl ConnectionTrait,
    edges: &[Edge],
    heirs: &[Heir],
) -> Result<(), DbErr> {
    let heir = |unit| {
        heirs
            .iter()
            .find(|heir| heir.unit == unit)
            .map(|heir| heir.into.0)
    };
    let rows = edges.iter().map(|edge| {
        let (parent, standing) = match edge.place {
            Place::Root => (None, STANDING),
            Place::Below(parent) => (Some(parent.0), STANDING),
            Place::Closed => (heir(edge.unit), CLOSED),
        };
        [
            edge.unit.0.into(),
            day::number(edge.from).into(),
            parent.into(),
            standing.into(),
        ]
    });
    sql::insert(
        tx,
        "ledger_unit_edge (unit_id, from_day, parent_id, standing)",
        rows,
        "",
    )
    .await
}

/// How many records were posted at these units on `from` or later: what a change of their place from that day on moves.
pub async fn posted_since(
    connection: &impl ConnectionTrait,
    units: &[UnitId],
    from: NaiveDate,
) -> Result<u64, DbErr> {
    let select = "SELECT COUNT(DISTINCT of_seq) FROM ledger_posting \
                  WHERE account_id IN (SELECT id FROM ledger_account) AND day >= $1 AND unit_id IN ({})";
    let keys = units.iter().map(|unit| unit.0.into());
    let rows = sql::rows_by_keys(connection, select, &[day::number(from).into()], keys).await?;
    let mut count = 0;
    for row in rows {
        count += row.try_get_by_index::<i64>(0)?.unsigned_abs();
    }
    Ok(count)
}

/// The quickest tree that counts the same: that of each day, where no unit has been put elsewhere since a version for days up
/// to `last`. Units that were founded since had no records yet when the book's entry `up_to`, of the same time as the
/// version, was its last.
pub async fn settled(
    connection: &impl ConnectionTrait,
    by: By,
    last: NaiveDate,
    up_to: Option<i64>,
) -> Result<By, DbErr> {
    let By::Version(version) = by else {
        return Ok(by);
    };
    let was_there = match up_to {
        Some(_) => {
            "AND EXISTS (SELECT 1 FROM ledger_unit_edge o WHERE o.unit_id = e.unit_id AND o.version <= $1)"
        }
        None => "",
    };
    let select = format!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM ledger_unit_edge e WHERE e.version > $1 AND e.from_day <= $2 {was_there} LIMIT 1) AS few"
    );
    let values = [version.into(), day::number(last).into()];
    match sql::number(connection, &select, values).await? {
        0 => Ok(By::Then),
        _ => Ok(by),
    }
}
