//! Without network: which pages browsers may keep at hand, the page of what waits on this device, and how a form that
//! waited is answered. The scripts beside it are `worker.js`, `outbox.js` and `offline.js` of the crate `ui`.
mod page;

pub(crate) use page::{OUTBOX, pages};

use crate::WebError;
use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, StatusCode},
    middleware::Next,
    response::{IntoResponse, IntoResponseParts, Response, ResponseParts},
};
use kernel::Actor;
use std::convert::Infallible;

/// Names who wrote the form. Sent by our script only: a foreign page cannot set it.
const WRITER: HeaderName = HeaderName::from_static("x-outbox");
/// Tells the browser for how many seconds it may keep the page for use without network.
pub(crate) const KEPT_SECONDS: HeaderName = HeaderName::from_static("x-offline-seconds");

/// Put before a page: browsers keep it for so many hours and show it when there is no network, to whoever it was drawn
/// for, until they log out. Only for pages that hold no more about people than the work on the spot needs.
#[derive(Debug, Clone, Copy)]
pub struct KeptOffline {
    pub hours: u32,
}

impl IntoResponseParts for KeptOffline {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        let seconds = HeaderValue::from(self.hours * 3600);
        parts.headers_mut().insert(KEPT_SECONDS, seconds);
        Ok(parts)
    }
}

/// The name under which this person's forms wait.
pub(crate) fn writer(actor: &Actor) -> String {
    actor.person.to_string()
}

/// A form that waited is taken only for whoever wrote it; others, and nobody, are asked to log in (401). The script gets
/// where to go on as 204 with `location`: it could not look into a redirect.
pub(crate) async fn answer(request: Request, next: Next) -> Response {
    let Some(wrote) = request.headers().get(WRITER).cloned() else {
        return next.run(request).await;
    };
    let is_here = request.extensions().get::<Actor>().map(writer);
    if is_here.is_none_or(|writer| wrote != writer.as_str()) {
        return WebError::LogInFirst.into_response();
    }
    let mut response = next.run(request).await;
    if response.status().is_redirection() {
        *response.status_mut() = StatusCode::NO_CONTENT;
    }
    response
}
