//! What stands on a line of its own in a brief's text: a chart of a figure, a picture, a number of an earlier brief restated.
//! Pure.
//!
//! ```text
//! {{chart:branches-mobilised by=unit title="各党委动员支部数"}}
//! {{picture:0193… caption="主题党日" width=120}}
//! {{restate:12/3 reason="漏报两个支部"}}
//! ```
use super::token::{Token, TokenError, behind, of_pairs, pairs, words};
use files::FileId;
use std::fmt;

/// Widest and usual width of a picture, in millimetres.
pub const WIDTH_MM_MAX: u16 = 156;
pub const WIDTH_MM: u16 = 120;
/// Narrowest picture that can still be looked at.
const WIDTH_MM_MIN: u16 = 20;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Embed {
    Chart(ChartOf),
    Picture(PictureOf),
    Restatement(RestatementOf),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartOf {
    /// Figure, unit, days and campaign; its format writes the numbers beside the bars.
    pub token: Token,
    pub by: By,
    /// Above the chart, where it shall be another than the figure's own.
    pub title: Option<String>,
}

/// What a chart puts beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The units one level below, in their given order.
    Unit,
    /// The months of the year up to the day, beside those of the year before.
    Month,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureOf {
    pub file: FileId,
    pub caption: String,
    pub width_mm: u16,
}

/// A number of an issued brief, to be said anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestatementOf {
    /// The issue, by its total number.
    pub total: i32,
    /// The number within it, from 1.
    pub number: usize,
    pub reason: String,
}

/// What stands between the braces, if the line is one of these and nothing else.
pub fn inside(line: &str) -> Option<&str> {
    let inside = line.strip_prefix("{{")?.strip_suffix("}}")?;
    (!inside.contains("}}") && is_one(inside)).then_some(inside)
}

pub fn is_one(inside: &str) -> bool {
    let inside = inside.trim_start();
    ["chart", "picture", "restate"].iter().any(|kind| {
        inside
            .strip_prefix(kind)
            .is_some_and(|rest| rest.starts_with([':', '\u{FF1A}']))
    })
}

pub fn read(inside: &str) -> Result<Embed, TokenError> {
    let words = words(inside);
    let head = words.first().map(String::as_str).unwrap_or_default();
    let pairs = pairs(&words)?;
    if let Some(code) = behind(head, "chart") {
        return chart(code, pairs).map(Embed::Chart);
    }
    if let Some(file) = behind(head, "picture") {
        return picture(file, &pairs).map(Embed::Picture);
    }
    match behind(head, "restate") {
        Some(number) => restatement(number, &pairs).map(Embed::Restatement),
        None => Err(TokenError::NotAFigure(head.to_owned())),
    }
}

fn chart(code: &str, pairs: Vec<(&str, &str)>) -> Result<ChartOf, TokenError> {
    let (own, of_figure): (Vec<_>, Vec<_>) = pairs
        .into_iter()
        .partition(|(key, _)| matches!(*key, "by" | "title"));
    let value = |wanted: &str| {
        own.iter()
            .find(|(key, _)| *key == wanted)
            .map(|pair| pair.1)
    };
    Ok(ChartOf {
        by: match value("by") {
            None | Some("unit") => By::Unit,
            Some("month") => By::Month,
            Some(other) => return Err(TokenError::NotAWay(other.to_owned())),
        },
        title: value("title").map(str::to_owned),
        token: of_pairs(code, of_figure)?,
    })
}

fn picture(file: &str, pairs: &[(&str, &str)]) -> Result<PictureOf, TokenError> {
    let mut picture = PictureOf {
        file: file
            .parse()
            .map_err(|_| TokenError::NotAPicture(file.to_owned()))?,
        caption: String::new(),
        width_mm: WIDTH_MM,
    };
    for (key, value) in pairs {
        match *key {
            "caption" => picture.caption = (*value).to_owned(),
            "width" => {
                picture.width_mm = value
                    .trim_end_matches("mm")
                    .parse()
                    .ok()
                    .filter(|width| (WIDTH_MM_MIN..=WIDTH_MM_MAX).contains(width))
                    .ok_or_else(|| TokenError::NotAWidth((*value).to_owned()))?;
            }
            other => return Err(TokenError::UnknownKey(other.to_owned())),
        }
    }
    Ok(picture)
}

