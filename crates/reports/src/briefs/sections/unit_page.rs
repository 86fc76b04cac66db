//! The unit writes its section, in a form of its own.
use super::light;
use crate::{
    briefs::{
        brief::BODY_CHARS_MAX,
        section::{self, Model, SUBJECT, SectionError, SectionId, State as Stage, Then},
    },
    entries, words,
};
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Right};
use maud::{Markup, html};
use orgs::Directory;
use serde::Deserialize;
use ui::{
    Act, Button, Fact, Notice, NoticeKind, PageHead, PageKind,
    form::{Field, FieldProblem, Form as FormFrame},
};
use web::{Access, App, Frame, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Record), show)
        .post(Access::Right(Right::Record), submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_sections/{section}")]
pub struct SectionUrl {
    pub section: SectionId,
}

pub fn url(section: SectionId) -> String {
    format!("/brief_sections/{section}")
}

#[derive(Debug, Clone, Deserialize)]
struct Input {
    entry: EntryId,
    seen_version: i32,
    #[serde(default)]
    body: String,
    /// `send`, or anything else to keep it.
    #[serde(default)]
    then: String,
}

async fn seen(app: &App, actor: &Actor, id: SectionId) -> Result<Model, WebError> {
    let reader = app.db.reader();
    let section = section::find(reader, id).await?.ok_or(WebError::NotFound)?;
    match section::may_record(&app.book, reader, actor, section.unit_id).await? {
        true => Ok(section),
        false => Err(WebError::NotFound),
    }
}

async fn show(
    url: SectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let section = seen(&app, &actor, url.section).await?;
    let input = Input {
        entry: EntryId(uuid::Uuid::now_v7()),
        seen_version: section.version,
        body: section.body.clone(),
        then: String::new(),
    };
    let main = view(&app, &frame, &section, &input, &[], false).await?;
    let title = words::texts(frame.lang).section_title();
    Ok(frame.under("mine").kind(PageKind::Form).page(&title, main))
}

async fn submit(
    url: SectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = words::texts(frame.lang);
    let section = seen(&app, &actor, url.section).await?;
    let then = if input.then == "send" {
        Then::Send
    } else {
        Then::Keep
    };
    let body = input.body.replace("\r\n", "\n");
    let which = (section.id, input.seen_version);
    let (problem, current, input) =
        match section::write(&app.book, &actor, input.entry, which, &body, then).await {
            Ok(_) => {
                let said = match then {
                    Then::Send => t.section_was_sent(),
                    Then::Keep => t.section_was_kept(),
                };
                return Ok(web::done(&self::url(section.id), &said));
            }
            Err(SectionError::Missing(_)) => (t.section_empty(), section, input),
            Err(SectionError::TooLong { chars_max, .. }) => {
                (t.field_too_long(chars_max), section, input)
            }
            // What was typed stays; saving it once more is then a choice made with open eyes.
            Err(SectionError::MovedOn(now)) => {
                let input = Input {
                    entry: EntryId(uuid::Uuid::now_v7()),
                    seen_version: now.version,
                    ..input
                };
                (t.section_stale(), *now, input)
            }
            Err(SectionError::Book(source)) => return Err(source.into()),
            Err(_) => return Err(WebError::NotFound),
        };
    let problems = [FieldProblem::new("body", problem)];
    let main = view(&app, &frame, &current, &input, &problems, true).await?;
    Ok(frame
        .under("mine")
        .again(&t.section_title(), main)
        .into_response())
}

async fn view(
    app: &App,
    frame: &Frame,
    section: &Model,
    input: &Input,
    problems: &[FieldProblem],
    comes_back: bool,
) -> Result<Markup, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let reader = app.db.reader();
    let directory = Directory::load(reader).await?;
    let names = entries::names(reader, [section.asked_by]).await?;
    let asker = names.get(&section.asked_by).cloned().unwrap_or_default();
    let action = url(section.id);
    let history = entries::history(app, lang, SUBJECT, &section.id.to_string()).await?;
    let (entry, version) = (input.entry.to_string(), input.seen_version.to_string());
    let remark = t.section_remark(section.remark.as_str());
    Ok(html! {
        (ui::page_head(lang, PageHead { title: &t.section_title(), sub: Some(html! { p { (directory.name(section.unit_id, lang)) } }), ..PageHead::default() }))
        @if section.state == Stage::Returned {
            (ui::notice(lang, &Notice { kind: NoticeKind::Warning, title: &t.section_returned(), text: &remark, ..Notice::default() }))
        }
        (ui::facts(&[
            Fact::text(t.section_asked_for(), &section.asked),
            Fact::text(t.section_asked_by(), &asker),
            Fact::text(t.section_due_label(), &section.due.to_string()),
            Fact::new(t.section_state(), light(lang, section, app.clock.today())),
        ]))
        @if section.is_open() {
            @if comes_back && section.body != input.body && !section.body.is_empty() {
                details { summary { (t.draft_theirs()) } pre class="sheet-theirs" { (section.body) } }
            }
            (ui::form::form(lang, FormFrame { action: &action, problems, draft: &action, ..FormFrame::default() }, html! {
                (ui::form::hidden("entry", &entry))
                (ui::form::hidden("seen_version", &version))
                (ui::form::text_area(lang, Field::new("body", &t.section_body(), &input.body).help(&t.section_body_help()).required().limit(BODY_CHARS_MAX).problem(FieldProblem::of(problems, "body"))))
                (ui::acts(html! {
                    (ui::button(Button { label: &t.section_send(), act: Act::Primary, name: "then", value: "send", ..Button::default() }))
                    (ui::button(Button { label: &t.draft_save(), name: "then", value: "keep", ..Button::default() }))
                }))
            }))
        } @else {
            // What was typed too late is not lost.
            @if comes_back { (ui::notice(lang, &Notice { kind: NoticeKind::Error, text: &t.section_moved_on(), ..Notice::default() })) pre class="sheet-theirs" { (input.body) } }
            (ui::section("body-sent", &t.section_body(), html! {}, html! { pre class="sheet-theirs" { (section.body) } }))
        }
        (ui::section("history", &t.history_heading(), html! {}, history))
    })
}
