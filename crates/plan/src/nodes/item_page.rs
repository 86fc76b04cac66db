//! An item of the plan with its history: one above the tasks, or one that was taken out. A task has a page of its own.
use super::{
    node::{self, NodeId},
    order,
    plan::{Item, Plan, units_of},
    subject_kind, tree_page,
};
use crate::{
    campaigns::store,
    schedule::{Outlook, Standing, State as TaskState},
    units,
    view::{
        campaign::{self as head, Page},
        history, light, links,
        sight::Sight,
    },
    words::texts,
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right};
use ledger::entry;
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{Act, Column, Empty, Fact, Icon, PageHead, PageKind, Row, Table};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/items/{node}")]
pub struct ItemUrl {
    pub node: NodeId,
}

/// An item that the viewer may see, in the plan or taken out of it.
pub(crate) struct Seen {
    pub(crate) sight: Sight,
    pub(crate) outlook: Outlook,
    pub(crate) item: Item,
}

pub(crate) async fn seen(app: &App, actor: &Actor, id: NodeId) -> Result<Seen, WebError> {
    let reader = app.db.reader();
    let node = node::Entity::find_by_id(id).one(reader).await?;
    let node = node.ok_or(WebError::NotFound)?;
    let campaign = store::find(reader, &node.campaign).await?;
    let campaign = campaign.ok_or(WebError::NotFound)?;
    if !actor.has(Right::Read) {
        return Err(WebError::NotFound);
    }
    let sight = Sight::of(app, actor).await?;
    let units = units_of(reader, id).await?;
    let alone = Plan::of(vec![node], units, Vec::new()).items.pop();
    let alone = alone.ok_or(WebError::NotFound)?;
    let outlook = tree_page::load(app, campaign, &sight).await?;
    let item = outlook.plan.item(id).cloned().unwrap_or(alone);
    // An item above the tasks is seen by whoever sees a task below it.
    let sees_below = || {
        tree_page::seen(&sight, &outlook).any(|standing| {
            let above = outlook.plan.above(outlook.item(standing));
            above.iter().any(|above| above.node.id == id)
        })
    };
    if !sight.sees_item(&outlook.campaign, &item) && !sees_below() {
        return Err(WebError::NotFound);
    }
    Ok(Seen {
        sight,
        outlook,
        item,
    })
}

pub async fn show(
    url: ItemUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let seen = seen(&app, &actor, url.node).await?;
    if seen.outlook.standing(url.node).is_some() {
        return Ok(Redirect::to(&links::task(url.node)).into_response());
    }
    let lang = frame.lang;
    let reader = app.db.reader();
    let kind = subject_kind(&seen.outlook.campaign, &seen.item);
    let entries = entry::history(reader, kind, &url.node.to_string()).await?;
    let timeline = history::timeline(reader, lang, entries).await?;
    let main = view(lang, &actor, &seen, timeline);
    let title = &seen.item.node.title;
    Ok(frame
        .kind(PageKind::Record)
        .under("plan")
        .page(title, main)
        .into_response())
}

fn view(lang: Lang, actor: &Actor, seen: &Seen, timeline: Markup) -> Markup {
    let t = texts(lang);
    let (outlook, node) = (&seen.outlook, &seen.item.node);
    let is_in_plan = node.withdrawn_on.is_none();
    let may = is_in_plan && super::edit_page::may_change(&seen.sight, actor, &outlook.campaign);
    let href = |page: &str| format!("{}/{page}", links::item(node.id));
    let level = usize::try_from(node.level).unwrap_or_default();
    let inner = level + 1..outlook.campaign.levels.0.len();
    let acts = html! {
        @if may {
            @for below in inner {
                @let title = outlook.campaign.levels.0[below].title(lang);
                @let begin = format!("{}?level={below}&parent={}", links::under(&outlook.campaign.code, "items/new"), node.id);
                (ui::link_button(&t.item_add(title), &begin, Act::Plain, Some(Icon::Add)))
            }
            (ui::link_button(&t.change(), &href("changes"), Act::Plain, None))
            (ui::link_button(&t.item_withdraw(), &href("withdrawal"), Act::Plain, None))
        }
    };
    let title_of = outlook.campaign.levels.0.get(level);
    let sub = html! {
        @if let Some(level) = title_of { (level.title(lang)) " " }
        @if let Some(day) = node.withdrawn_on { (ui::badge(ui::Tone::Attention, &t.item_withdrawn_on(day.to_string()))) }
    };
    let page = match is_in_plan {
        true => Page::Tree,
        false => Page::Tasks,
    };
    let head = PageHead {
        title: &node.title,
        sub: Some(sub),
        acts: (!acts.0.is_empty()).then_some(acts),
        crumbs: &head::crumbs(lang, &outlook.campaign, page),
    };
    let left = html! {
        @let facts = facts(lang, seen);
        @if !facts.is_empty() { (ui::facts(&facts)) }
        @if is_in_plan { (ui::section("below", &t.items_below(), html! {}, below(lang, seen))) }
    };
    let right = ui::section("history", &t.history(), html! {}, timeline);
    html! { (ui::page_head(lang, head)) (ui::two_columns(left, right)) }
}

