//! Figures: sums over the book, as data.
mod seed;

pub use seed::{FigureSeed, PeriodRule};
