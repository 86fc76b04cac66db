//! The door of one page: who is let in, with how large a body, for how long.
use crate::{
    Access, Listed, WebError,
    home::{HOME, LOG_IN},
};
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use futures::StreamExt;
use kernel::Actor;

/// A body that is too large is still read to the end up to this size: a browser that is cut off while it sends shows
/// its own error instead of our sentence.
const DRAINED_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// Put into each answer, for the log: which page it was. The address itself may name people.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Route(pub &'static str);

pub(crate) async fn admit(listed: Listed, request: Request, next: Next) -> Response {
    let mut response = enter(&listed, request, next).await;
    response.extensions_mut().insert(Route(listed.path));
    response
}

async fn enter(listed: &Listed, request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Actor>();
    if !listed.access.admits(actor) {
        return turn_away(listed.access, actor.is_some(), &request);
    }
    let size = content_length(request.headers());
    if size.is_some_and(|size| listed.body_bytes_max as u64 <= size) {
        drain(request.into_body()).await;
        return too_large(listed);
    }
    match tokio::time::timeout(listed.time_max, next.run(request)).await {
        Err(_) => WebError::Busy.into_response(),
        Ok(response) if response.status() == StatusCode::PAYLOAD_TOO_LARGE => too_large(listed),
        Ok(response) => response,
    }
}

/// Strangers are asked to log in; whoever is known and has no right learns nothing.
fn turn_away(access: Access, is_known: bool, request: &Request) -> Response {
    if is_known || access == Access::Anyone {
        return WebError::NotFound.into_response();
    }
    if is_api(request.uri().path()) {
        return WebError::LogInFirst.into_response();
    }
    let next = next_after_log_in(request);
    let log_in = ui::query::with_param(LOG_IN, "next", &next);
    if request.headers().contains_key("hx-request") {
        // A fragment of a page is no place to log in: the whole page goes there.
        return (StatusCode::OK, [("hx-redirect", log_in)]).into_response();
    }
    Redirect::to(&log_in).into_response()
}

/// Where to go on after log-in: the page asked for, or the page whose form or button was used.
fn next_after_log_in(request: &Request) -> String {
    let headers = request.headers();
    let whole_page = request.method() == Method::GET && !headers.contains_key("hx-request");
    if whole_page {
        return path_and_query(request.uri());
    }
    let from = headers
        .get("hx-current-url")
        .or_else(|| headers.get(header::REFERER))
        .and_then(|url| url.to_str().ok())
        .and_then(|url| url.parse::<Uri>().ok());
    from.map_or_else(|| HOME.to_owned(), |from| path_and_query(&from))
}

fn path_and_query(uri: &Uri) -> String {
    uri.path_and_query()
        .map_or_else(|| HOME.to_owned(), ToString::to_string)
}

pub(crate) fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}

fn too_large(listed: &Listed) -> Response {
    WebError::TooLarge {
        bytes_max: listed.body_bytes_max,
    }
    .into_response()
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers
        .get(header::CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .parse()
        .ok()
}

async fn drain(body: Body) {
    let mut chunks = body.into_data_stream();
    let mut drained = 0;
    while let Some(Ok(chunk)) = chunks.next().await {
        drained += chunk.len() as u64;
        if DRAINED_BYTES_MAX < drained {
            return;
        }
    }
}
