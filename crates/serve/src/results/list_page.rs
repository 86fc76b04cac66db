//! All counters whose departments one may see, with this year's totals; each total opens its records.
use super::{
    booking,
    counter::{self, Counter},
};
use crate::{desk::Desk, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right, UnitId};
use ledger::figure::{self, Scope};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Table,
    form::{self, Choice, Field, Width},
};
use web::{App, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/counters")]
pub struct CountersUrl;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Conditions {
    /// The department, by its code.
    unit: String,
}

/// The page of a counter.
pub fn href(code: &str) -> String {
    format!("/counters/{code}")
}

pub async fn show(
    _: CountersUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let mut seen = counter::all(app.db.reader()).await?;
    seen.retain(|counter| desk.sees(counter.unit));
    let bar = bar(lang, &desk, &conditions, &seen);
    if let Some(unit) = desk.directory.unit_by_code(&conditions.unit) {
        seen.retain(|counter| counter.unit == unit.id);
    }
    let (skip, take) = (paging.offset(), paging.limit());
    let as_number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let mut rows = Vec::new();
    for counter in seen.iter().skip(as_number(skip)).take(as_number(take)) {
        rows.push(row(&app, &desk, lang, counter).await?);
    }
    let may_declare = !desk.within(&actor, Right::Record).is_empty();
    let (title, new) = (t.counters(), t.counter_new());
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.counter_title()).wide(),
            Column::text(t.counter_unit()),
            Column::number(t.counter_total_year()),
            Column::number(t.counter_bookings()),
            Column::text(t.counter_last_day()),
        ],
        rows,
        empty: Some(Empty {
            title: &t.counters_empty(),
            text: &t.counters_empty_text(),
            act: may_declare.then_some((&new, "/counters/new")),
        }),
        ..Table::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.counters_sub()) }),
        acts: may_declare
            .then(|| ui::link_button(&new, "/counters/new", Act::Primary, Some(Icon::Add))),
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        (bar)
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(&frame.path, seen.len() as u64)))
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

fn bar(lang: Lang, desk: &Desk, conditions: &Conditions, seen: &[Counter]) -> Markup {
    let units = desk
        .directory
        .in_order(seen.iter().map(|counter| counter.unit));
    let mut choices: Vec<Choice> = units
        .iter()
        .filter_map(|unit| desk.directory.unit(*unit))
        .map(|unit| Choice::new(unit.code.as_str(), desk.directory.name(unit.id, lang)))
        .collect();
    choices.dedup_by(|a, b| a.value == b.value);
    let label = texts(lang).counter_unit();
    let field = Field::new("unit", &label, &conditions.unit).condition();
    let bar = QueryBar {
        action: "/counters",
        keep: &[],
        fields: form::select(lang, field.width(Width::Medium), &choices),
    };
    html! { @if 1 < choices.len() { (ui::query_bar(lang, bar)) } }
}

async fn row(app: &App, desk: &Desk, lang: Lang, counter: &Counter) -> Result<Row, WebError> {
    let reader = app.db.reader();
    let total = total(app, desk, counter, counter.unit).await?;
    let newest = booking::of_counter(reader, &counter.code, 0, 1).await?;
    let last = newest.first().map(|booking| booking.day.to_string());
    let page = href(&counter.code);
    Ok(Row::new(vec![
        html! { a href=(page) { (counter.title(lang)) } },
        html! { (desk.directory.name(counter.unit, lang)) },
        ui::number(
            &counter.write(total, lang),
            &desk.figure_href(&counter.code, counter.unit),
        ),
        ui::number(
            &booking::count(reader, &counter.code).await?.to_string(),
            &page,
        ),
        html! { @match last { Some(day) => (day), None => span class="hint" { (texts(lang).counter_nothing_yet()) } } },
    ]))
}

/// What the counter's figure says at a unit, as of today.
pub(super) async fn total(
    app: &App,
    desk: &Desk,
    counter: &Counter,
    unit: UnitId,
) -> Result<i64, WebError> {
    let reader = app.db.reader();
    let known = figure::find(reader, &counter.code, None).await?;
    let definition = known.unwrap_or_else(|| counter.figure());
    let scope = Scope {
        unit,
        as_of: desk.today,
        from: None,
        campaign: None,
    };
    let value = figure::evaluate(reader, &app.book, &definition, &scope).await?;
    let value = value.map_err(WebError::internal)?;
    Ok(value.quantity().unwrap_or_default())
}
