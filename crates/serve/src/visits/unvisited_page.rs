//! Whom nobody has called on since when: to plan the next visits, and to export.
use super::unvisited::{Sort, Unvisited, unvisited};
use crate::{desk::Desk, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::{NaiveDate, TimeDelta};
use kernel::{Actor, Bilingual, Lang, Right};
use maud::{Markup, html};
use serde::Deserialize;
use sheets::{ExportColumn, Format, Shape};
use ui::{
    Act, Column, Crumb, Empty, Icon, PageHead, PageKind, QueryBar, Row, Table,
    form::{self, Choice, Field, Width},
    query::with_params,
};
use web::{App, Download, Frame, Paging, WebError};

/// Days without a visit that are asked for unless the reader says otherwise.
const SINCE_DAYS: i64 = 60;

#[derive(TypedPath, Deserialize)]
#[typed_path("/visits/unvisited")]
pub struct UnvisitedUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/visits/unvisited.xlsx")]
pub struct ExportUrl;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Conditions {
    sort: String,
    since: String,
}

impl Conditions {
    fn sort(&self) -> Sort {
        Sort::from_code(&self.sort).unwrap_or(Sort::Enterprise)
    }

    fn since(&self, today: NaiveDate) -> NaiveDate {
        let typed = self.since.trim().parse();
        typed.unwrap_or(today - TimeDelta::days(SINCE_DAYS))
    }
}

pub async fn show(
    _: UnvisitedUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let (sort, since) = (conditions.sort(), conditions.since(desk.today));
    let found = unvisited(app.db.reader(), &desk, sort, since).await?;
    let as_number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let shown = found.iter().skip(as_number(paging.offset()));
    let shown = shown.take(as_number(paging.limit()));
    let may_record = actor.has(Right::Serve);
    let since = since.to_string();
    let query = [("sort", sort.code()), ("since", since.as_str())];
    let export = with_params("/visits/unvisited.xlsx", &query);
    let title = t.unvisited();
    let sub = t.unvisited_sub(since.as_str(), found.len() as u32);
    let head = PageHead {
        title: &title,
        sub: Some(html! { (sub) }),
        crumbs: &[Crumb::new(t.visits(), "/visits")],
        ..PageHead::default()
    };
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.unvisited_unit()).wide(),
            Column::text(t.unvisited_above()),
            Column::text(t.unvisited_last()),
            Column::text(t.unvisited_days()),
            Column::text(t.unvisited_act()),
        ],
        rows: shown
            .map(|one| row(lang, &desk, *one, may_record))
            .collect(),
        empty: Some(Empty {
            title: &t.unvisited_empty(),
            text: &t.unvisited_empty_text(),
            act: None,
        }),
        ..Table::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        (bar(lang, sort, &since))
        (ui::toolbar(html! {}, ui::link_button(&t.visits_export(), &export, Act::Plain, Some(Icon::Download))))
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(&frame.path, found.len() as u64)))
    };
    Ok(frame
        .kind(PageKind::List)
        .under("visits")
        .page(&title, main))
}

fn bar(lang: Lang, sort: Sort, since: &str) -> Markup {
    let t = texts(lang);
    let sorts = [
        Choice::new(Sort::Enterprise.code(), t.visit_enterprise()),
        Choice::new(Sort::Community.code(), t.unvisited_community()),
        Choice::new(Sort::Department.code(), t.unvisited_department()),
    ];
    let (label, since_label) = (t.visit_audience(), t.unvisited_since());
    let sort = Field::new("sort", &label, sort.code())
        .condition()
        .required();
    let fields = html! {
        (form::select(lang, sort.width(Width::Short), &sorts))
        (form::date(lang, Field::new("since", &since_label, since).condition().width(Width::Short)))
    };
    let bar = QueryBar {
        action: "/visits/unvisited",
        keep: &[],
        fields,
    };
    ui::query_bar(lang, bar)
}

fn row(lang: Lang, desk: &Desk, one: Unvisited, may_record: bool) -> Row {
    let t = texts(lang);
    let code = desk
        .directory
        .unit(one.unit)
        .map_or("", |unit| unit.code.as_str());
    let above = desk.tree.parent(one.unit, desk.today);
    let visits = with_params("/visits", &[("visited", code)]);
    let new = with_params("/visits/new", &[("visited", code)]);
    Row::new(vec![
        html! { (desk.directory.name(one.unit, lang)) },
        html! { @if let Some(above) = above { (desk.directory.name(above, lang)) } },
        html! {
            @match one.last {
                Some(last) => a class="nowrap" href=(visits) { (last) },
                None => span class="hint" { (t.unvisited_never()) },
            }
        },
        html! { @if let Some(last) = one.last { ((desk.today - last).num_days()) } },
        html! { @if may_record { a href=(new) { (t.visit_new()) } } },
    ])
}

pub async fn export(
    _: ExportUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let desk = Desk::of(&app, &actor).await?;
    let (sort, since) = (conditions.sort(), conditions.since(desk.today));
    let found = unvisited(app.db.reader(), &desk, sort, since).await?;
    let columns = [
        ExportColumn::new(Bilingual::new("单位", "Unit"), Shape::Text),
        ExportColumn::new(Bilingual::new("上级单位", "Unit above"), Shape::Text),
        ExportColumn::new(Bilingual::new("最近走访", "Last visit"), Shape::Date),
    ];
    let rows = found.iter().map(|one| {
        let above = desk.tree.parent(one.unit, desk.today);
        let name = |unit| desk.directory.name(unit, lang).to_owned();
        vec![
            name(one.unit).into(),
            above.map(name).into(),
            one.last.into(),
        ]
    });
    let title = texts(lang).unvisited();
    let bytes = sheets::export(Format::Xlsx, &title, &columns, rows, lang);
    let bytes = bytes.map_err(WebError::internal)?;
    Ok(Download::xlsx(format!("{title} {since}.xlsx"), bytes))
}
