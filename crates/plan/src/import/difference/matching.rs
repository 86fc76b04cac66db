//! Which item of the plan each item of the list is.
use crate::{
    import::{
        assembling::{Wanted, down},
        reading::Draft,
    },
    nodes::plan::Plan,
};
use orgs::folded;
use std::collections::{HashMap, HashSet};

/// For each wanted item, the place in the plan of the item that it is: by its path, a task also by its title alone or by
/// the 序号 that the list gives it, an inner item also by the tasks below it.
pub fn match_up(
    wanted: &[Wanted],
    drafts: &[Draft],
    plan: &Plan,
    innermost: usize,
) -> Vec<Option<usize>> {
    let mut by_path: HashMap<(i32, (String, usize)), usize> = HashMap::new();
    let mut times: HashMap<(i32, String), usize> = HashMap::new();
    let mut by_number: HashMap<&str, usize> = HashMap::new();
    let mut by_title: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, item) in plan.items.iter().enumerate() {
        let path = plan
            .path(item)
            .iter()
            .fold(String::new(), |path, title| down(&path, title));
        let time = times.entry((item.node.level, path.clone())).or_default();
        by_path.insert((item.node.level, (path, *time)), place);
        *time += 1;
        if item.is_task(innermost) {
            if let Some(number) = &item.node.number {
                by_number.insert(number, place);
            }
            by_title
                .entry(folded(&item.node.title))
                .or_default()
                .push(place);
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
        let same_title = by_title
            .get(&folded(&wanted.title))
            .and_then(|places| match places[..] {
                [place] if !taken.contains(&place) => Some(place),
                _ => None,
            });
        let same_number = by_number
            .get(drafts[draft].number.as_str())
            .copied()
            .filter(|place| drafts[draft].is_numbered && !taken.contains(place));
        matched[at] = same_title.or(same_number);
        taken.extend(matched[at]);
    }
    rename_inner(wanted, plan, &mut matched, &mut taken);
    matched
}

/// An inner item that is new by its path, but of which most items below it were all below one old item, and were most of
/// those, is that one under a new title.
fn rename_inner(
    wanted: &[Wanted],
    plan: &Plan,
    matched: &mut [Option<usize>],
    taken: &mut HashSet<usize>,
) {
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
        let known = 1 + old_parents.clone().count();
        let same_level = usize::try_from(plan.items[first].node.level) == Ok(wanted[at].level);
        let id = plan.items[first].node.id;
        let before = plan.items.iter();
        let before = before.filter(|item| item.node.parent == Some(id)).count();
        // A task that moves out of an item does not take the item's name with it.
        let are_most = before < 2 * known && children[at].len() < 2 * known;
        if same_level
            && are_most
            && old_parents.all(|parent| parent == first)
            && taken.insert(first)
        {
            matched[at] = Some(first);
        }
    }
}
