//! Changing the organisation: units are founded, renamed, moved, merged, split, closed and opened again from a day on
//! (`/units/{unit}/changes`). Nothing is done before it was said what becomes of everything that hangs on the unit.
mod asked;
mod change;
mod consequences;
mod doing;
mod form_page;
mod planned;
mod said;

pub use change::{Change, Details, NewUnit, Refused, What};
pub use doing::change_unit;
pub(super) use form_page::ChangeUrl;

use super::UnitUrl;
use crate::words::texts;
use asked::Act;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Right, UnitId};
use ledger::tree::Place;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, Crumb, PageHead, Row, Table};
use web::{Access, App, Frame, Pages, WebError};

pub(super) fn pages() -> Pages {
    let right = Access::Right(Right::Roster);
    Pages::default()
        .get(right, menu)
        .get(right, form_page::form)
        .post(right, form_page::submit)
}

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/units/{unit}/changes")]
pub(super) struct ChangesUrl {
    pub unit: UnitId,
}

/// What can be done with the unit as it stands today.
fn open_acts(place: Option<Place>) -> &'static [Act] {
    match place {
        Some(Place::Closed) => &[Act::Reopening, Act::Details],
        Some(Place::Root) => &[Act::Founding, Act::Details],
        Some(Place::Below(_)) => &Act::ALL[..6],
        None => &[],
    }
}

async fn menu(
    url: ChangesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let t = texts(lang);
    let seen = form_page::seen(&app, &actor, url.unit).await?;
    let place = seen.sight.tree.place(url.unit, seen.sight.today);
    let acts = open_acts(place).iter().map(|act| {
        let href = ChangeUrl {
            unit: url.unit,
            act: *act,
        };
        Row::new(vec![
            html! { a href=(href) { (act.title(t)) } },
            html! { (act.about(t)) },
        ])
    });
    let crumbs = [
        Crumb::new(t.units_title(), super::UNITS),
        Crumb::new(
            seen.unit.name_in(lang),
            UnitUrl { unit: url.unit }.to_string(),
        ),
    ];
    let title = t.unit_changes();
    let sub = t.unit_changes_sub();
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (sub) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.change_act()),
            Column::text(t.change_act_about()).wide(),
        ],
        rows: acts.collect(),
        ..Table::default()
    };
    let main = html! { (ui::page_head(lang, head)) (ui::table(lang, table)) };
    Ok(frame.under("units").page(&title, main))
}
