//! What a list would change: added, changed field by field, left as it is, and no longer in the list.
use super::{
    assembling::{Wanted, assemble, down},
    columns::{AFTER, DEADLINE, DELIVERABLE, DURATION, IN_CHARGE, LEAD, NUMBER, RESPONSIBLE, SUPPORTING, TARGET},
    reading::{After, Draft, Known, Reading},
};
use crate::{
    entry_id::part_of,
    nodes::{
        node::{Node, NodeId},
        plan::{Item, Plan},
    },
    units,
    words::texts,
};
use calendar::schedule::{self, Link, PlanProblem};
use kernel::{EntryId, Lang};
use orgs::folded;
use serde::Serialize;
use sheets::{Problem, Severity};
use std::collections::{HashMap, HashSet};

/// Rings that are told at once; whoever has more starts with these.
const RINGS_TOLD_MAX: usize = 20;

/// A field of an item, as its history names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Number,
    Title,
    Parent,
    Lead,
    Responsible,
    Supporting,
    InCharge,
    Deadline,
    After,
    Duration,
    Deliverable,
    Target,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    pub field: Field,
    pub old: String,
    pub new: String,
}

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
    let numbers = numbers(&found.items, known.plan);
    for (at, item) in found.items.iter().enumerate() {
        match matched[at].map(|place| &known.plan.items[place]) {
            None => found.added.push(at),
            Some(old) => {
                let new_parent = wanted[at].parent.map(|parent| wanted[parent].title.as_str());
                let changes = changes(old, item, new_parent, known, &numbers);
                if changes.is_empty() {
                    found.left.push(at);
                } else {
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

/// For each wanted item, the place in the plan of the item that it is: by its path, a task also by its 序号 or its title
/// alone, an inner item also by the tasks below it.
fn match_up(wanted: &[Wanted], drafts: &[Draft], plan: &Plan, innermost: usize) -> Vec<Option<usize>> {
    let mut by_path: HashMap<(i32, (String, usize)), usize> = HashMap::new();
    let mut times: HashMap<(i32, String), usize> = HashMap::new();
    let mut by_number: HashMap<&str, usize> = HashMap::new();
    let mut by_title: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, item) in plan.items.iter().enumerate() {
        let path = plan.path(item).iter().fold(String::new(), |path, title| down(&path, title));
        let time = times.entry((item.node.level, path.clone())).or_default();
        by_path.insert((item.node.level, (path, *time)), place);
        *time += 1;
        if item.is_task(innermost) {
            if let Some(number) = &item.node.number {
                by_number.insert(number, place);
            }
            by_title.entry(folded(&item.node.title)).or_default().push(place);
        }
    }
    let mut taken: HashSet<usize> = HashSet::new();
    let mut matched: Vec<Option<usize>> = wanted
        .iter()
        .map(|wanted| {
            let level = i32::try_from(wanted.level).ok()?;
            let place = *by_path.get(&(level, wanted.key.clone()))?;
            taken.insert(place).then_some(place)
        })
        .collect();
    for (at, wanted) in wanted.iter().enumerate() {
        let Some(draft) = wanted.draft.filter(|_| matched[at].is_none()) else {
            continue;
        };
        let same_title = by_title.get(&folded(&wanted.title)).and_then(|places| match places[..] {
            [place] if !taken.contains(&place) => Some(place),
            _ => None,
        });
        let same_number = by_number
            .get(drafts[draft].number.as_str())
            .copied()
            .filter(|place| !taken.contains(place));
        matched[at] = same_title.or(same_number);
        taken.extend(matched[at]);
    }
    rename_inner(wanted, plan, &mut matched, &mut taken);
    matched
}

/// An inner item that is new by its path, but has only items below it that were all below one old item, is that one,
/// under a new title.
fn rename_inner(wanted: &[Wanted], plan: &Plan, matched: &mut [Option<usize>], taken: &mut HashSet<usize>) {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); wanted.len()];
    for (at, item) in wanted.iter().enumerate() {
        if let Some(parent) = item.parent {
            children[parent].push(at);
        }
    }
    for at in (0..wanted.len()).rev() {
        if wanted[at].draft.is_some() || matched[at].is_some() {
            continue;
        }
        let mut old_parents = children[at]
            .iter()
            .filter_map(|child| plan.items[matched[*child]?].node.parent)
            .filter_map(|parent| plan.place(parent));
        let Some(first) = old_parents.next() else {
            continue;
        };
        let same_level = usize::try_from(plan.items[first].node.level) == Ok(wanted[at].level);
        if same_level && old_parents.all(|parent| parent == first) && taken.insert(first) {
            matched[at] = Some(first);
        }
    }
}

fn blank(id: NodeId, campaign: &str) -> Item {
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
fn fill(item: &mut Item, draft: &Draft, reading: &Reading, id: impl Fn(After) -> NodeId) {
    let node = &mut item.node;
    if reading.has(NUMBER) || node.number.is_none() {
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
        item.after = draft.after.iter().map(|(after, lag)| (id(*after), *lag)).collect();
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

/// 序号 of all tasks, those of the file over those of the plan.
fn numbers(items: &[Item], plan: &Plan) -> HashMap<NodeId, String> {
    let all = plan.items.iter().chain(items);
    all.filter_map(|item| Some((item.node.id, item.node.number.clone()?)))
        .collect()
}

fn changes(
    old: &Item,
    new: &Item,
    new_parent: Option<&str>,
    known: &Known<'_>,
    numbers: &HashMap<NodeId, String>,
) -> Vec<Change> {
    let lang = known.lang;
    let units = |units: &[_]| units::names(known.directory, units, lang);
    let after = |item: &Item| after_in_words(item, numbers, lang);
    let old_parent = || {
        let parent = old.node.parent.and_then(|id| known.plan.item(id));
        parent.map_or_else(String::new, |parent| parent.node.title.clone())
    };
    let (a, b) = (&old.node, &new.node);
    let mut found = Vec::new();
    let mut tell = |field: Field, differs: bool, old: String, new: String| {
        if differs {
            found.push(Change { field, old, new });
        }
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    tell(Field::Number, a.number != b.number, text(&a.number), text(&b.number));
    tell(Field::Title, a.title != b.title, a.title.clone(), b.title.clone());
    tell(Field::Parent, a.parent != b.parent, old_parent(), new_parent.unwrap_or_default().to_owned());
    let lead = |node: &Node| units(&Vec::from_iter(node.lead_unit));
    tell(Field::Lead, a.lead_unit != b.lead_unit, lead(a), lead(b));
    tell(Field::Responsible, old.responsible != new.responsible, units(&old.responsible), units(&new.responsible));
    tell(Field::Supporting, old.supporting != new.supporting, units(&old.supporting), units(&new.supporting));
    tell(Field::InCharge, a.in_charge != b.in_charge, text(&a.in_charge), text(&b.in_charge));
    let due = |node: &Node| (node.deadline_text.clone(), node.due, node.from_day);
    tell(Field::Deadline, due(a) != due(b), text(&a.deadline_text), text(&b.deadline_text));
    tell(Field::After, after(old) != after(new), after(old), after(new));
    let days = |node: &Node| node.duration_days.map_or_else(String::new, |days| days.to_string());
    tell(Field::Duration, a.duration_days != b.duration_days, days(a), days(b));
    tell(Field::Deliverable, a.deliverable != b.deliverable, text(&a.deliverable), text(&b.deliverable));
    let target = |node: &Node| (node.target_figure.clone(), node.target_unit, node.target_value, node.target_text.clone());
    tell(Field::Target, target(a) != target(b), text(&a.target_text), text(&b.target_text));
    found
}

/// `3、5+2`, as the list has it.
pub fn after_in_words(item: &Item, numbers: &HashMap<NodeId, String>, lang: Lang) -> String {
    let mut after: Vec<_> = item.after.iter().collect();
    after.sort();
    let written = after.into_iter().map(|(id, lag)| {
        let number = numbers.get(id).map_or("?", String::as_str);
        match lag {
            0 => number.to_owned(),
            lag => format!("{number}{lag:+}"),
        }
    });
    written.collect::<Vec<_>>().join(units::separator(lang))
}

/// Tasks that wait for each other in a ring, told at each row of it.
pub fn rings(difference: &Difference, plan: &Plan, column: &str, lang: Lang) -> Vec<Problem> {
    let t = texts(lang);
    let gone = difference.gone.iter().filter_map(|id| plan.item(*id));
    let all: Vec<&Item> = difference.items.iter().chain(gone).collect();
    let places: HashMap<NodeId, usize> = all.iter().enumerate().map(|(at, item)| (item.node.id, at)).collect();
    let mut tasks: Vec<schedule::Task> = all
        .iter()
        .map(|item| schedule::Task {
            predecessors: links(item, &places),
            ..schedule::Task::lasting(1)
        })
        .collect();
    let mut problems = Vec::new();
    for _ in 0..RINGS_TOLD_MAX {
        let start = chrono::NaiveDate::MIN + chrono::Days::new(366 * 2_000);
        let trial = schedule::Plan::new(start, start, tasks.clone());
        let Err(PlanProblem::Ring(ring)) =
            schedule::schedule(&trial, &calendar::WorkingDays::monday_to_friday(), start)
        else {
            break;
        };
        let row = |at: &usize| difference.rows.get(*at).copied().flatten();
        let name = |at: &usize| {
            let number = all[*at].node.number.clone().unwrap_or_default();
            match row(at) {
                Some(row) => t.ring_task(number, row.to_string()),
                None => t.ring_task_kept(number, &all[*at].node.title),
            }
        };
        let round = ring.iter().chain(ring.first()).map(name);
        let told = round.collect::<Vec<_>>().join(" → ");
        for row in ring.iter().filter_map(row) {
            problems.push(Problem {
                severity: Severity::Error,
                row,
                column: Some(column.to_owned()),
                cell: None,
                what: t.ring(&told),
                remedy: t.ring_remedy(),
            });
        }
        // Cut the ring where it was found, and look for the next.
        for at in &ring {
            let inside: HashSet<usize> = ring.iter().copied().collect();
            tasks[*at].predecessors.retain(|link| !inside.contains(&link.task));
        }
    }
    problems
}

fn links(item: &Item, places: &HashMap<NodeId, usize>) -> Vec<Link> {
    let links = item.after.iter().filter_map(|(id, lag)| {
        Some(Link {
            task: *places.get(id)?,
            lag_days: *lag,
        })
    });
    links.collect()
}
