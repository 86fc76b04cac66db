//! Whole numbers, as people type them.
use super::{Value, spelling};

/// `None` when it is no whole number.
pub(crate) fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            Some(*number as i64)
        }
        Value::Text(text) => {
            let text = spelling::squeeze(text);
            let text = text.strip_prefix('+').unwrap_or(&text);
            let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
            if !rest.bytes().all(|b| b == b'0') {
                return None;
            }
            grouped(whole)
        }
        _ => None,
    }
}

/// Commas may only stand before groups of three digits: `1,200` is a number, `1,2` is two of them.
fn grouped(text: &str) -> Option<i64> {
    let mut groups = text.split(',');
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.trim_start_matches('-').len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_read_in_the_usual_spellings_only() {
        let read = |text: &str| whole(&Value::Text(text.into()));
        assert_eq!(read("１，２００"), Some(1200));
        assert_eq!(read(" 12.00 "), Some(12));
        assert_eq!(read("-3"), Some(-3));
        assert_eq!(read("12人"), None);
        assert_eq!(read("1,2"), None);
        assert_eq!(read("十二"), None);
        assert_eq!(whole(&Value::Number(1.5)), None);
    }
}
