//! What all workbooks written here have in common.
use crate::{FileProblem, Value};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// Why a workbook could not be written. None of these can be mended by the person who asked for it.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("could not write the workbook")]
    Workbook(#[from] XlsxError),
    #[error("could not read the original again")]
    Original(#[from] FileProblem),
}

/// Longest text a cell of Excel can hold, in characters.
const CELL_CHARS_MAX: usize = 32_767;

pub(crate) fn head_format() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0xDD_EB_F7))
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

pub(crate) fn text_format() -> Format {
    Format::new().set_num_format("@")
}

/// Writes a value as its own type. Text is never taken for a formula.
pub(crate) fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    format: &Format,
) -> Result<(), XlsxError> {
    match value {
        Value::Empty => sheet.write_blank(row, column, format)?,
        Value::Text(text) | Value::Fault(text) => {
            sheet.write_string_with_format(row, column, clipped(text), format)?
        }
        Value::Number(number) if number.is_finite() => {
            sheet.write_number_with_format(row, column, *number, format)?
        }
        Value::Number(number) => {
            sheet.write_string_with_format(row, column, number.to_string(), format)?
        }
        Value::Truth(truth) => sheet.write_boolean_with_format(row, column, *truth, format)?,
        Value::Moment(moment) => {
            let pattern = match moment.time() == chrono::NaiveTime::MIN {
                true => "yyyy-mm-dd",
                false => "yyyy-mm-dd hh:mm",
            };
            let format = format.clone().set_num_format(pattern);
            sheet.write_datetime_with_format(row, column, moment, &format)?
        }
    };
    Ok(())
}

pub(crate) fn clipped(text: &str) -> &str {
    match text.char_indices().nth(CELL_CHARS_MAX) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// About how wide a text is in units of a column's width: Chinese characters take two.
pub(crate) fn width(text: &str) -> usize {
    let of_line = |line: &str| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    text.lines().map(of_line).max().unwrap_or(0)
}

/// Excel allows 31 characters and not all signs.
pub(crate) fn sheet_name(name: &str) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let name: String = name.chars().filter(allowed).take(31).collect();
    if name.is_empty() {
        "Sheet1".to_owned()
    } else {
        name
    }
}
