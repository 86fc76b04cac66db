//! Numbers that somebody typed into the text although a figure counts them. Pure.
//!
//! A typed number *equals* a figure when the figure, written in the way it was typed, gives the same characters. It
//! *contradicts* one when its clause names the figure, its measure word is the figure's, and the characters differ. Days,
//! ordinals and numbers inside tokens are no such numbers.
use super::token::Token;
use kernel::{Lang, number::NumberFormat};

/// Below this an equal number says nothing unless its clause names the figure: there are many threes in a text.
const TELLING_MIN: i64 = 20;

/// Most findings; whoever typed more begins with these.
const FOUND_MAX: usize = 40;

/// A figure that a typed number is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub title: String,
    pub format: NumberFormat,
    pub quantity: i64,
    /// What asks for it.
    pub token: Token,
    /// Stands in the text by itself.
    pub is_quoted: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// From 1.
    pub line: usize,
    /// Where in the line it begins, in bytes.
    pub at: usize,
    /// The number with its scale and measure word.
    pub text: String,
    pub title: String,
    /// The figure as it would be written in the same way.
    pub shown: String,
    /// What the typed number can be replaced by: it is written in the same way.
    pub token: String,
    pub verdict: Verdict,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Equal,
    Contradicts,
}

pub fn find(body: &str, candidates: &[Candidate]) -> Vec<Typed> {
    let mut found = Vec::new();
    for (line, text) in (1..).zip(body.lines()) {
        let masked = mask(text);
        for number in numbers(&masked) {
            let clause = clause(&masked, number.at);
            found.extend(judge(line, text, clause, number, candidates));
            if FOUND_MAX <= found.len() {
                return found;
            }
        }
    }
    found
}

/// A typed number that stands there still, replaced by the token.
pub fn put(body: &str, line: usize, at: usize, text: &str, token: &str) -> Option<String> {
    let mut lines: Vec<&str> = body.split('\n').collect();
    let old = *lines.get(line.checked_sub(1)?)?;
    let rest = old.get(at..)?;
    let after = rest.strip_prefix(text)?;
    let new = format!("{}{token}{after}", &old[..at]);
    lines[line - 1] = &new;
    Some(lines.join("\n"))
}

fn judge(
    line: usize,
    text: &str,
    clause: &str,
    number: Number<'_>,
    candidates: &[Candidate],
) -> Option<Typed> {
    let mut contradicted = None;
    for candidate in candidates {
        let names_it = names(clause, &candidate.title);
        let Some(written) = number.as_written_by(candidate) else {
            continue;
        };
        let typed = &text[number.at..number.at + written.length];
        let token = Token {
            format: Some(typed.to_owned()),
            ..candidate.token.clone()
        };
        let finding = |verdict, shown: String| Typed {
            line,
            at: number.at,
            text: typed.to_owned(),
            title: candidate.title.clone(),
            shown,
            token: token.to_string(),
            verdict,
        };
        if written.is_equal {
            if names_it || (TELLING_MIN <= candidate.quantity.abs() && written.has_word) {
                return Some(finding(Verdict::Equal, written.shown));
            }
            if names_it || TELLING_MIN <= candidate.quantity.abs() {
                contradicted = None;
            }
        } else if names_it && written.has_word && contradicted.is_none() && !candidate.is_quoted {
            contradicted = Some(finding(Verdict::Contradicts, written.shown));
        }
    }
    contradicted
}

/// Digits as they stand, with what is behind them.
#[derive(Debug, Clone, Copy)]
struct Number<'a> {
    at: usize,
    digits: &'a str,
    rest: &'a str,
}

struct Written {
    /// Bytes of number, scale and word.
    length: usize,
    shown: String,
    is_equal: bool,
    has_word: bool,
}

impl Number<'_> {
    /// `None`: it cannot be a number of this figure.
    fn as_written_by(self, candidate: &Candidate) -> Option<Written> {
        let unit = candidate.format.cell_unit(Lang::Zh);
        let word = unit.trim_start_matches(['万', '亿']);
        let signs = ['余', '多', '万', '亿'];
        let scale_length: usize = self
            .rest
            .chars()
            .take_while(|c| signs.contains(c))
            .map(char::len_utf8)
            .sum();
        let (scale, behind) = self.rest.split_at(scale_length);
        let has_word = !word.is_empty() && behind.starts_with(word);
        // Money and shares are always written with theirs.
        let needs_word = matches!(word, "元" | "%") || word.starts_with("个百分点");
        if needs_word && !has_word {
            return None;
        }
        if !has_word && behind.starts_with(['元', '%', '年', '月', '日', '时', '岁', '号', '期'])
        {
            return None;
        }
        let tail = if has_word { word } else { "" };
        let typed = format!("{}{scale}{tail}", self.digits);
        let format = NumberFormat::from_example(&typed).ok()?;
        if format.measure() != candidate.format.measure() {
            return None;
        }
        let shown = format.write(candidate.quantity, Lang::Zh);
        let plain = typed.replace(['，'], ",");
        Some(Written {
            length: typed.len(),
            is_equal: shown == plain || shown.replace(',', "") == plain.replace(',', ""),
            shown,
            has_word,
        })
    }
}

