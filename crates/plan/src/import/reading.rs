//! A work list read into drafts of tasks. Nothing here knows what is there already, but for numbers that may be referred to.
use super::{
    cells,
    columns::{
        self, AFTER, DEADLINE, DELIVERABLE, IN_CHARGE, LEAD, LEVEL_KEYS, NUMBER, RESPONSIBLE,
        SUPPORTING,
    },
    links,
};
use crate::{
    campaigns::campaign::Campaign,
    nodes::{node::NodeId, plan::Plan, target::Target},
    words::texts,
};
use calendar::{WorkingDays, deadline::Deadline};
use chrono::NaiveDate;
use kernel::{Lang, UnitId};
use ledger::{Tree, figure::Definition};
use orgs::{Directory, folded};
use sheets::{FileProblem, Options, Problems, Row, SkipReason, Table, Value};
use std::collections::{HashMap, HashSet};

/// Most rows of a work list: a list of this size is read and compared within a second or two, so that its preview can be
/// drawn while the person waits.
pub const ROWS_MAX: usize = 20_000;

/// What a list is read against.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub campaign: &'a Campaign,
    pub directory: &'a Directory,
    pub figures: &'a [Definition],
    pub days: &'a WorkingDays,
    /// Where a target without a scope is read.
    pub root: UnitId,
    /// The plan as it is: predecessors may be tasks that the file leaves out.
    pub plan: &'a Plan,
    /// Which units there are, and on which day that is asked.
    pub tree: &'a Tree,
    pub on: NaiveDate,
    pub lang: Lang,
}

/// One task as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The row in the person's workbook, from 1.
    pub row: u32,
    /// Titles of the levels above, outermost first; a level may be left out.
    pub above: Vec<Option<String>>,
    pub title: String,
    pub number: String,
    /// Whether the list says so. Else `number` is the row's place, by which other rows may refer to it.
    pub is_numbered: bool,
    pub lead: Option<UnitId>,
    pub responsible: Vec<UnitId>,
    pub supporting: Vec<UnitId>,
    pub in_charge: Option<String>,
    pub deadline: Option<Deadline>,
    pub after: Vec<(After, i32)>,
    pub duration_days: Option<i32>,
    pub deliverable: Option<String>,
    pub target: Option<Target>,
    pub target_text: Option<String>,
}

/// A predecessor that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The draft at this place.
    Draft(usize),
    /// A task of the plan that the file leaves out.
    Kept(NodeId),
}

/// What came of a file.
#[derive(Debug)]
pub struct Reading {
    pub table: Table,
    pub drafts: Vec<Draft>,
    pub problems: Problems,
}

impl Reading {
    /// Whether the file has this column; one that is left out leaves what the plan holds as it is.
    pub fn has(&self, key: &str) -> bool {
        self.table.has(key)
    }
}

/// Reads a work list.
///
/// # Errors
/// When no such list is in the file. What is wrong with single cells is in the reading's problems.
pub fn read_plan(bytes: &[u8], known: &Known<'_>) -> Result<Reading, FileProblem> {
    let columns = columns::columns(&known.campaign.levels);
    let options = Options {
        lang: known.lang,
        rows_max: ROWS_MAX,
        ..Options::default()
    };
    let table = sheets::read(bytes, &columns, options)?;
    Ok(read_table(table, known))
}

/// Reads what is in a table already, whether it came from a file or from a form.
pub fn read_table(table: Table, known: &Known<'_>) -> Reading {
    let mut problems = Problems::default();
    let outlines = outline(&table, known, &mut problems);
    let places = Places::of(&outlines, known.plan, known, &mut problems);
    let drafts = outlines
        .iter()
        .map(|outline| draft(outline, &places, known, &mut problems))
        .collect();
    Reading {
        table,
        drafts,
        problems,
    }
}

/// A row that is a task: where it stands and what it is called.
struct Outline<'t> {
    row: Row<'t>,
    above: Vec<Option<String>>,
    title: String,
    number: String,
    is_numbered: bool,
}

fn outline<'t>(table: &'t Table, known: &Known<'_>, problems: &mut Problems) -> Vec<Outline<'t>> {
    let innermost = known.campaign.levels.innermost();
    let mut above: Vec<Option<String>> = vec![None; innermost];
    let mut sections = table
        .skipped
        .iter()
        .filter(|skipped| skipped.reason == SkipReason::Section)
        .peekable();
    let free: Vec<usize> = (0..innermost)
        .filter(|level| !table.has(LEVEL_KEYS[*level]))
        .collect();
    let mut free_numbers = FreeNumbers::of(table, known);
    let mut outlines: Vec<Outline<'t>> = Vec::new();
    for row in table.rows() {
        while let Some(section) = sections.next_if(|section| section.row < row.number()) {
            enter_section(&mut above, &free, &section.text);
        }
        descend(&mut above, row, table, problems);
        let mut found = Problems::default();
        let Some(title) = row.text(LEVEL_KEYS[innermost], &mut found).map(one_line) else {
            // A heading that fills its own level only.
            let is_heading = [NUMBER, LEAD, DEADLINE]
                .iter()
                .all(|key| row.value(key).is_empty());
            if !is_heading {
                found
                    .iter()
                    .cloned()
                    .for_each(|problem| problems.push(problem));
            }
            continue;
        };
        let said = row.code(NUMBER, problems);
        let is_numbered = said.is_some();
        let number = match said {
            Some(number) => links::number(&number),
            None => free_numbers.next(outlines.len() + 1),
        };
        outlines.push(Outline {
            row,
            above: above.clone(),
            title,
            number,
            is_numbered,
        });
    }
    outlines
}

