//! The form that asks for more time.
use super::asking::{self, AskError, Asking, may_ask};
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
    Act, Button, Crumb, Fact, Notice, NoticeKind, PageHead, PageKind,
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
    let main = view(lang, &sight, &campaign, &item, &input, told.as_deref(), &[]);
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
        let main = view(lang, &sight, &campaign, &item, &input, None, &missing);
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
    let main = view(lang, &sight, &campaign, &item, &input, None, &[problem]);
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

fn view(
    lang: Lang,
    sight: &Sight,
    campaign: &Campaign,
    item: &Item,
    input: &Input,
    told: Option<&str>,
    problems: &[FieldProblem],
) -> Markup {
    let (t, task) = (texts(lang), item.node.id);
    let of = |field| FieldProblem::of(problems, field);
    let (title, deadline, help) = (
        t.extension_ask(),
        t.extension_wanted(),
        t.extension_wanted_help(),
    );
    let (reason, submit) = (t.reason(), t.extension_ask_submit());
    let mut crumbs = head::crumbs(lang, campaign, Page::Tasks);
    crumbs.push(Crumb::new(item.node.title.as_str(), links::task(task)));
    let due = item
        .node
        .due
        .map_or_else(String::new, |due| due.to_string());
    let lead = Vec::from_iter(item.node.lead_unit);
    let facts = [
        Fact::text(t.deadline(), &due),
        Fact::text(
            t.lead_unit(),
            &crate::units::names(&sight.directory, &lead, lang),
        ),
    ];
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::text(lang, Field::new("deadline", &deadline, &input.deadline).required().help(&help).width(Width::Short).problem(of("deadline"))))
        (form::text_area(lang, Field::new("reason", &reason, &input.reason).required().limit(NOTE_CHARS_MAX).problem(of("reason"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let action = ExtensionsUrl { task }.to_string();
    let frame = form::Form {
        action: &action,
        draft: &action,
        problems,
        ..form::Form::default()
    };
    let page_head = PageHead {
        title: &title,
        sub: Some(html! { p { (item.node.title) } p class="hint" { (t.extension_ask_help()) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    html! {
        (ui::page_head(lang, page_head))
        (ui::facts(&facts))
        @match told {
            Some(text) => (ui::notice(lang, &Notice { kind: NoticeKind::Warning, text, ..Notice::default() })),
            None => (form::form(lang, frame, body)),
        }
    }
}
