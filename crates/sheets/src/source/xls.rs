//! `.xls` of Excel 97-2003 and of WPS (`.et`), and the encrypted wrapping of newer workbooks.
use super::{EachCell, Region, Sheet, value_of};
use crate::{FileProblem, Value};
use calamine::{Data, Reader, SheetVisible, Xls, XlsError};
use std::{
    io::{Cursor, Read},
    ops::ControlFlow,
};

/// Most cells in the rectangle around the cells of one sheet: calamine builds it. An `.xls` has at most 65,536 rows;
/// this leaves 120 columns for a full one.
const RECTANGLE_CELLS_MAX: u64 = 8_000_000;

pub(crate) struct Book<'b> {
    book: Xls<Cursor<&'b [u8]>>,
}

impl<'b> Book<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, FileProblem> {
        let stream = workbook_stream(bytes)?;
        check_rectangles(&stream)?;
        drop(stream);
        let book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => FileProblem::Encrypted,
            _ => FileProblem::Damaged,
        })?;
        Ok(Self { book })
    }

    pub(super) fn sheets(&self) -> Vec<Sheet> {
        let sheets = self.book.sheets_metadata();
        sheets
            .iter()
            .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet)
            .map(|sheet| Sheet {
                name: sheet.name.clone(),
                hidden: sheet.visible != SheetVisible::Visible,
            })
            .collect()
    }

    pub(super) fn cells(&mut self, sheet: &str, each: EachCell) -> Result<(), FileProblem> {
        let range = self
            .book
            .worksheet_range(sheet)
            .map_err(|_| FileProblem::Damaged)?;
        let Some((first_row, first_column)) = range.start() else {
            return Ok(());
        };
        for (row, column, data) in range.used_cells() {
            let value = of_data(data);
            let (row, column) = (first_row + row as u32, first_column + column as u32);
            if value != Value::Empty && each(row, column, value) == ControlFlow::Break(()) {
                break;
            }
        }
        Ok(())
    }

    pub(super) fn merged(&mut self, sheet: &str) -> Result<Vec<Region>, FileProblem> {
        let regions = self.book.merge_cells_by_sheet_name(sheet);
        let regions = regions.map_err(|_| FileProblem::Damaged)?;
        Ok(regions.into_iter().map(Region::from).collect())
    }
}

fn of_data(data: &Data) -> Value {
    match data {
        Data::String(text) => Value::Text(text.as_str().into()),
        Data::Error(fault) => Value::Fault(fault.to_string().into()),
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::Bool(truth) => Value::Truth(*truth),
        Data::DateTime(moment) => value_of(calamine::DataRef::DateTime(*moment)),
        Data::DateTimeIso(text) => super::iso_moment(text),
        Data::DurationIso(text) => Value::Text(text.as_str().into()),
        Data::Empty => Value::Empty,
    }
}

/// The stream of records of an Excel 97 workbook ([MS-XLS] 2.1.2).
fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, FileProblem> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| FileProblem::Damaged)?;
    // A newer workbook with a password is wrapped like this ([MS-OFFCRYPTO] 1.3.2).
    if file.is_stream("/EncryptedPackage") {
        return Err(FileProblem::Encrypted);
    }
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| file.is_stream(name))
        .ok_or(FileProblem::NotAWorkbook)?;
    let mut stream = Vec::new();
    file.open_stream(name)
        .and_then(|stream_reader| {
            stream_reader
                .take(kernel::limits::WORKBOOK_BYTES_MAX as u64)
                .read_to_end(&mut stream)
        })
        .map_err(|_| FileProblem::Damaged)?;
    Ok(stream)
}

/// Walks the records of each sheet and refuses those whose cells lie so far apart that the rectangle would not fit.
fn check_rectangles(stream: &[u8]) -> Result<(), FileProblem> {
    const BEGIN_OF_SHEET: u16 = 0x0809;
    let mut rest = stream;
    let mut corners = Corners::default();
    while let Some((head, body)) = rest.split_at_checked(4) {
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let size = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let Some((record, next)) = body.split_at_checked(size) else {
            break;
        };
        rest = next;
        if kind == BEGIN_OF_SHEET {
            corners = Corners::default();
        } else if is_cell(kind) && 4 <= record.len() {
            let row = u16::from_le_bytes([record[0], record[1]]);
            let column = u16::from_le_bytes([record[2], record[3]]);
            corners.include(row, column);
            if matches!(kind, 0x00BD | 0x00BE) {
                let last = u16::from_le_bytes([record[size - 2], record[size - 1]]);
                corners.include(row, last);
            }
        }
        if RECTANGLE_CELLS_MAX < corners.cells() {
            return Err(FileProblem::UnpacksTooLarge);
        }
    }
    Ok(())
}

/// BLANK, NUMBER, LABEL, BOOLERR, RK, LABELSST, RSTRING, FORMULA, MULRK, MULBLANK ([MS-XLS] 2.3.2).
fn is_cell(kind: u16) -> bool {
    matches!(
        kind,
        0x0201 | 0x0203 | 0x0204 | 0x0205 | 0x027E | 0x00FD | 0x00D6 | 0x0006 | 0x00BD | 0x00BE
    )
}

#[derive(Default)]
struct Corners {
    rows: Option<(u16, u16)>,
    columns: Option<(u16, u16)>,
}

impl Corners {
    fn include(&mut self, row: u16, column: u16) {
        self.rows = Some(stretched(self.rows, row));
        self.columns = Some(stretched(self.columns, column));
    }

    fn cells(&self) -> u64 {
        let length = |bounds: Option<(u16, u16)>| {
            bounds.map_or(0, |(first, last)| u64::from(last - first) + 1)
        };
        length(self.rows) * length(self.columns)
    }
}

fn stretched(bounds: Option<(u16, u16)>, value: u16) -> (u16, u16) {
    bounds.map_or((value, value), |(first, last)| {
        (first.min(value), last.max(value))
    })
}
