//! Figures that others publish, imported from their workbook with the cell each stands in.
//!
//! Always true: an import is all or nothing; the same workbook again adds nothing; what was published before stays in the
//! book when it is published anew; the workbook is kept, so that every value leads back to its cell.
mod columns;
mod earlier_imports;
pub mod files_page;
pub mod importing;
pub mod preview_page;
pub mod reading;
pub mod upload_page;

pub use files_page::file_url;
pub use importing::{ImportError, Imported, Importing, import, preview};

use kernel::Right;
use web::{Access, Pages};

/// Subject kind of an import: what its workbook belongs to.
pub const IMPORT: &str = "reports.quotes";
pub const IMPORTED: &str = "reports.quotes.imported";
/// Subject kind of one published value.
pub const QUOTE: &str = "reports.quote";
pub const QUOTED: &str = "reports.quote.published";

pub fn pages() -> Pages {
    const PLAN: Access = Access::Right(Right::Plan);
    Pages::default()
        .get(PLAN, upload_page::form)
        .get(PLAN, upload_page::template)
        .upload(PLAN, files::FILE_BYTES_MAX, upload_page::upload)
        .get(PLAN, preview_page::show)
        .get(PLAN, preview_page::problems)
        .post(PLAN, preview_page::apply)
        .get(Access::Right(Right::Read), files_page::download)
}
