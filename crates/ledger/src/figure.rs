//! Figures: sums over the book, as data.
//!
//! Number, parts, trend, records and export come from one compiled formula; there is no second path.
mod definition;
mod evaluate;
mod formula;
mod now;
mod records;
mod seed;

pub use definition::{Definition, all, find, save, seed, versions};
pub use evaluate::{NoData, Parts, Point, Scope, Value, evaluate, parts, trend};
pub use formula::{Compiled, FormulaError, Shape, Term, compile};
pub use now::as_it_is_now;
pub use records::{Record, RecordQuery, Records, records, value_as_counted_then, value_by};
pub use seed::{FigureSeed, PeriodRule};
