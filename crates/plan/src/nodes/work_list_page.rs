//! The work list: conditions, rows, and an export of exactly these.
mod workbook;

use super::plan::Item;
use crate::{
    schedule::{Outlook, Standing, State as TaskState},
    tasks::supervision::Supervision,
    view::{
        campaign::{self as head, Page},
        light, links,
        sight::Sight,
    },
    words::texts,
};
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use calendar::light::Color;
use kernel::{Actor, Lang, UnitId};
use maud::{Markup, html};
use orgs::folded;
use serde::Deserialize;
use ui::{
    Act, Column, Condition, Empty, Icon, PageKind, QueryBar, Row, Table,
    form::{self, Choice, Field, Width},
    query::with_param,
};
use web::{App, Download, Frame, Paging, WebError};
use workbook::workbook;

#[cfg(test)]
pub(crate) use workbook::workbook_of_all;

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/tasks")]
pub struct TasksUrl {
    pub campaign: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/tasks.xlsx")]
pub struct ExportUrl {
    pub campaign: String,
}

/// The conditions of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Conditions {
    /// Words of the title, or a 序号.
    text: String,
    /// Number of the lead unit.
    lead: String,
    /// Number of a unit with any part in it.
    unit: String,
    /// An item above the tasks.
    above: String,
    light: String,
    state: String,
    /// `week`, `month`, `overdue`.
    due: String,
    /// `late`: promises that cannot be kept.
    promise: String,
    /// What is open between whoever gives tasks and whoever does them.
    supervision: String,
}

pub async fn show(
    url: TasksUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    paging: Paging,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let outlook = super::tree_page::load(&app, campaign, &sight).await?;
    let lang = frame.lang;
    let supervision = Supervision::load(app.db.reader()).await?;
    let found = matching(&sight, &outlook, &supervision, &conditions);
    let main = view(
        lang,
        &frame.path,
        &sight,
        &outlook,
        &conditions,
        &found,
        paging,
    );
    Ok(frame
        .kind(PageKind::List)
        .page(&Page::Tasks.title(lang), main))
}

pub async fn export(
    url: ExportUrl,
    State(app): State<App>,
    Query(conditions): Query<Conditions>,
    actor: Actor,
    lang: Lang,
) -> Result<Download, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let outlook = super::tree_page::load(&app, campaign, &sight).await?;
    let supervision = Supervision::load(app.db.reader()).await?;
    let found = matching(&sight, &outlook, &supervision, &conditions);
    let bytes = workbook(lang, &sight, &outlook, &found).map_err(WebError::internal)?;
    let name = format!(
        "{} {}.xlsx",
        outlook.campaign.title(lang),
        Page::Tasks.title(lang)
    );
    Ok(Download::xlsx(name, bytes))
}

fn matching<'o>(
    sight: &'o Sight,
    outlook: &'o Outlook,
    supervision: &Supervision,
    conditions: &Conditions,
) -> Vec<&'o Standing> {
    let words = folded(&conditions.text);
    let lead = crate::view::typed::unit(&conditions.lead);
    let unit = crate::view::typed::unit(&conditions.unit);
    super::tree_page::seen(sight, outlook)
        .filter(|standing| {
            let item = outlook.item(standing);
            let is_open = standing.progress.state != TaskState::SignedOff;
            (words.is_empty() || has_words(outlook, item, &words))
                && lead.is_none_or(|lead| item.node.lead_unit == Some(lead))
                && unit.is_none_or(|unit| item.units().any(|other| other == unit))
                && (conditions.above.is_empty() || is_below(outlook, item, &conditions.above))
                && (conditions.light.is_empty()
                    || is_open && light::code(standing.light.color) == conditions.light)
                && (conditions.state.is_empty()
                    || standing.progress.state.code() == conditions.state)
                && is_due(standing, item, outlook, &conditions.due)
                && (conditions.promise.is_empty() || is_late(standing))
                && is_open_there(supervision, standing, item, &conditions.supervision)
        })
        .collect()
}

