//! What is said when a row names a unit that is not there, or that may be several.
use super::comma;
use crate::{Directory, unit, words::texts};
use kernel::{Lang, UnitId};
use std::collections::HashMap;

/// Units proposed for one that is unknown.
const NEAREST_MAX: usize = 3;
/// Unknown names for which the nearest units are looked for. In a workbook with more of them the wrong units are missing,
/// not misspelt, and each search looks at every unit.
const SEARCHES_MAX: usize = 100;

/// Codes told of units that have the same name.
const CODES_TOLD_MAX: usize = 8;

/// Finds units by what a row calls them, and remembers what it proposed.
pub(super) struct Naming<'d> {
    directory: &'d Directory,
    lang: Lang,
    proposed: HashMap<String, Vec<UnitId>>,
}

/// What is wrong, and what would be right.
pub(super) type Unclear = (String, String);

impl<'d> Naming<'d> {
    pub(super) fn new(directory: &'d Directory, lang: Lang) -> Self {
        Self {
            directory,
            lang,
            proposed: HashMap::new(),
        }
    }

    /// The unit with this code, else the only one of this name among those that `fits`. `asker`, the unit whose row it is,
    /// is not proposed.
    pub(super) fn find(
        &mut self,
        name: &str,
        asker: Option<UnitId>,
        fits: impl Fn(&unit::Model) -> bool,
    ) -> Result<&'d unit::Model, Unclear> {
        if let Some(unit) = self.directory.unit_by_code(name) {
            return Ok(unit);
        }
        let mut named = self.directory.units_named(name);
        if 1 < named.len() {
            let fitting = named.iter().copied().filter(|unit| fits(unit));
            named = fitting.collect();
        }
        match named.as_slice() {
            [unit] => Ok(unit),
            [] => Err(self.unknown(name, asker)),
            several => Err(self.ambiguous(name, several)),
        }
    }

    fn unknown(&mut self, name: &str, asker: Option<UnitId>) -> Unclear {
        let t = texts(self.lang);
        let nearest = self.nearest(name).into_iter();
        let nearest: Vec<String> = nearest
            .filter(|id| Some(*id) != asker)
            .filter_map(|id| self.directory.unit(id))
            .map(|unit| match self.directory.units_named(&unit.name).len() {
                0 | 1 => unit.name_in(self.lang).to_owned(),
                _ => t.unit_with_code(unit.name_in(self.lang), &unit.code),
            })
            .collect();
        let remedy = if nearest.is_empty() {
            t.unit_unknown_remedy()
        } else {
            t.unit_unknown_nearest(nearest.join(comma(self.lang)))
        };
        (t.unit_unknown(name), remedy)
    }

    fn nearest(&mut self, name: &str) -> Vec<UnitId> {
        if let Some(known) = self.proposed.get(name) {
            return known.clone();
        }
        if SEARCHES_MAX <= self.proposed.len() {
            return Vec::new();
        }
        let nearest = self.directory.nearest(name, NEAREST_MAX);
        let nearest: Vec<UnitId> = nearest.iter().map(|unit| unit.id).collect();
        self.proposed.insert(name.to_owned(), nearest.clone());
        nearest
    }

    fn ambiguous(&self, name: &str, several: &[&unit::Model]) -> Unclear {
        let t = texts(self.lang);
        let codes = several.iter().map(|unit| unit.code.as_str());
        let codes: Vec<&str> = codes.take(CODES_TOLD_MAX).collect();
        (
            t.unit_ambiguous(several.len() as i64, name),
            t.unit_ambiguous_remedy(codes.join(comma(self.lang))),
        )
    }
}
