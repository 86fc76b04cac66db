//! One counter: what it counts, its total and months, its bookings, its history.
use super::{
    booking::{self, Booking},
    counter::{self, Counter},
    declaring, list_page,
};
use crate::{
    desk::{Desk, timeline},
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::{Datelike, Months, NaiveDate};
use kernel::{Actor, Lang, Right};
use ledger::{
    entry::{self, Entry},
    figure::{self, Scope},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Column, Crumb, Empty, Fact, Icon, PageHead, PageKind, Row, Table};
use web::{App, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/counters/{counter}")]
pub struct CounterUrl {
    pub counter: String,
}

/// The counter, if the viewer may see its department.
pub(super) async fn seen(
    app: &App,
    actor: &Actor,
    code: &str,
) -> Result<(Desk, Counter), WebError> {
    let counter = counter::find(app.db.reader(), code).await?;
    let counter = counter.ok_or(WebError::NotFound)?;
    let desk = Desk::of(app, actor).await?;
    match actor.has(Right::Read) && desk.sees(counter.unit) {
        true => Ok((desk, counter)),
        false => Err(WebError::NotFound),
    }
}

pub async fn show(
    url: CounterUrl,
    State(app): State<App>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (desk, counter) = seen(&app, &actor, &url.counter).await?;
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let may_book = desk.may(&actor, Right::Record, counter.unit);
    let bookings =
        booking::of_counter(reader, &counter.code, paging.offset(), paging.limit()).await?;
    let count = booking::count(reader, &counter.code).await?;
    let total = list_page::total(&app, &desk, &counter, counter.unit).await?;
    let months = months(&app, &desk, lang, &counter).await?;
    let declared = entry::history(reader, declaring::SUBJECT, &counter.code).await?;
    let history = timeline(&app, lang, declared, |_| None).await?;
    let title = counter.title(lang).to_owned();
    let book_href = format!("{}/bookings", list_page::href(&counter.code));
    let head = PageHead {
        title: &title,
        sub: Some(html! { (desk.directory.name(counter.unit, lang)) }),
        acts: may_book
            .then(|| ui::link_button(&t.result_new(), &book_href, Act::Primary, Some(Icon::Add))),
        crumbs: &[Crumb::new(t.counters(), "/counters")],
    };
    let facts = [
        Fact::new(
            t.counter_total_year(),
            ui::number(
                &counter.write(total, lang),
                &desk.figure_href(&counter.code, counter.unit),
            ),
        ),
        Fact::text(t.counter_document_kind(), &counter.document_kind),
        Fact::text(t.counter_since(), &counter.since.to_string()),
        Fact::text(t.counter_code(), &counter.code),
    ];
    let list = html! {
        (bookings_table(lang, &counter, &bookings, may_book, &book_href))
        (ui::pager(lang, paging.pager(&frame.path, count)))
    };
    let left = html! {
        (ui::facts(&facts))
        (ui::section("bookings", &t.counter_bookings(), html! {}, list))
    };
    let right = html! {
        (ui::section("months", &t.counter_months(), html! {}, months))
        (ui::section("history", &t.counter_history(), html! {}, history))
    };
    let main = html! { (ui::page_head(lang, head)) (ui::two_columns(left, right)) };
    Ok(frame
        .kind(PageKind::Record)
        .under("counters")
        .page(&title, main))
}

fn bookings_table(
    lang: Lang,
    counter: &Counter,
    bookings: &[Booking],
    may_book: bool,
    book_href: &str,
) -> Markup {
    let t = texts(lang);
    let rows = bookings.iter().map(|booking| {
        let mut cells = vec![
            html! { span class="nowrap" { (booking.day) } },
            html! { (counter.write(booking.quantity, lang)) },
            html! {
                (booking.document)
                @if !booking.note.is_empty() { div class="hint" { (booking.note) } }
            },
        ];
        if may_book {
            let href = format!("/bookings/{}/correction", booking.id);
            let label = t.result_correct_named(booking.document.as_str());
            cells.push(html! { a href=(href) aria-label=(label) { (t.result_correct()) } });
        }
        Row::new(cells)
    });
    let new = t.result_new();
    let mut columns = vec![
        Column::text(t.result_day()),
        Column::number(t.result_quantity()),
        Column::title(t.result_document()).wide(),
    ];
    if may_book {
        columns.push(Column::text(t.result_acts()));
    }
    let table = Table {
        caption: &t.counter_bookings(),
        columns,
        rows: rows.collect(),
        empty: Some(Empty {
            title: &t.results_empty(),
            text: &t.results_empty_text(),
            act: may_book.then_some((&new, book_href)),
        }),
        ..Table::default()
    };
    ui::table(lang, table)
}

/// This year's months, each leading to what it counted.
async fn months(app: &App, desk: &Desk, lang: Lang, counter: &Counter) -> Result<Markup, WebError> {
    let (t, reader) = (texts(lang), app.db.reader());
    let known = figure::find(reader, &counter.code, None).await?;
    let definition = known.unwrap_or_else(|| counter.figure());
    let mut rows = Vec::new();
    for number in (1..=desk.today.month()).rev() {
        let first = NaiveDate::from_ymd_opt(desk.today.year(), number, 1);
        let first = first.expect("every month has a first day");
        let last = (first + Months::new(1)).pred_opt().unwrap_or(first);
        let scope = Scope {
            unit: counter.unit,
            as_of: last.min(desk.today),
            from: Some(first),
            campaign: None,
        };
        let value = figure::evaluate(reader, &app.book, &definition, &scope).await?;
        let value = value.map_err(WebError::internal)?;
        let quantity = value.quantity().unwrap_or_default();
        let (from, to) = (first.to_string(), scope.as_of.to_string());
        let conditions = [("as_of", to.as_str()), ("from", from.as_str())];
        let href = desk.figure_href(&counter.code, counter.unit);
        rows.push(Row::new(vec![
            html! { (first.format("%Y-%m")) },
            ui::number(
                &counter.write(quantity, lang),
                &ui::query::with_params(&href, &conditions),
            ),
        ]));
    }
    let table = Table {
        caption: &t.counter_months(),
        columns: vec![
            Column::title(t.counter_month()),
            Column::number(t.result_quantity()),
        ],
        rows,
        ..Table::default()
    };
    Ok(ui::table(lang, table))
}

/// What an entry about a booking says, beside the word for the act.
pub(super) fn said(lang: Lang, counter: &Counter, entry: &Entry) -> Option<String> {
    let details = entry.details.as_ref()?;
    let quantity = counter.write(details["quantity"].as_i64()?, lang);
    let document = details["document"].as_str()?;
    Some(texts(lang).result_said(entry.happened_on.to_string(), quantity, document))
}
