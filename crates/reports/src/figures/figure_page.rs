//! One figure: the number, its trend, its parts by unit, the records, what it means; as of any day.
mod as_now;
mod parts;
mod record_list;
mod trend;

use super::{
    Asked, ask, asked, defining,
    opened::{Opened, open},
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
use kernel::{Actor, Lang, Right, number::NumberFormat};
use ledger::{
    Flow,
    campaign::Campaign,
    figure::{self, Definition},
};
use maud::{Markup, html};
use orgs::Directory;
use parts::parts;
use record_list::{exports, records_part};
use serde::Deserialize;
use trend::trend;
use ui::{
    Act, BigNumber, Crumb, Icon, Notice, NoticeKind, PageHead, PageKind, QueryBar,
    form::{Choice, Field},
};
use web::{Access, App, Frame, Pages, Paging, WebError};

pub use record_list::table;

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
    /// `now`: the records by today's tree.
    by: String,
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
    as_now: AsNow,
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
    let as_now = AsNow::load(reader, &app.book, &opened, more.by == "now").await?;
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
    html! {
        (ui::page_head(lang, PageHead { title: definition.title(lang), sub: Some(html! { p { (unit) } }), acts, crumbs: &crumbs }))
        (ui::big_number(BigNumber {
            label: &asked::in_words(&opened.scope, seen.directory, lang),
            text: &number,
            href: &asked.url(&definition.code),
            note: Some(html! {
                @if let Some(why) = why { p { (why) } }
                @if let Some(closed) = seen.as_now.closed(lang, opened.scope.as_of) { (closed) }
            }),
            ..BigNumber::default()
        }))
        (ui::definition(lang, html! {
            p { (definition.in_words(lang)) }
            p class="hint" { (t.figure_version(definition.code.as_str(), definition.version)) " " code { (definition.formula) } }
        }))
        (seen.as_now.view(seen))
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

fn at_unit(seen: &Seen<'_>, unit: kernel::UnitId) -> String {
    let scope = figure::Scope {
        unit,
        ..seen.opened.scope.clone()
    };
    Asked::of(&scope, seen.directory).url(&seen.opened.definition.code)
}

/// What one unit of a chart's axis stands for.
fn scale(format: &NumberFormat) -> f64 {
    match format.measure() {
        kernel::number::Measure::Plain => 1.0,
        kernel::number::Measure::Fen | kernel::number::Measure::BasisPoints => 100.0,
    }
}
