//! `formula := part (('+' | '-') part)*`, `part := item ['/' item]`,
//! `item := account | '(' formula ')' | name '(' formula [',' formula] ')'`
use super::{FormulaError, Node, Quoted, QuotedPart, Term};
use crate::figure::Against;

/// A formula as it was read; what goes with what is looked at later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parsed {
    pub at: usize,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// An account, a sum of accounts, or something published.
    Leaf(Node),
    Plus(Box<Parsed>, Box<Parsed>),
    Minus(Box<Parsed>, Box<Parsed>),
    Ratio(Box<Parsed>, Box<Parsed>),
    Coverage(Box<Parsed>, Box<Parsed>),
    Growth(Box<Parsed>, Against),
    Highest(Box<Parsed>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Sign(char),
}

pub(super) fn parse(formula: &str, campaign: Option<&str>) -> Result<Parsed, FormulaError> {
    let tokens = tokens(formula, campaign)?;
    if tokens.is_empty() {
        return Err(FormulaError::Empty);
    }
    let mut parser = Parser {
        tokens: &tokens,
        next: 0,
        end: formula.chars().count() + 1,
        depth: 0,
    };
    let parsed = parser.formula()?;
    match parser.peek() {
        None => Ok(parsed),
        Some(_) => Err(parser.unexpected()),
    }
}

fn tokens(formula: &str, campaign: Option<&str>) -> Result<Vec<(usize, Token)>, FormulaError> {
    let characters: Vec<char> = formula.chars().collect();
    let mut tokens = Vec::new();
    let mut next = 0;
    while let Some(&character) = characters.get(next) {
        let at = next + 1;
        if character.is_whitespace() {
            next += 1;
        } else if let Some(sign) = sign(character) {
            tokens.push((at, Token::Sign(sign)));
            next += 1;
        } else if is_word(character) {
            // A hyphen belongs to a code when it joins letters, and is a minus when spaces stand around it.
            let length = characters[next..]
                .iter()
                .take_while(|c| is_word(**c) || **c == '-')
                .count();
            let code: String = characters[next..next + length].iter().collect();
            next += length;
            let code = if code.contains("$campaign") {
                code.replace("$campaign", campaign.ok_or(FormulaError::NoCampaign)?)
            } else {
                code
            };
            tokens.push((at, Token::Word(code)));
        } else {
            return Err(FormulaError::Unexpected {
                at,
                found: character.to_string(),
            });
        }
    }
    Ok(tokens)
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '$')
}

/// Full-width signs are what a Chinese keyboard gives.
fn sign(character: char) -> Option<char> {
    match character {
        '+' | '\u{FF0B}' => Some('+'),
        '-' | '\u{FF0D}' | '\u{2212}' => Some('-'),
        '/' | '\u{FF0F}' | '÷' => Some('/'),
        '(' | '\u{FF08}' => Some('('),
        ')' | '\u{FF09}' => Some(')'),
        ',' | '\u{FF0C}' | '、' => Some(','),
        _ => None,
    }
}

/// Brackets inside brackets: nobody writes more, and a page of them must not use up the stack.
const DEPTH_MAX: usize = 20;

struct Parser<'a> {
    tokens: &'a [(usize, Token)],
    next: usize,
    end: usize,
    depth: usize,
}

