//! The form that takes an item out of the plan.
use super::{
    item_page::{Seen, seen},
    node::NodeId,
    withdrawing::{WithdrawError, Withdrawing, withdraw},
};
use crate::{
    view::{
        campaign::{self as head, Page},
        links, typed,
    },
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/items/{node}/withdrawal")]
pub struct WithdrawalUrl {
    pub node: NodeId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    reason: String,
}

pub async fn form(
    url: WithdrawalUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let seen = changeable(&app, &actor, url.node).await?;
    let input = Input {
        entry: typed::new_entry(),
        reason: String::new(),
    };
    let (lang, t) = (frame.lang, texts(frame.lang));
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&t.item_withdraw(), view(lang, &seen, &input, &[])))
}

pub async fn submit(
    url: WithdrawalUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let new = Withdrawing {
        entry: input.entry,
        node: url.node,
        reason: input.reason.clone(),
    };
    let (lang, t) = (frame.lang, texts(frame.lang));
    let problem = match withdraw(&app.book, &actor, &new).await {
        Ok(()) => return Ok(web::done(&links::item(url.node), &t.item_withdrawn())),
        Err(WithdrawError::Book(source)) => return Err(source.into()),
        Err(WithdrawError::NotYours) => return Err(WebError::NotFound),
        Err(WithdrawError::NoSuchItem) => {
            // Somebody else was quicker, or it never was.
            seen(&app, &actor, url.node).await?;
            return Ok(web::done(&links::item(url.node), &t.item_gone()));
        }
        Err(WithdrawError::ReasonMissing) => t.reason_missing(),
        Err(WithdrawError::TooLong) => t.text_long(NOTE_CHARS_MAX.to_string()),
        Err(WithdrawError::HasItemsBelow(count)) => t.item_has_below(count.to_string()),
        Err(WithdrawError::Busy) => t.plan_busy(),
    };
    let seen = changeable(&app, &actor, url.node).await?;
    let main = view(lang, &seen, &input, &[FieldProblem::new("reason", problem)]);
    Ok(frame.under("plan").again(&t.item_withdraw(), main))
}

async fn changeable(app: &App, actor: &Actor, node: NodeId) -> Result<Seen, WebError> {
    let seen = seen(app, actor, node).await?;
    let is_in_plan = seen.outlook.plan.item(node).is_some();
    match is_in_plan && super::edit_page::may_change(&seen.sight, actor, &seen.outlook.campaign) {
        true => Ok(seen),
        false => Err(WebError::NotFound),
    }
}

fn view(lang: Lang, seen: &Seen, input: &Input, problems: &[FieldProblem]) -> Markup {
    let t = texts(lang);
    let node = &seen.item.node;
    let mut crumbs = head::crumbs(lang, &seen.outlook.campaign, Page::Tree);
    crumbs.push(Crumb::new(&node.title, links::item(node.id)));
    let waiting: Vec<String> = seen
        .outlook
        .followers(node.id)
        .map(|standing| {
            let node = &seen.outlook.item(standing).node;
            t.task_name(node.number.clone().unwrap_or_default(), &node.title)
        })
        .collect();
    let (title, label) = (t.item_withdraw(), t.reason());
    let head = PageHead {
        title: &title,
        sub: Some(html! {
            p { (node.title) }
            p class="hint" { (t.item_withdraw_help()) }
            @if !waiting.is_empty() {
                p { (t.item_withdraw_followers(waiting.join(crate::units::separator(lang)))) }
            }
        }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text_area(lang, Field::new("reason", &label, &input.reason).required().limit(NOTE_CHARS_MAX).problem(FieldProblem::of(problems, "reason"))))
        (ui::acts(ui::button(Button { label: &title, act: Act::Danger, ..Button::default() })))
    };
    let action = WithdrawalUrl { node: node.id }.to_string();
    let form = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, form, body)) }
}
