use crate::{
    Kind, Problem, Severity, Table, Value, WriteError, marks, place,
    source::{Region, Source},
    words::texts,
    write,
};
use kernel::Lang;
use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet};
use std::{
    collections::{BTreeMap, HashMap},
    ops::ControlFlow,
};

/// Most cells that merged regions may cover in all; regions beyond are left unmerged.
const MERGED_CELLS_MAX: u64 = 1_000_000;

/// Excel's last column, counted from 0.
const COLUMN_LAST: u32 = 16_383;

const PROBLEMS_WIDTH: f64 = 60.0;

/// The sheet that was read, as a workbook with one column more that says what is wrong in each row.
///
/// All rows and columns stay where they were, with their types and merged cells; cells at fault are coloured. The
/// corrected workbook can be imported as it is: the column is known and passed over, and renewed the next time.
pub fn with_problems(
    original: &[u8],
    table: &Table,
    problems: &[Problem],
    lang: Lang,
) -> Result<Vec<u8>, WriteError> {
    let mut source = Source::open(original)?;
    let merged = source.merged(&table.sheet)?;
    let cells = cells(&mut source, table)?;
    let notes = Notes::of(problems, lang);
    let column = problems_column(table, &cells);

    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(&table.sheet)?;
    set_columns(sheet, table, &cells)?;
    merge(sheet, &merged)?;
    for ((row, place), value) in &cells {
        let mut format = cell_format(table, *row);
        if let Some(severity) = notes.cells.get(&(*row, *place)) {
            format = format.set_background_color(colour(*severity));
        }
        write::write(sheet, (*row, *place as u16), value, &format)?;
    }
    for ((row, place), severity) in &notes.cells {
        if !cells.contains_key(&(*row, *place)) {
            let format = Format::new().set_background_color(colour(*severity));
            sheet.write_blank(*row, *place as u16, &format)?;
        }
    }
    write_notes(sheet, table, column as u16, &notes, lang)?;
    sheet.set_freeze_panes(table.head_row, 0)?;
    Ok(book.save_to_buffer()?)
}

type Cells = BTreeMap<(u32, u32), Value>;

/// All cells of the sheet but those of an earlier column of problems.
fn cells(source: &mut Source, table: &Table) -> Result<Cells, WriteError> {
    let mut cells = Cells::new();
    source.cells(&table.sheet, &mut |row, column, value| {
        let is_ours = table.problems_column == Some(column) && table.head_first_row <= row;
        if !is_ours && column <= COLUMN_LAST {
            cells.insert((row, column), value);
        }
        ControlFlow::Continue(())
    })?;
    Ok(cells)
}

/// Where it was before, or the first free column right of the head.
fn problems_column(table: &Table, cells: &Cells) -> u32 {
    table.problems_column.unwrap_or_else(|| {
        let used: std::collections::HashSet<u32> =
            cells.keys().map(|(_, column)| *column).collect();
        (table.last_column + 1..=COLUMN_LAST)
            .find(|column| !used.contains(column))
            .unwrap_or(COLUMN_LAST)
    })
}

/// What to say in each row, and which cells to colour.
struct Notes {
    rows: BTreeMap<u32, String>,
    cells: HashMap<(u32, u32), Severity>,
}

impl Notes {
    fn of(problems: &[Problem], lang: Lang) -> Self {
        let mut notes = Self {
            rows: BTreeMap::new(),
            cells: HashMap::new(),
        };
        for problem in problems {
            let Some(row) = problem.row.checked_sub(1) else {
                continue;
            };
            let text = notes.rows.entry(row).or_default();
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&line(problem, lang));
            if let Some(cell) = problem.cell.as_deref().and_then(place::cell_at) {
                let severity = notes.cells.entry(cell).or_insert(problem.severity);
                if problem.severity == Severity::Error {
                    *severity = Severity::Error;
                }
            }
        }
        notes
    }
}

fn line(problem: &Problem, lang: Lang) -> String {
    let t = texts(lang);
    let (what, remedy) = (&problem.what, &problem.remedy);
    match (&problem.cell, &problem.column, problem.severity) {
        (Some(cell), Some(column), Severity::Error) => t.problem_line(cell, column, what, remedy),
        (Some(cell), Some(column), Severity::Warning) => {
            t.problem_line_warning(cell, column, what, remedy)
        }
        (_, _, Severity::Error) => t.problem_line_row(what, remedy),
        (_, _, Severity::Warning) => t.problem_line_row_warning(what, remedy),
    }
}

fn write_notes(
    sheet: &mut Worksheet,
    table: &Table,
    column: u16,
    notes: &Notes,
    lang: Lang,
) -> Result<(), WriteError> {
    let format = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_font_color(Color::RGB(0xC0_00_00));
    sheet.set_column_width(column, PROBLEMS_WIDTH)?;
    let title = marks::problems_title(lang);
    sheet.write_string_with_format(table.head_row - 1, column, title, &write::head_format())?;
    for (row, text) in &notes.rows {
        sheet.write_string_with_format(*row, column, write::clipped(text), &format)?;
    }
    Ok(())
}

/// Codes and phone numbers stay text when they are typed anew.
fn set_columns(sheet: &mut Worksheet, table: &Table, cells: &Cells) -> Result<(), WriteError> {
    const ROWS_MEASURED: u32 = 200;
    let mut widths: BTreeMap<u32, usize> = BTreeMap::new();
    for ((row, column), value) in cells {
        if (table.head_first_row..table.head_row + ROWS_MEASURED).contains(row) {
            let width = widths.entry(*column).or_default();
            *width = (*width).max(write::width(&value.as_text()));
        }
    }
    for (column, width) in widths {
        sheet.set_column_width(column as u16, (width + 2).clamp(8, 50) as f64)?;
    }
    for (place, column) in table.places.iter().zip(table.columns.iter()) {
        if let (Some(place), Kind::Code { .. } | Kind::Phone) = (place, &column.kind) {
            sheet.set_column_format(*place as u16, &write::text_format())?;
        }
    }
    Ok(())
}

fn merge(sheet: &mut Worksheet, merged: &[Region]) -> Result<(), WriteError> {
    let mut covered = 0;
    for Region { first, last } in merged {
        let rows = u64::from(last.0.saturating_sub(first.0)) + 1;
        let columns = u64::from(last.1.saturating_sub(first.1)) + 1;
        covered += rows * columns;
        if MERGED_CELLS_MAX < covered || COLUMN_LAST < last.1 {
            break;
        }
        let format = Format::new().set_align(FormatAlign::VerticalCenter);
        // Regions that overlap or are a single cell are a fault of the file, not of the person.
        let _ = sheet.merge_range(first.0, first.1 as u16, last.0, last.1 as u16, "", &format);
    }
    Ok(())
}

fn cell_format(table: &Table, row: u32) -> Format {
    match (table.head_first_row..table.head_row).contains(&row) {
        true => write::head_format(),
        false => Format::new().set_align(FormatAlign::VerticalCenter),
    }
}

fn colour(severity: Severity) -> Color {
    match severity {
        Severity::Error => Color::RGB(0xFF_C7_CE),
        Severity::Warning => Color::RGB(0xFF_EB_9C),
    }
}
