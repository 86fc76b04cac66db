//! What all lists have in common in their addresses: `page` and `rows`, and `day` for "as of".
use crate::{App, WebError};
use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use chrono::NaiveDate;
use kernel::limits::{PAGE_ROWS, PAGE_ROWS_DEFAULT};
use serde::Deserialize;
use std::convert::Infallible;
use ui::Pager;

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// From 1.
    pub page: u64,
    /// One of [`PAGE_ROWS`].
    pub rows: u64,
}

impl Paging {
    pub fn limit(self) -> u64 {
        self.rows
    }

    pub fn offset(self) -> u64 {
        (self.page - 1).saturating_mul(self.rows)
    }

    /// For [`ui::pager`]; `path` is the list's path and query ([`crate::Frame::path`]).
    pub fn pager(self, path: &str, total: u64) -> Pager<'_> {
        Pager {
            path,
            page: self.page,
            rows: self.rows,
            total,
        }
    }
}

/// Numbers out of range fall back to the nearest that makes sense: a list is always shown.
impl FromRequestParts<App> for Paging {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        #[derive(Deserialize)]
        struct Wanted {
            page: Option<String>,
            rows: Option<String>,
        }
        let wanted = Query::<Wanted>::try_from_uri(&parts.uri).ok();
        let (page, rows) = wanted.map_or((None, None), |Query(wanted)| (wanted.page, wanted.rows));
        let number = |text: Option<String>| text.and_then(|text| text.parse::<u64>().ok());
        Ok(Paging {
            page: number(page).unwrap_or(1).max(1),
            rows: number(rows)
                .filter(|rows| PAGE_ROWS.contains(rows))
                .unwrap_or(PAGE_ROWS_DEFAULT),
        })
    }
}

/// The day as of which figures are read: `?day=2021-04-30`, today unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf(pub NaiveDate);

impl FromRequestParts<App> for AsOf {
    type Rejection = WebError;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, WebError> {
        #[derive(Deserialize)]
        struct Wanted {
            day: Option<String>,
        }
        let wanted = Query::<Wanted>::try_from_uri(&parts.uri)
            .ok()
            .and_then(|Query(wanted)| wanted.day)
            .filter(|day| !day.is_empty());
        match wanted {
            None => Ok(AsOf(app.clock.today())),
            Some(day) => day
                .parse()
                .map(AsOf)
                .map_err(|_| WebError::Unreadable(format!("day={day}"))),
        }
    }
}
