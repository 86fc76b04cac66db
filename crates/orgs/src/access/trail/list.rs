//! The list of acts, newest first.
use super::{TRAIL, Told, TrailUrl, Wanted, told};
use crate::words::{Texts, texts};
use axum::extract::{Query, State};
use kernel::{Actor, Lang};
use ledger::entry::{trail, trail_count};
use maud::{Markup, html};
use ui::{
    Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Table, Tone, badge,
    form::{self, Field},
};
use web::{App, Frame, Paging, WebError};

/// Signs of a record's number that are shown; the rest stands in its title and in the export.
const ID_SIGNS: usize = 8;

pub(super) async fn show(
    _: TrailUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    paging: Paging,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let asked = wanted.understood(&app, &actor).await?;
    let total = trail_count(reader, &asked.trail).await?;
    let entries = trail(reader, &asked.trail, paging.offset(), paging.limit()).await?;
    let rows = told(&app, lang, &entries).await?;
    let title = t.trail_title();
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.trail_about()) }),
        ..PageHead::default()
    };
    let query = frame.path.split_once('?').map_or("", |(_, query)| query);
    let export = format!("/audit_trail.xlsx?{query}");
    let (from, to) = (asked.from.to_string(), asked.to.to_string());
    let main = html! {
        (ui::page_head(lang, head))
        (bar(lang, t, &Wanted { from, to, ..wanted }))
        (ui::toolbar(html! {}, ui::link_button(&t.trail_export(), &export, Act::Plain, Some(Icon::Download))))
        (table(lang, t, &rows))
        @if 0 < total { (ui::pager(lang, paging.pager(&frame.path, total))) }
    };
    Ok(frame
        .under(super::NAV)
        .kind(PageKind::List)
        .page(&title, main))
}

fn bar(lang: Lang, t: &Texts, wanted: &Wanted) -> Markup {
    let (from, to, who, unit, act) = (
        t.trail_from(),
        t.trail_to(),
        t.trail_who_words(),
        t.trail_unit_words(),
        t.trail_act_words(),
    );
    let fields = html! {
        (form::date(lang, Field::new("from", &from, &wanted.from).condition()))
        (form::date(lang, Field::new("to", &to, &wanted.to).condition()))
        (form::search(lang, Field { id: "trail-who", ..Field::new("who", &who, &wanted.who).condition() }))
        (form::search(lang, Field { id: "trail-unit", ..Field::new("unit", &unit, &wanted.unit).condition() }))
        (form::search(lang, Field { id: "trail-act", ..Field::new("act", &act, &wanted.act).condition() }))
    };
    let bar = QueryBar {
        action: TRAIL,
        fields,
        ..QueryBar::default()
    };
    ui::query_bar(lang, bar)
}

fn table(lang: Lang, t: &Texts, rows: &[Told]) -> Markup {
    let row = |told: &Told| {
        Row::new(vec![
            html! {
                span class="nowrap" { (told.recorded) }
                @if !told.recorded.starts_with(&told.happened.to_string()) {
                    div class="hint" { (t.trail_happened(told.happened.to_string())) }
                }
            },
            html! { (told.act) },
            html! { (told.who) },
            html! { (told.unit) },
            html! { (told.kind) " " code title=(told.id) { (told.id.chars().take(ID_SIGNS).collect::<String>()) } },
            html! { (told.reason) },
            match told.succeeded {
                true => badge(Tone::Good, &t.trail_succeeded()),
                false => badge(Tone::Attention, &t.trail_failed()),
            },
        ])
    };
    ui::table(
        lang,
        Table {
            caption: &t.trail_title(),
            columns: vec![
                Column::text(t.trail_recorded()),
                Column::title(t.trail_act()),
                Column::text(t.trail_who()),
                Column::text(t.trail_unit()),
                Column::text(t.trail_subject()).wide(),
                Column::text(t.trail_reason()),
                Column::text(t.trail_result()),
            ],
            rows: rows.iter().map(row).collect(),
            empty: Some(Empty {
                title: &t.trail_none(),
                text: &t.trail_none_text(),
                act: None,
            }),
            ..Table::default()
        },
    )
}
