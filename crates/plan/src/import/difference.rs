//! What a list would change: added, changed field by field, left as it is, and no longer in the list.
mod doubts;
mod fields;
mod matching;
mod rings;

use super::{
    assembling::assemble,
    columns::{
        AFTER, DEADLINE, DELIVERABLE, DURATION, IN_CHARGE, LEAD, RESPONSIBLE, SUPPORTING, TARGET,
    },
    reading::{After, Draft, Known, Reading},
};
use crate::{
    entry_id::part_of,
    nodes::{
        node::{Node, NodeId},
        plan::Item,
    },
    units::likeness,
};
use kernel::EntryId;
use matching::match_up;
use orgs::folded;
use std::collections::HashSet;

pub use doubts::{doubts, taken_back};
pub use fields::{Change, Field, after_in_words};
pub(crate) use fields::{changes, numbers};
pub use rings::rings;
pub(crate) use rings::rings_among;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// The items that the file asks for, as they will be; parents before their children.
    pub items: Vec<Item>,
    /// The row of each item that is a task.
    pub rows: Vec<Option<u32>>,
    /// Places in `items`.
    pub added: Vec<usize>,
    pub changed: Vec<(usize, Vec<Change>)>,
    /// As they are, but for their place in the list.
    pub left: Vec<usize>,
    /// Items of the plan that the file leaves out.
    pub gone: Vec<NodeId>,
    /// Tasks known by their 序号 alone, with a title that has nothing to do with the old one: places in `items`.
    pub doubtful: Vec<usize>,
}

impl Difference {
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }
}

/// Compares a reading with the plan. Ids of new items are made from `entry`, so that the same import makes the same items.
pub fn compare(reading: &Reading, known: &Known<'_>, entry: EntryId) -> Difference {
    let innermost = known.campaign.levels.innermost();
    let wanted = assemble(&reading.drafts, innermost);
    let matched = match_up(&wanted, &reading.drafts, known.plan, innermost);
    let ids: Vec<NodeId> = wanted
        .iter()
        .zip(&matched)
        .map(|(wanted, matched)| match matched {
            Some(place) => known.plan.items[*place].node.id,
            None => {
                let (path, time) = &wanted.key;
                NodeId(part_of(entry, &format!("{}{path}#{time}", wanted.level)))
            }
        })
        .collect();
    let mut place_of_draft = vec![0; reading.drafts.len()];
    for (at, wanted) in wanted.iter().enumerate() {
        if let Some(draft) = wanted.draft {
            place_of_draft[draft] = at;
        }
    }
    let mut found = Difference::default();
    for (at, wanted) in wanted.iter().enumerate() {
        let old = matched[at].map(|place| &known.plan.items[place]);
        let mut item = match old {
            Some(old) => old.clone(),
            None => blank(ids[at], &known.campaign.code),
        };
        item.node.parent = wanted.parent.map(|parent| ids[parent]);
        item.node.level = i32::try_from(wanted.level).unwrap_or(i32::MAX);
        item.node.position = i32::try_from(at).unwrap_or(i32::MAX);
        item.node.title = wanted.title.clone();
        if let Some(draft) = wanted.draft {
            let draft = &reading.drafts[draft];
            found.rows.push(Some(draft.row));
            fill(&mut item, draft, reading, |after| match after {
                After::Draft(draft) => ids[place_of_draft[draft]],
                After::Kept(id) => id,
            });
        } else {
            found.rows.push(None);
        }
        found.items.push(item);
    }
    let mut numbering = Numbering::of(&found.items, known);
    for (at, wanted) in wanted.iter().enumerate() {
        if let (Some(draft), None) = (wanted.draft, matched[at])
            && !reading.drafts[draft].is_numbered
        {
            numbering.number(&mut found.items[at]);
        }
    }
    let numbers = numbers(&found.items, known.plan);
    for (at, item) in found.items.iter().enumerate() {
        match matched[at].map(|place| &known.plan.items[place]) {
            None => found.added.push(at),
            Some(old) => {
                let new_parent = wanted[at]
                    .parent
                    .map(|parent| wanted[parent].title.as_str());
                let changes = changes(old, item, new_parent, known, &numbers);
                if changes.is_empty() {
                    found.left.push(at);
                } else {
                    if is_doubtful(old, item, innermost) {
                        found.doubtful.push(at);
                    }
                    found.changed.push((at, changes));
                }
            }
        }
    }
    let kept: HashSet<NodeId> = ids.into_iter().collect();
    let gone = known.plan.items.iter().map(|item| item.node.id);
    found.gone = gone.filter(|id| !kept.contains(id)).collect();
    found
}

