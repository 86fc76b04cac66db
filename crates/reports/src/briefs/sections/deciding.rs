//! What the clerk does with a section: takes it over, gives it back, asks for it no more.
use crate::{
    briefs::{
        drafting::DraftError,
        section::{self, SectionError, SectionId},
    },
    words,
};
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right};
use serde::Deserialize;
use web::{Access, App, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .post(Access::Right(Right::Publish), take_over)
        .post(Access::Right(Right::Publish), give_back)
        .post(Access::Right(Right::Publish), withdraw)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_sections/{section}/taking_over")]
pub struct TakingOverUrl {
    pub section: SectionId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_sections/{section}/return")]
pub struct ReturnUrl {
    pub section: SectionId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_sections/{section}/withdrawal")]
pub struct WithdrawalUrl {
    pub section: SectionId,
}

#[derive(Debug, Deserialize)]
struct Input {
    entry: EntryId,
    #[serde(default)]
    remark: String,
    /// The heading below which it is put; empty for the end of the text.
    #[serde(default)]
    below: String,
}

async fn take_over(
    url: TakingOverUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let below = input.below.as_str();
    let done = section::take_over(&app.book, &actor, input.entry, url.section, below).await;
    let said = done.as_ref().map(|brief| taken(lang, &brief.body, below));
    let said = said.unwrap_or_default();
    answer(&app, lang, url.section, done.map(drop), said).await
}

/// Where in the text the section stands now.
fn taken(lang: Lang, body: &str, below: &str) -> String {
    let t = words::texts(lang);
    let heading = below.split_once(':').map_or("", |(_, text)| text);
    match section::place::is_there(body, below) {
        _ if heading.is_empty() => t.section_was_taken(),
        true => t.section_was_taken_below(heading),
        false => t.section_heading_gone(heading),
    }
}

async fn give_back(
    url: ReturnUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (entry, remark) = (input.entry, input.remark.as_str());
    let done = section::give_back(&app.book, &actor, entry, url.section, remark).await;
    let said = words::texts(lang).section_was_returned();
    answer(&app, lang, url.section, done.map(drop), said).await
}

async fn withdraw(
    url: WithdrawalUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let done = section::withdraw(&app.book, &actor, input.entry, url.section).await;
    let said = words::texts(lang).section_was_withdrawn();
    answer(&app, lang, url.section, done.map(drop), said).await
}

/// Back to the draft, with what was done or why it was not.
async fn answer(
    app: &App,
    lang: Lang,
    id: SectionId,
    done: Result<(), SectionError>,
    said: String,
) -> Result<Response, WebError> {
    let t = words::texts(lang);
    let said = match done {
        Ok(()) => said,
        Err(SectionError::MovedOn(_)) => t.section_moved_on(),
        Err(SectionError::Missing(_)) => t.section_remark_missing(),
        Err(SectionError::TooLong { chars_max, .. }) => t.field_too_long(chars_max),
        Err(SectionError::Draft(DraftError::Stale { .. })) => t.section_draft_stale(),
        Err(SectionError::Draft(DraftError::TooLong { chars_max, .. })) => {
            t.section_draft_full(chars_max)
        }
        Err(SectionError::Draft(DraftError::Issued { total })) => t.draft_was_issued(total),
        Err(SectionError::Book(source) | SectionError::Draft(DraftError::Book(source))) => {
            return Err(source.into());
        }
        Err(_) => return Err(WebError::NotFound),
    };
    let found = section::find(app.db.reader(), id).await?;
    let section = found.ok_or(WebError::NotFound)?;
    let back = format!(
        "{}#sections",
        crate::briefs::draft_page::url(section.brief_id)
    );
    Ok(web::done(&back, &said))
}
