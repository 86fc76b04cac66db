//! Time limits: what holds, what held, what is to come; and the form to change one from a day on.
use super::{
    limit::{self, CODES, Limit, MEASURES},
    limits::{AMOUNT_MAX, SetError, Setting, set, set_second, wrong},
    links, said,
};
use crate::{desk::tell, words::texts};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, Right, number::narrow};
use maud::{Markup, html};
use sea_orm::{EntityTrait, QueryOrder};
use serde::Deserialize;
use ui::{
    Act, Button, Column, Crumb, PageHead, PageKind, Row, Table, Tone,
    form::{self, Choice, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/limits")]
pub struct LimitsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/limits/second_set")]
pub struct SecondSetUrl;

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    code: String,
    #[serde(default)]
    measure: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    from_day: String,
}

impl Input {
    fn new() -> Input {
        Input {
            entry: crate::desk::new_entry(),
            code: "ordinary".to_owned(),
            measure: "working_days".to_owned(),
            amount: String::new(),
            from_day: String::new(),
        }
    }
}

pub async fn show(
    _: LimitsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let main = view(&app, &actor, frame.lang, &Input::new(), &[]).await?;
    let title = texts(frame.lang).limits();
    Ok(frame.kind(PageKind::List).under("cases").page(&title, main))
}

pub async fn submit(
    _: LimitsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let today = app.clock.today();
    let (amount, from_day) = (narrow(&input.amount).parse(), input.from_day.trim().parse());
    let mut problems = Vec::new();
    if amount.is_err() {
        problems.push(FieldProblem::new(
            "amount",
            t.limits_amount_wrong(AMOUNT_MAX),
        ));
    }
    if from_day.is_err() {
        problems.push(FieldProblem::new("from_day", t.limits_day_wrong()));
    }
    // In place of what cannot be read stands what nothing is wrong with.
    let new = Setting {
        entry: input.entry,
        code: input.code.clone(),
        measure: input.measure.clone(),
        amount: amount.unwrap_or(1),
        from_day: from_day.unwrap_or(today),
    };
    tell(&mut problems, wrong(&new, today), |error| {
        problem(lang, error)
    })?;
    if problems.is_empty() {
        match set(&app.book, &actor, &new).await {
            Ok(_) => return Ok(web::done(links::LIMITS, &t.limits_done())),
            Err(error) => problems.push(problem(lang, error)?),
        }
    }
    let main = view(&app, &actor, lang, &input, &problems).await?;
    Ok(frame.under("cases").again(&t.limits(), main))
}

pub async fn submit_set(
    _: SecondSetUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let problem = match input.from_day.trim().parse::<NaiveDate>() {
        Err(_) => t.limits_day_wrong(),
        Ok(from_day) => match set_second(&app.book, &actor, (input.entry, from_day)).await {
            Ok(()) => return Ok(web::done(links::LIMITS, &t.limits_done())),
            Err(error) => problem(lang, error)?.message,
        },
    };
    let problem = FieldProblem::new("set_from_day", problem);
    let main = view(&app, &actor, lang, &Input::new(), &[problem]).await?;
    Ok(frame.under("cases").again(&t.limits(), main))
}

fn problem(lang: Lang, error: SetError) -> Result<FieldProblem, WebError> {
    let t = texts(lang);
    Ok(match error {
        SetError::NotYours => return Err(WebError::NotFound),
        SetError::Book(source) => return Err(source.into()),
        SetError::Unknown => FieldProblem::new("measure", t.limits_measure_wrong()),
        SetError::Past => FieldProblem::new("from_day", t.limits_day_past()),
        SetError::Amount => FieldProblem::new("amount", t.limits_amount_wrong(AMOUNT_MAX)),
        SetError::Gap => FieldProblem::new("amount", t.limits_gap()),
    })
}

fn title(lang: Lang, code: &str) -> String {
    let t = texts(lang);
    match (code, Limit::from_code(code)) {
        (_, Some(limit)) => said::limit(lang, limit),
        (limit::ACKNOWLEDGE, _) => t.limit_acknowledge(),
        (limit::REPORT, _) => t.limit_report(),
        _ => t.limit_remind(),
    }
}

fn measure(lang: Lang, code: &str) -> String {
    let t = texts(lang);
    match code {
        "hours" => t.measure_hours(),
        "working_hours" => t.measure_working_hours(),
        "working_days" => t.measure_working_days(),
        "days" => t.measure_days(),
        _ => t.measure_months(),
    }
}

async fn view(
    app: &App,
    actor: &Actor,
    lang: Lang,
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let (t, today) = (texts(lang), app.clock.today());
    let rules = limit::Entity::find()
        .order_by_desc(limit::Column::FromDay)
        .all(app.db.reader())
        .await?;
    let mut rows = Vec::new();
    for code in CODES {
        let mut of: Vec<&limit::Model> = rules.iter().filter(|rule| rule.code == code).collect();
        of.sort_by_key(|rule| std::cmp::Reverse(rule.from_day));
        let holds = of.iter().position(|rule| rule.from_day <= today);
        rows.extend(
            of.iter()
                .enumerate()
                .map(|(at, rule)| row(lang, rule, at, holds)),
        );
    }
    let title = t.limits();
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            p { (t.limits_sub()) }
            p { a href=(links::FALLBACK) { (t.fallback()) } }
        }),
        crumbs: &[Crumb::new(t.cases(), links::CASES)],
        ..PageHead::default()
    };
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.limits_rule()).wide(),
            Column::text(t.limits_how_long()),
            Column::text(t.limits_from()),
            Column::text(t.case_state()),
        ],
        rows,
        ..Table::default()
    };
    Ok(html! {
        (ui::page_head(lang, head))
        (ui::table(lang, table))
        @if actor.has(Right::Settings) {
            (ui::section("change", &t.limits_change(), html! {}, change(lang, input, problems)))
            (ui::section("set", &t.limits_second(), html! {}, second(lang, input, problems)))
        }
    })
}

