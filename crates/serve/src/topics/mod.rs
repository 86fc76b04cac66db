//! Research topics of leading cadres (row M15): what somebody sets out to find out, and what came of it.
//!
//! Always true of a topic: it counts once, for the unit of whoever leads it, from the day on which it was set; it has at
//! most one result, and a result has a day.
pub mod correcting;
#[cfg(test)]
mod correcting_tests;
pub(crate) mod corrections;
mod list_page;
mod migration;
mod new_page;
pub mod setting;
mod store;
pub(crate) mod subjects;
#[cfg(test)]
mod tests;
mod topic_page;

pub(crate) use migration::Topics;
pub use store::TopicId;

use kernel::Right;
use web::{Access, EntryKind, Pages};

pub(crate) const ENTRY_KINDS: [EntryKind; 4] = [
    EntryKind::new(setting::SET, "确定课题", "Set the topic"),
    EntryKind::new(setting::CONCLUDED, "课题结题", "Concluded the topic"),
    EntryKind::new(correcting::CORRECTED, "更正课题", "Corrected the topic"),
    EntryKind::new(correcting::WITHDRAWN, "撤回", "Took it back"),
];

pub(crate) fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const RECORD: Access = Access::Right(Right::Record);
    Pages::default()
        .get(READ, list_page::show)
        .get(READ, list_page::export)
        .get(RECORD, new_page::form)
        .post(RECORD, new_page::submit)
        .get(READ, topic_page::show)
        .post(RECORD, topic_page::conclude)
}
