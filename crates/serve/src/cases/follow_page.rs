//! Following a case with the code that was given: how it stands, and what was answered. Nothing else.
use super::{
    links, said,
    store::{self, CODE, Case, note},
};
use crate::words::texts;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::Lang;
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Event, Fact, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/follow")]
pub struct FollowUrl;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    code: String,
}

pub async fn form(_: FollowUrl, frame: Frame) -> Markup {
    let main = view(frame.lang, "", &[]);
    let title = texts(frame.lang).follow();
    frame.kind(PageKind::Public).page(&title, main)
}

/// The code is posted, so that it stands in no address; posts of strangers are limited, so that nobody tries them out.
pub async fn show(
    _: FollowUrl,
    State(app): State<App>,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let found_by = CODE.found_by(&app.keys, &input.code);
    let reader = app.db.reader();
    let case = store::Entity::find()
        .filter(store::Column::CodeFoundBy.eq(found_by))
        .one(reader)
        .await?;
    let Some(case) = case else {
        let problem = FieldProblem::new("code", t.follow_wrong());
        let main = view(lang, &input.code, &[problem]);
        return Ok(frame.again(&t.follow(), main));
    };
    let directory = Directory::load(reader).await?;
    let notes = note::of(reader, case.id).await?;
    let main = followed(lang, &case, &notes, &directory);
    let page = frame.kind(PageKind::Public).page(&case.title, main);
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}

fn view(lang: Lang, code: &str, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (title, label, help, verb) = (
        t.follow(),
        t.follow_code(),
        t.follow_code_help(),
        t.follow_submit(),
    );
    let field = Field {
        autocomplete: "off",
        ..Field::new("code", &label, code)
    };
    let field = field
        .help(&help)
        .required()
        .width(Width::Medium)
        .problem(FieldProblem::of(problems, "code"));
    let frame = form::Form {
        action: links::FOLLOW,
        problems,
        ..form::Form::default()
    };
    let body = html! {
        (form::text(lang, field))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.follow_sub()) } p { a href=(links::TELL_US) { (t.tell_us()) } } }),
        ..PageHead::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}

fn followed(lang: Lang, case: &Case, notes: &[note::Model], directory: &Directory) -> Markup {
    let t = texts(lang);
    let is_open = case.state().is_open();
    let due = case
        .due_on
        .filter(|_| is_open)
        .map(|due| t.follow_due(due.to_string()));
    let state = said::public_state(lang, case.state());
    let facts = [
        Fact::text(t.case_number(), &case.number),
        Fact::text(t.case_state(), &state),
        Fact::text(t.case_raised_on(), &case.raised_on.to_string()),
        Fact::text(t.case_due(), &due.unwrap_or_default()),
        Fact::new(
            t.case_what(),
            html! { @for line in case.body.lines() { p { (line) } } },
        ),
        Fact::text(t.case_where(), &case.place),
    ];
    let mut said: Vec<&note::Model> = notes.iter().filter(|note| !note.said.is_empty()).collect();
    said.sort_by_key(|note| std::cmp::Reverse(note.entry));
    let events: Vec<Event> = said
        .iter()
        .map(|note| {
            let unit = directory.name(note.unit, lang);
            Event::new(note.day.to_string(), unit, html! { (note.said) })
        })
        .collect();
    let answers = html! {
        @if events.is_empty() { p class="none" { (t.follow_answers_none()) } }
        @else { (ui::timeline(lang, &events)) }
    };
    let head = PageHead {
        title: &case.title,
        sub: Some(html! { p { (state) } }),
        crumbs: &[Crumb::new(t.follow(), links::FOLLOW)],
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (ui::section("answers", &t.follow_answers(), html! {}, answers))
        (ui::facts(&facts))
    }
}
