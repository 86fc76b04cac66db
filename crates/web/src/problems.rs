//! Whatever goes wrong: logged once with its causes, and said in the reader's language.
mod draw;
mod kept_form;
mod layer;

pub(crate) use kept_form::Passed;
pub(crate) use layer::layer;

use axum::{
    extract::multipart::MultipartError,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ledger::{AppendError, ClosedPeriod};
use sea_orm::DbErr;
use std::{error::Error, sync::Arc};

/// Names one request: in the log, in the answer's `x-operation-id`, and on the page that says what went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationId(pub String);

impl OperationId {
    /// Ten hexadecimal digits: short enough to be read out on the telephone.
    pub(crate) fn new() -> OperationId {
        let mut id = uuid::Uuid::new_v4().simple().to_string();
        id.truncate(10);
        OperationId(id)
    }
}

/// What a handler may fail with when no form can be shown again. Outcomes that people can mend are not errors: the act
/// returns them in its own enum, and the form comes back.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// Not there, or not for this person to know of.
    #[error("not found")]
    NotFound,
    #[error("the API needs a session")]
    LogInFirst,
    #[error("the request came from a foreign page")]
    ForeignPage,
    #[error("this entry id was used for another act")]
    IdReused,
    #[error("the body is larger than {bytes_max} bytes")]
    TooLarge { bytes_max: usize },
    /// A part of the address or the form that our own pages never send, for instance a day that is none.
    #[error("cannot understand {0}")]
    Unreadable(String),
    #[error("too many requests")]
    TooMany { retry_after_seconds: u64 },
    /// What was to be counted, or taken off, lies in a period that the office has closed.
    #[error("the period is closed")]
    PeriodClosed(#[source] ClosedPeriod),
    #[error("busy")]
    Busy,
    #[error("database")]
    Database(#[source] DbErr),
    #[error("internal error")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
    /// A refusal by the machinery below us, known by its status only.
    #[error("refused with status {0}")]
    Other(StatusCode),
}

impl WebError {
    /// Something that no user can mend; but whatever fails for a closed period says just that.
    pub fn internal(source: impl Into<Box<dyn Error + Send + Sync>>) -> WebError {
        let source = source.into();
        match ClosedPeriod::among(&*source) {
            Some(closed) => WebError::PeriodClosed(closed),
            None => WebError::Internal(source),
        }
    }

    pub fn status(&self) -> StatusCode {
        match self {
            WebError::NotFound => StatusCode::NOT_FOUND,
            WebError::LogInFirst => StatusCode::UNAUTHORIZED,
            WebError::ForeignPage => StatusCode::FORBIDDEN,
            WebError::IdReused => StatusCode::CONFLICT,
            WebError::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            WebError::Unreadable(_) | WebError::PeriodClosed(_) => StatusCode::UNPROCESSABLE_ENTITY,
            WebError::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            WebError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            WebError::Database(_) | WebError::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            WebError::Other(status) => *status,
        }
    }
}

impl From<DbErr> for WebError {
    fn from(source: DbErr) -> Self {
        match source {
            // No connection became free in time.
            DbErr::ConnectionAcquire(_) => WebError::Busy,
            source => WebError::Database(source),
        }
    }
}

impl From<AppendError> for WebError {
    fn from(source: AppendError) -> Self {
        match source {
            AppendError::IdReused => WebError::IdReused,
            AppendError::Database(source) => source.into(),
            AppendError::Closed => WebError::Busy,
            source => WebError::internal(source),
        }
    }
}

impl From<MultipartError> for WebError {
    fn from(source: MultipartError) -> Self {
        WebError::Other(source.status())
    }
}

/// Put into an answer that has still to be drawn for its reader.
#[derive(Debug, Clone)]
pub(crate) struct Problem(pub Arc<WebError>);

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Problem(Arc::new(self)));
        response
    }
}
