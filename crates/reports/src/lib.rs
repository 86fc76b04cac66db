//! Numbers out: the catalogue of figures, a figure's page, published figures, boards, and briefs written around figures.
//!
//! Always true of this crate:
//! - number, list, chart and export come from `ledger::figure`; nothing is counted here a second way;
//! - an issued brief is read from its entry in the book, which nobody can change: text, numbers, definitions, and the number
//!   up to which the book was read;
//! - an issued number opens the records as counted then, and says what it would be today;
//! - a reader may see how many and not what: rows outside their reach are masked and still add up.
pub mod accounts;
pub mod boards;
pub mod briefs;
mod domain;
pub mod entries;
pub mod figures;
mod migration;
pub mod quoted;
pub mod seals;

pub use domain::domain;
pub use migration::migrations;

kernel::words!();
