//! Ids derived from the id of an act, so that the act sent twice cannot make a second record.
use kernel::EntryId;
use uuid::Uuid;

/// The id of the part called `name` of the act `entry`: always the same for the same two.
pub fn part_of(entry: EntryId, name: &str) -> Uuid {
    Uuid::new_v5(&entry.0, name.as_bytes())
}
