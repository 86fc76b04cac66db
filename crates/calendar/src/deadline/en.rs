//! English spellings. Small words that change nothing are dropped first; what is left is matched word by word.
mod recurring;

use super::{
    cursor::{Cursor, plain},
    numeric,
    phrase::{Phrase, Point, Span},
};
use recurring::recurring;

const FILLERS: &[&str] = &[
    "by",
    "the",
    "of",
    "in",
    "on",
    "until",
    "till",
    "within",
    "no",
    "later",
    "than",
    "at",
    "latest",
    "due",
    "complete",
    "completed",
    "done",
    "evening",
    "evenings",
    "afternoon",
    "morning",
];
const NO_DAY: &[&str] = &[
    "asap",
    "as soon as possible",
    "tbd",
    "to be decided",
    "to be determined",
    "soon",
    "immediately",
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Number(u32),
    /// `2021-06-30` and the like.
    Point(Point),
}
use Token::{Number, Word};

pub fn phrase(text: &str) -> Option<Phrase> {
    let tokens = tokens(&plain(text, true))?;
    whole(&tokens)
}

pub fn names_no_day(text: &str) -> bool {
    let text = plain(text, true);
    NO_DAY.iter().any(|word| text.contains(word))
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut cursor = Cursor::new(text);
    loop {
        cursor.eat_all(&[" ", ",", ".", ";"]);
        if cursor.is_done() {
            return Some(tokens);
        }
        if let Some(point) = numeric::point(&mut cursor) {
            tokens.push(Token::Point(point));
        } else if let Some((number, _)) = cursor.digits() {
            let mut ahead = cursor;
            if ahead.eat(&["st", "nd", "rd", "th"]) && !ahead.rest.starts_with(char::is_alphabetic)
            {
                cursor = ahead;
            }
            tokens.push(Number(number));
        } else if cursor.eat(&["-"]) {
            tokens.push(Word("-".to_owned()));
        } else {
            let length = cursor
                .rest
                .find(|c: char| !c.is_ascii_alphabetic())
                .unwrap_or(cursor.rest.len());
            let (word, rest) = cursor.rest.split_at(length);
            if word.is_empty() {
                return None;
            }
            cursor.rest = rest;
            if !FILLERS.contains(&word) {
                tokens.push(Word(word.to_owned()));
            }
        }
    }
}

/// The words, with numbers as `#`, for matching.
fn shape(tokens: &[Token]) -> Vec<&str> {
    tokens
        .iter()
        .map(|token| match token {
            Word(word) => word.as_str(),
            Number(_) => "#",
            Token::Point(_) => "@",
        })
        .collect()
}

fn whole(tokens: &[Token]) -> Option<Phrase> {
    let shape = shape(tokens);
    match shape.as_slice() {
        [
            "ongoing" | "continuous" | "continuously" | "continuing" | "permanent" | "permanently",
        ]
        | ["long", "term"]
        | ["long", "-", "term"] => return Some(Phrase::Standing),
        ["from", "now"] => {
            return Some(Phrase::From(None, Box::new(Phrase::Standing)));
        }
        ["from", .., "onward" | "onwards"] => {
            let from = point(&tokens[1..tokens.len() - 1])?;
            return Some(Phrase::From(Some(from), Box::new(Phrase::Standing)));
        }
        ["from", ..] => {
            return range(&tokens[1..]).or_else(|| {
                Some(Phrase::From(
                    Some(point(&tokens[1..])?),
                    Box::new(Phrase::Standing),
                ))
            });
        }
        _ => {}
    }
    recurring(tokens, &shape)
        .map(Phrase::Recurring)
        .or_else(|| point(tokens).map(Phrase::On))
        .or_else(|| range(tokens))
}

fn range(tokens: &[Token]) -> Option<Phrase> {
    let splits = tokens.iter().enumerate().filter(
        |(_, token)| matches!(token, Word(word) if matches!(word.as_str(), "to" | "-" | "through")),
    );
    for (at, _) in splits {
        let (before, after) = (&tokens[..at], &tokens[at + 1..]);
        let Some(to) = point(after) else { continue };
        if let Some(from) = point(before).or_else(|| same_month(before, to)) {
            let year = from
                .year
                .or_else(|| to.year.filter(|_| from.span == to.span));
            return Some(Phrase::Between(Point { year, ..from }, to));
        }
    }
    None
}

