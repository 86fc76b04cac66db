//! Changing a day: it is worked, or it is a rest day, whatever was published. `POST /working-days`
use super::{day, year_page};
use crate::words::texts;
use axum::{Form, extract::State, response::Response};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, limits::NOTE_CHARS_MAX};
use ledger::{AppendError, Appended, Book, NewEntry, Subject, append};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};
use serde::Deserialize;
use serde_json::json;
use ui::form::FieldProblem;
use web::{Access, App, Frame, Pages, WebError, done};

pub(super) fn pages() -> Pages {
    Pages::default().post(Access::Right(kernel::Right::Settings), submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/working-days")]
pub struct WorkingDaysUrl;

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Input {
    pub entry: EntryId,
    #[serde(default)]
    pub day: String,
    #[serde(default)]
    pub worked: String,
    #[serde(default)]
    pub reason: String,
}

/// A day, what it is from now on, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayChange {
    pub entry: EntryId,
    pub day: NaiveDate,
    pub is_worked: bool,
    pub reason: String,
}

#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    #[error("a change needs a reason of at most {NOTE_CHARS_MAX} characters")]
    Reason,
    #[error(transparent)]
    Append(#[from] AppendError),
}

impl From<sea_orm::DbErr> for ChangeError {
    fn from(error: sea_orm::DbErr) -> Self {
        ChangeError::Append(error.into())
    }
}

/// Changes a day. Schedules and deadlines read it from now on; what was decided before stays as it was decided.
pub async fn change_day(
    book: &Book,
    actor: &Actor,
    change: &DayChange,
) -> Result<Appended, ChangeError> {
    let reason = change.reason.trim();
    if reason.is_empty() || NOTE_CHARS_MAX < reason.chars().count() {
        return Err(ChangeError::Reason);
    }
    let subject = Subject::new("orgs.working_day", change.day);
    let entry = NewEntry::new(
        change.entry,
        "orgs.working_day.changed",
        subject,
        actor.unit,
        book.clock().today(),
    )
    .because(reason)
    .with_details(json!({ "day": change.day, "is_worked": change.is_worked }));
    let tx = book.db().begin().await?;
    let appended = append(&tx, book, actor, &entry).await?;
    if appended.is_new() {
        let row = day::ActiveModel {
            day: Set(change.day),
            is_worked: Set(change.is_worked),
            reason: Set(reason.to_owned()),
        };
        let newest = OnConflict::column(day::Column::Day)
            .update_columns([day::Column::IsWorked, day::Column::Reason])
            .to_owned();
        day::Entity::insert(row)
            .on_conflict(newest)
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(appended)
}

async fn submit(
    _: WorkingDaysUrl,
    frame: Frame,
    actor: Actor,
    State(app): State<App>,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = texts(frame.lang);
    let day: Option<NaiveDate> = input.day.trim().parse().ok();
    let mut problems = Vec::new();
    if day.is_none() {
        problems.push(FieldProblem::new("day", t.working_days_day_wrong()));
    }
    if !matches!(input.worked.as_str(), "yes" | "no") {
        problems.push(FieldProblem::new("worked", t.working_days_worked_missing()));
    }
    if let (Some(day), []) = (day, problems.as_slice()) {
        let change = DayChange {
            entry: input.entry,
            day,
            is_worked: input.worked == "yes",
            reason: input.reason.clone(),
        };
        match change_day(&app.book, &actor, &change).await {
            Ok(_) => {
                return Ok(done(
                    &year_page::href(day),
                    &t.working_days_changed(day.to_string()),
                ));
            }
            Err(ChangeError::Reason) => {
                problems.push(FieldProblem::new("reason", t.working_days_reason_wrong()))
            }
            Err(ChangeError::Append(AppendError::IdReused)) => return Err(WebError::IdReused),
            Err(ChangeError::Append(error)) => return Err(WebError::internal(error)),
        }
    }
    let year = day.unwrap_or_else(|| app.clock.today());
    let main = year_page::view(&app, &frame, year, &input, &problems).await?;
    Ok(frame.again(&t.working_days_title(), main))
}
