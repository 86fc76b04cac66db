//! The fallback unit: which holds, which held, which is to come; and the form to change it from a day on.
use super::{
    fallback::{self, FallbackError, Model, set},
    links,
    sight::Sight,
};
use crate::words::texts;
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, UnitId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Column, Crumb, Empty, PageHead, PageKind, Row, Table, Tone,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/fallback")]
pub struct FallbackUrl;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    from_day: String,
}

pub async fn show(
    _: FallbackUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let input = Input {
        entry: crate::desk::new_entry(),
        unit: String::new(),
        from_day: String::new(),
    };
    let main = view(&app, &actor, frame.lang, &input, &[]).await?;
    let title = texts(frame.lang).fallback();
    Ok(frame.kind(PageKind::List).under("cases").page(&title, main))
}

pub async fn submit(
    _: FallbackUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let unit = input.unit.trim().parse::<UnitId>();
    let problem = match (unit, input.from_day.trim().parse()) {
        (Err(_), _) => FieldProblem::new("unit", t.problem_choose()),
        (_, Err(_)) => FieldProblem::new("from_day", t.limits_day_wrong()),
        (Ok(unit), Ok(from_day)) => {
            let new = Model { from_day, unit };
            match set(&app.book, &actor, (input.entry, &new)).await {
                Ok(_) => return Ok(web::done(links::FALLBACK, &t.fallback_done())),
                Err(FallbackError::NotYours) => return Err(WebError::NotFound),
                Err(FallbackError::Book(source)) => return Err(source.into()),
                Err(FallbackError::NoSuchUnit) => FieldProblem::new("unit", t.problem_units_gone()),
                Err(FallbackError::Past) => FieldProblem::new("from_day", t.fallback_past()),
            }
        }
    };
    let main = view(&app, &actor, lang, &input, &[problem]).await?;
    Ok(frame.under("cases").again(&t.fallback(), main))
}

async fn view(
    app: &App,
    actor: &Actor,
    lang: Lang,
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let t = texts(lang);
    let sight = Sight::of(app, actor).await?;
    let all = fallback::all(app.db.reader()).await?;
    let holds = all.iter().position(|one| one.from_day <= sight.today);
    let rows = all.iter().enumerate().map(|(at, one)| {
        let state = match holds {
            Some(now) if at == now => ui::badge(Tone::Good, &t.limits_holds()),
            Some(now) if now < at => ui::badge(Tone::Idle, &t.limits_held()),
            _ => ui::badge(Tone::Info, &t.limits_to_come()),
        };
        let name = sight.directory.name(one.unit, lang);
        Row::new(vec![html! { (name) }, html! { (one.from_day) }, state])
    });
    let title = t.fallback();
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.case_unit()).wide(),
            Column::text(t.limits_from()),
            Column::text(t.case_state()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &t.fallback_none(),
            text: &t.fallback_none_text(),
            act: None,
        }),
        ..Table::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.fallback_sub()) } }),
        crumbs: &[
            Crumb::new(t.cases(), links::CASES),
            Crumb::new(t.limits(), links::LIMITS),
        ],
        ..PageHead::default()
    };
    Ok(html! {
        (ui::page_head(lang, head))
        (ui::table(lang, table))
        @if actor.has(Right::Settings) {
            (ui::section("change", &t.fallback_change(), html! {}, change(lang, &sight, input, problems)))
        }
    })
}

fn change(lang: Lang, sight: &Sight, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let is_office = |unit: &UnitId| {
        let kind = sight
            .directory
            .unit(*unit)
            .map_or("", |unit| unit.kind.as_str());
        !matches!(kind, "party_branch" | "general_branch" | "party_committee")
    };
    let units = sight
        .directory
        .in_order(sight.open_units().filter(is_office));
    let units: Vec<Choice> = units
        .into_iter()
        .map(|unit| Choice::new(unit.to_string(), sight.directory.name(unit, lang)))
        .collect();
    let (unit, from, help, verb) = (
        t.case_unit(),
        t.limits_from(),
        t.limits_from_help(),
        t.fallback_submit(),
    );
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::select(lang, Field::new("unit", &unit, &input.unit).required().width(Width::Medium).problem(of("unit")), &units))
        (form::date(lang, Field::new("from_day", &from, &input.from_day).help(&help).required().width(Width::Short).problem(of("from_day"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let frame = form::Form {
        action: links::FALLBACK,
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