fn row(lang: Lang, rule: &limit::Model, at: usize, holds: Option<usize>) -> Row {
    let t = texts(lang);
    let how_long = match limit::span(&rule.measure, rule.amount) {
        Some(span) if 0 < rule.amount => said::span(lang, span),
        _ => t.limits_none(),
    };
    let state = match holds {
        Some(now) if at == now => ui::badge(Tone::Good, &t.limits_holds()),
        Some(now) if now < at => ui::badge(Tone::Idle, &t.limits_held()),
        _ => ui::badge(Tone::Info, &t.limits_to_come()),
    };
    Row::new(vec![
        html! { (title(lang, &rule.code)) },
        html! { (how_long) },
        html! { (rule.from_day) },
        state,
    ])
}

fn change(lang: Lang, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let codes = CODES.map(|code| Choice::new(code, title(lang, code)));
    let measures = MEASURES.map(|code| Choice::new(code, measure(lang, code)));
    let (rule, in_what, how_long, from, from_help, verb) = (
        t.limits_rule(),
        t.limits_measure(),
        t.limits_amount(),
        t.limits_from(),
        t.limits_from_help(),
        t.limits_submit(),
    );
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::select(lang, Field::new("code", &rule, &input.code).required().width(Width::Medium), &codes))
        (form::form_row(html! {
            (form::number(lang, Field::new("amount", &how_long, &input.amount).required().width(Width::Short).problem(of("amount"))))
            (form::select(lang, Field::new("measure", &in_what, &input.measure).required().width(Width::Medium).problem(of("measure")), &measures))
        }))
        (form::date(lang, Field::new("from_day", &from, &input.from_day).help(&from_help).required().width(Width::Short).problem(of("from_day"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let is_here = problems
        .iter()
        .all(|problem| problem.field != "set_from_day");
    let frame = form::Form {
        action: links::LIMITS,
        problems: if is_here { problems } else { &[] },
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}

fn second(lang: Lang, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (from, verb) = (t.limits_from(), t.limits_second_submit());
    let field = Field {
        id: "set_from_day",
        ..Field::new("from_day", &from, "")
    };
    let field = field
        .required()
        .width(Width::Short)
        .problem(FieldProblem::of(problems, "set_from_day"));
    let body = html! {
        p { (t.limits_second_help()) }
        (form::hidden("entry", &input.entry.to_string()))
        (form::date(lang, field))
        (ui::acts(ui::button(Button { label: &verb, ..Button::default() })))
    };
    let is_here = problems
        .iter()
        .any(|problem| problem.field == "set_from_day");
    let frame = form::Form {
        action: "/cases/limits/second_set",
        problems: if is_here { problems } else { &[] },
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
