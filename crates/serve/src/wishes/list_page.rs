//! Wishes at the desk: those that somebody handles, with conditions, and an export of exactly these.
use super::{
    list::{self, Conditions},
    said,
    store::{Wish, WishId},
    wish::State as Standing,
};
use crate::{desk::Desk, export, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Bilingual, Lang, Right, UnitId};
use maud::{Markup, html};
use serde::Deserialize;
use sheets::{ExportColumn, Shape};
use ui::{
    Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Tab, Table, Tone,
    form::{self, Choice, Field, Width},
    query::with_params,
};
use web::{App, Download, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/wish_records")]
pub struct RecordsUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/wish_records.xlsx")]
pub struct ExportUrl;

/// The page on which a wish is handled.
pub(crate) fn href(wish: WishId) -> String {
    format!("/wish_records/{wish}")
}

pub async fn show(
    _: RecordsUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let desk = Desk::of(&app, &actor).await?;
    let among = list::handled(&desk.tree, &actor, desk.today);
    let filter = |conditions: &Conditions| among.clone().add(conditions.filter());
    let total = list::count(reader, filter(&conditions)).await?;
    let wishes = filter(&conditions);
    let wishes = list::wishes(reader, wishes, (paging.offset(), paging.limit())).await?;
    let units = list::units(reader, among.clone()).await?;
    let mut tabs = Vec::new();
    for state in [None].into_iter().chain(Standing::ALL.map(Some)) {
        let code = state.map(Standing::code).unwrap_or_default();
        let one = Conditions {
            state: code.clone(),
            ..conditions.clone()
        };
        let count = list::count(reader, filter(&one)).await?;
        let label = state.map_or_else(|| t.wishes_every(), |state| said::state(lang, state));
        let href = with_params(&frame.path, &[("state", &code), ("page", "")]);
        tabs.push(Tab::new(label, href, conditions.state == code).with_count(count));
    }
    let query = frame.path.split_once('?').map_or("", |(_, query)| query);
    let export = match query {
        "" => "/wish_records.xlsx".to_owned(),
        query => format!("/wish_records.xlsx?{query}"),
    };
    let title = t.wish_desk();
    let may_serve = actor.has(Right::Serve);
    let head = PageHead {
        title: &title,
        sub: Some(html! { a href="/wishes" { (t.wishes_look()) } }),
        acts: may_serve.then(|| html! {
            (ui::link_button(&t.wish_make_for(), "/wish_records/new", Act::Primary, Some(Icon::Add)))
            (ui::link_button(&t.wish_board(), "/wishes/board", Act::Plain, Some(Icon::Print)))
        }),
        ..PageHead::default()
    };
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.wish()).wide(),
            Column::text(t.wish_unit()),
            Column::text(t.wish_made_on()),
            Column::text(t.wish_lighter()),
            Column::text(t.wish_lapses_on()),
            Column::text(t.wish_state()),
        ],
        rows: wishes.iter().map(|wish| row(lang, &desk, wish)).collect(),
        empty: Some(Empty {
            title: &t.wishes_none(),
            text: &t.wishes_desk_none_text(),
            act: None,
        }),
        ..Table::default()
    };
    let export_label = t.wishes_export();
    let main = html! {
        (ui::page_head(lang, head))
        (ui::tabs(&t.wishes_views(), &tabs))
        (bar(lang, &desk, units, &conditions))
        (ui::toolbar(export::hint(lang, total), ui::link_button(&export_label, &export, Act::Plain, Some(Icon::Download))))
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(&frame.path, total)))
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

/// `units`: those with wishes that the reader may see.
fn bar(lang: Lang, desk: &Desk, mut units: Vec<UnitId>, conditions: &Conditions) -> Markup {
    let t = texts(lang);
    let (unit, text) = (t.wish_of_unit(), t.wish_words());
    units.extend(conditions.unit.trim().parse::<UnitId>());
    let mut units = desk.directory.in_order(units);
    units.dedup();
    let units: Vec<Choice> = units
        .iter()
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(*unit, lang)))
        .collect();
    let bar = QueryBar {
        action: "/wish_records",
        keep: &[("state", &conditions.state)],
        fields: html! {
            (form::search(lang, Field::new("text", &text, &conditions.text).condition().width(Width::Medium)))
            (form::select(lang, Field::new("unit", &unit, &conditions.unit).condition().width(Width::Medium), &units))
        },
    };
    ui::query_bar(lang, bar)
}

fn row(lang: Lang, desk: &Desk, wish: &Wish) -> Row {
    let t = texts(lang);
    let is_late =
        wish.lapses_on.is_some_and(|last| last < desk.today) && wish.state == Standing::Lit;
    let row = Row::new(vec![
        html! {
            a href=(href(wish.id)) { (said::name(lang, wish)) }
            @if wish.is_child { " " (ui::badge(Tone::Attention, &t.wish_of_child())) }
        },
        html! { (desk.directory.name(wish.unit, lang)) },
        html! { (wish.made_on) },
        html! { @if let Some(unit) = wish.lit_unit { (desk.directory.name(unit, lang)) } },
        html! { @if let (Some(last), Standing::Lit) = (wish.lapses_on, wish.state) { (last) } },
        said::badge(lang, wish.state),
    ]);
    if is_late { row.toned(Tone::Bad) } else { row }
}

pub async fn export(
    _: ExportUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let t = texts(lang);
    let desk = Desk::of(&app, &actor).await?;
    let among = list::handled(&desk.tree, &actor, desk.today).add(conditions.filter());
    let wishes = list::wishes(app.db.reader(), among, (0, export::ROWS_READ)).await?;
    const fn text(zh: &'static str, en: &'static str) -> ExportColumn {
        ExportColumn::new(Bilingual::new(zh, en), Shape::Text)
    }
    const fn date(zh: &'static str, en: &'static str) -> ExportColumn {
        ExportColumn::new(Bilingual::new(zh, en), Shape::Date)
    }
    let columns = [
        text("公开表述", "Wording"),
        text("受理单位", "Kept by"),
        text("是否儿童", "A child's"),
        date("提出日期", "Made on"),
        date("上墙日期", "Published on"),
        text("点亮单位", "Lit by"),
        date("点亮日期", "Lit on"),
        text("购买或办理", "Bought or done"),
        date("送达日期", "Delivered on"),
        date("致谢日期", "Thanked on"),
        text("状态", "State"),
    ];
    let name = |unit: Option<UnitId>| unit.map(|unit| desk.directory.name(unit, lang).to_owned());
    let rows = wishes.iter().map(|wish| {
        vec![
            wish.wording.clone().into(),
            name(Some(wish.unit)).into(),
            wish.is_child.then(|| t.wish_of_child()).into(),
            wish.made_on.into(),
            wish.published_on.into(),
            name(wish.lit_unit).into(),
            wish.lit_on.into(),
            wish.ready_how.clone().into(),
            wish.delivered_on.into(),
            wish.thanked_on.into(),
            said::state(lang, wish.state).into(),
        ]
    });
    let bytes = export::workbook(lang, &t.wish_desk(), &columns, rows)?;
    Ok(Download::xlsx(
        format!("{} {}.xlsx", t.wish_desk(), desk.today),
        bytes,
    ))
}
