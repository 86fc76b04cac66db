use crate::{
    Column, Columns, Kind, Value, WriteError, file_problem::separator, marks, value::date,
    words::texts, write,
};
use kernel::{Bilingual, Lang, limits};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format,
    Formula, Workbook, Worksheet, XlsxError,
};
use std::ops::RangeInclusive;

/// Excel takes a list of choices into the cell's rule up to this length; longer ones stand on a hidden sheet.
const INLINE_CHOICES_CHARS_MAX: usize = 255;

pub(crate) const LISTS_SHEET: &str = "_lists";

const SAMPLE_ROW: u32 = 1;

#[derive(Debug, Clone)]
pub struct TemplateOptions {
    /// Name of the sheet to fill in.
    pub sheet: Bilingual,
}

/// The workbook to download, fill in and import: one sheet with drop-downs and a sample row, one that explains it.
pub fn template(
    columns: &Columns,
    options: &TemplateOptions,
    lang: Lang,
) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let mut lists = Lists::default();
    let sheet = book.add_worksheet();
    sheet.set_name(options.sheet.get(lang))?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_row_height(0, 30)?;
    for (place, column) in (0u16..).zip(columns.iter()) {
        write_column(sheet, place, column, &mut lists, lang)?;
    }
    explain(book.add_worksheet(), columns, lang)?;
    lists.write(&mut book)?;
    Ok(book.save_to_buffer()?)
}

fn write_column(
    sheet: &mut Worksheet,
    place: u16,
    column: &Column,
    lists: &mut Lists,
    lang: Lang,
) -> Result<(), XlsxError> {
    let title = column.title.get(lang);
    let (title, head) = match column.required {
        true => (
            format!("{title}*"),
            write::head_format().set_font_color(Color::RGB(0xC0_00_00)),
        ),
        false => (title.to_owned(), write::head_format()),
    };
    let example = column.example.get(lang);
    let width = write::width(&title)
        .max(write::width(example))
        .clamp(10, 40)
        + 4;
    sheet.set_column_width(place, width as f64)?;
    let cells = cell_format(&column.kind);
    sheet.set_column_format(place, &cells)?;
    sheet.write_string_with_format(0, place, &title, &head)?;
    write_sample(sheet, place, column, &cells, lang)?;
    let rows = SAMPLE_ROW..=limits::IMPORT_ROWS_MAX as u32;
    guide(sheet, place, rows, column, lists, lang)
}

/// Offers the choices of a column, says beside the chosen cell what belongs into it, and asks back where it does not fit.
pub(crate) fn guide(
    sheet: &mut Worksheet,
    place: u16,
    rows: RangeInclusive<u32>,
    column: &Column,
    lists: &mut Lists,
    lang: Lang,
) -> Result<(), XlsxError> {
    let rule = message(rule(&column.kind, lists, lang)?, column, lang)?;
    sheet.add_data_validation(*rows.start(), place, *rows.end(), place, &rule)?;
    Ok(())
}

/// The first cell carries the mark, whatever its column: it makes the row a sample.
fn write_sample(
    sheet: &mut Worksheet,
    place: u16,
    column: &Column,
    cells: &Format,
    lang: Lang,
) -> Result<(), XlsxError> {
    let format = cells
        .clone()
        .set_italic()
        .set_font_color(Color::RGB(0x80_80_80));
    let example = column.example.get(lang);
    if place == 0 {
        let marked = format!("{}{example}", marks::sample(lang));
        sheet.write_string_with_format(SAMPLE_ROW, place, marked, &format)?;
        return Ok(());
    }
    let text = Value::Text(example.into());
    let value = match &column.kind {
        Kind::Date { .. } => date::date(&text)
            .ok()
            .map(|date| Value::Moment(date.into())),
        Kind::Whole { .. } => example.parse().ok().map(Value::Number),
        _ => None,
    };
    write::write(sheet, (SAMPLE_ROW, place), &value.unwrap_or(text), &format)
}

fn cell_format(kind: &Kind) -> Format {
    match kind {
        Kind::Code { .. } | Kind::Phone => write::text_format(),
        Kind::Date { .. } => Format::new().set_num_format("yyyy-mm-dd"),
        Kind::Text { .. } | Kind::Names => Format::new().set_text_wrap(),
        Kind::Whole { .. } | Kind::Choice(_) => Format::new(),
    }
}

