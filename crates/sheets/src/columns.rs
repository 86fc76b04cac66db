use crate::value::spelling::fold;
use kernel::{Bilingual, Lang, limits};
use std::collections::HashMap;

/// What an import looks for, in the order in which the template shows it.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    columns: Vec<Column>,
}

impl Columns {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a column.
    ///
    /// # Panics
    /// When the key was declared before: two columns of one key could not be told apart.
    pub fn with(mut self, column: Column) -> Self {
        assert!(
            self.position(column.key).is_none(),
            "column {} is declared twice",
            column.key
        );
        self.columns.push(column);
        self
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Column> {
        self.columns.iter()
    }

    pub fn len(&self) -> usize {
        self.columns.len()
    }

    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    pub(crate) fn at(&self, position: usize) -> &Column {
        &self.columns[position]
    }
}

/// One column: how it is called, what its cells hold, and how the template explains it.
#[derive(Debug, Clone)]
pub struct Column {
    pub key: &'static str,
    pub title: Bilingual,
    pub aliases: &'static [&'static str],
    pub required: bool,
    pub kind: Kind,
    pub fill: Fill,
    pub example: Bilingual,
    pub help: Bilingual,
}

/// What the cells of a column hold.
#[derive(Debug, Clone)]
pub enum Kind {
    Text {
        chars_max: usize,
    },
    /// Digits and letters that stand for something; kept as text. With a `width`, lost leading zeros are noticed.
    Code {
        width: Option<usize>,
    },
    Whole {
        min: i64,
        max: i64,
    },
    Date {
        /// A month alone is its first day, as rosters keep the day on which somebody came.
        month_is_enough: bool,
    },
    Phone,
    Choice(Vec<Choice>),
    /// Several names in one cell, separated by `、`, commas, semicolons or line breaks.
    Names,
}

/// One value of a [`Kind::Choice`]: `key` is what the program gets, titles and aliases are what people write.
#[derive(Debug, Clone)]
pub struct Choice {
    pub key: String,
    pub zh: String,
    pub en: String,
    pub aliases: Vec<String>,
}

/// Whether a cell without a value takes the one from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fill {
    #[default]
    Never,
    /// Where cells are merged downwards, as a theme over its tasks.
    Merged,
    /// Also where the cell is blank: merged cells become blanks when a workbook is saved as CSV.
    Blanks,
}

impl Column {
    pub fn new(key: &'static str, title: Bilingual, kind: Kind) -> Self {
        Self {
            key,
            title,
            aliases: &[],
            required: false,
            kind,
            fill: Fill::Never,
            example: Bilingual::new("", ""),
            help: Bilingual::new("", ""),
        }
    }

    pub fn text(key: &'static str, title: Bilingual) -> Self {
        let chars_max = limits::TITLE_CHARS_MAX;
        Self::new(key, title, Kind::Text { chars_max })
    }

    /// Free text up to [`limits::NOTE_CHARS_MAX`].
    pub fn note(key: &'static str, title: Bilingual) -> Self {
        let chars_max = limits::NOTE_CHARS_MAX;
        Self::new(key, title, Kind::Text { chars_max })
    }

    pub fn code(key: &'static str, title: Bilingual) -> Self {
        Self::new(key, title, Kind::Code { width: None })
    }

    pub fn whole(key: &'static str, title: Bilingual, min: i64, max: i64) -> Self {
        Self::new(key, title, Kind::Whole { min, max })
    }

    pub fn date(key: &'static str, title: Bilingual) -> Self {
        let month_is_enough = false;
        Self::new(key, title, Kind::Date { month_is_enough })
    }

    pub fn phone(key: &'static str, title: Bilingual) -> Self {
        Self::new(key, title, Kind::Phone)
    }

    pub fn choice(key: &'static str, title: Bilingual, choices: Vec<Choice>) -> Self {
        Self::new(key, title, Kind::Choice(choices))
    }

    pub fn names(key: &'static str, title: Bilingual) -> Self {
        Self::new(key, title, Kind::Names)
    }

    /// Other names offices give this column.
    pub fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// For a code column: the number of digits every code has.
    pub fn width(mut self, digits: usize) -> Self {
        self.kind = Kind::Code {
            width: Some(digits),
        };
        self
    }

    /// For a date column: a month without its day is the first of the month.
    pub fn month_is_enough(mut self) -> Self {
        let month_is_enough = true;
        self.kind = Kind::Date { month_is_enough };
        self
    }

    pub fn fill(mut self, fill: Fill) -> Self {
        self.fill = fill;
        self
    }

    pub fn example(mut self, zh: &'static str, en: &'static str) -> Self {
        self.example = Bilingual::new(zh, en);
        self
    }

    pub fn help(mut self, zh: &'static str, en: &'static str) -> Self {
        self.help = Bilingual::new(zh, en);
        self
    }

    /// Every spelling of every choice, to find one among thousands at once; the first of two that are spelled alike.
    pub(crate) fn spellings(&self) -> HashMap<String, usize> {
        let Kind::Choice(choices) = &self.kind else {
            return HashMap::new();
        };
        let mut spellings = HashMap::new();
        for (index, choice) in choices.iter().enumerate() {
            for spelling in choice.spellings() {
                spellings.entry(fold(spelling)).or_insert(index);
            }
        }
        spellings
    }

    pub(crate) fn names_of_head(&self) -> impl Iterator<Item = &'static str> {
        [self.title.zh, self.title.en]
            .into_iter()
            .chain(self.aliases.iter().copied())
    }
}

impl Choice {
    pub fn new(key: &str, zh: &str, en: &str) -> Self {
        Self {
            key: key.to_owned(),
            zh: zh.to_owned(),
            en: en.to_owned(),
            aliases: Vec::new(),
        }
    }

    /// A value that is its own title in both languages, such as a unit's name.
    pub fn plain(value: &str) -> Self {
        Self::new(value, value, value)
    }

    pub fn or(mut self, alias: &str) -> Self {
        self.aliases.push(alias.to_owned());
        self
    }

    pub fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    fn spellings(&self) -> impl Iterator<Item = &str> {
        [&self.key, &self.zh, &self.en]
            .into_iter()
            .chain(&self.aliases)
            .map(String::as_str)
    }
}
