use crate::{Value, WriteError, write};
use kernel::{Bilingual, Lang};
use rust_xlsxwriter::{Format as CellFormat, Workbook};

/// One column of a list to export.
#[derive(Debug, Clone, Copy)]
pub struct ExportColumn {
    pub title: Bilingual,
    pub shape: Shape,
}

/// How the values of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    /// Text that would be taken for a number.
    Code,
    Whole,
    /// A number with this many digits after the point.
    Decimal(u8),
    Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Xlsx,
    /// UTF-8 with a mark, so that Excel reads it as such.
    Csv,
}

impl ExportColumn {
    pub const fn new(title: Bilingual, shape: Shape) -> Self {
        Self { title, shape }
    }
}

/// A list as a file: numbers as numbers, codes as text, dates as dates. `sheet` names the sheet of a workbook.
pub fn export(
    format: Format,
    sheet: &str,
    columns: &[ExportColumn],
    rows: impl IntoIterator<Item = Vec<Value>>,
    lang: Lang,
) -> Result<Vec<u8>, WriteError> {
    match format {
        Format::Xlsx => workbook(sheet, columns, rows, lang),
        Format::Csv => Ok(csv(columns, rows, lang).into_bytes()),
    }
}

fn workbook(
    name: &str,
    columns: &[ExportColumn],
    rows: impl IntoIterator<Item = Vec<Value>>,
    lang: Lang,
) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(write::sheet_name(name))?;
    sheet.set_freeze_panes(1, 0)?;
    let formats: Vec<CellFormat> = columns.iter().map(|column| column.shape.format()).collect();
    for (place, (column, format)) in (0u16..).zip(columns.iter().zip(&formats)) {
        let title = column.title.get(lang);
        sheet.set_column_format(place, format)?;
        sheet.set_column_width(place, (write::width(title) + 4).clamp(12, 40) as f64)?;
        sheet.write_string_with_format(0, place, title, &write::head_format())?;
    }
    for (row, values) in (1u32..).zip(rows) {
        for (place, (value, format)) in (0u16..).zip(values.iter().zip(&formats)) {
            if *value != Value::Empty {
                write::write(sheet, (row, place), value, format)?;
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

impl Shape {
    fn format(self) -> CellFormat {
        match self {
            Shape::Text => CellFormat::new(),
            Shape::Code => write::text_format(),
            Shape::Whole => CellFormat::new().set_num_format("0"),
            Shape::Decimal(digits) => {
                let pattern = format!("0.{}", "0".repeat(usize::from(digits.max(1))));
                CellFormat::new().set_num_format(pattern)
            }
            Shape::Date => CellFormat::new().set_num_format("yyyy-mm-dd"),
        }
    }
}

fn csv(columns: &[ExportColumn], rows: impl IntoIterator<Item = Vec<Value>>, lang: Lang) -> String {
    let mut csv = String::from("\u{FEFF}");
    let titles = columns.iter().map(|column| quoted(column.title.get(lang)));
    csv.push_str(&titles.collect::<Vec<_>>().join(","));
    csv.push_str("\r\n");
    for values in rows {
        let cells = values
            .iter()
            .zip(columns)
            .map(|(value, column)| cell(value, column.shape));
        csv.push_str(&cells.collect::<Vec<_>>().join(","));
        csv.push_str("\r\n");
    }
    csv
}

fn cell(value: &Value, shape: Shape) -> String {
    match (value, shape) {
        (Value::Number(number), Shape::Decimal(digits)) => {
            format!("{number:.*}", usize::from(digits))
        }
        (Value::Number(number), _) => number.to_string(),
        (value, _) => quoted(&value.as_text()),
    }
}

/// Spreadsheets run a cell that begins with one of these signs as a formula (OWASP, "CSV Injection"); an apostrophe
/// before it makes it text.
fn quoted(text: &str) -> String {
    const STARTS_A_FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    let guard = if text.starts_with(STARTS_A_FORMULA) {
        "'"
    } else {
        ""
    };
    if guard.is_empty() && !text.contains([',', '"', '\n', '\r']) {
        return text.to_owned();
    }
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
