//! The three rates with their denominators, their weighted sum, and who led and who helped.
use super::{
    among_seen, links,
    weights::{self, WeightsError},
};
use crate::{desk::Desk, words::texts};
use axum::{
    extract::{Query, State},
    response::Response,
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, Right, UnitId, number::narrow};
use ledger::figure::{self, Scope, Value};
use maud::{Markup, html};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use ui::{
    Act, BigNumber, Button, Column, Crumb, PageHead, PageKind, QueryBar, Row, Table,
    form::{self, Choice, Field, FieldProblem, Width},
    query::with_params,
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/rates")]
pub struct RatesUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/rates/weights")]
pub struct WeightsUrl;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    unit: String,
    from: String,
    to: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    entry: String,
    response: String,
    resolution: String,
    satisfaction: String,
    from_day: String,
}

/// Figures of this page: the three rates first, then who led and helped.
const RATES: [&str; 3] = ["response-rate", "resolution-rate", "satisfaction-rate"];
/// Beside the weighted sum: how many are closed, and in time.
const CLOSING: [&str; 2] = ["close-rate", "on-time-rate"];
const BY_UNIT: [&str; 2] = ["cases-led", "cases-helped"];

/// What is asked for: at which unit, in which days.
struct Wanted {
    desk: Desk,
    unit: UnitId,
    from: Option<NaiveDate>,
    to: NaiveDate,
    units: Vec<UnitId>,
}

impl Wanted {
    async fn of(app: &App, actor: &Actor, asked: &Asked) -> Result<Wanted, WebError> {
        let desk = Desk::of(app, actor).await?;
        let units = desk.within(actor, Right::Read);
        let first = units.first().copied().ok_or(WebError::NotFound)?;
        let unit = asked.unit.trim().parse().unwrap_or(first);
        if !desk.sees(unit) {
            return Err(WebError::NotFound);
        }
        Ok(Wanted {
            unit,
            from: asked.from.trim().parse().ok(),
            to: asked.to.trim().parse().unwrap_or(desk.today),
            units,
            desk,
        })
    }

    async fn value(&self, app: &App, code: &str, unit: UnitId) -> Result<Value, WebError> {
        let reader = app.db.reader();
        let definition = figure::find(reader, code, None).await?;
        let definition = definition.ok_or(WebError::NotFound)?;
        let scope = Scope {
            unit,
            as_of: self.to,
            from: self.from,
            campaign: None,
        };
        let value = figure::evaluate(reader, &app.book, &definition, &scope).await?;
        value.map_err(WebError::internal)
    }

    /// The figure's own page, at the same unit and as of the same day.
    fn href(&self, code: &str, unit: UnitId) -> String {
        let href = self.desk.figure_href(code, unit);
        let (to, from) = (self.to.to_string(), self.from.map(|from| from.to_string()));
        let from = from.unwrap_or_default();
        with_params(&href, &[("as_of", to.as_str()), ("from", from.as_str())])
    }
}

pub async fn show(
    _: RatesUrl,
    State(app): State<App>,
    Query(asked): Query<Asked>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let input = Input {
        entry: crate::desk::new_entry().to_string(),
        ..Input::default()
    };
    let main = view(&app, &actor, frame.lang, &asked, &input, &[]).await?;
    let title = texts(frame.lang).rates();
    Ok(frame.kind(PageKind::List).under("cases").page(&title, main))
}

