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

use kernel::Right;
use web::{Access, Pages};

pub(crate) fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const RECORD: Access = Access::Right(Right::Record);
    Pages::default()
        .get(READ, list_page::show)
        .get(RECORD, new_page::form)
        .post(RECORD, new_page::submit)
        .get(READ, counter_page::show)
        .get(RECORD, booking_page::form)
        .post(RECORD, booking_page::submit)
        .get(RECORD, booking_page::correction_form)
        .post(RECORD, booking_page::correct)
}
