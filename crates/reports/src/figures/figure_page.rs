//! One figure: the number, its trend, its parts by unit, the records, what it means; as of any day.
mod as_now;
mod comparison;
mod parts;
mod record_list;
pub mod sources;
pub mod trend;

use super::{
    Asked, ask, asked,
    asked_view::{AskedView, with_days},
    defining, explained,
    opened::{Look, Opened, open},
    problem,
    records::{self, Page, Wanted},
    rows::{self, RecordRow},
    shown, sight,
};
use crate::words;
use as_now::AsNow;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use comparison::{comparison, comparison_export};
use kernel::UnitId;
use kernel::{Actor, Lang, Right, number::NumberFormat};
use ledger::{
    Book, Flow, PeriodRule,
    campaign::Campaign,
    figure::{self, Definition},
};
use maud::{Markup, html};
use orgs::Directory;
use parts::parts;
use record_list::{exports, records_part, shown_export};
use serde::Deserialize;
use trend::trend;
use ui::{
    Act, BigNumber, Crumb, Icon, Notice, NoticeKind, PageHead, PageKind, QueryBar,
    form::{Choice, Field},
};
use web::{Access, App, Frame, Pages, Paging, WebError};

pub use parts::parts_chart;
pub use record_list::table;
pub use sources::Sources;
pub use trend::trend_chart;

pub fn pages() -> Pages {
    Pages::default().get(Access::Right(Right::Read), show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/figures/{figure}")]
pub struct FigureUrl {
    pub figure: String,
}

/// What a chart is drawn from, here and on a board.
pub struct Glance<'a> {
    pub lang: Lang,
    pub opened: &'a Opened,
    pub directory: &'a Directory,
    pub format: &'a NumberFormat,
}

impl Seen<'_> {
    fn glance(&self) -> Glance<'_> {
        Glance {
            lang: self.lang,
            opened: self.opened,
            directory: self.directory,
            format: &self.format,
        }
    }
}

/// Everything that is on the page.
struct Seen<'a> {
    lang: Lang,
    book: &'a Book,
    asked_view: &'a AskedView,
    today: NaiveDate,
    sources: Sources<'a>,
    /// Units that may be compared: those below, which the reader may open.
    comparable: Vec<UnitId>,
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
    as_now: AsNow,
}

