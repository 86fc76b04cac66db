//! Joint action (row M16): a standing problem taken on by several departments, residents' deputies and volunteers.
//!
//! Always true of a joint action:
//! - one unit leads it, and everything that belongs to it was added by an act, with its day;
//! - a patrol counts once, when it is handed over; a talk counts on its day;
//! - whether it helps is told by the complaints themselves, month by month, before and after it began.
mod action;
mod adding;
mod beginning;
mod correcting;
#[cfg(test)]
mod correcting_tests;
pub(crate) mod corrections;
mod handing_over;
mod line;
mod line_page;
mod list_page;
mod migration;
mod new_page;
mod record_page;
pub(crate) mod subjects;
#[cfg(test)]
mod tests;

pub use action::{ActionId, SUBJECT};
pub use adding::{ADDED, Adding, add};
pub use beginning::{BEGUN, Beginning, begin};
pub use correcting::{CORRECTED, WITHDRAWN};
pub use handing_over::{HANDED_OVER, HandingOver, hand_over};
pub use line::Sort;
pub(crate) use migration::JointActions;

use kernel::Right;
use web::{Access, Pages};

pub(crate) fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const SERVE: Access = Access::Right(Right::Serve);
    Pages::default()
        .get(READ, list_page::show)
        .get(SERVE, new_page::form)
        .post(SERVE, new_page::submit)
        .get(READ, record_page::show)
        .get(SERVE, line_page::form)
        .post(SERVE, line_page::submit)
        .post(SERVE, line_page::hand_over)
}