pub async fn submit(
    _: WeightsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let entry: EntryId = input
        .entry
        .parse()
        .map_err(|_| WebError::Unreadable("entry".to_owned()))?;
    let share = |text: &str| narrow(text).parse::<i32>().unwrap_or(-1);
    let problem = match input.from_day.trim().parse() {
        Err(_) => FieldProblem::new("from_day", t.limits_day_wrong()),
        Ok(from_day) => {
            let new = weights::Model {
                from_day,
                response: share(&input.response),
                resolution: share(&input.resolution),
                satisfaction: share(&input.satisfaction),
            };
            match weights::set(&app.book, &actor, (entry, &new)).await {
                Ok(_) => return Ok(web::done(links::RATES, &t.weights_done())),
                Err(WeightsError::NotYours) => return Err(WebError::NotFound),
                Err(WeightsError::Book(source)) => return Err(source.into()),
                Err(WeightsError::Sum) => FieldProblem::new("response", t.weights_sum_wrong()),
                Err(WeightsError::Past) => FieldProblem::new("from_day", t.limits_day_past()),
            }
        }
    };
    let main = view(&app, &actor, lang, &Asked::default(), &input, &[problem]).await?;
    Ok(frame.under("cases").again(&t.rates(), main))
}

async fn view(
    app: &App,
    actor: &Actor,
    lang: Lang,
    asked: &Asked,
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let t = texts(lang);
    let wanted = Wanted::of(app, actor, asked).await?;
    let mut values = Vec::new();
    for code in RATES {
        values.push(wanted.value(app, code, wanted.unit).await?);
    }
    let weights = weights::on(app.db.reader(), wanted.to).await?;
    let sum = weights.as_ref().and_then(|weights| {
        let rates = [values[0], values[1], values[2]].map(Value::quantity);
        weights.sum(rates)
    });
    let titles = [
        t.rate_response(),
        t.rate_resolution(),
        t.rate_satisfaction(),
    ];
    let number = |code: &str, title: &str, value: &Value| {
        let of = match value {
            Value::Share { part, of } => t.rate_of(*of, *part),
            _ => t.rate_nothing(),
        };
        ui::big_number(BigNumber {
            label: title,
            text: &percent(value.quantity()),
            href: &wanted.href(code, wanted.unit),
            note: Some(html! { (of) }),
            ..BigNumber::default()
        })
    };
    let of_three = RATES.iter().zip(&titles).zip(&values);
    let mut numbers: Vec<Markup> = of_three
        .map(|((code, title), value)| number(code, title, value))
        .collect();
    let mut closing = Vec::new();
    for (code, title) in CLOSING.iter().zip([t.rate_close(), t.rate_on_time()]) {
        let value = wanted.value(app, code, wanted.unit).await?;
        closing.push(number(code, &title, &value));
    }
    let how = weights.as_ref().map_or_else(String::new, |weights| {
        t.weights_in_use(weights.response, weights.resolution, weights.satisfaction)
    });
    numbers.push(ui::big_number(BigNumber {
        label: &t.rate_sum(),
        text: &percent(sum),
        note: Some(html! { (how) }),
        ..BigNumber::default()
    }));
    // As many as the list that it opens has, for this reader.
    let left_out = super::store::Entity::find()
        .filter(super::store::Column::LeftOut.eq("granted"))
        .filter(among_seen(app, actor).await?)
        .count(app.db.reader())
        .await?;
    let history = weights::Entity::find().order_by_desc(weights::Column::FromDay);
    let history = history.all(app.db.reader()).await?;
    let title = t.rates();
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            p { (t.rates_sub()) }
            p { a href=(links::EXCLUSIONS) { (t.rates_exclusions(left_out)) } }
        }),
        crumbs: &[Crumb::new(t.cases(), links::CASES)],
        ..PageHead::default()
    };
    Ok(html! {
        (ui::page_head(lang, head))
        (bar(lang, &wanted, asked))
        (ui::numbers_row(&numbers))
        (ui::section("closing", &t.rates_closing(), html! {}, ui::numbers_row(&closing)))
        (ui::section("units", &t.rates_by_unit(), html! {}, by_unit(app, lang, &wanted).await?))
        (ui::section("weights", &t.weights(), html! {}, html! {
            (weights_table(lang, &history))
            @if actor.has(Right::Settings) { (weights_form(lang, input, problems)) }
        }))
    })
}

/// `85.5%`; a stroke where there is nothing to measure by.
pub(super) fn percent(basis_points: Option<i64>) -> String {
    match basis_points {
        None => "—".to_owned(),
        Some(points) => {
            let tenths = (points + 5) / 10;
            format!("{}.{}%", tenths / 10, tenths % 10)
        }
    }
}

