//! Figures: the catalogue, one figure opened, its definition changed, its records exported.
pub mod asked;
pub mod defining;

pub mod opened;
pub mod problem;
pub mod records;
pub mod report;
pub mod shown;
pub mod sight;

pub use asked::{Asked, AskError, ask};
pub use report::{FigureReport, ReportError, figure_report};
