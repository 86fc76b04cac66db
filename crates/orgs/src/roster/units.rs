//! Comparing units: who is who, who hangs where, what cannot be.
mod rings;

use super::{
    Changes, Draft, ImportOptions, State, UnitChange, UnitDraft, comma, draft::Parent,
    naming::Naming,
};
use crate::{Directory, folded, kind, unit, words::texts};
use chrono::NaiveDate;
use kernel::{Reach, UnitId};
use ledger::tree::Place;
use sheets::{Row, Table};
use std::collections::{HashMap, HashSet};

/// The units as they will be: for people's rows to refer to.
pub(super) struct After {
    pub(super) directory: Directory,
    pub(super) parents: HashMap<UnitId, Option<UnitId>>,
    pub(super) founded: HashMap<UnitId, NaiveDate>,
    pub(super) has_party_units: bool,
}

pub(super) fn compare(
    draft: &Draft,
    state: &State,
    reach: &Reach,
    options: &ImportOptions,
    changes: &mut Changes,
) -> After {
    let mut work = Work::new(draft, state, options);
    if let Some(table) = &draft.unit_table {
        work.identify(table, changes);
        work.place(table, changes);
        work.refuse_rings(table, changes);
        work.collect(table, reach, changes);
    }
    let touched: HashSet<UnitId> = work.ids.iter().flatten().copied().collect();
    changes.units_unmentioned = state
        .directory
        .units()
        .filter(|unit| !touched.contains(&unit.id))
        .count();
    let has_party_units = work
        .after
        .units()
        .any(|unit| super::compare::is_party_kind(&unit.kind));
    After {
        directory: work.after,
        parents: work.parents,
        founded: work.founded,
        has_party_units,
    }
}

struct Work<'a> {
    drafts: &'a [UnitDraft],
    state: &'a State,
    options: &'a ImportOptions,
    /// For each draft the unit that it is, or will be. `None` where a problem was found.
    ids: Vec<Option<UnitId>>,
    after: Directory,
    parents: HashMap<UnitId, Option<UnitId>>,
    founded: HashMap<UnitId, NaiveDate>,
}

impl<'a> Work<'a> {
    fn new(draft: &'a Draft, state: &'a State, options: &'a ImportOptions) -> Self {
        let parents = state
            .directory
            .units()
            .map(|unit| (unit.id, state.tree.parent(unit.id, options.effective)))
            .collect();
        let mut after = Directory::default();
        state
            .directory
            .units()
            .cloned()
            .for_each(|unit| after.insert(unit));
        let founded = HashMap::new();
        Self {
            drafts: &draft.units,
            state,
            options,
            ids: vec![None; draft.units.len()],
            after,
            parents,
            founded,
        }
    }

    /// Finds for each row the unit that it describes: by code, else by name and superior, else it is new.
    fn identify(&mut self, table: &Table, changes: &mut Changes) {
        let rows = rows_by_number(table);
        let t = texts(self.options.lang);
        let mut next = self.after.units().map(|unit| unit.id.0).max().unwrap_or(0) + 1;
        let mut seen: HashMap<String, u32> = HashMap::new();
        // Which row was found to mean which unit.
        let mut claimed: HashMap<UnitId, u32> = HashMap::new();
        let name_column = if table.declares("name") {
            "name"
        } else {
            "level1"
        };
        for (index, draft) in self.drafts.iter().enumerate() {
            let key = match (&draft.code, &draft.parent) {
                (Some(code), _) => format!("#{}", folded(code)),
                (None, Parent::Named(parent)) => {
                    format!("{}/{}", folded(parent), folded(&draft.name))
                }
                (None, Parent::Draft(above)) => format!("{above}/{}", folded(&draft.name)),
                (None, Parent::Unsaid) => format!("/{}", folded(&draft.name)),
            };
            if let Some(first) = seen.insert(key, draft.row) {
                let row = &rows[&draft.row];
                let (column, what, remedy) = match &draft.code {
                    Some(code) => (
                        "code",
                        t.unit_code_twice(code, first.to_string()),
                        t.unit_code_twice_remedy(),
                    ),
                    None => (
                        "name",
                        t.unit_name_twice(&draft.name, first.to_string()),
                        t.unit_name_twice_remedy(),
                    ),
                };
                changes
                    .unit_problems
                    .push(row.problem(column, what, remedy));
                continue;
            }
            let known = match &draft.code {
                Some(code) => self.state.directory.unit_by_code(code).map(|unit| unit.id),
                None => self.known_by_name(index),
            };
            let id = known.unwrap_or_else(|| {
                next += 1;
                UnitId(next - 1)
            });
            if let Some(first) = claimed.insert(id, draft.row) {
                let what =
                    t.unit_same_twice(first.to_string(), self.after.name(id, self.options.lang));
                let problem =
                    rows[&draft.row].problem(name_column, what, t.unit_name_twice_remedy());
                changes.unit_problems.push(problem);
                continue;
            }
            self.ids[index] = Some(id);
            self.after.insert(self.described(draft, id));
        }
    }

