//! Answer templates: what holds and what is to come; and the form to write one, change it or take it out.
use super::{
    case::Kind,
    links, said,
    template::{self, Model, WriteError},
};
use crate::{
    desk::tell,
    words::{Texts, texts},
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{
    Actor, EntryId, Lang,
    limits::{NOTE_CHARS_MAX, TITLE_CHARS_MAX},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Column, Crumb, Empty, PageHead, PageKind, Row, Table,
    form::{self, Choice, Field, FieldProblem, Width},
    query::with_params,
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/templates")]
pub struct TemplatesUrl;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The template to change.
    name: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    name: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    from_day: String,
    #[serde(default)]
    text: String,
}

pub async fn show(
    _: TemplatesUrl,
    State(app): State<App>,
    Query(asked): Query<Asked>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let all = template::all(app.db.reader()).await?;
    let today = app.clock.today();
    let holds = template::holding(all.clone(), None, today);
    let chosen = holds.iter().find(|template| template.name == asked.name);
    let input = Input {
        entry: crate::desk::new_entry(),
        name: chosen.map_or_else(String::new, |chosen| chosen.name.clone()),
        kind: chosen.map_or_else(String::new, |chosen| chosen.kind.clone()),
        from_day: today.to_string(),
        text: chosen.map_or_else(String::new, |chosen| chosen.text.clone()),
    };
    let main = view(frame.lang, &holds, &input, &[]);
    let title = texts(frame.lang).templates();
    Ok(frame.kind(PageKind::List).under("cases").page(&title, main))
}

pub async fn submit(
    _: TemplatesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let today = app.clock.today();
    let from_day = input.from_day.trim().parse();
    let mut problems = Vec::new();
    if from_day.is_err() {
        problems.push(FieldProblem::new("from_day", t.limits_day_wrong()));
    }
    let new = Model {
        entry: input.entry,
        name: input.name.clone(),
        kind: Kind::from_code(&input.kind)
            .map_or("", Kind::code)
            .to_owned(),
        from_day: from_day.unwrap_or(today),
        text: input.text.clone(),
    };
    tell(&mut problems, template::wrong(&new, today), |error| {
        problem(t, error)
    })?;
    if problems.is_empty() {
        match template::write(&app.book, &actor, &new).await {
            Ok(_) => return Ok(web::done(links::TEMPLATES, &t.templates_done())),
            Err(error) => problems.push(problem(t, error)?),
        }
    }
    let all = template::all(app.db.reader()).await?;
    let holds = template::holding(all, None, today);
    let main = view(lang, &holds, &input, &problems);
    Ok(frame.under("cases").again(&t.templates(), main))
}

fn problem(t: &Texts, error: WriteError) -> Result<FieldProblem, WebError> {
    Ok(match error {
        WriteError::NotYours => return Err(WebError::NotFound),
        WriteError::Book(source) => return Err(source.into()),
        WriteError::NoName => FieldProblem::new("name", t.templates_no_name()),
        WriteError::Past => FieldProblem::new("from_day", t.templates_past()),
        WriteError::TooLong(field, max) => FieldProblem::new(field, t.problem_long(max as u32)),
    })
}

fn view(lang: Lang, holds: &[Model], input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let rows = holds.iter().map(|template| {
        let kind = Kind::from_code(&template.kind);
        let kind = kind.map_or_else(|| t.templates_all_kinds(), |kind| said::kind(lang, kind));
        let change = with_params(links::TEMPLATES, &[("name", &template.name)]);
        Row::new(vec![
            html! { a href={ (change) "#write" } { (template.name) } },
            html! { (kind) },
            html! { (template.from_day) },
            html! { (template.text) },
        ])
    });
    let title = t.templates();
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.templates_name()),
            Column::text(t.case_kind()),
            Column::text(t.limits_from()),
            Column::text(t.templates_text()).wide(),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &t.templates_none(),
            text: &t.templates_none_text(),
            act: None,
        }),
        ..Table::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.templates_sub()) } }),
        crumbs: &[Crumb::new(t.cases(), links::CASES)],
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, head))
        (ui::table(lang, table))
        (ui::section("write", &t.templates_write(), html! {}, form_of(lang, input, problems)))
    }
}

fn form_of(lang: Lang, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let mut kinds = vec![Choice::new("", t.templates_all_kinds())];
    kinds.extend(
        Kind::ALL
            .iter()
            .map(|kind| Choice::new(kind.code(), said::kind(lang, *kind))),
    );
    let (name, name_help, kind, from, text, text_help, verb) = (
        t.templates_name(),
        t.templates_name_help(),
        t.case_kind(),
        t.limits_from(),
        t.templates_text(),
        t.templates_text_help(),
        t.templates_submit(),
    );
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("name", &name, &input.name).help(&name_help).required().limit(TITLE_CHARS_MAX).problem(of("name"))))
        (form::form_row(html! {
            (form::select(lang, Field::new("kind", &kind, &input.kind).required().width(Width::Medium), &kinds))
            (form::date(lang, Field::new("from_day", &from, &input.from_day).required().width(Width::Short).problem(of("from_day"))))
        }))
        (form::text_area(lang, Field::new("text", &text, &input.text).help(&text_help).limit(NOTE_CHARS_MAX).problem(of("text"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let frame = form::Form {
        action: links::TEMPLATES,
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
