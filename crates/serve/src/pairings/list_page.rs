//! All pairings one may know of: by sort, and those without contact for long; coverage above, export of exactly these.
use super::{
    Sort,
    last_contact::last_contacts,
    pairing_page::{href, sort_word},
    sight,
    store::{self, Pairing, PairingId},
};
use crate::{desk::Desk, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use kernel::{Actor, Bilingual, Lang, Right};
use maud::{Markup, html};
use sea_orm::{EntityTrait, QueryOrder};
use serde::Deserialize;
use sheets::{ExportColumn, Format, Shape};
use std::collections::HashMap;
use ui::{
    Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Table,
    form::{self, Choice, Field, Width},
};
use web::{App, Download, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/pairings")]
pub struct PairingsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/pairings.xlsx")]
pub struct ExportUrl;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Conditions {
    sort: String,
    /// Without contact since this day.
    silent_since: String,
    /// Also those that have ended.
    ended: String,
}

/// Pairings of one list, with their last contacts.
struct Found {
    pairings: Vec<Pairing>,
    last: HashMap<PairingId, NaiveDate>,
}

async fn find(app: &App, desk: &Desk, conditions: &Conditions) -> Result<Found, WebError> {
    let reader = app.db.reader();
    let all = store::Entity::find()
        .order_by_asc(store::Column::FromDay)
        .order_by_asc(store::Column::Id);
    let mut pairings = all.all(reader).await?;
    let last = last_contacts(reader, &pairings).await?;
    let sort = Sort::from_code(&conditions.sort);
    let silent: Option<NaiveDate> = conditions.silent_since.trim().parse().ok();
    pairings.retain(|pairing| {
        let known = last.get(&pairing.id);
        desk.sees_pairing(pairing)
            && !pairing.withdrawn
            && sort.is_none_or(|sort| pairing.sort() == sort)
            && silent.is_none_or(|since| known.is_none_or(|last| *last < since))
            && (!conditions.ended.is_empty() || pairing.stands(desk.today))
    });
    Ok(Found { pairings, last })
}

pub async fn show(
    _: PairingsUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let found = find(&app, &desk, &conditions).await?;
    let as_number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let shown = found.pairings.iter().skip(as_number(paging.offset()));
    let mut rows = Vec::new();
    for pairing in shown.take(as_number(paging.limit())) {
        let last = found.last.get(&pairing.id).copied();
        rows.push(row(&app, &desk, lang, pairing, last)?);
    }
    let (title, new) = (t.pairings(), t.pairing_new());
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.pairings_sub()) }),
        acts: actor
            .has(Right::Serve)
            .then(|| ui::link_button(&new, "/pairings/new", Act::Primary, Some(Icon::Add))),
        ..PageHead::default()
    };
    let query = frame.path.split_once('?').map_or("", |(_, query)| query);
    let export = format!("/pairings.xlsx?{query}");
    let covered = coverage(&app, &desk).await?;
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.pairing_helped()).wide(),
            Column::text(t.pairing_sort()),
            Column::text(t.pairing_helper()),
            Column::text(t.pairing_contact()),
            Column::text(t.pairing_from()),
            Column::text(t.pairing_last()),
        ],
        rows,
        empty: Some(Empty {
            title: &t.pairings_empty(),
            text: &t.pairings_empty_text(),
            act: None,
        }),
        ..Table::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        @for (sort, covered, all) in covered {
            p { (t.pairing_coverage(sort_word(lang, sort), covered as u32, all as u32)) }
        }
        (bar(lang, &conditions))
        (ui::toolbar(html! {}, ui::link_button(&t.pairings_export(), &export, Act::Plain, Some(Icon::Download))))
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(&frame.path, found.pairings.len() as u64)))
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

