//! All units by code, name and order: a snapshot for whoever needs many of them.
use crate::unit;
use chrono::NaiveDate;
use kernel::{Lang, UnitId};
use ledger::Tree;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, Default)]
pub struct Directory {
    units: HashMap<UnitId, unit::Model>,
    by_code: HashMap<String, UnitId>,
    by_name: HashMap<String, Vec<UnitId>>,
    /// The signs of each unit's folded name, to look for names that are like another.
    signs: HashMap<UnitId, Vec<char>>,
}

impl Directory {
    pub async fn load(connection: &impl ConnectionTrait) -> Result<Directory, DbErr> {
        Ok(unit::Entity::find()
            .all(connection)
            .await?
            .into_iter()
            .collect())
    }

    pub fn insert(&mut self, unit: unit::Model) {
        let is_there = self.units.contains_key(&unit.id);
        self.by_code.insert(folded(&unit.code), unit.id);
        for name in [Some(&unit.name), unit.name_en.as_ref()]
            .into_iter()
            .flatten()
        {
            let named = self.by_name.entry(folded(name)).or_default();
            // Only a unit that is there already can stand further up in the list of its name.
            if named.last() != Some(&unit.id) && !(is_there && named.contains(&unit.id)) {
                named.push(unit.id);
            }
        }
        self.signs
            .insert(unit.id, folded(&unit.name).chars().collect());
        self.units.insert(unit.id, unit);
    }

    pub fn len(&self) -> usize {
        self.units.len()
    }

    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    pub fn units(&self) -> impl Iterator<Item = &unit::Model> {
        self.units.values()
    }

    pub fn unit(&self, id: UnitId) -> Option<&unit::Model> {
        self.units.get(&id)
    }

    pub fn unit_by_code(&self, code: &str) -> Option<&unit::Model> {
        self.unit(*self.by_code.get(&folded(code))?)
    }

    /// Units of this name, however its brackets and spaces are written.
    pub fn units_named(&self, name: &str) -> Vec<&unit::Model> {
        let ids = self.by_name.get(&folded(name)).into_iter().flatten();
        let mut found: Vec<_> = ids.filter_map(|id| self.unit(*id)).collect();
        found.sort_by_key(|unit| (unit.position, unit.id));
        found
    }

    /// Up to `count` units whose names come nearest to `name`, for a proposal. Looks at every unit: not to be asked for
    /// each of a hundred thousand rows.
    pub fn nearest(&self, name: &str, count: usize) -> Vec<&unit::Model> {
        let wanted: Vec<char> = folded(name).chars().collect();
        let enough = wanted.len().div_ceil(2);
        let mut near: Vec<_> = self
            .signs
            .iter()
            .filter_map(|(unit, name)| {
                let shared = wanted.iter().filter(|sign| name.contains(sign)).count();
                // Many shared characters first; of those the shorter name.
                let differs = name.len().abs_diff(wanted.len());
                (enough <= shared).then_some((std::cmp::Reverse(shared), differs, *unit))
            })
            .collect();
        near.sort();
        near.into_iter()
            .filter_map(|(.., unit)| self.unit(unit))
            .take(count)
            .collect()
    }

    /// The same units in their given order (排序号).
    pub fn in_order(&self, units: impl IntoIterator<Item = UnitId>) -> Vec<UnitId> {
        let mut units: Vec<UnitId> = units.into_iter().collect();
        units.sort_by_key(|id| (self.unit(*id).map_or(i32::MAX, |unit| unit.position), *id));
        units
    }

    /// The same units as the tree has them on a day: each behind the one it stands below, brothers in their given order.
    /// For lists that hold units of several levels. Units that do not stand that day come last.
    pub fn in_tree_order(
        &self,
        tree: &Tree,
        on: NaiveDate,
        units: impl IntoIterator<Item = UnitId>,
    ) -> Vec<UnitId> {
        let mut left: HashSet<UnitId> = units.into_iter().collect();
        let mut ordered = Vec::with_capacity(left.len());
        let mut next = self.in_order(tree.roots(on));
        next.reverse();
        while let Some(unit) = next.pop() {
            if left.remove(&unit) {
                ordered.push(unit);
            }
            let below = self.in_order(tree.children(unit, on));
            next.extend(below.into_iter().rev());
        }
        ordered.extend(self.in_order(left));
        ordered
    }

    /// The unit's name in a language; in English the Chinese name where it has no other.
    pub fn name(&self, id: UnitId, lang: Lang) -> &str {
        self.unit(id).map_or("", |unit| unit.name_in(lang))
    }
}

impl FromIterator<unit::Model> for Directory {
    fn from_iter<T: IntoIterator<Item = unit::Model>>(units: T) -> Self {
        let mut directory = Directory::default();
        units.into_iter().for_each(|unit| directory.insert(unit));
        directory
    }
}

impl unit::Model {
    pub fn name_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => self.name_en.as_deref().unwrap_or(&self.name),
            Lang::Zh => &self.name,
        }
    }
}

/// A name without what people write differently: spaces, width and shape of brackets, case.
pub fn folded(name: &str) -> String {
    name.chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| match character {
            '\u{FF01}'..='\u{FF5E}' => {
                char::from_u32(character as u32 - 0xFEE0).unwrap_or(character)
            }
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(id: i64, name: &str) -> unit::Model {
        unit::Model {
            id: UnitId(id),
            code: format!("U{id}"),
            name: name.into(),
            name_en: None,
            kind: "department".into(),
            position: 0,
        }
    }

    #[test]
    fn a_unit_is_found_however_its_name_is_spaced_and_bracketed() {
        let directory: Directory = [unit(1, "经济发展局(统计局)"), unit(2, "财政局")]
            .into_iter()
            .collect();
        assert_eq!(
            directory.units_named("经济发展局\u{FF08}统计局\u{FF09}")[0].id,
            UnitId(1)
        );
        assert_eq!(directory.units_named(" 财政 局 ")[0].id, UnitId(2));
        assert_eq!(directory.unit_by_code("u2").unwrap().id, UnitId(2));
    }

    #[test]
    fn the_nearest_names_are_proposed_for_an_unknown_one() {
        let directory: Directory = [
            unit(1, "经济发展局"),
            unit(2, "财政局"),
            unit(3, "社会事业局"),
        ]
        .into_iter()
        .collect();
        assert_eq!(directory.nearest("经发局", 1)[0].id, UnitId(1));
        assert!(directory.nearest("xyz", 1).is_empty());
    }
}