/// `15 to 20 April`.
fn same_month(tokens: &[Token], to: Point) -> Option<Point> {
    match (tokens, to.span) {
        ([Number(day)], Span::Day(month, _)) => Some(Point::new(to.year, Span::Day(month, *day))),
        _ => None,
    }
}

fn point(tokens: &[Token]) -> Option<Point> {
    if let [Word(word), rest @ ..] = tokens
        && word == "before"
    {
        let point = point(rest)?;
        let is_day = point.is_end || matches!(point.span, Span::Day(..) | Span::Third(..));
        return Some(if is_day { point } else { point.unclear() });
    }
    if let [Token::Point(point)] = tokens {
        return Some(*point);
    }
    let is_empty = tokens.iter().all(|token| *token == Word("-".to_owned()));
    if !is_empty && let Some(point) = without_year(tokens) {
        return Some(point);
    }
    let (rest, year) = match tokens {
        [rest @ .., Number(year @ 1000..=9999)] => (rest, *year),
        [Number(year @ 1000..=9999), rest @ ..] => (rest, *year),
        _ => return None,
    };
    let point = without_year(rest)?;
    Some(Point {
        year: i32::try_from(year).ok(),
        ..point
    })
}

fn without_year(tokens: &[Token]) -> Option<Point> {
    let tokens: Vec<Token> = tokens
        .iter()
        .filter(|token| **token != Word("-".to_owned()))
        .cloned()
        .collect();
    let whole = |span| Some(Point::new(None, span));
    match shape(&tokens).as_slice() {
        [] => whole(Span::Year),
        ["all" | "whole" | "entire" | "throughout", "year"]
        | ["year", "round"]
        | ["all", "year", "round"] => whole(Span::Year),
        ["end"] | ["end", "year"] | ["year", "end"] => Some(Point::new(None, Span::Year).end()),
        [first, "half"] => whole(Span::Half(ordinal(first, &tokens)?)),
        [first, "quarter"] => whole(Span::Quarter(ordinal(first, &tokens)?)),
        ["end", first, "quarter"] => {
            Some(Point::new(None, Span::Quarter(ordinal(first, &tokens[1..])?)).end())
        }
        ["h", "#"] => whole(Span::Half(number(&tokens[1])?)),
        ["q", "#"] => whole(Span::Quarter(number(&tokens[1])?)),
        ["end", "q", "#"] => Some(Point::new(None, Span::Quarter(number(&tokens[2])?)).end()),
        ["end", name] => Some(Point::new(None, Span::Month(month(name)?)).end()),
        ["early" | "beginning", name] => whole(Span::Third(month(name)?, 1)),
        ["mid" | "middle", name] => whole(Span::Third(month(name)?, 2)),
        ["late", name] => whole(Span::Third(month(name)?, 3)),
        [name] => whole(Span::Month(month(name)?)),
        ["#", name] => whole(Span::Day(month(name)?, number(&tokens[0])?)),
        [name, "#"] => {
            let day = number(&tokens[1]).filter(|day| *day < 1000)?;
            whole(Span::Day(month(name)?, day))
        }
        _ => None,
    }
}

fn number(token: &Token) -> Option<u32> {
    match token {
        Number(number) => Some(*number),
        _ => None,
    }
}

fn ordinal(word: &str, tokens: &[Token]) -> Option<u32> {
    match word {
        "first" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" => Some(4),
        "fifth" => Some(5),
        "#" => number(&tokens[0]),
        _ => None,
    }
}

/// As written: `June`.
pub fn month_name(month: u32) -> Option<String> {
    let name = MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
    let (first, rest) = name.split_at(1);
    Some(first.to_uppercase() + rest)
}

/// Full names and usual short ones (Jan, Sept).
fn month(word: &str) -> Option<u32> {
    let at = MONTHS
        .iter()
        .position(|name| 3 <= word.len() && name.starts_with(word))?;
    u32::try_from(at + 1).ok()
}
