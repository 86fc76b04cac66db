//! The rows under a head, and which of them are no records.
use crate::{
    Columns, FileProblem, SkipReason, Table, Value,
    head::{Head, is_title_of},
    marks,
    source::{Region, Source},
};
use std::{collections::BTreeMap, ops::ControlFlow};

/// Lines beyond the rows of an import that may be no records: totals, notes, heads printed again.
const LINES_ASIDE_MAX: usize = 5_000;

/// Rows after which progress is told again.
const TELL_EVERY: u32 = 500;

/// A row of the sheet before it is known to be a record.
#[derive(Default)]
pub(super) struct Line {
    pub(super) cells: Box<[Value]>,
    first_column: u32,
    pub(super) first_text: String,
    filled: usize,
    is_sample: bool,
}

/// The part of a sheet that is read.
pub(super) struct Wanted<'w> {
    pub(super) sheet: &'w str,
    pub(super) head: &'w Head,
    pub(super) columns: &'w Columns,
    pub(super) rows_max: usize,
}

/// All rows under the head that hold anything; `None` as soon as there are too many.
pub(super) fn under(
    source: &mut Source,
    wanted: &Wanted<'_>,
    progress: &mut dyn FnMut(usize, Option<usize>),
) -> Result<Option<BTreeMap<u32, Line>>, FileProblem> {
    let (head, columns) = (wanted.head, wanted.columns);
    let total = source.rows(wanted.sheet)?;
    let mut told = 0;
    let mut positions = vec![None; head.last_column() as usize + 1];
    for (position, column) in head.columns.iter().enumerate() {
        if let Some(column) = column {
            positions[*column as usize] = Some(position);
        }
    }
    let lines_max = wanted.rows_max.saturating_add(LINES_ASIDE_MAX);
    let mut lines: BTreeMap<u32, Line> = BTreeMap::new();
    source.cells(wanted.sheet, &mut |row, column, value| {
        if told + TELL_EVERY <= row {
            told = row;
            let done = total.map_or(row, |total| row.min(total));
            progress(done as usize, total.map(|total| total as usize));
        }
        if row <= head.last_row || Some(column) == head.problems || value.is_empty() {
            return ControlFlow::Continue(());
        }
        let Some(position) = positions.get(column as usize) else {
            return ControlFlow::Continue(());
        };
        let line = lines.entry(row).or_insert_with(|| Line {
            cells: vec![Value::Empty; columns.len()].into(),
            first_column: u32::MAX,
            ..Line::default()
        });
        line.filled += 1;
        if let Value::Text(text) = &value {
            line.is_sample |= marks::is_sample(text);
            if column < line.first_column {
                line.first_column = column;
                line.first_text = text.to_string();
            }
        }
        if let Some(position) = position {
            line.cells[*position] = value;
        }
        if lines_max < lines.len() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    Ok((lines.len() <= lines_max).then_some(lines))
}

impl Line {
    /// `sections`: rows that a merged cell crosses, ascending.
    pub(super) fn reason_to_skip(
        &self,
        table: &Table,
        row: u32,
        sections: &[u32],
    ) -> Option<SkipReason> {
        if self.is_sample {
            return Some(SkipReason::Sample);
        }
        if marks::is_total(&self.first_text) {
            return Some(SkipReason::Total);
        }
        if self.filled <= 4 && marks::is_note(&self.first_text) {
            return Some(SkipReason::Note);
        }
        if self.filled == 1 && !self.first_text.is_empty() && sections.binary_search(&row).is_ok() {
            return Some(SkipReason::Section);
        }
        let texts = || {
            self.cells
                .iter()
                .enumerate()
                .filter(|(_, value)| !value.is_empty())
        };
        if 1 < texts().count()
            && texts().all(|(at, value)| is_title_of(table.columns.at(at), &value.as_text()))
        {
            return Some(SkipReason::HeadAgain);
        }
        if row == table.head_row && 1 < self.filled {
            let mut by_place: Vec<_> = texts()
                .map(|(at, value)| (table.places[at], value.as_text()))
                .collect();
            by_place.sort();
            if marks::is_column_line(by_place.iter().map(|(_, text)| text.as_str())) {
                return Some(SkipReason::ColumnLine);
            }
        }
        None
    }
}

/// Rows that a merged cell crosses for at least half of the table's width.
pub(super) fn sections(merged: &[Region], last_column: u32) -> Vec<u32> {
    let across = merged.iter().filter(|region| {
        region.first.0 == region.last.0
            && last_column < 2 * (region.last.1.saturating_sub(region.first.1) + 1)
    });
    let mut rows: Vec<u32> = across.map(|region| region.first.0).collect();
    rows.sort_unstable();
    rows
}
