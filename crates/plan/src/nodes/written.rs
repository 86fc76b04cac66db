//! An item of the plan as a form has it: texts as people write them, understood by the rules of the import.
use super::{
    node::NodeId,
    order::Place,
    plan::{Item, Plan},
};
use crate::{
    import::{
        columns::{
            self, AFTER, DEADLINE, DELIVERABLE, DURATION, IN_CHARGE, LEAD, LEVEL_KEYS, NUMBER,
            RESPONSIBLE, SUPPORTING, TARGET,
        },
        difference::{after_in_words, blank, fill, numbers, rings_among},
        reading::{After, Known, read_table},
    },
    units,
    words::texts,
};
use kernel::{Lang, UnitId, limits::TITLE_CHARS_MAX};
use orgs::{Directory, folded};
use serde::{Deserialize, Serialize};
use sheets::{Problem, Severity};
use std::collections::HashSet;

/// What a form says of an item. Items above the tasks have a title and a place only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    pub title: String,
    pub parent: Option<NodeId>,
    pub place: Place,
    pub number: String,
    pub lead: String,
    pub responsible: String,
    pub supporting: String,
    pub in_charge: String,
    pub deadline: String,
    pub after: String,
    pub duration: String,
    pub deliverable: String,
    pub target: String,
}

/// Something to be put right before the item can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// A key of the import's columns, or `title`, `parent`, `place`.
    pub field: &'static str,
    pub message: String,
}

/// A form as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// As it would stand in the plan; its position is not decided here.
    pub item: Item,
    pub wrong: Vec<Wrong>,
    /// Read in the likeliest way; said, and no hindrance.
    pub warnings: Vec<String>,
}

pub const TITLE: &str = "title";
pub const PARENT: &str = "parent";
pub const PLACE: &str = "place";

/// Fields of a task in the order of the form.
const FIELDS: [&str; 10] = [
    NUMBER,
    LEAD,
    RESPONSIBLE,
    SUPPORTING,
    IN_CHARGE,
    DEADLINE,
    DURATION,
    AFTER,
    DELIVERABLE,
    TARGET,
];

impl Written {
    /// An item as a form shows it, written so that it is read back as the same.
    pub fn of(item: &Item, plan: &Plan, directory: &Directory, lang: Lang) -> Written {
        let node = &item.node;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let names = |ids: &[UnitId]| readable(directory, ids, lang);
        Written {
            title: node.title.clone(),
            parent: node.parent,
            place: Place::Keep,
            number: text(&node.number),
            lead: names(&Vec::from_iter(node.lead_unit)),
            responsible: names(&item.responsible),
            supporting: names(&item.supporting),
            in_charge: text(&node.in_charge),
            deadline: text(&node.deadline_text),
            after: after_in_words(item, &numbers(&[], plan), lang),
            duration: node
                .duration_days
                .map_or_else(String::new, |days| days.to_string()),
            deliverable: text(&node.deliverable),
            target: text(&node.target_text),
        }
    }

    /// The text of a field of a task.
    pub fn text(&self, field: &str) -> &str {
        match field {
            TITLE => &self.title,
            NUMBER => &self.number,
            LEAD => &self.lead,
            RESPONSIBLE => &self.responsible,
            SUPPORTING => &self.supporting,
            IN_CHARGE => &self.in_charge,
            DEADLINE => &self.deadline,
            AFTER => &self.after,
            DURATION => &self.duration,
            DELIVERABLE => &self.deliverable,
            TARGET => &self.target,
            _ => "",
        }
    }
}

impl Written {
    /// The text of a field, to be replaced.
    pub fn field_mut(&mut self, field: &str) -> &mut String {
        match field {
            NUMBER => &mut self.number,
            LEAD => &mut self.lead,
            RESPONSIBLE => &mut self.responsible,
            SUPPORTING => &mut self.supporting,
            IN_CHARGE => &mut self.in_charge,
            DEADLINE => &mut self.deadline,
            AFTER => &mut self.after,
            DURATION => &mut self.duration,
            DELIVERABLE => &mut self.deliverable,
            TARGET => &mut self.target,
            _ => &mut self.title,
        }
    }
}

/// Names where they tell the unit, else codes.
fn readable(directory: &Directory, ids: &[UnitId], lang: Lang) -> String {
    let names: Vec<&str> = ids
        .iter()
        .map(|id| {
            let name = directory.name(*id, lang);
            match units::named(directory, name) {
                units::Named::One(_) => name,
                _ => directory.unit(*id).map_or(name, |unit| unit.code.as_str()),
            }
        })
        .collect();
    names.join(units::separator(lang))
}

/// Reads a form by the rules of the import: a task is a work list of one row. `old` is the item as it is, if it is in the
/// plan already.
pub fn understand(
    known: &Known<'_>,
    old: Option<&Item>,
    id: NodeId,
    level: usize,
    written: &Written,
) -> Understood {
    let mut item = old.map_or_else(|| blank(id, &known.campaign.code), Item::clone);
    item.node.level = i32::try_from(level).unwrap_or(i32::MAX);
    let mut understood = if level == known.campaign.levels.innermost() {
        task(known, item, written)
    } else {
        inner(known, item, written)
    };
    understood.item.node.parent = written.parent;
    let above = written.parent.and_then(|parent| known.plan.item(parent));
    let is_above = above.is_some_and(|above| above.node.level < understood.item.node.level);
    if written.parent.is_some() && !is_above {
        understood
            .wrong
            .push(wrong(PARENT, texts(known.lang).parent_wrong()));
    }
    // As the form goes down.
    let place = |wrong: &Wrong| FIELDS.iter().position(|field| *field == wrong.field);
    understood.wrong.sort_by_key(place);
    understood
}

