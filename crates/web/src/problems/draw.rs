//! A problem as a page, or as JSON for the API.
use super::{OperationId, WebError, kept_form::Passed};
use crate::{
    App,
    frame::Frame,
    guard::is_api,
    home::{HOME, LOG_IN},
    who::For,
    words::{Texts, texts},
};
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::html;
use serde_json::json;
use ui::WholePage;

/// Place and reason, and what can be done.
struct Said {
    title: String,
    text: String,
    remedy: String,
}

pub(super) fn draw(
    app: &App,
    problem: &WebError,
    operation: &OperationId,
    reader: Option<For>,
    path: &str,
    passed: Option<&Passed>,
) -> Response {
    let reader = reader.unwrap_or(For {
        lang: app.settings.lang,
        actor: None,
    });
    let t = texts(reader.lang);
    let said = say(t, problem);
    let status = problem.status();
    let mut response = if is_api(path) {
        let body = json!({
            "title": said.title, "detail": said.text, "remedy": said.remedy,
            "status": status.as_u16(), "operation": operation.0,
        });
        (status, Json(body)).into_response()
    } else {
        let (label, href) = match &reader.actor {
            Some(_) => (t.problem_go_home(), HOME),
            None => (t.problem_go_to_log_in(), LOG_IN),
        };
        let whole = WholePage {
            title: &said.title,
            text: &said.text,
            remedy: &said.remedy,
            acts: &[(label.as_str(), href)],
            operation: Some(&operation.0),
        };
        let kept = match (problem, passed) {
            (WebError::PeriodClosed(closed), Some(passed)) => {
                passed.form(reader.lang, path, *closed)
            }
            _ => None,
        };
        let main = html! {
            (ui::whole_page(reader.lang, whole))
            @if let Some(kept) = kept { (kept) }
        };
        let frame = Frame::new(app, reader.lang, reader.actor, path);
        (status, frame.page(&said.title, main)).into_response()
    };
    if let WebError::TooMany {
        retry_after_seconds,
    } = problem
    {
        let seconds = HeaderValue::from(*retry_after_seconds);
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

fn say(t: &Texts, problem: &WebError) -> Said {
    let (title, text, remedy) = match problem {
        WebError::NotFound | WebError::Other(StatusCode::METHOD_NOT_ALLOWED) => (
            t.not_found_title(),
            t.not_found_text(),
            t.not_found_remedy(),
        ),
        WebError::LogInFirst => (
            t.log_in_first_title(),
            t.log_in_first_text(),
            t.log_in_first_remedy(),
        ),
        WebError::ForeignPage => (
            t.foreign_page_title(),
            t.foreign_page_text(),
            t.foreign_page_remedy(),
        ),
        WebError::IdReused => (
            t.id_reused_title(),
            t.id_reused_text(),
            t.id_reused_remedy(),
        ),
        WebError::TooLarge { bytes_max } => (
            t.too_large_title(),
            t.too_large_text(megabytes(*bytes_max)),
            t.too_large_remedy(),
        ),
        WebError::Unreadable(what) => (
            t.unreadable_title(),
            t.unreadable_place(what),
            t.unreadable_remedy(),
        ),
        WebError::TooMany {
            retry_after_seconds,
        } => (
            t.too_many_title(),
            t.too_many_text(),
            t.too_many_remedy(retry_after_seconds.to_string()),
        ),
        WebError::PeriodClosed(closed) => (
            t.period_closed_title(),
            t.period_closed_text(closed.day.to_string(), closed.through.to_string()),
            t.period_closed_remedy(),
        ),
        WebError::Busy => (t.busy_title(), t.busy_text(), t.busy_remedy()),
        WebError::Other(status) if status.is_client_error() => (
            t.unreadable_title(),
            t.unreadable_text(),
            t.unreadable_remedy(),
        ),
        WebError::Database(_) | WebError::Internal(_) | WebError::Other(_) => {
            (t.failed_title(), t.failed_text(), t.failed_remedy())
        }
    };
    Said {
        title,
        text,
        remedy,
    }
}

fn megabytes(bytes: usize) -> String {
    (bytes / (1024 * 1024)).max(1).to_string()
}
