//! Figures: the catalogue, one figure opened, its definition changed, its records exported.
pub mod asked;
pub mod asked_view;
pub mod catalogue_page;
pub mod defining;
pub mod definition_page;
pub mod explained;
pub mod export;
pub mod figure_page;
pub mod firmness;
pub mod opened;
pub mod problem;
pub mod records;
pub mod report;
pub mod rows;
pub mod shown;
pub mod shown_export;
pub mod sides;
pub mod sight;

pub use asked::{AskError, Asked, ask};
pub use report::{FigureReport, ReportError, figure_report};

pub fn pages() -> web::Pages {
    catalogue_page::pages()
        .and(figure_page::pages())
        .and(export::pages())
        .and(shown_export::pages())
        .and(definition_page::pages())
}
