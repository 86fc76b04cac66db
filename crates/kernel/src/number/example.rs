//! A format is given by an example, as an office writes the number: `214.6亿元`, `3900余名`, `0.2个百分点`.
use super::digits::{Written, narrow, power, read};
use super::{Measure, NumberFormat, Scale, words};
use crate::Lang;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// Longest word behind a number, in characters.
const WORD_CHARS_MAX: usize = 20;

/// What stands behind an example whose scale is chosen by the size of each number.
const AUTO: &str = "(自动)";

const POINTS: &str = "个百分点";

/// Why an example says no format. [`ExampleError::text`] says what would.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExampleError {
    #[error("the example {0:?} does not begin with a number")]
    NoNumber(String),
    #[error("the example {0:?} has more decimals than are kept ({1})")]
    TooFine(String, u32),
    #[error("the number of the example {0:?} is too large")]
    TooLarge(String),
    #[error(
        "the number of the example {0:?} is not round, so nothing says to what it is rounded down"
    )]
    NotRound(String),
    #[error("a share such as {0:?} cannot be rounded down to \"more than\"")]
    ShareAtLeast(String),
    #[error(
        "the word of the example {0:?} is longer than {WORD_CHARS_MAX} characters or has digits in it"
    )]
    BadWord(String),
}

impl ExampleError {
    /// What is wrong and what would be right, for the person who typed the example.
    pub fn text(&self, lang: Lang) -> String {
        let t = words::texts(lang);
        match self {
            Self::NoNumber(example) => t.number_example_no_number(example.as_str()),
            Self::TooFine(example, decimals) => {
                t.number_example_too_fine(example.as_str(), decimals.to_string())
            }
            Self::TooLarge(example) => t.number_example_too_large(example.as_str()),
            Self::NotRound(example) => t.number_example_not_round(example.as_str()),
            Self::ShareAtLeast(example) => t.number_example_share_at_least(example.as_str()),
            Self::BadWord(example) => {
                t.number_example_bad_word(example.as_str(), WORD_CHARS_MAX.to_string())
            }
        }
    }
}

impl NumberFormat {
    /// Reads a format off a number as it is written in Chinese, with an English word after a bar if there is one to
    /// translate (`one/many` where they differ): `3900余名 | member/members`.
    ///
    /// | in the example | means |
    /// |---|---|
    /// | `元`, `%`, `个百分点` | money, share, difference of shares; anything else is counted |
    /// | `万`, `亿` before the word | the scale; with `(自动)` at the end, the scale is chosen by each number's size |
    /// | `18.5`, `18.50` | at most one decimal; always two decimals |
    /// | `1,234` | thousands parted |
    /// | `3900余` | at least: rounded down to as many zeros as the example ends in |
    pub fn from_example(example: &str) -> Result<Self, ExampleError> {
        let typed = || example.trim().to_owned();
        let (zh, word_en) = example.split_once(['|', '｜']).unwrap_or((example, ""));
        let zh = narrow(zh);
        let (number, auto) = match zh.strip_suffix(AUTO) {
            Some(number) => (number, true),
            None => (zh.as_str(), false),
        };
        let (written, rest) = read(number).ok_or_else(|| ExampleError::NoNumber(typed()))?;
        let tail = Tail::of(rest);
        let word_en = word_en.split_whitespace().collect::<Vec<_>>().join(" ");
        if !is_word(tail.word) || !is_word(&word_en) {
            return Err(ExampleError::BadWord(typed()));
        }
        let measure = tail.measure();
        let places = measure.places() + tail.scale.places();
        if places < written.decimals {
            return Err(ExampleError::TooFine(typed(), places));
        }
        if written.scaled(places).is_none() {
            return Err(ExampleError::TooLarge(typed()));
        }
        let at_least = match tail.more {
            More::No => 0,
            _ if measure == Measure::BasisPoints => {
                return Err(ExampleError::ShareAtLeast(typed()));
            }
            _ => {
                step_of(written, places, measure).ok_or_else(|| ExampleError::NotRound(typed()))?
            }
        };
        Ok(Self {
            measure,
            scale: if auto { Scale::Auto } else { tail.scale },
            decimals: written.decimals,
            fixed: written.ends_in_zero && 0 < written.decimals,
            grouped: written.grouped,
            at_least,
            more_behind_scale: tail.more == More::BehindScale,
            points: tail.word == POINTS,
            word_zh: tail.word.to_owned(),
            word_en,
            example: zh,
        })
    }

    /// The same format with another English word, `one/many` where they differ.
    #[must_use]
    pub fn with_english(mut self, word: &str) -> Self {
        self.word_en = word.split_whitespace().collect::<Vec<_>>().join(" ");
        self
    }
}

/// The text the format is kept as and typed again: its example, and the English word behind a bar.
impl fmt::Display for NumberFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.example)?;
        if !self.word_en.is_empty() {
            write!(f, " | {}", self.word_en)?;
        }
        Ok(())
    }
}

impl FromStr for NumberFormat {
    type Err = ExampleError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_example(text)
    }
}

impl TryFrom<String> for NumberFormat {
    type Error = ExampleError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::from_example(&text)
    }
}

impl From<NumberFormat> for String {
    fn from(format: NumberFormat) -> Self {
        format.to_string()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum More {
    No,
    BeforeScale,
    BehindScale,
}

/// What stands behind the digits of an example: `余万人次`.
struct Tail<'a> {
    scale: Scale,
    more: More,
    word: &'a str,
}

impl<'a> Tail<'a> {
    fn of(rest: &'a str) -> Self {
        let (before, rest) = strip_more(rest);
        let (scale, rest) = if let Some(rest) = rest.strip_prefix("亿") {
            (Scale::Yi, rest)
        } else if let Some(rest) = rest.strip_prefix("万") {
            (Scale::Wan, rest)
        } else {
            (Scale::One, rest)
        };
        let (behind, word) = strip_more(rest);
        let more = match (before, behind) {
            (true, _) => More::BeforeScale,
            (false, true) => More::BehindScale,
            (false, false) => More::No,
        };
        Self { scale, more, word }
    }

    fn measure(&self) -> Measure {
        match self.word {
            "元" => Measure::Fen,
            "%" | POINTS => Measure::BasisPoints,
            _ => Measure::Plain,
        }
    }
}

fn strip_more(text: &str) -> (bool, &str) {
    match text.strip_prefix(['余', '多']) {
        Some(rest) => (true, rest),
        None => (false, text),
    }
}

fn is_word(word: &str) -> bool {
    word.chars().count() <= WORD_CHARS_MAX
        && !word.contains(|sign: char| sign.is_numeric() || sign.is_control() || sign == '|')
}

/// The step to which "more than" rounds down: the last digit that is not zero, or the last decimal.
fn step_of(written: Written, places: u32, measure: Measure) -> Option<i64> {
    if written.digits <= 0 {
        return None;
    }
    let mut step = power(places - written.decimals);
    let mut digits = written.digits;
    while digits % 10 == 0 {
        digits /= 10;
        step *= 10;
    }
    let is_more_than_the_unit = power(measure.places()) < step;
    is_more_than_the_unit
        .then_some(step)
        .and_then(|step| i64::try_from(step).ok())
}
