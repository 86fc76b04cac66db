//! The roster: units and people from the workbooks that offices keep.
//!
//! Always true: an import is all or nothing; importing the same workbook again changes nothing; what is not in the
//! workbook is left as it is, and never closed or removed.
mod application;
pub mod apply;
mod columns;
mod compare;
mod draft;
pub mod import;
mod naming;
mod people;
mod preview;
mod previewing;
mod problems;
mod shown;
mod templates;
mod units;
mod uploading;

pub use application::APPLY;
pub use apply::{Applied, ApplyError, apply, apply_in};
pub use columns::{people_columns, people_template, unit_columns, units_template};
pub use compare::{Changes, Counts, PersonChange, State, UnitChange, compare};
pub use draft::{Draft, PersonDraft, UnitDraft, read};
pub use preview::{Preview, preview};
pub use previewing::READ;
pub use problems::marked;

use chrono::NaiveDate;
use kernel::{Lang, Right};
use serde::{Deserialize, Serialize};
use web::{Access, JobKind, Pages, TodoSource};

/// Imports, step by step. An import belongs to whoever made it; to others it is not there.
pub fn pages() -> Pages {
    const ACCESS: Access = Access::Right(Right::Roster);
    Pages::default()
        .get(ACCESS, uploading::form)
        .get(ACCESS, templates::download)
        .upload(
            ACCESS,
            kernel::limits::WORKBOOK_BYTES_MAX,
            uploading::upload,
        )
        .get(ACCESS, shown::show)
        .get(ACCESS, problems::download)
        .post(ACCESS, application::submit)
}

/// Reading and comparing a large workbook, and applying one of any size.
pub fn jobs() -> [JobKind; 2] {
    [previewing::job(), application::job()]
}

/// Imports that were looked at and not yet applied.
pub fn todos() -> TodoSource {
    TodoSource::new(import::todos)
}

/// What the person who imports decides beside the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportOptions {
    pub lang: Lang,
    /// Since when units and people have been there whose row does not say.
    pub since: NaiveDate,
    /// From which day changes hold: moves, new names of kinds.
    pub effective: NaiveDate,
}

/// What stands between the members of a list.
fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

fn semicolon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}
