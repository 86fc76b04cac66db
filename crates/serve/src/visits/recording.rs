//! Recording a visit: whom, with whom, what was heard. What was heard becomes cases in the same act.
use super::{
    Audience,
    store::{self, HOUSEHOLD, Visit, VisitId, person, problem},
};
use crate::cases::{
    case::Kind,
    raising::{self, RaiseError, Raising},
};
use crate::refusal;
use chrono::NaiveDate;
use db::Keys;
use kernel::{
    Actor, EntryId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, entry};
use orgs::unit;
pub use problem::Fate;
use sea_orm::{DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

pub const SUBJECT: &str = "serve.visit";
pub const RECORDED: &str = "serve.visit.recorded";

/// Most people who go on one visit.
pub const PEOPLE_MAX: usize = 30;
/// Most problems heard on one visit.
pub const PROBLEMS_MAX: usize = 5;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    pub entry: EntryId,
    pub visit: Visited,
    pub problems: Vec<Problem>,
}

/// What can be corrected of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visited {
    pub day: NaiveDate,
    /// The unit that went.
    pub unit: UnitId,
    /// The unit that was called on.
    pub visited: UnitId,
    /// Which of its households; empty when it was the unit itself.
    pub household: String,
    pub people: Vec<String>,
    pub heard: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub body: String,
    pub fate: Fate,
}

