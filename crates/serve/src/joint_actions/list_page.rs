//! The joint actions that this person may know of.
use super::{action, line};
use crate::{desk::Desk, words::texts};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Right};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Column, Empty, Icon, PageHead, PageKind, Row, Table};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/joint-actions")]
pub struct ActionsUrl;

pub(super) const ACTIONS: &str = "/joint-actions";

pub async fn show(
    _: ActionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let desk = Desk::of(&app, &actor).await?;
    let reader = app.db.reader();
    let mut rows = Vec::new();
    for action in action::all(reader).await? {
        let lines = line::of(reader, action.id).await?;
        let units = line::units(&lines);
        if !action.is_seen_by(&desk, &actor, &units) {
            continue;
        }
        let count = |sort: line::Sort| lines.iter().filter(|line| line.sort() == sort).count();
        rows.push(Row::new(vec![
            html! { a href={ (ACTIONS) "/" (action.id) } { (action.title) } },
            html! { (desk.directory.name(action.lead, lang)) },
            html! { (action.begun_on) },
            html! { (units.len()) },
            html! { (count(line::Sort::Patrol)) },
            html! { (count(line::Sort::Case)) },
        ]));
    }
    let title = t.joint_actions();
    let new = t.joint_new();
    let acts = actor
        .has(Right::Serve)
        .then(|| ui::link_button(&new, "/joint-actions/new", Act::Primary, Some(Icon::Add)));
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.joint_title()).wide(),
            Column::text(t.joint_lead()),
            Column::text(t.joint_begun_on()),
            Column::number(t.joint_units()),
            Column::number(t.joint_patrols()),
            Column::number(t.joint_cases()),
        ],
        rows,
        empty: Some(Empty {
            title: &t.joint_none(),
            text: &t.joint_none_text(),
            act: None,
        }),
        ..Table::default()
    };
    let head = PageHead {
        title: &title,
        sub: Some(html! { p { (t.joint_sub()) } }),
        acts,
        ..PageHead::default()
    };
    let main = html! { (ui::page_head(lang, head)) (ui::table(lang, table)) };
    Ok(frame.kind(PageKind::List).page(&title, main))
}
