//! Files of a case and of what was done with it. Whoever may see the case may see them.
use super::{acting::files_of, raising::record_of, sight, store::CaseId};
use axum::{extract::State, response::Response};
use axum_extra::routing::TypedPath;
use files::{File, FileId, Record};
use kernel::{Actor, EntryId};
use ledger::entry;
use serde::Deserialize;
use web::{App, WebError};

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/{case}/files/{file}")]
pub struct FileUrl {
    case: CaseId,
    file: FileId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/{case}/files/{file}/preview")]
pub struct PreviewUrl {
    case: CaseId,
    file: FileId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/{case}/acts/{entry}/files/{file}")]
pub struct ActFileUrl {
    case: CaseId,
    entry: EntryId,
    file: FileId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/cases/{case}/acts/{entry}/files/{file}/preview")]
pub struct ActPreviewUrl {
    case: CaseId,
    entry: EntryId,
    file: FileId,
}

pub async fn save(
    url: FileUrl,
    State(app): State<App>,
    actor: Actor,
) -> Result<Response, WebError> {
    let file = find(&app, &actor, url.case, record_of(url.case), url.file).await?;
    web::send_file(&app, &file).await
}

pub async fn preview(
    url: PreviewUrl,
    State(app): State<App>,
    actor: Actor,
) -> Result<Response, WebError> {
    let file = find(&app, &actor, url.case, record_of(url.case), url.file).await?;
    web::send_preview(&app, &file).await
}

pub async fn save_of_act(
    url: ActFileUrl,
    State(app): State<App>,
    actor: Actor,
) -> Result<Response, WebError> {
    let record = act_of(&app, url.case, url.entry).await?;
    let file = find(&app, &actor, url.case, record, url.file).await?;
    web::send_file(&app, &file).await
}

pub async fn preview_of_act(
    url: ActPreviewUrl,
    State(app): State<App>,
    actor: Actor,
) -> Result<Response, WebError> {
    let record = act_of(&app, url.case, url.entry).await?;
    let file = find(&app, &actor, url.case, record, url.file).await?;
    web::send_preview(&app, &file).await
}

/// The act as what files belong to, if it was done with this case.
async fn act_of(app: &App, case: CaseId, act: EntryId) -> Result<Record, WebError> {
    let entry = entry::by_id(app.db.reader(), act).await?;
    let is_of = entry.is_some_and(|entry| entry.subject_id == case.to_string());
    is_of.then(|| files_of(act)).ok_or(WebError::NotFound)
}

async fn find(
    app: &App,
    actor: &Actor,
    case: CaseId,
    record: Record,
    file: FileId,
) -> Result<File, WebError> {
    sight::seen(app, actor, case).await?;
    let file = files::find(app.db.reader(), &record, file).await?;
    file.ok_or(WebError::NotFound)
}
