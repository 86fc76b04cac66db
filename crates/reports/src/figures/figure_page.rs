//! One figure: the number, its trend, its parts by unit, the records, what it means; as of any day.
use super::{
    Asked, ask, asked, defining,
    opened::{Opened, PartOf, open},
    problem,
    records::{self, Page, Wanted},
    rows::{self, RecordRow},
    shown,
    sight::{self, Sight},
};
use crate::words;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right, number::NumberFormat};
use ledger::{
    Flow,
    campaign::Campaign,
    figure::{self, Definition, Shape, Value},
};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, BigNumber, Column, Crumb, Empty, Icon, Notice, NoticeKind, PageHead, PageKind, QueryBar,
    Row, Table,
    charts::{self, Style},
    form::{Choice, Field},
    query::with_params,
};
use web::{Access, App, Frame, Pages, Paging, WebError};

pub fn pages() -> Pages {
    Pages::default().get(Access::Right(Right::Read), show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/figures/{figure}")]
pub struct FigureUrl {
    pub figure: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct More {
    side: usize,
}

/// Everything that is on the page.
struct Seen<'a> {
    lang: Lang,
    /// Path and query of this page.
    path: &'a str,
    opened: &'a Opened,
    directory: &'a Directory,
    format: NumberFormat,
    campaigns: Vec<Campaign>,
    side: usize,
    page: Page,
    rows: Vec<RecordRow>,
    paging: Paging,
    may_define: bool,
}

async fn show(
    url: FigureUrl,
    State(app): State<App>,
    actor: Actor,
    Query(asked): Query<Asked>,
    Query(more): Query<More>,
    paging: Paging,
    frame: Frame,
) -> Result<Response, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let definition = figure::find(reader, &url.figure, None)
        .await?
        .ok_or(WebError::NotFound)?;
    let directory = Directory::load(reader).await?;
    let tree = app.book.tree(reader).await?;
    let today = app.clock.today();
    let home = sight::home(&tree, &actor, today).ok_or(WebError::NotFound)?;
    let title = definition.title(lang).to_owned();
    let frame = frame.kind(PageKind::Figure);
    let scope = match ask(reader, &directory, &asked, home, today).await? {
        Ok(scope) => scope,
        Err(error) => {
            let page = frame.page(&title, cannot(lang, &title, &url.figure, &error.text(lang)));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let opened = open(reader, &app.book, &directory, &actor, definition, scope).await?;
    let opened = match opened.ok_or(WebError::NotFound)? {
        Ok(opened) => opened,
        Err(error) => {
            let text = problem::text(&error, lang);
            return Ok(frame
                .page(&title, cannot(lang, &title, &url.figure, &text))
                .into_response());
        }
    };
    let side = more.side.min(records::sides(&opened.compiled) - 1);
    let wanted = Wanted {
        side,
        up_to: None,
        skip: paging.offset(),
        take: paging.limit(),
    };
    let page = records::list(
        reader,
        &app.book,
        &opened.definition,
        &opened.scope,
        &opened.own,
        wanted,
    );
    let page = page.await?.map_err(WebError::internal)?;
    let seen = Seen {
        lang,
        path: &frame.path,
        rows: rows::rows(&app, lang, &actor, &directory, &page.rows).await?,
        format: format(&opened.definition)?,
        campaigns: ledger::campaign::all(reader).await?,
        directory: &directory,
        may_define: defining::may_define(&actor),
        opened: &opened,
        side,
        page,
        paging,
    };
    let main = view(&seen);
    Ok(frame.page(&title, main).into_response())
}

/// The format of a definition; saving checked that there is one.
pub fn format(definition: &Definition) -> Result<NumberFormat, WebError> {
    shown::format(definition).map_err(WebError::internal)
}

fn cannot(lang: Lang, title: &str, code: &str, text: &str) -> Markup {
    let t = words::texts(lang);
    let href = format!("/figures/{code}");
    let notice = Notice {
        kind: NoticeKind::Error,
        title: &t.figure_cannot_be_shown(),
        text,
        act: Some((&t.figure_from_the_start(), &href)),
        operation: None,
    };
    html! {
        (ui::page_head(lang, PageHead { title, crumbs: &[Crumb::new(t.catalogue_title(), "/figures")], ..PageHead::default() }))
        (ui::notice(lang, &notice))
    }
}

fn view(seen: &Seen<'_>) -> Markup {
    let (lang, opened) = (seen.lang, seen.opened);
    let t = words::texts(lang);
    let definition = &opened.definition;
    let asked = Asked::of(&opened.scope, seen.directory);
    let mut crumbs = vec![Crumb::new(t.catalogue_title(), "/figures")];
    crumbs.extend(
        opened
            .above
            .iter()
            .map(|unit| Crumb::new(seen.directory.name(*unit, lang), at_unit(seen, *unit))),
    );
    let acts = seen.may_define.then(|| {
        let href = format!("/figures/{}/definition", definition.code);
        ui::link_button(&t.figure_change(), &href, Act::Quiet, Some(Icon::Edit))
    });
    let unit = seen.directory.name(opened.scope.unit, lang);
    let number = shown::write(&seen.format, opened.value, lang);
    let why = shown::why_no_data(opened.value, lang);
    html! {
        (ui::page_head(lang, PageHead { title: definition.title(lang), sub: Some(html! { p { (unit) } }), acts, crumbs: &crumbs }))
        (ui::big_number(BigNumber {
            label: &asked::in_words(&opened.scope, seen.directory, lang),
            text: &number,
            href: &asked.url(&definition.code),
            note: why.map(|why| html! { p { (why) } }),
            ..BigNumber::default()
        }))
        (ui::definition(lang, html! {
            p { (definition.in_words(lang)) }
            p class="hint" { (t.figure_version(definition.code.as_str(), definition.version)) " " code { (definition.formula) } }
        }))
        (day_form(seen, &asked))
        (ui::section("trend", &t.trend_heading(), html! {}, trend(seen)))
        @if !opened.parts.is_empty() { (ui::section("parts", &t.parts_heading(), html! {}, parts(seen))) }
        (ui::section("records", &t.records_heading(), exports(seen, &asked), records_part(seen)))
    }
}

/// "As of any day": unit, first and last day, campaign.
fn day_form(seen: &Seen<'_>, asked: &Asked) -> Markup {
    let lang = seen.lang;
    let t = words::texts(lang);
    let path = format!("/figures/{}", seen.opened.definition.code);
    let is_stock = seen.opened.compiled.flow == Flow::Stock;
    let choices: Vec<Choice> = seen
        .campaigns
        .iter()
        .map(|campaign| Choice::new(&campaign.code, campaign.title(lang)))
        .collect();
    let uses_campaign = seen.opened.definition.formula.contains("$campaign")
        || seen.opened.definition.period == ledger::PeriodRule::Campaign;
    ui::query_bar(
        lang,
        QueryBar {
            action: &path,
            keep: &[("unit", &asked.unit)],
            fields: html! {
                @if !is_stock { (ui::form::date(lang, Field::new("from", &t.field_from(), &asked.from).condition())) }
                (ui::form::date(lang, Field::new("as_of", &t.field_as_of(), &asked.as_of).condition()))
                @if uses_campaign && 1 < choices.len() {
                    (ui::form::select(lang, Field::new("campaign", &t.field_campaign(), &asked.campaign).condition(), &choices))
                }
            },
        },
    )
}

fn trend(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let t = words::texts(lang);
    let point = |value: Value, href: String| charts::Point {
        value: value
            .quantity()
            .map(|quantity| quantity as f64 / scale(&seen.format)),
        text: shown::write(&seen.format, value, lang),
        href,
    };
    let code = &seen.opened.definition.code;
    let (mut this_year, mut last_year, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for month in &seen.opened.trend {
        let now = at_month(seen, month.month);
        let before = at_month(seen, month.month - chrono::Months::new(12));
        rows.push(Row::new(vec![
            html! { (month.month.format("%Y-%m")) },
            ui::number(
                &shown::write_cell(&seen.format, month.value, lang),
                &now.url(code),
            ),
            ui::number(
                &shown::write_cell(&seen.format, month.year_before, lang),
                &before.url(code),
            ),
        ]));
        this_year.push(point(month.value, now.url(code)));
        last_year.push(point(month.year_before, before.url(code)));
    }
    let is_empty = |points: &[charts::Point]| {
        points
            .iter()
            .all(|point| point.value.is_none_or(|value| value == 0.0))
    };
    if is_empty(&last_year) {
        last_year.clear();
    }
    let (title, unit) = (t.trend_heading(), seen.format.cell_unit(lang));
    html! {
        @if is_empty(&this_year) && last_year.is_empty() { p class="none" { (t.trend_nothing()) } }
        @else { (charts::months(lang, Style::Page, charts::Months { title: &title, this_year: &this_year, last_year: &last_year })) }
        details {
            summary { (t.as_table()) }
            (ui::table(lang, Table {
                caption: &title,
                columns: vec![
                    Column::title(t.column_month()),
                    Column::number(t.column_this_year(unit.as_str())),
                    Column::number(t.column_year_before(unit.as_str())),
                ],
                rows,
                ..Table::default()
            }))
        }
    }
}

fn parts(seen: &Seen<'_>) -> Markup {
    let (lang, opened) = (seen.lang, seen.opened);
    let t = words::texts(lang);
    let (mut bars, mut lines) = (Vec::new(), Vec::new());
    for part in &opened.parts {
        let (label, href) = match part.of {
            PartOf::Unit(unit) => (
                seen.directory.name(unit, lang).to_owned(),
                at_unit(seen, unit),
            ),
            PartOf::Itself => (t.part_itself(), String::new()),
            PartOf::Masked => (t.part_masked(), String::new()),
        };
        let cell = shown::write_cell(&seen.format, part.value, lang);
        lines.push(Row::new(vec![
            html! { @if href.is_empty() { (label) } @else { a href=(href) { (label) } } },
            html! { @if href.is_empty() { (cell) } @else { (ui::number(&cell, &href)) } },
        ]));
        // A long row of units without anything hides those with something; the table has them all.
        if part.value.quantity() == Some(0) {
            continue;
        }
        bars.push(charts::Bar {
            label,
            value: part
                .value
                .quantity()
                .map(|quantity| quantity as f64 / scale(&seen.format)),
            text: shown::write(&seen.format, part.value, lang),
            href,
        });
    }
    let adds_up =
        matches!(opened.compiled.shape, Shape::Sum(_)) && opened.compiled.flow != Flow::Peak;
    let foot = match adds_up {
        true => vec![
            html! { (t.total()) },
            html! { (shown::write_cell(&seen.format, opened.value, lang)) },
        ],
        false => Vec::new(),
    };
    let title = t.parts_heading();
    html! {
        @if !bars.is_empty() { (charts::bars(lang, Style::Page, charts::Bars { title: &title, bars: &bars })) }
        @if bars.len() < opened.parts.len() { p class="hint" { (t.parts_without_zeros()) } }
        details {
            summary { (t.as_table()) }
            (ui::table(lang, Table {
                caption: &title,
                columns: vec![Column::title(t.column_unit()), Column::number(rows::quantity_head(lang, &seen.format.cell_unit(lang)))],
                rows: lines,
                foot,
                ..Table::default()
            }))
        }
    }
}

fn records_part(seen: &Seen<'_>) -> Markup {
    let (lang, opened) = (seen.lang, seen.opened);
    let t = words::texts(lang);
    let sides = match opened.compiled.shape {
        Shape::Sum(_) => Vec::new(),
        Shape::Ratio(..) => vec![t.side_part(), t.side_whole()],
        Shape::Growth(_) => vec![t.side_now(), t.side_before()],
    };
    let tabs: Vec<ui::Tab> = sides
        .into_iter()
        .enumerate()
        .map(|(side, label)| {
            let change = [("side", side.to_string()), ("page", String::new())];
            let change = change.each_ref().map(|(key, value)| (*key, value.as_str()));
            ui::Tab::new(label, with_params(seen.path, &change), side == seen.side)
        })
        .collect();
    let total = u64::try_from(seen.page.open.count).unwrap_or(0);
    html! {
        @if !tabs.is_empty() { (ui::tabs(&t.records_heading(), &tabs)) }
        @if opened.sight == Sight::NumberOnly { p class="hint" { (t.number_only()) } }
        @if opened.compiled.flow == Flow::Peak { p class="hint" { (t.peak_note()) } }
        (table(lang, &opened.compiled, &seen.format, &seen.page, &seen.rows))
        (ui::pager(lang, seen.paging.pager(seen.path, total)))
    }
}

/// The list of records with what is masked and what all add up to.
pub fn table(
    lang: Lang,
    compiled: &figure::Compiled,
    format: &NumberFormat,
    page: &Page,
    rows: &[RecordRow],
) -> Markup {
    let t = words::texts(lang);
    // The sides of a ratio are quantities of their own, not shares.
    let is_plain = !matches!(compiled.shape, Shape::Sum(_));
    let cell = |quantity: i64| {
        if is_plain {
            quantity.to_string()
        } else {
            format.write_cell(quantity)
        }
    };
    let unit = if is_plain {
        String::new()
    } else {
        format.cell_unit(lang)
    };
    let mut drawn: Vec<Row> = rows
        .iter()
        .map(|row| rows::drawn(lang, row, &cell(row.quantity)))
        .collect();
    if page.masked != records::Tally::default() {
        drawn.push(Row::new(vec![
            html! {},
            html! {},
            html! { span class="none" { (t.rows_masked(page.masked.count)) } },
            html! {},
            html! { (cell(page.masked.total)) },
        ]));
    }
    let is_empty = drawn.is_empty();
    let foot = match compiled.flow == Flow::Peak || is_empty {
        true => Vec::new(),
        false => vec![
            html! { (t.total()) },
            html! {},
            html! {},
            html! {},
            html! { (cell(page.total())) },
        ],
    };
    ui::table(
        lang,
        Table {
            caption: &t.records_heading(),
            columns: rows::columns(lang, &unit),
            rows: drawn,
            foot,
            empty: Some(Empty {
                title: &t.records_empty_title(),
                text: &t.records_empty_text(),
                act: None,
            }),
            ..Table::default()
        },
    )
}

fn exports(seen: &Seen<'_>, asked: &Asked) -> Markup {
    let t = words::texts(seen.lang);
    let side = seen.side.to_string();
    let href = |ending: &str| {
        let path = asked.on(&format!(
            "/figures/{}/records.{ending}",
            seen.opened.definition.code
        ));
        with_params(&path, &[("side", if seen.side == 0 { "" } else { &side })])
    };
    html! {
        (ui::link_button(&t.export_xlsx(), &href("xlsx"), Act::Quiet, Some(Icon::Download)))
        (ui::link_button(&t.export_csv(), &href("csv"), Act::Quiet, Some(Icon::Download)))
    }
}

fn at_unit(seen: &Seen<'_>, unit: kernel::UnitId) -> String {
    let scope = figure::Scope {
        unit,
        ..seen.opened.scope.clone()
    };
    Asked::of(&scope, seen.directory).url(&seen.opened.definition.code)
}

/// What a month's point of the trend counted.
fn at_month(seen: &Seen<'_>, month: chrono::NaiveDate) -> Asked {
    let end = (month + chrono::Months::new(1)).pred_opt().unwrap_or(month);
    let scope = figure::Scope {
        as_of: end.min(seen.opened.scope.as_of),
        from: (seen.opened.compiled.flow != Flow::Stock).then_some(month),
        ..seen.opened.scope.clone()
    };
    Asked::of(&scope, seen.directory)
}

/// What one unit of a chart's axis stands for.
fn scale(format: &NumberFormat) -> f64 {
    match format.measure() {
        kernel::number::Measure::Plain => 1.0,
        kernel::number::Measure::Fen | kernel::number::Measure::BasisPoints => 100.0,
    }
}
