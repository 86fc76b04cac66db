//! Comparing people: who is who, where they belong.
use super::{
    Changes, Draft, ImportOptions, PersonChange, PersonDraft, State, comma,
    compare::is_party_kind,
    units::{After, rows_by_number},
};
use crate::{folded, membership, person, unit, words::texts};
use kernel::{PersonId, Reach, UnitId};
use std::collections::{HashMap, HashSet};

pub(super) fn compare(
    draft: &Draft,
    state: &State,
    after: &After,
    reach: &Reach,
    options: &ImportOptions,
    changes: &mut Changes,
) {
    let Some(table) = &draft.people_table else {
        return;
    };
    let t = texts(options.lang);
    let rows = rows_by_number(table);
    let known = Known::new(state);
    let mut next = state
        .people
        .iter()
        .map(|person| person.id.0)
        .max()
        .unwrap_or(0)
        + 1;
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut codes: HashSet<String> = state
        .people
        .iter()
        .map(|person| folded(&person.code))
        .collect();
    let mut touched: HashSet<PersonId> = HashSet::new();
    for draft in &draft.people {
        let row = &rows[&draft.row];
        let unit = match unit_of(draft, after, options) {
            Ok(unit) => unit,
            Err((what, remedy)) => {
                changes
                    .people_problems
                    .push(row.problem("unit", what, remedy));
                continue;
            }
        };
        let key = match &draft.code {
            Some(code) => format!("#{}", folded(code)),
            None => format!("{}/{}", unit.id, folded(&draft.name)),
        };
        if let Some(first) = seen.insert(key, draft.row) {
            let (column, what, remedy) = match &draft.code {
                Some(code) => (
                    "code",
                    t.person_code_twice(code, first.to_string()),
                    t.person_code_twice_remedy(),
                ),
                None => (
                    "name",
                    t.person_name_twice(&draft.name, first.to_string()),
                    t.person_name_twice_remedy(),
                ),
            };
            changes
                .people_problems
                .push(row.problem(column, what, remedy));
            continue;
        }
        if *reach != Reach::All && !state.tree.reaches(reach, unit.id, options.effective) {
            let what = t.unit_out_of_reach(&unit.name);
            changes
                .people_problems
                .push(row.problem("unit", what, t.unit_out_of_reach_remedy()));
            continue;
        }
        let before = known.find(draft, unit.id);
        let is_member = draft.is_member.unwrap_or_else(|| {
            let before = before.as_ref().map(|(_, membership)| membership.is_member);
            before.unwrap_or(!after.has_party_units || is_party_kind(&unit.kind))
        });
        let post = draft
            .post
            .clone()
            .or(before
                .as_ref()
                .map(|(_, membership)| membership.post.clone()))
            .unwrap_or_default();
        let id = before.as_ref().map_or_else(
            || {
                next += 1;
                PersonId(next - 1)
            },
            |(person, _)| person.id,
        );
        touched.insert(id);
        let code = draft
            .code
            .clone()
            .or(before.as_ref().map(|(person, _)| person.code.clone()));
        let code = code.unwrap_or_else(|| free_code(id, &mut codes));
        let founded = after.founded.get(&unit.id).copied();
        let mut from = draft.from.unwrap_or(options.since);
        if let Some((_, membership)) = &before {
            let stays = membership.unit_id == unit.id;
            let same = (membership.is_member, &membership.post) == (is_member, &post);
            let phone_is_new = draft
                .phone
                .as_ref()
                .is_some_and(|phone| !known.has_phone(id, phone));
            let renamed = before
                .as_ref()
                .is_some_and(|(person, _)| person.name != draft.name);
            if stays && same && !phone_is_new && !renamed {
                changes.people_unchanged += 1;
                continue;
            }
            from = if stays {
                membership.from_day
            } else {
                draft
                    .from
                    .unwrap_or(options.effective)
                    .max(membership.from_day)
            };
        } else if let Some(founded) = founded
            .or_else(|| known.founded(state, unit.id, options))
            .filter(|founded| from < *founded)
        {
            // Nobody belongs to a unit before there is one.
            from = founded;
        }
        // A number that is there already is no news.
        let phone = draft.phone.clone();
        let phone = phone.filter(|phone| before.is_none() || !known.has_phone(id, phone));
        changes.people.push(PersonChange {
            row: draft.row,
            before,
            id,
            code,
            name: draft.name.clone(),
            phone,
            unit: unit.id,
            post,
            is_member,
            from,
        });
    }
    changes.people_unmentioned = state
        .people
        .iter()
        .filter(|person| !touched.contains(&person.id))
        .count();
}

