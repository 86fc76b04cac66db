//! The boards that somebody may look at.
use super::board::{Column as BoardColumn, Entity, Model};
use crate::words;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::Actor;
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;
use ui::{Act, Column, Empty, Icon, PageHead, PageKind, Row, Table};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/boards")]
pub struct BoardsUrl;

pub async fn show(
    _: BoardsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let reader = app.db.reader();
    let tree = app.book.tree(reader).await?;
    let today = app.clock.today();
    let mut boards: Vec<Model> = Entity::find()
        .filter(BoardColumn::IsWithdrawn.eq(false))
        .order_by_asc(BoardColumn::Title)
        .all(reader)
        .await?;
    boards.retain(|board| board.is_seen_by(&tree, &actor, today));
    let directory = Directory::load(reader).await?;
    let rows = boards.iter().map(|board| {
        let href = format!("/boards/{}", board.id);
        Row::new(vec![
            html! { a href=(href) { (board.title) } },
            html! { (directory.name(board.unit_id, lang)) },
            html! { (if board.is_shared { t.board_shared() } else { t.board_mine() }) },
            html! { (board.cells().len()) },
            html! { a href={ (href) "?wall=1" } { (t.board_wall()) } },
        ])
    });
    let title = t.boards_title();
    let new = ui::link_button(&t.board_new(), "/boards/new", Act::Plain, Some(Icon::Add));
    let main = html! {
        (ui::page_head(lang, PageHead { title: &title, sub: Some(html! { p { (t.boards_sub()) } }), acts: Some(new), crumbs: &[] }))
        (ui::table(lang, Table {
            caption: &title,
            columns: vec![
                Column::title(t.board_title()).wide(),
                Column::text(t.column_unit()),
                Column::text(t.board_for()),
                Column::number(t.board_cells()),
                Column::text(t.board_wall()),
            ],
            rows: rows.collect(),
            empty: Some(Empty { title: &t.boards_empty_title(), text: &t.boards_empty_text(), act: None }),
            ..Table::default()
        }))
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}
