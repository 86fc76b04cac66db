//! Department results (row M17): simple counters with a source document behind every number.
//!
//! A department declares a counter once, then books with date, quantity and document; a correction is a further entry.
pub mod booking;
pub mod booking_page;
pub mod correcting;
pub mod counter;
pub mod counter_page;
pub mod declaring;
pub mod list_page;
mod migration;
pub mod new_page;
pub mod recording;
pub(crate) mod subjects;
#[cfg(test)]
mod tests;

pub(crate) use migration::Results;
