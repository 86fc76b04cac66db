//! Closing periods (`/periods`): the office says up to which day the figures no longer change. Whoever reopens a period is
//! somebody else, and both are acts with a reason.
mod closing;
mod page;

pub use closing::{PeriodError, Wish, close, reopen};

use kernel::{Actor, Reach, Right};
use web::{Access, Pages};

pub(crate) const PERIODS: &str = "/periods";
/// There is one book, so there is one record that this is about.
pub(crate) const SUBJECT: (&str, &str) = ("orgs.period", "book");

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Read), page::show)
        .post(Access::Right(Right::Publish), page::submit_closure)
        .post(Access::Right(Right::SignOff), page::submit_reopening)
}

/// The book is everybody's: only whoever has the right everywhere decides about it.
pub(crate) fn may(actor: &Actor, right: Right) -> bool {
    actor.has(right) && actor.reach(right) == Reach::All
}
