//! An item of the plan, as kept.
use chrono::NaiveDate;
use kernel::{EntryId, PersonId, UnitId};
use sea_orm::entity::prelude::*;

kernel::uuid_id!(
    /// An item of a plan: a theme, a measure, a task.
    NodeId
);

pub type Node = Model;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_node")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NodeId,
    pub campaign: String,
    pub parent: Option<NodeId>,
    /// Place in the campaign's levels, 0 is the outermost.
    pub level: i32,
    /// Place in the list, through the whole campaign.
    pub position: i32,
    /// 序号, as the list has it.
    pub number: Option<String>,
    pub title: String,
    /// The one lead unit. Items above the tasks have none.
    pub lead_unit: Option<UnitId>,
    /// 责任人, as written.
    pub in_charge: Option<String>,
    /// As written: `6月底前`.
    pub deadline_text: Option<String>,
    pub deadline_kind: Option<DeadlineKind>,
    /// Where the deadline says when work begins.
    pub from_day: Option<NaiveDate>,
    /// The last working day that keeps the promise.
    pub due: Option<NaiveDate>,
    /// Working days.
    pub duration_days: Option<i32>,
    pub deliverable: Option<String>,
    pub target_figure: Option<String>,
    pub target_unit: Option<UnitId>,
    /// In the measure of the figure: pieces, fen, basis points.
    pub target_value: Option<i64>,
    /// As written; also an aim in words, which no figure measures.
    pub target_text: Option<String>,
    /// The day on which it was taken out of the list.
    pub withdrawn_on: Option<NaiveDate>,
    /// The first day of which something was reported.
    pub started_on: Option<NaiveDate>,
    /// The day on which the work was reported as completed.
    pub finished_on: Option<NaiveDate>,
    pub signed_off_on: Option<NaiveDate>,
    pub signed_off_by: Option<PersonId>,
    pub sign_off_entry: Option<EntryId>,
}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum DeadlineKind {
    #[sea_orm(string_value = "on")]
    On,
    /// Again and again; `due` is the last time within the campaign.
    #[sea_orm(string_value = "recurring")]
    Recurring,
    /// Kept up all the time; `due` is the campaign's end.
    #[sea_orm(string_value = "standing")]
    Standing,
}

impl From<&calendar::deadline::Kind> for DeadlineKind {
    fn from(kind: &calendar::deadline::Kind) -> Self {
        match kind {
            calendar::deadline::Kind::On(_) => DeadlineKind::On,
            calendar::deadline::Kind::Recurring(_) => DeadlineKind::Recurring,
            calendar::deadline::Kind::Standing => DeadlineKind::Standing,
        }
    }
}

/// What a unit has to do with a task, beside its one lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Duty {
    /// 责任单位
    #[sea_orm(string_value = "responsible")]
    Responsible,
    /// 配合单位
    #[sea_orm(string_value = "supporting")]
    Supporting,
}

/// Responsible and supporting units, in the order in which the list names them.
pub mod node_unit {
    use super::{Duty, NodeId};
    use kernel::UnitId;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_node_unit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub node: NodeId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub duty: Duty,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit: UnitId,
        pub position: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What has to end before a task can start.
pub mod link {
    use super::NodeId;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub task: NodeId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub predecessor: NodeId,
        /// Working days between its end and the start; negative lets them overlap.
        pub lag_days: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
