//! A joint action as kept.
use chrono::NaiveDate;
use kernel::{Actor, Right, UnitId};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::desk::Desk;

kernel::uuid_id!(
    /// A joint action. The same as the entry by which it was begun.
    ActionId
);

/// What entries about it are about.
pub const SUBJECT: &str = "serve.joint_action";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_joint_action")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ActionId,
    pub title: String,
    pub problem: String,
    pub words: String,
    pub lead: UnitId,
    pub begun_on: NaiveDate,
}

impl ActiveModelBehavior for ActiveModel {}

/// The newest first.
pub(super) async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .order_by_desc(Column::BegunOn)
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}

impl Model {
    /// Those who may read what its lead does, or handle cases for a unit that takes part.
    pub(super) fn is_seen_by(&self, desk: &Desk, actor: &Actor, units: &[UnitId]) -> bool {
        let takes_part = |unit: &UnitId| desk.may(actor, Right::Read, *unit);
        desk.sees(self.lead) || units.iter().any(takes_part)
    }

    /// Those who handle cases for its lead or for a unit that takes part.
    pub(super) fn is_worked_on_by(&self, desk: &Desk, actor: &Actor, units: &[UnitId]) -> bool {
        let may = |unit: UnitId| desk.may(actor, Right::Serve, unit);
        may(self.lead) || units.iter().any(|unit| may(*unit))
    }
}
