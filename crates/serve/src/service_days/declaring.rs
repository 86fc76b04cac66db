//! Entering a project of a service day, and changing what was entered.
use super::{
    day,
    project::{self, Project, ProjectId, SUBJECT, WANTED_MAX},
    rule::Month,
    telling,
};
use crate::corrections::CorrectionError;
use crate::refusal;
use kernel::{
    Actor, EntryId, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use ledger::{AppendError, Book, NewEntry, Subject, entry};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};
use serde_json::json;

pub const DECLARED: &str = "serve.service_project.declared";
pub const CHANGED: &str = "serve.service_project.changed";

/// Furthest month that can be entered, before and after this one.
pub const MONTHS_MAX: i32 = 12;

/// What a project is, as its organiser says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub title: String,
    pub about: String,
    pub place: String,
    /// Minutes since midnight.
    pub starts: i64,
    pub ends: i64,
    /// People.
    pub wanted: i64,
    pub bring: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaring {
    /// Also the project's id.
    pub entry: EntryId,
    pub unit: UnitId,
    pub month: Month,
    pub said: Said,
}

#[derive(Debug, thiserror::Error)]
pub enum DeclareError {
    #[error("there is no such project")]
    NoSuchProject,
    #[error("the right to record does not reach the unit")]
    NotYours,
    #[error("a title of at most {TITLE_CHARS_MAX} characters is needed")]
    Title,
    #[error("a place of at most {TITLE_CHARS_MAX} characters is needed")]
    Place,
    #[error("more than {NOTE_CHARS_MAX} characters: {0}")]
    TooLong(&'static str),
    #[error("it ends before it begins")]
    Times,
    #[error("not 1 to {WANTED_MAX} people")]
    Wanted,
    #[error("the month is further than {MONTHS_MAX} months away")]
    Month,
    #[error("{0} people have signed up")]
    FewerThanSigned(i64),
    #[error("it was cancelled, or somebody has entered who came")]
    Over,
    #[error(transparent)]
    Correction(#[from] CorrectionError),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for DeclareError {
    fn from(error: DbErr) -> Self {
        DeclareError::Book(error.into())
    }
}

pub(super) fn check(said: &Said) -> Result<(), DeclareError> {
    refusal::first(wrong(said))
}

/// All that is wrong with what its organiser says.
pub(super) fn wrong(said: &Said) -> Vec<DeclareError> {
    let fits =
        |text: &str| !text.trim().is_empty() && text.trim().chars().count() <= TITLE_CHARS_MAX;
    let mut wrong = Vec::new();
    if !fits(&said.title) {
        wrong.push(DeclareError::Title);
    }
    if !fits(&said.place) {
        wrong.push(DeclareError::Place);
    }
    for (field, text) in [("bring", &said.bring), ("about", &said.about)] {
        if NOTE_CHARS_MAX < text.chars().count() {
            wrong.push(DeclareError::TooLong(field));
        }
    }
    if said.ends <= said.starts {
        wrong.push(DeclareError::Times);
    }
    if !(1..=WANTED_MAX).contains(&said.wanted) {
        wrong.push(DeclareError::Wanted);
    }
    wrong
}

/// All that is wrong with a new project.
pub(super) async fn wrong_new(
    book: &Book,
    actor: &Actor,
    new: &Declaring,
) -> Result<Vec<DeclareError>, DbErr> {
    let mut wrong = wrong(&new.said);
    if !reaches(book, actor, new.unit).await? {
        wrong.push(DeclareError::NotYours);
    }
    if MONTHS_MAX < Month::of(book.clock().today()).until(new.month).abs() {
        wrong.push(DeclareError::Month);
    }
    Ok(wrong)
}

pub(super) fn details(said: &Said) -> serde_json::Value {
    json!({
        "title": said.title.trim(), "place": said.place.trim(), "wanted": said.wanted,
        "starts": project::clock(said.starts), "ends": project::clock(said.ends),
        "about": said.about.trim(), "bring": said.bring.trim(),
    })
}

pub(super) async fn reaches(book: &Book, actor: &Actor, unit: UnitId) -> Result<bool, DbErr> {
    let (tree, today) = (book.tree(book.db().reader()).await?, book.clock().today());
    Ok(tree.is_open(unit, today) && tree.reaches(&actor.reach(Right::Record), unit, today))
}

/// Enters a project; the month's day is fixed by it. Of a day that is past, too: then nobody signs up any more, and who came
/// is entered next. Safe to repeat with the same entry.
pub async fn declare(book: &Book, actor: &Actor, new: &Declaring) -> Result<(), DeclareError> {
    refusal::first(wrong_new(book, actor, new).await?)?;
    let (today, now) = (book.clock().today(), book.clock().now());
    let reader = book.db().reader();
    let before = entry::by_id(reader, new.entry).await?;
    // Sent again on another day, it is still the act of the first day.
    let happened_on = before.map_or(today, |before| before.happened_on);
    let day = day::of_month(reader, new.month).await?;
    let id = ProjectId(new.entry.0);
    let act = NewEntry::new(
        new.entry,
        DECLARED,
        Subject::new(SUBJECT, id),
        new.unit,
        happened_on,
    )
    .with_details(details(&new.said));
    let tx = book.db().begin().await?;
    if ledger::append(&tx, book, actor, &act).await?.is_new() {
        let day = day::hold(&tx, &day).await?;
        let row = Project {
            id,
            service_day: day.id,
            unit: new.unit,
            title: new.said.title.trim().to_owned(),
            about: new.said.about.trim().to_owned(),
            place: new.said.place.trim().to_owned(),
            starts: new.said.starts,
            ends: new.said.ends,
            bring: new.said.bring.trim().to_owned(),
            wanted: new.said.wanted,
            signed: 0,
            cancelled_on: None,
            cancel_reason: String::new(),
            came: None,
            hours: None,
            head_count: 0,
            others: None,
            held_entry: None,
        };
        project::Entity::insert(row.clone().into_active_model())
            .exec_without_returning(&tx)
            .await?;
        telling::remind(&tx, &row, &day, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Changes what was entered, until somebody says who came. Never to fewer people than have signed up.
pub async fn change(
    book: &Book,
    actor: &Actor,
    entry_id: EntryId,
    id: ProjectId,
    said: &Said,
) -> Result<(), DeclareError> {
    let reader = book.db().reader();
    let project = project::find(reader, id).await?;
    let project = project.ok_or(DeclareError::NoSuchProject)?;
    if !reaches(book, actor, project.unit).await? {
        return Err(DeclareError::NotYours);
    }
    check(said)?;
    if entry::by_id(reader, entry_id)
        .await?
        .is_some_and(|before| before.kind == CHANGED)
    {
        return Ok(());
    }
    let (today, now) = (book.clock().today(), book.clock().now());
    let tx = book.db().begin().await?;
    let held = project::hold(&tx, id).await?;
    let held = held.ok_or(DeclareError::NoSuchProject)?;
    if held.cancelled_on.is_some() || held.came.is_some() {
        return Err(DeclareError::Over);
    }
    if said.wanted < held.signed {
        return Err(DeclareError::FewerThanSigned(held.signed));
    }
    use project::Column;
    project::Entity::update_many()
        .col_expr(Column::Title, Expr::value(said.title.trim()))
        .col_expr(Column::About, Expr::value(said.about.trim()))
        .col_expr(Column::Place, Expr::value(said.place.trim()))
        .col_expr(Column::Bring, Expr::value(said.bring.trim()))
        .col_expr(Column::Starts, Expr::value(said.starts))
        .col_expr(Column::Ends, Expr::value(said.ends))
        .col_expr(Column::Wanted, Expr::value(said.wanted))
        .filter(Column::Id.eq(id))
        .exec(&tx)
        .await?;
    let subject = Subject::new(SUBJECT, id);
    let act = NewEntry::new(entry_id, CHANGED, subject, project.unit, today);
    ledger::append(&tx, book, actor, &act.with_details(details(said))).await?;
    if held.starts != said.starts {
        let day = day::find(&tx, held.service_day).await?;
        let changed = Project {
            starts: said.starts,
            ..held
        };
        if let Some(day) = day {
            telling::remind(&tx, &changed, &day, now).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
