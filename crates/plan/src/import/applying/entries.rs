//! The entries of one import: one for each item that it adds, changes or withdraws.
use super::{ADDED, CHANGED, ITEM, Importing, Preview, TASK, WITHDRAWN};
use crate::{
    accounts, campaigns::campaign::Campaign, entry_id::part_of, import::Change, nodes::plan::Item,
};
use chrono::NaiveDate;
use kernel::EntryId;
use ledger::{NewEntry, Subject};
use serde_json::json;

pub fn entries(importing: &Importing, preview: &Preview, withdrawn: &[&Item]) -> Vec<NewEntry> {
    let difference = &preview.difference;
    let scribe = Scribe {
        act: importing.entry,
        on: importing.on,
        campaign: &preview.campaign,
    };
    let added = difference
        .added
        .iter()
        .map(|at| scribe.added(&difference.items[*at]));
    let changed = difference.changed.iter().filter_map(|(at, changes)| {
        let new = &difference.items[*at];
        Some(scribe.changed(preview.plan.item(new.node.id)?, new, changes))
    });
    let withdrawn = withdrawn.iter().map(|item| scribe.withdrawn(item));
    added.chain(changed).chain(withdrawn).collect()
}

/// Writes the entries of one import, or of one form.
pub(crate) struct Scribe<'a> {
    /// The act that the entries are part of; their ids follow from it.
    pub(crate) act: EntryId,
    pub(crate) on: NaiveDate,
    pub(crate) campaign: &'a Campaign,
}

impl Scribe<'_> {
    fn entry(&self, kind: &'static str, item: &Item) -> NewEntry {
        let is_task = item.is_task(self.campaign.levels.innermost());
        let subject = Subject::new(if is_task { TASK } else { ITEM }, item.node.id);
        let id = EntryId(part_of(self.act, &format!("{kind} {}", item.node.id)));
        let unit = item.node.lead_unit.unwrap_or(self.campaign.organiser);
        NewEntry::new(id, kind, subject, unit, self.on)
    }

    fn account(&self, item: &Item) -> String {
        let level = usize::try_from(item.node.level).unwrap_or_default();
        let level = self
            .campaign
            .levels
            .0
            .get(level)
            .map_or("other", |level| level.key.as_str());
        accounts::node(&self.campaign.code, level)
    }

    pub(crate) fn added(&self, item: &Item) -> NewEntry {
        self.entry(ADDED, item)
            .with_details(json!({ "title": item.node.title, "number": item.node.number }))
            .post(self.account(item), 1)
    }

    /// A task that gets another lead is counted there from now on.
    pub(crate) fn changed(&self, old: &Item, new: &Item, changes: &[Change]) -> NewEntry {
        let entry = self
            .entry(CHANGED, new)
            .with_details(json!({ "changes": changes }));
        let unit = |item: &Item| item.node.lead_unit.unwrap_or(self.campaign.organiser);
        let (from, to, day) = (unit(old), unit(new), self.on);
        if from == to {
            return entry;
        }
        let entry =
            entry
                .post_at(self.account(old), from, day, -1)
                .post_at(self.account(new), to, day, 1);
        if old.node.signed_off_on.is_none() {
            return entry;
        }
        let done = accounts::task_done(&self.campaign.code);
        entry
            .post_at(done.clone(), from, day, -1)
            .post_at(done, to, day, 1)
    }

    pub(crate) fn withdrawn(&self, item: &Item) -> NewEntry {
        let entry = self
            .entry(WITHDRAWN, item)
            .with_details(json!({ "title": item.node.title, "number": item.node.number }))
            .post(self.account(item), -1);
        match item.node.signed_off_on {
            Some(_) => entry.post(accounts::task_done(&self.campaign.code), -1),
            None => entry,
        }
    }
}
