//! Correcting what a record says: one more entry that says what is right and why, and what it said before stays to be read.
//!
//! Always true:
//! - an entry is corrected at most once; whoever finds a correction wrong corrects the correction;
//! - the book holds who, when and why; the words that were wrong are sealed beside it and go when the record is cleared;
//! - a correction that changes nothing is none.
mod act;
mod change;
mod migration;
mod page;
mod part;
mod sheet;
#[cfg(test)]
mod tests;

pub use act::{Correcting, CorrectionError};
pub(crate) use act::{first, write};
pub(crate) use change::{Changes, clear, said};
pub(crate) use migration::Corrections;
pub(crate) use page::{href_of, problem};
pub(crate) use part::Part;
pub(crate) use sheet::{Asked, Input, Line, Refused, Sheet, Wrong};

use kernel::Right;
use web::{Access, Pages};

pub(crate) fn pages() -> Pages {
    // Which right it takes depends on the record; its act looks.
    const READ: Access = Access::Right(Right::Read);
    Pages::default()
        .get(READ, page::form)
        .post(READ, page::submit)
}