async fn show(
    url: FigureUrl,
    State(app): State<App>,
    actor: Actor,
    Query(asked): Query<Asked>,
    axum_extra::extract::Query(view_of): axum_extra::extract::Query<AskedView>,
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
    let asked = with_days(&asked, view_of.rule(), today);
    let scope = match ask(reader, &directory, &asked, home, today).await? {
        Ok(scope) => scope,
        Err(error) => {
            let page = frame.page(&title, cannot(lang, &title, &url.figure, &error.text(lang)));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let look = Look {
        grain: Some(view_of.grain()),
        compare: view_of.units(&directory),
    };
    let opened = open(
        reader, &app.book, &directory, &actor, definition, scope, &look,
    )
    .await?;
    let opened = match opened.ok_or(WebError::NotFound)? {
        Ok(opened) => opened,
        Err(error) => {
            let text = problem::text(&error, lang);
            return Ok(frame
                .page(&title, cannot(lang, &title, &url.figure, &text))
                .into_response());
        }
    };
    let side = view_of.side.min(records::sides(&opened.compiled) - 1);
    let as_now = AsNow::load(reader, &app.book, &opened, view_of.by == "now").await?;
    let wanted = Wanted {
        side,
        up_to: None,
        by: as_now.by(),
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
    let (unit, day) = (opened.scope.unit, opened.scope.as_of);
    let mut comparable = directory.in_order(tree.children(unit, day));
    comparable.retain(|unit| sight::sight(&tree, &actor, *unit, day) != sight::Sight::Nothing);
    let seen = Seen {
        lang,
        sources: Sources::of(reader, &opened.quotes).await?,
        book: &app.book,
        asked_view: &view_of,
        today,
        comparable,
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
        as_now,
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
    let doubled = shown::doubling(&opened.compiled, opened.value, lang);
    let running = running(seen);
    let named = seen.asked_view.rule().map(|rule| period(lang, rule));
    html! {
        (ui::page_head(lang, PageHead { title: definition.title(lang), sub: Some(html! { p { (unit) } }), acts, crumbs: &crumbs }))
        (ui::big_number(BigNumber {
            label: &asked::in_words(&opened.scope, seen.directory, lang),
            text: &number,
            href: &asked.url(&definition.code),
            note: Some(html! {
                @if let Some(why) = why { p { (why) } }
                @if let Some(closed) = seen.as_now.closed(lang, opened.scope.as_of) { (closed) }
                @if let Some(doubled) = doubled { p { (doubled) } }
                @if let Some(named) = named { p { (named) } }
                @if let Some(running) = running { p class="running" { (running) } }
            }),
            ..BigNumber::default()
        }))
        (ui::definition(lang, html! {
            p { (definition.in_words(lang)) }
            p { (t.explained_counts(explained::node(seen.book, &opened.compiled.node, lang))) }
            p class="hint" { (t.figure_version(definition.code.as_str(), definition.version)) " " code { (definition.formula) } }
        }))
        (seen.as_now.view(seen))
        (day_form(seen, &asked))
        (ui::section("trend", &t.trend_heading(), shown_export(seen, &asked, "trend"), trend(seen)))
        @if !opened.parts.is_empty() { (ui::section("parts", &t.parts_heading(), shown_export(seen, &asked, "parts"), parts(seen))) }
        @if 1 < seen.comparable.len() || !opened.compared.is_empty() {
            (ui::section("comparison", &t.comparison_heading(), comparison_export(seen, &asked), comparison(seen)))
        }
        @if opened.compiled.is_quoted() { (ui::section("sources", &t.sources_heading(), html! {}, seen.sources.view(seen.lang))) }
        @if has_records(seen) {
            (ui::section("records", &t.records_heading(), exports(seen, &asked), records_part(seen)))
        }
    }
}

/// Whether anything in it is counted: what is only quoted has cells instead of records.
fn has_records(seen: &Seen<'_>) -> bool {
    let mut sides = seen.opened.compiled.sides.iter();
    sides.any(|side| !matches!(side.of, figure::SideOf::Quoted(_)))
}

/// That the days go on after the as-of day.
fn running(seen: &Seen<'_>) -> Option<String> {
    let rule = seen.asked_view.rule().or_else(|| {
        let rule = seen.opened.definition.period;
        seen.opened.scope.from.is_none().then_some(rule)
    })?;
    let as_of = seen.opened.scope.as_of;
    (seen.today <= as_of && figure::is_running(rule, as_of)).then(|| {
        let last = rule.last_day(as_of).unwrap_or(as_of);
        words::texts(seen.lang).period_running(paper::write_date(last, seen.lang))
    })
}

/// A period rule in words.
pub fn period(lang: Lang, rule: PeriodRule) -> String {
    let t = words::texts(lang);
    match rule {
        PeriodRule::ToDate => t.period_to_date(),
        PeriodRule::YearToDate => t.period_year(),
        PeriodRule::Day => t.period_day(),
        PeriodRule::Week => t.period_week(),
        PeriodRule::Month => t.period_month(),
        PeriodRule::Quarter => t.period_quarter(),
        PeriodRule::HalfYear => t.period_half_year(),
        PeriodRule::Year => t.period_whole_year(),
        PeriodRule::Campaign => t.period_campaign(),
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
    let named: Vec<Choice> = [
        PeriodRule::Day,
        PeriodRule::Week,
        PeriodRule::Month,
        PeriodRule::Quarter,
        PeriodRule::HalfYear,
        PeriodRule::Year,
        PeriodRule::YearToDate,
    ]
    .into_iter()
    .map(|rule| Choice::new(rule.code(), period(lang, rule)))
    .collect();
    let named = [vec![Choice::new("", t.period_as_defined())], named].concat();
    let mut keep: Vec<(&str, &str)> = vec![("unit", &asked.unit)];
    if !seen.asked_view.grain.is_empty() {
        keep.push(("grain", &seen.asked_view.grain));
    }
    keep.extend(
        seen.asked_view
            .compare
            .iter()
            .map(|code| ("compare", code.as_str())),
    );
    ui::query_bar(
        lang,
        QueryBar {
            action: &path,
            keep: &keep,
            fields: html! {
                (ui::form::select(lang, Field::new("period", &t.field_period(), &seen.asked_view.period).condition(), &named))
                @if !is_stock { (ui::form::date(lang, Field::new("from", &t.field_from(), &asked.from).condition())) }
                (ui::form::date(lang, Field::new("as_of", &t.field_as_of(), &asked.as_of).condition()))
                @if uses_campaign && 1 < choices.len() {
                    (ui::form::select(lang, Field::new("campaign", &t.field_campaign(), &asked.campaign).condition(), &choices))
                }
            },
        },
    )
}

fn at_unit(seen: &Seen<'_>, unit: UnitId) -> String {
    address_at(&seen.glance(), unit)
}

fn address_at(glance: &Glance<'_>, unit: UnitId) -> String {
    let scope = figure::Scope {
        unit,
        ..glance.opened.scope.clone()
    };
    Asked::of(&scope, glance.directory).url(&glance.opened.definition.code)
}

/// What one unit of a chart's axis stands for.
fn scale(format: &NumberFormat) -> f64 {
    match format.measure() {
        kernel::number::Measure::Plain => 1.0,
        kernel::number::Measure::Fen | kernel::number::Measure::BasisPoints => 100.0,
    }
}
