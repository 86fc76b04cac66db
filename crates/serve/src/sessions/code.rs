//! The code by which a booking is found again: shown to whoever booked, kept as a keyed hash only.
use db::Keys;
use kernel::EntryId;

/// Signs that nobody mistakes for one another when they are read out or written down.
const SIGNS: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const CHARS: usize = 10;
const PURPOSE: &str = "serve.session.code";

/// The code of the booking made by this act. It follows from the act's id under the installation's key: the same form sent
/// twice shows the same code, and nobody without the key can work it out.
pub fn of(keys: &Keys, entry: EntryId) -> String {
    let hash = keys.fingerprint("serve.session.code.made", &entry.to_string());
    let code = hash.iter().take(CHARS);
    code.map(|byte| char::from(SIGNS[usize::from(*byte) % SIGNS.len()]))
        .collect()
}

/// What a code is found by, however it was typed.
pub fn found_by(keys: &Keys, typed: &str) -> Vec<u8> {
    let code: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|sign| sign.to_ascii_uppercase())
        .collect();
    keys.fingerprint(PURPOSE, &code)
}
