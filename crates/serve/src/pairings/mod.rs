//! Pairing (row M12): a department with a community, a branch with a household, a commissioner with an enterprise.
//!
//! Always true of a pairing:
//! - it counts from its first day to the day before it ends, for the unit that helps;
//! - names, telephone numbers and hardship of a household are sealed; lists show a sign of the name, and its page as much;
//! - only the unit that helps and the office open what is sealed, and each look is an entry.
mod acts_page;
mod card_page;
pub mod correcting;
#[cfg(test)]
mod correcting_tests;
pub(crate) mod corrections;
pub(crate) mod held;
pub mod last_contact;
mod list_page;
pub mod making;
mod migration;
mod new_page;
#[cfg(test)]
mod page_tests;
mod pairing_page;
pub(crate) mod purge;
mod sight;
pub mod sort;
pub mod store;
pub(crate) mod subjects;
#[cfg(test)]
mod tests;

pub(crate) use migration::Pairings;
pub use sort::Sort;

use kernel::Right;
use web::{Access, EntryKind, Pages};

/// The kind of the entry that says who looked at what is sealed.
pub(crate) const LOOKED_AT: &str = "serve.pairing.looked_at";

pub(crate) const ENTRY_KINDS: [EntryKind; 6] = [
    EntryKind::new(making::MADE, "结对", "Paired"),
    EntryKind::new(making::ENDED, "结束结对", "Ended the pairing"),
    EntryKind::new(making::CONTACTED, "登记联系", "Noted a contact"),
    EntryKind::new(correcting::CORRECTED, "更正结对", "Corrected the pairing"),
    EntryKind::new(correcting::WITHDRAWN, "撤回", "Took it back"),
    EntryKind::new(LOOKED_AT, "查看困难情况", "Looked at the household"),
];

pub(crate) fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const SERVE: Access = Access::Right(Right::Serve);
    Pages::default()
        .get(READ, list_page::show)
        .get(READ, list_page::export)
        .get(SERVE, new_page::form)
        .post(SERVE, new_page::submit)
        .get(READ, pairing_page::show)
        .post(SERVE, acts_page::look)
        .post(SERVE, card_page::show)
        .post(SERVE, acts_page::note_contact)
        .post(SERVE, acts_page::end)
}
