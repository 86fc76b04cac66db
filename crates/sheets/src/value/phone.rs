//! Telephone numbers of the mainland numbering plan (GB: mobile 11 digits from 1; landline with area code).
use super::{Value, spelling};

/// The number in one spelling: `13800000000`, `021-65432100`, `021-65432100-8001`. `None` when it cannot be one.
pub(crate) fn phone(value: &Value) -> Option<String> {
    let text = match value {
        Value::Number(number) if number.fract() == 0.0 && *number > 0.0 => format!("{number:.0}"),
        Value::Text(text) => spelling::squeeze(text),
        _ => return None,
    };
    let text = text.replace(['(', ')', '.'], "-");
    let text = text.trim_matches('-');
    let text = text
        .strip_prefix("+86")
        .or_else(|| text.strip_prefix("0086"))
        .unwrap_or(text)
        .trim_start_matches('-');
    let parts: Vec<&str> = text.split('-').filter(|part| !part.is_empty()).collect();
    if parts
        .iter()
        .any(|part| !part.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    mobile(&parts.concat()).or_else(|| landline(&parts))
}

/// The number that somebody typed into a form, in one spelling. `None` when it cannot be one.
pub fn typed_phone(text: &str) -> Option<String> {
    phone(&Value::Text(text.into()))
}

fn mobile(digits: &str) -> Option<String> {
    let bytes = digits.as_bytes();
    let is_mobile = bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]);
    is_mobile.then(|| digits.to_owned())
}

fn landline(parts: &[&str]) -> Option<String> {
    let is_local = |part: &str| matches!(part.len(), 7 | 8) && !part.starts_with('0');
    match parts {
        [local] if is_local(local) => Some((*local).to_owned()),
        [joined] if joined.starts_with('0') && matches!(joined.len(), 10..=12) => {
            // Three-digit area codes are 010 and 02x.
            let area = if joined.starts_with("010") || joined.starts_with("02") {
                3
            } else {
                4
            };
            let (area, local) = joined.split_at(area);
            is_local(local).then(|| format!("{area}-{local}"))
        }
        [area, local]
            if area.starts_with('0') && matches!(area.len(), 3 | 4) && is_local(local) =>
        {
            Some(format!("{area}-{local}"))
        }
        [local, extension] if is_local(local) && extension.len() <= 6 => {
            Some(format!("{local}-{extension}"))
        }
        [area, local, extension] if extension.len() <= 6 => {
            Some(format!("{}-{extension}", landline(&[area, local])?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_has_one_spelling() {
        let read = |text: &str| phone(&Value::Text(text.into()));
        for text in [
            "１３８００００００００",
            "138 0000 0000",
            "138-0000-0000",
            "+86 13800000000",
        ] {
            assert_eq!(read(text).as_deref(), Some("13800000000"), "{text}");
        }
        for text in [
            "02165432100",
            "(021)65432100",
            "０２１－６５４３２１００",
            "021—65432100",
        ] {
            assert_eq!(read(text).as_deref(), Some("021-65432100"), "{text}");
        }
        assert_eq!(
            phone(&Value::Number(13_800_000_000.0)).as_deref(),
            Some("13800000000")
        );
        for text in ["1380000000", "23800000000", "王明", "12345"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
