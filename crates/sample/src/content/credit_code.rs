//! Unified social credit codes (GB 32100-2015) for invented firms.

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Registered as an enterprise with the market supervision, in a division that does not exist: no province has the number
/// 99, so that none of these codes can ever belong to a real firm.
const REGISTRAR_AND_DIVISION: &str = "91990001";

const BODY_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// The code of the `ordinal`-th invented enterprise. Both check digits hold.
pub fn credit_code(ordinal: u32) -> String {
    let serial = format!("MA9{:05}", (ordinal * 613) % 100_000);
    let organisation_check = organisation_check(&serial);
    let body = format!("{REGISTRAR_AND_DIVISION}{serial}{organisation_check}");
    let check = check_character(&body).expect("the body is made of the alphabet");
    format!("{body}{check}")
}

/// Whether `code` has 18 characters of the alphabet and the right check character.
pub fn credit_code_is_valid(code: &str) -> bool {
    code.len() == 18
        && code.is_ascii()
        && check_character(&code[..17]).is_some_and(|check| code.ends_with(check))
}

/// Weights 3^i mod 31; check = (31 - sum mod 31) mod 31 (GB 32100-2015). None when a character is outside the alphabet.
fn check_character(body: &str) -> Option<char> {
    let (mut sum, mut weight) = (0, 1);
    for byte in body.bytes() {
        sum += ALPHABET.iter().position(|known| *known == byte)? * weight;
        weight = weight * 3 % 31;
    }
    Some(char::from(ALPHABET[(31 - sum % 31) % 31]))
}

/// The check character of the nine-character organisation code inside (GB 11714-1997): 11 - sum mod 11, where ten is
/// written X and eleven 0.
fn organisation_check(serial: &str) -> char {
    let sum: u32 = serial
        .chars()
        .zip(BODY_WEIGHTS)
        .map(|(character, weight)| character.to_digit(36).unwrap_or_default() * weight)
        .sum();
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).expect("a remainder below ten is a digit"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_computed_by_hand_is_accepted_and_one_changed_digit_is_not() {
        // Sums by hand: all zeros give 0; a one in the second place weighs 3, so the check is 28 = W.
        assert!(credit_code_is_valid("000000000000000000"));
        assert!(credit_code_is_valid("01000000000000000W"));
        assert!(!credit_code_is_valid("01000000000000000X"));
    }

    #[test]
    fn letters_that_look_like_digits_and_wrong_lengths_are_refused() {
        assert!(!credit_code_is_valid("91990001MAI000000O"));
        assert!(!credit_code_is_valid("91990001"));
        assert!(!credit_code_is_valid("九一九九零零"));
    }

    #[test]
    fn every_code_made_here_is_valid_and_lies_in_no_real_division() {
        for ordinal in 1..=500 {
            let code = credit_code(ordinal);
            assert!(credit_code_is_valid(&code), "{code}");
            assert_eq!(&code[2..4], "99");
        }
    }
}
