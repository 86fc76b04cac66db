//! The timetable: spans, deadlines and the line of today, drawn on the server.
use super::{Outlook, Standing, State as TaskState};
use crate::{
    nodes::tree_page,
    view::{
        campaign::{self as head, Page},
        light, links,
        sight::Sight,
    },
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Empty, PageKind,
    charts::{self, Span, Style, TimeRow, Timetable},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/timetable")]
pub struct TimetableUrl {
    pub campaign: String,
}

pub async fn show(url: TimetableUrl, State(app): State<App>, actor: Actor, frame: Frame) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let outlook = tree_page::load(&app, campaign, &sight).await?;
    let lang = frame.lang;
    let main = view(lang, &sight, &outlook);
    Ok(frame.kind(PageKind::Plan).page(&Page::Timetable.title(lang), main))
}

fn view(lang: Lang, sight: &Sight, outlook: &Outlook) -> Markup {
    let t = texts(lang);
    let critical: Vec<_> = outlook.critical_chain().iter().map(|standing| standing.item).collect();
    let mut rows: Vec<TimeRow> = Vec::new();
    let mut headings: Vec<crate::nodes::node::NodeId> = Vec::new();
    for standing in tree_page::seen(sight, outlook) {
        let item = outlook.item(standing);
        for above in outlook.plan.above(item) {
            if !headings.contains(&above.node.id) {
                headings.push(above.node.id);
                rows.push(TimeRow {
                    label: above.node.title.clone(),
                    href: format!("{}?above={}", links::under(&outlook.campaign.code, "tasks"), above.node.id),
                    level: u8::try_from(above.node.level).unwrap_or_default(),
                    is_heading: true,
                    ..TimeRow::default()
                });
            }
        }
        rows.push(row(lang, outlook, standing, critical.contains(&standing.item)));
    }
    let title = t.timetable_of(outlook.campaign.title(lang));
    html! {
        (head::head(lang, &outlook.campaign, Page::Timetable, html! {}))
        @if rows.is_empty() {
            (ui::empty(Empty { title: &t.plan_empty(), text: &t.plan_empty_text(), act: None }))
        } @else {
            p class="hint" { (t.timetable_help()) }
            (charts::timetable(lang, Style::Page, Timetable {
                title: &title,
                from: outlook.campaign.from_day,
                to: outlook.campaign.to_day,
                today: Some(outlook.today),
                rows: &rows,
            }))
        }
    }
}

fn row(lang: Lang, outlook: &Outlook, standing: &Standing, is_critical: bool) -> TimeRow {
    let t = texts(lang);
    let item = outlook.item(standing);
    let node = &item.node;
    let href = links::task(node.id);
    let scheduled = &standing.scheduled;
    // What was done stands where it was done; what is left, where it has to be done at the latest.
    let (from, to) = match (standing.progress.started, standing.progress.finished) {
        (_, Some(finished)) => (scheduled.earliest_start.min(finished), finished),
        (Some(started), None) => (started, scheduled.latest_finish.max(started)),
        (None, None) => (standing.planned_start.min(scheduled.latest_finish), scheduled.latest_finish),
    };
    let label = match &node.number {
        Some(number) => format!("{number} {}", node.title),
        None => node.title.clone(),
    };
    let span = Span {
        from: from.max(outlook.campaign.from_day),
        to,
        title: t.span_title(from.to_string(), to.to_string()),
        href: href.clone(),
        tone: light::tone(standing.light.color),
        is_critical,
    };
    let is_done = standing.progress.state == TaskState::SignedOff;
    TimeRow {
        label,
        href,
        level: u8::try_from(node.level).unwrap_or_default(),
        is_heading: false,
        spans: vec![span],
        deadline: node.due,
        light: (!is_done).then(|| light::tone(standing.light.color)),
        note: if is_done { light::state(lang, standing.progress.state) } else { light::word(lang, standing.light.color) },
    }
}
