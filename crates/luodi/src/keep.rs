//! Keeping and bringing back: one file with all rows and all attached files, from and into either kind of database.
//!
//! Always true:
//! - which tables there are is asked of the database: none can be forgotten but those named in [`LEFT_OUT`];
//! - a backup is one moment, taken while people work; the key of sealed columns is never in it;
//! - it bears its whole name when it is whole, and its list of contents comes last: what was cut off is noticed;
//! - what is brought back goes into an empty place only, and nobody can take a half of it for the whole.
mod archive;
mod backup;
mod export;
mod place;
mod restore;

pub use archive::Manifest;
pub use backup::backup;
pub use export::export;
pub use place::{Lock, require_whole};
pub use restore::{KeyChoice, restore};

use db::Keys;

/// Log-ins do not travel: whoever was logged out after the backup would be in again.
pub const LEFT_OUT: [&str; 1] = ["web_session"];

/// By which it is told whether a key opens what is sealed in a backup, and which tells nothing of the key.
pub fn key_fingerprint(keys: &Keys) -> String {
    db::hex(&keys.fingerprint("luodi.backup.key", "")[..8])
}
