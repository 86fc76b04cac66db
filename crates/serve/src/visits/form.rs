//! The form of a visit, for recording one and for correcting it.
use super::recording::{Fate, PEOPLE_MAX, PROBLEMS_MAX, Problem, RecordError, Visited};
use crate::{
    cases::raising::RaiseError,
    desk::{Desk, new_entry},
    words::{Texts, texts},
};
use kernel::{
    Actor, EntryId, Lang, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::form::{self, Choice, Field, FieldProblem, Width};
use web::WebError;

/// Rows for problems that are in sight at once; the others are folded.
const PROBLEMS_IN_SIGHT: usize = 2;

#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub(super) struct Input {
    pub(super) entry: EntryId,
    pub(super) visited: String,
    pub(super) household: String,
    pub(super) day: String,
    pub(super) people: String,
    pub(super) unit: String,
    pub(super) heard: String,
    pub(super) problem: Vec<String>,
    pub(super) fate: Vec<String>,
    /// The last entry that the person saw; only of a correction, as all below.
    pub(super) corrects: Option<EntryId>,
    pub(super) reason: String,
    pub(super) withdraw: bool,
}

impl Default for Input {
    fn default() -> Input {
        Input {
            entry: new_entry(),
            visited: String::new(),
            household: String::new(),
            day: String::new(),
            people: String::new(),
            unit: String::new(),
            heard: String::new(),
            problem: Vec::new(),
            fate: Vec::new(),
            corrects: None,
            reason: String::new(),
            withdraw: false,
        }
    }
}

impl Input {
    /// What was typed, and what of it cannot be read.
    pub(super) fn visited(&self, desk: &Desk, lang: Lang) -> (Visited, Vec<FieldProblem>) {
        let t = texts(lang);
        let mut problems = Vec::new();
        let name = self.visited.trim();
        let known = desk.directory.unit_by_code(name).map(|unit| unit.id);
        let named = || match desk.directory.units_named(name)[..] {
            [unit] => Ok(unit.id),
            [] => Err(unknown(desk, lang, name)),
            _ => Err(t.visit_visited_several(name)),
        };
        let visited = match (name, known) {
            ("", _) => Err(t.visit_visited_missing()),
            (_, Some(unit)) => Ok(unit),
            (_, None) => named(),
        };
        let mut wrong = |field: &str, text: String| problems.push(FieldProblem::new(field, text));
        let visited = visited.map_err(|text| wrong("visited", text)).ok();
        let day = self.day.trim().parse().ok();
        if day.is_none() {
            wrong("day", t.visit_day_missing());
        }
        let unit = self.unit.trim().parse().ok();
        if unit.is_none() {
            wrong("unit", t.visit_unit_missing());
        }
        let visited = Visited {
            day: day.unwrap_or(desk.today),
            unit: unit.unwrap_or(UnitId(0)),
            visited: visited.unwrap_or(UnitId(0)),
            household: self.household.trim().to_owned(),
            people: names(&self.people),
            heard: self.heard.clone(),
        };
        (visited, problems)
    }

    /// The row of the form in which problem number `at` stands, from 1: rows without words are none.
    fn row(&self, at: usize) -> usize {
        let rows = self.problem.iter().enumerate();
        let mut filled = rows.filter(|(_, body)| !body.trim().is_empty());
        filled.nth(at - 1).map_or(0, |(row, _)| row)
    }

    /// Rows in which something stands.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let rows = self.problem.iter().zip(&self.fate);
        let rows = rows.filter(|(body, _)| !body.trim().is_empty());
        rows.map(|(body, fate)| Problem {
            body: body.clone(),
            fate: Fate::from_code(fate).unwrap_or(Fate::Help),
        })
        .collect()
    }
}

fn unknown(desk: &Desk, lang: Lang, name: &str) -> String {
    let near = desk.directory.nearest(name, 3);
    let near: Vec<&str> = near.iter().map(|unit| unit.name_in(lang)).collect();
    match near[..] {
        [] => texts(lang).visit_visited_unknown(name),
        _ => texts(lang).visit_visited_unknown_near(name, near.join("、")),
    }
}

