//! Addresses that other pages lead to.
use crate::{briefings::briefing::BriefingId, nodes::node::NodeId};
use chrono::NaiveDate;
use kernel::UnitId;

pub(crate) fn campaign(code: &str) -> String {
    format!("/campaigns/{code}")
}

pub(crate) fn under(code: &str, page: &str) -> String {
    format!("/campaigns/{code}/{page}")
}

pub(crate) fn task(task: NodeId) -> String {
    format!("/tasks/{task}")
}

pub(crate) fn briefing(briefing: BriefingId) -> String {
    format!("/briefings/{briefing}")
}

/// The page of a figure, at a unit, in a campaign, as of a day.
pub(crate) fn figure(code: &str, unit: UnitId, campaign: &str, day: NaiveDate) -> String {
    format!("/figures/{code}?unit={unit}&campaign={campaign}&day={day}")
}
