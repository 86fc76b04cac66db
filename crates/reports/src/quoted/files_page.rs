//! The workbook that published values were taken from. Whoever may see a figure of its unit may have it.
use super::IMPORT;
use crate::figures::sight::{Sight, sight};
use axum::{extract::State, response::Response};
use axum_extra::routing::TypedPath;
use files::FileId;
use kernel::{Actor, EntryId};
use serde::Deserialize;
use web::{App, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/quoted_files/{file}")]
pub struct FileUrl {
    file: FileId,
}

pub fn file_url(file: &str) -> String {
    format!("/quoted_files/{file}")
}

pub async fn download(
    url: FileUrl,
    State(app): State<App>,
    actor: Actor,
) -> Result<Response, WebError> {
    let reader = app.db.reader();
    let file = files::of_kind(reader, IMPORT, url.file)
        .await?
        .ok_or(WebError::NotFound)?;
    let import: Option<EntryId> = file.record_id.as_ref().and_then(|id| id.parse().ok());
    let entry = match import {
        Some(import) => ledger::entry::by_id(reader, import).await?,
        None => None,
    };
    let entry = entry.ok_or(WebError::NotFound)?;
    let tree = app.book.tree(reader).await?;
    if sight(&tree, &actor, entry.unit, app.clock.today()) == Sight::Nothing {
        return Err(WebError::NotFound);
    }
    web::send_file(&app, &file).await
}