impl Parser<'_> {
    fn formula(&mut self) -> Result<Parsed, FormulaError> {
        self.depth += 1;
        if DEPTH_MAX < self.depth {
            return Err(self.unexpected());
        }
        let mut left = self.part()?;
        loop {
            let at = self.at();
            if self.take('+') {
                left = joined(at, left, self.part()?, false);
            } else if self.take('-') {
                left = joined(at, left, self.part()?, true);
            } else {
                self.depth -= 1;
                return Ok(left);
            }
        }
    }

    fn part(&mut self) -> Result<Parsed, FormulaError> {
        let part = self.item()?;
        let at = self.at();
        if !self.take('/') {
            return Ok(part);
        }
        let what = What::Ratio(Box::new(part), Box::new(self.item()?));
        Ok(Parsed { at, what })
    }

    fn item(&mut self) -> Result<Parsed, FormulaError> {
        if self.take('(') {
            let inside = self.formula()?;
            self.expect(')')?;
            return Ok(inside);
        }
        let Some((at, Token::Word(word))) = self.tokens.get(self.next) else {
            return Err(self.unexpected());
        };
        let (at, word) = (*at, word.clone());
        let is_call = matches!(self.tokens.get(self.next + 1), Some((_, Token::Sign('('))));
        if !is_call {
            self.next += 1;
            return Ok(account(at, word));
        }
        let quoted = |what| move |series| Node::Quoted(Quoted { series, what, at });
        match word.as_str() {
            "growth" => self.one(at, |of| What::Growth(of, Against::YearBefore)),
            "growth_period" => self.one(at, |of| What::Growth(of, Against::PeriodBefore)),
            "highest" => self.one(at, What::Highest),
            "coverage" => self.two(at, What::Coverage),
            "quoted" => self.published(at, quoted(QuotedPart::Value)),
            "published_growth" => self.published(at, quoted(QuotedPart::Growth)),
            "comparable_growth" => self.published(at, quoted(QuotedPart::ComparableGrowth)),
            _ => Err(self.unexpected()),
        }
    }

    fn one(
        &mut self,
        at: usize,
        what: impl FnOnce(Box<Parsed>) -> What,
    ) -> Result<Parsed, FormulaError> {
        self.next += 2;
        let of = self.formula()?;
        self.expect(')')?;
        let what = what(Box::new(of));
        Ok(Parsed { at, what })
    }

    fn two(
        &mut self,
        at: usize,
        what: impl FnOnce(Box<Parsed>, Box<Parsed>) -> What,
    ) -> Result<Parsed, FormulaError> {
        self.next += 2;
        let first = self.formula()?;
        self.expect(',')?;
        let second = self.formula()?;
        self.expect(')')?;
        let what = what(Box::new(first), Box::new(second));
        Ok(Parsed { at, what })
    }

    fn published(
        &mut self,
        at: usize,
        node: impl FnOnce(String) -> Node,
    ) -> Result<Parsed, FormulaError> {
        self.next += 2;
        let Some((_, Token::Word(series))) = self.tokens.get(self.next) else {
            return Err(self.unexpected());
        };
        let what = What::Leaf(node(series.clone()));
        self.next += 1;
        self.expect(')')?;
        Ok(Parsed { at, what })
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(_, token)| token)
    }

    fn at(&self) -> usize {
        self.tokens.get(self.next).map_or(self.end, |(at, _)| *at)
    }

    fn take(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(&Token::Sign(sign));
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, sign: char) -> Result<(), FormulaError> {
        if self.take(sign) {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    fn unexpected(&self) -> FormulaError {
        let found = match self.peek() {
            Some(Token::Word(code)) => code.clone(),
            Some(Token::Sign(sign)) => sign.to_string(),
            None => String::new(),
        };
        FormulaError::Unexpected {
            at: self.at(),
            found,
        }
    }
}

fn account(at: usize, account: String) -> Parsed {
    let term = Term {
        account,
        negative: false,
        at,
    };
    Parsed {
        at,
        what: What::Leaf(Node::Sum(vec![term])),
    }
}

/// Sums of accounts become one sum.
fn joined(at: usize, left: Parsed, right: Parsed, negative: bool) -> Parsed {
    let what = match (left.what, right.what) {
        (What::Leaf(Node::Sum(mut sum)), What::Leaf(Node::Sum(mut more))) => {
            more.iter_mut().for_each(|term| term.negative ^= negative);
            sum.extend(more);
            let what = What::Leaf(Node::Sum(sum));
            return Parsed { at: left.at, what };
        }
        (a, b) => {
            let left = Box::new(Parsed {
                at: left.at,
                what: a,
            });
            let right = Box::new(Parsed {
                at: right.at,
                what: b,
            });
            if negative {
                What::Minus(left, right)
            } else {
                What::Plus(left, right)
            }
        }
    };
    Parsed { at, what }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(formula: &str) -> String {
        parse(formula, Some("ph2021"))
            .map_or_else(|error| error.to_string(), |parsed| text(&parsed))
    }

    fn text(parsed: &Parsed) -> String {
        match &parsed.what {
            What::Leaf(Node::Sum(sum)) => sum
                .iter()
                .map(|term| format!("{}{}", if term.negative { '-' } else { '+' }, term.account))
                .collect(),
            What::Leaf(node) => format!("{node:?}"),
            What::Plus(a, b) => format!("({}) plus ({})", text(a), text(b)),
            What::Minus(a, b) => format!("({}) minus ({})", text(a), text(b)),
            What::Ratio(a, b) => format!("{} / {}", text(a), text(b)),
            What::Coverage(a, b) => format!("{} of {}", text(a), text(b)),
            What::Growth(a, Against::YearBefore) => format!("growth {}", text(a)),
            What::Growth(a, Against::PeriodBefore) => format!("growth on the period {}", text(a)),
            What::Highest(a) => format!("highest {}", text(a)),
        }
    }

    #[test]
    fn sums_differences_ratios_and_growth_are_understood() {
        assert_eq!(written("a.b + c - (d - e)"), "+a.b+c-d+e");
        assert_eq!(written("(a + b) / c"), "+a+b / +c");
        assert_eq!(written("a / (b - c)"), "+a / +b-c");
        assert_eq!(written("growth(a)"), "growth +a");
        assert_eq!(written("growth_period(a - b)"), "growth on the period +a-b");
        assert_eq!(written("growth((a - b) / c)"), "growth +a-b / +c");
        assert_eq!(written("a / b - c / d"), "(+a / +b) minus (+c / +d)");
        assert_eq!(written("coverage(a, b + c)"), "+a of +b+c");
        assert_eq!(written("highest(a)"), "highest +a");
        assert_eq!(
            written("plan.mobilised.$campaign"),
            "+plan.mobilised.ph2021"
        );
        assert_eq!(written("\u{FF08}a\u{FF0B}b\u{FF09}\u{FF0F}c"), "+a+b / +c");
    }

    #[test]
    fn what_is_not_understood_is_named_with_its_place() {
        assert_eq!(written("  "), "the formula is empty");
        assert_eq!(
            written("a + * b"),
            "at character 5: `*` was not expected here"
        );
        assert_eq!(written("a + "), "at character 5: `` was not expected here");
        assert_eq!(written("a b"), "at character 3: `b` was not expected here");
        assert_eq!(
            written("a / b / c"),
            "at character 7: `/` was not expected here"
        );
        assert_eq!(
            written("shrink(a)"),
            "at character 1: `shrink` was not expected here"
        );
        assert_eq!(
            written(&"(".repeat(5_000)),
            "at character 21: `(` was not expected here"
        );
        assert_eq!(parse("x.$campaign", None), Err(FormulaError::NoCampaign));
    }
}
