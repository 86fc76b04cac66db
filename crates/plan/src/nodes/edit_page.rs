//! The form that adds one item to a plan, and the one that changes it.
mod meanwhile;
mod view;

use super::{
    editing::{self, EditError, Edited, Editing, Ground, What},
    node::{self, NodeId},
    order::Place,
    subject_kind,
    written::{PARENT, Written, Wrong, next_number},
};
use crate::{
    campaigns::campaign::Campaign,
    view::{links, sight::Sight, typed},
    words::texts,
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right};
use maud::Markup;
use meanwhile::Meanwhile;
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{PageKind, form::FieldProblem};
use view::View;
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/items/new")]
pub struct NewItemUrl {
    pub campaign: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/campaigns/{campaign}/items")]
pub struct ItemsUrl {
    pub campaign: String,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/items/{node}/changes")]
pub struct ChangesUrl {
    pub node: NodeId,
}

/// What a new item begins with.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Begin {
    /// Place among the campaign's levels; the tasks unless said otherwise.
    level: Option<usize>,
    parent: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    /// Of a change only: the last entry about the item that the person saw.
    seen: Option<EntryId>,
    /// Of a new item only.
    #[serde(default)]
    level: usize,
    #[serde(default)]
    parent: String,
    /// Empty: where it is. `first`, or the neighbour after which it stands.
    #[serde(default)]
    place: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    lead: String,
    #[serde(default)]
    responsible: String,
    #[serde(default)]
    supporting: String,
    #[serde(default)]
    in_charge: String,
    #[serde(default)]
    deadline: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    duration: String,
    #[serde(default)]
    deliverable: String,
    #[serde(default)]
    target: String,
}

const FIRST: &str = "first";

impl Input {
    fn written(&self) -> Written {
        let place = match self.place.as_str() {
            "" => Place::Keep,
            FIRST => Place::First,
            other => other.parse().map_or(Place::Keep, Place::After),
        };
        Written {
            title: self.title.clone(),
            parent: self.parent.parse().ok(),
            place,
            number: self.number.clone(),
            lead: self.lead.clone(),
            responsible: self.responsible.clone(),
            supporting: self.supporting.clone(),
            in_charge: self.in_charge.clone(),
            deadline: self.deadline.clone(),
            after: self.after.clone(),
            duration: self.duration.clone(),
            deliverable: self.deliverable.clone(),
            target: self.target.clone(),
        }
    }
}

pub async fn new_form(
    url: NewItemUrl,
    State(app): State<App>,
    Query(begin): Query<Begin>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let ground = ground(&app, &actor, &url.campaign).await?;
    let innermost = ground.campaign.levels.innermost();
    let level = begin.level.unwrap_or(innermost).min(innermost);
    let written = Written {
        parent: begin.parent.parse().ok(),
        number: if level == innermost {
            next_number(&ground.plan)
        } else {
            String::new()
        },
        ..Written::default()
    };
    let view = View {
        lang: frame.lang,
        ground: &ground,
        entry: typed::new_entry(),
        what: What::Add { level },
        written: &written,
        problems: &[],
        meanwhile: None,
    };
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&view.title(), view.whole()))
}

pub async fn add(
    url: ItemsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let what = What::Add { level: input.level };
    submit(app, actor, frame, url.campaign, what, input).await
}

pub async fn form(
    url: ChangesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let campaign = campaign_of(&app, url.node).await?;
    let ground = ground(&app, &actor, &campaign).await?;
    let lang = frame.lang;
    let item = ground.plan.item(url.node).ok_or(WebError::NotFound)?;
    let written = Written::of(item, &ground.plan, &ground.directory, lang);
    let kind = subject_kind(&ground.campaign, item);
    let head = editing::head(app.db.reader(), kind, url.node).await?;
    let view = View {
        lang,
        ground: &ground,
        entry: typed::new_entry(),
        what: What::Change {
            node: url.node,
            seen: head.map_or(EntryId(url.node.0), |head| head.id),
        },
        written: &written,
        problems: &[],
        meanwhile: None,
    };
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&view.title(), view.whole()))
}

