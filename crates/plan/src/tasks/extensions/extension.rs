//! A request for more time, and what became of it.
use crate::nodes::node::NodeId;
use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use sea_orm::{QueryOrder, entity::prelude::*};
use std::collections::HashMap;

kernel::uuid_id!(
    /// A request for more time.
    ExtensionId
);

pub type Extension = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_extension")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExtensionId,
    pub task: NodeId,
    /// The lead unit that asks.
    pub unit: UnitId,
    pub asked_by: PersonId,
    pub asked_on: NaiveDate,
    /// The promise as it was when it was asked.
    pub due_before: NaiveDate,
    pub text_before: String,
    /// As written, and the last working day that it means.
    pub wanted_text: String,
    pub wanted_due: NaiveDate,
    pub reason: String,
    /// `None` while nobody has decided.
    pub decision: Option<Decision>,
    pub decided_by: Option<PersonId>,
    pub decided_on: Option<NaiveDate>,
    pub note: String,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Decision {
    #[sea_orm(string_value = "granted")]
    Granted,
    #[sea_orm(string_value = "refused")]
    Refused,
    /// By whoever asked, before anybody decided.
    #[sea_orm(string_value = "withdrawn")]
    Withdrawn,
}

/// All requests about a task, the first one first.
pub async fn of_task(
    connection: &impl ConnectionTrait,
    task: NodeId,
) -> Result<Vec<Extension>, DbErr> {
    Entity::find()
        .filter(Column::Task.eq(task))
        .order_by_asc(Column::AskedOn)
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}

/// The last extension that was granted, of each task that has one.
pub async fn granted(
    connection: &impl ConnectionTrait,
) -> Result<HashMap<NodeId, Extension>, DbErr> {
    let granted = Entity::find()
        .filter(Column::Decision.eq(Decision::Granted))
        .order_by_asc(Column::DecidedOn)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    Ok(granted.into_iter().map(|row| (row.task, row)).collect())
}

/// Requests that nobody has decided yet.
pub async fn open(connection: &impl ConnectionTrait) -> Result<Vec<Extension>, DbErr> {
    Entity::find()
        .filter(Column::Decision.is_null())
        .order_by_asc(Column::AskedOn)
        .order_by_asc(Column::Id)
        .all(connection)
        .await
}
