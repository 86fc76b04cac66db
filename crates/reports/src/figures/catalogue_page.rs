//! The catalogue: every figure with its number at the reader's own unit.
use super::{Asked, defining, shown, sight};
use crate::words;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right};
use ledger::figure::{self, Definition, Scope};
use maud::{Markup, html};
use orgs::{Directory, folded};
use serde::Deserialize;
use ui::{Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Table, form::Field};
use web::{Access, App, Frame, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default().get(Access::Right(Right::Read), show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/figures")]
pub struct CatalogueUrl;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Conditions {
    q: String,
}

struct Line {
    definition: Definition,
    number: String,
    href: String,
}

async fn show(
    _: CatalogueUrl,
    State(app): State<App>,
    actor: Actor,
    Query(conditions): Query<Conditions>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let t = words::texts(lang);
    let today = app.clock.today();
    let directory = Directory::load(reader).await?;
    let tree = app.book.tree(reader).await?;
    let home = sight::home(&tree, &actor, today);
    let campaign = ledger::campaign::find(reader, None, today).await?;
    let mut lines = Vec::new();
    for definition in matching(figure::all(reader).await?, &conditions.q) {
        let (mut number, mut href) = (t.no_data(), format!("/figures/{}", definition.code));
        if let Some(unit) = home {
            let scope = Scope {
                unit,
                as_of: today,
                from: None,
                campaign: campaign.clone(),
            };
            if let Ok(value) = figure::evaluate(reader, &app.book, &definition, &scope).await? {
                number = shown::write_as_defined(&definition, value, lang);
            }
            href = Asked {
                campaign: String::new(),
                ..Asked::of(&scope, &directory)
            }
            .url(&definition.code);
        }
        lines.push(Line {
            definition,
            number,
            href,
        });
    }
    let unit = home
        .map(|unit| directory.name(unit, lang))
        .unwrap_or_default();
    let title = t.catalogue_title();
    let main = view(
        lang,
        &title,
        unit,
        &conditions.q,
        &lines,
        defining::may_define(&actor),
    );
    Ok(frame.kind(PageKind::List).page(&title, main))
}

/// Figures whose code or title has the words in it.
pub fn matching(all: Vec<Definition>, wanted: &str) -> Vec<Definition> {
    let wanted = folded(wanted);
    let has = |text: &str| folded(text).contains(&wanted);
    let found = |one: &Definition| has(&one.code) || has(&one.title_zh) || has(&one.title_en);
    all.into_iter().filter(found).collect()
}

fn view(lang: Lang, title: &str, unit: &str, q: &str, lines: &[Line], may_define: bool) -> Markup {
    let t = words::texts(lang);
    let acts = may_define.then(|| {
        html! {
            (ui::link_button(&t.quoted_import(), "/quoted_imports", Act::Quiet, Some(Icon::Upload)))
            (ui::link_button(&t.figure_add(), "/figure_definitions", Act::Plain, Some(Icon::Add)))
        }
    });
    let rows = lines.iter().map(|line| {
        let definition = &line.definition;
        Row::new(vec![
            html! { a href=(line.href) { (definition.title(lang)) } },
            ui::number(&line.number, &line.href),
            html! { (definition.in_words(lang)) },
            html! { code { (definition.code) } },
        ])
    });
    let (empty_title, empty_text) = (t.catalogue_empty_title(), t.catalogue_empty_text());
    let table = Table {
        caption: title,
        columns: vec![
            Column::title(t.column_figure()),
            Column::number(t.column_value(unit)),
            Column::text(t.column_definition()).wide(),
            Column::text(t.column_code()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &empty_title,
            text: &empty_text,
            act: None,
        }),
        ..Table::default()
    };
    let label = t.catalogue_search();
    html! {
        (ui::page_head(lang, PageHead { title, sub: Some(html! { p { (t.catalogue_sub()) } p { a href="/seals" { (t.seals_link()) } } }), acts, crumbs: &[] }))
        (ui::query_bar(lang, QueryBar {
            action: "/figures",
            keep: &[],
            fields: ui::form::search(lang, Field::new("q", &label, q).condition()),
        }))
        (ui::table(lang, table))
    }
}
