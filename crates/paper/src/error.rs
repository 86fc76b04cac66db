use crate::limits::{IMAGE_HEIGHT_MM_MAX, TEXT_WIDTH_MM};
use crate::words;
use kernel::Lang;
use thiserror::Error;

/// Why a document cannot be written. Tables, rows and images are counted from 1.
#[derive(Debug, Error)]
pub enum PaperError {
    #[error("{count} {what:?}, but at most {max} are possible")]
    TooMany {
        what: Counted,
        count: usize,
        max: usize,
    },
    #[error("row {row} of table {table} has {cells} cells for {columns} columns")]
    UnevenRow {
        table: usize,
        row: usize,
        cells: usize,
        columns: usize,
    },
    #[error("table {table} has no columns")]
    NoColumns { table: usize },
    #[error("image {image} is neither a PNG nor a JPEG file")]
    NotAnImage { image: usize },
    #[error("image {image} does not fit the page")]
    WrongSize { image: usize },
    #[error("the number {text:?} has a link that cannot be opened")]
    BadLink { text: String },
    #[error("the drawing could not be made into a picture: {0}")]
    NotDrawn(String),
    #[error("the file could not be packed")]
    NotPacked(#[from] zip::result::ZipError),
}

/// What there may not be too many of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    Blocks,
    Characters,
    Columns,
    Rows,
    Images,
    ImageBytes,
    LinkCharacters,
}

impl PaperError {
    /// What is wrong, where, and what to do about it.
    pub fn text(&self, lang: Lang) -> String {
        let t = words::texts(lang);
        match self {
            Self::TooMany { what, count, max } => {
                let what = match what {
                    Counted::Blocks => t.what_blocks(),
                    Counted::Characters => t.what_characters(),
                    Counted::Columns => t.what_columns(),
                    Counted::Rows => t.what_rows(),
                    Counted::Images => t.what_images(),
                    Counted::ImageBytes => t.what_image_bytes(),
                    Counted::LinkCharacters => t.what_link_characters(),
                };
                t.too_many(what, *count, *max)
            }
            Self::UnevenRow {
                table,
                row,
                cells,
                columns,
            } => t.uneven_row(*table, *row, *cells, *columns),
            Self::NoColumns { table } => t.no_columns(*table),
            Self::NotAnImage { image } => t.not_an_image(*image),
            Self::WrongSize { image } => t.wrong_size(*image, TEXT_WIDTH_MM, IMAGE_HEIGHT_MM_MAX),
            Self::BadLink { text } => t.bad_link(text.as_str()),
            Self::NotDrawn(found) => t.not_drawn(found.as_str()),
            Self::NotPacked(source) => t.not_packed(source.to_string()),
        }
    }
}