fn unit_of<'a>(
    draft: &PersonDraft,
    after: &'a After,
    options: &ImportOptions,
) -> Result<&'a unit::Model, (String, String)> {
    let t = texts(options.lang);
    if let Some(unit) = after.directory.unit_by_code(&draft.unit) {
        return Ok(unit);
    }
    let mut named = after.directory.units_named(&draft.unit);
    if let Some(above) = draft.unit_above.as_ref().filter(|_| 1 < named.len()) {
        named.retain(|unit| is_below(after, unit.id, above));
    }
    match named.as_slice() {
        [unit] => Ok(unit),
        [] => {
            let nearest = after.directory.nearest(&draft.unit, 3);
            let nearest: Vec<_> = nearest.iter().map(|unit| unit.name.as_str()).collect();
            let remedy = if nearest.is_empty() {
                t.unit_unknown_remedy()
            } else {
                t.unit_unknown_nearest(nearest.join(comma(options.lang)))
            };
            Err((t.unit_unknown(&draft.unit), remedy))
        }
        several => {
            let codes: Vec<_> = several.iter().map(|unit| unit.code.as_str()).collect();
            Err((
                t.unit_ambiguous(several.len() as i64, &draft.unit),
                t.unit_ambiguous_remedy(codes.join(comma(options.lang))),
            ))
        }
    }
}

fn is_below(after: &After, unit: UnitId, above: &str) -> bool {
    let mut next = after.parents.get(&unit).copied().flatten();
    for _ in 0..kernel::limits::TREE_DEPTH_MAX {
        let Some(unit) = next.and_then(|id| after.directory.unit(id)) else {
            return false;
        };
        if [&unit.code, &unit.name]
            .iter()
            .any(|name| folded(name) == folded(above))
        {
            return true;
        }
        next = after.parents.get(&unit.id).copied().flatten();
    }
    false
}

fn free_code(id: PersonId, codes: &mut HashSet<String>) -> String {
    let mut code = format!("R{:06}", id.0);
    while !codes.insert(folded(&code)) {
        code.push('a');
    }
    code
}

/// The people who are there, by what a row may call them.
struct Known<'a> {
    people: HashMap<PersonId, &'a person::Model>,
    by_code: HashMap<String, PersonId>,
    by_place: HashMap<(UnitId, String), PersonId>,
    memberships: &'a HashMap<PersonId, Vec<membership::Model>>,
    keys: &'a db::Keys,
}

impl<'a> Known<'a> {
    fn new(state: &'a State) -> Self {
        let people: HashMap<_, _> = state
            .people
            .iter()
            .map(|person| (person.id, person))
            .collect();
        let by_code = state
            .people
            .iter()
            .map(|person| (folded(&person.code), person.id))
            .collect();
        let places = state.memberships.values().flatten();
        let by_place = places
            .filter_map(|membership| {
                let person = people.get(&membership.person_id)?;
                Some(((membership.unit_id, folded(&person.name)), person.id))
            })
            .collect();
        Self {
            people,
            by_code,
            by_place,
            memberships: &state.memberships,
            keys: &state.keys,
        }
    }

    /// The person that a row means, with the membership that it is about: the one in that unit, else the main one.
    fn find(
        &self,
        draft: &PersonDraft,
        unit: UnitId,
    ) -> Option<(person::Model, membership::Model)> {
        let id = match &draft.code {
            Some(code) => self.by_code.get(&folded(code)),
            None => self.by_place.get(&(unit, folded(&draft.name))),
        }?;
        let memberships = self.memberships.get(id)?;
        let there = memberships
            .iter()
            .find(|membership| membership.unit_id == unit);
        let membership = there
            .or_else(|| memberships.iter().find(|membership| membership.is_member))
            .or(memberships.first())?;
        Some(((*self.people.get(id)?).clone(), membership.clone()))
    }

    fn has_phone(&self, id: PersonId, phone: &str) -> bool {
        let found_by = self.keys.fingerprint(person::PHONE, phone);
        self.people
            .get(&id)
            .is_some_and(|person| person.phone_found_by.as_ref() == Some(&found_by))
    }

    fn founded(
        &self,
        state: &State,
        unit: UnitId,
        options: &ImportOptions,
    ) -> Option<chrono::NaiveDate> {
        state
            .tree
            .founded(unit)
            .filter(|founded| *founded <= options.effective)
    }
}
