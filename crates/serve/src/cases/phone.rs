//! Telephone numbers as people type them: full-width digits, spaces, strokes, +86.

/// The digits of a number that can be called from here: a mobile number, or a landline with or without its area code.
pub fn understood(text: &str) -> Option<String> {
    let mut digits = String::new();
    for sign in text.trim().chars() {
        match sign {
            '0'..='9' => digits.push(sign),
            '０'..='９' => {
                let value = sign as u32 - '０' as u32;
                digits.extend(char::from_digit(value, 10));
            }
            '+' | '＋' if digits.is_empty() => {}
            ' ' | '\u{3000}' | '-' | '－' | '—' | '(' | ')' | '（' | '）' => {}
            _ => return None,
        }
    }
    let digits = match digits.strip_prefix("0086").or(digits.strip_prefix("86")) {
        Some(rest) if digits.len() > 11 => rest.to_owned(),
        _ => digits,
    };
    let is_mobile = digits.len() == 11 && digits.starts_with('1');
    let is_landline = (10..=12).contains(&digits.len()) && digits.starts_with('0');
    let is_local = (7..=8).contains(&digits.len()) && !digits.starts_with(['0', '1']);
    (is_mobile || is_landline || is_local).then_some(digits)
}

/// Enough to tell two numbers apart, and too little to call: `138****1234`.
pub fn masked(digits: &str) -> String {
    let (first, last) = match digits.len() {
        11.. => (3, 4),
        7.. => (1, 2),
        _ => (0, 0),
    };
    let hidden = "*".repeat(digits.len() - first - last);
    format!(
        "{}{hidden}{}",
        &digits[..first],
        &digits[digits.len() - last..]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_understood_however_it_is_typed() {
        for text in [
            "13812341234",
            "１３８１２３４１２３４",
            "+86 138 1234 1234",
            "0086-138-1234-1234",
            " 138-1234-1234 ",
        ] {
            assert_eq!(understood(text).as_deref(), Some("13812341234"), "{text}");
        }
        assert_eq!(
            understood("（0571）8123 4567").as_deref(),
            Some("057181234567")
        );
        assert_eq!(understood("81234567").as_deref(), Some("81234567"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "1381234",
            "138123412345",
            "二三四",
            "138a2341234",
            "23812341234",
        ] {
            assert_eq!(understood(text), None, "{text}");
        }
    }

    #[test]
    fn a_masked_number_tells_its_ends_only() {
        assert_eq!(masked("13812341234"), "138****1234");
        assert_eq!(masked("81234567"), "8*****67");
    }
}
