//! A pasted list of people: names or codes, one a line or separated.
use crate::words::Texts;
use chrono::NaiveDate;
use kernel::PersonId;
use ledger::Tree;
use orgs::{Directory, folded, membership, person};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter};
use std::collections::{HashMap, HashSet};

/// Most names in one list.
pub const NAMES_MAX: usize = 5_000;

/// Longer numbers at the beginning of a line are codes.
const LINE_NUMBER_DIGITS_MAX: usize = 3;

/// What a list says, as far as it can be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    pub people: Vec<PersonId>,
    /// Names that several people bear: who is meant must be said by code.
    pub several: Vec<Several>,
    /// Nobody on the roster is called so.
    pub unknown: Vec<Unknown>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Several {
    /// The line of the list, from 1.
    pub line: usize,
    pub name: String,
    /// Code and unit of each.
    pub people: Vec<(PersonId, String, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    pub line: usize,
    pub name: String,
}

impl Found {
    pub fn is_clear(&self) -> bool {
        self.several.is_empty() && self.unknown.is_empty()
    }

    /// All names that could not be told, in one text: the list stays as it was typed, to be corrected there.
    pub(crate) fn in_words(&self, t: &Texts) -> String {
        const TOLD_MAX: usize = 10;
        let several = self.several.iter().map(|several| {
            let people: Vec<String> = several
                .people
                .iter()
                .map(|(_, code, unit)| format!("{code} {unit}"))
                .collect();
            t.name_several(several.line.to_string(), &several.name, people.join("; "))
        });
        let unknown = self
            .unknown
            .iter()
            .map(|unknown| t.name_unknown(unknown.line.to_string(), &unknown.name));
        let mut told: Vec<String> = several.chain(unknown).take(TOLD_MAX).collect();
        let count = self.several.len() + self.unknown.len();
        if TOLD_MAX < count {
            told.push(t.names_more((count - TOLD_MAX).to_string()));
        }
        told.join(" ")
    }
}

/// The names of a list with their lines. A name may be followed by a unit or code in brackets: `李明（第三支部）`.
fn names(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (line, text) in text.lines().enumerate() {
        let parts = text.split(['、', '，', ',', '；', ';', '\t', ' ', '\u{3000}', '|']);
        // `李 明`: single signs parted by blanks are one name.
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let is_spaced = 1 < parts.len() && parts.iter().all(|part| part.chars().count() == 1);
        let parts = if is_spaced {
            vec![parts.concat()]
        } else {
            parts.into_iter().map(str::to_owned).collect()
        };
        let is_numbered = 1 < parts.len();
        for (at, part) in parts.iter().enumerate() {
            let part = part.trim_start_matches(['·', '-', '•']);
            // `1. 林晓`, `1.林晓` or `1、林晓`: the number of a line is no name.
            let bare = part.trim_start_matches(|c: char| c.is_ascii_digit());
            let is_number = bare.is_empty() && part.len() <= LINE_NUMBER_DIGITS_MAX;
            let name = match bare.strip_prefix(['.', '．']) {
                Some(name) if bare.len() < part.len() => name,
                _ if at == 0 && is_numbered && is_number => "",
                _ => part,
            };
            if !name.is_empty() {
                found.push((line + 1, name.to_owned()));
            }
        }
    }
    found
}

/// Finds the people of a list. Of those who bear one name, the one who belongs to a unit `within` reach is meant, if there
/// is only one such.
pub async fn find(
    connection: &impl ConnectionTrait,
    directory: &Directory,
    tree: &Tree,
    text: &str,
    day: NaiveDate,
    within: impl Fn(kernel::UnitId) -> bool,
) -> Result<Found, DbErr> {
    let names: Vec<(usize, String)> = names(text).into_iter().take(NAMES_MAX).collect();
    let mut bare: Vec<String> = names
        .iter()
        .map(|(_, name)| bracketed(name).0.to_owned())
        .collect();
    bare.sort_unstable();
    bare.dedup();
    let mut people: Vec<person::Model> = Vec::new();
    for chunk in bare.chunks(500) {
        let wanted = || chunk.iter().map(String::as_str);
        let query = person::Entity::find().filter(
            person::Column::Name
                .is_in(wanted())
                .or(person::Column::Code.is_in(wanted())),
        );
        people.extend(query.all(connection).await?);
    }
    let units = units_of(connection, people.iter().map(|person| person.id), day).await?;
    let unit_of = |person: PersonId| units.get(&person).copied();
    let mut found = Found::default();
    let mut taken: HashSet<PersonId> = HashSet::new();
    for (line, name) in names {
        let (bare, hint) = bracketed(&name);
        let mut alike: Vec<&person::Model> =
            people.iter().filter(|person| person.code == bare).collect();
        if alike.is_empty() {
            alike = people.iter().filter(|person| person.name == bare).collect();
        }
        if 1 < alike.len()
            && let Some(hint) = hint
        {
            let is_hinted = |person: &&&person::Model| {
                let unit = unit_of(person.id);
                let chain = unit.map(|unit| tree.chain(unit, day)).unwrap_or_default();
                folded(&person.code) == folded(hint)
                    || chain
                        .iter()
                        .filter_map(|unit| directory.unit(*unit))
                        .any(|unit| {
                            folded(&unit.name).contains(&folded(hint))
                                || folded(&unit.code) == folded(hint)
                        })
            };
            let hinted: Vec<_> = alike.iter().filter(is_hinted).copied().collect();
            if !hinted.is_empty() {
                alike = hinted;
            }
        }
        if 1 < alike.len() {
            let near: Vec<_> = alike
                .iter()
                .filter(|person| unit_of(person.id).is_some_and(&within))
                .copied()
                .collect();
            if near.len() == 1 {
                alike = near;
            }
        }
        match alike[..] {
            [] => found.unknown.push(Unknown { line, name }),
            [person] => {
                if taken.insert(person.id) {
                    found.people.push(person.id);
                }
            }
            _ => {
                let people = alike.iter().map(|person| {
                    let unit = unit_of(person.id).and_then(|unit| directory.unit(unit));
                    (
                        person.id,
                        person.code.clone(),
                        unit.map_or_else(String::new, |unit| unit.name.clone()),
                    )
                });
                found.several.push(Several {
                    line,
                    name,
                    people: people.collect(),
                });
            }
        }
    }
    Ok(found)
}

/// Where each person belongs on `day`: the unit where they are a member first.
pub(super) async fn units_of(
    connection: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
    day: NaiveDate,
) -> Result<HashMap<PersonId, kernel::UnitId>, DbErr> {
    let mut units = HashMap::new();
    let people: Vec<PersonId> = people.into_iter().collect();
    for chunk in people.chunks(500) {
        let mut rows = membership::Entity::find()
            .filter(membership::on(day))
            .filter(membership::Column::PersonId.is_in(chunk.iter().copied()))
            .all(connection)
            .await?;
        rows.sort_by_key(|row| (!row.is_member, row.id));
        for row in rows {
            units.entry(row.person_id).or_insert(row.unit_id);
        }
    }
    Ok(units)
}

/// A name and what stands behind it in brackets.
fn bracketed(name: &str) -> (&str, Option<&str>) {
    match name.split_once(['(', '（']) {
        Some((name, rest)) => (name.trim(), Some(rest.trim_end_matches([')', '）']).trim())),
        None => (name, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_one_a_line_or_separated() {
        let found = names("林晓、宋晚\n\n1. 顾云\n李 明\nP0012\t王明（三支部）\n2、陶景\n20210012");
        let expected = [
            (1, "林晓"),
            (1, "宋晚"),
            (3, "顾云"),
            (4, "李明"),
            (5, "P0012"),
            (5, "王明（三支部）"),
            (6, "陶景"),
            (7, "20210012"),
        ];
        let found: Vec<(usize, &str)> = found
            .iter()
            .map(|(line, name)| (*line, name.as_str()))
            .collect();
        assert_eq!(found, expected);
    }
}