fn is_open_there(
    supervision: &Supervision,
    standing: &Standing,
    item: &Item,
    condition: &str,
) -> bool {
    // A task whose target the book has reached is done, though nobody has reported it.
    let is_to_do = matches!(
        standing.progress.state,
        TaskState::NotStarted | TaskState::UnderWay
    );
    match condition {
        "" => true,
        "not_taken_over" => is_to_do && supervision.is_to_acknowledge(item),
        "sent_back" => is_to_do && supervision.sent_back(item).is_some(),
        "nudged" => is_to_do && supervision.nudged(item).is_some(),
        "more_time" => supervision.asked(item).is_some(),
        _ => false,
    }
}

fn has_words(outlook: &Outlook, item: &Item, words: &str) -> bool {
    item.node.number.as_deref() == Some(words)
        || outlook
            .plan
            .path(item)
            .iter()
            .any(|title| folded(title).contains(words))
}

fn is_below(outlook: &Outlook, item: &Item, above: &str) -> bool {
    let ids = outlook.plan.above(item);
    ids.iter().any(|parent| parent.node.id.to_string() == above)
}

fn is_due(standing: &Standing, item: &Item, outlook: &Outlook, condition: &str) -> bool {
    let days = match condition {
        "" => return true,
        "week" => 7,
        "month" => 31,
        _ => 0,
    };
    let is_open =
        standing.progress.finished.is_none() && standing.progress.state != TaskState::SignedOff;
    let left = item.node.due.map(|due| (due - outlook.today).num_days());
    is_open
        && left.is_some_and(|left| {
            if condition == "overdue" {
                left < 0
            } else {
                (0..=days).contains(&left)
            }
        })
}

pub(crate) fn is_late(standing: &Standing) -> bool {
    matches!(
        standing.scheduled.promise,
        calendar::schedule::Promise::CannotBeKept { .. }
    )
}

fn view(
    lang: Lang,
    path: &str,
    sight: &Sight,
    outlook: &Outlook,
    conditions: &Conditions,
    found: &[&Standing],
    paging: Paging,
) -> Markup {
    let t = texts(lang);
    let campaign = &outlook.campaign;
    let rows = found
        .iter()
        .skip(usize::try_from(paging.offset()).unwrap_or(usize::MAX))
        .take(usize::try_from(paging.limit()).unwrap_or(usize::MAX));
    let query = path
        .split_once('?')
        .map_or(String::new(), |(_, query)| format!("?{query}"));
    let export = format!("{}{query}", links::under(&campaign.code, "tasks.xlsx"));
    let caption = Page::Tasks.title(lang);
    let table = Table {
        caption: &caption,
        columns: vec![
            Column::text(t.field_number()),
            Column::title(t.field_title()).wide(),
            Column::text(t.lead_unit()),
            Column::text(t.deadline()),
            Column::number(t.progress()),
            Column::text(t.light()),
            Column::text(t.state()),
            Column::number(t.slack_days()),
        ],
        rows: rows
            .map(|standing| row(lang, sight, outlook, standing))
            .collect(),
        empty: Some(Empty {
            title: &t.tasks_none(),
            text: &t.tasks_none_text(),
            act: None,
        }),
        ..Table::default()
    };
    html! {
        (head::head(lang, campaign, Page::Tasks, html! {}))
        (bar(lang, sight, outlook, conditions))
        (ui::conditions(lang, &holding(lang, path, sight, outlook, conditions)))
        (ui::toolbar(html! {}, ui::link_button(&t.export(), &export, Act::Plain, Some(Icon::Download))))
        (ui::table(lang, table))
        (ui::pager(lang, paging.pager(path, found.len() as u64)))
    }
}

