//! Units as people name them in cells: by code, by name, or nearly.
use kernel::{Lang, UnitId};
use std::collections::HashMap;

/// Names proposed for one that is unknown.
const NEAREST_MAX: usize = 3;

/// What this domain needs to know of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    pub code: String,
    pub name: String,
    pub name_en: Option<String>,
    pub kind: String,
    /// 排序号: units are always shown in their given order.
    pub position: i32,
}

/// All units, at one moment.
#[derive(Debug, Clone, Default)]
pub struct Units {
    list: Vec<Unit>,
    by_id: HashMap<UnitId, usize>,
    by_text: HashMap<String, Vec<usize>>,
}

/// What a text in a cell names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    One(UnitId),
    /// Several units of this name: only a code tells them apart.
    Several(Vec<UnitId>),
    /// Nobody; units with a name like it, the nearest first.
    Nobody(Vec<UnitId>),
}

impl Units {
    pub fn new(mut list: Vec<Unit>) -> Units {
        list.sort_by_key(|unit| (unit.position, unit.id));
        let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, unit) in list.iter().enumerate() {
            let names = [Some(&unit.code), Some(&unit.name), unit.name_en.as_ref()];
            for text in names.into_iter().flatten() {
                let found = by_text.entry(fold(text)).or_default();
                if !found.contains(&at) {
                    found.push(at);
                }
            }
        }
        let by_id = list.iter().enumerate().map(|(at, unit)| (unit.id, at));
        Units {
            by_id: by_id.collect(),
            by_text,
            list,
        }
    }

    pub fn get(&self, id: UnitId) -> Option<&Unit> {
        self.by_id.get(&id).map(|at| &self.list[*at])
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Unit> {
        self.list.iter()
    }

    /// The unit's name, or its number if it is unknown here.
    pub fn name(&self, id: UnitId, lang: Lang) -> String {
        match (self.get(id), lang) {
            (None, _) => id.to_string(),
            (Some(unit), Lang::Zh) => unit.name.clone(),
            (Some(unit), Lang::En) => unit.name_en.clone().unwrap_or_else(|| unit.name.clone()),
        }
    }

    pub fn names(&self, ids: &[UnitId], lang: Lang) -> String {
        let separator = match lang {
            Lang::Zh => "、",
            Lang::En => "; ",
        };
        let names: Vec<_> = ids.iter().map(|id| self.name(*id, lang)).collect();
        names.join(separator)
    }

    /// `ids` in the given order of units.
    pub fn in_order(&self, mut ids: Vec<UnitId>) -> Vec<UnitId> {
        ids.sort_by_key(|id| self.by_id.get(id).copied().unwrap_or(usize::MAX));
        ids
    }

    /// The unit that a text names. A code wins over a name.
    pub fn named(&self, text: &str) -> Named {
        let folded = fold(text);
        let found = self.by_text.get(&folded).map_or(&[][..], Vec::as_slice);
        let by_code = found
            .iter()
            .find(|at| fold(&self.list[**at].code) == folded);
        match (by_code, found) {
            (Some(at), _) | (None, [at]) => Named::One(self.list[*at].id),
            (None, []) => Named::Nobody(self.nearest(&folded)),
            (None, several) => Named::Several(several.iter().map(|at| self.list[*at].id).collect()),
        }
    }

    /// Units whose name begins the text, the longest name first, with the rest of the text.
    pub fn beginning<'t>(&self, text: &'t str) -> Vec<(UnitId, &'t str)> {
        let mut found: Vec<_> = self
            .list
            .iter()
            .filter_map(|unit| Some((unit.name.len(), unit.id, text.strip_prefix(&unit.name)?)))
            .filter(|(length, ..)| 0 < *length)
            .collect();
        found.sort_by_key(|(length, ..)| std::cmp::Reverse(*length));
        found.into_iter().map(|(_, id, rest)| (id, rest)).collect()
    }

    fn nearest(&self, folded: &str) -> Vec<UnitId> {
        let mut scored: Vec<(usize, usize)> = self
            .list
            .iter()
            .enumerate()
            .filter_map(|(at, unit)| Some((likeness(folded, &fold(&unit.name))?, at)))
            .collect();
        scored.sort_unstable_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        let nearest = scored.into_iter().take(NEAREST_MAX);
        nearest.map(|(_, at)| self.list[at].id).collect()
    }
}

/// How alike two folded names are, from 0 to 100: signs in common and in order, twice over all signs. `None` when hardly.
pub fn likeness(a: &str, b: &str) -> Option<usize> {
    const LIKE_FROM: usize = 50;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.is_empty() || b.is_empty() || 100 < a.len() {
        return None;
    }
    let mut row = vec![0usize; b.len() + 1];
    for x in &a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y {
                diagonal + 1
            } else {
                above.max(row[at])
            };
            diagonal = above;
        }
    }
    let score = 200 * row[b.len()] / (a.len() + b.len());
    (LIKE_FROM <= score).then_some(score)
}

/// What is left of a name when spelling does not matter: no blanks, half-width signs, small letters.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
        .map(|c| match c {
            '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn unit(id: i64, code: &str, name: &str, kind: &str) -> Unit {
        Unit {
            id: UnitId(id),
            code: code.into(),
            name: name.into(),
            name_en: None,
            kind: kind.into(),
            position: id as i32,
        }
    }

    fn units() -> Units {
        Units::new(vec![
            unit(1, "ROOT", "云渡新区", "root"),
            unit(2, "BM01", "党政办公室", "department"),
            unit(3, "BM02", "组织人事局", "department"),
            unit(4, "Z1", "第一党支部（机关）", "party_branch"),
            unit(5, "Z2", "综合科", "other"),
            unit(6, "Z3", "综合科", "other"),
        ])
    }

    #[test]
    fn a_unit_is_found_by_its_code_or_name_however_it_is_spelled() {
        for text in ["BM02", "bm02", "组织人事局", " 组织 人事局 ", "ＢＭ０２"] {
            assert_eq!(units().named(text), Named::One(UnitId(3)), "{text}");
        }
        assert_eq!(
            units().named("第一党支部(机关)"),
            Named::One(UnitId(4))
        );
    }

    #[test]
    fn a_name_that_two_units_have_is_asked_back() {
        assert_eq!(
            units().named("综合科"),
            Named::Several(vec![UnitId(5), UnitId(6)])
        );
    }

    #[test]
    fn an_unknown_name_comes_with_those_nearest_to_it() {
        assert_eq!(
            units().named("组织部人事局"),
            Named::Nobody(vec![UnitId(3)])
        );
        assert_eq!(units().named("财政局"), Named::Nobody(Vec::new()));
    }
}
