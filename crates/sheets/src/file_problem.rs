use crate::words::texts;
use kernel::{Lang, limits};

/// Why a file cannot be read at all. [`FileProblem::text`] says it to the person: place, reason, remedy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    #[error("the file has {bytes} bytes")]
    TooLarge { bytes: usize },
    #[error("the file unpacks to more than the limit")]
    UnpacksTooLarge,
    #[error("the file is no workbook")]
    NotAWorkbook,
    #[error("the file is a web page or an XML document")]
    WebPage,
    #[error("the workbook has a password")]
    Encrypted,
    #[error("the workbook is damaged")]
    Damaged,
    #[error("the file has no cells")]
    Empty,
    #[error("the workbook has no sheet {wanted}")]
    SheetMissing { wanted: String, sheets: Vec<String> },
    /// No sheet has a row with all required titles; this is the row that came nearest.
    #[error("no head found; missing {missing:?}")]
    HeadMissing {
        sheet: String,
        /// From 1.
        row: u32,
        missing: Vec<String>,
        seen: Vec<String>,
    },
    #[error("sheet {sheet} has a head and no rows under it")]
    NoRows { sheet: String },
    #[error("sheet {sheet} has more than {rows_max} rows")]
    TooManyRows { sheet: String, rows_max: usize },
    #[error("sheet {sheet} has the error value {fault} after {after}")]
    UnknownFault {
        sheet: String,
        after: String,
        fault: String,
    },
}

impl FileProblem {
    pub fn text(&self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Self::TooLarge { bytes } => {
                t.file_too_large(mebibytes(*bytes), mebibytes(limits::WORKBOOK_BYTES_MAX))
            }
            Self::UnpacksTooLarge => t.file_unpacks_too_large(),
            Self::NotAWorkbook => t.file_not_a_workbook(),
            Self::WebPage => t.file_web_page(),
            Self::Encrypted => t.file_encrypted(),
            Self::Damaged => t.file_damaged(),
            Self::Empty => t.file_empty(),
            Self::SheetMissing { wanted, sheets } => {
                t.file_sheet_missing(wanted, sheets.join(separator(lang)))
            }
            Self::HeadMissing { seen, .. } if seen.is_empty() => t.file_empty(),
            Self::HeadMissing {
                sheet,
                row,
                missing,
                seen,
            } => t.file_head_missing(
                sheet,
                row.to_string(),
                seen.join(separator(lang)),
                missing.join(separator(lang)),
            ),
            Self::NoRows { sheet } => t.file_no_rows(sheet),
            Self::TooManyRows { sheet, rows_max } => {
                t.file_too_many_rows(sheet, rows_max.to_string())
            }
            Self::UnknownFault {
                sheet,
                after,
                fault,
            } => t.file_unknown_fault(sheet, after, fault),
        }
    }
}

/// Rounded up, so that a file just over the limit does not look as large as the limit.
fn mebibytes(bytes: usize) -> String {
    bytes.div_ceil(1024 * 1024).to_string()
}

/// What stands between the titles of a list in a sentence.
pub(crate) fn separator(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}
