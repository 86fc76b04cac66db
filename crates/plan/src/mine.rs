//! What this domain adds to the pages that gather from all domains: "mine", the calendar, the search.
use crate::{
    campaigns::store,
    nodes::{edit_page, node::NodeId, plan::Item, tree_page},
    schedule::{Outlook, State},
    tasks::{extensions::decide_page::ExtensionUrl, supervision::Supervision},
    view::{light, links, sight::Sight},
    words::texts,
};
use kernel::{Actor, Lang, Right, UnitId};
use orgs::folded;
use ui::Icon;
use web::{App, Days, Hit, MarkedDay, QuickEntry, Search, Todo, TodoSource, WebError};

/// Campaigns whose tasks are gathered: those that run, the latest first.
const CAMPAIGNS_MAX: usize = 5;
/// Hits of a search.
const HITS_MAX: usize = 20;

/// The running campaigns as they look today.
async fn running(app: &App, sight: &Sight) -> Result<Vec<Outlook>, WebError> {
    let mut outlooks = Vec::new();
    let all = store::all(app.db.reader()).await?;
    for campaign in all.into_iter().take(CAMPAIGNS_MAX) {
        outlooks.push(tree_page::load(app, campaign, sight).await?);
    }
    Ok(outlooks)
}

/// The units for which this person acts: the own one, and those over which a right was granted by name.
fn is_mine(sight: &Sight, actor: &Actor, unit: UnitId) -> bool {
    let named = actor.grants.iter().any(|grant| match grant.scope {
        kernel::Scope::All => false,
        kernel::Scope::Unit(own) => own == unit,
        kernel::Scope::Below(own) => sight.tree.is_within(unit, own, sight.today),
    });
    unit == actor.unit || named
}

/// Tasks in which the person's unit has a part and that are not done, and tasks that wait to be signed off.
pub(crate) fn todos() -> TodoSource {
    TodoSource::new(async |app: App, actor: Actor, lang: Lang| {
        if !actor.has(Right::Read) {
            return Ok(Vec::new());
        }
        let sight = Sight::of(&app, &actor).await?;
        let supervision = Supervision::load(app.db.reader()).await?;
        let mut todos = Vec::new();
        for outlook in running(&app, &sight).await? {
            todos.extend(todos_of(&sight, &actor, lang, &outlook, &supervision));
        }
        Ok(todos)
    })
}

fn todos_of(
    sight: &Sight,
    actor: &Actor,
    lang: Lang,
    outlook: &Outlook,
    supervision: &Supervision,
) -> Vec<Todo> {
    let t = texts(lang);
    let may_plan = edit_page::may_change(sight, actor, &outlook.campaign);
    let mut todos = Vec::new();
    for standing in &outlook.standings {
        let item = outlook.item(standing);
        let lead = item.node.lead_unit.unwrap_or(outlook.campaign.organiser);
        let to_verify = standing.progress.state == State::ToVerify
            && crate::rights::may(&sight.tree, actor, Right::SignOff, lead, sight.today);
        let part = part(sight, actor, lang, item);
        let open = matches!(standing.progress.state, State::NotStarted | State::UnderWay);
        let request = supervision.asked(item).filter(|_| may_plan);
        if let Some(request) = request {
            todos.push(Todo {
                title: item.node.title.clone(),
                detail: t.todo_extension_until(request.wanted_due.to_string()),
                due: item.node.due,
                href: ExtensionUrl {
                    extension: request.id,
                }
                .to_string(),
                kind: t.todo_extension(),
            });
        }
        let leads = part.as_ref().is_some_and(|part| part.leads);
        let may_acknowledge = leads
            && item.node.lead_unit.is_some_and(|lead| {
                crate::rights::may(&sight.tree, actor, Right::Record, lead, sight.today)
            });
        let kind = match (to_verify, part) {
            (true, _) => t.todo_sign_off(),
            (false, Some(part)) if open && part.leads && supervision.sent_back(item).is_some() => {
                t.todo_sent_back()
            }
            (false, Some(part)) if open && part.leads && supervision.nudged(item).is_some() => {
                t.todo_nudged()
            }
            (false, Some(_)) if open && may_acknowledge && supervision.is_to_acknowledge(item) => {
                t.todo_acknowledge()
            }
            (false, Some(part)) if open => part.word,
            _ => continue,
        };
        todos.push(Todo {
            title: item.node.title.clone(),
            detail: light::word(lang, standing.light.color),
            due: item.node.due,
            href: links::task(item.node.id),
            kind,
        });
    }
    todos
}

/// What part in a task the person's units have.
struct Part {
    word: String,
    leads: bool,
}

fn part(sight: &Sight, actor: &Actor, lang: Lang, item: &Item) -> Option<Part> {
    let t = texts(lang);
    let mine = |units: &[UnitId]| units.iter().any(|unit| is_mine(sight, actor, *unit));
    let leads = mine(&Vec::from_iter(item.node.lead_unit));
    let word = if leads {
        t.todo_lead()
    } else if mine(&item.responsible) {
        t.todo_responsible()
    } else if mine(&item.supporting) {
        t.todo_supporting()
    } else {
        return None;
    };
    Some(Part { word, leads })
}

/// Due days of the person's tasks.
pub(crate) fn days() -> Days {
    Days::new(
        async |app: App,
               actor: Actor,
               lang: Lang,
               days: std::ops::RangeInclusive<chrono::NaiveDate>| {
            if !actor.has(Right::Read) {
                return Ok(Vec::new());
            }
            let sight = Sight::of(&app, &actor).await?;
            let mut marked = Vec::new();
            for outlook in running(&app, &sight).await? {
                for standing in &outlook.standings {
                    let item = outlook.item(standing);
                    if let Some(due) = item.node.due.filter(|due| days.contains(due))
                        && part(&sight, &actor, lang, item).is_some()
                    {
                        marked.push(MarkedDay {
                            day: due,
                            title: item.node.title.clone(),
                            href: links::task(item.node.id),
                        });
                    }
                }
            }
            Ok(marked)
        },
    )
}

/// Tasks by words of their title.
pub(crate) fn search() -> Search {
    Search::new(async |app: App, actor: Actor, lang: Lang, words: String| {
        if !actor.has(Right::Read) {
            return Ok(Vec::new());
        }
        let sight = Sight::of(&app, &actor).await?;
        let words = folded(&words);
        let mut hits = Vec::new();
        for campaign in store::all(app.db.reader()).await? {
            let plan = crate::nodes::plan::Plan::load(app.db.reader(), &campaign.code).await?;
            for item in plan.tasks(campaign.levels.innermost()) {
                if folded(&item.node.title).contains(&words) && sight.sees_item(&campaign, item) {
                    hits.push(hit(
                        lang,
                        campaign.title(lang),
                        item.node.id,
                        &item.node.title,
                    ));
                }
                if HITS_MAX <= hits.len() {
                    return Ok(hits);
                }
            }
        }
        Ok(hits)
    })
}

fn hit(lang: Lang, campaign: &str, id: NodeId, title: &str) -> Hit {
    Hit {
        title: title.to_owned(),
        detail: campaign.to_owned(),
        href: links::task(id),
        kind: texts(lang).task(),
    }
}

/// Recording a briefing in the campaign that began last.
pub(crate) fn quick_entries(lang: Lang, actor: &Actor) -> Vec<QuickEntry> {
    if !actor.has(Right::Record) {
        return Vec::new();
    }
    vec![QuickEntry {
        label: texts(lang).briefing_new(),
        href: "/briefings/new".to_owned(),
        icon: Icon::Add,
    }]
}
