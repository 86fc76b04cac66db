use crate::words::texts;
use crate::{Columns, Problem, Row, Severity, Value, place};
use kernel::Lang;
use std::{collections::HashMap, sync::Arc};

/// The rows found in one sheet of a file, and what was left aside.
#[derive(Debug, Clone)]
pub struct Table {
    /// The sheet that was read.
    pub sheet: String,
    /// The last row of the head, from 1.
    pub head_row: u32,
    /// Columns of the sheet that nobody asked for.
    pub ignored: Vec<IgnoredColumn>,
    /// Rows that are no records.
    pub skipped: Vec<Skipped>,
    /// Further sheets that hold such a table too and were not read.
    pub other_sheets: Vec<String>,
    pub(crate) lang: Lang,
    pub(crate) is_typed: bool,
    pub(crate) columns: Arc<Columns>,
    /// For each declared column of choices, what people write and which choice it is.
    pub(crate) choices: Vec<HashMap<String, usize>>,
    /// For each declared column, the sheet column.
    pub(crate) places: Vec<Option<u32>>,
    pub(crate) head_first_row: u32,
    pub(crate) last_column: u32,
    pub(crate) problems_column: Option<u32>,
    pub(crate) rows: Vec<RowCells>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoredColumn {
    /// `A`, `B`, as in the margin.
    pub column: String,
    /// The same as a number, from 0.
    pub place: u32,
    pub title: String,
}

/// A row that was left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// From 1.
    pub row: u32,
    pub reason: SkipReason,
    /// The first text in it.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkipReason {
    /// The template's sample row.
    Sample,
    Total,
    /// A note or a line for signatures.
    Note,
    /// The head, printed again.
    HeadAgain,
    /// A title merged across the table, such as `一、区级机关`.
    Section,
    /// Numbers or units of measure under the titles.
    ColumnLine,
}

impl Skipped {
    /// A sentence for the preview of an import.
    pub fn text(&self, lang: Lang) -> String {
        let t = texts(lang);
        let row = self.row.to_string();
        match self.reason {
            SkipReason::Sample => t.skipped_sample(row),
            SkipReason::Total => t.skipped_total(row, &self.text),
            SkipReason::Note => t.skipped_note(row, &self.text),
            SkipReason::HeadAgain => t.skipped_head_again(row),
            SkipReason::Section => t.skipped_section(row, &self.text),
            SkipReason::ColumnLine => t.skipped_column_line(row),
        }
    }
}

/// One row's cells, in the order of the declared columns.
#[derive(Debug, Clone)]
pub(crate) struct RowCells {
    pub(crate) row: u32,
    pub(crate) cells: Box<[Value]>,
}

impl Table {
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row::new(self, cells))
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether the sheet has this column at all. One that is left out leaves what the system holds as it is.
    ///
    /// # Panics
    /// When no such column was declared.
    pub fn has(&self, key: &str) -> bool {
        self.places[self.position(key)].is_some()
    }

    /// Where in the sheet this column is, from 0.
    ///
    /// # Panics
    /// When no such column was declared.
    pub fn place_of(&self, key: &str) -> Option<u32> {
        self.places[self.position(key)]
    }

    /// An error of the title over a column that nobody asked for.
    pub fn head_problem(
        &self,
        column: &IgnoredColumn,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        Problem {
            severity: Severity::Error,
            sheet: self.sheet.clone(),
            row: self.head_row,
            column: Some(column.title.clone()),
            cell: Some(format!("{}{}", column.column, self.head_row)),
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// Whether the table was read with a column of this key.
    pub fn declares(&self, key: &str) -> bool {
        self.columns.position(key).is_some()
    }

    pub(crate) fn position(&self, key: &str) -> usize {
        self.columns
            .position(key)
            .unwrap_or_else(|| panic!("column {key} was not declared"))
    }

    pub(crate) fn cell_name(&self, row: u32, position: usize) -> Option<String> {
        self.places[position].map(|column| place::cell_name(row, column))
    }
}
