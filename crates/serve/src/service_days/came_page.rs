//! The form for who came: ticks, pasted names, a head count, and the hours of all together.
use super::{
    came::{self, CAME_MAX, Came, CameError, Ticked, note_came},
    day::ServiceDay,
    project::{self, Project, ProjectId},
    record_page::seen,
    said,
    sign_up::{self, SignUp, SignUpId},
};
use crate::{
    desk::new_entry,
    sessions::{booking::NAME_CHARS_MAX, reserving},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use db::Keys;
use kernel::{Actor, EntryId, Lang, Right, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Notice, NoticeKind, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_projects/{project}/came")]
pub struct CameUrl {
    pub project: ProjectId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    seen: Option<EntryId>,
    #[serde(default)]
    ticked: Vec<String>,
    #[serde(default)]
    names: String,
    #[serde(default)]
    head_count: String,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    reason: String,
}

fn value(one: Ticked) -> String {
    format!("{}:{}", one.sign_up, one.at)
}

fn read(value: &str) -> Option<Ticked> {
    let (sign_up, at) = value.split_once(':')?;
    Some(Ticked {
        sign_up: sign_up.parse::<SignUpId>().ok()?,
        at: at.parse().ok()?,
    })
}

/// Everybody who signed up, in the order in which they did.
fn everybody(keys: &Keys, sign_ups: &[SignUp]) -> Vec<(Ticked, String, bool)> {
    let of = |one: &SignUp| {
        let names = one.names(keys).into_iter().enumerate();
        let names = names.map(|(at, name)| {
            let ticked = Ticked {
                sign_up: one.id,
                at,
            };
            (ticked, name, one.has_come(at))
        });
        names.collect::<Vec<_>>()
    };
    sign_ups.iter().flat_map(of).collect()
}

pub async fn form(
    url: CameUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (desk, project, day) = seen(&app, &actor, url.project).await?;
    if !desk.may(&actor, Right::Record, project.unit) {
        return Err(WebError::NotFound);
    }
    let sign_ups = sign_up::of_project(app.db.reader(), project.id).await?;
    let people = everybody(&app.keys, &sign_ups);
    let came = people.iter().filter(|(_, _, has_come)| *has_come);
    let others = project.others(&app.keys);
    // Names that were cleared meanwhile are heads now.
    let named = i64::try_from(came.clone().count() + others.len()).unwrap_or_default();
    let heads = project.came.map(|came| came - named);
    let number = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
    let input = Input {
        entry: new_entry(),
        seen: project.held_entry,
        ticked: came.map(|(one, ..)| value(*one)).collect(),
        names: others.join("\n"),
        head_count: number(heads.filter(|count| 0 < *count)),
        hours: number(project.hours),
        reason: String::new(),
    };
    let is_to_come = app.clock.today() < day.day;
    let main = view(
        frame.lang,
        (&project, &day, &people),
        &input,
        &[],
        is_to_come,
    );
    let title = texts(frame.lang).service_project_who_came();
    let frame = frame.kind(PageKind::Form).under("service_projects");
    Ok(frame.page(&title, main))
}

pub async fn submit(
    url: CameUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (_, project, day) = seen(&app, &actor, url.project).await?;
    let or_none = |text: &str| match text.trim() {
        "" => Some(0),
        text => project::whole(text),
    };
    let (head_count, hours) = (or_none(&input.head_count), or_none(&input.hours));
    let names = reserving::names(&input.names);
    let mut problems = Vec::new();
    if names.iter().any(|name| came::is_long(name)) {
        problems.push(problem(t, CameError::NameTooLong)?);
    }
    if head_count.is_none() {
        problems.push(problem(t, CameError::TooMany)?);
    }
    if hours.is_none() {
        let text = t.service_project_hours_whole();
        problems.push(FieldProblem::new("hours", text));
    }
    if let (Some(head_count), Some(hours), true) = (head_count, hours, problems.is_empty()) {
        let new = Came {
            entry: input.entry,
            project: project.id,
            ticked: input.ticked.iter().filter_map(|one| read(one)).collect(),
            names,
            head_count,
            hours,
            seen: input.seen,
            reason: input.reason.clone(),
        };
        match note_came(&app.book, &app.keys, &actor, &new).await {
            Ok(came) => {
                let said = t.service_project_came_done(came, hours);
                return Ok(web::done(&project.href(), &said));
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let sign_ups = sign_up::of_project(app.db.reader(), project.id).await?;
    let people = everybody(&app.keys, &sign_ups);
    let main = view(lang, (&project, &day, &people), &input, &problems, false);
    let frame = frame.under("service_projects");
    Ok(frame.again(&t.service_project_who_came(), main))
}

fn problem(t: &Texts, error: CameError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        CameError::NoSuchProject | CameError::NotYours => return Err(WebError::NotFound),
        CameError::Book(source) => return Err(source.into()),
        CameError::DayToCome(day) => ("hours", t.service_project_day_to_come(day.to_string())),
        CameError::Cancelled => ("hours", t.service_project_came_cancelled()),
        CameError::NameTooLong => ("names", t.session_name_long(NAME_CHARS_MAX.to_string())),
        CameError::TooMany => (
            "head_count",
            t.service_project_came_wrong(CAME_MAX.to_string()),
        ),
        CameError::Hours(0) => ("hours", t.service_project_hours_nobody()),
        CameError::Hours(came) => ("hours", t.service_project_hours_wrong(came)),
        CameError::ReasonMissing => (
            "reason",
            t.service_project_reason_wrong(NOTE_CHARS_MAX.to_string()),
        ),
        CameError::Meanwhile => ("hours", t.service_project_came_meanwhile()),
    };
    Ok(FieldProblem::new(field, message))
}

fn view(
    lang: Lang,
    (project, day, people): (&Project, &ServiceDay, &[(Ticked, String, bool)]),
    input: &Input,
    problems: &[FieldProblem],
    is_to_come: bool,
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let choices: Vec<Choice> = people
        .iter()
        .map(|(one, name, _)| Choice::new(value(*one), name.as_str()))
        .collect();
    let ticked: Vec<&str> = input.ticked.iter().map(String::as_str).collect();
    let (signed, names, names_help) = (
        t.service_project_ticked(),
        t.service_project_more_names(),
        t.service_project_more_names_help(),
    );
    let (head_count, head_count_help) = (
        t.service_project_head_count(),
        t.service_project_head_count_help(),
    );
    let (hours, hours_help) = (
        t.service_project_hours_field(),
        t.service_project_hours_help(),
    );
    let (reason, verb) = (t.service_project_reason(), t.service_project_came_submit());
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        @if let Some(seen) = input.seen { (form::hidden("seen", &seen.to_string())) }
        @if !choices.is_empty() { (form::checkboxes(lang, Field::new("ticked", &signed, ""), &choices, &ticked)) }
        (form::text_area(lang, Field::new("names", &names, &input.names).help(&names_help).problem(of("names"))))
        (form::number(lang, Field::new("head_count", &head_count, &input.head_count).help(&head_count_help).width(Width::Medium).problem(of("head_count"))))
        (form::number(lang, Field::new("hours", &hours, &input.hours).help(&hours_help).width(Width::Medium).problem(of("hours"))))
        @if input.seen.is_some() { (form::text(lang, Field::new("reason", &reason, &input.reason).required().problem(of("reason")))) }
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let action = format!("{}/came", project.href());
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    let title = t.service_project_who_came();
    let head = PageHead {
        title: &title,
        sub: Some(
            html! { p { (said::day(t, day.day)) " " (project.span()) " · " (project.place) } },
        ),
        crumbs: &[Crumb::new(project.title.as_str(), project.href())],
        ..PageHead::default()
    };
    let early = t.service_project_day_to_come(day.day.to_string());
    html! {
        (ui::page_head(lang, head))
        @if is_to_come { (ui::notice(lang, &Notice { kind: NoticeKind::Warning, text: &early, ..Notice::default() })) }
        @else { (form::form(lang, frame, body)) }
    }
}
