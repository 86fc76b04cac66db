//! Looking at how to reach whoever asked: an act of its own, in the book. For those who handle the case.
use super::{
    raising::SUBJECT,
    record_page::{self, Contact},
    sight,
    store::CaseId,
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use axum_extra::{extract::Form, routing::TypedPath};
use kernel::{Actor, EntryId};
use ledger::{NewEntry, Subject};
use serde::Deserialize;
use web::{App, Frame, WebError};

/// The kind of the entry that says who looked.
pub const LOOKED_AT: &str = "serve.case.contact_looked_at";

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/{case}/contact_views")]
pub struct ContactViewsUrl {
    pub case: CaseId,
}

#[derive(Deserialize)]
pub struct Input {
    entry: EntryId,
}

/// The page with the contact in full. It is not redirected to: it stands in no address and no cookie.
pub async fn look(
    url: ContactViewsUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let (sight, whole) = sight::seen(&app, &actor, url.case).await?;
    if !record_page::may_look(&sight.who(&actor, &whole)) {
        return Err(WebError::NotFound);
    }
    let contact = Contact::of(&app, &whole, true).await?;
    let subject = Subject::new(SUBJECT, url.case);
    let unit = whole.case.desk;
    let entry = NewEntry::new(input.entry, LOOKED_AT, subject, unit, sight.today);
    app.book.post(&actor, entry).await?;
    let page = record_page::page(&app, &actor, frame, (&sight, &whole), contact).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}
