//! How long personal data of residents is kept once a thing has ended, and the work of each night that clears it.
//!
//! Always true: what was counted stays counted. Clearing takes names, numbers and words out of the rows; entries, postings
//! and numbers of cases stay as they are, and the clearing is an entry of its own.
mod changing;
mod page;
mod purging;
mod rule;
#[cfg(test)]
mod tests;

pub(crate) use changing::CHANGED;
pub(crate) use purging::{
    BOOKING_PURGED, CASE_PURGED, Due, PAIRING_PURGED, SIGN_UP_PURGED, VISIT_PURGED, WISH_PURGED,
    job, purged,
};
pub(crate) use rule::{Retained, Thing, on};

use kernel::Right;
use web::{Access, Pages};

pub(crate) fn pages() -> Pages {
    const SETTINGS: Access = Access::Right(Right::Settings);
    Pages::default()
        .get(SETTINGS, page::show)
        .get(SETTINGS, page::form)
        .post(SETTINGS, page::submit)
}
