//! A campaign's plan as a tree, with progress, lights, deadlines and lead units.
use super::{node::NodeId, plan::Item};
use crate::{
    campaigns::campaign::Campaign,
    schedule::{Outlook, Standing, State as TaskState},
    view::{
        campaign::{self as head, Page},
        light, links,
        sight::Sight,
    },
    words::texts,
};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use calendar::light::Color;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, BigNumber, Empty, Icon, Node, PageKind};
use web::{App, Frame, WebError};

/// Trees with more tasks are shown closed.
const OPEN_TASKS_MAX: usize = 100;

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}")]
pub struct TreeUrl {
    pub campaign: String,
}

pub async fn show(
    url: TreeUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign) = Sight::with_campaign(&app, &actor, &url.campaign).await?;
    let outlook = load(&app, campaign, &sight).await?;
    let lang = frame.lang;
    let title = outlook.campaign.title(lang).to_owned();
    let main = view(lang, &actor, &sight, &outlook);
    Ok(frame.kind(PageKind::Plan).page(&title, main))
}

/// The plan as it looks today.
pub(crate) async fn load(
    app: &App,
    campaign: Campaign,
    sight: &Sight,
) -> Result<Outlook, WebError> {
    Outlook::load(&app.book, campaign, &sight.days, sight.today)
        .await
        .map_err(WebError::internal)
}

/// Tasks that the viewer may see.
pub(crate) fn seen<'o>(
    sight: &'o Sight,
    outlook: &'o Outlook,
) -> impl Iterator<Item = &'o Standing> {
    let is_seen = |standing: &&Standing| sight.sees_item(&outlook.campaign, outlook.item(standing));
    outlook.standings.iter().filter(is_seen)
}

fn view(lang: Lang, actor: &Actor, sight: &Sight, outlook: &Outlook) -> Markup {
    let t = texts(lang);
    let campaign = &outlook.campaign;
    let may_plan = super::edit_page::may_change(sight, actor, campaign);
    let import = links::under(&campaign.code, "plan_imports");
    let new = links::under(&campaign.code, "items/new");
    let acts = html! {
        @if may_plan {
            @for (level, label) in levels_to_add(lang, campaign) {
                (ui::link_button(&label, &format!("{new}?level={level}"), Act::Plain, Some(Icon::Add)))
            }
            (ui::link_button(&t.import_plan(), &import, Act::Plain, Some(Icon::Upload)))
        }
    };
    let shown: Vec<&Standing> = seen(sight, outlook).collect();
    let import_label = t.import_plan();
    html! {
        (head::head(lang, campaign, Page::Tree, acts))
        @if shown.is_empty() {
            (ui::empty(Empty {
                title: &t.plan_empty(),
                text: &t.plan_empty_text(),
                act: may_plan.then_some((&import_label, &import)),
            }))
        } @else {
            (numbers(lang, &campaign.code, &shown))
            (ui::tree(lang, &Page::Tree.title(lang), &branches(lang, sight, outlook, None, shown.len() <= OPEN_TASKS_MAX)))
        }
    }
}

/// A task, and an item of the outermost level; those in between are added on the page of the item above.
fn levels_to_add(lang: Lang, campaign: &Campaign) -> Vec<(usize, String)> {
    let innermost = campaign.levels.innermost();
    let levels = if innermost == 0 {
        vec![0]
    } else {
        vec![innermost, 0]
    };
    let title = |level: usize| {
        campaign
            .levels
            .0
            .get(level)
            .map_or("", |level| level.title(lang))
    };
    levels
        .into_iter()
        .map(|level| (level, texts(lang).item_add(title(level))))
        .collect()
}

