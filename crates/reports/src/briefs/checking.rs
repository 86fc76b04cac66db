//! What is looked at before a brief is issued. Pure.
//!
//! Some findings keep a brief from being issued: what is missing, and tokens that show no number. The others are concerns:
//! it is issued when somebody says of each that it is meant so, and the issue keeps that it was said.
use super::{
    brief,
    embedded::Embedded,
    live::{NumberProblem, Numbers},
    markup::{self, Document},
    typed::{Typed, Verdict},
    versions::Looked,
};
use crate::figures::firmness::Firm;
use kernel::Lang;
use ledger::Firmness;
use paper::{
    Counted, PaperError,
    limits::{BLOCKS_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX},
};
use std::fmt;

/// Above this many characters a brief is long (rule R10), …
pub const LONG_CHARS: usize = 4_000;

/// … and above this many it is issued only when somebody says that it must be so long.
pub const TOO_LONG_CHARS: usize = 5_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    Fine,
    Long,
    TooLong,
}

/// What must be filled in and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Name,
    Office,
    Title,
    Body,
}

/// What may be meant so, and is issued only when somebody says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    TooLong,
    NoAddressees,
    WithoutRecords,
    Changed,
    Contradicts,
}

impl Concern {
    pub const ALL: [Concern; 5] = [
        Concern::TooLong,
        Concern::NoAddressees,
        Concern::WithoutRecords,
        Concern::Changed,
        Concern::Contradicts,
    ];

    /// As it stands in the form and in the book.
    pub fn code(self) -> &'static str {
        match self {
            Concern::TooLong => "too_long",
            Concern::NoAddressees => "no_addressees",
            Concern::WithoutRecords => "without_records",
            Concern::Changed => "changed",
            Concern::Contradicts => "contradicts",
        }
    }
}

/// A token that shows no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// From 1.
    pub line: usize,
    pub source: String,
    pub problem: NumberProblem,
}

/// What the page format has no room for, though it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unprintable {
    /// From 1; none where it is the text as a whole.
    pub line: Option<usize>,
    pub what: Counted,
    pub count: usize,
    pub max: usize,
}

impl Unprintable {
    /// What is wrong, and what to do about it.
    pub fn text(&self, lang: Lang) -> String {
        let (what, count, max) = (self.what, self.count, self.max);
        PaperError::TooMany { what, count, max }.text(lang)
    }
}

/// A figure that was another when the draft was last saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub line: usize,
    pub title: String,
    pub then: String,
    pub now: String,
}

/// A nought behind which there is not one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Empty {
    pub line: usize,
    pub title: String,
    pub shown: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    pub numbers: usize,
    pub characters: usize,
    pub missing: Vec<Missing>,
    pub unresolved: Vec<Unresolved>,
    pub unprintable: Vec<Unprintable>,
    pub has_addressees: bool,
    pub moved: Vec<Moved>,
    pub empty: Vec<Empty>,
    pub typed: Vec<Typed>,
    pub firm: Firm,
}

impl Check {
    pub fn length(&self) -> Length {
        match self.characters {
            characters if TOO_LONG_CHARS < characters => Length::TooLong,
            characters if LONG_CHARS < characters => Length::Long,
            _ => Length::Fine,
        }
    }

    /// Whether nothing keeps it from being issued that nobody could confirm.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.unresolved.is_empty() && self.unprintable.is_empty()
    }

    pub fn concerns(&self) -> Vec<Concern> {
        let contradicts = |typed: &Typed| typed.verdict == Verdict::Contradicts;
        let holds = |concern: &Concern| match concern {
            Concern::TooLong => self.length() == Length::TooLong,
            Concern::NoAddressees => !self.has_addressees,
            Concern::WithoutRecords => !self.empty.is_empty(),
            Concern::Changed => !self.moved.is_empty(),
            Concern::Contradicts => self.typed.iter().any(contradicts),
        };
        Concern::ALL.into_iter().filter(holds).collect()
    }

    /// Whether it may be issued by somebody who means these.
    pub fn passes(&self, confirmed: &[Concern]) -> bool {
        self.is_complete()
            && self
                .concerns()
                .iter()
                .all(|concern| confirmed.contains(concern))
    }
}

/// For logs and command lines; pages say it in the reader's language.
impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} characters", self.characters)?;
        for missing in &self.missing {
            write!(f, "; {missing:?} is missing")?;
        }
        for found in &self.unresolved {
            let problem = found.problem.text(Lang::En);
            write!(f, "; line {}, {}: {problem}", found.line, found.source)?;
        }
        for found in &self.unprintable {
            write!(f, "; {}", found.text(Lang::En))?;
        }
        for concern in self.concerns() {
            write!(f, "; {}", concern.code())?;
        }
        Ok(())
    }
}

