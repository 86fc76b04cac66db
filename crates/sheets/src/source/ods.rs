//! `.ods` of LibreOffice and others (OASIS OpenDocument 1.2).
//!
//! Read here and not by calamine, which knows no merged cells of this format and writes out repeated cells before it
//! counts them: a file of some kilobytes may repeat a cell millions of times.
use super::{EachCell, Region, Sheet, iso_moment};
use crate::{FileProblem, Value};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::{
    io::{BufReader, Cursor, Read},
    ops::ControlFlow,
};
use zip::ZipArchive;

/// Most cells that exist by repetition only. Beyond, the file is a bomb.
const REPEATED_CELLS_MAX: u32 = 2_000_000;

/// The last row and column that any program shows.
const ROWS_MAX: u32 = 1_048_576;
const COLUMNS_MAX: u32 = 16_384;

pub(crate) struct Book {
    content: Vec<u8>,
    sheets: Vec<Sheet>,
}

impl Book {
    pub(super) fn open(bytes: &[u8]) -> Result<Self, FileProblem> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileProblem::Damaged)?;
        if part(&mut zip, "mimetype")?.trim_ascii()
            != b"application/vnd.oasis.opendocument.spreadsheet"
        {
            return Err(FileProblem::NotAWorkbook);
        }
        let manifest = part(&mut zip, "META-INF/manifest.xml").unwrap_or_default();
        if find(&manifest, b"encryption-data") {
            return Err(FileProblem::Encrypted);
        }
        let mut book = Self {
            content: part(&mut zip, "content.xml")?,
            sheets: Vec::new(),
        };
        let mut names = Vec::new();
        book.walk(&mut |item| {
            if let Item::Table(name) = item {
                names.push(name.to_owned());
            }
            ControlFlow::Continue(())
        })?;
        book.sheets = names
            .into_iter()
            .map(|name| Sheet {
                name,
                hidden: false,
            })
            .collect();
        Ok(book)
    }

    pub(super) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    pub(super) fn cells(&self, sheet: &str, each: EachCell) -> Result<(), FileProblem> {
        let mut inside = false;
        self.walk(&mut |item| match item {
            Item::Table(name) if inside => {
                let _ = name;
                ControlFlow::Break(())
            }
            Item::Table(name) => {
                inside = name == sheet;
                ControlFlow::Continue(())
            }
            Item::Cell {
                row, column, value, ..
            } if inside && value != Value::Empty => each(row, column, value),
            Item::Cell { .. } => ControlFlow::Continue(()),
        })
    }

    /// Rows that are written out in all sheets together.
    pub(super) fn rows(&self) -> u32 {
        const ROW: &[u8] = b"<table:table-row";
        let rows = self.content.windows(ROW.len()).filter(|part| *part == ROW);
        u32::try_from(rows.count()).unwrap_or(u32::MAX)
    }

    pub(super) fn merged(&self, sheet: &str) -> Result<Vec<Region>, FileProblem> {
        let mut inside = false;
        let mut regions = Vec::new();
        self.walk(&mut |item| {
            match item {
                Item::Table(name) => inside = name == sheet,
                Item::Cell {
                    row,
                    column,
                    spans: (rows, columns),
                    ..
                } if inside && (1 < rows || 1 < columns) => {
                    regions.push(Region {
                        first: (row, column),
                        last: (
                            row.saturating_add(rows - 1),
                            column.saturating_add(columns - 1),
                        ),
                    });
                }
                Item::Cell { .. } => {}
            }
            ControlFlow::Continue(())
        })?;
        Ok(regions)
    }

    /// Tells every table and every cell with a value or a span, in the order of the file.
    fn walk(&self, each: &mut dyn FnMut(Item) -> ControlFlow<()>) -> Result<(), FileProblem> {
        let mut reader = Reader::from_reader(BufReader::new(self.content.as_slice()));
        let mut buffer = Vec::new();
        let mut walk = Walk::default();
        loop {
            buffer.clear();
            let event = reader
                .read_event_into(&mut buffer)
                .map_err(|_| FileProblem::Damaged)?;
            let flow = match event {
                Event::Start(tag) => walk.start(&tag, each),
                Event::Empty(tag) => match walk.start(&tag, each) {
                    ControlFlow::Continue(()) => walk.end(tag.local_name().as_ref(), each),
                    stop => stop,
                },
                Event::End(tag) => walk.end(tag.local_name().as_ref(), each),
                Event::Text(text) => {
                    walk.text(&text.xml10_content());
                    ControlFlow::Continue(())
                }
                Event::GeneralRef(reference) => {
                    walk.reference(&reference);
                    ControlFlow::Continue(())
                }
                Event::Eof => return Ok(()),
                _ => ControlFlow::Continue(()),
            };
            if REPEATED_CELLS_MAX < walk.repeated_cells {
                return Err(FileProblem::UnpacksTooLarge);
            }
            if flow.is_break() {
                return Ok(());
            }
        }
    }
}

enum Item<'i> {
    Table(&'i str),
    Cell {
        row: u32,
        column: u32,
        value: Value,
        spans: (u32, u32),
    },
}

/// Where in the document we are.
#[derive(Default)]
struct Walk {
    row: u32,
    column: u32,
    row_repeated: u32,
    repeated_cells: u32,
    /// The cells of the row so far, to tell them again for a repeated row.
    row_cells: Vec<(u32, Value)>,
    cell: Option<Cell>,
    /// Depth inside notes on cells, whose text is not the cell's.
    note_depth: u32,
    table_depth: u32,
}

#[derive(Default)]
struct Cell {
    value: Value,
    is_fault: bool,
    text: String,
    paragraphs: u32,
    repeated: u32,
    spans: (u32, u32),
}