/// The line with tokens, days, ordinals and heading signs blanked out, byte for byte.
fn mask(line: &str) -> String {
    let mut masked = line.to_owned();
    let blank = |text: &mut String, from: usize, to: usize| {
        text.replace_range(from..to, &" ".repeat(to - from));
    };
    while let Some(from) = masked.find("{{") {
        let to = masked[from..]
            .find("}}")
            .map_or(masked.len(), |end| from + end + 2);
        blank(&mut masked, from, to);
    }
    let begin = masked.len() - masked.trim_start_matches(['#', '＃', ' ', '(', '（']).len();
    let digits: usize = masked[begin..]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    if 0 < digits && masked[begin + digits..].starts_with(['.', '．', '、', ')', '）']) {
        let is_decimal = masked[begin + digits + 1..].starts_with(|c: char| c.is_ascii_digit());
        if !is_decimal {
            blank(&mut masked, begin, begin + digits);
        }
    }
    masked
}

fn numbers(line: &str) -> Vec<Number<'_>> {
    let mut found = Vec::new();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut from = 0;
    while let Some(begin) = line[from..].find(|c: char| c.is_ascii_digit()) {
        let at = from + begin;
        let length = line[at..].find(|c| !is_part(c)).unwrap_or(line.len() - at);
        let digits = line[at..at + length].trim_end_matches(['.', ',']);
        from = at + digits.len();
        let (before, rest) = (&line[..at], &line[from..]);
        let is_name = before.ends_with(|c: char| {
            c.is_ascii_alphabetic() || matches!(c, '第' | '-' | '/' | ':' | '—' | '〔')
        });
        let is_day = rest.starts_with([
            '年', '月', '日', '时', '号', '期', '届', '-', '/', ':', '〕',
        ]);
        if !is_name && !is_day {
            found.push(Number { at, digits, rest });
        }
    }
    found
}

/// The part of a sentence around a place.
fn clause(line: &str, at: usize) -> &str {
    const ENDS: [char; 12] = [
        '，', '。', '；', '！', '？', '：', '|', '｜', '、', ';', '?', '!',
    ];
    let begin = line[..at].rfind(ENDS).map_or(0, |found| {
        found + line[found..].chars().next().map_or(1, char::len_utf8)
    });
    let end = line[at..].find(ENDS).map_or(line.len(), |found| at + found);
    &line[begin..end]
}

/// Whether the clause names the figure: its whole title, or three characters of it in a row.
fn names(clause: &str, title: &str) -> bool {
    let title: Vec<char> = title.chars().filter(|c| !c.is_whitespace()).collect();
    let size = title.len().min(3);
    let clause: Vec<char> = clause.chars().filter(|c| !c.is_whitespace()).collect();
    1 < size
        && title
            .windows(size)
            .any(|part| clause.windows(size).any(|there| there == part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(title: &str, format: &str, quantity: i64) -> Candidate {
        Candidate {
            title: title.into(),
            format: NumberFormat::from_example(format).unwrap(),
            quantity,
            token: Token {
                figure: "x".into(),
                ..Token::default()
            },
            is_quoted: false,
        }
    }

    fn verdicts(body: &str, candidates: &[Candidate]) -> Vec<(String, Verdict)> {
        let found = find(body, candidates);
        found
            .into_iter()
            .map(|one| (one.text, one.verdict))
            .collect()
    }

    #[test]
    fn a_typed_number_that_a_figure_counts_is_found_however_it_is_written() {
        let members = [candidate("党员人数", "3900余名", 3_917)];
        for (body, text) in [
            ("组织3917名党员参加", "3917名"),
            ("组织3,917名党员参加", "3,917名"),
            ("全区3900余名党员", "3900余名"),
            ("党员人数为0.4万名", "0.4万名"),
        ] {
            assert_eq!(
                verdicts(body, &members),
                [(text.to_owned(), Verdict::Equal)],
                "{body}"
            );
        }
        let money = [candidate("兑现资金", "214.6亿元", 2_146_000_000_000)];
        assert_eq!(
            verdicts("投入214.6亿元", &money),
            [("214.6亿元".to_owned(), Verdict::Equal)]
        );
    }

    #[test]
    fn a_typed_number_in_a_clause_that_names_the_figure_contradicts_it_when_it_differs() {
        let branches = [candidate("已动员支部", "211个", 211)];
        assert_eq!(
            verdicts("全区已动员支部210个，另有5个企业", &branches),
            [("210个".to_owned(), Verdict::Contradicts)]
        );
        let quoted = [Candidate {
            is_quoted: true,
            ..branches[0].clone()
        }];
        assert_eq!(verdicts("全区已动员支部210个", &quoted), []);
    }

    #[test]
    fn days_ordinals_tokens_and_numbers_of_other_things_are_left_alone() {
        let branches = [
            candidate("党支部", "211个", 211),
            candidate("期数", "12期", 12),
        ];
        for body in [
            "2021年5月14日，第211期",
            "{{figure:x format=211个}}",
            "1. 做法",
            "211米长的路",
            "占211%",
            "GB211个",
            "三是抓好3个环节",
        ] {
            let found = verdicts(body, &branches);
            assert_eq!(found, [], "{body}");
        }
    }

    #[test]
    fn the_figure_is_put_where_the_number_still_stands_and_nowhere_else() {
        let body = "甲\n共211个支部";
        assert_eq!(
            put(body, 2, 3, "211个", "{{figure:x}}").as_deref(),
            Some("甲\n共{{figure:x}}支部")
        );
        assert_eq!(put(body, 2, 0, "211个", "x"), None);
        assert_eq!(put(body, 9, 0, "211个", "x"), None);
    }
}
