//! The form by which a joint action begins.
use super::{
    beginning::{BeginError, Beginning, begin, wrong},
    list_page::ACTIONS,
};
use crate::{
    corrections,
    desk::{Desk, new_entry, tell},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{
    Actor, EntryId, Lang, Right, UnitId,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/joint-actions/new")]
pub struct NewUrl;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    title: String,
    #[serde(default)]
    problem: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    lead: String,
    #[serde(default)]
    begun_on: String,
}

pub async fn form(
    _: NewUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let input = Input {
        entry: new_entry(),
        title: String::new(),
        problem: String::new(),
        words: String::new(),
        lead: actor.unit.to_string(),
        begun_on: desk.today.to_string(),
    };
    let main = view(frame.lang, &desk, &actor, &input, &[]);
    let title = texts(frame.lang).joint_new();
    let frame = frame.kind(PageKind::Form).under("joint_actions");
    Ok(frame.page(&title, main))
}

pub async fn submit(
    _: NewUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let lead: Option<UnitId> = input.lead.trim().parse().ok();
    let begun_on = input.begun_on.trim().parse().ok();
    let mut problems = Vec::new();
    if lead.is_none() {
        problems.push(FieldProblem::new("lead", t.problem_choose()));
    }
    if begun_on.is_none() {
        problems.push(FieldProblem::new("begun_on", t.limits_day_wrong()));
    }
    let new = Beginning {
        entry: input.entry,
        title: input.title.clone(),
        problem: input.problem.clone(),
        words: input.words.clone(),
        lead: lead.unwrap_or(UnitId(0)),
        begun_on: begun_on.unwrap_or(desk.today),
    };
    let wrong = wrong(&app.book, &actor, &new).await?;
    tell(&mut problems, wrong, |error| problem(t, error))?;
    if problems.is_empty() {
        match begin(&app.book, &actor, &new).await {
            Ok(_) => {
                let href = format!("{ACTIONS}/{}", input.entry);
                return Ok(web::done(&href, &t.joint_begun()));
            }
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let main = view(lang, &desk, &actor, &input, &problems);
    Ok(frame.under("joint_actions").again(&t.joint_new(), main))
}

pub(super) fn problem(t: &Texts, error: BeginError) -> Result<FieldProblem, WebError> {
    let (field, text) = match error {
        BeginError::Book(source) => return Err(source.into()),
        BeginError::Correction(error) => return corrections::problem(t, error),
        BeginError::NoTitle => ("title", t.joint_title_missing()),
        BeginError::TooLong(field, max) => (field, t.problem_long(max as u32)),
        BeginError::NoWords => ("words", t.joint_words_missing()),
        BeginError::DayToCome => ("begun_on", t.joint_day_to_come()),
        BeginError::NotYours => ("lead", t.case_new_not_yours()),
    };
    Ok(FieldProblem::new(field, text))
}

fn view(
    lang: Lang,
    desk: &Desk,
    actor: &Actor,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let leads: Vec<Choice> = desk
        .within(actor, Right::Serve)
        .into_iter()
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(unit, lang)))
        .collect();
    let (title, name, problem, words, words_help, lead, begun_on) = (
        t.joint_new(),
        t.joint_title(),
        t.joint_problem(),
        t.joint_words(),
        t.joint_words_help(),
        t.joint_lead(),
        t.joint_begun_on(),
    );
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("title", &name, &input.title).required().limit(TITLE_CHARS_MAX).problem(of("title"))))
        (form::text_area(lang, Field::new("problem", &problem, &input.problem).limit(NOTE_CHARS_MAX).problem(of("problem"))))
        (form::text(lang, Field::new("words", &words, &input.words).help(&words_help).required().width(Width::Medium).problem(of("words"))))
        (form::form_row(html! {
            (form::select(lang, Field::new("lead", &lead, &input.lead).required().width(Width::Medium).problem(of("lead")), &leads))
            (form::date(lang, Field::new("begun_on", &begun_on, &input.begun_on).required().width(Width::Short).problem(of("begun_on"))))
        }))
        (ui::acts(ui::button(Button { label: &title, act: Act::Primary, ..Button::default() })))
    };
    let head = PageHead {
        title: &title,
        crumbs: &[Crumb::new(t.joint_actions(), ACTIONS)],
        ..PageHead::default()
    };
    let frame = form::Form {
        action: "/joint-actions/new",
        draft: "/joint-actions/new",
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
