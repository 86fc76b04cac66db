//! One board: on an office screen, on a wall, or on paper.
use super::{
    board::{BoardId, Entity, Model},
    cell,
};
use crate::{figures::AskError, words};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{
    Act, Crumb, Icon, PageHead, PageKind, QueryBar,
    form::{Field, Width},
    query::with_params,
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/boards/{board}")]
pub struct BoardUrl {
    pub board: BoardId,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Looked {
    /// `1`: larger, and asked for again by itself.
    wall: String,
    as_of: String,
}

/// How often a wall display asks again.
const WALL_SECONDS: u32 = 60;

/// A board, if this person may look at it.
pub async fn find(app: &App, actor: &Actor, id: BoardId) -> Result<Model, WebError> {
    let reader = app.db.reader();
    let board = Entity::find_by_id(id)
        .one(reader)
        .await?
        .ok_or(WebError::NotFound)?;
    let tree = app.book.tree(reader).await?;
    match board.is_seen_by(&tree, actor, app.clock.today()) {
        true => Ok(board),
        false => Err(WebError::NotFound),
    }
}

pub async fn show(
    url: BoardUrl,
    State(app): State<App>,
    actor: Actor,
    Query(looked): Query<Looked>,
    frame: Frame,
) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let board = find(&app, &actor, url.board).await?;
    let reader = app.db.reader();
    let today = app.clock.today();
    let asked = looked.as_of.trim();
    let day = asked.parse::<NaiveDate>();
    let not_a_day =
        (!asked.is_empty() && day.is_err()).then(|| AskError::NotADay(asked.to_owned()).text(lang));
    let as_of = day.unwrap_or(today);
    let is_wall = looked.wall == "1";
    let directory = Directory::load(reader).await?;
    let tree = app.book.tree(reader).await?;
    let mut cells = Vec::new();
    for one in board.cells() {
        cells.push(cell::cell(&app, lang, &actor, &directory, &board, &one, as_of).await?);
    }
    let sub = t.board_as_of(
        directory.name(board.unit_id, lang),
        paper::write_date(as_of, lang),
    );
    let crumbs = [Crumb::new(t.boards_title(), "/boards")];
    // A wall that shows a past day goes on showing it.
    let then = if day.is_ok() { asked } else { "" };
    let acts = (!is_wall).then(|| {
        html! {
            (ui::link_button(&t.board_wall(), &with_params(&url.to_string(), &[("wall", "1"), ("as_of", then)]), Act::Quiet, None))
            @if board.is_changed_by(&tree, &actor, today) {
                (ui::link_button(&t.board_change(), &format!("{url}/definition"), Act::Quiet, Some(Icon::Edit)))
            }
        }
    });
    let main = html! {
        // With script only what is shown is asked for again; without, the head of the page says when.
        div class=(if is_wall { "board wall" } else { "board" })
            hx-get=[is_wall.then(|| frame.path.clone())] hx-trigger=[is_wall.then(|| format!("every {WALL_SECONDS}s"))]
            hx-target=[is_wall.then_some("#main")]
        {
            (ui::page_head(lang, PageHead {
                title: &board.title,
                sub: Some(html! { p { (sub) @if is_wall { " · " a href=(url.to_string()) { (t.board_leave_wall()) } } } }),
                acts,
                crumbs: if is_wall { &[] } else { &crumbs },
            }))
            @if !is_wall { (day_form(lang, &url, asked, as_of, not_a_day.as_deref())) }
            div class="board-rows" { @for cell in &cells { (cell) } }
        }
    };
    let frame = frame.under("boards").kind(PageKind::Figure);
    let frame = if is_wall {
        frame.refresh(WALL_SECONDS)
    } else {
        frame
    };
    Ok(frame.page(&board.title, main))
}

/// "As of any day"; what is no day stays in its field, and the board shows today.
fn day_form(
    lang: Lang,
    url: &BoardUrl,
    asked: &str,
    as_of: NaiveDate,
    problem: Option<&str>,
) -> Markup {
    let t = words::texts(lang);
    let (label, shown) = (t.board_day(), as_of.to_string());
    let value = if problem.is_some() { asked } else { &shown };
    let field = Field::new("as_of", &label, value)
        .condition()
        .width(Width::Short);
    ui::query_bar(
        lang,
        QueryBar {
            action: &url.to_string(),
            fields: ui::form::date(lang, field.problem(problem)),
            ..QueryBar::default()
        },
    )
}
