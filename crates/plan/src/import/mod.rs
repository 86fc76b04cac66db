//! The plan comes in as the work list that the office keeps anyway.
//!
//! A file is read into drafts ([`reading`]), put together to a tree and checked as a whole ([`assembling`]), compared with what
//! is there ([`difference`]), shown, and written all or not at all ([`applying`]).
pub mod applying;
mod assembling;
mod cells;
pub mod columns;
pub mod difference;
mod duration;
mod links;
pub mod reading;
mod target_text;
pub mod upload;
pub(crate) mod upload_page;

pub use applying::{ImportError, Imported, Importing, Missing, Watch, import_plan, preview_plan};
pub(crate) use cells::deadline_in_words;
pub use difference::{Change, Difference, Field};
pub use reading::{Known, Reading, read_plan};
