//! How long what is kept, and the form that changes it.
use super::{
    changing::{Change, ChangeError, change},
    rule::{self, MONTHS_MAX, Thing},
};
use crate::{
    desk::new_entry,
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, number::narrow};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Column, Crumb, PageHead, PageKind, Row, Table,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

const LIST: &str = "/retention";

#[derive(TypedPath, Deserialize)]
#[typed_path("/retention")]
pub struct RetentionUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/retention/{thing}")]
pub struct ThingUrl {
    pub thing: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    months: String,
    #[serde(default)]
    from: String,
}

pub async fn show(
    _: RetentionUrl,
    State(app): State<App>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let today = app.clock.today();
    let mut rows = Vec::new();
    for thing in Thing::ALL {
        let rule = rule::on(reader, *thing, today).await?;
        let next = rule::after(reader, *thing, today).await?;
        let months = t.retention_months(i64::from(rule.months));
        rows.push(Row::new(vec![
            html! { (title(t, *thing)) },
            html! { (counted_from(t, *thing)) },
            html! { (months) },
            html! { @if let Some(next) = next { (t.retention_next(next.from_day.to_string(), i64::from(next.months))) } @else { "—" } },
            html! { a href=(format!("{LIST}/{}", thing.code())) { (t.retention_change()) } },
        ]));
    }
    let heading = t.retention();
    let table = Table {
        caption: &heading,
        columns: vec![
            Column::title(t.retention_thing()).wide(),
            Column::text(t.retention_from_when()),
            Column::text(t.retention_how_long()),
            Column::text(t.retention_later()),
            Column::text(t.retention_change()),
        ],
        rows,
        ..Table::default()
    };
    let head = PageHead {
        title: &heading,
        sub: Some(html! { p { (t.retention_sub()) } }),
        ..PageHead::default()
    };
    let main = html! { (ui::page_head(lang, head)) (ui::table(lang, table)) };
    Ok(frame.kind(PageKind::List).page(&heading, main))
}

pub async fn form(url: ThingUrl, State(app): State<App>, frame: Frame) -> Result<Markup, WebError> {
    let thing = Thing::from_code(&url.thing).ok_or(WebError::NotFound)?;
    let today = app.clock.today();
    let rule = rule::on(app.db.reader(), thing, today).await?;
    let input = Input {
        entry: new_entry(),
        months: rule.months.to_string(),
        from: today.to_string(),
    };
    let main = view(frame.lang, thing, &input, &[]);
    let title = texts(frame.lang).retention();
    Ok(frame.kind(PageKind::Form).page(&title, main))
}

pub async fn submit(
    url: ThingUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let thing = Thing::from_code(&url.thing).ok_or(WebError::NotFound)?;
    let problem = match (narrow(&input.months).parse(), input.from.trim().parse()) {
        (Err(_), _) => {
            FieldProblem::new("months", t.retention_months_wrong(MONTHS_MAX.to_string()))
        }
        (_, Err(_)) => FieldProblem::new("from", t.retention_from_wrong()),
        (Ok(months), Ok(from)) => {
            let entry = input.entry;
            let wanted = Change {
                entry,
                thing,
                from,
                months,
            };
            match change(&app.book, &actor, &wanted).await {
                Ok(_) => return Ok(web::done(LIST, &t.retention_done())),
                Err(ChangeError::Months) => {
                    FieldProblem::new("months", t.retention_months_wrong(MONTHS_MAX.to_string()))
                }
                Err(ChangeError::Past) => FieldProblem::new("from", t.retention_from_wrong()),
                Err(ChangeError::NotYours) => return Err(WebError::NotFound),
                Err(ChangeError::Book(source)) => return Err(source.into()),
            }
        }
    };
    let main = view(lang, thing, &input, &[problem]);
    Ok(frame.again(&t.retention(), main))
}

fn title(t: &Texts, thing: Thing) -> String {
    match thing {
        Thing::Case => t.retention_cases(),
        Thing::Booking => t.retention_bookings(),
        Thing::Wish => t.retention_wishes(),
        Thing::SignUp => t.retention_sign_ups(),
        Thing::Pairing => t.retention_pairings(),
        Thing::Visit => t.retention_visits(),
    }
}

fn counted_from(t: &Texts, thing: Thing) -> String {
    match thing {
        Thing::Case => t.retention_from_closing(),
        Thing::Booking | Thing::SignUp => t.retention_from_day(),
        Thing::Pairing => t.retention_from_end(),
        Thing::Visit => t.retention_from_visit(),
        Thing::Wish => t.retention_from_delivery(),
    }
}

fn view(lang: Lang, thing: Thing, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let (months, months_help) = (t.retention_months_field(), t.retention_cleared_help());
    let (from, from_help) = (t.retention_from_field(), t.retention_from_help());
    let (heading, verb) = (title(t, thing), t.retention_save());
    let months = Field::new("months", &months, &input.months)
        .help(&months_help)
        .required();
    let from = Field::new("from", &from, &input.from)
        .help(&from_help)
        .required();
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::number(lang, months.width(Width::Short).problem(FieldProblem::of(problems, "months"))))
        (form::date(lang, from.problem(FieldProblem::of(problems, "from"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let action = format!("{LIST}/{}", thing.code());
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    let head = PageHead {
        title: &heading,
        sub: Some(html! { p { (counted_from(t, thing)) } }),
        crumbs: &[Crumb::new(t.retention(), LIST)],
        ..PageHead::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
