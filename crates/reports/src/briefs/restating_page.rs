//! From a number of an issued brief to a further brief that says it anew.
use super::{
    brief::{self, BriefId},
    draft_page::url as draft_url,
    drafting::{self, DraftError, Text},
    embed::RestatementOf,
    frozen::{self, FrozenNumber, Issue},
    list_page, restating,
};
use crate::{figures::shown, words};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right, limits};
use ledger::figure::{Definition, Value};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, Fact, PageHead, PageKind,
    form::{Choice, Field, FieldProblem, Form as FormFrame},
};
use web::{Access, App, Frame, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Publish), show)
        .post(Access::Right(Right::Publish), submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/briefs/{total}/numbers/{index}/restatement")]
pub struct RestatementUrl {
    pub total: i32,
    pub index: usize,
}

/// Instead of a draft's id: begin a new one.
const NEW: &str = "new";

#[derive(Debug, Clone, Deserialize)]
struct Input {
    entry: EntryId,
    #[serde(default)]
    draft: String,
    #[serde(default)]
    reason: String,
}

struct Found {
    issue: Issue,
    number: FrozenNumber,
    definition: Definition,
    now: Option<Value>,
    drafts: Vec<brief::Model>,
}

async fn found(app: &App, actor: &Actor, url: &RestatementUrl) -> Result<Found, WebError> {
    let reader = app.db.reader();
    let (_, issue) = frozen::find(reader, url.total)
        .await?
        .ok_or(WebError::NotFound)?;
    let index = url.index.checked_sub(1).ok_or(WebError::NotFound)?;
    let number = issue.numbers.get(index).ok_or(WebError::NotFound)?.clone();
    let (tree, reach) = (app.book.tree(reader).await?, actor.reach(Right::Publish));
    let today = app.clock.today();
    let mut drafts = brief::drafts(reader).await?;
    drafts.retain(|draft| tree.reaches(&reach, draft.unit_id, today));
    Ok(Found {
        definition: number.definition(reader).await?,
        now: frozen::today(reader, &app.book, &number).await?.ok(),
        issue,
        number,
        drafts,
    })
}

async fn show(
    url: RestatementUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let found = found(&app, &actor, &url).await?;
    let input = Input {
        entry: EntryId(uuid::Uuid::now_v7()),
        draft: found
            .drafts
            .first()
            .map_or_else(|| NEW.to_owned(), |draft| draft.id.to_string()),
        reason: String::new(),
    };
    let title = words::texts(frame.lang).restate_title();
    let main = view(frame.lang, &url, &found, &input, &[]);
    Ok(frame
        .under("briefs")
        .kind(PageKind::Form)
        .page(&title, main))
}

async fn submit(
    url: RestatementUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let found = found(&app, &actor, &url).await?;
    let reason = input.reason.trim();
    let mut problems = Vec::new();
    if reason.is_empty() {
        problems.push(FieldProblem::new("reason", t.token_reason_missing()));
    } else if limits::TITLE_CHARS_MAX < reason.chars().count() {
        problems.push(FieldProblem::new(
            "reason",
            t.field_too_long(limits::TITLE_CHARS_MAX),
        ));
    }
    if found.now == Some(found.number.value.value()) {
        let shown = found.number.shown.as_str();
        problems.push(FieldProblem::new(
            "reason",
            t.restate_nothing(url.total, shown),
        ));
    }
    if problems.is_empty() {
        let restated = RestatementOf {
            total: url.total,
            number: url.index,
            reason: reason.to_owned(),
        };
        match put(&app, &actor, &input, &found, &restated).await {
            Ok(draft) => return Ok(web::done(&draft_url(draft.id), &t.restate_put())),
            Err(DraftError::Stale { .. }) => {
                problems.push(FieldProblem::new("draft", t.picture_stale()));
            }
            Err(DraftError::Issued { total }) => {
                problems.push(FieldProblem::new("draft", t.draft_was_issued(total)));
            }
            Err(DraftError::TooLong { chars_max, .. }) => {
                problems.push(FieldProblem::new("draft", t.section_draft_full(chars_max)));
            }
            Err(DraftError::Book(source)) => return Err(source.into()),
            Err(_) => problems.push(FieldProblem::new("draft", t.restate_no_draft())),
        }
    }
    let main = view(lang, &url, &found, &input, &problems);
    Ok(frame
        .under("briefs")
        .again(&t.restate_title(), main)
        .into_response())
}

async fn put(
    app: &App,
    actor: &Actor,
    input: &Input,
    found: &Found,
    restated: &RestatementOf,
) -> Result<brief::Model, DraftError> {
    if input.draft != NEW {
        let draft: BriefId = input.draft.parse().map_err(|_| DraftError::NotFound)?;
        return restating::restate(&app.book, actor, input.entry, draft, restated).await;
    }
    let unit = list_page::unit_of(app, actor)
        .await
        .ok()
        .flatten()
        .ok_or(DraftError::NotAllowed)?;
    let issue = &found.issue;
    let text = Text {
        name: issue.name.clone(),
        office: issue.office.clone(),
        report_to: issue.report_to.join("、"),
        send_to: issue.send_to.join("、"),
        issue_to: issue.issue_to.join("、"),
        body: restated.to_string(),
        as_of: app.clock.today(),
        ..Text::default()
    };
    drafting::begin(&app.book, actor, input.entry, unit, &text).await
}

fn view(
    lang: Lang,
    url: &RestatementUrl,
    found: &Found,
    input: &Input,
    problems: &[FieldProblem],
) -> Markup {
    let t = words::texts(lang);
    let brief = format!("/briefs/{}", url.total);
    let number = super::paper::number_url(url.total, url.index);
    let action = format!("{number}/restatement");
    let untitled = t.brief_untitled();
    let mut drafts: Vec<Choice> = found
        .drafts
        .iter()
        .map(|draft| {
            let title = if draft.title.is_empty() {
                &untitled
            } else {
                &draft.title
            };
            Choice::new(draft.id.to_string(), title)
        })
        .collect();
    drafts.push(Choice::new(NEW, t.restate_new_draft()));
    let now = found.now.map_or_else(
        || t.no_data(),
        |now| shown::write_as_defined(&found.definition, now, lang),
    );
    let entry = input.entry.to_string();
    let problem = |field| FieldProblem::of(problems, field);
    html! {
        (ui::page_head(lang, PageHead {
            title: &t.restate_title(),
            sub: Some(html! { p { (t.restate_sub()) } }),
            crumbs: &[
                Crumb::new(t.briefs_title(), "/briefs"),
                Crumb::new(t.issue_number(found.issue.number, found.issue.total), &brief),
                Crumb::new(found.definition.title(lang), &number),
            ],
            ..PageHead::default()
        }))
        (ui::facts(&[
            Fact::text(t.number_as_printed(), &found.number.shown),
            Fact::text(t.restate_now(), &now),
        ]))
        (ui::form::form(lang, FormFrame { action: &action, problems, ..FormFrame::default() }, html! {
            (ui::form::hidden("entry", &entry))
            (ui::form::text(lang, Field::new("reason", &t.restate_reason(), &input.reason).help(&t.restate_reason_help()).required().limit(limits::TITLE_CHARS_MAX).problem(problem("reason"))))
            (ui::form::select(lang, Field::new("draft", &t.restate_draft(), &input.draft).required().problem(problem("draft")), &drafts))
            (ui::acts(html! {
                (ui::button(Button { label: &t.restate_submit(), act: Act::Primary, ..Button::default() }))
                (ui::link_button(&t.restate_back(), &number, Act::Quiet, None))
            }))
        }))
    }
}
