//! The roster: units and people from the workbooks that offices keep.
//!
//! Always true: an import is all or nothing; importing the same workbook again changes nothing; what is not in the
//! workbook is left as it is, and never closed or removed.
pub mod apply;
mod columns;
mod compare;
mod draft;
mod people;
mod preview;
mod units;

pub use apply::{Applied, ApplyError, apply};
pub use columns::{people_columns, people_template, unit_columns, units_template};
pub use compare::{Changes, PersonChange, State, UnitChange, compare};
pub use draft::{Draft, PersonDraft, UnitDraft, read};
pub use preview::{Counts, Preview, preview};

use chrono::NaiveDate;
use kernel::Lang;
use serde::{Deserialize, Serialize};

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