fn bar(lang: Lang, sight: &Sight, outlook: &Outlook, conditions: &Conditions) -> Markup {
    let t = texts(lang);
    let leads: Vec<UnitId> = outlook
        .plan
        .items
        .iter()
        .filter_map(|item| item.node.lead_unit)
        .collect();
    let mut leads = sight.directory.in_order(leads);
    leads.dedup();
    let leads: Vec<Choice> = leads
        .iter()
        .map(|unit| Choice::new(unit.to_string(), sight.directory.name(*unit, lang)))
        .collect();
    let above: Vec<Choice> = outlook
        .plan
        .items
        .iter()
        .filter(|item| item.node.level == 0 && !item.is_task(outlook.campaign.levels.innermost()))
        .map(|item| Choice::new(item.node.id.to_string(), item.node.title.as_str()))
        .collect();
    let lights: Vec<Choice> = [Color::Green, Color::Yellow, Color::Red]
        .iter()
        .map(|color| Choice::new(light::code(*color), light::word(lang, *color)))
        .collect();
    let states: Vec<Choice> = TaskState::ALL
        .iter()
        .map(|state| Choice::new(state.code(), light::state(lang, *state)))
        .collect();
    let dues = [
        Choice::new("overdue", t.due_overdue()),
        Choice::new("week", t.due_week()),
        Choice::new("month", t.due_month()),
    ];
    let supervised = [
        Choice::new("not_taken_over", t.supervision_not_taken_over()),
        Choice::new("sent_back", t.supervision_sent_back()),
        Choice::new("nudged", t.supervision_nudged()),
        Choice::new("more_time", t.supervision_more_time()),
    ];
    let supervision = t.supervision();
    let outermost = outlook
        .campaign
        .levels
        .0
        .first()
        .map_or("", |level| level.title(lang))
        .to_owned();
    let (text, lead, lamp, state, due) =
        (t.words(), t.lead_unit(), t.light(), t.state(), t.deadline());
    let action = links::under(&outlook.campaign.code, "tasks");
    let fields = html! {
        (form::search(lang, Field::new("text", &text, &conditions.text).condition().width(Width::Medium)))
        (form::select(lang, Field::new("lead", &lead, &conditions.lead).condition().width(Width::Medium), &leads))
        @if !above.is_empty() {
            (form::select(lang, Field::new("above", &outermost, &conditions.above).condition().width(Width::Medium), &above))
        }
        (form::select(lang, Field::new("light", &lamp, &conditions.light).condition().width(Width::Short), &lights))
        (form::select(lang, Field::new("state", &state, &conditions.state).condition().width(Width::Short), &states))
        (form::select(lang, Field::new("due", &due, &conditions.due).condition().width(Width::Short), &dues))
        (form::select(lang, Field::new("supervision", &supervision, &conditions.supervision).condition().width(Width::Short), &supervised))
    };
    ui::query_bar(
        lang,
        QueryBar {
            action: &action,
            keep: &[],
            fields,
        },
    )
}

/// Conditions that no field of the bar shows.
fn holding(
    lang: Lang,
    path: &str,
    sight: &Sight,
    _: &Outlook,
    conditions: &Conditions,
) -> Vec<Condition> {
    let t = texts(lang);
    let mut holding = Vec::new();
    if let Some(unit) = crate::view::typed::unit(&conditions.unit) {
        let label = t.condition_unit(sight.directory.name(unit, lang));
        holding.push(Condition::new(label, with_param(path, "unit", "")));
    }
    if !conditions.promise.is_empty() {
        holding.push(Condition::new(
            t.promise_late(),
            with_param(path, "promise", ""),
        ));
    }
    holding
}

fn row(lang: Lang, sight: &Sight, outlook: &Outlook, standing: &Standing) -> Row {
    let item = outlook.item(standing);
    let node = &item.node;
    let above = outlook.plan.above(item);
    let above: Vec<&str> = above.iter().map(|item| item.node.title.as_str()).collect();
    let is_done = standing.progress.state == TaskState::SignedOff;
    Row::new(vec![
        html! { (node.number.as_deref().unwrap_or_default()) },
        html! {
            a href=(links::task(node.id)) { (node.title) }
            @if !above.is_empty() { div class="hint" { (above.join(" › ")) } }
        },
        html! { @if let Some(lead) = node.lead_unit { (sight.directory.name(lead, lang)) } },
        html! {
            @if let Some(due) = node.due { span class="nowrap" { (due) } }
            @if let Some(text) = &node.deadline_text { @if node.due.map(|due| due.to_string()).as_deref() != Some(text) { div class="hint" { (text) } } }
        },
        html! { @if let Some(share_bp) = standing.progress.share_bp { (light::percent(share_bp)) } },
        html! { @if !is_done { (light::lamp(lang, standing.light.color)) } },
        html! { (light::state_badge(lang, standing.progress.state)) },
        html! { @if standing.progress.finished.is_none() { (standing.scheduled.slack_days) } },
    ])
}
