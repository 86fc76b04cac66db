//! The form that nudges the lead unit of a task.
use super::nudging::{self, NudgeError, Nudging};
use crate::{
    campaigns::campaign::Campaign,
    nodes::{node::NodeId, plan::Item},
    tasks::task_page::seen,
    view::{
        campaign::{self as head, Page},
        links,
        sight::Sight,
        typed,
    },
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Fact, PageHead, PageKind,
    form::{self, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/tasks/{task}/nudges")]
pub struct NudgesUrl {
    pub task: NodeId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    reason: String,
}

pub async fn form(
    url: NudgesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign, item) = seen(&app, &actor, url.task).await?;
    nudging::whom(&sight.tree, &actor, &campaign, &item, sight.today).ok_or(WebError::NotFound)?;
    let input = Input {
        entry: typed::new_entry(),
        reason: String::new(),
    };
    let lang = frame.lang;
    let main = view(lang, &sight, &campaign, &item, &input, &[]);
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&texts(lang).nudge(), main))
}

pub async fn submit(
    url: NudgesUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (sight, campaign, item) = seen(&app, &actor, url.task).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let new = Nudging {
        entry: input.entry,
        task: url.task,
        reason: input.reason.clone(),
    };
    let said = match nudging::nudge(&app.book, &actor, &new).await {
        Ok(_) => return Ok(web::done(&links::task(url.task), &t.nudge_done())),
        Err(NudgeError::NoSuchTask | NudgeError::NotYours) => return Err(WebError::NotFound),
        Err(NudgeError::Book(source)) => return Err(source.into()),
        Err(NudgeError::Done) => t.nudge_task_done(),
        Err(NudgeError::AlreadyToday) => t.nudge_already_today(),
        Err(NudgeError::TooLong) => t.text_long(NOTE_CHARS_MAX.to_string()),
    };
    let problem = FieldProblem::new("reason", said);
    let main = view(lang, &sight, &campaign, &item, &input, &[problem]);
    Ok(frame.under("plan").again(&t.nudge(), main))
}

fn view(
    lang: Lang,
    sight: &Sight,
    campaign: &Campaign,
    item: &Item,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let (t, task) = (texts(lang), item.node.id);
    let mut crumbs = head::crumbs(lang, campaign, Page::Tasks);
    crumbs.push(Crumb::new(item.node.title.as_str(), links::task(task)));
    let due = item
        .node
        .due
        .map_or_else(String::new, |due| due.to_string());
    let lead = Vec::from_iter(item.node.lead_unit);
    let facts = [
        Fact::text(
            t.lead_unit(),
            &crate::units::names(&sight.directory, &lead, lang),
        ),
        Fact::text(t.deadline(), &due),
    ];
    let (title, label, submit) = (t.nudge(), t.nudge_reason(), t.nudge_submit());
    let of = FieldProblem::of(problems, "reason");
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text_area(lang, Field::new("reason", &label, &input.reason).limit(NOTE_CHARS_MAX).problem(of)))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let action = NudgesUrl { task }.to_string();
    let frame = form::Form {
        action: &action,
        draft: &action,
        problems,
        ..form::Form::default()
    };
    let page_head = PageHead {
        title: &title,
        sub: Some(html! { p { (item.node.title) } p class="hint" { (t.nudge_help()) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, page_head))
        (ui::facts(&facts))
        (form::form(lang, frame, body))
    }
}
