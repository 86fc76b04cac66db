//! The wall: wishes that wait for somebody, and what became of the others. For everybody; nobody is named.
use super::{
    list, said,
    store::{Column, Wish, WishId},
    wish::State as Standing,
};
use crate::words::{Texts, texts};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use kernel::{Lang, Right, UnitId};
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use serde::Deserialize;
use ui::{
    Act, Card, Empty, Icon, PageHead, PageKind, QueryBar, Tab,
    form::{self, Choice, Field, Width},
    query::with_params,
};
use web::{App, Frame, MaybeActor, Paging, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/wishes")]
pub struct WallUrl;

/// The page of a wish for everybody.
pub(crate) fn href(wish: WishId) -> String {
    format!("/wishes/{wish}")
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Wanted {
    view: String,
    unit: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    Open,
    Lit,
    Fulfilled,
}

impl View {
    const ALL: [View; 3] = [View::Open, View::Lit, View::Fulfilled];

    fn code(self) -> &'static str {
        match self {
            View::Open => "open",
            View::Lit => "lit",
            View::Fulfilled => "fulfilled",
        }
    }

    fn label(self, t: &Texts) -> String {
        match self {
            View::Open => t.wishes_open(),
            View::Lit => t.wishes_lit(),
            View::Fulfilled => t.wishes_fulfilled(),
        }
    }

    fn filter(self) -> Condition {
        let states: &[Standing] = match self {
            View::Open => &[Standing::Published],
            View::Lit => &[Standing::Lit, Standing::Ready],
            View::Fulfilled => &[Standing::Delivered, Standing::Thanked],
        };
        Condition::all().add(Column::State.is_in(states.iter().copied()))
    }
}

/// A few wishes that wait for somebody: the wording and the address of each.
pub(crate) async fn open_wishes(app: &App, most: usize) -> Result<Vec<(String, String)>, WebError> {
    let take = u64::try_from(most).unwrap_or(u64::MAX);
    let wishes = list::wishes(app.db.reader(), View::Open.filter(), (0, take)).await?;
    let shown = |wish: Wish| (wish.wording.clone(), href(wish.id));
    Ok(wishes.into_iter().map(shown).collect())
}

pub async fn show(
    _: WallUrl,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    paging: Paging,
    MaybeActor(actor): MaybeActor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t, reader) = (frame.lang, texts(frame.lang), app.db.reader());
    let directory = Directory::load(reader).await?;
    let unit = wanted.unit.trim().parse::<UnitId>().ok();
    let of_unit = || match unit {
        Some(unit) => Condition::all().add(Column::Unit.eq(unit)),
        None => Condition::all(),
    };
    let view = View::ALL
        .into_iter()
        .find(|view| view.code() == wanted.view);
    let view = view.unwrap_or(View::Open);
    let mut counts = Vec::new();
    for view in View::ALL {
        counts.push(list::count(reader, of_unit().add(view.filter())).await?);
    }
    let shown = of_unit().add(view.filter());
    let wishes = list::wishes(reader, shown, (paging.offset(), paging.limit())).await?;
    let tabs = View::ALL.iter().zip(&counts).map(|(one, count)| {
        let href = with_params(&frame.path, &[("view", one.code()), ("page", "")]);
        Tab::new(one.label(t), href, *one == view).with_count(*count)
    });
    let total = View::ALL.iter().zip(&counts).find(|(one, _)| **one == view);
    let total = total.map_or(0, |(_, count)| *count);
    let units = units(&app).await?;
    let units = directory.in_order(units);
    let units: Vec<Choice> = units
        .iter()
        .map(|unit| Choice::new(unit.to_string(), directory.name(*unit, lang)))
        .collect();
    let unit_label = t.wish_unit();
    let bar = QueryBar {
        action: "/wishes",
        keep: &[("view", view.code())],
        fields: form::select(
            lang,
            Field::new("unit", &unit_label, &wanted.unit)
                .condition()
                .width(Width::Medium),
            &units,
        ),
    };
    let title = t.wishes();
    let may_serve = actor.is_some_and(|actor| actor.has(Right::Serve));
    let head = PageHead {
        title: &title,
        sub: Some(
            html! { p { (t.wishes_sub()) } p { a href="/wishes/follow" { (t.wish_follow()) } } },
        ),
        acts: Some(html! {
            (ui::link_button(&t.wish_make(), "/wishes/new", Act::Primary, None))
            @if may_serve { (ui::link_button(&t.wish_desk(), "/wish_records", Act::Plain, Some(Icon::Serve))) }
        }),
        ..PageHead::default()
    };
    let cards: Vec<Card> = wishes
        .iter()
        .map(|wish| card(lang, &directory, wish))
        .collect();
    let main = html! {
        (ui::page_head(lang, head))
        (ui::tabs(&t.wishes_views(), &tabs.collect::<Vec<_>>()))
        @if 1 < units.len() { (ui::query_bar(lang, bar)) }
        @if cards.is_empty() {
            (ui::empty(Empty { title: &t.wishes_none(), text: &t.wishes_none_text(), act: None }))
        } @else { (ui::cards(&cards)) }
        (ui::pager(lang, paging.pager(&frame.path, total)))
    };
    let frame = frame.kind(PageKind::Public).under("wish_records");
    Ok(frame.page(&title, main))
}

/// Units that keep wishes on the wall.
async fn units(app: &App) -> Result<Vec<UnitId>, WebError> {
    let select = super::store::Entity::find()
        .select_only()
        .column(Column::Unit)
        .distinct()
        .filter(list::public())
        .into_tuple::<UnitId>();
    Ok(select.all(app.db.reader()).await?)
}

fn card(lang: Lang, directory: &Directory, wish: &Wish) -> Card {
    let t = texts(lang);
    let state = match wish.state {
        Standing::Published => None,
        state => Some(said::badge(lang, state)),
    };
    let day = wish.published_on.map(|day| day.to_string());
    let foot = html! {
        span { (directory.name(wish.unit, lang)) }
        span class="nowrap" { (day.unwrap_or_default()) }
        @if let Some(unit) = wish.lit_unit { span { (t.wish_lit_by(directory.name(unit, lang))) } }
    };
    Card {
        href: href(wish.id),
        text: wish.wording.clone(),
        mark: state,
        foot,
        picture: None,
    }
}
