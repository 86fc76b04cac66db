//! The cells of a file, one after another, whatever its format.
//!
//! Nothing here builds the rectangle a sheet claims to cover: two cells at opposite corners of a sheet of 2 KB would
//! otherwise ask for hundreds of gigabytes (calamine issue 693).
mod csv;
mod ods;
mod unpacked;
mod xls;
mod xlsx;

use crate::{FileProblem, Value};
use kernel::limits;
use std::{
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// A rectangle of cells merged into one; bounds counted from 0, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) first: (u32, u32),
    pub(crate) last: (u32, u32),
}

#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) hidden: bool,
}

/// Told each cell with its row and column, counted from 0; breaks to stop early.
pub(crate) type EachCell<'f> = &'f mut dyn FnMut(u32, u32, Value) -> ControlFlow<()>;

pub(crate) enum Source<'b> {
    Xlsx(Box<xlsx::Book<'b>>),
    Xls(Box<xls::Book<'b>>),
    Ods(ods::Book),
    Csv(csv::Book),
}

impl<'b> Source<'b> {
    /// Looks at the bytes, never at a name: offices rename files.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, FileProblem> {
        if bytes.is_empty() {
            return Err(FileProblem::Empty);
        }
        if limits::WORKBOOK_BYTES_MAX < bytes.len() {
            return Err(FileProblem::TooLarge { bytes: bytes.len() });
        }
        unharmed(|| match Container::of(bytes) {
            Container::Zip => {
                let parts = unpacked::Parts::checked(bytes)?;
                if parts.has("xl/workbook.xml") || parts.has("_rels/.rels") && parts.has_sheets() {
                    Ok(Source::Xlsx(Box::new(xlsx::Book::open(bytes)?)))
                } else if parts.has("content.xml") {
                    Ok(Source::Ods(ods::Book::open(bytes)?))
                } else {
                    Err(FileProblem::NotAWorkbook)
                }
            }
            Container::Compound => Ok(Source::Xls(Box::new(xls::Book::open(bytes)?))),
            Container::Markup => Err(FileProblem::WebPage),
            Container::Text => Ok(Source::Csv(csv::Book::open(bytes)?)),
        })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        match self {
            Source::Xlsx(book) => book.sheets(),
            Source::Xls(book) => book.sheets(),
            Source::Ods(book) => book.sheets(),
            Source::Csv(book) => book.sheets(),
        }
    }

    pub(crate) fn cells(&mut self, sheet: &str, each: EachCell) -> Result<(), FileProblem> {
        unharmed(|| match self {
            Source::Xlsx(book) => book.cells(sheet, each),
            Source::Xls(book) => book.cells(sheet, each),
            Source::Ods(book) => book.cells(sheet, each),
            Source::Csv(book) => book.cells(each),
        })
    }

    /// About how many rows the sheet has, as far as its file says: good enough for a progress bar, not for anything else.
    pub(crate) fn rows(&mut self, sheet: &str) -> Result<Option<u32>, FileProblem> {
        unharmed(|| match self {
            Source::Xlsx(book) => Ok(book.rows(sheet)),
            Source::Xls(_) => Ok(None),
            Source::Ods(book) => Ok(Some(book.rows())),
            Source::Csv(book) => Ok(Some(book.rows())),
        })
    }

    pub(crate) fn merged(&mut self, sheet: &str) -> Result<Vec<Region>, FileProblem> {
        unharmed(|| match self {
            Source::Xlsx(book) => book.merged(sheet),
            Source::Xls(book) => book.merged(sheet),
            Source::Ods(book) => book.merged(sheet),
            Source::Csv(_) => Ok(Vec::new()),
        })
    }

    /// Whether the format tells numbers and dates from text. CSV does not.
    pub(crate) fn is_typed(&self) -> bool {
        !matches!(self, Source::Csv(_))
    }
}

enum Container {
    Zip,
    Compound,
    Markup,
    Text,
}

impl Container {
    fn of(bytes: &[u8]) -> Self {
        const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        if bytes.starts_with(b"PK") {
            return Container::Zip;
        }
        if bytes.starts_with(&COMPOUND) {
            return Container::Compound;
        }
        let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let start = start.trim_ascii_start();
        // Many systems "export to Excel" by sending a web page under the name .xls.
        let is_markup = [
            &b"<html"[..],
            b"<!doc",
            b"<?xml",
            b"<table",
            b"<meta",
            b"<head",
        ]
        .iter()
        .any(|tag| {
            start
                .get(..tag.len())
                .is_some_and(|first| first.eq_ignore_ascii_case(tag))
        });
        if is_markup {
            Container::Markup
        } else {
            Container::Text
        }
    }
}

/// Readers of foreign formats panic on some damaged files (calamine issues 174, 481). To the person that is one thing
/// more that makes a file unreadable, not a failure of the service. Nothing of the reader is used afterwards.
fn unharmed<T>(reading: impl FnOnce() -> Result<T, FileProblem>) -> Result<T, FileProblem> {
    catch_unwind(AssertUnwindSafe(reading)).unwrap_or(Err(FileProblem::Damaged))
}

/// calamine's view of a cell, as ours.
fn value_of(data: calamine::DataRef<'_>) -> Value {
    use calamine::DataRef;
    match data {
        DataRef::Empty => Value::Empty,
        DataRef::String(text) => Value::Text(text.into()),
        DataRef::SharedString(text) => Value::Text(text.into()),
        DataRef::Int(number) => Value::Number(number as f64),
        DataRef::Float(number) => Value::Number(number),
        DataRef::Bool(truth) => Value::Truth(truth),
        DataRef::DateTime(moment) => match moment.as_datetime() {
            Some(moment_of_day) if moment.is_datetime() => Value::Moment(moment_of_day),
            _ => Value::Number(moment.as_f64()),
        },
        DataRef::DateTimeIso(text) => iso_moment(&text),
        DataRef::DurationIso(text) => Value::Text(text.into()),
        DataRef::Error(fault) => Value::Fault(fault.to_string().into()),
        #[expect(unreachable_patterns, reason = "calamine may add kinds of values")]
        _ => Value::Empty,
    }
}

/// `2021-03-05` or `2021-03-05T08:30:00`; anything else stays text.
fn iso_moment(text: &str) -> Value {
    let moment = text.parse().ok().or_else(|| {
        let date: chrono::NaiveDate = text.parse().ok()?;
        Some(date.and_time(chrono::NaiveTime::MIN))
    });
    moment.map_or_else(|| Value::Text(text.into()), Value::Moment)
}
