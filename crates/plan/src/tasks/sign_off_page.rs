//! The forms that sign a task off, that send its report back, and that open it again.
use super::{
    report_files,
    sending_back::{self, SendingBack},
    sign_off::{self, Reopening, SignOffError, SigningOff},
    task_page::seen,
};
use crate::{
    nodes::node::NodeId,
    view::{campaign as head, links, typed},
    words::{Texts, texts},
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/tasks/{task}/sign_off")]
pub struct SignOffUrl {
    pub task: NodeId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/tasks/{task}/sending_back")]
pub struct SendingBackUrl {
    pub task: NodeId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/tasks/{task}/reopening")]
pub struct ReopeningUrl {
    pub task: NodeId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    day: String,
    /// A note for signing off, the reason for opening again.
    #[serde(default)]
    note: String,
}

/// Which of the three forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    SignOff,
    SendBack,
    Reopen,
}

pub async fn form(
    url: SignOffUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    show(app, actor, frame, url.task, Which::SignOff).await
}

pub async fn sending_back_form(
    url: SendingBackUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    show(app, actor, frame, url.task, Which::SendBack).await
}

pub async fn reopening_form(
    url: ReopeningUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    show(app, actor, frame, url.task, Which::Reopen).await
}

async fn show(
    app: App,
    actor: Actor,
    frame: Frame,
    task: NodeId,
    which: Which,
) -> Result<Markup, WebError> {
    let (sight, campaign, item) = seen(&app, &actor, task).await?;
    let input = Input {
        entry: typed::new_entry(),
        day: sight.today.to_string(),
        note: String::new(),
    };
    let lang = frame.lang;
    let crumbs = head::crumbs_of_task(lang, &campaign, &item.node.title, task);
    let reported = reported(&app, lang, task, which).await?;
    let main = html! {
        (view(lang, task, which, &crumbs, &item.node.title, &input, &[]))
        (reported)
    };
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&title(lang, which), main))
}

pub async fn submit(
    url: SignOffUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let result = match typed::day(&input.day) {
        None => None,
        Some(day) => {
            let new = SigningOff {
                entry: input.entry,
                task: url.task,
                day,
                note: input.note.clone(),
            };
            Some(sign_off::sign_off(&app.book, &actor, &new).await)
        }
    };
    answer(app, actor, frame, url.task, Which::SignOff, &input, result).await
}

pub async fn send_back(
    url: SendingBackUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let result = match typed::day(&input.day) {
        None => None,
        Some(day) => {
            let new = SendingBack {
                entry: input.entry,
                task: url.task,
                day,
                reason: input.note.clone(),
            };
            Some(sending_back::send_back(&app.book, &actor, &new).await)
        }
    };
    answer(app, actor, frame, url.task, Which::SendBack, &input, result).await
}

pub async fn reopen(
    url: ReopeningUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let result = match typed::day(&input.day) {
        None => None,
        Some(day) => {
            let new = Reopening {
                entry: input.entry,
                task: url.task,
                day,
                reason: input.note.clone(),
            };
            Some(sign_off::reopen(&app.book, &actor, &new).await)
        }
    };
    answer(app, actor, frame, url.task, Which::Reopen, &input, result).await
}

async fn answer(
    app: App,
    actor: Actor,
    frame: Frame,
    task: NodeId,
    which: Which,
    input: &Input,
    result: Option<Result<ledger::Appended, SignOffError>>,
) -> Result<Response, WebError> {
    let (_, campaign, item) = seen(&app, &actor, task).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let problem = match result {
        Some(Ok(_)) => {
            let said = match which {
                Which::SignOff => t.sign_off_done(),
                Which::SendBack => t.send_back_done(),
                Which::Reopen => t.reopen_done(),
            };
            return Ok(web::done(&links::task(task), &said));
        }
        Some(Err(SignOffError::Book(source))) => return Err(source.into()),
        Some(Err(SignOffError::NoSuchTask)) => return Err(WebError::NotFound),
        Some(Err(error)) => problem(t, which, &error),
        None => FieldProblem::new("day", t.day_missing()),
    };
    let crumbs = head::crumbs_of_task(lang, &campaign, &item.node.title, task);
    let title_of_task = &item.node.title;
    let reported = reported(&app, lang, task, which).await?;
    let main = html! {
        (view(lang, task, which, &crumbs, title_of_task, input, &[problem]))
        (reported)
    };
    Ok(frame.under("plan").again(&title(lang, which), main))
}

/// Whoever signs off sees what there is to check.
async fn reported(app: &App, lang: Lang, task: NodeId, which: Which) -> Result<Markup, WebError> {
    Ok(match which {
        Which::SignOff | Which::SendBack => report_files::to_check(app, lang, task).await?,
        Which::Reopen => html! {},
    })
}

fn problem(t: &Texts, which: Which, error: &SignOffError) -> FieldProblem {
    match error {
        SignOffError::NotDone if which == Which::SendBack => {
            FieldProblem::new("note", t.send_back_not_done())
        }
        SignOffError::NotYours => FieldProblem::new("note", t.sign_off_not_yours()),
        SignOffError::YourOwnWork => FieldProblem::new("note", t.sign_off_own_work()),
        SignOffError::NotDone => FieldProblem::new("note", t.sign_off_not_done()),
        SignOffError::AlreadySignedOff => FieldProblem::new("note", t.sign_off_already()),
        SignOffError::NotSignedOff => FieldProblem::new("note", t.reopen_not_signed_off()),
        SignOffError::ReasonMissing => FieldProblem::new("note", t.reason_missing()),
        SignOffError::Day => FieldProblem::new("day", t.sign_off_day()),
        _ => FieldProblem::new("note", t.text_long(NOTE_CHARS_MAX.to_string())),
    }
}

fn title(lang: Lang, which: Which) -> String {
    let t = texts(lang);
    match which {
        Which::SignOff => t.sign_off(),
        Which::SendBack => t.send_back(),
        Which::Reopen => t.reopen(),
    }
}

fn view(
    lang: Lang,
    task: NodeId,
    which: Which,
    crumbs: &[Crumb],
    task_title: &str,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let (action, note, help) = match which {
        Which::SignOff => (
            SignOffUrl { task }.to_string(),
            t.sign_off_note(),
            t.sign_off_help(),
        ),
        Which::SendBack => (
            SendingBackUrl { task }.to_string(),
            t.send_back_reason(),
            t.send_back_help(),
        ),
        Which::Reopen => (
            ReopeningUrl { task }.to_string(),
            t.reason(),
            t.reopen_help(),
        ),
    };
    let (day, verb) = (t.day(), title(lang, which));
    let note_field = Field::new("note", &note, &input.note)
        .limit(NOTE_CHARS_MAX)
        .problem(of("note"));
    let note_field = match which {
        Which::SignOff => note_field,
        Which::SendBack | Which::Reopen => note_field.required(),
    };
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::date(lang, Field::new("day", &day, &input.day).required().width(Width::Short).problem(of("day"))))
        (form::text_area(lang, note_field))
        (ui::acts(ui::button(Button { label: &verb, act: Act::Primary, ..Button::default() })))
    };
    let head = PageHead {
        title: &verb,
        sub: Some(html! { p { (task_title) } p class="hint" { (help) } }),
        crumbs,
        ..PageHead::default()
    };
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
