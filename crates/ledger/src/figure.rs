//! Figures: sums over the book, as data.
//!
//! Number, parts, trend, records and export come from one compiled formula; there is no second path.
mod below;
mod definition;
mod evaluate;
mod formula;
mod highest;
mod listed;
mod newest;
mod now;
mod period;
mod postings;
pub mod quote;
mod reading;
mod reckoning;
mod records;
mod seed;
mod since;

pub use definition::{Definition, all, find, save, seed, versions};
pub use evaluate::{
    NoData, Parts, Point, Scope, Slot, Value, evaluate, growth_against, is_running, parts, series,
    side_window, trend, usual_count, value_as_counted_then, value_by, value_counted_again, window,
};
pub use formula::{
    Compiled, FormulaError, Kind, Node, Place, Quoted, QuotedPart, Side, SideOf, Sum, Term, compile,
};
pub use now::as_it_is_now;
pub use period::{Against, Grain, PeriodRule, Window};
pub use records::{Record, RecordQuery, Records, records, records_of};
pub use seed::FigureSeed;
pub use since::{Late, changed_since, quotes};
