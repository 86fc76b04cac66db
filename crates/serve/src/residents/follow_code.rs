//! The code with which somebody without an account comes back to what they asked for, booked or wished.
use db::Keys;
use kernel::{EntryId, number::narrow};

/// Signs that are not mistaken for one another when read aloud or copied by hand.
const SIGNS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const CHARS: usize = 10;

/// Codes for one sort of thing; a code for one sort never opens another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowCode {
    purpose: &'static str,
}

impl FollowCode {
    pub const fn new(purpose: &'static str) -> FollowCode {
        FollowCode { purpose }
    }

    /// Made from the id of the act with the installation's key: nobody guesses it, the database does not hold it, and
    /// whoever sends the same form twice is told the same code.
    pub fn made(self, keys: &Keys, entry: EntryId) -> String {
        let bytes = keys.fingerprint(&format!("{}.made", self.purpose), &entry.to_string());
        let bytes = bytes.iter().take(CHARS);
        bytes
            .map(|byte| char::from(SIGNS[usize::from(*byte) % SIGNS.len()]))
            .collect()
    }

    /// What the record is found by, however the code was typed.
    pub fn found_by(self, keys: &Keys, typed: &str) -> Vec<u8> {
        let code: String = narrow(typed)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|sign| sign.to_ascii_uppercase())
            .collect();
        keys.fingerprint(self.purpose, &code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_was_typed() {
        let keys = Keys::from_hex(&"5a".repeat(32)).unwrap();
        let code = FollowCode::new("test.code");
        let found = code.found_by(&keys, "43GG6NNKA8");
        for typed in ["43gg6nnka8", " 43GG6-NNKA8 ", "４３ＧＧ６ＮＮＫＡ８"] {
            assert_eq!(code.found_by(&keys, typed), found, "{typed}");
        }
    }
}
