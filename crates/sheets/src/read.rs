use crate::{
    Columns, FileProblem, Fill, IgnoredColumn, SkipReason, Skipped, Table, Value,
    head::{COLUMNS_SEEN_MAX, Head, ROWS_SEEN_MAX, TopRows, is_title_of},
    marks, place,
    source::{Region, Source},
    table::RowCells,
    value::spelling,
};
use kernel::{Lang, limits};
use std::{collections::BTreeMap, ops::ControlFlow, sync::Arc};

/// Lines beyond the rows of an import that may be no records: totals, notes, heads printed again.
const LINES_ASIDE_MAX: usize = 5_000;

#[derive(Debug, Clone)]
pub struct Options {
    /// The language of the person who will read the problems.
    pub lang: Lang,
    /// Read this sheet; otherwise the one that fits best.
    pub sheet: Option<String>,
    pub rows_max: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            sheet: None,
            rows_max: limits::IMPORT_ROWS_MAX,
        }
    }
}

/// Finds the table in a file of any of the usual formats (`.xlsx`, `.xls`, `.ods`, `.csv`) and reads its rows.
///
/// The sheet and the head are found by the titles: text above the head, heads of two rows, other orders and other usual
/// names of columns, blank rows and columns do not matter.
///
/// # Errors
/// When there is no such table to be read; nothing about single cells, which is left to the [`crate::Row`].
pub fn read(bytes: &[u8], columns: &Columns, options: Options) -> Result<Table, FileProblem> {
    let mut source = Source::open(bytes)?;
    let chosen = choose(&mut source, columns, &options)?;
    let merged = source.merged(&chosen.sheet)?;
    let lines = lines(&mut source, &chosen, columns, &options)?;
    let mut table = Table {
        sheet: chosen.sheet,
        head_row: chosen.head.last_row + 1,
        ignored: ignored(&chosen.head),
        skipped: Vec::new(),
        other_sheets: chosen.others,
        lang: options.lang,
        is_typed: source.is_typed(),
        columns: Arc::new(columns.clone()),
        head_first_row: chosen.head.first_row,
        last_column: chosen.head.last_column(),
        problems_column: chosen.head.problems,
        places: chosen.head.columns,
        rows: Vec::with_capacity(lines.len()),
    };
    let sections = sections(&merged, table.last_column);
    for (row, line) in lines {
        match reason_to_skip(&table, row, &line, &sections) {
            Some(reason) => table.skipped.push(Skipped {
                row: row + 1,
                reason,
                text: spelling::tidy(&line.first_text),
            }),
            None if line.cells.iter().all(Value::is_empty) => {}
            None => table.rows.push(RowCells {
                row,
                cells: line.cells,
            }),
        }
    }
    if options.rows_max < table.rows.len() {
        return Err(too_many(&table.sheet, &options));
    }
    if table.rows.is_empty() {
        return Err(FileProblem::NoRows { sheet: table.sheet });
    }
    fill_merged(&mut table, &merged);
    fill_blanks(&mut table);
    Ok(table)
}

struct Chosen {
    sheet: String,
    head: Head,
    others: Vec<String>,
}

/// The sheet with the fullest head; the first of several, and a hidden one only if no other has it.
fn choose(
    source: &mut Source,
    columns: &Columns,
    options: &Options,
) -> Result<Chosen, FileProblem> {
    let mut sheets = source.sheets();
    if let Some(wanted) = &options.sheet {
        let names = sheets.iter().map(|sheet| sheet.name.clone()).collect();
        sheets.retain(|sheet| sheet.name == *wanted);
        if sheets.is_empty() {
            let wanted = wanted.clone();
            return Err(FileProblem::SheetMissing {
                wanted,
                sheets: names,
            });
        }
    }
    let mut complete: Vec<(bool, usize, String, Head)> = Vec::new();
    let mut nearest: Option<(usize, FileProblem)> = None;
    for sheet in sheets {
        let top = top_rows(source, &sheet.name)?;
        let Some(head) = Head::find(&top, columns) else {
            continue;
        };
        let found = head.found();
        let missing = head.missing(columns);
        if missing.is_empty() && 0 < found {
            complete.push((sheet.hidden, found, sheet.name, head));
        } else if nearest.as_ref().is_none_or(|(most, _)| *most < found) {
            let problem = FileProblem::HeadMissing {
                row: head.first_row + 1,
                missing: missing
                    .iter()
                    .map(|column| column.title.get(options.lang).to_owned())
                    .collect(),
                seen: seen(&top, &head),
                sheet: sheet.name,
            };
            nearest = Some((found, problem));
        }
    }
    complete.sort_by_key(|(hidden, found, ..)| (*hidden, usize::MAX - found));
    let mut complete = complete.into_iter();
    let Some((_, found, sheet, head)) = complete.next() else {
        return Err(nearest.map_or(FileProblem::Empty, |(_, problem)| problem));
    };
    let others = complete
        .filter(|(hidden, also_found, ..)| !hidden && *also_found == found)
        .map(|(.., name, _)| name)
        .collect();
    Ok(Chosen {
        sheet,
        head,
        others,
    })
}

