//! All seals, newest first.
use crate::words;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::Right;
use ledger::seal;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Column, Empty, Icon, PageHead, PageKind, Row, Table};
use web::{Access, App, Frame, Pages, Paging, WebError};

pub(super) fn pages() -> Pages {
    Pages::default().get(Access::Right(Right::Read), show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/seals")]
pub struct SealsUrl;

async fn show(
    _: SealsUrl,
    State(app): State<App>,
    paging: Paging,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let t = words::texts(lang);
    let (seals, total) = seal::page(reader, paging.offset(), paging.limit()).await?;
    let unsealed = seal::unsealed(reader).await?;
    let rows = seals.iter().map(|seal| {
        let href = format!("/seals/{}", seal.number);
        Row::new(vec![
            html! { a href=(href) { (t.seal_number(seal.number)) } },
            html! { (seal.day) },
            html! { (seal.entries) },
            html! { (seal.first_seq) "–" (seal.last_seq) },
            html! { (crate::entries::moment(seal.sealed_at)) },
        ])
    });
    let (empty_title, empty_text) = (t.seals_empty(), t.seals_empty_text());
    let check = t.seal_check();
    let acts = ui::link_button(&check, "/seals/check", Act::Plain, Some(Icon::Check));
    let title = t.seals_title();
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, sub: Some(html! { p { (t.seals_sub()) } p { (t.seals_unsealed(unsealed)) } }), acts: Some(acts), crumbs: &[] }))
        (ui::table(lang, Table {
            caption: &title,
            columns: vec![
                Column::title(t.column_seal()),
                Column::text(t.column_day()),
                Column::number(t.column_entries()),
                Column::text(t.column_seqs()),
                Column::text(t.column_sealed_at()),
            ],
            rows: rows.collect(),
            empty: Some(Empty { title: &empty_title, text: &empty_text, act: None }),
            ..Table::default()
        }))
        (ui::pager(lang, paging.pager(&frame.path, total)))
    };
    Ok(frame
        .kind(PageKind::List)
        .under("figures")
        .page(&title, main))
}
