//! Wishes for a notice board: a page that is printed, with a code to scan beside each.
use super::{
    list,
    store::{Column, Wish},
    wall_page::href,
    wish::State as Standing,
};
use crate::{desk::Desk, words::texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right, UnitId};
use maud::{Markup, html};
use sea_orm::{ColumnTrait, Condition};
use serde::Deserialize;
use ui::{
    Card, Crumb, Empty, PageHead, PageKind, QueryBar,
    form::{self, Choice, Field, Width},
};
use web::{App, Frame, WebError};

/// Cards of one print: more than any notice board holds.
const CARDS_MAX: u64 = 200;

#[derive(TypedPath, Deserialize)]
#[typed_path("/wishes/board")]
pub struct BoardUrl;

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Wanted {
    unit: String,
}

pub async fn show(
    _: BoardUrl,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let mut open = Condition::all().add(Column::State.eq(Standing::Published));
    if let Ok(unit) = wanted.unit.trim().parse::<UnitId>() {
        open = open.add(Column::Unit.eq(unit));
    }
    let wishes = list::wishes(app.db.reader(), open, (0, CARDS_MAX)).await?;
    let public_url = &app.settings.public_url;
    let cards: Vec<Card> = wishes
        .iter()
        .map(|wish| card(lang, &desk, public_url, wish))
        .collect();
    let units: Vec<Choice> = desk
        .within(&actor, Right::Serve)
        .iter()
        .map(|unit| Choice::new(unit.to_string(), desk.directory.name(*unit, lang)))
        .collect();
    let (title, unit) = (t.wish_board_title(), t.wish_unit());
    let field = Field::new("unit", &unit, &wanted.unit).condition();
    let bar = QueryBar {
        action: "/wishes/board",
        keep: &[],
        fields: form::select(lang, field.width(Width::Medium), &units),
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.wish_board_sub()) } }),
        crumbs: &[Crumb::new(t.wish_desk(), "/wish_records")],
        ..PageHead::default()
    };
    let main = html! {
        (ui::page_head(lang, head))
        p class="screen-only" { (t.wish_board_print()) }
        (ui::query_bar(lang, bar))
        @if cards.is_empty() {
            (ui::empty(Empty { title: &t.wishes_none(), text: &t.wishes_none_text(), act: None }))
        } @else { (ui::cards(&cards)) }
    };
    let frame = frame.kind(PageKind::List).under("wish_records");
    Ok(frame.page(&title, main))
}

fn card(lang: Lang, desk: &Desk, public_url: &str, wish: &Wish) -> Card {
    let label = texts(lang).wish_board_code(&wish.wording);
    Card {
        href: href(wish.id),
        text: wish.wording.clone(),
        mark: None,
        foot: html! {
            span { (desk.directory.name(wish.unit, lang)) }
            span { (texts(lang).wish_board_scan()) }
        },
        picture: Some(ui::qr(&format!("{public_url}{}", href(wish.id)), &label)),
    }
}
