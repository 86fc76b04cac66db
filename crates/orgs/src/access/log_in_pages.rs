//! Logging in: `/log-in`.
//!
//! Five wrong passwords in a row lock a log-in for a while. What is said never tells whether the name or the password was
//! wrong.
use super::{accounts, doorkeeper, log_in, password};
use crate::words::texts;
use axum::{
    Form,
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::routing::TypedPath;
use chrono::TimeDelta;
use kernel::{Actor, PersonId};
use maud::{Markup, html};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    DbErr, EntityTrait,
};
use serde::Deserialize;
use serde_json::json;
use ui::{
    Act, Button,
    form::{Field, FieldProblem, Form as UiForm},
};
use web::{Access, App, Frame, HOME, LogIn, Pages, WebError};

/// Wrong passwords in a row until a log-in is locked (classified protection, level 3).
const FAILURES_MAX: i32 = 5;
/// For how long (10 to 30 by the same source).
const LOCKED_MINUTES: i64 = 15;

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Anyone, form)
        .post(Access::Anyone, submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/log-in")]
pub struct LogInUrl;

#[derive(Deserialize, Default)]
struct Next {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize, Default)]
struct Input {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

async fn form(_: LogInUrl, frame: Frame, Query(next): Query<Next>) -> Response {
    if frame.actor.is_some() {
        return Redirect::to(&after(&next.next)).into_response();
    }
    let input = Input {
        next: next.next,
        ..Input::default()
    };
    frame
        .page(
            &texts(frame.lang).log_in_title(),
            view(&frame, &input, None),
        )
        .into_response()
}

async fn submit(
    _: LogInUrl,
    frame: Frame,
    State(app): State<App>,
    log_in: LogIn,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = texts(frame.lang);
    let problem = match enter(&app, &input.name, &input.password).await? {
        Entry::Welcome(person) => {
            log_in.begin(person).await?;
            return Ok(Redirect::to(&after(&input.next)).into_response());
        }
        Entry::ChangePasswordFirst => {
            let first = ui::query::with_param("/password/first", "name", input.name.trim());
            return Ok(Redirect::to(&first).into_response());
        }
        Entry::Wrong => t.log_in_wrong(),
        Entry::Locked { minutes } => t.log_in_locked(minutes),
    };
    let main = view(&frame, &input, Some(&problem));
    Ok(frame.again(&t.log_in_title(), main))
}

/// Only addresses of our own are gone on to.
fn after(next: &str) -> String {
    let is_ours = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    if is_ours {
        next.to_owned()
    } else {
        HOME.to_owned()
    }
}

pub(super) enum Entry {
    Welcome(PersonId),
    ChangePasswordFirst,
    Wrong,
    Locked { minutes: i64 },
}

/// Checks a name and a password, counts failures, and writes both outcomes into the book.
pub(super) async fn enter(app: &App, name: &str, typed: &str) -> Result<Entry, WebError> {
    let found = accounts::by_name(app.db.reader(), name)
        .await?
        .filter(|found| !found.closed);
    let now = app.clock.now();
    if let Some(until) = found
        .as_ref()
        .and_then(|found| found.locked_until)
        .filter(|until| now < *until)
    {
        return Ok(Entry::Locked {
            minutes: (until - now).num_minutes() + 1,
        });
    }
    let hash = found.as_ref().map(|found| found.password_hash.clone());
    let is_right = password::verify(typed.to_owned(), hash).await;
    let Some(found) = found else {
        tracing::warn!("log-in under a name that nobody has");
        return Ok(Entry::Wrong);
    };
    let failures = if is_right { 0 } else { found.failures + 1 };
    let locked = FAILURES_MAX <= failures;
    write_down(app, &found, is_right, failures, locked).await?;
    Ok(match (is_right, locked) {
        (true, _) if found.must_change => Entry::ChangePasswordFirst,
        (true, _) => Entry::Welcome(found.person_id),
        (false, true) => Entry::Locked {
            minutes: LOCKED_MINUTES,
        },
        (false, false) => Entry::Wrong,
    })
}

async fn write_down(
    app: &App,
    found: &log_in::Model,
    is_right: bool,
    failures: i32,
    locked: bool,
) -> Result<(), WebError> {
    let tx = app.db.begin().await?;
    let row = log_in::ActiveModel {
        person_id: Set(found.person_id),
        // A lock that has run out begins anew at nought.
        failures: Set(if locked { 0 } else { failures }),
        entered_at: if is_right && !found.must_change {
            Set(Some(app.clock.now()))
        } else {
            NotSet
        },
        locked_until: Set(locked.then(|| app.clock.now() + TimeDelta::minutes(LOCKED_MINUTES))),
        ..Default::default()
    };
    log_in::Entity::update(row)
        .exec_without_returning(&tx)
        .await?;
    let actor = self::actor(app, &tx, found).await?;
    let kind = if is_right {
        "orgs.log_in.succeeded"
    } else {
        "orgs.log_in.failed"
    };
    let details = locked.then(|| json!({ "locked_minutes": LOCKED_MINUTES }));
    let written = accounts::write(
        &tx,
        &app.book,
        &actor,
        kind,
        found.person_id,
        found.unit_id,
        details,
    )
    .await;
    written.map_err(WebError::internal)?;
    Ok(tx.commit().await?)
}

/// Whoever tries a log-in acts as its person, even while the log-in does not let them in yet.
async fn actor(app: &App, tx: &db::Tx, found: &log_in::Model) -> Result<Actor, DbErr> {
    let known = doorkeeper::actor(tx, found.person_id, app.clock.today()).await?;
    Ok(known.unwrap_or_else(|| Actor::new(found.person_id, found.name.clone(), found.unit_id)))
}

fn view(frame: &Frame, input: &Input, problem: Option<&str>) -> Markup {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let problems: Vec<FieldProblem> = problem
        .map(|problem| FieldProblem::new("password", problem))
        .into_iter()
        .collect();
    let of = |field| FieldProblem::of(&problems, field);
    let (title, name, password, submit) = (
        t.log_in_title(),
        t.log_in_name(),
        t.log_in_password(),
        t.log_in_submit(),
    );
    let form = UiForm {
        action: "/log-in",
        problems: &problems,
        ..UiForm::default()
    };
    let name = Field {
        autocomplete: "username",
        ..Field::new("name", &name, &input.name).required()
    };
    let password = Field {
        autocomplete: "current-password",
        ..Field::new("password", &password, "")
            .required()
            .problem(of("password"))
    };
    html! {
        (ui::page_head(lang, ui::PageHead { title: &title, sub: Some(html! { (t.log_in_sub()) }), ..ui::PageHead::default() }))
        (ui::form::form(lang, form, html! {
            (ui::form::hidden("next", &input.next))
            (ui::form::text(lang, name))
            (ui::form::password(lang, password))
            (ui::acts(html! { (ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })) }))
        }))
        p class="help" { (t.log_in_help()) }
    }
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn after_log_in_nobody_is_sent_to_a_foreign_address() {
        assert_eq!(after("/figures?day=2021-04-15"), "/figures?day=2021-04-15");
        for foreign in [
            "",
            "https://example.org",
            "//example.org",
            "/\\example.org",
            "mine",
        ] {
            assert_eq!(after(foreign), web::HOME, "{foreign}");
        }
    }
}