fn rule(kind: &Kind, lists: &mut Lists, lang: Lang) -> Result<DataValidation, XlsxError> {
    let t = texts(lang);
    let rule = DataValidation::new();
    Ok(match kind {
        Kind::Choice(choices) if !choices.is_empty() => {
            let titles: Vec<&str> = choices.iter().map(|choice| choice.title(lang)).collect();
            let inline = titles.join(",").chars().count() <= INLINE_CHOICES_CHARS_MAX
                && titles.iter().all(|title| !title.contains([',', '"']));
            let rule = match inline {
                true => rule.allow_list_strings(&titles)?,
                false => rule.allow_list_formula(lists.add(titles)),
            };
            rule.set_error_title(t.template_choice_title())?
                .set_error_message(t.template_choice_error())?
        }
        Kind::Whole { min, max } => {
            let bound = |value: i64| value.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
            rule.allow_whole_number(DataValidationRule::Between(bound(*min), bound(*max)))
                .set_error_title(t.template_whole_title())?
                .set_error_message(t.template_whole_error(min.to_string(), max.to_string()))?
        }
        Kind::Date { .. } => {
            let first = ExcelDateTime::from_ymd(1900, 1, 1)?;
            let last = ExcelDateTime::from_ymd(2199, 12, 31)?;
            // The import reads more spellings than Excel does, so Excel only asks.
            rule.allow_date(DataValidationRule::Between(first, last))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title(t.template_date_title())?
                .set_error_message(t.template_date_error())?
        }
        _ => rule.allow_any_value(),
    })
}

/// What Excel shows beside the chosen cell; it takes titles of 32 and messages of 255 characters.
fn message(rule: DataValidation, column: &Column, lang: Lang) -> Result<DataValidation, XlsxError> {
    let title: String = column.title.get(lang).chars().take(32).collect();
    let help = match column.help.get(lang) {
        "" => describe(&column.kind, lang),
        help => help.to_owned(),
    };
    let help: String = help.chars().take(255).collect();
    rule.set_input_title(title)?.set_input_message(help)
}

fn explain(sheet: &mut Worksheet, columns: &Columns, lang: Lang) -> Result<(), XlsxError> {
    let t = texts(lang);
    let wrapped = Format::new()
        .set_text_wrap()
        .set_align(rust_xlsxwriter::FormatAlign::Top);
    sheet.set_name(t.template_explanation())?;
    sheet.merge_range(0, 0, 0, 5, &t.template_sample_help(), &wrapped)?;
    sheet.set_row_height(0, 36)?;
    sheet.set_freeze_panes(2, 0)?;
    let titles = [
        (t.template_column(), 18),
        (t.template_required(), 10),
        (t.template_kind(), 34),
        (t.template_example(), 24),
        (t.template_help(), 44),
        (t.template_aliases(), 34),
    ];
    for (place, (title, width)) in (0u16..).zip(&titles) {
        sheet.set_column_width(place, *width)?;
        sheet.write_string_with_format(1, place, title, &write::head_format())?;
    }
    for (row, column) in (2u32..).zip(columns.iter()) {
        let required = match column.required {
            true => t.template_yes(),
            false => t.template_no(),
        };
        let cells = [
            column.title.get(lang).to_owned(),
            required,
            describe(&column.kind, lang),
            column.example.get(lang).to_owned(),
            column.help.get(lang).to_owned(),
            column.aliases.join(separator(lang)),
        ];
        for (place, text) in (0u16..).zip(&cells) {
            sheet.write_string_with_format(row, place, write::clipped(text), &wrapped)?;
        }
    }
    Ok(())
}

fn describe(kind: &Kind, lang: Lang) -> String {
    let t = texts(lang);
    match kind {
        Kind::Text { chars_max } => t.kind_text(chars_max.to_string()),
        Kind::Code { width: None } => t.kind_code(),
        Kind::Code { width: Some(width) } => t.kind_code_width(width.to_string()),
        Kind::Whole { min, max } => t.kind_whole(min.to_string(), max.to_string()),
        Kind::Date { .. } => t.kind_date(),
        Kind::Phone => t.kind_phone(),
        Kind::Choice(choices) if choices.len() <= 20 => {
            let titles: Vec<&str> = choices.iter().map(|choice| choice.title(lang)).collect();
            t.kind_choice(titles.join(separator(lang)))
        }
        Kind::Choice(_) => t.kind_choice_long(),
        Kind::Names => t.kind_names(),
    }
}

/// Lists of choices too long for a cell's rule, one column each on a hidden sheet.
#[derive(Default)]
pub(crate) struct Lists {
    lists: Vec<Vec<String>>,
}

impl Lists {
    fn add(&mut self, titles: Vec<&str>) -> Formula {
        self.lists
            .push(titles.into_iter().map(str::to_owned).collect());
        Formula::new(format!("={}", Self::name(self.lists.len())))
    }

    fn name(number: usize) -> String {
        format!("choices_{number}")
    }

    pub(crate) fn write(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        if self.lists.is_empty() {
            return Ok(());
        }
        let sheet = book.add_worksheet();
        sheet.set_name(LISTS_SHEET)?.set_hidden(true);
        for (place, list) in (0u16..).zip(&self.lists) {
            for (row, title) in (0u32..).zip(list) {
                sheet.write_string(row, place, write::clipped(title))?;
            }
        }
        for (place, list) in (0u32..).zip(&self.lists) {
            let column = crate::place::column_name(place);
            let area = format!("={LISTS_SHEET}!${column}$1:${column}${}", list.len());
            book.define_name(Self::name(place as usize + 1), &area)?;
        }
        Ok(())
    }
}