fn wrong(field: &'static str, message: impl Into<String>) -> Wrong {
    Wrong {
        field,
        message: message.into(),
    }
}

fn inner(known: &Known<'_>, mut item: Item, written: &Written) -> Understood {
    let t = texts(known.lang);
    let title = written
        .title
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let mut found = Vec::new();
    if title.is_empty() || TITLE_CHARS_MAX < title.chars().count() {
        found.push(wrong(TITLE, t.title_wrong(TITLE_CHARS_MAX.to_string())));
    }
    // The import tells items above the tasks by their titles.
    let is_doubled = known.plan.children(written.parent).any(|other| {
        other.node.id != item.node.id
            && other.node.level == item.node.level
            && folded(&other.node.title) == folded(&title)
    });
    if is_doubled {
        found.push(wrong(TITLE, t.item_doubled(&title)));
    }
    item.node.title = title;
    Understood {
        item,
        wrong: found,
        warnings: Vec::new(),
    }
}

fn task(known: &Known<'_>, mut item: Item, written: &Written) -> Understood {
    let t = texts(known.lang);
    let title_key = LEVEL_KEYS[known.campaign.levels.innermost()];
    let number = match written.number.trim() {
        "" => next_number(known.plan),
        number => number.to_owned(),
    };
    let text = |field: &'static str| match field {
        NUMBER => number.as_str(),
        field => written.text(field),
    };
    let cells = FIELDS.map(|field| (field, text(field)));
    let cells = [(title_key, written.title.as_str())]
        .into_iter()
        .chain(cells);
    let declared = columns::columns(&known.campaign.levels);
    let reading = read_table(sheets::typed(&declared, cells, known.lang), known);
    let field_of = |problem: &Problem| {
        let title = problem.column.as_deref();
        let column = declared
            .iter()
            .find(|column| Some(column.title.get(known.lang)) == title);
        let key = column.map_or(TITLE, |column| column.key);
        FIELDS
            .into_iter()
            .find(|field| *field == key)
            .unwrap_or(TITLE)
    };
    let (errors, warnings): (Vec<&Problem>, Vec<&Problem>) = reading
        .problems
        .iter()
        .partition(|problem| problem.severity == Severity::Error);
    let whole = |problem: &Problem| t.problem_whole(&problem.what, &problem.remedy);
    let mut found: Vec<Wrong> = errors
        .into_iter()
        .map(|problem| wrong(field_of(problem), whole(problem)))
        .collect();
    let warnings = warnings.into_iter().map(whole).collect();
    match reading.drafts.first() {
        None if found.is_empty() => {
            found.push(wrong(TITLE, t.title_wrong(TITLE_CHARS_MAX.to_string())));
        }
        None => {}
        Some(draft) => {
            item.node.title.clone_from(&draft.title);
            let own = item.node.id;
            fill(&mut item, draft, &reading, |after| match after {
                After::Draft(_) => own,
                After::Kept(id) => id,
            });
            if let Some(other) = doubled(known, &item) {
                let number = other.node.number.clone().unwrap_or_default();
                found.push(wrong(NUMBER, t.number_taken(number, &other.node.title)));
            } else {
                found.extend(ring(known, &item));
            }
        }
    }
    Understood {
        item,
        wrong: found,
        warnings,
    }
}

/// The task that has the number already.
fn doubled<'k>(known: &Known<'k>, item: &Item) -> Option<&'k Item> {
    let mut tasks = known.plan.tasks(known.campaign.levels.innermost());
    tasks.find(|other| other.node.id != item.node.id && other.node.number == item.node.number)
}

/// The ring that the item would close, with the tasks in the order in which they wait for each other.
fn ring(known: &Known<'_>, item: &Item) -> Option<Wrong> {
    let t = texts(known.lang);
    let others = known.plan.items.iter();
    let others = others.filter(|other| other.node.id != item.node.id);
    let all: Vec<&Item> = others.chain([item]).collect();
    let ring = rings_among(&all).into_iter().next()?;
    if ring.len() == 1 {
        return Some(wrong(AFTER, t.after_itself()));
    }
    let name = |at: &usize| {
        let node = &all[*at].node;
        t.task_name(node.number.clone().unwrap_or_default(), &node.title)
    };
    let round: Vec<String> = ring.iter().chain(ring.first()).map(name).collect();
    let what = t.ring(round.join(" → "));
    Some(wrong(AFTER, t.problem_whole(what, t.ring_remedy())))
}

/// One more than the highest 序号; where numbers are no numbers, one that nobody has.
pub fn next_number(plan: &Plan) -> String {
    let taken: HashSet<&str> = plan
        .items
        .iter()
        .filter_map(|item| item.node.number.as_deref())
        .collect();
    let highest = taken
        .iter()
        .filter_map(|number| number.parse::<u32>().ok())
        .max()
        .unwrap_or_default();
    highest.saturating_add(1).to_string()
}
