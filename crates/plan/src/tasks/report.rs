//! A report of what was achieved for a task.
use crate::nodes::node::NodeId;
use chrono::NaiveDate;
use kernel::{EntryId, PersonId, UnitId};
use sea_orm::{QueryOrder, entity::prelude::*};

kernel::uuid_id!(
    /// A report of results.
    ReportId
);

pub type Report = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReportId,
    pub task: NodeId,
    /// The unit for which it was reported.
    pub unit: UnitId,
    pub reporter: PersonId,
    pub day: NaiveDate,
    pub achieved: String,
    /// Words, a document number, a link; may be empty.
    pub evidence: String,
    /// Whether the task is done with it.
    pub completes: bool,
    /// The last entry about it: what a correction has to name.
    pub head_entry: EntryId,
    pub withdrawn: bool,
    /// Reported before the task was opened again: it completes nothing any more.
    pub superseded: bool,
}

impl ActiveModelBehavior for ActiveModel {}

/// All reports of a task, withdrawn ones too, newest day first.
pub async fn of_task(connection: &impl ConnectionTrait, task: NodeId) -> Result<Vec<Report>, DbErr> {
    Entity::find()
        .filter(Column::Task.eq(task))
        .order_by_desc(Column::Day)
        .order_by_desc(Column::Id)
        .all(connection)
        .await
}
