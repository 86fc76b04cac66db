//! Practical things for people: cases, visits, wishes, pairing, service sessions, service days, results (rows M11 to M17).
//!
//! Always true of this crate:
//! - who asked is known to those who help them, and sealed at rest; a resident needs no account;
//! - a clock is moved by recorded acts only, and explains itself line by line;
//! - a thing counts once, however many asked for it or helped with it.
pub mod accounts;
pub mod cases;
pub mod corrections;
mod desk;
mod domain;
mod entry_kinds;
mod export;
pub mod figures;
pub mod joint_actions;
mod matters;
mod migration;
pub mod pairings;
mod portal;
mod refusal;
pub mod residents;
pub mod results;
mod retention;
pub mod service_days;
pub mod sessions;
mod spelling;
pub mod topics;
pub mod visits;
pub mod wishes;
#[cfg(test)]
mod world;

pub use accounts::ACCOUNTS;
pub use domain::domain;
pub use figures::FIGURES;
pub use migration::migrations;

kernel::words!();
