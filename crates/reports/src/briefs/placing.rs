//! Putting a figure where somebody typed its number.
use super::{
    brief::BriefId,
    draft_page::draft,
    drafting::{self, DraftError, Text},
    typed, working_copy,
};
use crate::words;
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Lang, Right};
use serde::Deserialize;
use web::{Access, App, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default().post(Access::Right(Right::Publish), place)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/brief_drafts/{brief}/placing")]
pub struct PlacingUrl {
    pub brief: BriefId,
}

#[derive(Debug, Deserialize)]
struct Input {
    entry: EntryId,
    seen_version: i32,
    place: String,
}

/// Where a typed number stands and what goes there, as a button carries it: `line:byte:text|token`.
pub fn value(found: &typed::Typed) -> String {
    format!("{}:{}:{}|{}", found.line, found.at, found.text, found.token)
}

/// The body with the figure in its place; `None` where the number stands there no more.
pub fn put(body: &str, value: &str) -> Option<String> {
    let (place, token) = value.split_once('|')?;
    let mut parts = place.splitn(3, ':');
    let line = parts.next()?.parse().ok()?;
    let at = parts.next()?.parse().ok()?;
    typed::put(body, line, at, parts.next()?, token)
}

async fn place(
    url: PlacingUrl,
    State(app): State<App>,
    actor: Actor,
    lang: Lang,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = words::texts(lang);
    let brief = draft(&app, &actor, url.brief).await?;
    let back = format!("{}/issue", super::draft_page::url(brief.id));
    let mut text = Text::from(&brief);
    let Some(body) = put(&text.body, &input.place) else {
        return Ok(web::done(&back, &t.placing_gone()));
    };
    text.body = body;
    let (entry, seen) = (input.entry, input.seen_version);
    match drafting::change(&app.book, &actor, entry, brief.id, seen, &text).await {
        Ok(changed) => {
            let versions = (seen, changed.version);
            let put = |body: &str| self::put(body, &input.place).unwrap_or_else(|| body.to_owned());
            let tx = app.db.begin().await?;
            working_copy::carry(&tx, (brief.id, actor.person), versions, put).await?;
            tx.commit().await?;
            Ok(web::done(&back, &t.placing_done()))
        }
        Err(DraftError::Stale { .. }) => Ok(web::done(&back, &t.placing_gone())),
        Err(DraftError::Book(source)) => Err(source.into()),
        Err(_) => Err(WebError::NotFound),
    }
}
