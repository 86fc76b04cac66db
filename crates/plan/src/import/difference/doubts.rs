//! Rows that have a number in common with a task of the plan, and nothing else.
use super::Difference;
use crate::{
    import::columns::{DEADLINE, NUMBER},
    nodes::{
        node::{Node, NodeId},
        plan::Plan,
    },
    tasks::extensions::extension::Extension,
    words::texts,
};
use kernel::Lang;
use sheets::{Problem, Row};
use std::collections::HashMap;

/// What is told of them: a list of another campaign, or of another theme that begins at 1 again, must not write over the
/// tasks that are there in silence, and never over one that somebody has worked on.
pub fn doubts(
    difference: &Difference,
    plan: &Plan,
    rows: &HashMap<u32, Row<'_>>,
    lang: Lang,
) -> Vec<Problem> {
    let t = texts(lang);
    let doubts = difference.doubtful.iter().filter_map(|at| {
        let new = &difference.items[*at].node;
        let old = &plan.item(new.id)?.node;
        let row = rows.get(&difference.rows[*at]?)?;
        let number = old.number.as_deref().unwrap_or_default();
        let what = t.number_of_another(number, &old.title, &new.title);
        Some(if is_worked_on(old) {
            row.problem(NUMBER, what, t.number_of_worked_on_remedy())
        } else {
            row.warning(NUMBER, what, t.number_of_another_remedy())
        })
    });
    doubts.collect()
}

/// A list made before a task was given more time would take that time away again: it is told.
pub fn taken_back(
    difference: &Difference,
    plan: &Plan,
    extended: &HashMap<NodeId, Extension>,
    rows: &HashMap<u32, Row<'_>>,
    lang: Lang,
) -> Vec<Problem> {
    let t = texts(lang);
    let changed = difference.changed.iter();
    let found = changed.filter_map(|(at, _)| {
        let new = &difference.items[*at].node;
        let old = &plan.item(new.id)?.node;
        let extension = extended.get(&new.id)?;
        let is_taken_back = old.due == Some(extension.wanted_due) && new.due < old.due;
        let row = rows.get(&difference.rows[*at]?).filter(|_| is_taken_back)?;
        let what = t.extension_taken_back(
            extension.wanted_due.to_string(),
            new.due.map_or_else(String::new, |due| due.to_string()),
        );
        Some(row.warning(DEADLINE, what, t.extension_taken_back_remedy()))
    });
    found.collect()
}

fn is_worked_on(node: &Node) -> bool {
    node.started_on.is_some() || node.finished_on.is_some() || node.signed_off_on.is_some()
}
