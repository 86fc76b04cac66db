//! Micro-wishes (row M14): a resident wishes something small, somebody of a branch makes it true.
//!
//! Always true of a wish:
//! - nobody reads it but those who keep it, until one of them, who did not write it down, has put it into words for everybody;
//! - a child's wish shows neither name nor school, and is not shown at all without a guardian's consent;
//! - it is lit by one at a time, and counts once for whoever fulfils it;
//! - lit and not fulfilled in time, it goes back to the wall by itself.
mod act_forms;
pub mod acting;
mod board_page;
pub mod correcting;
#[cfg(test)]
mod correcting_tests;
pub(crate) mod corrections;
mod follow_page;
mod gathered;
mod held;
pub mod lapsing;
mod list;
mod list_page;
pub mod making;
mod migration;
mod new_page;
#[cfg(test)]
mod page_tests;
pub(crate) mod purge;
mod record_page;
mod said;
pub mod store;
#[cfg(test)]
mod tests;
mod wall_page;
pub mod wish;
mod wish_page;

pub(crate) use gathered::with_wishes;
pub(crate) use held::held;
pub(crate) use migration::Wishes;
pub(crate) use record_page::LOOKED_AT;
pub(crate) use wall_page::open_wishes;

use kernel::Right;
use web::{Access, Pages};

pub(crate) fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const SERVE: Access = Access::Right(Right::Serve);
    Pages::default()
        .get(Access::Anyone, wall_page::show)
        .get(Access::Anyone, new_page::form)
        .post(Access::Anyone, new_page::submit)
        .get(Access::Anyone, follow_page::form)
        .post(Access::Anyone, follow_page::show)
        .get(SERVE, board_page::show)
        .get(Access::Anyone, wish_page::show)
        .post(READ, wish_page::light)
        .get(READ, list_page::show)
        .get(READ, list_page::export)
        .get(SERVE, new_page::record_form)
        .post(SERVE, new_page::record)
        .get(READ, record_page::show)
        .post(READ, record_page::look)
        .post(READ, record_page::submit)
}
