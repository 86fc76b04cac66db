//! Comparing people: who is who, where they belong.
use super::{
    Changes, Draft, ImportOptions, PersonChange, PersonDraft, State, comma,
    compare::is_party_kind,
    naming::Naming,
    units::{After, rows_by_number},
};
use crate::{folded, membership, person, unit, words::texts};
use kernel::{PersonId, Reach, UnitId};
use ledger::tree::Place;
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
    let mut naming = Naming::new(&after.directory, options.lang);
    // Whom each row was found to mean.
    let mut touched: HashMap<PersonId, u32> = HashMap::new();
    for draft in &draft.people {
        let row = &rows[&draft.row];
        let fits = |unit: &unit::Model| {
            let above = draft.unit_above.as_ref();
            above.is_none_or(|above| is_below(after, unit.id, above))
        };
        let unit = match naming.find(&draft.unit, None, fits) {
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
        let before = match known.find(draft, unit.id) {
            Ok(before) => before,
            Err(several) => {
                let codes: Vec<_> = several.iter().map(|person| person.code.as_str()).collect();
                let what = t.person_ambiguous(several.len() as i64, &draft.name, &unit.name);
                let remedy = t.person_ambiguous_remedy(codes.join(comma(options.lang)));
                changes
                    .people_problems
                    .push(row.problem("name", what, remedy));
                continue;
            }
        };
        // An old list must not put anybody into what was closed since; whoever is there already is left in peace.
        let was_there = before
            .as_ref()
            .is_some_and(|(_, membership)| membership.unit_id == unit.id);
        let place = state.tree.place(unit.id, options.effective);
        if place == Some(Place::Closed) && !was_there {
            let name = unit.name_in(options.lang);
            let (what, remedy) = (t.unit_is_closed(name), t.unit_is_closed_remedy());
            changes
                .people_problems
                .push(row.problem("unit", what, remedy));
            continue;
        }
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
        if let Some(first) = touched.insert(id, draft.row) {
            let code = before.as_ref().map_or("", |(person, _)| &person.code);
            let what = t.person_same_twice(first.to_string(), code);
            changes
                .people_problems
                .push(row.problem("name", what, t.person_name_twice_remedy()));
            continue;
        }
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
        }
        if before
            .as_ref()
            .is_none_or(|(_, membership)| membership.unit_id != unit.id)
        {
            let wished = from;
            from = state.open_day(wished);
            changes.people_counted_later += usize::from(from != wished);
        }
        if before.is_none()
            && let Some(founded) = founded.or_else(|| known.founded(state, unit.id, options))
        {
            // Nobody belongs to a unit before there is one.
            from = from.max(founded);
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
        .filter(|person| !touched.contains_key(&person.id))
        .count();
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
    by_place: HashMap<(UnitId, String), Vec<PersonId>>,
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
        let mut by_place: HashMap<_, Vec<PersonId>> = HashMap::new();
        for membership in state.memberships.values().flatten() {
            if let Some(person) = people.get(&membership.person_id) {
                let place = (membership.unit_id, folded(&person.name));
                let there = by_place.entry(place).or_default();
                if !there.contains(&person.id) {
                    there.push(person.id);
                }
            }
        }
        Self {
            people,
            by_code,
            by_place,
            memberships: &state.memberships,
            keys: &state.keys,
        }
    }

    /// The person that a row means, with the membership that it is about: the one in that unit, else the main one. `None`
    /// for somebody new; an error names those whom it may mean.
    fn find(
        &self,
        draft: &PersonDraft,
        unit: UnitId,
    ) -> Result<Option<(person::Model, membership::Model)>, Vec<&'a person::Model>> {
        let id = match &draft.code {
            Some(code) => self.by_code.get(&folded(code)),
            None => match self
                .by_place
                .get(&(unit, folded(&draft.name)))
                .map(Vec::as_slice)
            {
                None | Some([]) => None,
                Some([only]) => Some(only),
                Some(several) => {
                    let mut several: Vec<_> = several
                        .iter()
                        .filter_map(|id| self.people.get(id).copied())
                        .collect();
                    several.sort_by_key(|person| person.id);
                    return Err(several);
                }
            },
        };
        Ok(id.and_then(|id| self.with_membership(*id, unit)))
    }

    fn with_membership(
        &self,
        id: PersonId,
        unit: UnitId,
    ) -> Option<(person::Model, membership::Model)> {
        let memberships = self.memberships.get(&id)?;
        let there = memberships
            .iter()
            .find(|membership| membership.unit_id == unit);
        let membership = there
            .or_else(|| memberships.iter().find(|membership| membership.is_member))
            .or(memberships.first())?;
        Some(((*self.people.get(&id)?).clone(), membership.clone()))
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