    /// A unit that is there, of the same name and below the same superior (or the only one of that name).
    fn known_by_name(&self, index: usize) -> Option<UnitId> {
        let draft = &self.drafts[index];
        let named = self.state.directory.units_named(&draft.name);
        let below = |unit: &unit::Model| match &draft.parent {
            Parent::Unsaid => true,
            Parent::Draft(above) => {
                self.ids[*above] == self.parents.get(&unit.id).copied().flatten()
            }
            Parent::Named(parent) => {
                let above = self
                    .parents
                    .get(&unit.id)
                    .copied()
                    .flatten()
                    .and_then(|above| self.state.directory.unit(above));
                above.is_some_and(|above| {
                    [&above.code, &above.name]
                        .iter()
                        .any(|name| folded(name) == folded(parent))
                })
            }
        };
        let mut found = named.into_iter().filter(|unit| below(unit));
        match (found.next(), found.next()) {
            (Some(unit), None) => Some(unit.id),
            _ => None,
        }
    }

    fn described(&self, draft: &UnitDraft, id: UnitId) -> unit::Model {
        let before = self.state.directory.unit(id);
        let code = draft
            .code
            .clone()
            .or(before.map(|unit| unit.code.clone()))
            .unwrap_or_else(|| format!("U{:04}", id.0));
        let kind = draft.kind.clone().or(before.map(|unit| unit.kind.clone()));
        unit::Model {
            id,
            code,
            name: draft.name.clone(),
            name_en: draft
                .name_en
                .clone()
                .or(before.and_then(|unit| unit.name_en.clone())),
            kind: kind.unwrap_or_else(|| kind::guess(&draft.name).to_owned()),
            position: draft
                .position
                .or(before.map(|unit| unit.position))
                .unwrap_or(draft.row as i32),
        }
    }

