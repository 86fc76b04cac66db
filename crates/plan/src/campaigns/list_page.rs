//! All campaigns.
use super::store;
use crate::{view::links, words::texts};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Right};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Column, Empty, Icon, PageHead, PageKind, Row, Table};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns")]
pub struct CampaignsUrl;

pub async fn show(_: CampaignsUrl, State(app): State<App>, actor: Actor, frame: Frame) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let campaigns = store::all(app.db.reader()).await?;
    let directory = orgs::Directory::load(app.db.reader()).await?;
    let may_plan = actor.has(Right::Plan);
    let rows = campaigns.iter().map(|campaign| {
        Row::new(vec![
            html! { a href=(links::campaign(&campaign.code)) { (campaign.title(lang)) } },
            html! { (t.campaign_days(campaign.from_day.to_string(), campaign.to_day.to_string())) },
            html! { (directory.name(campaign.organiser, lang)) },
        ])
    });
    let (title, new) = (t.campaigns(), t.campaign_new());
    let table = Table {
        caption: &title,
        columns: vec![
            Column::title(t.campaign_title()).wide(),
            Column::text(t.campaign_period()),
            Column::text(t.organiser()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &t.campaigns_empty(),
            text: &t.campaigns_empty_text(),
            act: may_plan.then_some((&new, "/campaigns/new")),
        }),
        ..Table::default()
    };
    let acts = may_plan.then(|| ui::link_button(&new, "/campaigns/new", Act::Primary, Some(Icon::Add)));
    let head = PageHead {
        title: &title,
        acts,
        ..PageHead::default()
    };
    let main = html! { (ui::page_head(lang, head)) (ui::table(lang, table)) };
    Ok(frame.kind(PageKind::List).page(&title, main))
}
