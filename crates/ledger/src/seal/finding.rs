//! What does not agree with a seal, named as far as it can be told.
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A value is another one than was sealed.
    Changed,
    /// The row was sealed and is not there.
    Missing,
    /// The row was not sealed and is there, among those that were.
    Added,
    /// The seal does not follow from the one before.
    Unchained,
    /// A row and its leaf were changed together: the seal's root does not follow from either.
    Together,
}

/// The row that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "row", rename_all = "snake_case")]
pub enum Row {
    Entry {
        seq: i64,
    },
    Posting {
        seq: i64,
        line: i64,
    },
    Edge {
        version: i64,
    },
    Account {
        id: i64,
    },
    Figure {
        code: String,
        version: i64,
    },
    /// A row of `ledger_leaf`, by its place below the seal.
    Leaf {
        place: i64,
    },
    /// The row of the seal itself.
    Seal,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The number of the seal that it disagrees with.
    pub seal: i64,
    pub day: Option<NaiveDate>,
    pub what: What,
    #[serde(flatten)]
    pub row: Row,
    /// The column, where it can be told.
    pub column: Option<&'static str>,
    /// The value that stands there now.
    pub now: Option<String>,
}

/// How many findings are listed before listing stops.
pub const FINDINGS_MAX: usize = 1_000;

/// Collects findings of one seal.
pub(crate) struct Findings<'a> {
    pub(crate) seal: i64,
    pub(crate) day: Option<NaiveDate>,
    pub(crate) list: &'a mut Vec<Finding>,
}

impl Findings<'_> {
    pub(crate) fn say(&mut self, what: What, row: Row) {
        self.say_of(what, row, None, None);
    }

    pub(crate) fn changed(&mut self, row: Row, column: &'static str, now: Option<&db::Cell>) {
        let now = now.map(ToString::to_string);
        self.say_of(What::Changed, row, Some(column), now);
    }

    /// Says that a row was changed, unless that was said of it already.
    pub(crate) fn once(&mut self, row: Row, column: &'static str) {
        let mut said = self.list.iter().rev();
        if !said.any(|one| one.seal == self.seal && one.row == row) {
            self.changed(row, column, None);
        }
    }

    fn say_of(&mut self, what: What, row: Row, column: Option<&'static str>, now: Option<String>) {
        if FINDINGS_MAX <= self.list.len() {
            return;
        }
        self.list.push(Finding {
            seal: self.seal,
            day: self.day,
            what,
            row,
            column,
            now,
        });
    }
}
