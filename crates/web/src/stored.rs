//! Files of records on their way out. Who may see the record was asked before.
use crate::{App, WebError, download::attachment};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use files::File;

/// How long a browser may keep a small picture, in seconds.
const PREVIEW_KEPT: &str = "private, max-age=3600";

/// The file, to be saved: it is never shown as a page of ours, whatever is in it.
pub async fn send_file(app: &App, file: &File) -> Result<Response, WebError> {
    let bytes = app.files.read(file).await.map_err(WebError::internal)?;
    let kind = HeaderValue::from_static(file.kind().content_type());
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, attachment(&file.name)),
    ];
    Ok((headers, bytes).into_response())
}

/// The small picture of a picture; of other files there is none.
pub async fn send_preview(app: &App, file: &File) -> Result<Response, WebError> {
    let preview = app.files.read_preview(file).await;
    let preview = preview.map_err(WebError::internal)?;
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, PREVIEW_KEPT),
    ];
    let bytes = preview.ok_or(WebError::NotFound)?;
    Ok((headers, bytes).into_response())
}
