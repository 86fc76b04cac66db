//! Workbooks as offices really keep them: read into typed rows, and written as templates, error files and exports.
//!
//! A caller declares the [`Columns`] it looks for, [`read`]s a file into a [`Table`], and takes typed values out of each
//! [`Row`]. What is wrong with a cell becomes a [`Problem`] in a list, never a stop: people correct a whole workbook at once.
//!
//! ```
//! use kernel::Bilingual;
//! use sheets::{Column, Columns, Options, Problems, read};
//!
//! let columns = Columns::new()
//!     .with(Column::text("name", Bilingual::new("单位名称", "Unit name")).aliases(&["单位", "名称"]).required())
//!     .with(Column::date("since", Bilingual::new("成立日期", "Founded")));
//! let table = read("单位,成立日期\n第一党支部,2021年7月1日\n第二党支部,去年\n".as_bytes(), &columns, Options::default())?;
//!
//! let mut problems = Problems::default();
//! for row in table.rows() {
//!     let (name, since) = (row.text("name", &mut problems), row.date("since", &mut problems));
//!     println!("{}: {name:?} {since:?}", row.number());
//! }
//! assert_eq!(problems.iter().next().and_then(|problem| problem.cell.as_deref()), Some("B3"));
//! # Ok::<(), sheets::FileProblem>(())
//! ```
//!
//! Always true of this crate:
//! - it knows bytes and rows, no database and no file system;
//! - memory is bounded by the limits of [`kernel::limits`], whatever a file claims about itself;
//! - a row keeps the number it has in the person's own workbook, so that every sentence can name the cell to go to;
//! - whatever this crate hands out to fill in or to correct, it also reads again.
mod columns;
mod export;
mod file_problem;
mod head;
mod marks;
mod place;
mod problem;
mod read;
mod returned;
mod row;
mod source;
mod table;
mod template;
mod typed;
mod value;
mod write;

pub use columns::{Choice, Column, Columns, Fill, Kind};
pub use export::{ExportColumn, Format, Shape, export};
pub use file_problem::FileProblem;
pub use problem::{Problem, Problems, Severity};
pub use read::{Options, Workbook, read};
pub use returned::with_problems;
pub use row::Row;
pub use table::{IgnoredColumn, SkipReason, Skipped, Table};
pub use template::{TemplateOptions, template};
pub use typed::typed;
pub use value::Value;
pub use value::phone::typed_phone as phone;
pub use write::WriteError;

kernel::words!();

#[cfg(test)]
mod tests;