impl Walk {
    fn start(
        &mut self,
        tag: &BytesStart,
        each: &mut dyn FnMut(Item) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match tag.local_name().as_ref() {
            "table" => {
                self.table_depth += 1;
                self.row = 0;
                let name = attribute(tag, "name").unwrap_or_default();
                return each(Item::Table(&name));
            }
            "table-row" => {
                self.column = 0;
                self.row_repeated = number(tag, "number-rows-repeated");
                self.row_cells.clear();
            }
            "table-cell" | "covered-table-cell" => self.cell = Some(Cell::of(tag)),
            "annotation" => self.note_depth += 1,
            "p" if self.note_depth == 0 => {
                if let Some(cell) = &mut self.cell {
                    if 0 < cell.paragraphs {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "s" => self.text(" "),
            "line-break" => self.text("\n"),
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn end(
        &mut self,
        name: &str,
        each: &mut dyn FnMut(Item) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match name {
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    return self.cell_ended(cell, each);
                }
            }
            "table-row" => return self.row_ended(each),
            "annotation" => self.note_depth = self.note_depth.saturating_sub(1),
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn cell_ended(
        &mut self,
        cell: Cell,
        each: &mut dyn FnMut(Item) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let column = self.column;
        self.column = column.saturating_add(cell.repeated);
        let (repeated, spans) = (cell.repeated, cell.spans);
        let value = cell.finished();
        if value == Value::Empty && spans == (1, 1) {
            return ControlFlow::Continue(());
        }
        if ROWS_MAX <= self.row {
            return ControlFlow::Continue(());
        }
        for column in column..column.saturating_add(repeated).min(COLUMNS_MAX) {
            self.repeated_cells += u32::from(1 < repeated);
            if REPEATED_CELLS_MAX < self.repeated_cells {
                return ControlFlow::Break(());
            }
            if 1 < self.row_repeated && value != Value::Empty {
                self.row_cells.push((column, value.clone()));
            }
            each(Item::Cell {
                row: self.row,
                column,
                value: value.clone(),
                spans,
            })?;
        }
        ControlFlow::Continue(())
    }

    fn row_ended(&mut self, each: &mut dyn FnMut(Item) -> ControlFlow<()>) -> ControlFlow<()> {
        let first = self.row;
        self.row = first.saturating_add(self.row_repeated);
        if self.row_cells.is_empty() {
            return ControlFlow::Continue(());
        }
        for row in first + 1..self.row.min(ROWS_MAX) {
            for (column, value) in &self.row_cells {
                self.repeated_cells += 1;
                if REPEATED_CELLS_MAX < self.repeated_cells {
                    return ControlFlow::Break(());
                }
                let value = value.clone();
                each(Item::Cell {
                    row,
                    column: *column,
                    value,
                    spans: (1, 1),
                })?;
            }
        }
        ControlFlow::Continue(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell
            && self.note_depth == 0
            && 0 < cell.paragraphs
        {
            cell.text.push_str(text);
        }
    }

    fn reference(&mut self, reference: &quick_xml::events::BytesRef) {
        if let Ok(Some(c)) = reference.resolve_char_ref() {
            self.text(c.encode_utf8(&mut [0; 4]));
        } else if let Some(text) = quick_xml::escape::resolve_predefined_entity(reference) {
            self.text(text);
        }
    }
}

impl Cell {
    fn of(tag: &BytesStart) -> Self {
        let typed = |name: &str| attribute(tag, name);
        let value = match attribute(tag, "value-type").as_deref() {
            Some("float" | "percentage" | "currency") => typed("value")
                .and_then(|value| value.parse().ok())
                .map(Value::Number),
            Some("date") => typed("date-value").map(|value| iso_moment(&value)),
            Some("boolean") => typed("boolean-value").map(|value| Value::Truth(value == "true")),
            Some("string") => typed("string-value")
                .filter(|value| !value.is_empty())
                .map(|value| Value::Text(value.into())),
            _ => None,
        };
        Self {
            value: value.unwrap_or_default(),
            is_fault: tag
                .attributes()
                .flatten()
                .any(|a| a.key.as_ref() == "calcext:value-type" && a.value.as_ref() == "error"),
            repeated: number(tag, "number-columns-repeated"),
            spans: (
                number(tag, "number-rows-spanned"),
                number(tag, "number-columns-spanned"),
            ),
            ..Self::default()
        }
    }

    fn finished(self) -> Value {
        match self.value {
            _ if self.is_fault => Value::Fault(self.text.into()),
            Value::Empty if !self.text.trim().is_empty() => Value::Text(self.text.into()),
            value => value,
        }
    }
}

/// An attribute by its local name, of any name space but `calcext`, which repeats the type of the cell.
fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    tag.attributes().flatten().find_map(|attribute| {
        let key = attribute.key;
        let is_meant = key.local_name().as_ref() == name
            && key
                .prefix()
                .is_none_or(|prefix| prefix.as_ref() != "calcext");
        is_meant.then(|| {
            quick_xml::escape::unescape(attribute.value.as_ref()).map_or_else(
                |_| attribute.value.as_ref().to_owned(),
                |text| text.into_owned(),
            )
        })
    })
}

/// At least 1, as all counts of the format are.
fn number(tag: &BytesStart, name: &str) -> u32 {
    attribute(tag, name)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1)
        .max(1)
}

fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Vec<u8>, FileProblem> {
    let mut bytes = Vec::new();
    zip.by_name(name)
        .map_err(|_| FileProblem::NotAWorkbook)?
        .take(kernel::limits::WORKBOOK_UNPACKED_BYTES_MAX)
        .read_to_end(&mut bytes)
        .map_err(|_| FileProblem::Damaged)?;
    Ok(bytes)
}

fn find(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}
