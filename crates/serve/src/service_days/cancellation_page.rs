//! The form that cancels a project.
use super::{
    cancelling::{CancelError, cancel},
    day::ServiceDay,
    project::{Project, ProjectId},
    record_page::seen,
    said,
};
use crate::{desk::new_entry, words::texts};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_projects/{project}/cancellation")]
pub struct CancellationUrl {
    pub project: ProjectId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    reason: String,
}

pub async fn form(
    url: CancellationUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (desk, project, day) = seen(&app, &actor, url.project).await?;
    if !desk.may(&actor, Right::Record, project.unit) {
        return Err(WebError::NotFound);
    }
    let input = Input {
        entry: new_entry(),
        reason: String::new(),
    };
    let main = view(frame.lang, &project, &day, &input, &[]);
    let title = texts(frame.lang).service_project_cancel();
    let frame = frame.kind(PageKind::Form).under("service_projects");
    Ok(frame.page(&title, main))
}

pub async fn submit(
    url: CancellationUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (_, project, day) = seen(&app, &actor, url.project).await?;
    let message = match cancel(&app.book, &actor, input.entry, project.id, &input.reason).await {
        Ok(()) => return Ok(web::done(&project.href(), &t.service_project_cancel_done())),
        Err(CancelError::NoSuchProject | CancelError::NotYours) => return Err(WebError::NotFound),
        Err(CancelError::Book(source)) => return Err(source.into()),
        Err(CancelError::Reason) => t.service_project_reason_wrong(NOTE_CHARS_MAX.to_string()),
        Err(CancelError::Held) => t.service_project_cancel_held(),
    };
    let problems = [FieldProblem::new("reason", message)];
    let main = view(lang, &project, &day, &input, &problems);
    let frame = frame.under("service_projects");
    Ok(frame.again(&t.service_project_cancel(), main))
}

fn view(
    lang: Lang,
    project: &Project,
    day: &ServiceDay,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let (title, reason, help) = (
        t.service_project_cancel(),
        t.service_project_cancel_reason(),
        t.service_project_cancel_help(project.signed),
    );
    let field = Field::new("reason", &reason, &input.reason).required();
    let field = field.help(&help).limit(NOTE_CHARS_MAX);
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text_area(lang, field.problem(FieldProblem::of(problems, "reason"))))
        (ui::acts(ui::button(Button { label: &title, act: Act::Danger, ..Button::default() })))
    };
    let action = format!("{}/cancellation", project.href());
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(
            html! { p { (project.title) " · " (said::day(t, day.day)) " " (project.span()) } },
        ),
        crumbs: &[Crumb::new(project.title.as_str(), project.href())],
        ..PageHead::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
