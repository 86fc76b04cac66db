//! Files that people attach to records: pictures, papers, tables.
//!
//! Always true of this crate:
//! - a file is kept under the SHA-256 of its content, and is on disk under its whole name or not at all;
//! - what a file is, is decided by its content; its name is only a name;
//! - pictures are written anew from their pixels, so nothing of where and with what they were taken stays in them;
//! - a file that was sent belongs to nobody's record until an act attaches it, in the act's own transaction;
//! - a file is found only through its record: whoever may see the record may see the file, and nobody else;
//! - what belongs to no record is swept away after [`STAGED_HOURS`].
mod clean;
mod file;
mod folder;
mod incoming;
mod kept;
mod kind;
mod migration;
mod name;
mod record;
mod refusal;
mod store;
mod sweep;
mod take;

pub use file::{File, FileId};
pub use incoming::Incoming;
pub use kept::contents;
pub use kind::Kind;
pub use migration::migrations;
pub use record::{
    Record, attach, find, keep_only, latest_of_kind, of, of_kind, of_many, set, staged, wanted,
};
pub use refusal::Refusal;
pub use store::{Sha256Hex, Store, StoreError};
pub use sweep::{Swept, check, sweep};
pub use take::{Files, TakeError};

kernel::words!();

/// Largest file, in bytes.
pub const FILE_BYTES_MAX: usize = 20 * 1024 * 1024;
/// Most bytes of one form with all its files. Much more than a file may have: what is too large is read past without being
/// held, so that the form comes back with all that was typed and the sentence beside the file.
pub const FORM_BYTES_MAX: usize = 160 * 1024 * 1024;
/// Most files of one record.
pub const FILES_MAX: usize = 9;
/// Most pixels of a picture: a telephone of today takes 12 to 50 million.
pub const PIXELS_MAX: u64 = 50_000_000;
/// How long a file that belongs to no record is kept, in hours: as long as somebody may take to mend a form.
pub const STAGED_HOURS: i64 = 24;

/// Endings for the `accept` of a file field. A hint for the browser only.
pub const ACCEPT: &str = ".jpg,.jpeg,.png,.pdf,.ofd,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv";
