//! The rows of a plan after an import: items, their units and predecessors, their places.
use super::{BATCH, Preview};
use crate::nodes::{
    node::{self, Duty, Node, NodeId, link, node_unit},
    plan::Item,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, sea_query::OnConflict,
};

/// What a list or a person says of an item. How far the work is belongs to reports and sign-offs, which may come in at the
/// same time.
const OF_THE_LIST: [node::Column; 17] = [
    node::Column::Parent,
    node::Column::Level,
    node::Column::Position,
    node::Column::Number,
    node::Column::Title,
    node::Column::LeadUnit,
    node::Column::InCharge,
    node::Column::DeadlineText,
    node::Column::DeadlineKind,
    node::Column::FromDay,
    node::Column::Due,
    node::Column::DurationDays,
    node::Column::Deliverable,
    node::Column::TargetFigure,
    node::Column::TargetUnit,
    node::Column::TargetValue,
    node::Column::TargetText,
];

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
    let written = || added.iter().chain(changed).copied();
    let nodes: Vec<&Node> = written().map(|item| &item.node).collect();
    upsert(tx, &nodes, &OF_THE_LIST).await?;
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
        .map(|at| &preview.difference.items[*at].node)
        .map(|node| (node.id, node.position));
    let behind = preview.difference.items.len();
    let gone = (behind..)
        .zip(&preview.difference.gone)
        .map(|(position, id)| (*id, i32::try_from(position).unwrap_or(i32::MAX)));
    let moved: Vec<Node> = listed
        .chain(gone)
        .filter_map(|(id, position)| {
            let there = &preview.plan.item(id)?.node;
            (there.position != position).then(|| Node {
                position,
                ..there.clone()
            })
        })
        .collect();
    let moved: Vec<&Node> = moved.iter().collect();
    upsert(tx, &moved, &[node::Column::Position]).await
}

/// Inserts items; of those that are there already these columns are changed.
async fn upsert(
    tx: &impl ConnectionTrait,
    nodes: &[&Node],
    columns: &[node::Column],
) -> Result<(), DbErr> {
    let or_change = OnConflict::column(node::Column::Id)
        .update_columns(columns.iter().copied())
        .to_owned();
    for chunk in nodes.chunks(BATCH) {
        let rows = chunk
            .iter()
            .map(|node| (*node).clone().into_active_model().reset_all());
        node::Entity::insert_many(rows)
            .on_conflict(or_change.clone())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
