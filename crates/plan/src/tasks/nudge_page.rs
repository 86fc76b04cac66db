//! The form that nudges the lead unit of a task.
use super::{
    asked_form::Asked,
    nudging::{self, NudgeError, Nudging},
};
use crate::{
    nodes::node::NodeId,
    tasks::task_page::seen,
    view::{links, typed},
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, PageKind,
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
    let asked = Asked {
        lang,
        sight: &sight,
        campaign: &campaign,
        item: &item,
    };
    let main = view(asked, &input, &[]);
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
    let asked = Asked {
        lang,
        sight: &sight,
        campaign: &campaign,
        item: &item,
    };
    let main = view(asked, &input, &[problem]);
    Ok(frame.under("plan").again(&t.nudge(), main))
}

fn view(asked: Asked<'_>, input: &Input, problems: &[FieldProblem]) -> Markup {
    let (lang, t) = (asked.lang, texts(asked.lang));
    let (label, submit) = (t.nudge_reason(), t.nudge_submit());
    let of = FieldProblem::of(problems, "reason");
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text_area(lang, Field::new("reason", &label, &input.reason).limit(NOTE_CHARS_MAX).problem(of)))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let task = asked.item.node.id;
    html! {
        (asked.head(&t.nudge(), &t.nudge_help()))
        (asked.form(&NudgesUrl { task }.to_string(), problems, body))
    }
}
