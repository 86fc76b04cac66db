//! A figure inside a brief's text: `{{figure:branches unit=KFQ as-of=2021-04-15 format=211个}}`. Pure.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a token asks for. What is left out is taken from the brief: its unit, its day, its campaign.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// The figure's code.
    pub figure: String,
    /// A unit's code.
    pub unit: Option<String>,
    pub as_of: Option<NaiveDate>,
    pub from: Option<NaiveDate>,
    /// A campaign's code.
    pub campaign: Option<String>,
    /// By example, where the number is to be written in another way than the catalogue says.
    pub format: Option<String>,
}

/// Why a text between double braces is no token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    #[error("a token begins with `figure:` and a code, not with `{0}`")]
    NotAFigure(String),
    #[error("`{0}` is none of unit, as-of, from, campaign, format")]
    UnknownKey(String),
    #[error("`{0}` is said twice")]
    KeyTwice(String),
    #[error("`{0}` has no value")]
    ValueMissing(String),
    #[error("`{value}` is no day for `{key}`")]
    NotADay { key: String, value: String },
    #[error("the token is not closed by `}}}}` on its line")]
    NotClosed,
    #[error("`{0}` is neither `unit` nor `month`")]
    NotAWay(String),
    #[error("`{0}` names no picture of this brief")]
    NotAPicture(String),
    #[error("`{0}` is no width of a picture")]
    NotAWidth(String),
    #[error("`{0}` names no number of an issued brief")]
    NotAnIssuedNumber(String),
    #[error("a number is restated for a reason")]
    ReasonMissing,
    #[error("it stands inside a line and needs one of its own")]
    NeedsOwnLine,
}

/// Reads what stands between the braces. Full-width colons and equals signs are what a Chinese keyboard gives.
pub fn read(inside: &str) -> Result<Token, TokenError> {
    let words = words(inside);
    let head = words.first().map(String::as_str).unwrap_or_default();
    let code = behind(head, "figure").ok_or_else(|| TokenError::NotAFigure(head.to_owned()))?;
    of_pairs(code, pairs(&words)?)
}

/// What stands behind `kind:`, if something does.
pub(super) fn behind<'a>(head: &'a str, kind: &str) -> Option<&'a str> {
    head.strip_prefix(kind)
        .and_then(|rest| rest.strip_prefix([':', '\u{FF1A}']))
        .filter(|rest| !rest.is_empty())
}

/// The words behind the first, as keys and values, each key once.
pub(super) fn pairs(words: &[String]) -> Result<Vec<(&str, &str)>, TokenError> {
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for word in words.iter().skip(1) {
        let (key, value) = word
            .split_once(['=', '\u{FF1D}'])
            .ok_or_else(|| TokenError::UnknownKey(word.to_owned()))?;
        if value.is_empty() {
            return Err(TokenError::ValueMissing(key.to_owned()));
        }
        if pairs.iter().any(|(known, _)| *known == key) {
            return Err(TokenError::KeyTwice(key.to_owned()));
        }
        pairs.push((key, value));
    }
    Ok(pairs)
}

/// The figure `code`, asked for as the pairs say.
pub(super) fn of_pairs(code: &str, pairs: Vec<(&str, &str)>) -> Result<Token, TokenError> {
    let mut token = Token {
        figure: code.to_owned(),
        ..Token::default()
    };
    for (key, value) in pairs {
        match key {
            "unit" => token.unit = Some(value.to_owned()),
            "campaign" => token.campaign = Some(value.to_owned()),
            "format" => token.format = Some(value.to_owned()),
            "as-of" => token.as_of = Some(day(key, value)?),
            "from" => token.from = Some(day(key, value)?),
            _ => return Err(TokenError::UnknownKey(key.to_owned())),
        }
    }
    Ok(token)
}

/// As it is typed, so that the picker writes what this module reads.
impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{{figure:{}", self.figure)?;
        let texts = [("unit", &self.unit), ("campaign", &self.campaign)];
        for (key, value) in texts {
            if let Some(value) = value {
                write!(f, " {key}={value}")?;
            }
        }
        for (key, day) in [("from", self.from), ("as-of", self.as_of)] {
            if let Some(day) = day {
                write!(f, " {key}={day}")?;
            }
        }
        match &self.format {
            Some(format) if format.contains(' ') => write!(f, " format=\"{format}\"")?,
            Some(format) => write!(f, " format={format}")?,
            None => {}
        }
        f.write_str("}}")
    }
}

fn day(key: &str, value: &str) -> Result<NaiveDate, TokenError> {
    value.parse().map_err(|_| TokenError::NotADay {
        key: key.to_owned(),
        value: value.to_owned(),
    })
}

/// Parted by spaces, except inside quotes.
pub(super) fn words(text: &str) -> Vec<String> {
    let (mut words, mut word, mut is_quoted) = (Vec::new(), String::new(), false);
    for character in text.chars() {
        match character {
            '"' | '“' | '”' => is_quoted = !is_quoted,
            space if space.is_whitespace() && !is_quoted => {
                words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            }
            other => word.push(other),
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_says_what_it_asks_for_and_writes_itself_as_it_is_read() {
        let text = "figure:members unit=KFQ campaign=dsxx from=2021-02-01 as-of=2021-04-15 format=\"3900余名 | member/members\"";
        let token = read(text).unwrap();
        assert_eq!(token.figure, "members");
        assert_eq!(token.as_of, NaiveDate::from_ymd_opt(2021, 4, 15));
        assert_eq!(token.format.as_deref(), Some("3900余名 | member/members"));
        assert_eq!(token.to_string(), format!("{{{{{text}}}}}"));
    }

    #[test]
    fn signs_of_a_chinese_keyboard_are_understood() {
        let token = read("figure：branches unit＝KFQ").unwrap();
        assert_eq!(
            (token.figure.as_str(), token.unit.as_deref()),
            ("branches", Some("KFQ"))
        );
    }

    #[test]
    fn what_is_wrong_with_a_token_is_said_by_its_own_words() {
        let refused = |text| read(text).unwrap_err();
        assert_eq!(refused("chart:x"), TokenError::NotAFigure("chart:x".into()));
        assert_eq!(refused("figure:"), TokenError::NotAFigure("figure:".into()));
        assert_eq!(
            refused("figure:a color=red"),
            TokenError::UnknownKey("color".into())
        );
        assert_eq!(
            refused("figure:a unit="),
            TokenError::ValueMissing("unit".into())
        );
        assert_eq!(
            refused("figure:a unit=A unit=B"),
            TokenError::KeyTwice("unit".into())
        );
        assert_eq!(
            refused("figure:a as-of=2021-02-30"),
            TokenError::NotADay {
                key: "as-of".into(),
                value: "2021-02-30".into()
            }
        );
    }
}