/// Numbers for rows that the list gives none. In a list without numbers a row is called by its place, as people do; where
/// some rows have one, the others take what nobody has.
struct FreeNumbers {
    taken: Option<HashSet<String>>,
}

impl FreeNumbers {
    fn of(table: &Table, known: &Known<'_>) -> FreeNumbers {
        let in_list = || {
            let said = table.rows().filter_map(|row| {
                let number = row.code(NUMBER, &mut Problems::default())?;
                Some(links::number(&number))
            });
            let in_plan = known.plan.items.iter();
            said.chain(in_plan.filter_map(|item| item.node.number.clone()))
                .collect()
        };
        FreeNumbers {
            taken: table.has(NUMBER).then(in_list),
        }
    }

    fn next(&mut self, place: usize) -> String {
        let Some(taken) = &mut self.taken else {
            return place.to_string();
        };
        let mut candidates = (place..).map(|number| number.to_string());
        let number = candidates.find(|number| taken.insert(number.clone()));
        number.unwrap_or_default()
    }
}

/// Goes to where the row stands: a blank cell is the same as above, unless a level outside of it has changed; a stroke
/// leaves the level out.
fn descend(above: &mut [Option<String>], row: Row<'_>, table: &Table, problems: &mut Problems) {
    let mut changed = false;
    for (level, title) in above.iter_mut().enumerate() {
        let key = LEVEL_KEYS[level];
        if !table.has(key) {
            continue;
        }
        let own = row.text(key, problems).map(one_line);
        match (own, row.value(key)) {
            (Some(own), _) => {
                if title.as_deref() != Some(&own) {
                    *title = Some(own);
                    changed = true;
                }
            }
            (None, value) if value.is_empty() => {
                if changed {
                    *title = None;
                }
            }
            (None, _) => {
                changed |= title.is_some();
                *title = None;
            }
        }
    }
}

/// A title across the whole table, such as `一、组织发动` or `（一）建立机制`, stands for a level that has no column.
fn enter_section(above: &mut [Option<String>], free: &[usize], text: &str) {
    let Some(outermost) = free.first() else {
        return;
    };
    let is_second = text.trim_start().starts_with(['（', '(']);
    let level = match free.get(1) {
        Some(second) if is_second => *second,
        _ => *outermost,
    };
    above[level] = Some(one_line(text.to_owned()));
    for deeper in free.iter().filter(|free| level < **free) {
        above[*deeper] = None;
    }
}

fn one_line(text: String) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("")
}

/// Where predecessors may point to.
struct Places {
    numbers: HashMap<String, After>,
    titles: HashMap<String, Option<After>>,
}

impl Places {
    fn of(
        outlines: &[Outline<'_>],
        plan: &Plan,
        known: &Known<'_>,
        problems: &mut Problems,
    ) -> Places {
        let t = texts(known.lang);
        let mut numbers: HashMap<String, After> = HashMap::new();
        let mut titles: HashMap<String, Option<After>> = HashMap::new();
        for (at, outline) in outlines.iter().enumerate() {
            if let Some(After::Draft(first)) = numbers.get(&outline.number) {
                let row = outlines[*first].row.number().to_string();
                let what = t.number_doubled(&outline.number, row);
                problems.push(outline.row.problem(NUMBER, what, t.number_doubled_remedy()));
                continue;
            }
            numbers.insert(outline.number.clone(), After::Draft(at));
            titles
                .entry(folded(&outline.title))
                .and_modify(|place| *place = None)
                .or_insert(Some(After::Draft(at)));
        }
        for item in plan.tasks(known.campaign.levels.innermost()) {
            if let Some(number) = &item.node.number {
                numbers
                    .entry(number.clone())
                    .or_insert(After::Kept(item.node.id));
            }
        }
        Places { numbers, titles }
    }

    fn find(&self, text: &str) -> Option<After> {
        let by_number = self.numbers.get(text).copied();
        by_number.or_else(|| self.titles.get(text).copied().flatten())
    }
}

fn draft(
    outline: &Outline<'_>,
    places: &Places,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Draft {
    let row = outline.row;
    let (target, target_text) = cells::target(row, known, problems);
    Draft {
        row: row.number(),
        above: outline.above.clone(),
        title: outline.title.clone(),
        number: outline.number.clone(),
        is_numbered: outline.is_numbered,
        lead: cells::lead(row, LEAD, known, problems),
        responsible: cells::list(row, RESPONSIBLE, known, problems),
        supporting: cells::list(row, SUPPORTING, known, problems),
        in_charge: row.text(IN_CHARGE, problems),
        deadline: cells::deadline(row, known, problems),
        after: after(row, places, known, problems),
        duration_days: cells::duration(row, known, problems),
        deliverable: row.text(DELIVERABLE, problems),
        target,
        target_text,
    }
}

fn after(
    row: Row<'_>,
    places: &Places,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Vec<(After, i32)> {
    let t = texts(known.lang);
    // Excel takes `3-5` for a day of the year.
    if let Value::Moment(moment) = row.value(AFTER) {
        let what = t.after_is_date(moment.date().to_string());
        problems.push(row.problem(AFTER, what, t.after_is_date_remedy()));
        return Vec::new();
    }
    let Some(text) = row.text(AFTER, problems) else {
        return Vec::new();
    };
    match links::read(&text, |task| places.find(task).is_some()) {
        Ok(written) => written
            .into_iter()
            .filter_map(|written| Some((places.find(&written.task)?, written.lag_days)))
            .collect(),
        Err(part) => {
            problems.push(row.problem(AFTER, t.after_unknown(part), t.after_unknown_remedy()));
            Vec::new()
        }
    }
}