/// Whether a task has its number in common with the old one, and nothing of its title.
fn is_doubtful(old: &Item, new: &Item, innermost: usize) -> bool {
    let (a, b) = (folded(&old.node.title), folded(&new.node.title));
    old.is_task(innermost)
        && old.node.number == new.node.number
        && a != b
        && likeness(&a, &b).is_none()
}

/// Numbers for new tasks of a list without any.
struct Numbering {
    taken: HashSet<String>,
}

impl Numbering {
    fn of(items: &[Item], known: &Known<'_>) -> Numbering {
        let new: HashSet<NodeId> = items.iter().map(|item| item.node.id).collect();
        let kept = known.plan.items.iter();
        let kept = kept.filter(|item| !new.contains(&item.node.id));
        let old = items
            .iter()
            .filter(|item| known.plan.item(item.node.id).is_some());
        let taken = kept.chain(old).filter_map(|item| item.node.number.clone());
        Numbering {
            taken: taken.collect(),
        }
    }

    /// Gives the row's place, or the next number that nobody has.
    fn number(&mut self, item: &mut Item) {
        let place = item.node.number.as_deref().and_then(|n| n.parse().ok());
        let mut candidates = (place.unwrap_or(1usize)..).map(|number| number.to_string());
        item.node.number = candidates.find(|number| self.taken.insert(number.clone()));
    }
}

/// An item of which nothing is known yet.
pub(crate) fn blank(id: NodeId, campaign: &str) -> Item {
    Item {
        node: Node {
            id,
            campaign: campaign.to_owned(),
            parent: None,
            level: 0,
            position: 0,
            number: None,
            title: String::new(),
            lead_unit: None,
            in_charge: None,
            deadline_text: None,
            deadline_kind: None,
            from_day: None,
            due: None,
            duration_days: None,
            deliverable: None,
            target_figure: None,
            target_unit: None,
            target_value: None,
            target_text: None,
            withdrawn_on: None,
            started_on: None,
            finished_on: None,
            signed_off_on: None,
            signed_off_by: None,
            sign_off_entry: None,
        },
        responsible: Vec::new(),
        supporting: Vec::new(),
        after: Vec::new(),
    }
}

/// Takes over the draft's cells; columns that the file does not have leave the item as it is.
pub(crate) fn fill(
    item: &mut Item,
    draft: &Draft,
    reading: &Reading,
    id: impl Fn(After) -> NodeId,
) {
    let node = &mut item.node;
    if draft.is_numbered || node.number.is_none() {
        node.number = Some(draft.number.clone());
    }
    if reading.has(LEAD) {
        node.lead_unit = draft.lead;
    }
    if reading.has(RESPONSIBLE) {
        item.responsible = draft.responsible.clone();
    }
    if reading.has(SUPPORTING) {
        item.supporting = draft.supporting.clone();
    }
    if reading.has(IN_CHARGE) {
        node.in_charge = draft.in_charge.clone();
    }
    if reading.has(DEADLINE) {
        let deadline = draft.deadline.as_ref();
        node.deadline_text = deadline.map(|deadline| deadline.text.clone());
        node.deadline_kind = deadline.map(|deadline| (&deadline.kind).into());
        node.from_day = deadline.and_then(|deadline| deadline.from);
        node.due = deadline.map(|deadline| deadline.due);
    }
    if reading.has(AFTER) {
        item.after = draft
            .after
            .iter()
            .map(|(after, lag)| (id(*after), *lag))
            .collect();
    }
    if reading.has(DURATION) {
        node.duration_days = draft.duration_days;
    }
    if reading.has(DELIVERABLE) {
        node.deliverable = draft.deliverable.clone();
    }
    if reading.has(TARGET) {
        node.target_figure = draft.target.as_ref().map(|target| target.figure.clone());
        node.target_unit = draft.target.as_ref().map(|target| target.unit);
        node.target_value = draft.target.as_ref().map(|target| target.at_least);
        node.target_text = draft.target_text.clone();
    }
}
