use super::{OperationId, Problem, WebError, draw, kept_form};
use crate::{App, guard::Route, who::For};
use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{error::Error, sync::Arc, time::Instant};

/// The outermost layer but compression: names the request, logs it, and draws what went wrong.
pub(crate) async fn layer(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let operation = OperationId::new();
    request.extensions_mut().insert(operation.clone());
    let (request, passed) = kept_form::watch(request);
    let method = request.method().clone();
    let path = request
        .uri()
        .path_and_query()
        .map_or_else(String::new, ToString::to_string);
    let since = Instant::now();

    let response = next.run(request).await;

    let route = response.extensions().get::<Route>().map(|route| route.0);
    let mut response = match problem(&response, &method) {
        None => response,
        Some(problem) => {
            log(&problem, &operation);
            let reader = response.extensions().get::<For>().cloned();
            let drawn = draw::draw(&app, &problem, &operation, reader, &path, passed.as_ref());
            with_headers_of(response, drawn)
        }
    };
    if let Ok(id) = HeaderValue::from_str(&operation.0) {
        response.headers_mut().insert("x-operation-id", id);
    }
    // Neither address nor person: what people look at is nobody's business.
    tracing::info!(
        operation = operation.0,
        %method,
        route = route.unwrap_or("-"),
        status = response.status().as_u16(),
        milliseconds = since.elapsed().as_millis() as u64,
        "answered"
    );
    response
}

/// What has to be drawn: our own problems, and refusals in bare text by the machinery below us.
fn problem(response: &Response, method: &Method) -> Option<Arc<WebError>> {
    if let Some(Problem(problem)) = response.extensions().get() {
        return Some(problem.clone());
    }
    let status = response.status();
    let is_bare = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if !(status.is_client_error() || status.is_server_error()) || !is_bare {
        return None;
    }
    // An address whose parts cannot be read is an address that is not there.
    let is_no_address = method == Method::GET && status == StatusCode::BAD_REQUEST;
    Some(Arc::new(match status {
        StatusCode::NOT_FOUND => WebError::NotFound,
        _ if is_no_address => WebError::NotFound,
        status => WebError::Other(status),
    }))
}

fn log(problem: &WebError, operation: &OperationId) {
    let mut causes = problem.to_string();
    let mut source = problem.source();
    while let Some(cause) = source {
        causes.push_str(": ");
        causes.push_str(&cause.to_string());
        source = cause.source();
    }
    if problem.status().is_server_error() {
        tracing::error!(operation = operation.0, causes, "failed");
    } else {
        tracing::debug!(operation = operation.0, causes, "refused");
    }
}

/// Cookies and the like that were set on the way stay.
fn with_headers_of(response: Response, drawn: impl IntoResponse) -> Response {
    let mut drawn = drawn.into_response();
    for (name, value) in response.headers() {
        if name == header::SET_COOKIE || name == header::ALLOW {
            drawn.headers_mut().append(name, value.clone());
        }
    }
    drawn
}