/// Of the communities and enterprises within sight: how many are paired, of how many.
async fn coverage(app: &App, desk: &Desk) -> Result<Vec<(Sort, usize, usize)>, WebError> {
    let standing = find(app, desk, &Conditions::default()).await?.pairings;
    let counted = [Sort::Community, Sort::Enterprise].map(|sort| {
        let open = desk.tree.units().filter(|unit| {
            let kind = desk.directory.unit(*unit).map_or("", |unit| &unit.kind);
            kind == sort.helped() && desk.sees(*unit) && desk.tree.is_open(*unit, desk.today)
        });
        let open: Vec<_> = open.collect();
        let is_paired = |unit| {
            standing
                .iter()
                .any(|one| one.sort() == sort && one.helped == unit)
        };
        let paired = open.iter().filter(|unit| is_paired(**unit)).count();
        (sort, paired, open.len())
    });
    Ok(counted.into_iter().filter(|(.., all)| 0 < *all).collect())
}

fn bar(lang: Lang, conditions: &Conditions) -> Markup {
    let t = texts(lang);
    let sorts: Vec<Choice> = Sort::ALL
        .iter()
        .map(|sort| Choice::new(sort.code(), sort_word(lang, *sort)))
        .collect();
    let ended = [Choice::new("also", t.pairings_ended_too())];
    let (sort, silent, standing) = (
        t.pairing_sort(),
        t.pairings_silent_since(),
        t.pairings_standing(),
    );
    let fields = html! {
        (form::select(lang, Field::new("sort", &sort, &conditions.sort).condition().width(Width::Medium), &sorts))
        (form::date(lang, Field::new("silent_since", &silent, &conditions.silent_since).condition().width(Width::Short)))
        (form::select(lang, Field::new("ended", &standing, &conditions.ended).condition().width(Width::Short), &[&[Choice::new("", t.pairings_standing_only())], &ended[..]].concat()))
    };
    let bar = QueryBar {
        action: "/pairings",
        keep: &[],
        fields,
    };
    ui::query_bar(lang, bar)
}

fn row(
    app: &App,
    desk: &Desk,
    lang: Lang,
    pairing: &Pairing,
    last: Option<NaiveDate>,
) -> Result<Row, WebError> {
    let t = texts(lang);
    let helped = sight::helped(app, desk, lang, pairing)?;
    Ok(Row::new(vec![
        html! { a href=(href(pairing.id)) { (helped) } },
        html! { (sort_word(lang, pairing.sort())) },
        html! { (desk.directory.name(pairing.helper, lang)) },
        html! { (pairing.contact) },
        html! { span class="nowrap" { (pairing.from_day) } },
        html! { @match last { Some(day) => span class="nowrap" { (day) }, None => span class="hint" { (t.pairing_never()) } } },
    ]))
}

pub async fn export(
    _: ExportUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let found = find(&app, &desk, &conditions).await?;
    const fn column(zh: &'static str, en: &'static str, shape: Shape) -> ExportColumn {
        ExportColumn::new(Bilingual::new(zh, en), shape)
    }
    let columns = [
        column("结对对象", "Helped", Shape::Text),
        column("类别", "Sort", Shape::Text),
        column("帮扶单位", "Unit that helps", Shape::Text),
        column("联系人", "Contact", Shape::Text),
        column("结对日期", "From", Shape::Date),
        column("结束日期", "Ended", Shape::Date),
        column("最近联系", "Last contact", Shape::Date),
    ];
    let mut rows = Vec::new();
    for pairing in &found.pairings {
        rows.push(vec![
            sight::helped(&app, &desk, lang, pairing)?.into(),
            sort_word(lang, pairing.sort()).into(),
            desk.directory.name(pairing.helper, lang).to_owned().into(),
            pairing.contact.clone().into(),
            pairing.from_day.into(),
            pairing.to_day.into(),
            found.last.get(&pairing.id).copied().into(),
        ]);
    }
    let title = texts(lang).pairings();
    let bytes = sheets::export(Format::Xlsx, &title, &columns, rows, lang);
    let bytes = bytes.map_err(WebError::internal)?;
    Ok(Download::xlsx(
        format!("{title} {}.xlsx", desk.today),
        bytes,
    ))
}
