mod fill;
mod lines;

use crate::{
    Column, Columns, FileProblem, IgnoredColumn, Skipped, Table, Value,
    head::{COLUMNS_SEEN_MAX, Head, ROWS_SEEN_MAX, TopRows},
    place,
    source::Source,
    table::RowCells,
    value::spelling,
};
use kernel::{Lang, limits};
use std::{ops::ControlFlow, sync::Arc};

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
    Workbook::open(bytes)?.read(columns, options, &mut |_, _| ())
}

/// A file that was unpacked once, to look for several tables in it.
pub struct Workbook<'b>(Source<'b>);

impl<'b> Workbook<'b> {
    /// # Errors
    /// When the bytes are no workbook that can be read.
    pub fn open(bytes: &'b [u8]) -> Result<Workbook<'b>, FileProblem> {
        Source::open(bytes).map(Workbook)
    }

    /// As [`read`]. `progress` is told rows seen, and rows that the sheet says it has, if it says so.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read(
        &mut self,
        columns: &Columns,
        options: Options,
        progress: &mut dyn FnMut(usize, Option<usize>),
    ) -> Result<Table, FileProblem> {
        table(&mut self.0, columns, options, progress)
    }
}

fn table(
    source: &mut Source,
    columns: &Columns,
    options: Options,
    progress: &mut dyn FnMut(usize, Option<usize>),
) -> Result<Table, FileProblem> {
    let chosen = choose(source, columns, &options)?;
    let merged = source.merged(&chosen.sheet)?;
    let wanted = lines::Wanted {
        sheet: &chosen.sheet,
        head: &chosen.head,
        columns,
        rows_max: options.rows_max,
    };
    let lines = lines::under(source, &wanted, progress)?
        .ok_or_else(|| too_many(&chosen.sheet, &options))?;
    let mut table = Table {
        sheet: chosen.sheet,
        head_row: chosen.head.last_row + 1,
        ignored: ignored(&chosen.head),
        skipped: Vec::new(),
        other_sheets: chosen.others,
        lang: options.lang,
        is_typed: source.is_typed(),
        columns: Arc::new(columns.clone()),
        choices: columns.iter().map(Column::spellings).collect(),
        head_first_row: chosen.head.first_row,
        last_column: chosen.head.last_column(),
        problems_column: chosen.head.problems,
        places: chosen.head.columns,
        rows: Vec::with_capacity(lines.len()),
    };
    let sections = lines::sections(&merged, table.last_column);
    for (row, line) in lines {
        match line.reason_to_skip(&table, row, &sections) {
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
    fill::merged(&mut table, &merged);
    fill::blanks(&mut table);
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
            place: *column,
            title: spelling::tidy(title),
        })
        .collect()
}

fn too_many(sheet: &str, options: &Options) -> FileProblem {
    FileProblem::TooManyRows {
        sheet: sheet.to_owned(),
        rows_max: options.rows_max,
    }
}