/// How many tasks in all, by light, to verify and signed off; each opens the list of just these.
fn numbers(lang: Lang, code: &str, shown: &[&Standing]) -> Markup {
    let t = texts(lang);
    let list = links::under(code, "tasks");
    let is_open = |standing: &&&Standing| standing.progress.state != TaskState::SignedOff;
    let lit = |color: Color| {
        shown
            .iter()
            .filter(is_open)
            .filter(|standing| standing.light.color == color)
            .count()
    };
    let in_state = |state: TaskState| {
        shown
            .iter()
            .filter(|standing| standing.progress.state == state)
            .count()
    };
    let cells = [
        (t.tasks_all(), shown.len(), list.clone()),
        (t.light_red(), lit(Color::Red), format!("{list}?light=red")),
        (
            t.light_yellow(),
            lit(Color::Yellow),
            format!("{list}?light=yellow"),
        ),
        (
            t.state_to_verify(),
            in_state(TaskState::ToVerify),
            format!("{list}?state=to_verify"),
        ),
        (
            t.state_signed_off(),
            in_state(TaskState::SignedOff),
            format!("{list}?state=signed_off"),
        ),
    ];
    let cells: Vec<Markup> = cells
        .iter()
        .map(|(label, count, href)| {
            ui::big_number(BigNumber {
                label,
                text: &count.to_string(),
                href,
                ..BigNumber::default()
            })
        })
        .collect();
    ui::numbers_row(&cells)
}

fn branches(
    lang: Lang,
    sight: &Sight,
    outlook: &Outlook,
    parent: Option<NodeId>,
    is_open: bool,
) -> Vec<Node> {
    // One pass over the items; a plan of many thousand items must not be searched once for each of them.
    let mut children: std::collections::HashMap<Option<NodeId>, Vec<&Item>> =
        std::collections::HashMap::new();
    for item in &outlook.plan.items {
        children.entry(item.node.parent).or_default().push(item);
    }
    below(lang, sight, outlook, &children, parent, is_open)
}

fn below(
    lang: Lang,
    sight: &Sight,
    outlook: &Outlook,
    children: &std::collections::HashMap<Option<NodeId>, Vec<&Item>>,
    parent: Option<NodeId>,
    is_open: bool,
) -> Vec<Node> {
    let items = children.get(&parent).map_or(&[][..], Vec::as_slice);
    items
        .iter()
        .filter_map(|item| match outlook.standing(item.node.id) {
            Some(standing) => sight
                .sees_item(&outlook.campaign, item)
                .then(|| leaf(lang, sight, item, standing)),
            None => {
                let nodes = below(lang, sight, outlook, children, Some(item.node.id), is_open);
                (!nodes.is_empty()).then(|| inner(lang, outlook, children, item, nodes, is_open))
            }
        })
        .collect()
}

fn leaf(lang: Lang, sight: &Sight, item: &Item, standing: &Standing) -> Node {
    let t = texts(lang);
    let node = &item.node;
    let lead = node
        .lead_unit
        .map(|unit| sight.directory.name(unit, lang).to_owned());
    Node {
        label: html! {
            a href=(links::task(node.id)) {
                @if let Some(number) = &node.number { span class="task-number" { (number) } " " }
                (node.title)
            }
        },
        end: Some(html! {
            @if let Some(lead) = lead { span { (lead) } " " }
            span class="tree-due" { @if let Some(due) = node.due { (t.due_by(due.to_string())) } } " "
            span class="tree-share" { @if let Some(share_bp) = standing.progress.share_bp { (light::percent(share_bp)) } } " "
            span class="tree-state" {
                @if standing.progress.state == TaskState::SignedOff { (light::state_badge(lang, TaskState::SignedOff)) }
                @else { (light::lamp(lang, standing.light.color)) }
            }
        }),
        ..Node::default()
    }
}

fn inner(
    lang: Lang,
    outlook: &Outlook,
    children: &std::collections::HashMap<Option<NodeId>, Vec<&Item>>,
    item: &Item,
    nodes: Vec<Node>,
    is_open: bool,
) -> Node {
    let t = texts(lang);
    let (mut done, mut all, mut worst) = (0, 0, Color::Green);
    let mut open = vec![item.node.id];
    while let Some(id) = open.pop() {
        for child in children.get(&Some(id)).into_iter().flatten() {
            match outlook.standing(child.node.id) {
                None => open.push(child.node.id),
                Some(standing) => {
                    all += 1;
                    if standing.progress.state == TaskState::SignedOff {
                        done += 1;
                    } else {
                        worst = worst.max(standing.light.color);
                    }
                }
            }
        }
    }
    Node {
        label: html! { a href=(links::item(item.node.id)) { strong { (item.node.title) } } },
        end: Some(html! {
            span { (t.done_of(done.to_string(), all.to_string())) } " "
            span class="tree-state" { (light::lamp(lang, worst)) }
        }),
        is_open,
        children: nodes,
    }
}
