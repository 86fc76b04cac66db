//! What is open between whoever gives tasks and whoever does them: not taken over yet, sent back, more time asked for,
//! nudged.
use super::{
    acknowledging::{self, Acknowledgement},
    extensions::extension::{self, Extension},
    nudging::{self, Nudge},
    sending_back::{self, SentBack},
};
use crate::nodes::{node::NodeId, plan::Item};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use std::collections::HashMap;

/// Of all tasks.
#[derive(Debug, Default)]
pub struct Supervision {
    acknowledged: HashMap<(NodeId, kernel::UnitId), Acknowledgement>,
    sent_back: HashMap<NodeId, SentBack>,
    asked: HashMap<NodeId, Extension>,
    nudged: HashMap<NodeId, Nudge>,
}

impl Supervision {
    pub async fn load(connection: &impl ConnectionTrait) -> Result<Supervision, DbErr> {
        let acknowledged = acknowledging::Entity::find().all(connection).await?;
        let sent_back = sending_back::open(connection).await?;
        let asked = extension::open(connection).await?;
        let nudged = nudging::open(connection).await?;
        Ok(Supervision {
            acknowledged: acknowledged
                .into_iter()
                .map(|row| ((row.task, row.unit), row))
                .collect(),
            sent_back: sent_back.into_iter().map(|row| (row.task, row)).collect(),
            asked: asked.into_iter().map(|row| (row.task, row)).collect(),
            nudged: nudged.into_iter().map(|row| (row.task, row)).collect(),
        })
    }

    /// When the task's lead unit took it over.
    pub fn acknowledged(&self, item: &Item) -> Option<&Acknowledgement> {
        self.acknowledged.get(&(item.node.id, item.node.lead_unit?))
    }

    /// Whether the lead unit has yet to say that the task has arrived. Whoever works on it or has done it has said so.
    pub fn is_to_acknowledge(&self, item: &Item) -> bool {
        let node = &item.node;
        let has_begun =
            node.started_on.is_some() || node.finished_on.is_some() || node.signed_off_on.is_some();
        node.lead_unit.is_some() && !has_begun && self.acknowledged(item).is_none()
    }

    /// The last sending back that no report has answered; of a task that is done there is none.
    pub fn sent_back(&self, item: &Item) -> Option<&SentBack> {
        let node = &item.node;
        let is_done = node.finished_on.is_some() || node.signed_off_on.is_some();
        self.sent_back.get(&node.id).filter(|_| !is_done)
    }

    /// The request for more time that nobody has decided.
    pub fn asked(&self, item: &Item) -> Option<&Extension> {
        self.asked.get(&item.node.id)
    }

    /// The last nudge of the unit that leads now, as long as nobody has reported since.
    pub fn nudged(&self, item: &Item) -> Option<&Nudge> {
        let nudge = self.nudged.get(&item.node.id)?;
        (Some(nudge.unit) == item.node.lead_unit && !nudging::is_done(item)).then_some(nudge)
    }
}

#[cfg(test)]
mod tests;
