//! Names and telephone numbers as a list may show them: enough to tell two apart, too little to call or to look up.

/// Signs of a number that are never shown.
const HIDDEN_MIN: usize = 4;
const SHOWN_BEFORE_MAX: usize = 3;
const SHOWN_AFTER_MAX: usize = 4;

/// `138****1234`; of a short number less is shown.
pub fn phone(phone: &str) -> String {
    let chars: Vec<char> = phone.chars().collect();
    let spare = chars.len().saturating_sub(HIDDEN_MIN);
    let after = spare.min(SHOWN_AFTER_MAX);
    let before = (spare - after).min(SHOWN_BEFORE_MAX);
    let hidden = before..chars.len() - after;
    let sign = |(at, sign): (usize, &char)| if hidden.contains(&at) { '*' } else { *sign };
    chars.iter().enumerate().map(sign).collect()
}

/// The family name, and a sign for each other character: `何*`.
pub fn name(name: &str) -> String {
    let mut signs = name.chars();
    let first: String = signs.next().into_iter().collect();
    format!("{first}{}", "*".repeat(signs.count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_in_a_list_has_its_middle_covered() {
        assert_eq!(phone("13800001234"), "138****1234");
        assert_eq!(phone("021-65432100"), "021*****2100");
        assert_eq!(phone("5550001"), "****001");
        assert_eq!(phone("555"), "***");
    }

    #[test]
    fn of_a_name_the_first_sign_is_told() {
        assert_eq!(name("何婶"), "何*");
        assert_eq!(name("欧阳文华"), "欧***");
        assert_eq!(name(""), "");
    }
}
