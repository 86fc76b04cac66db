//! Seals: each closed day is put under a Merkle tree (RFC 6962), chained to the days before, so that a changed byte is found
//! and named, and a seal printed on paper proves the book years later.
//!
//! Always true:
//! - a seal covers a stretch of entry numbers without a gap, begun where the one before ended; days only say where to cut, so
//!   a clock that went wrong cannot make an entry fall through;
//! - what is sealed: entries with all their postings, tree edges, accounts, versions of figures — each byte of them, in an
//!   encoding that is the same on both databases;
//! - seals are added, never changed, like entries; appending never waits for sealing;
//! - beside each leaf stand short marks of every value, so that a change is named to the column. They prove nothing: leaves do.
mod chain;
mod day;
mod finding;
mod leaf;
mod making;
mod named;
mod printed;
mod read;
mod row;
mod store;
mod turn;
mod verify;

pub use finding::{FINDINGS_MAX, Finding, Row, What};
pub use making::{SealError, seal_closed_days};
pub use printed::{NotPrinted, Printed, book_code};
pub use row::Seal;
pub use store::{find, first, latest, of_day, of_entry, page, unsealed};
pub use verify::{Verified, Wanted, verify};

pub(crate) use row::TABLES;

/// What encodings of this version are called. A changed encoding is another version; old seals keep theirs.
pub(crate) const FORM: i64 = 1;

/// A SHA-256.
pub type Hash = [u8; 32];
