//! The book: entries are added, never changed.
pub mod account;
pub mod figure;

pub use account::{Account, Flow, Measure};
pub use figure::{FigureSeed, PeriodRule};
