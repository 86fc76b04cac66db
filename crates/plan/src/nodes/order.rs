//! Where an item stands among its neighbours. An item's position runs through the whole campaign; what is below it follows it.
use super::{
    node::{self, NodeId},
    plan::{Item, Plan},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A place below an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Where it is; the last where it comes in anew.
    #[default]
    Keep,
    First,
    After(NodeId),
}

/// The items that an item takes along when it moves, itself first, in the order of the list.
pub fn branch(plan: &Plan, top: NodeId) -> Vec<NodeId> {
    let mut inside: HashSet<NodeId> = HashSet::from([top]);
    let mut branch = vec![top];
    // Whatever the list's order: a further round as long as one finds something.
    loop {
        let more: Vec<NodeId> = plan
            .items
            .iter()
            .filter(|item| {
                item.node
                    .parent
                    .is_some_and(|parent| inside.contains(&parent))
            })
            .map(|item| item.node.id)
            .filter(|id| !inside.contains(id))
            .collect();
        if more.is_empty() {
            break;
        }
        inside.extend(more.iter().copied());
        branch.extend(more);
    }
    branch[1..].sort_by_key(|id| plan.place(*id));
    branch
}

/// The neighbour before an item.
pub fn before<'p>(plan: &'p Plan, item: &Item) -> Option<&'p Item> {
    let neighbours = plan.children(item.node.parent);
    neighbours
        .take_while(|other| other.node.id != item.node.id)
        .last()
}

/// The position at which the item comes to stand, or `None` where it stays. A neighbour that is not below the same parent is
/// no place.
pub fn position(plan: &Plan, item: &Item, place: Place) -> Result<Option<i32>, NoSuchPlace> {
    let old = plan.item(item.node.id);
    let stays = old.is_some_and(|old| old.node.parent == item.node.parent);
    let behind = |top: NodeId| {
        let branch = branch(plan, top);
        let last = branch.iter().filter_map(|id| plan.item(*id));
        last.map(|item| item.node.position).max().unwrap_or(-1) + 1
    };
    let position = match place {
        Place::Keep if stays => return Ok(None),
        Place::Keep => match item.node.parent {
            Some(parent) => behind(parent),
            None => plan.items.last().map_or(0, |last| last.node.position + 1),
        },
        Place::First => {
            let first = plan.children(item.node.parent).next();
            if stays && first.is_some_and(|first| first.node.id == item.node.id) {
                return Ok(None);
            }
            let parent = item.node.parent.and_then(|id| plan.item(id));
            match (first, parent) {
                (Some(first), _) => first.node.position,
                (None, Some(parent)) => parent.node.position + 1,
                (None, None) => 0,
            }
        }
        Place::After(other) => {
            let neighbour = plan.item(other).ok_or(NoSuchPlace)?;
            if neighbour.node.parent != item.node.parent || other == item.node.id {
                return Err(NoSuchPlace);
            }
            if stays && before(plan, old.unwrap_or(item)).is_some_and(|item| item.node.id == other)
            {
                return Ok(None);
            }
            behind(other)
        }
    };
    Ok(Some(position))
}

/// The neighbour is not below the same item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such place below the item above")]
pub struct NoSuchPlace;

/// Puts the items of a branch at `position` and moves what stands there down, in as many statements as the branch has
/// items, and one.
pub async fn write(
    tx: &impl ConnectionTrait,
    campaign: &str,
    branch: &[NodeId],
    position: i32,
) -> Result<(), DbErr> {
    let room = i32::try_from(branch.len()).unwrap_or(i32::MAX);
    node::Entity::update_many()
        .col_expr(
            node::Column::Position,
            Expr::col(node::Column::Position).add(room),
        )
        .filter(node::Column::Campaign.eq(campaign))
        .filter(node::Column::Position.gte(position))
        .exec(tx)
        .await?;
    for (position, id) in (position..).zip(branch) {
        node::Entity::update_many()
            .col_expr(node::Column::Position, Expr::value(position))
            .filter(node::Column::Id.eq(*id))
            .exec(tx)
            .await?;
    }
    Ok(())
}
