//! When two who are paired were last in contact: as noted, or by a visit of the one to the other.
use super::{
    Sort,
    store::{Pairing, PairingId, contact},
};
use crate::visits::store as visits;
use chrono::NaiveDate;
use kernel::UnitId;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// Of each pairing that had a contact, the last.
pub async fn last_contacts(
    connection: &impl ConnectionTrait,
    pairings: &[Pairing],
) -> Result<HashMap<PairingId, NaiveDate>, DbErr> {
    let noted: Vec<(PairingId, NaiveDate)> = contact::Entity::find()
        .select_only()
        .column(contact::Column::Pairing)
        .column_as(contact::Column::Day.max(), "last")
        .group_by(contact::Column::Pairing)
        .into_tuple()
        .all(connection)
        .await?;
    let visited: Vec<(UnitId, UnitId, NaiveDate)> = visits::Entity::find()
        .select_only()
        .column(visits::Column::Unit)
        .column(visits::Column::Visited)
        .column_as(visits::Column::Day.max(), "last")
        .filter(visits::Column::Withdrawn.eq(false))
        .group_by(visits::Column::Unit)
        .group_by(visits::Column::Visited)
        .into_tuple()
        .all(connection)
        .await?;
    let mut last: HashMap<PairingId, NaiveDate> = noted.into_iter().collect();
    let visited: HashMap<(UnitId, UnitId), NaiveDate> = visited
        .into_iter()
        .map(|(unit, visited, day)| ((unit, visited), day))
        .collect();
    // A visit to its community is none to a household.
    for pairing in pairings.iter().filter(|one| one.sort() != Sort::Household) {
        let day = visited.get(&(pairing.helper, pairing.helped)).copied();
        if let Some(day) = day.filter(|day| pairing.from_day <= *day) {
            let known = last.entry(pairing.id).or_insert(day);
            *known = day.max(*known);
        }
    }
    Ok(last)
}
