//! Two states of an item, compared field by field.
use crate::{
    import::reading::Known,
    nodes::{
        node::{Node, NodeId},
        plan::{Item, Plan},
    },
    units,
};
use kernel::Lang;
use serde::Serialize;
use std::collections::HashMap;

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
    /// Where it stands among its neighbours. Only a form changes it as such: a list says it by its order.
    Place,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    pub field: Field,
    pub old: String,
    pub new: String,
}

/// 序号 of all tasks, those of the file over those of the plan.
pub fn numbers(items: &[Item], plan: &Plan) -> HashMap<NodeId, String> {
    let all = plan.items.iter().chain(items);
    all.filter_map(|item| Some((item.node.id, item.node.number.clone()?)))
        .collect()
}

pub fn changes(
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
    tell(
        Field::Number,
        a.number != b.number,
        text(&a.number),
        text(&b.number),
    );
    tell(
        Field::Title,
        a.title != b.title,
        a.title.clone(),
        b.title.clone(),
    );
    tell(
        Field::Parent,
        a.parent != b.parent,
        old_parent(),
        new_parent.unwrap_or_default().to_owned(),
    );
    let lead = |node: &Node| units(&Vec::from_iter(node.lead_unit));
    tell(Field::Lead, a.lead_unit != b.lead_unit, lead(a), lead(b));
    tell(
        Field::Responsible,
        old.responsible != new.responsible,
        units(&old.responsible),
        units(&new.responsible),
    );
    tell(
        Field::Supporting,
        old.supporting != new.supporting,
        units(&old.supporting),
        units(&new.supporting),
    );
    tell(
        Field::InCharge,
        a.in_charge != b.in_charge,
        text(&a.in_charge),
        text(&b.in_charge),
    );
    let due = |node: &Node| (node.deadline_text.clone(), node.due, node.from_day);
    tell(
        Field::Deadline,
        due(a) != due(b),
        text(&a.deadline_text),
        text(&b.deadline_text),
    );
    tell(
        Field::After,
        after(old) != after(new),
        after(old),
        after(new),
    );
    let days = |node: &Node| {
        node.duration_days
            .map_or_else(String::new, |days| days.to_string())
    };
    tell(
        Field::Duration,
        a.duration_days != b.duration_days,
        days(a),
        days(b),
    );
    tell(
        Field::Deliverable,
        a.deliverable != b.deliverable,
        text(&a.deliverable),
        text(&b.deliverable),
    );
    let target = |node: &Node| {
        (
            node.target_figure.clone(),
            node.target_unit,
            node.target_value,
            node.target_text.clone(),
        )
    };
    tell(
        Field::Target,
        target(a) != target(b),
        text(&a.target_text),
        text(&b.target_text),
    );
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
