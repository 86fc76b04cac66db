//! The code with which whoever asked follows their case.
use crate::cases::store::CODE;
use db::Keys;
use kernel::EntryId;

/// Signs that are not mistaken for one another when read aloud or copied by hand.
const SIGNS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
pub const FOLLOW_CODE_CHARS: usize = 10;

/// Made from the id of the act with the installation's key: nobody guesses it, the database does not hold it, and whoever
/// sends the same form twice is told the same code.
pub fn follow_code(keys: &Keys, entry: EntryId) -> String {
    let bytes = keys.fingerprint(&format!("{CODE}.made"), &entry.to_string());
    bytes
        .iter()
        .take(FOLLOW_CODE_CHARS)
        .map(|byte| SIGNS[usize::from(*byte) % SIGNS.len()] as char)
        .collect()
}

/// What was typed, as codes are written.
pub(crate) fn typed(code: &str) -> String {
    code.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|sign| sign.to_ascii_uppercase())
        .collect()
}
