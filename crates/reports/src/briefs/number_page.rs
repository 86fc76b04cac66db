//! One number of an issued brief: as printed, the records as counted then, and what changed since.
use super::{
    because::{self, Explained},
    frozen::{self, FrozenNumber, Issue, Since},
    restating,
};
use crate::{
    entries,
    figures::{
        Asked, asked,
        figure_page::{Sources, format, table},
        firmness,
        records::{self, Page, Wanted},
        rows::{self, RecordRow},
        shown, sides, sight,
    },
    words,
};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, PersonId, Right, number::NumberFormat};
use ledger::{
    Book, Firmness,
    figure::{self, Compiled, Definition, Scope, Value},
};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use std::collections::HashMap;
use ui::{
    BigNumber, Column, Crumb, Notice, NoticeKind, PageHead, PageKind, Row, Table,
    query::with_params,
};
use web::{Access, App, Frame, Pages, Paging, WebError};

pub fn pages() -> Pages {
    Pages::default().get(Access::Right(Right::Read), show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/briefs/{total}/numbers/{index}")]
pub struct NumberUrl {
    pub total: i32,
    /// From 1, in the order of the text.
    pub index: usize,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct More {
    side: usize,
}

struct Seen<'a> {
    lang: Lang,
    book: &'a Book,
    path: &'a str,
    issue: &'a Issue,
    number: &'a FrozenNumber,
    definition: Definition,
    compiled: Compiled,
    scope: Scope,
    directory: &'a Directory,
    format: NumberFormat,
    firmness: Firmness,
    /// The published words it was made of, as they stood then.
    sources: Sources<'a>,
    /// What it would be today.
    now: Option<Value>,
    /// Whether the records of then still add up to the printed value. Issues from before the tree's version was kept may not,
    /// if units were moved for days gone by.
    adds_up: bool,
    since: Vec<Explained>,
    names: HashMap<PersonId, String>,
    restated: Vec<restating::Model>,
    may_restate: bool,
    app: &'a App,
    side: usize,
    page: Page,
    rows: Vec<RecordRow>,
    paging: Paging,
    may_open_now: bool,
}

async fn show(
    url: NumberUrl,
    State(app): State<App>,
    actor: Actor,
    Query(more): Query<More>,
    paging: Paging,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let (_, issue) = frozen::find(reader, url.total)
        .await?
        .ok_or(WebError::NotFound)?;
    let index = url.index.checked_sub(1).ok_or(WebError::NotFound)?;
    let number = issue.numbers.get(index).ok_or(WebError::NotFound)?;
    let (definition, scope) = (number.definition(reader).await?, number.scope());
    let campaign = scope
        .campaign
        .as_ref()
        .map(|campaign| campaign.code.as_str());
    let compiled =
        figure::compile(&app.book, &definition.formula, campaign).map_err(WebError::internal)?;
    let directory = Directory::load(reader).await?;
    let tree = app.book.tree(reader).await?;
    let side = more.side.min(records::sides(&compiled) - 1);
    let own = sight::own_units(&tree, &actor, scope.unit, scope.as_of);
    let wanted = Wanted {
        side,
        up_to: Some(issue.mark),
        by: issue.by(),
        skip: paging.offset(),
        take: paging.limit(),
    };
    let (mark, by) = (Some(issue.mark), issue.by());
    let changed = async {
        // Whoever may not see the rows may not see which of them changed either.
        match own == [scope.unit] {
            true => frozen::since(reader, &app.book, number, (issue.mark, by)).await,
            false => Ok(Ok(Since::default())),
        }
    };
    let (page, then, now, since) = futures::try_join!(
        records::list(reader, &app.book, &definition, &scope, &own, wanted),
        figure::value_by(reader, &app.book, &definition, &scope, mark, by),
        frozen::today(reader, &app.book, number),
        changed
    )?;
    let page = page.map_err(WebError::internal)?;
    let (now, since) = (now.ok(), since.unwrap_or_default());
    let (since, names) = because::explain(reader, since, issue.mark).await?;
    let place = i32::try_from(url.index).unwrap_or(i32::MAX);
    let mut restated = restating::of_issue(reader, issue.total).await?;
    restated.retain(|one| one.number == place);
    let quotes = figure::quotes(reader, &definition, &compiled, &scope, mark).await?;
    let periods = ledger::periods(reader).await?;
    let seen = Seen {
        app: &app,
        firmness: firmness::of(&app.book, &periods, &definition, &scope),
        sources: Sources::of(reader, &quotes).await?,
        names,
        restated,
        may_restate: actor.has(Right::Publish),
        lang,
        book: &app.book,
        path: &frame.path,
        rows: rows::rows(&app, lang, &actor, &directory, &page.rows).await?,
        format: format(&definition)?,
        may_open_now: sight::sight(&tree, &actor, scope.unit, scope.as_of) != sight::Sight::Nothing,
        adds_up: then.is_ok_and(|then| then == number.value.value()),
        issue: &issue,
        number,
        definition,
        compiled,
        scope,
        directory: &directory,
        now,
        since,
        side,
        page,
        paging,
    };
    let title = seen.definition.title(lang).to_owned();
    let main = view(&seen, &title);
    Ok(frame
        .under("briefs")
        .kind(PageKind::Figure)
        .page(&title, main))
}

fn view(seen: &Seen<'_>, title: &str) -> Markup {
    let (lang, issue) = (seen.lang, seen.issue);
    let t = words::texts(lang);
    let brief = format!("/briefs/{}", issue.total);
    let crumbs = [
        Crumb::new(t.briefs_title(), "/briefs"),
        Crumb::new(t.issue_number(issue.number, issue.total), &brief),
    ];
    let frozen = t.number_frozen(paper::write_date(issue.date, lang), issue.mark);
    let live = Asked::of(&seen.scope, seen.directory).url(&seen.definition.code);
    let sides = sides::labels(seen.book, &seen.compiled, lang);
    let tabs: Vec<ui::Tab> = sides
        .into_iter()
        .enumerate()
        .map(|(side, label)| {
            let href = with_params(seen.path, &[("side", &side.to_string()), ("page", "")]);
            ui::Tab::new(label, href, side == seen.side)
        })
        .collect();
    let total = u64::try_from(seen.page.open.count).unwrap_or(0);
    let firm = firmness::text(lang, seen.firmness);
    let counts = |side: &figure::Side| !matches!(side.of, figure::SideOf::Quoted(_));
    let is_counted = seen.compiled.sides.iter().any(counts);
    html! {
        (ui::page_head(lang, PageHead { title, sub: Some(html! { p { (asked::in_words(&seen.scope, seen.directory, lang)) } }), crumbs: &crumbs, ..PageHead::default() }))
        (ui::big_number(BigNumber {
            label: &t.number_as_printed(),
            text: &seen.number.shown,
            note: Some(html! {
                p { (frozen) }
                p { (t.number_exactly(shown::write(&seen.format, seen.number.value.value(), lang))) }
                @if let Some(firm) = firm { p { a href="/periods" { (firm) } } }
            }),
            ..BigNumber::default()
        }))
        (differs(seen, &live))
        (restated(seen))
        @if !seen.adds_up {
            (ui::notice(lang, &Notice { kind: NoticeKind::Warning, text: &t.number_tree_moved(), ..Notice::default() }))
        }
        (ui::definition(lang, html! {
            p { (seen.definition.in_words(lang)) }
            p class="hint" { (t.figure_version(seen.definition.code.as_str(), seen.definition.version)) " " code { (seen.definition.formula) } }
        }))
        @if !seen.sources.are_none() {
            (ui::section("sources", &t.sources_heading(), html! {}, seen.sources.view(lang)))
        }
        @if is_counted { (ui::section("records", &t.records_then_heading(), html! {}, html! {
            @if !tabs.is_empty() { (ui::tabs(&t.records_then_heading(), &tabs)) }
            (table(lang, &seen.compiled, seen.side, &seen.format, &seen.page, &seen.rows))
            (ui::pager(lang, seen.paging.pager(seen.path, total)))
        })) }
        @if !seen.since.is_empty() { (ui::section("since", &t.since_heading(), html! {}, since(seen))) }
    }
}

/// Whether it would be another number today.
fn differs(seen: &Seen<'_>, live: &str) -> Markup {
    let lang = seen.lang;
    let t = words::texts(lang);
    let act_label = t.number_open_live();
    let act = seen.may_open_now.then_some((act_label.as_str(), live));
    let same = t.number_same();
    match seen.now {
        Some(now) if now == seen.number.value.value() => ui::notice(
            lang,
            &Notice {
                kind: NoticeKind::Info,
                text: &same,
                act,
                ..Notice::default()
            },
        ),
        Some(now) => {
            let text = t.number_would_be(shown::write(&seen.format, now, lang));
            ui::notice(
                lang,
                &Notice {
                    kind: NoticeKind::Warning,
                    title: &t.number_differs(),
                    text: &text,
                    act,
                    ..Notice::default()
                },
            )
        }
        None => html! {},
    }
}

/// Where it was said anew; and for whoever writes briefs the way to do so.
fn restated(seen: &Seen<'_>) -> Markup {
    let t = words::texts(seen.lang);
    let differs = seen.now.is_some_and(|now| now != seen.number.value.value());
    let path = seen.path.split('?').next().unwrap_or_default();
    let href = format!("{path}/restatement");
    html! {
        @for one in &seen.restated {
            p { a href={ "/briefs/" (one.by_total) } { (t.number_restated_in(one.by_total)) } }
        }
        @if differs && seen.may_restate { (ui::acts(ui::link_button(&t.restate_title(), &href, ui::Act::Plain, None))) }
    }
}

fn since(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let t = words::texts(lang);
    let rows = seen.since.iter().map(|one| {
        let change = &one.change;
        let entry = &change.record.entry;
        let what = match (change.then, change.now) {
            (0, _) => t.since_added(),
            (_, 0) => t.since_taken_back(),
            _ => t.since_corrected(),
        };
        Row::new(vec![
            html! { a href=(entries::url(entry.id)) { (what) } },
            html! { (seen.directory.name(entry.unit, lang)) },
            html! { (entry.happened_on) },
            html! { (shown::write_cell(&seen.format, Value::Number(change.then), lang)) },
            html! { (shown::write_cell(&seen.format, Value::Number(change.now), lang)) },
            html! { @for act in &one.acts { (because(seen, act)) } },
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.since_heading(),
            columns: vec![
                Column::title(t.column_change()),
                Column::text(t.column_unit()).wide(),
                Column::text(t.column_day()),
                Column::number(t.column_then()),
                Column::number(t.column_now()),
                Column::text(t.column_because()).wide(),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}

/// Who did it, when, and why.
fn because(seen: &Seen<'_>, act: &ledger::entry::Entry) -> Markup {
    let t = words::texts(seen.lang);
    let who = seen
        .names
        .get(&act.actor)
        .cloned()
        .unwrap_or_else(|| t.somebody());
    html! {
        p {
            a href=(entries::url(act.id)) { (seen.app.domains.act(&act.kind, seen.lang)) }
            " " (who) " " (entries::moment(act.recorded_at))
            @if let Some(reason) = &act.reason { div class="hint" { (reason) } }
        }
    }
}
