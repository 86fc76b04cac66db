//! The words for this crate's entries.
use web::EntryKind;

pub(crate) const ENTRY_KINDS: &[EntryKind] = &[];
