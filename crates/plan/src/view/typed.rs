//! What people type into forms.
use chrono::NaiveDate;
use kernel::{EntryId, UnitId};
use uuid::Uuid;

/// The id of the act that a form will be.
pub(crate) fn new_entry() -> EntryId {
    EntryId(Uuid::now_v7())
}

pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

pub(crate) fn unit(text: &str) -> Option<UnitId> {
    text.trim().parse().ok()
}
