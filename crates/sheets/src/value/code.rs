//! Codes: digits that stand for something and are not a quantity.
use super::{Value, spelling};

/// Excel keeps 15 significant digits; of a longer number the rest is already lost.
const DIGITS_KEPT: f64 = 1e15;

/// Fewest digits of a text such as `101.0` that are taken for a number.
const EXPORTED_DIGITS_MIN: usize = 3;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Code {
    Read(String),
    /// Was a number and has fewer digits than every code has; `read` has the zeros put back.
    ZerosLost {
        shown: String,
        read: String,
    },
    /// A number too long for Excel: its last digits are gone.
    DigitsLost,
    Wrong,
}

/// `typed`: whether the file knows numbers from text. In CSV, where all is text, `124.0` can only be a number.
pub(crate) fn code(value: &Value, width: Option<usize>, typed: bool) -> Code {
    match value {
        Value::Number(number) if number.abs() >= DIGITS_KEPT => Code::DigitsLost,
        Value::Number(number) if *number < 0.0 => Code::Wrong,
        Value::Number(number) => padded(number.to_string(), width),
        Value::Text(text) => {
            let text = spelling::squeeze(text);
            let text = text.trim_start_matches('\'');
            if typed {
                let number = text.strip_suffix(".0").filter(|whole| {
                    // Other programs write numbers out as text: `101.0`. A short one may be a section, such as `1.0`.
                    is_digits(whole) && EXPORTED_DIGITS_MIN <= whole.len()
                });
                return Code::Read(number.unwrap_or(text).to_owned());
            }
            match text.split_once('.') {
                Some((whole, rest)) if is_digits(whole) && is_zeros(rest) => {
                    padded(whole.to_owned(), width)
                }
                _ if is_digits(text) => padded(text.to_owned(), width),
                _ => Code::Read(text.to_owned()),
            }
        }
        Value::Moment(_) | Value::Truth(_) | Value::Fault(_) | Value::Empty => Code::Wrong,
    }
}

fn padded(shown: String, width: Option<usize>) -> Code {
    match width {
        Some(width) if shown.len() < width && is_digits(&shown) => Code::ZerosLost {
            read: format!("{shown:0>width$}"),
            shown,
        },
        _ => Code::Read(shown),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_zeros(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b == b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn a_code_typed_as_a_number_reads_without_a_point() {
        assert_eq!(
            code(&Value::Number(124.0), None, true),
            Code::Read("124".into())
        );
        assert_eq!(code(&text("124.0"), None, false), Code::Read("124".into()));
    }

    #[test]
    fn lost_zeros_are_put_back_and_told() {
        assert_eq!(
            code(&Value::Number(7.0), Some(3), true),
            Code::ZerosLost {
                shown: "7".into(),
                read: "007".into()
            }
        );
        assert_eq!(
            code(&text("００７"), Some(3), true),
            Code::Read("007".into())
        );
    }

    #[test]
    fn a_text_cell_of_a_workbook_says_what_its_author_typed() {
        assert_eq!(code(&text("1.0"), None, true), Code::Read("1.0".into()));
        assert_eq!(code(&text("101.0"), None, true), Code::Read("101".into()));
    }

    #[test]
    fn an_identity_number_typed_as_a_number_has_lost_digits() {
        assert_eq!(
            code(&Value::Number(110_101_199_001_011_234.0), None, true),
            Code::DigitsLost
        );
    }
}
