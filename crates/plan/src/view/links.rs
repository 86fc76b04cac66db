//! Addresses that other pages lead to.
use crate::{
    briefings::briefing::BriefingId, campaigns::working_group::WorkingGroupId, nodes::node::NodeId,
};
use chrono::NaiveDate;
use kernel::UnitId;
use orgs::Directory;

pub(crate) fn campaign(code: &str) -> String {
    format!("/campaigns/{code}")
}

pub(crate) fn under(code: &str, page: &str) -> String {
    format!("/campaigns/{code}/{page}")
}

pub(crate) fn task(task: NodeId) -> String {
    format!("/tasks/{task}")
}

/// An item of the plan; for a task it leads on to the task's page.
pub(crate) fn item(item: NodeId) -> String {
    format!("/items/{item}")
}

pub(crate) fn working_group(group: WorkingGroupId) -> String {
    format!("/working_groups/{group}")
}

pub(crate) fn briefing(briefing: BriefingId) -> String {
    format!("/briefings/{briefing}")
}

/// The page of a figure, at a unit, in a campaign, as of a day.
pub(crate) fn figure(
    directory: &Directory,
    code: &str,
    unit: UnitId,
    campaign: &str,
    day: NaiveDate,
) -> String {
    let unit = directory.unit(unit).map_or("", |unit| unit.code.as_str());
    let conditions = [
        ("unit", unit),
        ("as_of", &day.to_string()),
        ("campaign", campaign),
    ];
    ui::query::with_params(&format!("/figures/{code}"), &conditions)
}
