//! Asks before an issue goes on the portal or comes off it.
use super::publication::{self, PublicationError, of_theirs};
use crate::words;
use axum::{extract::State, response::Response};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId, Right};
use maud::Markup;
use serde::Deserialize;
use ui::{Confirm, PageKind};
use web::{Access, App, Frame, Pages, WebError};

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::Right(Right::Publish), form)
        .post(Access::Right(Right::Publish), submit)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/briefs/{total}/publication")]
pub struct PublicationUrl {
    pub total: i32,
}

#[derive(Debug, Deserialize)]
struct Input {
    entry: EntryId,
    is_public: bool,
}

impl From<PublicationError> for WebError {
    fn from(error: PublicationError) -> WebError {
        match error {
            PublicationError::NoSuchIssue => WebError::NotFound,
            PublicationError::Book(source) => source.into(),
        }
    }
}

async fn form(
    url: PublicationUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, words::texts(frame.lang));
    let issue = of_theirs(&app.book, &actor, url.total).await?;
    let is_public = publication::is_public(app.db.reader(), url.total).await?;
    let (verb, question, consequences) = if is_public {
        let question = t.publication_off_question(issue.title.as_str());
        (
            t.publication_off(),
            question,
            vec![t.publication_off_text()],
        )
    } else {
        let question = t.publication_on_question(issue.title.as_str());
        let texts = vec![t.publication_on_text(), t.publication_on_look()];
        (t.publication_on(), question, texts)
    };
    let (entry, wanted) = (uuid::Uuid::now_v7().to_string(), (!is_public).to_string());
    let main = ui::confirm(
        lang,
        Confirm {
            title: &verb,
            question: &question,
            consequences: &consequences,
            action: &url.to_string(),
            hidden: &[("entry", &entry), ("is_public", &wanted)],
            verb: &verb,
            danger: false,
            cancel_href: &format!("/briefs/{}", url.total),
            csrf: None,
        },
    );
    let frame = frame.kind(PageKind::Form).under("briefs");
    Ok(frame.page(&verb, main))
}

async fn submit(
    url: PublicationUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let t = words::texts(frame.lang);
    publication::set(&app.book, &actor, input.entry, url.total, input.is_public).await?;
    let said = match input.is_public {
        true => t.publication_on_done(),
        false => t.publication_off_done(),
    };
    Ok(web::done(&format!("/briefs/{}", url.total), &said))
}
