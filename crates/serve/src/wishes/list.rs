//! Which wishes a list holds: what its address says, and what its reader may see.
use super::{
    store::{Column, Entity, Wish},
    wish::State,
};
use chrono::NaiveDate;
use kernel::{Actor, Reach, Right, UnitId};
use ledger::Tree;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::Deserialize;

/// What the address of a list of wishes says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Conditions {
    pub(crate) state: String,
    /// The unit that keeps it, or whose people lit it.
    pub(crate) unit: String,
    pub(crate) text: String,
}

impl Conditions {
    pub(crate) fn filter(&self) -> Condition {
        let mut all = Condition::all();
        if let Some(state) = State::from_code(&self.state) {
            all = all.add(Column::State.eq(state));
        }
        if let Ok(unit) = self.unit.trim().parse::<UnitId>() {
            all = all.add(of_units(&[unit]));
        }
        for word in self.text.split_whitespace() {
            all = all.add(Column::Wording.contains(word));
        }
        all
    }
}

/// Wishes that one of the units keeps or has lit.
pub(crate) fn of_units(units: &[UnitId]) -> Condition {
    let units = units.iter().copied();
    Condition::any()
        .add(Column::Unit.is_in(units.clone()))
        .add(Column::LitUnit.is_in(units))
}

/// Wishes that this person handles, and those that they have lit themselves.
pub(crate) fn handled(tree: &Tree, actor: &Actor, today: NaiveDate) -> Condition {
    let own = Condition::any().add(Column::LitBy.eq(actor.person));
    match actor.reach(Right::Serve) {
        Reach::All => Condition::all(),
        reach => {
            let units = tree.units();
            let units: Vec<UnitId> = units
                .filter(|unit| tree.reaches(&reach, *unit, today))
                .collect();
            own.add(of_units(&units))
        }
    }
}

pub(crate) fn public() -> Condition {
    let states = State::ALL.into_iter().filter(|state| state.is_public());
    Condition::all().add(Column::State.is_in(states))
}

pub(crate) async fn count(
    connection: &impl ConnectionTrait,
    condition: Condition,
) -> Result<u64, DbErr> {
    Entity::find().filter(condition).count(connection).await
}

/// Units that keep such a wish, or have lit one.
pub(crate) async fn units(
    connection: &impl ConnectionTrait,
    condition: Condition,
) -> Result<Vec<UnitId>, DbErr> {
    let of = |column: Column| {
        let wishes = Entity::find().filter(condition.clone());
        let units = wishes.select_only().column(column).distinct();
        units.filter(column.is_not_null()).into_tuple()
    };
    let mut units: Vec<UnitId> = of(Column::Unit).all(connection).await?;
    units.extend(of(Column::LitUnit).all(connection).await?);
    Ok(units)
}

/// The newest first.
pub(crate) async fn wishes(
    connection: &impl ConnectionTrait,
    condition: Condition,
    (offset, limit): (u64, u64),
) -> Result<Vec<Wish>, DbErr> {
    Entity::find()
        .filter(condition)
        .order_by_desc(Column::MadeOn)
        .order_by_desc(Column::Id)
        .offset(offset)
        .limit(limit)
        .all(connection)
        .await
}
