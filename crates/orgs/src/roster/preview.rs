//! What an import would do, to be looked at before it is done.
use super::{Changes, Counts, Draft, ImportOptions, State, compare, semicolon};
use crate::{kind, words::texts};
use kernel::{Lang, Reach};
use serde::{Deserialize, Serialize};
use sheets::{Problem, Severity, Table};

/// Rows that a preview lists of each sort; the rest is only counted.
pub(super) const LISTED_MAX: usize = 200;

/// One row that would be added or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub row: u32,
    pub is_new: bool,
    pub title: String,
    /// What is new or different, in words.
    pub detail: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Sheets that were read.
    pub sheets: Vec<String>,
    /// Sheets that hold such a table too and were not read.
    #[serde(default)]
    pub unread_sheets: Vec<String>,
    pub units: Counts,
    pub people: Counts,
    pub unit_lines: Vec<Line>,
    pub people_lines: Vec<Line>,
    pub unit_problems: Vec<Problem>,
    pub people_problems: Vec<Problem>,
    pub errors: usize,
    pub warnings: usize,
    /// Columns nobody asked for, and rows that are no records, in words.
    pub asides: Vec<String>,
}

impl Preview {
    pub fn can_be_applied(&self) -> bool {
        self.errors == 0 && self.has_changes()
    }

    pub fn has_changes(&self) -> bool {
        0 < self.changes()
    }

    /// How many units and people would be added or changed.
    pub fn changes(&self) -> usize {
        self.units.added + self.units.changed + self.people.added + self.people.changed
    }
}

/// Compares, and says in words what would happen.
pub fn preview(draft: &Draft, state: &State, reach: &Reach, options: &ImportOptions) -> Preview {
    let changes = compare(draft, state, reach, options);
    let lang = options.lang;
    let problems = || changes.unit_problems.iter().chain(&changes.people_problems);
    Preview {
        sheets: [&draft.unit_table, &draft.people_table]
            .into_iter()
            .flatten()
            .map(|table| table.sheet.clone())
            .collect(),
        unread_sheets: unread_sheets(draft),
        units: changes.unit_counts(),
        people: changes.people_counts(),
        unit_lines: listed(&changes.units, |change| change.before.is_none())
            .map(|change| unit_line(change, &changes, state, lang))
            .collect(),
        people_lines: listed(&changes.people, |change| change.before.is_none())
            .map(|change| person_line(change, state, lang))
            .collect(),
        errors: problems()
            .filter(|problem| problem.severity == Severity::Error)
            .count(),
        warnings: problems()
            .filter(|problem| problem.severity != Severity::Error)
            .count(),
        unit_problems: changes
            .unit_problems
            .iter()
            .take(LISTED_MAX)
            .cloned()
            .collect(),
        people_problems: changes
            .people_problems
            .iter()
            .take(LISTED_MAX)
            .cloned()
            .collect(),
        asides: [&draft.unit_table, &draft.people_table]
            .into_iter()
            .flatten()
            .flat_map(|table| asides(table, lang))
            .chain(counted_later(&changes, state, lang))
            .collect(),
    }
}

/// What the workbook dates into the closed period.
fn counted_later(changes: &Changes, state: &State, lang: Lang) -> Option<String> {
    let (units, people) = (changes.units_counted_later, changes.people_counted_later);
    let through = state.closed_through.filter(|_| 0 < units + people)?;
    Some(texts(lang).import_counted_later(
        units as i64,
        people as i64,
        through.to_string(),
        state.open_day(through).to_string(),
    ))
}

fn unread_sheets(draft: &Draft) -> Vec<String> {
    let tables = [&draft.unit_table, &draft.people_table];
    let tables = || tables.into_iter().flatten();
    let mut unread: Vec<String> = Vec::new();
    for sheet in tables().flat_map(|table| &table.other_sheets) {
        let is_read = tables().any(|table| table.sheet == *sheet);
        if !is_read && !unread.contains(sheet) {
            unread.push(sheet.clone());
        }
    }
    unread
}

/// The first new ones and the first changed ones.
fn listed<C>(changes: &[C], is_new: fn(&C) -> bool) -> impl Iterator<Item = &C> {
    let of = move |wanted| {
        let sort = changes
            .iter()
            .filter(move |change| is_new(change) == wanted);
        sort.take(LISTED_MAX)
    };
    of(true).chain(of(false))
}

fn unit_line(
    change: &super::UnitChange,
    changes: &super::Changes,
    state: &State,
    lang: Lang,
) -> Line {
    let t = texts(lang);
    let name = |unit: Option<kernel::UnitId>| {
        let Some(unit) = unit else {
            return t.unit_at_the_top();
        };
        let new = changes.units.iter().find(|change| change.after.id == unit);
        new.map_or_else(
            || state.directory.name(unit, lang).to_owned(),
            |change| change.after.name_in(lang).to_owned(),
        )
    };
    let after = &change.after;
    let detail = match &change.before {
        None => t.unit_is_new(kind::title(&after.kind, lang), &after.code),
        Some(before) => {
            let mut details = Vec::new();
            if before.name != after.name {
                details.push(t.was_and_is(t.unit_name(), &before.name, &after.name));
            }
            if before.kind != after.kind {
                details.push(t.was_and_is(
                    t.unit_kind(),
                    kind::title(&before.kind, lang),
                    kind::title(&after.kind, lang),
                ));
            }
            if before.position != after.position {
                details.push(t.was_and_is(
                    t.unit_position(),
                    before.position.to_string(),
                    after.position.to_string(),
                ));
            }
            if before.name_en != after.name_en {
                let name = |unit: &crate::unit::Model| unit.name_en.clone().unwrap_or_default();
                details.push(t.was_and_is(t.unit_name_en(), name(before), name(after)));
            }
            if let Some(above) = change.place {
                let before = state.tree.parent(after.id, change.from);
                details.push(t.unit_moves(name(before), name(above), change.from.to_string()));
            }
            details.join(semicolon(lang))
        }
    };
    Line {
        row: change.row,
        is_new: change.before.is_none(),
        title: after.name.clone(),
        detail,
    }
}

fn person_line(change: &super::PersonChange, state: &State, lang: Lang) -> Line {
    let t = texts(lang);
    let detail = match &change.before {
        None => t.person_is_new(&change.code),
        Some((person, membership)) => {
            let mut details = Vec::new();
            if person.name != change.name {
                details.push(t.was_and_is(t.person_name(), &person.name, &change.name));
            }
            if membership.unit_id != change.unit {
                let (old, new) = (
                    state.directory.name(membership.unit_id, lang),
                    state.directory.name(change.unit, lang),
                );
                details.push(t.was_and_is(t.person_unit(), old, new));
            }
            if membership.post != change.post {
                details.push(t.was_and_is(t.person_post(), &membership.post, &change.post));
            }
            if membership.is_member != change.is_member {
                details.push(t.person_membership_changes());
            }
            if change.phone.is_some() {
                details.push(t.person_phone_given());
            }
            details.join(semicolon(lang))
        }
    };
    Line {
        row: change.row,
        is_new: change.before.is_none(),
        title: change.name.clone(),
        detail,
    }
}

fn asides(table: &Table, lang: Lang) -> Vec<String> {
    let t = texts(lang);
    let ignored = table
        .ignored
        .iter()
        .map(|column| t.column_ignored(&table.sheet, &column.column, &column.title));
    ignored
        .chain(
            table
                .skipped
                .iter()
                .take(20)
                .map(|skipped| skipped.text(lang)),
        )
        .collect()
}