pub async fn change(
    url: ChangesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let campaign = campaign_of(&app, url.node).await?;
    let what = What::Change {
        node: url.node,
        seen: input.seen.unwrap_or(EntryId(url.node.0)),
    };
    submit(app, actor, frame, campaign, what, input).await
}

async fn campaign_of(app: &App, node: NodeId) -> Result<String, WebError> {
    let node = node::Entity::find_by_id(node).one(app.db.reader()).await?;
    node.map(|node| node.campaign).ok_or(WebError::NotFound)
}

/// The plan with all that a form is read against, for those who may change it.
async fn ground(app: &App, actor: &Actor, campaign: &str) -> Result<Ground, WebError> {
    let (sight, campaign) = Sight::with_campaign(app, actor, campaign).await?;
    if !may_change(&sight, actor, &campaign) {
        return Err(WebError::NotFound);
    }
    Ground::load(app.db.reader(), &app.book, &campaign.code)
        .await?
        .ok_or(WebError::NotFound)
}

/// Whether the actor may change the campaign's plan.
pub(crate) fn may_change(sight: &Sight, actor: &Actor, campaign: &Campaign) -> bool {
    crate::rights::may(
        &sight.tree,
        actor,
        Right::Plan,
        campaign.organiser,
        sight.today,
    )
}

async fn submit(
    app: App,
    actor: Actor,
    frame: Frame,
    campaign: String,
    what: What,
    input: Input,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let days = orgs::working_days(app.db.reader()).await?;
    let new = Editing {
        entry: input.entry,
        campaign,
        what,
        written: input.written(),
        lang,
    };
    let error = match editing::edit(&app.book, &actor, &days, &new).await {
        Ok(edited) => return Ok(done(lang, what, &edited)),
        Err(error) => error,
    };
    let t = texts(lang);
    let (mut entry, mut what, mut written, mut meanwhile) =
        (new.entry, new.what, new.written.clone(), None);
    let problems = match error {
        EditError::Wrong(wrong) => wrong.into_iter().map(problem).collect(),
        EditError::Stale => {
            let ground = ground(&app, &actor, &new.campaign).await?;
            let found = Meanwhile::since(&app, lang, &ground, what).await?;
            let conflicts = found.merge(&mut written);
            what = found.what;
            meanwhile = Some(found);
            conflicts
        }
        EditError::SentBefore(node) => {
            entry = typed::new_entry();
            let said = match what {
                What::Add { .. } => t.sent_before_added(),
                What::Change { .. } => {
                    what = What::Change {
                        node,
                        seen: new.entry,
                    };
                    t.sent_before_changed()
                }
            };
            vec![FieldProblem::new("title", said)]
        }
        EditError::Busy => vec![FieldProblem::new("title", t.plan_busy())],
        EditError::NoSuchItem => match what {
            What::Change { node, .. } => {
                return Ok(web::done(&links::item(node), &t.item_gone()));
            }
            What::Add { .. } => return Err(WebError::NotFound),
        },
        EditError::NotYours => return Err(WebError::NotFound),
        EditError::Book(source) => return Err(source.into()),
    };
    let ground = ground(&app, &actor, &new.campaign).await?;
    let view = View {
        lang,
        ground: &ground,
        entry,
        what,
        written: &written,
        problems: &problems,
        meanwhile: meanwhile.as_ref(),
    };
    Ok(frame.under("plan").again(&view.title(), view.whole()))
}

fn problem(wrong: Wrong) -> FieldProblem {
    FieldProblem::new(wrong.field, wrong.message)
}

fn done(lang: Lang, what: What, edited: &Edited) -> Response {
    let t = texts(lang);
    let said = match what {
        What::Add { .. } => t.item_added(),
        What::Change { .. } if edited.has_changed => t.item_changed(),
        What::Change { .. } => t.item_unchanged(),
    };
    let said = edited
        .warnings
        .iter()
        .fold(said, |said, warning| t.said_with_hint(said, warning));
    web::done(&links::item(edited.node), &said)
}
