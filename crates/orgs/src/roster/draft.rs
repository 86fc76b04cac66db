//! What a workbook says, before it is compared with what is there.
use super::{
    ImportOptions,
    columns::{LEVELS, level_columns, people_columns, unit_columns},
};
use crate::{folded, kind, words::texts};
use chrono::NaiveDate;
use kernel::Lang;
use sheets::{Columns, FileProblem, Options, Problems, Row, Table, Workbook};
use std::collections::HashMap;

/// A unit as its row describes it. What a workbook has no column for is `None` and stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitDraft {
    pub row: u32,
    pub code: Option<String>,
    pub name: String,
    pub name_en: Option<String>,
    pub kind: Option<String>,
    /// Code or name of the unit above. Where a list has a column for each level, the drafts above it by number.
    pub parent: Parent,
    pub position: Option<i32>,
    pub founded: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parent {
    /// The workbook does not say: new units are at the top, known ones stay.
    Unsaid,
    Named(String),
    /// The draft with this number.
    Draft(usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonDraft {
    pub row: u32,
    pub code: Option<String>,
    pub name: String,
    pub unit: String,
    pub unit_above: Option<String>,
    pub post: Option<String>,
    pub phone: Option<String>,
    pub is_member: Option<bool>,
    pub from: Option<NaiveDate>,
}

/// A workbook that was read: units, people, or both.
#[derive(Debug, Default)]
pub struct Draft {
    pub units: Vec<UnitDraft>,
    pub people: Vec<PersonDraft>,
    pub unit_table: Option<Table>,
    pub people_table: Option<Table>,
    pub unit_problems: Problems,
    pub people_problems: Problems,
}

/// Reads units and people from whichever sheets of the workbook hold them.
///
/// # Errors
/// When neither is found; nothing about single rows, which are in the draft's problems.
pub fn read(bytes: &[u8], options: &ImportOptions) -> Result<Draft, FileProblem> {
    read_telling(bytes, options, &mut |_, _| ())
}

/// [`read`]; `progress` is told rows seen, and rows that a sheet says it has, if it says so.
pub(super) fn read_telling(
    bytes: &[u8],
    options: &ImportOptions,
    progress: &mut dyn FnMut(usize, Option<usize>),
) -> Result<Draft, FileProblem> {
    let mut workbook = Workbook::open(bytes)?;
    let mut table = |columns: Columns| {
        let options = Options {
            lang: options.lang,
            ..Options::default()
        };
        workbook.read(&columns, options, progress)
    };
    let people = table(people_columns());
    // `科室` may be what units are called, or a level of a list with a column for each level. A list that names neither codes
    // nor superiors, but several levels, is the latter.
    let units = match table(unit_columns()) {
        Ok(flat) if flat.has("code") || flat.has("parent") => Ok(flat),
        flat => match table(level_columns()) {
            Ok(levels) if 1 < levels_in(&levels) => Ok(levels),
            _ => flat,
        },
    };
    let (people, units) = match (people, units) {
        (Err(people), Err(units)) => return Err(nearer(people, units, options.lang)),
        (people, units) => (if_there(people)?, if_there(units)?),
    };
    // A list of people may have columns that look like those of units; it is still a list of people.
    let units = units.filter(|units| {
        people
            .as_ref()
            .is_none_or(|people| people.sheet != units.sheet)
    });
    let mut draft = Draft {
        unit_table: units,
        people_table: people,
        ..Draft::default()
    };
    draft.read_units(options);
    draft.read_people();
    Ok(draft)
}

/// A workbook may hold units only, or people only, and an unfilled sheet for the others.
fn if_there(table: Result<Table, FileProblem>) -> Result<Option<Table>, FileProblem> {
    match table {
        Ok(table) => Ok(Some(table)),
        Err(FileProblem::HeadMissing { .. } | FileProblem::NoRows { .. }) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// What to say of a workbook in which neither was found. With names of people in it, it was meant as a list of people.
fn nearer(people: FileProblem, units: FileProblem, lang: Lang) -> FileProblem {
    let columns = people_columns();
    let name = columns.iter().find(|column| column.key == "name");
    let has_no_names = |missing: &[String]| {
        name.is_some_and(|name| missing.iter().any(|title| title == name.title.get(lang)))
    };
    match (&people, &units) {
        (FileProblem::HeadMissing { missing, .. }, _) if has_no_names(missing) => units,
        (FileProblem::HeadMissing { .. }, FileProblem::HeadMissing { .. }) => people,
        (FileProblem::HeadMissing { .. }, _) => units,
        _ => people,
    }
}

impl Draft {
    fn read_units(&mut self, options: &ImportOptions) {
        let Some(table) = self.unit_table.take() else {
            return;
        };
        if is_by_level(&table) {
            self.unit_problems = unknown_levels(&table, options.lang);
            let mut known = HashMap::new();
            for row in table.rows() {
                self.read_levels(&row, &mut known);
            }
        } else {
            for row in table.rows() {
                let problems = &mut self.unit_problems;
                let code = row.code("code", problems);
                let name = row.text("name", problems);
                let name_en = row.text("name_en", problems);
                let kind = kind_of(&row, options, problems);
                let parent = match row.text("parent", problems) {
                    Some(parent) => Parent::Named(parent),
                    None => Parent::Unsaid,
                };
                let position = row
                    .whole("position", problems)
                    .and_then(|position| i32::try_from(position).ok());
                let founded = row.date("founded", problems);
                if let Some(name) = name {
                    self.units.push(UnitDraft {
                        row: row.number(),
                        code,
                        name,
                        name_en,
                        kind,
                        parent,
                        position,
                        founded,
                    });
                }
            }
        }
        self.unit_table = Some(table);
    }

    /// Each cell of the row names a unit below the one to its left.
    fn read_levels(&mut self, row: &Row<'_>, known: &mut HashMap<(Option<usize>, String), usize>) {
        let mut above = None;
        for key in LEVELS {
            let Some(name) = row.text(key, &mut self.unit_problems) else {
                continue;
            };
            let place = (above, folded(&name));
            let next = self.units.len();
            let draft = *known.entry(place).or_insert(next);
            if draft == next {
                let kind = Some(kind::guess(&name).to_owned());
                let parent = above.map_or(Parent::Unsaid, Parent::Draft);
                let row = row.number();
                self.units.push(UnitDraft {
                    row,
                    code: None,
                    name,
                    name_en: None,
                    kind,
                    parent,
                    position: None,
                    founded: None,
                });
            }
            above = Some(draft);
        }
    }

    fn read_people(&mut self) {
        let Some(table) = self.people_table.take() else {
            return;
        };
        for row in table.rows() {
            let problems = &mut self.people_problems;
            let code = row.code("code", problems);
            let name = row.text("name", problems);
            let unit = row.text("unit", problems);
            let unit_above = row.text("unit_above", problems);
            let post = row.text("post", problems);
            let phone = row.phone("phone", problems);
            let is_member = row
                .choice("is_member", problems)
                .map(|choice| choice == "yes");
            let from = row.date("from", problems);
            if let (Some(name), Some(unit)) = (name, unit) {
                let row = row.number();
                self.people.push(PersonDraft {
                    row,
                    code,
                    name,
                    unit,
                    unit_above,
                    post,
                    phone,
                    is_member,
                    from,
                });
            }
        }
        self.people_table = Some(table);
    }
}

/// The kind as chosen from the list; an unusual word for it is understood if it can be, and told.
fn kind_of(row: &Row<'_>, options: &ImportOptions, problems: &mut Problems) -> Option<String> {
    let mut unknown = Problems::default();
    if let Some(kind) = row.choice("kind", &mut unknown) {
        return Some(kind.to_owned());
    }
    let written = row.value("kind").as_text();
    let guessed = match kind::guess(&written) {
        // What the office calls it is no kind of ours; the unit's own name may say more.
        "other" => kind::guess(&row.value("name").as_text()),
        guessed => guessed,
    };
    if unknown.is_empty() || guessed == "other" {
        unknown
            .iter()
            .cloned()
            .for_each(|problem| problems.push(problem));
        return None;
    }
    let t = texts(options.lang);
    let title = kind::title(guessed, options.lang);
    let what = t.unit_kind_guessed(written, title);
    problems.push(row.warning("kind", what, t.unit_kind_guessed_remedy()));
    Some(guessed.to_owned())
}

fn levels_in(table: &Table) -> usize {
    LEVELS.iter().filter(|key| table.has(key)).count()
}

/// A column between two levels must be a level too. Passing it over would hang all units below it in the wrong place.
fn unknown_levels(table: &Table, lang: Lang) -> Problems {
    let t = texts(lang);
    let levels: Vec<u32> = LEVELS
        .iter()
        .filter_map(|key| table.place_of(key))
        .collect();
    let (first, last) = (levels.iter().min(), levels.iter().max());
    let mut problems = Problems::default();
    for column in &table.ignored {
        if first < Some(&column.place) && Some(&column.place) < last {
            let what = t.level_unknown(&column.column, &column.title);
            problems.push(table.head_problem(column, what, t.level_unknown_remedy()));
        }
    }
    problems
}

fn is_by_level(table: &Table) -> bool {
    !table.declares("name")
}
