//! The schedule of a campaign: promises that cannot be kept, the critical chain, slack.
use super::{Outlook, Standing, words};
use crate::{
    nodes::{tree_page, work_list_page::is_late},
    view::{
        campaign::{self as head, Page},
        light, links,
        sight::{Sight, working_days},
    },
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use calendar::schedule::Promise;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, Notice, NoticeKind, PageKind, Row, Table};
use web::{App, Frame, Paging, WebError};

/// Promises whose reasons and repairs are worked out on one page; the list has all.
const EXPLAINED_MAX: usize = 20;

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/schedule")]
pub struct ScheduleUrl {
    pub campaign: String,
}

pub async fn show(
    url: ScheduleUrl,
    State(app): State<App>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let outlook = tree_page::load(&app, campaign, &sight).await?;
    let lang = frame.lang;
    let main = view(lang, &frame.path, &sight, &outlook, paging);
    Ok(frame.kind(PageKind::Plan).page(&Page::Schedule.title(lang), main))
}

fn view(lang: Lang, path: &str, sight: &Sight, outlook: &Outlook, paging: Paging) -> Markup {
    let t = texts(lang);
    let seen: Vec<&Standing> = tree_page::seen(sight, outlook).collect();
    let late: Vec<&Standing> = seen.iter().copied().filter(|standing| is_late(standing)).collect();
    let chain: Vec<&Standing> = outlook
        .critical_chain()
        .into_iter()
        .filter(|standing| sight.sees_item(&outlook.campaign, outlook.item(standing)))
        .collect();
    let all = format!("{}?promise=late", links::under(&outlook.campaign.code, "tasks"));
    html! {
        (head::head(lang, &outlook.campaign, Page::Schedule, html! {}))
        @if late.is_empty() {
            (ui::notice(lang, &Notice { kind: NoticeKind::Success, text: &t.all_promises_hold(), ..Notice::default() }))
        } @else {
            (ui::section("late", &t.promises_late(), html! { (ui::number(&late.len().to_string(), &all)) }, html! {
                @for standing in late.iter().take(EXPLAINED_MAX) { (explained(lang, outlook, standing)) }
            }))
        }
        @if !chain.is_empty() {
            (ui::section("critical", &t.critical_chain(), html! {}, html! {
                p class="hint" { (t.critical_chain_help()) }
                (table(lang, outlook, &t.critical_chain(), &chain))
            }))
        }
        (ui::section("all", &t.schedule_all(), html! {}, html! {
            p class="hint" { (t.schedule_help()) }
            (table(lang, outlook, &t.schedule_all(), page_of(&seen, paging)))
            (ui::pager(lang, paging.pager(path, seen.len() as u64)))
        }))
    }
}

fn page_of<'a, 'o>(seen: &'a [&'o Standing], paging: Paging) -> &'a [&'o Standing] {
    let place = |number: u64| usize::try_from(number).unwrap_or(usize::MAX).min(seen.len());
    &seen[place(paging.offset())..place(paging.offset().saturating_add(paging.limit()))]
}

/// A promise that cannot be kept: by how much, why, and what would repair it.
fn explained(lang: Lang, outlook: &Outlook, standing: &Standing) -> Markup {
    let node = &outlook.item(standing).node;
    let number = node.number.as_deref().unwrap_or_default();
    html! {
        article class="late" {
            h3 { a href=(links::task(node.id)) { (number) " " (node.title) } }
            (reasons(lang, outlook, standing))
        }
    }
}

/// The promise in words, why, and the repairs.
pub(crate) fn reasons(lang: Lang, outlook: &Outlook, standing: &Standing) -> Markup {
    let t = texts(lang);
    let repairs = words::repairs(lang, outlook, standing, &working_days());
    html! {
        p { (words::promise(lang, standing.scheduled.promise)) }
        p { (words::why(lang, outlook, standing)) }
        @if !repairs.is_empty() {
            p { (t.repairs()) }
            ul { @for repair in repairs { li { (repair) } } }
        }
    }
}

fn table(lang: Lang, outlook: &Outlook, caption: &str, standings: &[&Standing]) -> Markup {
    let t = texts(lang);
    let rows = standings.iter().map(|standing| {
        let node = &outlook.item(standing).node;
        let scheduled = &standing.scheduled;
        let row = Row::new(vec![
            html! { (node.number.as_deref().unwrap_or_default()) },
            html! { a href=(links::task(node.id)) { (node.title) } },
            html! { @if let Some(days) = node.duration_days { (days) } },
            html! { (scheduled.earliest_start) },
            html! { (scheduled.earliest_finish) },
            html! { (scheduled.latest_start) },
            html! { (scheduled.latest_finish) },
            html! { (scheduled.slack_days) },
            html! { (words::promise(lang, scheduled.promise)) },
        ]);
        match scheduled.promise {
            Promise::CannotBeKept { .. } => row.toned(ui::Tone::Bad),
            Promise::AtRisk => row.toned(light::tone(calendar::light::Color::Yellow)),
            Promise::Kept | Promise::Missed { .. } => row,
        }
    });
    ui::table(
        lang,
        Table {
            caption,
            columns: vec![
                Column::text(t.field_number()),
                Column::title(t.field_title()).wide(),
                Column::number(t.duration_days()),
                Column::text(t.earliest_start()),
                Column::text(t.earliest_finish()),
                Column::text(t.latest_start()),
                Column::text(t.latest_finish()),
                Column::number(t.slack_days()),
                Column::text(t.promise()),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}