fn top_rows(source: &mut Source, sheet: &str) -> Result<TopRows, FileProblem> {
    let mut top = TopRows::new();
    source.cells(sheet, &mut |row, column, value| {
        if COLUMNS_SEEN_MAX <= column || value.is_empty() {
            return ControlFlow::Continue(());
        }
        if !top.contains_key(&row) && top.len() == ROWS_SEEN_MAX {
            return ControlFlow::Break(());
        }
        top.entry(row).or_default().insert(column, value.as_text());
        ControlFlow::Continue(())
    })?;
    Ok(top)
}

/// The titles of the row that came nearest to a head: at most twelve, each cut to what one recognises.
fn seen(top: &TopRows, head: &Head) -> Vec<String> {
    let rows = top.range(head.first_row..=head.last_row);
    rows.flat_map(|(_, row)| row.values())
        .map(|title| spelling::tidy(title).chars().take(20).collect())
        .take(12)
        .collect()
}

fn ignored(head: &Head) -> Vec<IgnoredColumn> {
    let titles = head.unknown.iter();
    titles
        .map(|(column, title)| IgnoredColumn {
            column: place::column_name(*column),
            title: spelling::tidy(title),
        })
        .collect()
}

/// A row of the sheet before it is known to be a record.
#[derive(Default)]
struct Line {
    cells: Box<[Value]>,
    first_column: u32,
    first_text: String,
    filled: usize,
    is_sample: bool,
}

/// All rows under the head that hold anything. Stops as soon as there are too many.
fn lines(
    source: &mut Source,
    chosen: &Chosen,
    columns: &Columns,
    options: &Options,
) -> Result<BTreeMap<u32, Line>, FileProblem> {
    let head = &chosen.head;
    let mut positions = vec![None; head.last_column() as usize + 1];
    for (position, column) in head.columns.iter().enumerate() {
        if let Some(column) = column {
            positions[*column as usize] = Some(position);
        }
    }
    let lines_max = options.rows_max.saturating_add(LINES_ASIDE_MAX);
    let mut lines: BTreeMap<u32, Line> = BTreeMap::new();
    source.cells(&chosen.sheet, &mut |row, column, value| {
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
    if lines_max < lines.len() {
        return Err(too_many(&chosen.sheet, options));
    }
    Ok(lines)
}

fn too_many(sheet: &str, options: &Options) -> FileProblem {
    FileProblem::TooManyRows {
        sheet: sheet.to_owned(),
        rows_max: options.rows_max,
    }
}

/// Rows that a merged cell crosses for at least half of the table's width.
fn sections(merged: &[Region], last_column: u32) -> Vec<u32> {
    let across = merged.iter().filter(|region| {
        region.first.0 == region.last.0 && last_column < 2 * (region.last.1 - region.first.1 + 1)
    });
    let mut rows: Vec<u32> = across.map(|region| region.first.0).collect();
    rows.sort_unstable();
    rows
}

fn reason_to_skip(table: &Table, row: u32, line: &Line, sections: &[u32]) -> Option<SkipReason> {
    if line.is_sample {
        return Some(SkipReason::Sample);
    }
    if marks::is_total(&line.first_text) {
        return Some(SkipReason::Total);
    }
    if line.filled <= 4 && marks::is_note(&line.first_text) {
        return Some(SkipReason::Note);
    }
    if line.filled == 1 && !line.first_text.is_empty() && sections.binary_search(&row).is_ok() {
        return Some(SkipReason::Section);
    }
    let texts = || {
        line.cells
            .iter()
            .enumerate()
            .filter(|(_, value)| !value.is_empty())
    };
    if 1 < texts().count()
        && texts().all(|(at, value)| is_title_of(table.columns.at(at), &value.as_text()))
    {
        return Some(SkipReason::HeadAgain);
    }
    if row == table.head_row && 1 < line.filled {
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

fn fill_merged(table: &mut Table, merged: &[Region]) {
    let filled = table.columns.iter().zip(&table.places).enumerate();
    let filled: Vec<(usize, u32)> = filled
        .filter(|(_, (column, _))| column.fill != Fill::Never)
        .filter_map(|(position, (_, place))| Some((position, (*place)?)))
        .collect();
    for (position, column) in filled {
        let downwards = merged.iter().filter(|region| {
            (region.first.1..=region.last.1).contains(&column) && region.first.0 < region.last.0
        });
        for region in downwards {
            let start = table.rows.partition_point(|line| line.row < region.first.0);
            let rows = &mut table.rows[start..];
            let Some((first, below)) = rows.split_first_mut() else {
                continue;
            };
            if first.row != region.first.0 {
                continue;
            }
            let value = first.cells[position].clone();
            for line in below
                .iter_mut()
                .take_while(|line| line.row <= region.last.0)
            {
                if line.cells[position].is_empty() {
                    line.cells[position] = value.clone();
                }
            }
        }
    }
}

fn fill_blanks(table: &mut Table) {
    for (position, column) in table.columns.iter().enumerate() {
        if column.fill != Fill::Blanks {
            continue;
        }
        let mut above = Value::Empty;
        for line in &mut table.rows {
            if line.cells[position].is_empty() {
                line.cells[position] = above.clone();
            } else {
                above = line.cells[position].clone();
            }
        }
    }
}
