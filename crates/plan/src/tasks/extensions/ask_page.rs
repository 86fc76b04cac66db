//! The form that asks for more time.
use super::asking::{self, AskError, Asking, may_ask};
use crate::{
    nodes::node::NodeId,
    tasks::{asked_form::Asked, task_page::seen},
    view::{links, typed},
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Notice, NoticeKind, PageKind,
    form::{self, Field, FieldProblem, Width},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/tasks/{task}/extensions")]
pub struct ExtensionsUrl {
    pub task: NodeId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    deadline: String,
    #[serde(default)]
    reason: String,
}

pub async fn form(
    url: ExtensionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (sight, campaign, item) = seen(&app, &actor, url.task).await?;
    let input = Input {
        entry: typed::new_entry(),
        deadline: String::new(),
        reason: String::new(),
    };
    let refusal = may_ask(&sight.tree, &actor, &item, sight.today).err();
    if matches!(refusal, Some(AskError::NotYours)) {
        return Err(WebError::NotFound);
    }
    let lang = frame.lang;
    // Why it cannot be asked is said before anybody has typed anything.
    let told = refusal.map(|error| problem(lang, &error).message);
    let asked = Asked {
        lang,
        sight: &sight,
        campaign: &campaign,
        item: &item,
    };
    let main = view(asked, &input, told.as_deref(), &[]);
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&texts(lang).extension_ask(), main))
}

pub async fn submit(
    url: ExtensionsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (sight, campaign, item) = seen(&app, &actor, url.task).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let asked = Asked {
        lang,
        sight: &sight,
        campaign: &campaign,
        item: &item,
    };
    let refusal = may_ask(&sight.tree, &actor, &item, sight.today).err();
    if matches!(refusal, Some(AskError::NotYours)) {
        return Err(WebError::NotFound);
    }
    // What is not filled in is told at once, not one after the other.
    let missing = [
        ("deadline", &input.deadline, t.extension_wanted_missing()),
        ("reason", &input.reason, t.reason_missing()),
    ];
    let missing: Vec<FieldProblem> = missing
        .into_iter()
        .filter(|(_, typed, _)| typed.trim().is_empty())
        .map(|(field, _, sentence)| FieldProblem::new(field, sentence))
        .collect();
    if !missing.is_empty() {
        let main = view(asked, &input, None, &missing);
        return Ok(frame.under("plan").again(&t.extension_ask(), main));
    }
    let new = Asking {
        entry: input.entry,
        task: url.task,
        deadline: input.deadline.clone(),
        reason: input.reason.clone(),
    };
    let problem = match asking::ask(&app.book, &actor, &sight.days, &new).await {
        Ok(_) => return Ok(web::done(&links::task(url.task), &t.extension_asked())),
        Err(AskError::NoSuchTask | AskError::NotYours) => return Err(WebError::NotFound),
        Err(AskError::Book(source)) => return Err(source.into()),
        Err(error) => problem(lang, &error),
    };
    let main = view(asked, &input, None, &[problem]);
    Ok(frame.under("plan").again(&t.extension_ask(), main))
}

fn problem(lang: Lang, error: &AskError) -> FieldProblem {
    let t = texts(lang);
    match error {
        AskError::NoDeadline => FieldProblem::new("deadline", t.extension_no_deadline()),
        AskError::Done => FieldProblem::new("deadline", t.extension_task_done()),
        AskError::TooLate(due) => {
            FieldProblem::new("deadline", t.extension_too_late(due.to_string()))
        }
        AskError::Deadline(problem) => {
            let (what, remedy) = crate::import::deadline_in_words(problem, lang);
            FieldProblem::new("deadline", t.what_and_remedy(what, remedy))
        }
        AskError::NotADay => FieldProblem::new("deadline", t.extension_not_a_day()),
        AskError::NotLater(due) => {
            FieldProblem::new("deadline", t.extension_not_later(due.to_string()))
        }
        AskError::AlreadyAsked => FieldProblem::new("deadline", t.extension_already_asked()),
        AskError::ReasonMissing => FieldProblem::new("reason", t.reason_missing()),
        _ => FieldProblem::new("reason", t.text_long(NOTE_CHARS_MAX.to_string())),
    }
}

fn view(asked: Asked<'_>, input: &Input, told: Option<&str>, problems: &[FieldProblem]) -> Markup {
    let (lang, t) = (asked.lang, texts(asked.lang));
    let of = |field| FieldProblem::of(problems, field);
    let (deadline, help) = (t.extension_wanted(), t.extension_wanted_help());
    let (reason, submit) = (t.reason(), t.extension_ask_submit());
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("deadline", &deadline, &input.deadline).required().help(&help).width(Width::Short).problem(of("deadline"))))
        (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().limit(NOTE_CHARS_MAX).problem(of("reason"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let task = asked.item.node.id;
    html! {
        (asked.head(&t.extension_ask(), &t.extension_ask_help()))
        @match told {
            Some(text) => (ui::notice(lang, &Notice { kind: NoticeKind::Warning, text, ..Notice::default() })),
            None => (asked.form(&ExtensionsUrl { task }.to_string(), problems, body)),
        }
    }
}
