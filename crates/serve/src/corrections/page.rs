//! The one form by which records of all sorts are corrected.
use super::{Asked, Correcting, CorrectionError, Input, Refused, Sheet, act};
use crate::{
    desk::new_entry,
    joint_actions, pairings, refusal, service_days, sessions, topics, wishes,
    words::{Texts, texts},
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, limits::NOTE_CHARS_MAX};
use ledger::entry::{self, Entry};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Button, Crumb, PageHead, PageKind,
    form::{self, Field, FieldProblem},
};
use web::{App, Frame, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/corrections/{entry}")]
pub struct CorrectionUrl {
    /// The entry to be corrected: the last of its chain.
    pub entry: EntryId,
}

/// Where an entry is corrected.
fn href(entry: EntryId) -> String {
    format!("/corrections/{entry}")
}

/// Where an entry is corrected, if it is of one of these kinds.
pub(crate) fn href_of(entry: &Entry, kinds: &[&str]) -> Option<String> {
    kinds.contains(&entry.kind.as_str()).then(|| href(entry.id))
}

/// The first entry of the chain, which says what it is about, and the one that is to be corrected.
async fn chain(app: &App, id: EntryId) -> Result<(Entry, Entry), WebError> {
    let chain = act::chain(app.db.reader(), id).await?;
    chain.ok_or(WebError::NotFound)
}

pub async fn form(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let (first, head) = chain(&app, url.entry).await?;
    let sheet = sheet(&Asked {
        app: &app,
        actor: &actor,
        lang: frame.lang,
        first: &first,
    })
    .await?;
    if entry::correction_of(app.db.reader(), head.seq)
        .await?
        .is_some()
    {
        return Ok(Redirect::to(sheet.record()).into_response());
    }
    let main = view(frame.lang, url.entry, &sheet, (new_entry(), "", false), &[]);
    let frame = frame.kind(PageKind::Form).under(sheet.under);
    Ok(frame.page(&sheet.title, main).into_response())
}

pub async fn submit(
    url: CorrectionUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let (first, head) = chain(&app, url.entry).await?;
    let entry = input.entry().ok_or(WebError::NotFound)?;
    if let Some(to) = sent_before(&app, &actor, lang, entry, &head).await? {
        return Ok(web::done(&to, &t.correction_done()));
    }
    let asked = Asked {
        app: &app,
        actor: &actor,
        lang,
        first: &first,
    };
    let mut sheet = sheet(&asked).await?;
    let new = Correcting {
        entry,
        corrects: url.entry,
        reason: input.named(Input::REASON).to_owned(),
    };
    let mut problems = match correct(&asked, &new, &input).await {
        Ok(()) => return Ok(web::done(sheet.record(), &t.correction_done())),
        Err(Refused::Failed(error)) => return Err(error),
        Err(Refused::Typed(problems)) => problems,
    };
    if !refusal::is_note(&new.reason) {
        FieldProblem::add(&mut problems, problem(t, CorrectionError::Reason)?);
    }
    for line in &mut sheet.lines {
        line.value = input.get(line.part).to_owned();
    }
    let typed = (new.entry, new.reason.as_str(), input.withdraws());
    let main = view(lang, url.entry, &sheet, typed, &problems);
    Ok(frame.under(sheet.under).again(&sheet.title, main))
}

/// Where it leads when the very same correction was sent before. What it took back has no form any more.
async fn sent_before(
    app: &App,
    actor: &Actor,
    lang: Lang,
    id: EntryId,
    head: &Entry,
) -> Result<Option<String>, WebError> {
    let before = entry::by_id(app.db.reader(), id).await?;
    let is_same =
        |before: &Entry| before.corrects == Some(head.seq) && before.actor == actor.person;
    let kind = app.domains.subject(&head.subject_kind);
    let (Some(_), Some(kind)) = (before.filter(is_same), kind) else {
        return Ok(None);
    };
    let rows = kind.rows(app, lang, actor, vec![head.subject_id.clone()]);
    let row = rows.await?.pop().filter(|row| row.visible);
    Ok(row.map(|row| row.href))
}

/// What the entry says and can be corrected, by whoever may. To all others there is no such page.
async fn sheet(asked: &Asked<'_>) -> Result<Sheet, WebError> {
    match asked.first.subject_kind.as_str() {
        topics::setting::SUBJECT => topics::corrections::sheet(asked).await,
        pairings::making::SUBJECT => pairings::corrections::sheet(asked).await,
        joint_actions::SUBJECT => joint_actions::corrections::sheet(asked).await,
        sessions::offering::SUBJECT => sessions::corrections::sheet(asked).await,
        service_days::project::SUBJECT => service_days::corrections::sheet(asked).await,
        wishes::making::SUBJECT => wishes::corrections::sheet(asked).await,
        _ => Err(WebError::NotFound),
    }
}

async fn correct(asked: &Asked<'_>, new: &Correcting, input: &Input) -> Result<(), Refused> {
    match asked.first.subject_kind.as_str() {
        topics::setting::SUBJECT => topics::corrections::correct(asked, new, input).await,
        pairings::making::SUBJECT => pairings::corrections::correct(asked, new, input).await,
        joint_actions::SUBJECT => joint_actions::corrections::correct(asked, new, input).await,
        sessions::offering::SUBJECT => sessions::corrections::correct(asked, new, input).await,
        service_days::project::SUBJECT => {
            service_days::corrections::correct(asked, new, input).await
        }
        wishes::making::SUBJECT => wishes::corrections::correct(asked, new, input).await,
        _ => Err(WebError::NotFound.into()),
    }
}

/// What every correction can be refused for.
pub(crate) fn problem(t: &Texts, error: CorrectionError) -> Result<FieldProblem, WebError> {
    let message = match error {
        CorrectionError::NoSuchEntry => return Err(WebError::NotFound),
        CorrectionError::Book(source) => return Err(source.into()),
        CorrectionError::Reason => t.correction_reason_missing(NOTE_CHARS_MAX as u32),
        CorrectionError::AlreadyCorrected => t.correction_meanwhile(),
        CorrectionError::Nothing => t.correction_nothing(),
    };
    Ok(FieldProblem::new(Input::REASON, message))
}

fn view(
    lang: Lang,
    corrected: EntryId,
    sheet: &Sheet,
    (entry, reason, withdraws): (EntryId, &str, bool),
    problems: &[FieldProblem],
) -> Markup {
    let t = texts(lang);
    let (label, submit) = (t.correction_reason(), t.correction_submit());
    let reason = Field::new(Input::REASON, &label, reason).required();
    let reason = reason.problem(FieldProblem::of(problems, Input::REASON));
    let withdraw = sheet.takes_back.clone().unwrap_or_default();
    let withdraw = Field::new(Input::WITHDRAW, &withdraw, "");
    let withdraw = withdraw.problem(FieldProblem::of(problems, Input::WITHDRAW));
    let body = html! {
        (form::hidden(Input::ENTRY, &entry.to_string()))
        @for line in &sheet.lines { (line.view(lang, t, problems)) }
        @if sheet.takes_back.is_some() { (form::checkbox(lang, withdraw, withdraws)) }
        (form::text_area(lang, reason.limit(NOTE_CHARS_MAX)))
        (ui::acts(ui::button(Button { label: &submit, act: Act::Primary, ..Button::default() })))
    };
    let crumbs = sheet.crumbs.iter();
    let crumbs: Vec<Crumb> = crumbs
        .map(|(name, href)| Crumb::new(name.as_str(), href.as_str()))
        .collect();
    let head = PageHead {
        title: &sheet.title,
        sub: Some(html! { p { (t.correction_sub()) } }),
        crumbs: &crumbs,
        ..PageHead::default()
    };
    let action = href(corrected);
    let is_private = sheet.lines.iter().any(|line| line.private);
    let frame = form::Form {
        action: &action,
        // What is typed of a household is not left lying on the device.
        draft: if is_private { "" } else { &action },
        problems,
        ..form::Form::default()
    };
    html! { (ui::page_head(lang, head)) (form::form(lang, frame, body)) }
}
