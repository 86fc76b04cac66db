//! One's own sign-up, found by its code: how it stands, and the way to withdraw.
use super::{
    day::ServiceDay,
    open_page::SERVICE_DAYS,
    project::{Project, Standing},
    said,
    sign_up::{self, SignUp},
    signing_up::{WithdrawError, project_and_day, withdraw},
};
use crate::{desk::new_entry, words::texts};
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::{DateTime, Utc};
use kernel::{Actor, EntryId, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Fact, Notice, NoticeKind, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_sign_ups")]
pub struct FindUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_sign_ups/{code}")]
pub struct SignUpUrl {
    pub code: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_sign_ups/{code}/withdrawal")]
pub struct WithdrawalUrl {
    pub code: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    code: String,
}

#[derive(Debug, Deserialize)]
pub struct Withdrawing {
    entry: EntryId,
}

/// Where somebody types the code.
pub async fn find(
    _: FindUrl,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    frame: Frame,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let typed = wanted.code.trim();
    let mut problems = Vec::new();
    if !typed.is_empty() {
        let found = sign_up::by_code(app.db.reader(), &app.keys, typed).await?;
        if found.is_some() {
            let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
            let to = format!("/service_sign_ups/{}", code.to_ascii_uppercase());
            return Ok(Redirect::to(&to).into_response());
        }
        problems.push(FieldProblem::new("code", t.sign_up_code_unknown()));
    }
    let (title, label, help) = (t.sign_up_find(), t.sign_up_code(), t.sign_up_code_help());
    let submit = t.session_find_submit();
    let field = Field::new("code", &label, typed).required().help(&help);
    let field = field.width(Width::Medium);
    let field = field.problem(FieldProblem::of(&problems, "code"));
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, crumbs: &[Crumb::new(t.service_days(), SERVICE_DAYS)], ..PageHead::default() }))
        form method="get" action="/service_sign_ups" {
            (form::text(lang, field))
            (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
        }
    };
    let frame = frame.kind(PageKind::Public).under("service_projects");
    Ok(frame.page(&title, main).into_response())
}

async fn found(app: &App, code: &str) -> Result<(SignUp, Project, ServiceDay), WebError> {
    let reader = app.db.reader();
    let found = sign_up::by_code(reader, &app.keys, code).await?;
    let found = found.ok_or(WebError::NotFound)?;
    let (project, day) = project_and_day(reader, found.project)
        .await
        .map_err(|_| WebError::NotFound)?;
    Ok((found, project, day))
}

pub async fn show(
    url: SignUpUrl,
    State(app): State<App>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (found, project, day) = found(&app, &url.code).await?;
    let title = texts(frame.lang).sign_up_yours();
    let main = view(
        frame.lang,
        &url.code,
        (&found, &project, &day),
        app.clock.now(),
    );
    let frame = frame.kind(PageKind::Public).under("service_projects");
    Ok(frame.page(&title, main))
}

pub async fn submit_withdrawal(
    url: WithdrawalUrl,
    State(app): State<App>,
    frame: Frame,
    Form(input): Form<Withdrawing>,
) -> Result<Response, WebError> {
    let (found, project, _) = found(&app, &url.code).await?;
    let t = texts(frame.lang);
    let actor = Actor::public(project.unit);
    let said = match withdraw(&app.book, &actor, input.entry, found.id).await {
        Ok(()) => t.sign_up_withdraw_done(),
        Err(WithdrawError::NoSuchSignUp) => return Err(WebError::NotFound),
        Err(WithdrawError::Begun) => t.sign_up_withdraw_late(),
        Err(WithdrawError::Book(source)) => return Err(source.into()),
    };
    Ok(web::done(&format!("/service_sign_ups/{}", url.code), &said))
}

fn view(
    lang: Lang,
    code: &str,
    (found, project, day): (&SignUp, &Project, &ServiceDay),
    now: DateTime<Utc>,
) -> Markup {
    let t = texts(lang);
    let title = t.sign_up_yours();
    let standing = project.standing(day, now);
    let (kind, said) = match (found.withdrawn, standing) {
        (true, _) => (NoticeKind::Info, t.sign_up_is_withdrawn()),
        (false, Standing::Cancelled) => (
            NoticeKind::Warning,
            t.service_project_cancelled_because(&project.cancel_reason),
        ),
        (false, Standing::Held | Standing::Begun) => (NoticeKind::Info, t.sign_up_is_over()),
        (false, _) => (NoticeKind::Success, t.sign_up_is_made()),
    };
    let may_withdraw = !found.withdrawn && matches!(standing, Standing::Open | Standing::Full);
    let when = format!("{} {}", said::day(t, day.day), project.span());
    let mut facts = vec![
        Fact::new(
            t.sign_up_code(),
            html! { strong { (code.to_ascii_uppercase()) } },
        ),
        Fact::new(
            t.service_project(),
            html! { a href=(project.public_href()) { (project.title) } },
        ),
        Fact::text(t.session_when(), &when),
        Fact::text(t.session_place(), &project.place),
        Fact::text(t.session_people(), &found.people.to_string()),
    ];
    if !project.bring.is_empty() {
        facts.push(Fact::text(t.service_project_bring(), &project.bring));
    }
    let action = format!("/service_sign_ups/{code}/withdrawal");
    let submit = t.sign_up_withdraw();
    html! {
        (ui::page_head(lang, PageHead { title: &title, crumbs: &[Crumb::new(t.service_days(), SERVICE_DAYS)], ..PageHead::default() }))
        (ui::notice(lang, &Notice { kind, text: &said, ..Notice::default() }))
        @if let (false, Some(moved)) = (found.withdrawn, said::moved(lang, day)) { (moved) }
        (ui::facts(&facts))
        @if may_withdraw {
            p { (t.sign_up_keep_code()) }
            form class="form" method="post" action=(action) {
                (form::hidden("entry", &new_entry().to_string()))
                p class="hint" { (t.sign_up_withdraw_help()) }
                (ui::acts(ui::button(Button { label: &submit, act: Act::Danger, ..Button::default() })))
            }
        }
    }
}