#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    #[error("the right to handle cases does not reach the unit that went")]
    NotYours,
    #[error("the day has not come")]
    DayToCome,
    #[error("the unit that went was not there on that day")]
    UnitNotThen,
    #[error("there is no such unit to call on")]
    NoSuchUnit,
    /// It was closed, or not founded yet.
    #[error("the unit that was called on was not there on that day")]
    VisitedNotThen,
    #[error("an enterprise has no households")]
    NoHouseholds,
    #[error("nobody went")]
    Nobody,
    #[error("more than {PEOPLE_MAX} people")]
    TooMany,
    #[error("more than {1} characters: {0}")]
    TooLong(&'static str, usize),
    #[error("more than {PROBLEMS_MAX} problems")]
    TooManyProblems,
    #[error("problem {0} cannot be raised: {1}")]
    Problem(usize, RaiseError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for RecordError {
    fn from(error: DbErr) -> Self {
        RecordError::Book(error.into())
    }
}

/// Records a visit and raises what was heard there, all or nothing. Safe to repeat with the same entry, also when what
/// was true at the first time is true no more.
pub async fn record(
    book: &Book,
    keys: &Keys,
    actor: &Actor,
    new: &Recording,
) -> Result<Appended, RecordError> {
    let is_new = entry::by_id(book.db().reader(), new.entry).await?.is_none();
    let (audience, place) = match is_new {
        true => check(book, actor, &new.visit).await?,
        false => called_on(book, &new.visit).await?,
    };
    refusal::first(wrong_problems(&new.problems))?;
    let raised = raisings(new, &place);
    if is_new {
        for (at, raising) in &raised {
            let checked = raising::check(book, actor, raising).await;
            checked.map_err(|error| RecordError::Problem(at + 1, error))?;
        }
    }
    let id = VisitId(new.entry.0);
    let fates: Vec<Fate> = new.problems.iter().map(|problem| problem.fate).collect();
    let act = entry(new.entry, RECORDED, id, (audience, &fates), &new.visit);
    let tx = book.db().begin().await?;
    let appended = ledger::append(&tx, book, actor, &act).await?;
    if appended.is_new() {
        let row = Visit {
            id,
            day: new.visit.day,
            unit: new.visit.unit,
            visited: new.visit.visited,
            audience: audience.code().to_owned(),
            household: sealed(keys, &new.visit.household),
            heard: new.visit.heard.trim().to_owned(),
            recorded_by: actor.person,
            head_entry: new.entry,
            withdrawn: false,
        };
        store::Entity::insert(row.into_active_model())
            .exec_without_returning(&tx)
            .await?;
        write_people(&tx, id, &new.visit.people).await?;
        write_problems(&tx, id, new).await?;
        for (at, raising) in &raised {
            raising::write(&tx, book, keys, actor, raising, None, Some(audience))
                .await
                .map_err(|error| RecordError::Problem(at + 1, error))?;
        }
    }
    tx.commit().await?;
    Ok(appended)
}

/// Problem `at` of a visit. Follows from the visit, so that a form sent twice raises no case twice.
pub fn problem_id(visit: EntryId, at: usize) -> Uuid {
    Uuid::new_v5(&visit.0, format!("problem {at}").as_bytes())
}

/// What was heard and has to be handled, at its place among all that was heard.
fn raisings(new: &Recording, place: &str) -> Vec<(usize, Raising)> {
    let raised = new.problems.iter().enumerate();
    let raised = raised.filter(|(_, problem)| problem.fate != Fate::Solved);
    raised
        .map(|(at, problem)| {
            let raising = Raising {
                entry: EntryId(problem_id(new.entry, at)),
                kind: match problem.fate {
                    Fate::Suggestion => Kind::Suggestion,
                    _ => Kind::Help,
                },
                body: problem.body.clone(),
                place: place.to_owned(),
                name: String::new(),
                phone: String::new(),
                desk: new.visit.unit,
            };
            (at, raising)
        })
        .collect()
}

/// Whether the visit can have been so; tells what sort it was, and the name of the unit that was called on.
pub(super) async fn check(
    book: &Book,
    actor: &Actor,
    visit: &Visited,
) -> Result<(Audience, String), RecordError> {
    refusal::first(wrong(book, actor, visit).await?)?;
    called_on(book, visit).await
}

/// All that is wrong with what was typed of a visit.
pub(super) async fn wrong(
    book: &Book,
    actor: &Actor,
    visit: &Visited,
) -> Result<Vec<RecordError>, DbErr> {
    let (tree, today) = (book.tree(book.db().reader()).await?, book.clock().today());
    let is_long = |text: &str, max: usize| max < text.trim().chars().count();
    let was_there = |unit| tree.is_open(unit, visit.day);
    let mut wrong = Vec::new();
    if !tree.contains(visit.visited) {
        wrong.push(RecordError::NoSuchUnit);
    } else if visit.day <= today && !was_there(visit.visited) {
        wrong.push(RecordError::VisitedNotThen);
    }
    if visit.people.is_empty() {
        wrong.push(RecordError::Nobody);
    } else if PEOPLE_MAX < visit.people.len() {
        wrong.push(RecordError::TooMany);
    } else if visit
        .people
        .iter()
        .any(|name| is_long(name, TITLE_CHARS_MAX))
    {
        wrong.push(RecordError::TooLong("people", TITLE_CHARS_MAX));
    }
    if today < visit.day {
        wrong.push(RecordError::DayToCome);
    }
    if !tree.reaches(&actor.reach(Right::Serve), visit.unit, today) {
        wrong.push(RecordError::NotYours);
    } else if visit.day <= today && !was_there(visit.unit) {
        wrong.push(RecordError::UnitNotThen);
    }
    if is_long(&visit.heard, NOTE_CHARS_MAX) {
        wrong.push(RecordError::TooLong("heard", NOTE_CHARS_MAX));
    }
    if is_long(&visit.household, TITLE_CHARS_MAX) {
        wrong.push(RecordError::TooLong("household", TITLE_CHARS_MAX));
    } else if let Err(RecordError::NoHouseholds) = called_on(book, visit).await {
        wrong.push(RecordError::NoHouseholds);
    }
    Ok(wrong)
}

/// All that is wrong with what was heard. Says of each which one, from 1.
pub(super) fn wrong_problems(problems: &[Problem]) -> Vec<RecordError> {
    let long = (1..).zip(problems);
    let long = long.filter(|(_, problem)| NOTE_CHARS_MAX < problem.body.trim().chars().count());
    let mut wrong: Vec<RecordError> = long
        .map(|(at, _)| RecordError::Problem(at, RaiseError::TooLong("body", NOTE_CHARS_MAX)))
        .collect();
    if PROBLEMS_MAX < problems.len() {
        wrong.push(RecordError::TooManyProblems);
    }
    wrong
}

async fn called_on(book: &Book, visit: &Visited) -> Result<(Audience, String), RecordError> {
    let unit = unit::Entity::find_by_id(visit.visited).one(book.db().reader());
    let unit = unit.await?.ok_or(RecordError::NoSuchUnit)?;
    let is_household = !visit.household.trim().is_empty();
    match Audience::of(&unit.kind, false) {
        Audience::Enterprise if is_household => Err(RecordError::NoHouseholds),
        _ => Ok((Audience::of(&unit.kind, is_household), unit.name)),
    }
}

/// Who was called on and what was heard stays out of the book, which is for ever.
pub(super) fn entry(
    id: EntryId,
    kind: &'static str,
    visit: VisitId,
    (audience, problems): (Audience, &[Fate]),
    visited: &Visited,
) -> NewEntry {
    let subject = Subject::new(SUBJECT, visit);
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let solved = problems
        .iter()
        .filter(|fate| **fate == Fate::Solved)
        .count();
    let mut act = NewEntry::new(id, kind, subject, visited.unit, visited.day)
        .with_details(json!({ "visited": visited.visited, "people": visited.people }))
        .post(audience.held(), 1)
        .post(audience.went(), count(visited.people.len()));
    if !problems.is_empty() {
        act = act.post(audience.problems(), count(problems.len()));
    }
    if 0 < solved {
        act = act.post(audience.solved(), count(solved));
    }
    act
}

pub(super) fn sealed(keys: &Keys, household: &str) -> Option<Vec<u8>> {
    let household = household.trim();
    (!household.is_empty()).then(|| keys.seal(HOUSEHOLD, household))
}

pub(super) async fn write_people(
    tx: &db::Tx,
    visit: VisitId,
    people: &[String],
) -> Result<(), DbErr> {
    let rows = (0..).zip(people).map(|(position, name)| {
        let name = name.trim().to_owned();
        let row = person::Model {
            visit,
            position,
            name,
        };
        row.into_active_model()
    });
    let insert = person::Entity::insert_many(rows);
    insert.exec_without_returning(tx).await.map(drop)
}

async fn write_problems(tx: &db::Tx, visit: VisitId, new: &Recording) -> Result<(), DbErr> {
    for (at, problem) in new.problems.iter().enumerate() {
        let row = problem::Model {
            id: problem_id(new.entry, at),
            visit,
            position: at as i32,
            body: problem.body.trim().to_owned(),
            fate: problem.fate.code().to_owned(),
        };
        problem::Entity::insert(row.into_active_model())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