/// Names, however they are separated, each once.
fn names(typed: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in typed.split(['、', '，', ',', '；', ';', '\n', '\t']) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

pub(super) fn problem(
    t: &Texts,
    input: &Input,
    error: RecordError,
) -> Result<FieldProblem, WebError> {
    let (field, text) = match error {
        RecordError::NotYours => ("unit", t.visit_unit_not_yours()),
        RecordError::DayToCome => ("day", t.visit_day_to_come()),
        RecordError::UnitNotThen => ("unit", t.visit_unit_not_then()),
        RecordError::NoSuchUnit => ("visited", t.visit_visited_missing()),
        RecordError::VisitedNotThen => ("visited", t.visit_visited_not_then()),
        RecordError::NoHouseholds => ("household", t.visit_no_households()),
        RecordError::Nobody => ("people", t.visit_nobody()),
        RecordError::TooMany => ("people", t.visit_too_many(PEOPLE_MAX as u32)),
        RecordError::TooLong(field, max) => (field, t.visit_too_long(max as u32)),
        RecordError::TooManyProblems => {
            ("problem-0", t.visit_too_many_problems(PROBLEMS_MAX as u32))
        }
        RecordError::Problem(_, RaiseError::Book(source)) | RecordError::Book(source) => {
            return Err(source.into());
        }
        RecordError::Problem(at, _) => {
            let text = t.visit_too_long(NOTE_CHARS_MAX as u32);
            return Ok(FieldProblem::new(problem_id(input.row(at)), text));
        }
    };
    Ok(FieldProblem::new(field, text))
}

fn problem_id(row: usize) -> String {
    format!("problem-{row}")
}

/// The fields that can be corrected, too.
pub(super) fn fields(
    lang: Lang,
    desk: &Desk,
    actor: &Actor,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let units: Vec<Choice> = desk
        .within(actor, Right::Serve)
        .iter()
        .filter(|unit| {
            desk.directory
                .unit(**unit)
                .is_some_and(|unit| unit.kind != "enterprise")
        })
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(*unit, lang)))
        .collect();
    let (visited, visited_help) = (t.visit_visited(), t.visit_visited_help());
    let (household, household_help) = (t.visit_which_household(), t.visit_which_household_help());
    let (day, people, people_help) = (t.visit_day(), t.visit_people(), t.visit_people_help());
    let (unit, heard) = (t.visit_unit(), t.visit_heard());
    let day_field = Field {
        is_today: true,
        ..Field::new("day", &day, &input.day)
    };
    let heard_field = Field::new("heard", &heard, &input.heard).problem(of("heard"));
    let household_field = Field::new("household", &household, &input.household);
    html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::combobox(lang, Field::new("visited", &visited, &input.visited).help(&visited_help).required().problem(of("visited")), &proposals(desk, lang)))
        (form::text(lang, Field::new("people", &people, &input.people).help(&people_help).required().problem(of("people"))))
        (form::form_row(html! {
            (form::date(lang, day_field.required().width(Width::Short).problem(of("day"))))
            (form::select(lang, Field::new("unit", &unit, &input.unit).required().width(Width::Medium).problem(of("unit")), &units))
        }))
        (form::text_area(lang, heard_field.limit(NOTE_CHARS_MAX)))
        (form::text(lang, household_field.help(&household_help).limit(TITLE_CHARS_MAX).problem(of("household"))))
    }
}

/// Units that are called on: enterprises, communities, departments and so on, those that are there today.
fn proposals(desk: &Desk, lang: Lang) -> Vec<Choice> {
    let open = desk.tree.units();
    let open = open.filter(|unit| desk.tree.is_open(*unit, desk.today));
    let units = desk.directory.in_tree_order(&desk.tree, desk.today, open);
    let called_on = units.into_iter().filter(|unit| {
        let kind = desk.directory.unit(*unit).map_or("", |unit| &unit.kind);
        matches!(kind, "enterprise" | "community" | "department")
    });
    called_on
        .map(|unit| Choice::new(desk.directory.name(unit, lang), ""))
        .collect()
}

/// Rows for what was heard and has to be handled. They need no script: there are as many as a visit may have.
pub(super) fn problem_rows(lang: Lang, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let filled = input
        .problem
        .iter()
        .filter(|body| !body.trim().is_empty())
        .count();
    let row = |at: usize| problem_row(lang, input, problems, at);
    html! {
        fieldset class="field" {
            legend { (t.visit_problems()) " " span class="optional" { (t.visit_problems_optional()) } }
            p class="help" { (t.visit_problems_help()) }
            @for at in 0..PROBLEMS_IN_SIGHT { (row(at)) }
            details open[PROBLEMS_IN_SIGHT < filled] {
                summary { (t.visit_problems_more()) }
                @for at in PROBLEMS_IN_SIGHT..PROBLEMS_MAX { (row(at)) }
            }
        }
    }
}

fn problem_row(lang: Lang, input: &Input, problems: &[FieldProblem], at: usize) -> Markup {
    let t = texts(lang);
    let text = |list: &[String]| list.get(at).cloned().unwrap_or_default();
    let (body, fate) = (text(&input.problem), text(&input.fate));
    let (body_id, fate_id) = (problem_id(at), format!("fate-{at}"));
    let (body_label, fate_label) = (
        t.visit_problem(at as u32 + 1),
        t.visit_problem_fate(at as u32 + 1),
    );
    let fate = if fate.is_empty() {
        Fate::Help.code()
    } else {
        &fate
    };
    let body = Field {
        id: &body_id,
        is_condition: true,
        problem: FieldProblem::of(problems, &body_id),
        ..Field::new("problem", &body_label, &body)
    };
    let fate = Field {
        id: &fate_id,
        is_condition: true,
        ..Field::new("fate", &fate_label, fate).required()
    };
    let fates: Vec<Choice> = Fate::ALL
        .iter()
        .map(|fate| Choice::new(fate.code(), super::said::fate(lang, *fate)))
        .collect();
    html! {
        (form::form_row(html! {
            (form::text(lang, body))
            (form::select(lang, fate.width(Width::Short), &fates))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_are_separated_as_people_separate_them_and_counted_once() {
        assert_eq!(
            names(" 宋晚晴、何书昀，邵清和, 宋晚晴；Li  Na\n"),
            ["宋晚晴", "何书昀", "邵清和", "Li Na"]
        );
        assert!(names(" 、， ").is_empty());
    }
}
