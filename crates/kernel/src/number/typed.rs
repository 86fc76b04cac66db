//! Quantities that people type into a form or keep in a workbook: `44万元`, `3,900名`, full-width digits, `CNY 1.2 million`.
use super::digits::{narrow, read};
use super::{Measure, words};
use crate::Lang;
use thiserror::Error;

/// Longest text that is looked at, in characters.
const TYPED_CHARS_MAX: usize = 60;

/// Why a text is no quantity. [`TypedError::text`] says what would be right.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TypedError {
    #[error("nothing was typed")]
    Empty,
    #[error("{0:?} is not a number")]
    NoNumber(String),
    #[error("{0:?} is only about right")]
    NotExact(String),
    #[error("{0:?} is finer than what is kept")]
    TooFine(String),
    #[error("{0:?} is too large")]
    TooLarge(String),
    #[error("{0:?} has a unit that does not belong here")]
    WrongUnit(String, Measure),
}

impl TypedError {
    /// What is wrong and what would be right, for the person who typed it.
    pub fn text(&self, lang: Lang) -> String {
        let t = words::texts(lang);
        match self {
            Self::Empty => t.number_typed_empty(),
            Self::NoNumber(typed) => t.number_typed_no_number(typed.as_str()),
            Self::NotExact(typed) => t.number_typed_not_exact(typed.as_str()),
            Self::TooFine(typed) => t.number_typed_too_fine(typed.as_str()),
            Self::TooLarge(typed) => t.number_typed_too_large(typed.as_str()),
            Self::WrongUnit(typed, Measure::Plain) => t.number_typed_not_plain(typed.as_str()),
            Self::WrongUnit(typed, Measure::Fen) => t.number_typed_not_yuan(typed.as_str()),
            Self::WrongUnit(typed, Measure::BasisPoints) => {
                t.number_typed_not_share(typed.as_str())
            }
        }
    }
}

impl Measure {
    /// The exact quantity that somebody typed. A unit may be left out: money is in yuan then, a share in per cent.
    pub fn read(self, typed: &str) -> Result<i64, TypedError> {
        let shown: String = typed.trim().chars().take(TYPED_CHARS_MAX).collect();
        let text = narrow(&shown).to_lowercase();
        if text.is_empty() {
            return Err(TypedError::Empty);
        }
        if typed.trim().chars().count() > TYPED_CHARS_MAX {
            return Err(TypedError::NoNumber(shown));
        }
        let (text, is_money) = strip_currency(&text);
        let (written, rest) = read(text).ok_or_else(|| TypedError::NoNumber(shown.clone()))?;
        let (scale, unit) = strip_scale(rest);
        if unit.starts_with(['余', '多', '+']) || rest.starts_with(['余', '多']) {
            return Err(TypedError::NotExact(shown));
        }
        let fits = match self {
            Measure::Plain => !is_money && is_counted(unit),
            Measure::Fen => matches!(unit, "" | "元" | "圆" | "元人民币" | "cny" | "yuan" | "rmb"),
            Measure::BasisPoints => {
                !is_money
                    && scale == 0
                    && matches!(
                        unit,
                        "" | "%" | "个百分点" | "百分点" | "percent" | "percentagepoints"
                    )
            }
        };
        if !fits {
            return Err(TypedError::WrongUnit(shown, self));
        }
        let places = self.places() + scale;
        written.scaled(places).ok_or_else(|| {
            if written.is_finer(places) {
                TypedError::TooFine(shown)
            } else {
                TypedError::TooLarge(shown)
            }
        })
    }
}

fn strip_currency(text: &str) -> (&str, bool) {
    ["cny", "rmb", "¥", "人民币"]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .map_or((text, false), |rest| (rest, true))
}

/// Powers of ten that a scale word stands for, longest words first.
const SCALES: [(&str, u32); 8] = [
    ("万亿", 12),
    ("千万", 7),
    ("百万", 6),
    ("亿", 8),
    ("万", 4),
    ("billion", 9),
    ("million", 6),
    ("thousand", 3),
];

fn strip_scale(rest: &str) -> (u32, &str) {
    SCALES
        .iter()
        .find_map(|(word, places)| Some((*places, rest.strip_prefix(word)?)))
        .unwrap_or((0, rest))
}

/// A counted thing has any word behind it, but no second number, and none of the units of the other measures.
fn is_counted(unit: &str) -> bool {
    !unit.contains(|sign: char| !sign.is_alphabetic())
        && !matches!(
            unit,
            "元" | "圆" | "元人民币" | "百分点" | "个百分点" | "cny" | "yuan" | "rmb"
        )
        && !unit.starts_with(['万', '亿'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(measure: Measure, typed: &str, quantity: i64) {
        assert_eq!(measure.read(typed), Ok(quantity), "{typed}");
    }

    #[test]
    fn money_is_kept_to_the_fen() {
        reads(Measure::Fen, "44万元", 44_000_000);
        reads(Measure::Fen, "12.65亿元", 126_500_000_000);
        reads(Measure::Fen, "￥1,234.50", 123_450);
        reads(Measure::Fen, "CNY 1.265 billion", 126_500_000_000);
        reads(Measure::Fen, "３亿", 30_000_000_000);
        reads(Measure::Fen, "-0.01", -1);
        assert!(matches!(
            Measure::Fen.read("0.001"),
            Err(TypedError::TooFine(_))
        ));
    }

    #[test]
    fn counts_may_have_their_word_and_full_width_digits() {
        reads(Measure::Plain, "３，９００名", 3_900);
        reads(Measure::Plain, " 1.2 万人次 ", 12_000);
        reads(Measure::Plain, "3,900 members", 3_900);
        reads(Measure::Plain, "62.0", 62);
        assert!(matches!(
            Measure::Plain.read("1.5"),
            Err(TypedError::TooFine(_))
        ));
        assert!(matches!(
            Measure::Plain.read("44万元"),
            Err(TypedError::WrongUnit(..))
        ));
        assert!(matches!(
            Measure::Plain.read("3万5"),
            Err(TypedError::WrongUnit(..))
        ));
    }

    #[test]
    fn shares_are_typed_in_per_cent() {
        reads(Measure::BasisPoints, "18.5％", 1_850);
        reads(Measure::BasisPoints, "18.5", 1_850);
        reads(Measure::BasisPoints, "0.2个百分点", 20);
        assert!(Measure::BasisPoints.read("18.555%").is_err());
        assert!(Measure::BasisPoints.read("3万%").is_err());
    }

    #[test]
    fn about_so_many_is_no_quantity() {
        assert!(matches!(
            Measure::Plain.read("3900余名"),
            Err(TypedError::NotExact(_))
        ));
        assert!(matches!(
            Measure::Fen.read("40多亿元"),
            Err(TypedError::NotExact(_))
        ));
    }

    #[test]
    fn what_is_no_number_or_too_large_says_so_in_both_languages() {
        for (typed, measure) in [
            ("", Measure::Plain),
            ("许多", Measure::Plain),
            ("1,23", Measure::Plain),
            ("99999999999999999999", Measure::Plain),
            ("9223372036854775808", Measure::Plain),
            ("100000000000亿元", Measure::Fen),
            ("5名", Measure::Fen),
        ] {
            let error = measure.read(typed).expect_err(typed);
            assert!(error.text(Lang::Zh).ends_with('。'), "{typed}");
            assert!(error.text(Lang::En).ends_with('.'), "{typed}");
        }
    }
}
