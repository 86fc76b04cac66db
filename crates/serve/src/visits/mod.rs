//! Visits (row M15): whom somebody called on, with whom, and what was heard there.
//!
//! Always true of a visit:
//! - it counts once as a visit, and for as many person-times as people went;
//! - each problem heard becomes a case with a clock, or was solved on the spot; it is solved when its case is closed;
//! - what it adds to figures counts for the unit that went.
pub mod audience;
pub mod correcting;
mod correction_page;
mod form;
mod list;
mod list_page;
mod migration;
mod new_page;
#[cfg(test)]
mod page_tests;
pub(crate) mod purge;
pub mod recording;
mod said;
mod sight;
pub mod store;
pub(crate) mod subjects;
#[cfg(test)]
mod tests;
mod unvisited;
mod unvisited_page;
mod visit_page;
#[cfg(test)]
pub(crate) mod world;

pub use audience::Audience;
pub(crate) use migration::Visits;
pub(crate) use new_page::quick_entries;

use kernel::Right;
use web::{Access, EntryKind, Pages};

pub(crate) const ENTRY_KINDS: [EntryKind; 3] = [
    EntryKind::new(recording::RECORDED, "登记走访", "Recorded the visit"),
    EntryKind::new(correcting::CORRECTED, "更正走访", "Corrected the visit"),
    EntryKind::new(correcting::WITHDRAWN, "撤回走访", "Took the visit back"),
];

/// Opens without network.
pub(crate) const OFFLINE: &str = "/visits/new";

pub(crate) fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const SERVE: Access = Access::Right(Right::Serve);
    Pages::default()
        .get(READ, list_page::show)
        .get(READ, list_page::export)
        .get(READ, unvisited_page::show)
        .get(READ, unvisited_page::export)
        .get(SERVE, new_page::form)
        .post(SERVE, new_page::submit)
        .get(READ, visit_page::show)
        .get(SERVE, correction_page::form)
        .post(SERVE, correction_page::submit)
}
