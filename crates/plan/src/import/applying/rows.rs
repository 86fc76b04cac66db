//! The rows of a plan after an import: items, their units and predecessors, their places.
use super::{BATCH, Preview};
use crate::nodes::{
    node::{self, Duty, NodeId, link, node_unit},
    plan::Item,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, sea_query::Expr,
};

/// New and changed items with their units and predecessors.
pub async fn write_rows(tx: &impl ConnectionTrait, preview: &Preview) -> Result<(), DbErr> {
    let difference = &preview.difference;
    let added = difference.added.iter().map(|at| &difference.items[*at]);
    let changed = difference.changed.iter();
    let changed = changed.map(|(at, _)| &difference.items[*at]);
    write_items(tx, &added.collect::<Vec<_>>(), &changed.collect::<Vec<_>>()).await
}

/// Writes items that are new and items that changed, with their units and predecessors.
pub async fn write_items(
    tx: &impl ConnectionTrait,
    added: &[&Item],
    changed: &[&Item],
) -> Result<(), DbErr> {
    let rows: Vec<node::ActiveModel> = added
        .iter()
        .map(|item| item.node.clone().into_active_model())
        .collect();
    for chunk in rows.chunks(BATCH) {
        node::Entity::insert_many(chunk.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    for item in changed {
        let mut row = item.node.clone().into_active_model().reset_all();
        // How far the work is belongs to reports and sign-offs, which may come in at the same time.
        row.started_on = NotSet;
        row.finished_on = NotSet;
        row.signed_off_on = NotSet;
        row.signed_off_by = NotSet;
        row.sign_off_entry = NotSet;
        row.update(tx).await?;
    }
    let ids: Vec<NodeId> = changed.iter().map(|item| item.node.id).collect();
    for ids in ids.chunks(BATCH) {
        let ids = || ids.iter().copied();
        node_unit::Entity::delete_many()
            .filter(node_unit::Column::Node.is_in(ids()))
            .exec(tx)
            .await?;
        link::Entity::delete_many()
            .filter(link::Column::Task.is_in(ids()))
            .exec(tx)
            .await?;
    }
    let written = || added.iter().chain(changed).copied();
    let units: Vec<node_unit::ActiveModel> = written().flat_map(unit_rows).collect();
    for chunk in units.chunks(BATCH) {
        node_unit::Entity::insert_many(chunk.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    let links: Vec<link::ActiveModel> = written().flat_map(link_rows).collect();
    for chunk in links.chunks(BATCH) {
        link::Entity::insert_many(chunk.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

fn unit_rows(item: &Item) -> Vec<node_unit::ActiveModel> {
    let duties = [
        (Duty::Responsible, &item.responsible),
        (Duty::Supporting, &item.supporting),
    ];
    let rows = duties.into_iter().flat_map(|(duty, units)| {
        (0..).zip(units).map(move |(position, unit)| {
            node_unit::Model {
                node: item.node.id,
                duty,
                unit: *unit,
                position,
            }
            .into_active_model()
        })
    });
    rows.collect()
}

fn link_rows(item: &Item) -> Vec<link::ActiveModel> {
    let rows = item.after.iter().map(|(predecessor, lag_days)| {
        link::Model {
            task: item.node.id,
            predecessor: *predecessor,
            lag_days: *lag_days,
        }
        .into_active_model()
    });
    rows.collect()
}

/// Items stand in the order of the file; those that it leaves out come after them. An item's place is no fact of its own,
/// so that an inserted row does not change all below it.
pub async fn write_positions(tx: &impl ConnectionTrait, preview: &Preview) -> Result<(), DbErr> {
    let listed = preview
        .difference
        .left
        .iter()
        .map(|at| &preview.difference.items[*at].node);
    let behind = preview.difference.items.len();
    let gone = (behind..)
        .zip(&preview.difference.gone)
        .map(|(position, id)| (*id, position));
    let positions = listed
        .map(|node| (node.id, usize::try_from(node.position).unwrap_or_default()))
        .chain(gone);
    for (id, position) in positions {
        let position = i32::try_from(position).unwrap_or(i32::MAX);
        let is_there = preview
            .plan
            .item(id)
            .is_some_and(|item| item.node.position == position);
        if !is_there {
            node::Entity::update_many()
                .col_expr(node::Column::Position, Expr::value(position))
                .filter(node::Column::Id.eq(id))
                .exec(tx)
                .await?;
        }
    }
    Ok(())
}
