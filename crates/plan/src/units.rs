//! Units and other things as people name them in cells: by code, by name, or nearly.
use chrono::NaiveDate;
use kernel::{Lang, UnitId};
use ledger::Tree;
use orgs::{Directory, folded, kind};

/// Names proposed for one that is unknown.
const NEAREST_MAX: usize = 3;

/// What a text in a cell names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    One(UnitId),
    /// Several units of this name: only a code tells them apart.
    Several(Vec<UnitId>),
    /// Nobody; units with a name like it, the nearest first.
    Nobody(Vec<UnitId>),
}

/// The unit that a text names. A code wins over a name.
pub fn named(directory: &Directory, text: &str) -> Named {
    if let Some(unit) = directory.unit_by_code(text) {
        return Named::One(unit.id);
    }
    match directory.units_named(text)[..] {
        [unit] => Named::One(unit.id),
        [] => Named::Nobody(
            directory
                .nearest(text, NEAREST_MAX)
                .iter()
                .map(|unit| unit.id)
                .collect(),
        ),
        ref several => Named::Several(several.iter().map(|unit| unit.id).collect()),
    }
}

/// The units of a text that parts them by a stroke, a blank or `和`, if every part names one: such a sign may also belong to
/// a name, so the text as a whole is tried before.
pub fn parted(directory: &Directory, text: &str) -> Option<Vec<UnitId>> {
    if !matches!(named(directory, text), Named::Nobody(_)) {
        return None;
    }
    let parts = text.split(['/', '／', '\\', ' ', '和', '及', '与', '&', '+']);
    let parts = parts.filter(|part| !part.trim().is_empty());
    let units: Option<Vec<UnitId>> = parts
        .map(|part| match named(directory, part.trim()) {
            Named::One(unit) => Some(unit),
            _ => None,
        })
        .collect();
    units.filter(|units| 1 < units.len())
}

/// All units of the kind that a text such as `各党委` names, in their order, as they stand on the day.
pub fn all_of(
    directory: &Directory,
    tree: &Tree,
    on: NaiveDate,
    text: &str,
) -> Option<Vec<UnitId>> {
    const BEGINNINGS: [&str; 8] = [
        "全区各",
        "全市各",
        "全县各",
        "全校各",
        "全院各",
        "所有",
        "全体",
        "各",
    ];
    let text = folded(text);
    let in_chinese = BEGINNINGS
        .iter()
        .find_map(|beginning| text.strip_prefix(beginning));
    let in_english = ["allof", "all", "every", "each"]
        .iter()
        .find_map(|beginning| text.strip_prefix(beginning));
    let kind = kind::titled(in_chinese.or(in_english)?)?;
    let units = directory
        .units()
        .filter(|unit| unit.kind == kind && tree.is_open(unit.id, on));
    Some(directory.in_order(units.map(|unit| unit.id)))
}

/// Units whose name begins the text, the longest name first, with the rest of the text.
pub fn beginning<'t>(directory: &Directory, text: &'t str) -> Vec<(UnitId, &'t str)> {
    let mut found: Vec<_> = directory
        .units()
        .filter_map(|unit| {
            let name = folded(&unit.name);
            let rest = text.strip_prefix(&name)?;
            (!name.is_empty()).then_some((name.len(), unit.id, rest))
        })
        .collect();
    found.sort_by_key(|(length, ..)| std::cmp::Reverse(*length));
    found.into_iter().map(|(_, id, rest)| (id, rest)).collect()
}

/// Names in the order given, with the sign that parts names in the language.
pub fn names(directory: &Directory, ids: &[UnitId], lang: Lang) -> String {
    let names: Vec<_> = ids.iter().map(|id| directory.name(*id, lang)).collect();
    names.join(separator(lang))
}

/// The sign between the members of a list.
pub fn separator(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => "; ",
    }
}

/// How alike two folded names are, from 0 to 100: signs in common and in order, twice over all signs. `None` when hardly.
pub fn likeness(a: &str, b: &str) -> Option<usize> {
    const LIKE_FROM: usize = 50;
    const CHARS_MAX: usize = 100;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.is_empty() || b.is_empty() || CHARS_MAX < a.len() {
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

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use orgs::unit;

    pub(crate) fn unit(id: i64, code: &str, name: &str, kind: &str) -> unit::Model {
        unit::Model {
            id: UnitId(id),
            code: code.into(),
            name: name.into(),
            name_en: None,
            kind: kind.into(),
            position: id as i32,
        }
    }

    fn directory() -> Directory {
        [
            unit(1, "ROOT", "云渡新区", "root"),
            unit(3, "BM02", "组织人事局", "department"),
            unit(5, "Z2", "综合科", "other"),
            unit(6, "Z3", "综合科", "other"),
        ]
        .into_iter()
        .collect()
    }

    #[test]
    fn a_unit_is_found_by_its_code_or_name() {
        for text in ["BM02", "bm02", " 组织 人事局 "] {
            assert_eq!(named(&directory(), text), Named::One(UnitId(3)), "{text}");
        }
    }

    #[test]
    fn a_name_that_two_units_have_is_asked_back() {
        assert_eq!(
            named(&directory(), "综合科"),
            Named::Several(vec![UnitId(5), UnitId(6)])
        );
    }

    #[test]
    fn an_unknown_name_comes_with_those_nearest_to_it() {
        assert_eq!(
            named(&directory(), "组织部人事局"),
            Named::Nobody(vec![UnitId(3)])
        );
    }
}
