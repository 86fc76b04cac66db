use crate::{
    Kind, Problem, Severity, Table, Value, WriteError, marks, place,
    source::{Region, Source},
    template::{self, Lists},
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

/// The same workbook with one column more that says what is wrong in each row of the sheet that was read.
///
/// Visible sheets, rows and columns stay where they were, with their types and merged cells; cells at fault are coloured. The
/// corrected workbook can be imported as it is: the column is known and passed over, and renewed the next time.
pub fn with_problems(
    original: &[u8],
    table: &Table,
    problems: &[Problem],
    lang: Lang,
) -> Result<Vec<u8>, WriteError> {
    let mut source = Source::open(original)?;
    let notes = Notes::of(problems, lang);
    let mut book = Workbook::new();
    let mut lists = Lists::default();
    for original_sheet in source.sheets() {
        let is_read = original_sheet.name == table.sheet;
        if original_sheet.hidden && !is_read {
            continue;
        }
        let merged = source.merged(&original_sheet.name)?;
        let cells = cells(&mut source, &original_sheet.name, is_read.then_some(table))?;
        let sheet = book.add_worksheet();
        sheet.set_name(write::sheet_name(&original_sheet.name))?;
        merge(sheet, &merged)?;
        set_widths(sheet, &cells)?;
        if is_read {
            sheet.set_active(true);
            write_read(sheet, table, &cells, &notes, &mut lists, lang)?;
        } else {
            write_plain(sheet, &cells)?;
        }
    }
    lists.write(&mut book)?;
    Ok(book.save_to_buffer()?)
}

/// The sheet that was read, with what is wrong in it.
fn write_read(
    sheet: &mut Worksheet,
    table: &Table,
    cells: &Cells,
    notes: &Notes,
    lists: &mut Lists,
    lang: Lang,
) -> Result<(), WriteError> {
    keep_codes_as_text(sheet, table)?;
    for ((row, place), value) in cells {
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
    let last_row = table.rows.last().map_or(table.head_row, |line| line.row);
    for (place, column) in table.places.iter().zip(table.columns.iter()) {
        if let Some(place) = place {
            let rows = table.head_row..=last_row.max(table.head_row);
            template::guide(sheet, *place as u16, rows, column, lists, lang)?;
        }
    }
    sheet.set_freeze_panes(table.head_row, 0)?;
    let column = problems_column(table, cells);
    write_notes(sheet, table, column as u16, notes, lang)
}

fn write_plain(sheet: &mut Worksheet, cells: &Cells) -> Result<(), WriteError> {
    let format = Format::new().set_align(FormatAlign::VerticalCenter);
    for ((row, place), value) in cells {
        write::write(sheet, (*row, *place as u16), value, &format)?;
    }
    Ok(())
}

type Cells = BTreeMap<(u32, u32), Value>;

/// All cells of a sheet; of the sheet that was read, without an earlier column of problems.
fn cells(source: &mut Source, sheet: &str, read: Option<&Table>) -> Result<Cells, WriteError> {
    let ours = read.and_then(|table| Some((table.problems_column?, table.head_first_row)));
    let mut cells = Cells::new();
    source.cells(sheet, &mut |row, column, value| {
        let is_ours = ours.is_some_and(|(place, first_row)| place == column && first_row <= row);
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

/// Wide enough for most cells; a line across the table, which one cell begins, does not count.
fn set_widths(sheet: &mut Worksheet, cells: &Cells) -> Result<(), WriteError> {
    const CELLS_MEASURED: usize = 5_000;
    const WIDTH_MAX: usize = 50;
    let mut widths: BTreeMap<u32, usize> = BTreeMap::new();
    for ((_, column), value) in cells.iter().take(CELLS_MEASURED) {
        let width = write::width(&value.as_text());
        let widest = widths.entry(*column).or_default();
        if width <= WIDTH_MAX {
            *widest = (*widest).max(width);
        }
    }
    for (column, width) in widths {
        sheet.set_column_width(column as u16, (width + 2).max(8) as f64)?;
    }
    Ok(())
}

/// Codes and phone numbers stay text when they are typed anew.
fn keep_codes_as_text(sheet: &mut Worksheet, table: &Table) -> Result<(), WriteError> {
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
