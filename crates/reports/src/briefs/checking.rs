//! What is looked at before a brief is issued. Pure.
use super::{
    brief,
    live::{NumberProblem, Numbers},
    markup::Document,
};
use kernel::Lang;
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

/// A token that shows no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// From 1.
    pub line: usize,
    pub source: String,
    pub problem: NumberProblem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    pub numbers: usize,
    pub characters: usize,
    pub missing: Vec<Missing>,
    pub unresolved: Vec<Unresolved>,
}

impl Check {
    pub fn length(&self) -> Length {
        match self.characters {
            characters if TOO_LONG_CHARS < characters => Length::TooLong,
            characters if LONG_CHARS < characters => Length::Long,
            _ => Length::Fine,
        }
    }

    /// Whether it may be issued; `length_is_meant`: somebody says that it must be so long.
    pub fn passes(&self, length_is_meant: bool) -> bool {
        self.missing.is_empty()
            && self.unresolved.is_empty()
            && (length_is_meant || self.length() != Length::TooLong)
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
        Ok(())
    }
}

pub fn check(brief: &brief::Model, document: &Document, numbers: &Numbers) -> Check {
    let fields = [
        (Missing::Name, &brief.name),
        (Missing::Office, &brief.office),
        (Missing::Title, &brief.title),
        (Missing::Body, &brief.body),
    ];
    let missing = fields
        .into_iter()
        .filter(|(_, text)| text.trim().is_empty());
    let unresolved = document
        .tokens
        .iter()
        .zip(numbers)
        .filter_map(|(placed, number)| {
            Some(Unresolved {
                line: placed.line,
                source: placed.source.clone(),
                problem: number.as_ref().err()?.clone(),
            })
        });
    let shown = |index: usize| match numbers.get(index) {
        Some(Ok(number)) => number.shown.chars().filter(|c| !c.is_whitespace()).count(),
        _ => 0,
    };
    Check {
        numbers: document.tokens.len(),
        characters: document.characters(shown),
        missing: missing.map(|(missing, _)| missing).collect(),
        unresolved: unresolved.collect(),
    }
}
