//! Style sheets, scripts and pictures: from inside the binary, kept by browsers for as long as they stay the same.
use crate::WebError;
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// The service worker: at the root, so that it sees every page, and asked for anew each time.
pub(crate) async fn service_worker() -> impl IntoResponse {
    let about = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, ASK_AGAIN),
    ];
    (about, ui::assets::service_worker())
}

pub(crate) async fn serve(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ui::assets::get(&path) else {
        return WebError::NotFound.into_response();
    };
    let kept = if asset.immutable { FOR_EVER } else { ASK_AGAIN };
    let about = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static(asset.content_type),
        ),
        (header::ETAG, HeaderValue::from_static(asset.etag)),
        (header::CACHE_CONTROL, HeaderValue::from_static(kept)),
    ];
    let has_it = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|etag| etag == asset.etag);
    if has_it {
        (StatusCode::NOT_MODIFIED, about).into_response()
    } else {
        (about, asset.bytes).into_response()
    }
}