fn restatement(number: &str, pairs: &[(&str, &str)]) -> Result<RestatementOf, TokenError> {
    let mut reason = "";
    for (key, value) in pairs {
        match *key {
            "reason" => reason = value.trim(),
            other => return Err(TokenError::UnknownKey(other.to_owned())),
        }
    }
    let found = number
        .split_once('/')
        .and_then(|(total, number)| Some((total.parse().ok()?, number.parse().ok()?)));
    let (total, number) = found.ok_or_else(|| TokenError::NotAnIssuedNumber(number.to_owned()))?;
    if reason.is_empty() {
        return Err(TokenError::ReasonMissing);
    }
    Ok(RestatementOf {
        total,
        number,
        reason: reason.to_owned(),
    })
}

/// As they are typed, so that buttons write what this module reads.
impl fmt::Display for PictureOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{{picture:{}", self.file)?;
        if !self.caption.is_empty() {
            write!(f, " caption=\"{}\"", unquoted(&self.caption))?;
        }
        if self.width_mm != WIDTH_MM {
            write!(f, " width={}", self.width_mm)?;
        }
        f.write_str("}}")
    }
}

impl fmt::Display for RestatementOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = unquoted(&self.reason);
        write!(
            f,
            "{{{{restate:{}/{} reason=\"{reason}\"}}}}",
            self.total, self.number
        )
    }
}

/// Free text inside a token: what would end it is written otherwise.
fn unquoted(text: &str) -> String {
    let text = text.replace(['"', '“'], "「").replace('”', "」");
    let text = text.replace('{', "（").replace('}', "）");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_says_its_figure_and_what_it_puts_beside_each_other() {
        let Ok(Embed::Chart(chart)) = read("chart:members unit=KFQ by=month title=\"逐月 情况\"")
        else {
            panic!()
        };
        assert_eq!(
            (chart.token.figure.as_str(), chart.by),
            ("members", By::Month)
        );
        assert_eq!(chart.title.as_deref(), Some("逐月 情况"));
        assert_eq!(
            read("chart:a by=rank"),
            Err(TokenError::NotAWay("rank".into()))
        );
    }

    #[test]
    fn a_restated_number_needs_its_place_and_a_reason() {
        let Ok(Embed::Restatement(one)) = read("restate:12/3 reason=\"漏报 两个\"") else {
            panic!()
        };
        assert_eq!(
            (one.total, one.number, one.reason.as_str()),
            (12, 3, "漏报 两个")
        );
        assert_eq!(read("restate:12/3"), Err(TokenError::ReasonMissing));
        assert_eq!(
            read("restate:12 reason=x"),
            Err(TokenError::NotAnIssuedNumber("12".into()))
        );
    }

    #[test]
    fn what_a_person_types_as_a_reason_cannot_end_the_token() {
        let typed = RestatementOf {
            total: 1,
            number: 2,
            reason: "说“是”}}，\"否\"\n另".into(),
        };
        let text = typed.to_string();
        let inside = inside(&text).expect("one token");
        assert!(matches!(read(inside), Ok(Embed::Restatement(one)) if one.number == 2));
    }

    #[test]
    fn a_picture_is_named_by_its_file_and_not_wider_than_the_page() {
        let id = "0193f0a0-0000-4000-8000-000000000001";
        let Ok(Embed::Picture(one)) = read(&format!("picture:{id} caption=开班 width=90mm"))
        else {
            panic!()
        };
        assert_eq!((one.caption.as_str(), one.width_mm), ("开班", 90));
        assert_eq!(
            read(&format!("picture:{id} width=900")),
            Err(TokenError::NotAWidth("900".into()))
        );
        assert_eq!(read("picture:x"), Err(TokenError::NotAPicture("x".into())));
    }
}
