//! `sum := term (('+' | '-') term)*`, `term := account | '(' sum ')'`, `formula := sum ['/' term] | 'growth' '(' sum ')'`
use super::{FormulaError, Shape, Sum, Term};

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Account(String),
    Sign(char),
}

/// The shape, and for each account in the order of [`Shape::sums`] the character at which it stands.
pub(super) fn parse(
    formula: &str,
    campaign: Option<&str>,
) -> Result<(Shape, Vec<usize>), FormulaError> {
    let tokens = tokens(formula, campaign)?;
    if tokens.is_empty() {
        return Err(FormulaError::Empty);
    }
    let end = formula.chars().count() + 1;
    let mut parser = Parser {
        tokens: &tokens,
        next: 0,
        end,
        places: Vec::new(),
    };
    let shape = parser.formula()?;
    match parser.peek() {
        None => Ok((shape, parser.places)),
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
            tokens.push((at, Token::Account(code)));
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
        _ => None,
    }
}

struct Parser<'a> {
    tokens: &'a [(usize, Token)],
    next: usize,
    end: usize,
    places: Vec<usize>,
}

impl Parser<'_> {
    fn formula(&mut self) -> Result<Shape, FormulaError> {
        if self.peek() == Some(&Token::Account("growth".into())) {
            self.next += 1;
            self.expect('(')?;
            let sum = self.sum()?;
            self.expect(')')?;
            return Ok(Shape::Growth(sum));
        }
        let sum = self.sum()?;
        if self.take('/') {
            let whole = self.term(false)?;
            return Ok(Shape::Ratio(sum, whole));
        }
        Ok(Shape::Sum(sum))
    }

    fn sum(&mut self) -> Result<Sum, FormulaError> {
        let mut sum = self.term(false)?;
        loop {
            if self.take('+') {
                sum.extend(self.term(false)?);
            } else if self.take('-') {
                sum.extend(self.term(true)?);
            } else {
                return Ok(sum);
            }
        }
    }

    fn term(&mut self, negative: bool) -> Result<Sum, FormulaError> {
        if self.take('(') {
            let mut sum = self.sum()?;
            self.expect(')')?;
            sum.iter_mut().for_each(|term| term.negative ^= negative);
            return Ok(sum);
        }
        match self.tokens.get(self.next) {
            Some((at, Token::Account(account))) => {
                self.next += 1;
                self.places.push(*at);
                Ok(vec![Term {
                    account: account.clone(),
                    negative,
                }])
            }
            _ => Err(self.unexpected()),
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(_, token)| token)
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
        match self.tokens.get(self.next) {
            Some((at, Token::Account(code))) => FormulaError::Unexpected {
                at: *at,
                found: code.clone(),
            },
            Some((at, Token::Sign(sign))) => FormulaError::Unexpected {
                at: *at,
                found: sign.to_string(),
            },
            None => FormulaError::Unexpected {
                at: self.end,
                found: String::new(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(formula: &str) -> String {
        let sum = |sum: &Sum| -> String {
            sum.iter()
                .map(|term| format!("{}{}", if term.negative { '-' } else { '+' }, term.account))
                .collect()
        };
        match parse(formula, Some("ph2021")) {
            Ok((Shape::Sum(a), _)) => sum(&a),
            Ok((Shape::Ratio(a, b), _)) => format!("{} / {}", sum(&a), sum(&b)),
            Ok((Shape::Growth(a), _)) => format!("growth {}", sum(&a)),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn sums_differences_ratios_and_growth_are_understood() {
        assert_eq!(written("a.b + c - (d - e)"), "+a.b+c-d+e");
        assert_eq!(written("(a + b) / c"), "+a+b / +c");
        assert_eq!(written("a / (b - c)"), "+a / +b-c");
        assert_eq!(written("growth(a)"), "growth +a");
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
        assert_eq!(parse("x.$campaign", None), Err(FormulaError::NoCampaign));
    }
}
