//! Reading and adding edges.
use super::{Edge, Place, Tree};
use crate::{day, sql};
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
    let select = "SELECT version, unit_id, from_day, parent_id, standing FROM ledger_unit_edge WHERE version > $1 ORDER BY version";
    for row in sql::rows(connection, select, [tree.version.into()]).await? {
        let parent: Option<i64> = row.try_get_by_index(3)?;
        let place = match (row.try_get_by_index::<i16>(4)?, parent) {
            (CLOSED, _) => Place::Closed,
            (_, None) => Place::Root,
            (_, Some(parent)) => Place::Below(UnitId(parent)),
        };
        tree.set(
            row.try_get_by_index(0)?,
            UnitId(row.try_get_by_index(1)?),
            row.try_get_by_index(2)?,
            place,
        );
    }
    Ok(())
}

pub(crate) async fn insert_edges(tx: &impl ConnectionTrait, edges: &[Edge]) -> Result<(), DbErr> {
    let rows = edges.iter().map(|edge| {
        let (parent, standing) = match edge.place {
            Place::Root => (None, STANDING),
            Place::Below(parent) => (Some(parent.0), STANDING),
            Place::Closed => (None, CLOSED),
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
