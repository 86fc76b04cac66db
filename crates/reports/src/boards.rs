//! Boards: figures, charts and lists side by side, for a meeting, a wall display, or print.
//!
//! Always true: a board holds no number of its own, only what to show; each of its numbers opens; whoever looks at it sees
//! of each figure what they may see of it anywhere.
pub mod board;
pub mod board_page;
mod cell;
pub mod form_page;
pub mod keeping;
pub mod list_page;

use kernel::Right;
use web::{Access, Pages};

pub fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    Pages::default()
        .get(READ, list_page::show)
        .get(READ, form_page::new_form)
        .post(READ, form_page::submit_new)
        .get(READ, board_page::show)
        .get(READ, form_page::form)
        .post(READ, form_page::submit)
        .post(READ, form_page::withdraw)
}
