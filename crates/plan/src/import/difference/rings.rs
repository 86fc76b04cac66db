//! Tasks that wait for each other in a ring.
use super::Difference;
use crate::{
    import::columns::AFTER,
    nodes::{
        node::NodeId,
        plan::{Item, Plan},
    },
    words::texts,
};
use calendar::schedule::{self, Link, PlanProblem};
use kernel::Lang;
use sheets::{Problem, Row};
use std::collections::{HashMap, HashSet};

/// Rings that are told at once; whoever has more starts with these.
const RINGS_TOLD_MAX: usize = 20;

/// Tasks that wait for each other in a ring, told at each row of it.
pub fn rings(
    difference: &Difference,
    plan: &Plan,
    rows: &HashMap<u32, Row<'_>>,
    lang: Lang,
) -> Vec<Problem> {
    let t = texts(lang);
    let gone = difference.gone.iter().filter_map(|id| plan.item(*id));
    let all: Vec<&Item> = difference.items.iter().chain(gone).collect();
    let mut problems = Vec::new();
    for ring in rings_among(&all) {
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
            if let Some(row) = rows.get(&row) {
                problems.push(row.problem(AFTER, t.ring(&told), t.ring_remedy()));
            }
        }
    }
    problems
}

/// The rings among items, each as places in `all` in the order in which they wait for each other.
pub fn rings_among(all: &[&Item]) -> Vec<Vec<usize>> {
    let places: HashMap<NodeId, usize> = all
        .iter()
        .enumerate()
        .map(|(at, item)| (item.node.id, at))
        .collect();
    let mut tasks: Vec<schedule::Task> = all
        .iter()
        .map(|item| schedule::Task {
            predecessors: links(item, &places),
            ..schedule::Task::lasting(1)
        })
        .collect();
    let mut rings = Vec::new();
    for _ in 0..RINGS_TOLD_MAX {
        let start = chrono::NaiveDate::MIN + chrono::Days::new(366 * 2_000);
        let trial = schedule::Plan::new(start, start, tasks.clone());
        let Err(PlanProblem::Ring(ring)) =
            schedule::schedule(&trial, &calendar::WorkingDays::monday_to_friday(), start)
        else {
            break;
        };
        // Cut the ring where it was found, and look for the next.
        let inside: HashSet<usize> = ring.iter().copied().collect();
        for at in &ring {
            tasks[*at]
                .predecessors
                .retain(|link| !inside.contains(&link.task));
        }
        rings.push(ring);
    }
    rings
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
