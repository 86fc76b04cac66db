//! What residents and enterprises bring: raised, accepted, dispatched, answered, called back, closed.
//!
//! Always true of a case:
//! - it has at most one lead, however many help; it counts once, where the lead is;
//! - answered, closed, confirmed fixed and satisfied are four facts, each with who said so and when;
//! - whoever handled it does not confirm that it is fixed;
//! - its number stays, also when it is reopened.
mod act_page;
pub mod acting;
pub mod case;
pub mod clock;
mod contact_page;
mod follow_page;
mod gathered;
mod held;
mod history;
pub mod limit;
mod links;
mod list;
mod list_page;
mod migration;
mod moment;
mod new_page;
mod number;
#[cfg(test)]
mod page_tests;
pub(crate) mod purge;
mod raise_form;
pub mod raising;
mod record_page;
mod said;
mod sight;
pub mod store;
mod tell_us_page;
#[cfg(test)]
mod world;

pub(crate) use contact_page::LOOKED_AT;
pub(crate) use gathered::{quick_entries, with_cases};
pub(crate) use held::held;
pub(crate) use links::{FOLLOW, TELL_US};
pub(crate) use migration::Cases;

use kernel::Right;
use web::{Access, Pages};

pub(crate) fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const SERVE: Access = Access::Right(Right::Serve);
    Pages::default()
        .get(Access::Anyone, tell_us_page::form)
        .post(Access::Anyone, tell_us_page::submit)
        .get(Access::Anyone, follow_page::form)
        .post(Access::Anyone, follow_page::show)
        .get(READ, list_page::show)
        .get(READ, list_page::export)
        .get(SERVE, new_page::form)
        .post(SERVE, new_page::submit)
        .get(READ, record_page::show)
        .post(SERVE, contact_page::look)
        .get(SERVE, act_page::form)
        .post(SERVE, act_page::submit)
}
