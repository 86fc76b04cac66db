//! The facts of a task that follow from its reports.
use super::{report, sending_back};
use crate::nodes::node::{self, NodeId};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr};

/// Writes the first day reported and the day of completion into the task.
pub(super) async fn refresh(tx: &impl ConnectionTrait, task: NodeId) -> Result<(), DbErr> {
    let reports = report::of_task(tx, task).await?;
    let standing = || reports.iter().filter(|report| !report.withdrawn);
    let started = standing().map(|report| report.day).min();
    let finished = standing()
        .filter(|report| report.completes && !report.superseded)
        .map(|report| report.day)
        .max();
    if finished.is_some() {
        sending_back::answer(tx, task).await?;
    }
    node::Entity::update_many()
        .col_expr(node::Column::StartedOn, Expr::value(started))
        .col_expr(node::Column::FinishedOn, Expr::value(finished))
        .filter(node::Column::Id.eq(task))
        .exec(tx)
        .await
        .map(drop)
}
