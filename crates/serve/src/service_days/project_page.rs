//! A project for everybody: what is done where, what to bring, how many are still wanted, and the form that signs up.
use super::{
    day::ServiceDay,
    open_page::SERVICE_DAYS,
    project::{Project, ProjectId, Standing},
    said,
    signing_up::{SignUpError, SigningUp, check_names, project_and_day, sign_up},
};
use crate::{
    desk::{Desk, new_entry},
    sessions::{
        booking::{NAME_CHARS_MAX, PEOPLE_MAX},
        reserving,
    },
    words::{Texts, texts},
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::{DateTime, Utc};
use kernel::{EntryId, Lang, Right, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Fact, Notice, NoticeKind, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, MaybeActor, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/service_days/{project}")]
pub struct PublicProjectUrl {
    pub project: ProjectId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    names: String,
}

struct Seen {
    project: Project,
    day: ServiceDay,
    unit: String,
    now: DateTime<Utc>,
    may_record: bool,
}

impl Seen {
    async fn load(
        app: &App,
        lang: Lang,
        id: ProjectId,
        actor: Option<kernel::Actor>,
    ) -> Result<Seen, WebError> {
        let reader = app.db.reader();
        let (project, day) = match project_and_day(reader, id).await {
            Ok(found) => found,
            Err(SignUpError::Book(source)) => return Err(source.into()),
            Err(_) => return Err(WebError::NotFound),
        };
        let directory = orgs::Directory::load(reader).await?;
        let may_record = match &actor {
            None => false,
            Some(actor) => {
                let desk = Desk::of(app, actor).await?;
                actor.has(Right::Read) && desk.sees(project.unit)
            }
        };
        Ok(Seen {
            unit: directory.name(project.unit, lang).to_owned(),
            now: app.clock.now(),
            may_record,
            project,
            day,
        })
    }
}

pub async fn show(
    url: PublicProjectUrl,
    State(app): State<App>,
    MaybeActor(actor): MaybeActor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let seen = Seen::load(&app, frame.lang, url.project, actor).await?;
    let input = Input {
        entry: new_entry(),
        phone: String::new(),
        names: String::new(),
    };
    let main = view(frame.lang, &seen, &input, &[]);
    let frame = frame.kind(PageKind::Public).under("service_projects");
    Ok(frame.page(&seen.project.title, main))
}

pub async fn submit(
    url: PublicProjectUrl,
    State(app): State<App>,
    MaybeActor(actor): MaybeActor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let new = SigningUp {
        entry: input.entry,
        project: url.project,
        phone: input.phone.clone(),
        names: reserving::names(&input.names),
        tells: app.telephones.are_reached(),
    };
    // All that is wrong with what was typed is told at once.
    let mut problems = Vec::new();
    if sheets::phone(&new.phone).is_none() {
        problems.push(problem(t, SignUpError::Phone)?);
    }
    if let Err(error) = check_names(&new.names) {
        problems.push(problem(t, error)?);
    }
    if problems.is_empty() {
        match sign_up(&app.book, &app.keys, &new).await {
            Ok(code) => {
                let to = format!("/service_sign_ups/{code}");
                return Ok(Redirect::to(&to).into_response());
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let seen = Seen::load(&app, lang, url.project, actor).await?;
    let main = view(lang, &seen, &input, &problems);
    Ok(frame.again(&seen.project.title, main))
}

fn problem(t: &Texts, error: SignUpError) -> Result<FieldProblem, WebError> {
    let (field, message) = match error {
        SignUpError::NoSuchProject => return Err(WebError::NotFound),
        SignUpError::Book(source) => return Err(source.into()),
        SignUpError::Cancelled => ("names", t.sign_up_cancelled()),
        SignUpError::Begun => ("names", t.sign_up_begun()),
        SignUpError::Phone => ("phone", t.session_phone_wrong()),
        SignUpError::NamesMissing => ("names", t.session_names_missing()),
        SignUpError::NameTooLong => ("names", t.session_name_long(NAME_CHARS_MAX.to_string())),
        SignUpError::TooMany => ("names", t.sign_up_too_many(PEOPLE_MAX.to_string())),
        SignUpError::NotEnough(0) => ("names", t.sign_up_full()),
        SignUpError::NotEnough(left) => ("names", t.sign_up_not_enough(left)),
        SignUpError::PhoneHasOne => ("phone", t.sign_up_phone_has_one()),
    };
    Ok(FieldProblem::new(field, message))
}

fn view(lang: Lang, seen: &Seen, input: &Input, problems: &[FieldProblem]) -> Markup {
    let (t, project, day) = (texts(lang), &seen.project, &seen.day);
    let standing = project.standing(day, seen.now);
    let head = PageHead {
        title: &project.title,
        sub: Some(said::standing(lang, project, standing)),
        acts: seen.may_record.then(|| {
            ui::link_button(
                &t.service_project_handle(),
                &project.href(),
                Act::Plain,
                None,
            )
        }),
        crumbs: &[Crumb::new(t.service_days(), SERVICE_DAYS)],
    };
    let info = |kind, text: &str| {
        ui::notice(
            lang,
            &Notice {
                kind,
                text,
                ..Notice::default()
            },
        )
    };
    // What was typed stays, also where nobody can sign up any more.
    let has_form = standing == Standing::Open || !problems.is_empty();
    html! {
        (ui::page_head(lang, head))
        @if let Some(moved) = said::moved(lang, day) { (moved) }
        @match standing {
            Standing::Cancelled => { (info(NoticeKind::Warning, &t.service_project_cancelled_because(&project.cancel_reason))) }
            Standing::Full => { (info(NoticeKind::Info, &t.service_project_full_text())) }
            _ => {}
        }
        (ui::facts(&facts(lang, project, day, &seen.unit)))
        @if has_form { (ui::section("sign_up", &t.sign_up(), html! {}, sign_up_form(lang, project, input, problems))) }
        p { a href="/service_sign_ups" { (t.sign_up_find()) } }
    }
}

/// What everybody may know of a project.
pub(super) fn facts(lang: Lang, project: &Project, day: &ServiceDay, unit: &str) -> Vec<Fact> {
    let t = texts(lang);
    let when = format!("{} {}", said::day(t, day.day), project.span());
    let mut facts = vec![
        Fact::text(t.session_when(), &when),
        Fact::text(t.session_place(), &project.place),
        Fact::text(t.session_unit(), unit),
    ];
    if !project.about.is_empty() {
        facts.push(Fact::text(t.service_project_about(), &project.about));
    }
    if !project.bring.is_empty() {
        facts.push(Fact::text(t.service_project_bring(), &project.bring));
    }
    facts.push(Fact::text(
        t.service_project_wanted(),
        &project.wanted.to_string(),
    ));
    if let (Some(came), Some(hours)) = (project.came, project.hours) {
        facts.push(Fact::text(t.service_project_came(), &came.to_string()));
        facts.push(Fact::text(t.service_project_hours(), &hours.to_string()));
    }
    facts
}

fn sign_up_form(lang: Lang, project: &Project, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (phone, phone_help) = (t.session_phone(), t.sign_up_phone_help());
    let (names, names_help, submit) = (
        t.session_names(),
        t.sign_up_names_help(PEOPLE_MAX.to_string()),
        t.sign_up(),
    );
    let mut number = Field::new("phone", &phone, &input.phone).required();
    number.autocomplete = "tel";
    let number = number.help(&phone_help).width(Width::Medium);
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::telephone(lang, number.problem(of("phone"))))
        (form::text_area(lang, Field::new("names", &names, &input.names).required().help(&names_help).limit(NOTE_CHARS_MAX).problem(of("names"))))
        p class="hint" { (t.sign_up_privacy()) }
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let action = project.public_href();
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
