//! `.xlsx` and `.xlsm`.
use super::{EachCell, Region, Sheet, value_of};
use crate::{FileProblem, Value, place};
use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;

pub(crate) struct Book<'b> {
    book: Xlsx<Cursor<&'b [u8]>>,
}

impl<'b> Book<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, FileProblem> {
        let book = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
        Ok(Self { book })
    }

    pub(super) fn sheets(&self) -> Vec<Sheet> {
        let sheets = self.book.sheets_metadata();
        sheets
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| Sheet {
                name: sheet.name.clone(),
                hidden: sheet.visible != SheetVisible::Visible,
            })
            .collect()
    }

    pub(super) fn cells(&mut self, sheet: &str, each: EachCell) -> Result<(), FileProblem> {
        let mut cells = match self.book.worksheet_cells_reader(sheet) {
            Ok(cells) => cells,
            // An empty sheet may lack its data part.
            Err(XlsxError::XmlEof(_) | XlsxError::NotAWorksheet(_)) => return Ok(()),
            Err(error) => return Err(unreadable(error)),
        };
        let mut before = (0, 0);
        loop {
            let cell = match cells.next_cell() {
                Ok(Some(cell)) => cell,
                Ok(None) => return Ok(()),
                Err(XlsxError::CellError(fault)) => {
                    return Err(FileProblem::UnknownFault {
                        sheet: sheet.to_owned(),
                        after: place::cell_name(before.0, before.1),
                        fault,
                    });
                }
                Err(error) => return Err(unreadable(error)),
            };
            before = cell.get_position();
            let value = value_of(cell.get_value().clone());
            if value != Value::Empty && each(before.0, before.1, value).is_break() {
                return Ok(());
            }
        }
    }

    /// The last row of the area that the sheet declares, if it declares one.
    pub(super) fn rows(&mut self, sheet: &str) -> Option<u32> {
        let cells = self.book.worksheet_cells_reader(sheet).ok()?;
        let last = cells.dimensions().end.0;
        (0 < last).then(|| last.saturating_add(1))
    }

    pub(super) fn merged(&mut self, sheet: &str) -> Result<Vec<Region>, FileProblem> {
        let regions = self
            .book
            .merge_cells_by_sheet_name(sheet)
            .map_err(unreadable)?;
        Ok(regions.into_iter().map(Region::from).collect())
    }
}

impl From<calamine::Dimensions> for Region {
    fn from(dimensions: calamine::Dimensions) -> Self {
        Region {
            first: dimensions.start,
            last: dimensions.end,
        }
    }
}

fn unreadable(error: XlsxError) -> FileProblem {
    match error {
        XlsxError::Password => FileProblem::Encrypted,
        _ => FileProblem::Damaged,
    }
}
