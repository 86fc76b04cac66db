//! Whom nobody has called on since when.
use super::store;
use crate::{cases::case::codes, desk::Desk};
use chrono::NaiveDate;
use kernel::UnitId;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

codes! {
    /// Sorts of unit that are called on as a rule.
    Sort {
        Enterprise = "enterprise",
        Community = "community",
        Department = "department",
    }
}

/// A unit, and when somebody last called on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unvisited {
    pub(super) unit: UnitId,
    pub(super) last: Option<NaiveDate>,
}

/// Units of a sort, open today and within what `desk` sees, on which nobody has called since `since`; those that have
/// waited longest first, in the order of the office where they have waited as long.
pub(super) async fn unvisited(
    connection: &impl ConnectionTrait,
    desk: &Desk,
    sort: Sort,
    since: NaiveDate,
) -> Result<Vec<Unvisited>, DbErr> {
    let last: Vec<(UnitId, NaiveDate)> = store::Entity::find()
        .select_only()
        .column(store::Column::Visited)
        .column_as(store::Column::Day.max(), "last")
        .filter(store::Column::Withdrawn.eq(false))
        .group_by(store::Column::Visited)
        .into_tuple()
        .all(connection)
        .await?;
    let last: HashMap<UnitId, NaiveDate> = last.into_iter().collect();
    let open = desk.tree.units().filter(|unit| {
        let is_sort = desk
            .directory
            .unit(*unit)
            .is_some_and(|unit| unit.kind == sort.code());
        is_sort && desk.sees(*unit) && desk.tree.is_open(*unit, desk.today)
    });
    let mut found: Vec<Unvisited> = desk
        .directory
        .in_order(open)
        .into_iter()
        .map(|unit| Unvisited {
            unit,
            last: last.get(&unit).copied(),
        })
        .filter(|one| one.last.is_none_or(|last| last < since))
        .collect();
    found.sort_by_key(|one| one.last);
    Ok(found)
}