fn bar(lang: Lang, wanted: &Wanted, asked: &Asked) -> Markup {
    let t = texts(lang);
    let units: Vec<Choice> = wanted
        .units
        .iter()
        .map(|unit| Choice::new(unit.to_string(), wanted.desk.directory.name(*unit, lang)))
        .collect();
    let (unit, from, to) = (t.case_unit(), t.period_from(), t.period_to());
    let here = wanted.unit.to_string();
    let bar = QueryBar {
        action: links::RATES,
        keep: &[],
        fields: html! {
            (form::select(lang, Field::new("unit", &unit, &here).condition().width(Width::Medium), &units))
            (form::date(lang, Field::new("from", &from, &asked.from).condition().width(Width::Short)))
            (form::date(lang, Field::new("to", &to, &asked.to).condition().width(Width::Short)))
        },
    };
    ui::query_bar(lang, bar)
}

/// Cases led and helped with, by the units right below; each number opens its figure.
async fn by_unit(app: &App, lang: Lang, wanted: &Wanted) -> Result<Markup, WebError> {
    let t = texts(lang);
    let (tree, directory) = (&wanted.desk.tree, &wanted.desk.directory);
    let below = directory.in_order(tree.children(wanted.unit, wanted.to));
    let mut rows = Vec::new();
    for unit in below {
        let mut numbers = Vec::new();
        for code in BY_UNIT {
            numbers.push(wanted.value(app, code, unit).await?.quantity().unwrap_or(0));
        }
        if numbers.iter().all(|number| *number == 0) {
            continue;
        }
        let mut cells = vec![html! { (directory.name(unit, lang)) }];
        for (code, number) in BY_UNIT.iter().zip(numbers) {
            cells.push(ui::number(&number.to_string(), &wanted.href(code, unit)));
        }
        rows.push(Row::new(cells));
    }
    let table = Table {
        caption: &t.rates_by_unit(),
        columns: vec![
            Column::title(t.case_unit()).wide(),
            Column::number(t.rates_led()),
            Column::number(t.rates_helped()),
        ],
        rows,
        empty: Some(ui::Empty {
            title: &t.board_empty(),
            text: &t.board_empty_text(),
            act: None,
        }),
        ..Table::default()
    };
    Ok(ui::table(lang, table))
}

fn weights_table(lang: Lang, history: &[weights::Model]) -> Markup {
    let t = texts(lang);
    let rows = history.iter().map(|weights| {
        Row::new(vec![
            html! { (weights.from_day) },
            html! { (weights.response) },
            html! { (weights.resolution) },
            html! { (weights.satisfaction) },
        ])
    });
    let table = Table {
        caption: &t.weights(),
        columns: vec![
            Column::title(t.limits_from()),
            Column::number(t.rate_response()),
            Column::number(t.rate_resolution()),
            Column::number(t.rate_satisfaction()),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    ui::table(lang, table)
}

fn weights_form(lang: Lang, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (response, resolution, satisfaction, from, help, verb) = (
        t.rate_response(),
        t.rate_resolution(),
        t.rate_satisfaction(),
        t.limits_from(),
        t.limits_from_help(),
        t.weights_submit(),
    );
    let share = |name, label, value, problem| {
        let field = Field::new(name, label, value)
            .required()
            .width(Width::Short);
        form::number(lang, field.problem(problem))
    };
    let body = html! {
        (form::hidden("entry", &input.entry))
        (form::form_row(html! {
            (share("response", &response, &input.response, of("response")))
            (share("resolution", &resolution, &input.resolution, None))
            (share("satisfaction", &satisfaction, &input.satisfaction, None))
        }))
        (form::date(lang, Field::new("from_day", &from, &input.from_day).help(&help).required().width(Width::Short).problem(of("from_day"))))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Plain, ..Button::default() })))
    };
    let frame = form::Form {
        action: "/cases/rates/weights",
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}
