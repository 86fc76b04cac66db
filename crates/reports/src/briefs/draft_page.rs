//! The editor of a draft: plain text with light markup, figures from the catalogue, and how it will look.
pub(super) mod input;
mod looks;
mod picker;
mod view;

use super::{
    brief::{self, BriefId, SUBJECT},
    drafting::{self, DraftError, Text},
    placing, sections, working_copy,
};
use crate::{entries, words};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use chrono::NaiveDate;
use input::Input;
use kernel::{Actor, EntryId, Lang, Right};
use looks::looks;
use maud::Markup;
use orgs::Directory;
use serde::Deserialize;
use ui::{
    PageKind,
    form::{Choice, FieldProblem},
};
use view::view;
use web::{Access, App, Frame, Pages, WebError};

pub(super) use looks::{Placing, checked, foot, on_sheet, read};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Publish), show)
        .post(Access::Right(Right::Publish), save)
        .post(Access::Right(Right::Publish), preview)
        .get(Access::Right(Right::Publish), figures)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}")]
pub struct DraftUrl {
    pub brief: BriefId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/preview")]
pub struct PreviewUrl {
    pub brief: BriefId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/figures")]
pub struct FiguresUrl {
    pub brief: BriefId,
}

/// Words to find a figure by.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Pick {
    pick: String,
}

pub fn url(brief: BriefId) -> String {
    format!("/brief_drafts/{brief}")
}

/// What the page needs beside what was typed.
struct Around {
    brief: brief::Model,
    directory: Directory,
    campaigns: Vec<Choice>,
    picked: Markup,
    history: Markup,
    sections: Markup,
    presence: Markup,
    /// When what is shown was typed, if it is a working copy and not what is saved.
    restored: Option<chrono::DateTime<chrono::Utc>>,
}

async fn show(
    url: DraftUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    if let Some(total) = brief.issue_total {
        return Ok(axum::response::Redirect::to(&format!("/briefs/{total}")).into_response());
    }
    // What was typed and not saved comes back, whatever happened to the page.
    let kept = working_copy::find(app.db.reader(), brief.id, actor.person).await?;
    let input = match kept
        .as_ref()
        .and_then(|kept| Some((kept.based_on, kept.typed()?)))
    {
        Some((based_on, text)) => Input::with(based_on, &text),
        None => Input::of(&brief),
    };
    let main = editor(&app, &actor, frame.lang, brief, &input, &[], None).await?;
    let title = words::texts(frame.lang).draft_title();
    Ok(frame
        .under("briefs")
        .kind(PageKind::Brief)
        .page(&title, main)
        .into_response())
}

/// The draft, for whoever may write it; for others it is not there.
pub(super) async fn draft(app: &App, actor: &Actor, id: BriefId) -> Result<brief::Model, WebError> {
    let reader = app.db.reader();
    let brief = brief::find(reader, id).await?.ok_or(WebError::NotFound)?;
    match drafting::may_write(&app.book, reader, actor, brief.unit_id).await {
        Ok(()) => Ok(brief),
        Err(DraftError::Book(source)) => Err(source.into()),
        Err(_) => Err(WebError::NotFound),
    }
}

async fn save(
    url: DraftUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(mut input): Form<Input>,
) -> Result<Response, WebError> {
    let lang = frame.lang;
    let t = words::texts(lang);
    let brief = draft(&app, &actor, url.brief).await?;
    if !input.insert.is_empty() {
        input.body = appended(&input.body, &input.insert);
    }
    if let Some(body) = placing::put(&input.body.replace("\r\n", "\n"), &input.place) {
        input.body = body;
    }
    if !input.copies.trim().is_empty() && input.copies.trim().parse::<u32>().is_err() {
        let text = t.copies_bad(input.copies.as_str());
        let problems = [FieldProblem::new("copies", text)];
        return again(&app, &actor, frame, brief, &input, &problems, None).await;
    }
    let Ok(as_of) = input.as_of.parse::<NaiveDate>() else {
        let text = crate::figures::AskError::NotADay(input.as_of.clone()).text(lang);
        let problems = [FieldProblem::new("as_of", text)];
        return again(&app, &actor, frame, brief, &input, &problems, None).await;
    };
    let text = input.text(as_of);
    let saved = drafting::change(
        &app.book,
        &actor,
        input.entry,
        url.brief,
        input.seen_version,
        &text,
    )
    .await;
    if let Ok(saved) = &saved {
        let tx = app.db.begin().await?;
        working_copy::forget(&tx, saved.id, actor.person).await?;
        tx.commit().await?;
    }
    match saved {
        Ok(saved)
            if !input.pick.is_empty() || !input.insert.is_empty() || !input.place.is_empty() =>
        {
            let next = Input {
                pick: input.pick.clone(),
                ..Input::of(&saved)
            };
            let main = editor(&app, &actor, lang, saved, &next, &[], None).await?;
            Ok(frame
                .under("briefs")
                .kind(PageKind::Brief)
                .page(&t.draft_title(), main)
                .into_response())
        }
        Ok(saved) => Ok(web::done(&self::url(saved.id), &t.draft_saved())),
        Err(DraftError::NotAllowed | DraftError::NotFound) => Err(WebError::NotFound),
        Err(DraftError::Issued { total }) => Ok(web::done(
            &format!("/briefs/{total}"),
            &t.draft_was_issued(total),
        )),
        Err(DraftError::TooLong { field, chars_max }) => {
            let problems = [FieldProblem::new(field, t.field_too_long(chars_max))];
            again(&app, &actor, frame, brief, &input, &problems, None).await
        }
        Err(DraftError::UnknownCampaign) => {
            let problems = [FieldProblem::new(
                "campaign",
                t.ask_no_campaign(input.campaign.as_str()),
            )];
            again(&app, &actor, frame, brief, &input, &problems, None).await
        }
        Err(DraftError::Stale { current }) => {
            // What was typed stays in the form; saving it once more is then a choice made with open eyes.
            let input = Input {
                entry: EntryId(uuid::Uuid::now_v7()),
                seen_version: current.version,
                ..input
            };
            let theirs = Text::from(&*current);
            again(&app, &actor, frame, *current, &input, &[], Some(&theirs)).await
        }
        Err(DraftError::Book(source)) => Err(source.into()),
    }
}

/// Without script, what a button of the toolbar or the picker puts in goes to the end: marks of whole lines to a line of
/// their own, figures behind the last word.
fn appended(body: &str, insert: &str) -> String {
    let is_line = crate::briefs::embed::inside(insert.trim()).is_some()
        || insert.starts_with(['#', '-', '|', '1']);
    let body = body.trim_end();
    match (body.is_empty(), is_line) {
        (true, _) => insert.to_owned(),
        (false, true) => format!("{body}\n\n{insert}"),
        (false, false) => format!("{body}{insert}"),
    }
}

async fn again(
    app: &App,
    actor: &Actor,
    frame: Frame,
    brief: brief::Model,
    input: &Input,
    problems: &[FieldProblem],
    theirs: Option<&Text>,
) -> Result<Response, WebError> {
    let main = editor(app, actor, frame.lang, brief, input, problems, theirs).await?;
    let title = words::texts(frame.lang).draft_title();
    let page = frame
        .under("briefs")
        .kind(PageKind::Brief)
        .page(&title, main);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// How it will look, of what is typed and not yet saved. Writes nothing.
async fn preview(
    url: PreviewUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Form(input): Form<Input>,
) -> Result<Markup, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    let directory = Directory::load(app.db.reader()).await?;
    looks(&app, &actor, lang, &brief, &directory, &input).await
}

/// The picker's list for what is typed so far.
async fn figures(
    url: FiguresUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Query(words): Query<Pick>,
) -> Result<Markup, WebError> {
    let brief = draft(&app, &actor, url.brief).await?;
    picker::picked(&app, &actor, lang, &brief, &words.pick).await
}

async fn editor(
    app: &App,
    actor: &Actor,
    lang: Lang,
    brief: brief::Model,
    input: &Input,
    problems: &[FieldProblem],
    theirs: Option<&Text>,
) -> Result<Markup, WebError> {
    let reader = app.db.reader();
    let directory = Directory::load(reader).await?;
    let campaigns = ledger::campaign::all(reader).await?;
    let looks = looks(app, actor, lang, &brief, &directory, input).await?;
    let kept = working_copy::find(reader, brief.id, actor.person).await?;
    let is_restored = problems.is_empty() && theirs.is_none();
    let around = Around {
        history: entries::history(app, lang, SUBJECT, &brief.id.to_string()).await?,
        campaigns: campaigns
            .iter()
            .map(|one| Choice::new(&one.code, one.title(lang)))
            .collect(),
        picked: picker::picked(app, actor, lang, &brief, &input.pick).await?,
        sections: sections::beside_draft(app, lang, &brief, &directory).await?,
        presence: working_copy::present(app, actor, lang, &brief, input.seen_version).await?,
        restored: kept
            .filter(|kept| {
                is_restored
                    && kept
                        .typed()
                        .is_some_and(|typed| typed != Text::from(&brief))
            })
            .map(|kept| kept.changed_at),
        brief,
        directory,
    };
    Ok(view(lang, &around, input, problems, theirs, looks))
}
