//! The page on which a request for more time is decided.
use super::{
    deciding::{self, DecideError, Deciding},
    extension::{self, Decision, Extension, ExtensionId},
};
use crate::{
    nodes::{edit_page::may_change, tree_page},
    schedule::Outlook,
    tasks::task_page::seen,
    view::{campaign as head, history, links, sight::Sight, typed},
    words::texts,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, limits::NOTE_CHARS_MAX};
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::Deserialize;
use ui::{
    Act, Button, Fact, Notice, NoticeKind, PageHead, PageKind,
    form::{self, Choice, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/task_extensions/{extension}")]
pub struct ExtensionUrl {
    pub extension: ExtensionId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    entry: EntryId,
    #[serde(default)]
    decision: String,
    #[serde(default)]
    note: String,
}

impl Input {
    fn decision(&self) -> Option<Decision> {
        match self.decision.as_str() {
            "granted" => Some(Decision::Granted),
            "refused" => Some(Decision::Refused),
            _ => None,
        }
    }
}

/// All that the page shows, for those who may decide.
struct Ground {
    request: Extension,
    sight: Sight,
    outlook: Outlook,
    asker: String,
}

async fn ground(app: &App, actor: &Actor, id: ExtensionId) -> Result<Ground, WebError> {
    let reader = app.db.reader();
    let request = extension::Entity::find_by_id(id).one(reader).await?;
    let request = request.ok_or(WebError::NotFound)?;
    let (sight, campaign, _) = seen(app, actor, request.task).await?;
    if !may_change(&sight, actor, &campaign) {
        return Err(WebError::NotFound);
    }
    let outlook = tree_page::load(app, campaign, &sight).await?;
    let names = history::names(reader, [request.asked_by]).await?;
    let asker = names.get(&request.asked_by).cloned().unwrap_or_default();
    Ok(Ground {
        request,
        sight,
        outlook,
        asker,
    })
}

pub async fn form(
    url: ExtensionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let ground = ground(&app, &actor, url.extension).await?;
    let input = Input {
        entry: typed::new_entry(),
        decision: String::new(),
        note: String::new(),
    };
    let lang = frame.lang;
    let main = view(lang, &ground, &input, &[])?;
    Ok(frame
        .kind(PageKind::Form)
        .under("plan")
        .page(&texts(lang).extension_decide(), main))
}

pub async fn submit(
    url: ExtensionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let ground_before = ground(&app, &actor, url.extension).await?;
    let (lang, t) = (frame.lang, texts(frame.lang));
    let task = links::task(ground_before.request.task);
    let problem = match input.decision() {
        None => FieldProblem::new("decision", t.extension_decision_missing()),
        Some(decision) => {
            let new = Deciding {
                entry: input.entry,
                extension: url.extension,
                decision,
                note: input.note.clone(),
            };
            match deciding::decide(&app.book, &actor, &new).await {
                Ok(_) if decision == Decision::Granted => {
                    return Ok(web::done(&task, &t.extension_granted_said()));
                }
                Ok(_) => return Ok(web::done(&task, &t.extension_refused_said())),
                Err(DecideError::AlreadyDecided) => {
                    return Ok(web::done(&task, &t.extension_already_decided()));
                }
                Err(DecideError::NoSuchRequest | DecideError::NotYours) => {
                    return Err(WebError::NotFound);
                }
                Err(DecideError::Book(source)) => return Err(source.into()),
                Err(DecideError::YourOwn) => FieldProblem::new("decision", t.extension_your_own()),
                Err(DecideError::Changed) => {
                    FieldProblem::new("decision", t.extension_task_changed())
                }
                Err(DecideError::Busy) => FieldProblem::new("decision", t.plan_busy()),
                Err(DecideError::ReasonMissing) => FieldProblem::new("note", t.reason_missing()),
                Err(DecideError::TooLong) => {
                    FieldProblem::new("note", t.text_long(NOTE_CHARS_MAX.to_string()))
                }
            }
        }
    };
    let ground = ground(&app, &actor, url.extension).await?;
    let main = view(lang, &ground, &input, &[problem])?;
    Ok(frame.under("plan").again(&t.extension_decide(), main))
}

fn view(
    lang: Lang,
    ground: &Ground,
    input: &Input,
    problems: &[FieldProblem],
) -> Result<Markup, WebError> {
    let (t, request) = (texts(lang), &ground.request);
    let standing = ground.outlook.standing(request.task);
    let standing = standing.ok_or(WebError::NotFound)?;
    let title_of_task = &ground.outlook.item(standing).node.title;
    let title = t.extension_decide();
    let campaign = &ground.outlook.campaign;
    let crumbs = head::crumbs_of_task(lang, campaign, title_of_task, request.task);
    let by = html! { (ground.sight.directory.name(request.unit, lang)) " " (ground.asker) " " (request.asked_on) };
    let followers = html! {
        @for standing in ground.outlook.followers(request.task) {
            @let node = &ground.outlook.item(standing).node;
            p {
                a href=(links::task(node.id)) { (node.number.as_deref().unwrap_or_default()) " " (node.title) }
                @if let Some(due) = node.due { " " span class="hint" { (t.extension_follower(due.to_string(), standing.scheduled.latest_start.to_string())) } }
            }
        }
    };
    let facts = [
        Fact::text(t.deadline(), &request.due_before.to_string()),
        Fact::text(
            t.extension_wanted(),
            &t.extension_day_and_text(request.wanted_due.to_string(), &request.wanted_text),
        ),
        Fact::text(t.reason(), &request.reason),
        Fact::new(t.extension_asker(), by),
        Fact::new(t.followers(), followers),
    ];
    let body = match request.decision {
        Some(_) => ui::notice(
            lang,
            &Notice {
                kind: NoticeKind::Info,
                text: &decided(lang, request),
                ..Notice::default()
            },
        ),
        None => decision_form(lang, request.id, input, problems),
    };
    let page_head = PageHead {
        title: &title,
        sub: Some(html! { a href=(links::task(request.task)) { (title_of_task) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    Ok(html! { (ui::page_head(lang, page_head)) (ui::facts(&facts)) (body) })
}

fn decision_form(
    lang: Lang,
    extension: ExtensionId,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let of = |field| FieldProblem::of(problems, field);
    let choices = [
        Choice::new("granted", t.extension_grant()).note(t.extension_grant_note()),
        Choice::new("refused", t.extension_refuse()).note(t.extension_refuse_note()),
    ];
    let (decision, note, submit) = (
        t.extension_decision(),
        t.extension_note(),
        t.extension_decide_submit(),
    );
    let body = html! {
        (form::hidden("entry", &input.entry.to_string()))
        (form::radios(lang, Field::new("decision", &decision, &input.decision).required().problem(of("decision")), &choices))
        (form::text_area(lang, Field::new("note", &note, &input.note).limit(NOTE_CHARS_MAX).problem(of("note"))))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let action = ExtensionUrl { extension }.to_string();
    let frame = form::Form {
        action: &action,
        problems,
        ..form::Form::default()
    };
    form::form(lang, frame, body)
}

/// What became of a request, in a sentence.
pub(crate) fn decided(lang: Lang, request: &Extension) -> String {
    let t = texts(lang);
    let wanted = request.wanted_due.to_string();
    let on = request
        .decided_on
        .map_or_else(String::new, |on| on.to_string());
    match request.decision {
        None => t.extension_waits(request.asked_on.to_string(), wanted),
        Some(Decision::Granted) => t.extension_was_granted(on, wanted),
        Some(Decision::Refused) => t.extension_was_refused(on, wanted, &request.note),
        Some(Decision::Withdrawn) => t.extension_was_withdrawn(on, wanted),
    }
}
