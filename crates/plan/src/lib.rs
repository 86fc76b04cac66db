//! Campaigns and their plans: set up, imported, scheduled backwards, mobilised for, worked off (rows M1, M2, M3).
//!
//! Always true of this crate:
//! - a task has one lead unit; what it waits for is in the same plan, and never in a ring;
//! - an import writes everything or nothing, and the second time only what differs;
//! - progress is never typed: it is read from the book, or follows from reports and sign-offs;
//! - whoever did the work never signs it off;
//! - a unit or person is mobilised once in a campaign, however often they are briefed: the book sees to it.
pub mod accounts;
pub mod briefings;
pub mod campaigns;
mod domain;
mod entry_id;
mod entry_kinds;
pub mod figures;
pub mod import;
mod matters;
mod migration;
mod mine;
pub mod nodes;
#[cfg(test)]
mod page_tests;
mod rights;
pub mod schedule;
mod subjects;
pub mod tasks;
mod units;
mod view;
#[cfg(test)]
mod world;

pub use accounts::ACCOUNTS;
pub use domain::domain;
pub use figures::FIGURES;
pub use migration::migrations;

kernel::words!();
