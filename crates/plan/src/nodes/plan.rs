//! A campaign's whole plan, read at once: a plan has at most as many items as an import has rows.
use super::{
    node::{self, Duty, Node, NodeId, link, node_unit},
    target::Target,
};
use kernel::UnitId;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;

/// One item with the units and predecessors that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub node: Node,
    pub responsible: Vec<UnitId>,
    pub supporting: Vec<UnitId>,
    pub after: Vec<(NodeId, i32)>,
}

impl Item {
    pub fn target(&self) -> Option<Target> {
        Some(Target {
            figure: self.node.target_figure.clone()?,
            unit: self.node.target_unit?,
            at_least: self.node.target_value?,
        })
    }

    /// The lead first, then responsible, then supporting units.
    pub fn units(&self) -> impl Iterator<Item = UnitId> + '_ {
        self.node
            .lead_unit
            .into_iter()
            .chain(self.responsible.iter().copied())
            .chain(self.supporting.iter().copied())
    }

    pub fn is_task(&self, innermost: usize) -> bool {
        usize::try_from(self.node.level) == Ok(innermost)
    }
}

/// The items of a plan in the order of the list, without those that were taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    pub items: Vec<Item>,
    places: HashMap<NodeId, usize>,
}

impl Plan {
    pub async fn load(connection: &impl ConnectionTrait, campaign: &str) -> Result<Plan, DbErr> {
        let nodes = node::Entity::find()
            .filter(node::Column::Campaign.eq(campaign))
            .filter(node::Column::WithdrawnOn.is_null())
            .order_by_asc(node::Column::Position)
            .order_by_asc(node::Column::Id)
            .all(connection)
            .await?;
        let of_campaign = || {
            node::Entity::find()
                .select_only()
                .column(node::Column::Id)
                .filter(node::Column::Campaign.eq(campaign))
                .into_query()
        };
        let units = node_unit::Entity::find()
            .filter(node_unit::Column::Node.in_subquery(of_campaign()))
            .order_by_asc(node_unit::Column::Position)
            .all(connection)
            .await?;
        let links = link::Entity::find()
            .filter(link::Column::Task.in_subquery(of_campaign()))
            .all(connection)
            .await?;
        Ok(Plan::of(nodes, units, links))
    }

    pub fn of(nodes: Vec<Node>, units: Vec<node_unit::Model>, links: Vec<link::Model>) -> Plan {
        let places: HashMap<NodeId, usize> = nodes
            .iter()
            .enumerate()
            .map(|(at, node)| (node.id, at))
            .collect();
        let mut items: Vec<Item> = nodes
            .into_iter()
            .map(|node| Item {
                node,
                responsible: Vec::new(),
                supporting: Vec::new(),
                after: Vec::new(),
            })
            .collect();
        for row in units {
            if let Some(at) = places.get(&row.node) {
                match row.duty {
                    Duty::Responsible => items[*at].responsible.push(row.unit),
                    Duty::Supporting => items[*at].supporting.push(row.unit),
                }
            }
        }
        for row in links {
            if let Some(at) = places.get(&row.task)
                && places.contains_key(&row.predecessor)
            {
                items[*at].after.push((row.predecessor, row.lag_days));
            }
        }
        let order = |id: &NodeId| places.get(id).copied();
        for item in &mut items {
            item.after.sort_by_key(|(id, _)| order(id));
        }
        Plan { items, places }
    }

    pub fn place(&self, id: NodeId) -> Option<usize> {
        self.places.get(&id).copied()
    }

    pub fn item(&self, id: NodeId) -> Option<&Item> {
        self.items.get(self.place(id)?)
    }

    /// The items above `item`, outermost first.
    pub fn above<'p>(&'p self, item: &Item) -> Vec<&'p Item> {
        let mut above = Vec::new();
        let mut next = item.node.parent;
        while let Some(parent) = next.and_then(|id| self.item(id)) {
            above.push(parent);
            next = parent.node.parent;
        }
        above.reverse();
        above
    }

    /// Titles from the outermost level down to the item itself: what makes it the same item when a list is imported again.
    pub fn path<'p>(&'p self, item: &'p Item) -> Vec<&'p str> {
        let above = self.above(item);
        above
            .iter()
            .copied()
            .chain([item])
            .map(|item| item.node.title.as_str())
            .collect()
    }

    pub fn children(&self, parent: Option<NodeId>) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.node.parent == parent)
    }

    /// Items of the innermost level, in the order of the list.
    pub fn tasks(&self, innermost: usize) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.is_task(innermost))
    }
}

/// Responsible and supporting units of one item.
pub async fn units_of(
    connection: &impl ConnectionTrait,
    id: NodeId,
) -> Result<Vec<node_unit::Model>, DbErr> {
    node_unit::Entity::find()
        .filter(node_unit::Column::Node.eq(id))
        .order_by_asc(node_unit::Column::Position)
        .all(connection)
        .await
}
