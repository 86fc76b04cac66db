//! The tree of units, or those that were searched for.
use super::{Sight, UnitUrl, by_ids_on, named, since, tree};
use crate::{
    unit,
    words::{Texts, texts},
};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use kernel::{Actor, Lang, Reach, Right, UnitId};
use ledger::tree::Place;
use maud::{Markup, html};
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use std::collections::HashSet;
use ui::{
    Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Table, Tone,
    form::{self, Field},
};
use web::{App, AsOf, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/units")]
pub struct UnitsUrl;

/// Longest text that is searched for, in characters; what is longer is cut.
const WORDS_CHARS_MAX: usize = 100;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    /// Only units below this one.
    within: Option<String>,
    /// Only units that are closed.
    #[serde(default)]
    closed: bool,
}

pub async fn show(
    _: UnitsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    AsOf(day): AsOf,
    paging: Paging,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let t = texts(lang);
    let sight = Sight::of(&app, &actor, Right::Read).await?;
    let words: String = asked.q.trim().chars().take(WORDS_CHARS_MAX).collect();
    let within = asked
        .within
        .as_deref()
        .and_then(|within| within.parse().ok());
    let title = t.units_title();
    let body = if words.is_empty() && within.is_none() && !asked.closed {
        let part = tree::Part::load(&app, &sight, day).await?;
        if part.is_empty() {
            nothing_yet(&actor, t)
        } else {
            html! {
                (ui::tree(lang, &title, &part.nodes(lang, t, &sight)))
                @if day < sight.today { (since::differences(&app, &sight, lang, t, day).await?) }
            }
        }
    } else {
        let mut found = find(&app, &sight, &words, within, day).await?;
        if asked.closed {
            found.retain(|unit| sight.tree.place(*unit, day) == Some(Place::Closed));
        }
        found_list(&app, &sight, lang, (&frame.path, day, paging), found).await?
    };
    let acts = actor.has(Right::Roster).then(|| {
        ui::link_button(
            &t.import_title(),
            "/roster/imports",
            Act::Plain,
            Some(Icon::Upload),
        )
    });
    let head = PageHead {
        title: &title,
        acts,
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        (bar(lang, t, &words, within, (day, asked.closed)))
        (body)
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

fn bar(
    lang: Lang,
    t: &Texts,
    words: &str,
    within: Option<UnitId>,
    (day, closed): (NaiveDate, bool),
) -> Markup {
    let within = within.map(|within| within.to_string());
    let keep: Vec<(&str, &str)> = within
        .iter()
        .map(|within| ("within", within.as_str()))
        .collect();
    let only_closed = t.units_only_closed();
    let (label, as_of, day) = (t.units_words(), t.units_as_of(), day.to_string());
    let words = Field {
        id: "unit-words",
        ..Field::new("q", &label, words).condition()
    };
    let fields = html! {
        (form::search(lang, words))
        (form::date(lang, Field::new("day", &as_of, &day).condition()))
        (form::checkbox(lang, Field::new("closed", &only_closed, "true").condition(), closed))
    };
    ui::query_bar(
        lang,
        QueryBar {
            action: super::UNITS,
            keep: &keep,
            fields,
        },
    )
}

fn nothing_yet(actor: &Actor, t: &Texts) -> Markup {
    let label = t.import_title();
    let (title, text) = (t.units_none(), t.units_none_text());
    let act = actor
        .has(Right::Roster)
        .then_some((label.as_str(), "/roster/imports"));
    ui::empty(Empty {
        title: &title,
        text: &text,
        act,
    })
}

/// In sight, of this name or code, in the order of their codes.
async fn find(
    app: &App,
    sight: &Sight,
    words: &str,
    within: Option<UnitId>,
    day: NaiveDate,
) -> Result<Vec<UnitId>, WebError> {
    let mut select = unit::Entity::find()
        .select_only()
        .column(unit::Column::Id)
        .order_by_asc(unit::Column::Code);
    if !words.is_empty() {
        select = select.filter(named(words));
    }
    let mut found: Vec<UnitId> = select.into_tuple().all(app.db.reader()).await?;
    if let Some(within) = within {
        sight.check(within)?;
        let below: HashSet<UnitId> = sight.tree.subtree(within, day).into_iter().collect();
        found.retain(|unit| *unit != within && below.contains(unit));
    }
    found.retain(|unit| sight.tree.place(*unit, day).is_some());
    if sight.reach != Reach::All {
        found.retain(|unit| sight.sees(*unit));
    }
    Ok(found)
}

async fn found_list(
    app: &App,
    sight: &Sight,
    lang: Lang,
    (path, day, paging): (&str, NaiveDate, Paging),
    found: Vec<UnitId>,
) -> Result<Markup, WebError> {
    let t = texts(lang);
    let total = found.len() as u64;
    let shown: Vec<UnitId> = found
        .into_iter()
        .skip(usize::try_from(paging.offset()).unwrap_or(usize::MAX))
        .take(usize::try_from(paging.limit()).unwrap_or(usize::MAX))
        .collect();
    let above = shown.iter().filter_map(|unit| {
        sight
            .tree
            .parent(*unit, day)
            .or(sight.tree.heir(*unit, day))
    });
    let units = by_ids_on(app, shown.iter().copied().chain(above), day).await?;
    let went = |unit: UnitId| {
        let heir = sight.tree.heir(unit, day).and_then(|heir| units.get(&heir));
        html! { @if let Some(heir) = heir { " " span class="hint" { (t.since_went_into(heir.name_in(lang))) } } }
    };
    let rows = shown.iter().filter_map(|id| {
        let unit = units.get(id)?;
        let above = sight
            .tree
            .parent(*id, day)
            .and_then(|above| units.get(&above));
        let closed = sight.tree.place(*id, day) == Some(Place::Closed);
        Some(Row::new(vec![
            html! { (unit.code) },
            html! {
                a href=(UnitUrl::on(*id, day, sight.today)) { (unit.name_in(lang)) }
                @if closed { " " (ui::badge(Tone::Idle, &t.unit_closed())) (went(*id)) }
            },
            html! { (crate::kind::title(&unit.kind, lang)) },
            html! { @if let Some(above) = above { (above.name_in(lang)) } },
        ]))
    });
    let (title, text) = (t.units_not_found(), t.units_not_found_text());
    let table = Table {
        caption: &t.units_title(),
        columns: vec![
            Column::text(t.unit_code()),
            Column::title(t.unit_name()).wide(),
            Column::text(t.unit_kind()),
            Column::text(t.unit_superior()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &title,
            text: &text,
            act: None,
        }),
        ..Table::default()
    };
    Ok(html! {
        (ui::table(lang, table))
        @if 0 < total { (ui::pager(lang, paging.pager(path, total))) }
    })
}
