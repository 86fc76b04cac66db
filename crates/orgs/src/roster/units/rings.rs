//! Units above themselves.
use super::{Work, rows_by_number};
use crate::{roster::Changes, words::texts};
use kernel::{UnitId, limits::TREE_DEPTH_MAX};
use sheets::Table;
use std::collections::{HashMap, HashSet};

impl Work<'_> {
    /// Refuses units that are above themselves, and trees that are too deep.
    pub(super) fn refuse_rings(&self, table: &Table, changes: &mut Changes) {
        let rows = rows_by_number(table);
        let t = texts(self.options.lang);
        let row_of: HashMap<UnitId, u32> = self
            .drafts
            .iter()
            .zip(&self.ids)
            .filter_map(|(draft, id)| Some(((*id)?, draft.row)))
            .collect();
        let mut told: HashSet<UnitId> = HashSet::new();
        for (index, draft) in self.drafts.iter().enumerate() {
            let Some(id) = self.ids[index] else { continue };
            let mut chain = vec![id];
            while let Some(Some(parent)) = self.parents.get(&chain[chain.len() - 1]) {
                if *parent == id || TREE_DEPTH_MAX <= chain.len() {
                    break;
                }
                chain.push(*parent);
            }
            let last = chain[chain.len() - 1];
            let is_ring = self.parents.get(&last).copied().flatten() == Some(id);
            if is_ring && told.insert(id) {
                told.extend(&chain);
                let names: Vec<String> = chain.iter().map(|id| self.said(*id, &row_of)).collect();
                let what = t.unit_ring(names.join(" → "));
                changes
                    .unit_problems
                    .push(rows[&draft.row].row_problem(what, t.unit_ring_remedy()));
            } else if !is_ring && TREE_DEPTH_MAX <= chain.len() && !told.contains(&id) {
                let what = t.unit_too_deep(TREE_DEPTH_MAX as i64);
                changes
                    .unit_problems
                    .push(rows[&draft.row].row_problem(what, t.unit_too_deep_remedy()));
            }
        }
    }

    fn said(&self, id: UnitId, row_of: &HashMap<UnitId, u32>) -> String {
        let name = self.after.name(id, self.options.lang);
        match row_of.get(&id) {
            Some(row) => texts(self.options.lang).unit_in_row(name, row.to_string()),
            None => name.to_owned(),
        }
    }
}
