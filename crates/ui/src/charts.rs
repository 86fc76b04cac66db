//! Charts, drawn on the server as SVG with real text.
//!
//! At most one chart answers one question, and the caller puts the table beside it. On a page each mark is a link with
//! a title, colours come from the style sheet (so they follow light and dark), and wide and narrow screens get a
//! drawing of their own, because scaled text cannot be read. [`Style::Standalone`] is one picture without links and
//! with its colours inside, for a Word file.
mod bars;
mod coverage;
mod draw;
mod months;
mod scale;
mod spark;
mod timetable;

pub use bars::{BARS_MAX, Bar, Bars, bars};
pub use coverage::{Coverage, coverage};
pub use months::{Months, Point, months};
pub use spark::spark;
pub use timetable::{ROWS_MAX, Span, TimeRow, Timetable, timetable};

/// Where the chart will be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// On a page, under its style sheet.
    #[default]
    Page,
    /// A picture for itself: a complete SVG document, light colours.
    Standalone,
}
