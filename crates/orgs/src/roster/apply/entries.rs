//! What an import writes into the book: an act for every unit and person.
use super::super::{ImportOptions, PersonChange, UnitChange};
use crate::{MEMBER, UNIT};
use kernel::{EntryId, UnitId};
use ledger::{
    NewEntry, Subject,
    tree::{Edge, Place},
};
use serde_json::json;
use uuid::Uuid;

/// New places in the tree.
pub(super) fn edges(changes: &[UnitChange]) -> Vec<Edge> {
    let edges = changes.iter().filter_map(|change| {
        let place = change.place?.map_or(Place::Root, Place::Below);
        Some(Edge {
            unit: change.after.id,
            from: change.from,
            place,
        })
    });
    edges.collect()
}

/// Writes the entries of one import.
pub(super) struct Scribe<'a> {
    pub(super) import: Uuid,
    pub(super) options: &'a ImportOptions,
}

impl Scribe<'_> {
    pub(super) fn unit(&self, change: &UnitChange) -> NewEntry {
        let after = &change.after;
        let subject = Subject::new("orgs.unit", after.id);
        match &change.before {
            None => self
                .entry("orgs.unit.founded", subject, after.id, change.from)
                .with_details(json!({ "name": after.name, "code": after.code, "kind": after.kind }))
                .post(format!("{UNIT}.{}", after.kind), 1),
            Some(before) => {
                let details = json!({
                    "name": [before.name, after.name],
                    "kind": [before.kind, after.kind],
                    "position": [before.position, after.position],
                    "moved_below": change.place,
                });
                let entry = self
                    .entry("orgs.unit.changed", subject, after.id, change.from)
                    .with_details(details);
                if before.kind == after.kind {
                    return entry;
                }
                entry
                    .post(format!("{UNIT}.{}", before.kind), -1)
                    .post(format!("{UNIT}.{}", after.kind), 1)
            }
        }
    }

    pub(super) fn person(&self, change: &PersonChange) -> NewEntry {
        let subject = Subject::new("orgs.person", change.id);
        let Some((person, old)) = &change.before else {
            let entry = self.entry("orgs.person.joined", subject, change.unit, change.from);
            let entry = entry.with_details(json!({ "unit": change.unit, "post": change.post }));
            return if change.is_member {
                entry.post(MEMBER, 1)
            } else {
                entry
            };
        };
        let day = if old.unit_id == change.unit {
            self.options.effective.max(change.from)
        } else {
            change.from
        };
        let details = json!({
            "name": [person.name, change.name],
            "unit": [old.unit_id, change.unit],
            "post": [old.post, change.post],
            "is_member": [old.is_member, change.is_member],
        });
        let mut entry = self
            .entry("orgs.person.changed", subject, change.unit, day)
            .with_details(details);
        if (old.unit_id, old.is_member) != (change.unit, change.is_member) {
            if old.is_member {
                entry = entry.post_at(MEMBER, old.unit_id, day, -1);
            }
            if change.is_member {
                entry = entry.post(MEMBER, 1);
            }
        }
        entry
    }

    /// Its id follows from the import's id: applied twice, it is one entry.
    fn entry(
        &self,
        kind: &'static str,
        subject: Subject,
        unit: UnitId,
        day: chrono::NaiveDate,
    ) -> NewEntry {
        let id = Uuid::new_v5(&self.import, format!("{kind} {}", subject.id).as_bytes());
        NewEntry::new(EntryId(id), kind, subject, unit, day)
    }
}