/// What a draft is checked with.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    pub document: &'a Document,
    pub numbers: &'a Numbers,
    pub embedded: &'a Embedded,
    /// Of the text's numbers those without a record, by their places.
    pub without_records: &'a [usize],
    /// The numbers as they were when the draft was last saved, where that is asked.
    pub looked: Option<&'a Looked>,
    pub typed: &'a [Typed],
    /// Of each number in the text.
    pub firmness: &'a [Firmness],
}

pub fn check(brief: &brief::Model, seen: Seen<'_>) -> Check {
    let Seen {
        document, numbers, ..
    } = seen;
    let fields = [
        (Missing::Name, &brief.name),
        (Missing::Office, &brief.office),
        (Missing::Title, &brief.title),
        (Missing::Body, &brief.body),
    ];
    let missing = fields
        .into_iter()
        .filter(|(_, text)| text.trim().is_empty());
    let tokens = document.tokens.iter().zip(numbers);
    let of_text = tokens.clone().filter_map(|(placed, number)| {
        Some(Unresolved {
            line: placed.line,
            source: placed.source.clone(),
            problem: number.as_ref().err()?.clone(),
        })
    });
    let standing = document.embedded.iter().zip(seen.embedded);
    let of_lines = standing.filter_map(|(standing, resolved)| {
        Some(Unresolved {
            line: standing.line,
            source: standing.source.clone(),
            problem: resolved.as_ref().err()?.clone(),
        })
    });
    let mut unresolved: Vec<Unresolved> = of_text.chain(of_lines).collect();
    unresolved.sort_by_key(|found| found.line);
    let empty = tokens.enumerate().filter_map(|(index, (placed, number))| {
        let number = number.as_ref().ok()?;
        seen.without_records.contains(&index).then(|| Empty {
            line: placed.line,
            title: number.definition.title(Lang::Zh).to_owned(),
            shown: number.shown.clone(),
        })
    });
    let shown = |index: usize| match numbers.get(index) {
        Some(Ok(number)) => number.shown.chars().filter(|c| !c.is_whitespace()).count(),
        _ => 0,
    };
    let to = [&brief.report_to, &brief.send_to, &brief.issue_to];
    Check {
        numbers: document.tokens.len(),
        characters: document.characters(shown),
        missing: missing.map(|(missing, _)| missing).collect(),
        unresolved,
        unprintable: unprintable(&brief.body, document),
        has_addressees: to.iter().any(|to| !brief::addressees(to).is_empty()),
        moved: moved(document, numbers, seen.looked),
        empty: empty.collect(),
        typed: seen.typed.to_vec(),
        firm: firm(document, seen.firmness),
    }
}

/// What would keep the Word file from being written, found before there is a number to it.
fn unprintable(body: &str, document: &Document) -> Vec<Unprintable> {
    let tables = markup::tables(body).into_iter().flat_map(|table| {
        [
            (Counted::Columns, table.columns, TABLE_COLUMNS_MAX),
            (Counted::Rows, table.rows, TABLE_ROWS_MAX),
        ]
        .map(|(what, count, max)| Unprintable {
            line: Some(table.line),
            what,
            count,
            max,
        })
    });
    let blocks = Unprintable {
        line: None,
        what: Counted::Blocks,
        count: document.blocks.len(),
        max: BLOCKS_MAX,
    };
    let all = tables.chain(std::iter::once(blocks));
    all.filter(|found| found.max < found.count).collect()
}

fn firm(document: &Document, firmness: &[Firmness]) -> Firm {
    let mut firm = Firm::default();
    for (placed, one) in document.tokens.iter().zip(firmness) {
        firm.add(placed.line, *one);
    }
    firm
}

fn moved(document: &Document, numbers: &Numbers, looked: Option<&Looked>) -> Vec<Moved> {
    let Some(looked) = looked else {
        return Vec::new();
    };
    let tokens = document.tokens.iter().zip(numbers).enumerate();
    tokens
        .filter_map(|(index, (placed, number))| {
            let number = number.as_ref().ok()?;
            let (source, then) = looked.0.get(index)?;
            (*source == placed.source && !then.is_empty() && *then != number.shown).then(|| Moved {
                line: placed.line,
                title: number.definition.title(Lang::Zh).to_owned(),
                then: then.clone(),
                now: number.shown.clone(),
            })
        })
        .collect()
}