    /// Finds each unit's superior.
    fn place(&mut self, table: &Table, changes: &mut Changes) {
        let rows = rows_by_number(table);
        let t = texts(self.options.lang);
        let mut naming = Naming::new(&self.after, self.options.lang);
        let mut tops: Vec<(u32, UnitId)> = Vec::new();
        for (index, draft) in self.drafts.iter().enumerate() {
            let Some(id) = self.ids[index] else { continue };
            let is_known = self.state.directory.unit(id).is_some();
            let column = if table.declares("parent") {
                "parent"
            } else {
                "level1"
            };
            let parent = match &draft.parent {
                Parent::Unsaid if is_known => continue,
                Parent::Unsaid => {
                    tops.push((draft.row, id));
                    continue;
                }
                Parent::Draft(above) => self.ids[*above],
                Parent::Named(name) => match naming.find(name, Some(id), |_| true) {
                    Ok(parent) => Some(parent.id),
                    Err((what, remedy)) => {
                        changes
                            .unit_problems
                            .push(rows[&draft.row].problem(column, what, remedy));
                        self.ids[index] = None;
                        continue;
                    }
                },
            };
            // An old list must not bring back what was closed since.
            let is_closed = |unit: UnitId| {
                self.state.tree.place(unit, self.options.effective) == Some(Place::Closed)
            };
            let closed = match (is_closed(id), parent.filter(|parent| is_closed(*parent))) {
                (true, _) => Some(id),
                (false, parent) => parent,
            };
            if let Some(closed) = closed {
                let name = self.after.name(closed, self.options.lang);
                let (what, remedy) = (t.unit_is_closed(name), t.unit_is_closed_remedy());
                changes
                    .unit_problems
                    .push(rows[&draft.row].row_problem(what, remedy));
                self.ids[index] = None;
                continue;
            }
            if parent == Some(id) {
                let (what, remedy) = (t.unit_own_parent(&draft.name), t.unit_own_parent_remedy());
                changes
                    .unit_problems
                    .push(rows[&draft.row].problem(column, what, remedy));
                self.ids[index] = None;
                continue;
            }
            self.parents.insert(id, parent);
        }
        let root = self
            .state
            .tree
            .roots(self.options.effective)
            .first()
            .copied();
        match (root, tops.as_slice()) {
            // New units at the top of a list belong to the organisation that is there.
            (Some(root), tops) => self
                .parents
                .extend(tops.iter().map(|(_, id)| (*id, Some(root)))),
            (None, [(_, only)]) => self.parents.extend([(*only, None)]),
            (None, []) => {}
            (None, tops) => {
                let numbers: Vec<String> = tops
                    .iter()
                    .take(8)
                    .map(|(row, _)| row.to_string())
                    .collect();
                for (row, id) in tops.iter().skip(1) {
                    let what = t.unit_several_tops(numbers.join(comma(self.options.lang)));
                    changes
                        .unit_problems
                        .push(rows[row].row_problem(what, t.unit_several_tops_remedy()));
                    self.parents.insert(*id, None);
                }
                self.parents.insert(tops[0].1, None);
            }
        }
    }

    /// What is different, parents before children.
    fn collect(&mut self, table: &Table, reach: &Reach, changes: &mut Changes) {
        let rows = rows_by_number(table);
        let t = texts(self.options.lang);
        let founded_here: HashMap<UnitId, NaiveDate> = self
            .drafts
            .iter()
            .zip(&self.ids)
            .filter_map(|(draft, id)| Some(((*id)?, draft.founded.unwrap_or(self.options.since))))
            .collect();
        for (index, draft) in self.drafts.iter().enumerate() {
            let Some(id) = self.ids[index] else { continue };
            let Some(after) = self.after.unit(id).cloned() else {
                continue;
            };
            let before = self.state.directory.unit(id).cloned();
            let parent = self.parents.get(&id).copied().flatten();
            let from = if before.is_some() {
                self.options.effective
            } else {
                founded_here[&id]
            };
            let moved =
                before.is_none() || parent != self.state.tree.parent(id, self.options.effective);
            if !moved && before.as_ref() == Some(&after) {
                changes.units_unchanged += 1;
                continue;
            }
            let above = parent.unwrap_or(id);
            if *reach != Reach::All
                && !self
                    .state
                    .tree
                    .reaches(reach, above, self.options.effective)
            {
                let what = t.unit_out_of_reach(&draft.name);
                changes
                    .unit_problems
                    .push(rows[&draft.row].row_problem(what, t.unit_out_of_reach_remedy()));
                continue;
            }
            let open = self.state.open_day(from);
            changes.units_counted_later += usize::from(open != from);
            // A unit cannot be older than the one it belongs to.
            let from = match parent.and_then(|parent| founded_here.get(&parent)) {
                Some(founded) if before.is_none() => open.max(self.state.open_day(*founded)),
                _ => open,
            };
            self.founded.insert(id, from);
            let place = moved.then_some(parent);
            changes.units.push(UnitChange {
                row: draft.row,
                before,
                after,
                place,
                from,
            });
        }
    }
}

pub(super) fn rows_by_number(table: &Table) -> HashMap<u32, Row<'_>> {
    table.rows().map(|row| (row.number(), row)).collect()
}
