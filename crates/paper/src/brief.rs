use crate::{PaperError, word};
use chrono::NaiveDate;
use kernel::Lang;

/// A numbered brief (简报): head, an optional editor's note, title, body, foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// The language of the fixed words (`第3期`, `编者按`) and of the date.
    pub lang: Lang,
    /// The name in the red head, such as `党史学习教育简报`.
    pub name: String,
    pub issue: Issue,
    /// The issuing office, left under the name.
    pub office: String,
    pub date: NaiveDate,
    pub title: String,
    /// Paragraphs of the editor's note above the title; none for no note.
    pub editors_note: Vec<Vec<Inline>>,
    pub headings: Headings,
    pub blocks: Vec<Block>,
    pub foot: Foot,
}

impl Brief {
    /// The bytes of the Word file (`.docx`).
    pub fn to_docx(&self) -> Result<Vec<u8>, PaperError> {
        word::write(self)
    }
}

/// The two numbers of an issue: within its year, which restarts each January, and since the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Issue {
    pub number: u32,
    pub total: u32,
}

/// Who numbers the headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Headings {
    /// Their text is taken as it is: authors type `一、` themselves.
    #[default]
    AsWritten,
    /// [`crate::ordinal`] goes before each.
    Numbered,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Heading {
        level: Level,
        text: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    List {
        ordered: bool,
        items: Vec<Vec<Inline>>,
    },
    Table(Table),
    Image(Image),
}

/// The four levels of headings that the page format knows: 一、（一）1.（1）.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    One,
    Two,
    Three,
    Four,
}

impl Level {
    pub const ALL: [Level; 4] = [Level::One, Level::Two, Level::Three, Level::Four];

    /// The level for a depth from 1; deeper headings than the format knows take the deepest.
    pub fn from_depth(depth: usize) -> Self {
        Self::ALL[depth.clamp(1, Self::ALL.len()) - 1]
    }

    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Strong(String),
    /// A number that opens its records at `url` (http or https).
    Number {
        text: String,
        url: String,
    },
}

impl Inline {
    pub fn text(text: impl Into<String>) -> Self {
        Inline::Text(text.into())
    }

    pub fn number(text: impl Into<String>, url: impl Into<String>) -> Self {
        Inline::Number {
            text: text.into(),
            url: url.into(),
        }
    }

    pub(crate) fn shown(&self) -> &str {
        match self {
            Inline::Text(text) | Inline::Strong(text) | Inline::Number { text, .. } => text,
        }
    }
}

/// A ruled table over the whole width; its head is repeated on every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub caption: Option<String>,
    pub columns: Vec<Column>,
    /// Each row has one cell for each column.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub head: String,
    pub align: Align,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    #[default]
    Left,
    Centre,
    /// For numbers.
    Right,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// A PNG or a JPEG file.
    pub bytes: Vec<u8>,
    pub width_mm: u16,
    pub height_mm: u16,
    /// What the image shows, for those who do not see it.
    pub alt: String,
    /// Under the image; empty for none.
    pub caption: String,
}

impl Image {
    /// The ending of its file; `None` for what is neither.
    pub(crate) fn ending(&self) -> Option<&'static str> {
        if self.bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some("png")
        } else if self.bytes.starts_with(b"\xFF\xD8\xFF") {
            Some("jpg")
        } else {
            None
        }
    }
}

/// Who gets the brief, at the bottom of its last page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Foot {
    /// 报: to those above.
    pub report_to: Vec<String>,
    /// 送: to those beside.
    pub send_to: Vec<String>,
    /// 发: to those below.
    pub issue_to: Vec<String>,
    /// Printed copies, if it is printed at all.
    pub copies: Option<u32>,
}
