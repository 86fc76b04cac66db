//! Where a plan stands: computed from its tasks, the working days and the book, and never kept.
pub mod outlook;
pub(crate) mod schedule_page;
pub(crate) mod timetable_page;
pub(crate) mod words;
pub mod progress;

pub use outlook::{Outlook, Standing};
pub use progress::{Progress, State};