fn facts(lang: Lang, seen: &Seen) -> Vec<Fact> {
    let t = texts(lang);
    let (plan, node) = (&seen.outlook.plan, &seen.item.node);
    let path: Vec<&str> = plan
        .above(&seen.item)
        .iter()
        .map(|item| item.node.title.as_str())
        .collect();
    let above = Fact::text(t.field_parent(), &path.join(" › "));
    if !seen.item.is_task(seen.outlook.campaign.levels.innermost()) {
        // An outermost item stands below nothing.
        return if path.is_empty() {
            Vec::new()
        } else {
            vec![above]
        };
    }
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let names = |ids: &[_]| units::names(&seen.sight.directory, ids, lang);
    vec![
        above,
        Fact::text(t.field_number(), &text(&node.number)),
        Fact::text(t.lead_unit(), &names(&Vec::from_iter(node.lead_unit))),
        Fact::text(t.responsible_units(), &names(&seen.item.responsible)),
        Fact::text(t.supporting_units(), &names(&seen.item.supporting)),
        Fact::text(t.deadline(), &text(&node.deadline_text)),
        Fact::text(t.deliverable(), &text(&node.deliverable)),
        Fact::text(t.target(), &text(&node.target_text)),
    ]
}

/// What stands directly below, as far as the viewer may see it: tasks with lead and deadline, other items with how far the
/// tasks below them are.
fn below(lang: Lang, seen: &Seen) -> Markup {
    let t = texts(lang);
    let outlook = &seen.outlook;
    let innermost = outlook.campaign.levels.innermost();
    let shown: Vec<&Item> = outlook
        .plan
        .children(Some(seen.item.node.id))
        .filter(|item| !item.is_task(innermost) || seen.sight.sees_item(&outlook.campaign, item))
        .collect();
    let has_tasks = shown.iter().any(|item| item.is_task(innermost));
    let rows = shown.iter().map(|item| {
        let node = &item.node;
        let title = html! { a href=(links::item(node.id)) { (node.title) } };
        let (done, lamp) = match outlook.standing(node.id) {
            Some(standing) => (html! {}, state(lang, standing)),
            None => tally(lang, seen, node.id),
        };
        if !has_tasks {
            return Row::new(vec![title, done, lamp]);
        }
        Row::new(vec![
            html! { (node.number.as_deref().unwrap_or_default()) },
            title,
            html! {
                @if let Some(lead) = node.lead_unit { (seen.sight.directory.name(lead, lang)) }
                (done)
            },
            html! { @if let Some(due) = node.due { (due) } },
            lamp,
        ])
    });
    let columns = if has_tasks {
        vec![
            Column::text(t.field_number()),
            Column::title(t.item_title()).wide(),
            Column::text(t.lead_unit()),
            Column::text(t.deadline()),
            Column::text(t.light()),
        ]
    } else {
        vec![
            Column::title(t.item_title()).wide(),
            Column::text(t.state_signed_off()),
            Column::text(t.light()),
        ]
    };
    let table = Table {
        caption: &t.items_below(),
        columns,
        rows: rows.collect(),
        empty: Some(Empty {
            title: &t.items_below_none(),
            text: &t.items_below_none_text(),
            act: None,
        }),
        ..Table::default()
    };
    ui::table(lang, table)
}

fn state(lang: Lang, standing: &Standing) -> Markup {
    match standing.progress.state {
        TaskState::SignedOff => light::state_badge(lang, TaskState::SignedOff),
        _ => light::lamp(lang, standing.light.color),
    }
}

/// How many of the tasks below are signed off, and the worst light of the others.
fn tally(lang: Lang, seen: &Seen, top: NodeId) -> (Markup, Markup) {
    let outlook = &seen.outlook;
    let branch = order::branch(&outlook.plan, top);
    let tasks: Vec<&Standing> = branch
        .iter()
        .filter_map(|id| outlook.standing(*id))
        .collect();
    let open = tasks
        .iter()
        .filter(|standing| standing.progress.state != TaskState::SignedOff);
    let worst = open.clone().map(|standing| standing.light.color).max();
    let done = tasks.len() - open.count();
    let list = links::under(&outlook.campaign.code, "tasks");
    let list = ui::query::with_params(&list, &[("above", &top.to_string())]);
    (
        ui::number(&format!("{done}/{}", tasks.len()), &list),
        html! { @if let Some(color) = worst { (light::lamp(lang, color)) } },
    )
}
