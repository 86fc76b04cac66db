//! What a person sees of an import, from the file to the sentence.
mod bombs;
mod exporting;
mod formats;
mod messages;
mod returning;
mod templates;
mod untidy;
mod xls;

use crate::{Choice, Column, Columns, Fill, Options, Problems, Row, Table, Value, read};
use kernel::{Bilingual, Lang};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// A work list as offices write it.
fn work_list() -> Columns {
    let title = Bilingual::new;
    let kinds = vec![
        Choice::new("party", "党务", "Party work").or("党建"),
        Choice::new("service", "服务", "Service"),
    ];
    Columns::new()
        .with(
            Column::code("code", title("编码", "Code"))
                .aliases(&["任务编号"])
                .width(4)
                .example("0101", "0101"),
        )
        .with(
            Column::text("theme", title("专题", "Theme"))
                .aliases(&["专题名称"])
                .fill(Fill::Merged),
        )
        .with(
            Column::text("task", title("具体任务", "Task"))
                .aliases(&["任务", "工作任务"])
                .required()
                .example("走访企业", "Visit enterprises"),
        )
        .with(
            Column::text("lead", title("牵头单位", "Lead unit"))
                .aliases(&["责任分工牵头"])
                .required(),
        )
        .with(Column::names(
            "support",
            title("配合单位", "Supporting units"),
        ))
        .with(Column::choice("kind", title("类别", "Kind"), kinds))
        .with(
            Column::date("deadline", title("完成时限", "Deadline"))
                .aliases(&["完成时间", "截止日期"])
                .example("2021-06-30", "2021-06-30"),
        )
        .with(Column::phone("phone", title("联系电话", "Phone")))
        .with(Column::whole("days", title("工期", "Working days"), 1, 999).example("20", "20"))
}

fn zh() -> Options {
    Options::default()
}

fn en() -> Options {
    Options {
        lang: Lang::En,
        ..Options::default()
    }
}

/// A workbook of one sheet.
fn workbook(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet()).unwrap();
    book.save_to_buffer().unwrap()
}

/// Text cells from A1 on; empty ones are left out.
fn text_rows(rows: &[&[&str]]) -> Vec<u8> {
    workbook(|sheet| put(sheet, 0, rows))
}

fn put(sheet: &mut Worksheet, first_row: u32, rows: &[&[&str]]) -> Result<(), XlsxError> {
    for (row, cells) in (first_row..).zip(rows) {
        for (column, text) in (0u16..).zip(*cells) {
            if !text.is_empty() {
                sheet.write_string(row, column, *text)?;
            }
        }
    }
    Ok(())
}

fn merge(sheet: &mut Worksheet, area: (u32, u16, u32, u16), text: &str) -> Result<(), XlsxError> {
    let (row, column, last_row, last_column) = area;
    sheet.merge_range(row, column, last_row, last_column, text, &Format::new())?;
    Ok(())
}

/// Every row as `number: code | theme | task | lead | support | kind | deadline | phone | days`, then the problems.
fn seen(table: &Table) -> String {
    let mut problems = Problems::default();
    let mut lines: Vec<String> = table.rows().map(|row| line(row, &mut problems)).collect();
    lines.extend(told(&problems));
    lines.join("\n")
}

fn line(row: Row, problems: &mut Problems) -> String {
    let cells = [
        row.code("code", problems),
        row.text("theme", problems),
        row.text("task", problems),
        row.text("lead", problems),
        Some(row.names("support", problems).join("+")),
        row.choice("kind", problems).map(str::to_owned),
        row.date("deadline", problems).map(|date| date.to_string()),
        row.phone("phone", problems),
        row.whole("days", problems).map(|days| days.to_string()),
    ];
    let cells: Vec<String> = cells.into_iter().map(Option::unwrap_or_default).collect();
    format!(
        "{}: {}",
        row.number(),
        cells.join(" | ").trim_end_matches([' ', '|'])
    )
}

fn told(problems: &Problems) -> Vec<String> {
    let tell = |problem: &crate::Problem| {
        let cell = problem.cell.as_deref().unwrap_or("-");
        let column = problem.column.as_deref().unwrap_or("-");
        let (severity, what, remedy) = (problem.severity, &problem.what, &problem.remedy);
        format!("{severity:?} {cell} {column}: {what} {remedy}")
    };
    problems.iter().map(tell).collect()
}

fn read_zh(bytes: &[u8]) -> Table {
    read(bytes, &work_list(), zh()).unwrap()
}

fn skipped(table: &Table) -> String {
    let rows = table.skipped.iter();
    rows.map(|row| row.text(table.lang))
        .collect::<Vec<_>>()
        .join("\n")
}

fn raw(bytes: &[u8], sheet: &str, cell: &str) -> Value {
    let mut source = crate::source::Source::open(bytes).unwrap();
    let wanted = crate::place::cell_at(cell).unwrap();
    let mut found = Value::Empty;
    source
        .cells(sheet, &mut |row, column, value| {
            if (row, column) == wanted {
                found = value;
            }
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    found
}
