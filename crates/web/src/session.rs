//! Sessions: who is logged in on which browser, and until when.
//!
//! The cookie holds a random number; the table holds its hash, so that a stolen copy of the database opens no session.
//! A session ends by itself after a time without requests, and in any case after [`HOURS_MAX`].
mod migration;
mod store;

pub(crate) use migration::migrations;
pub(crate) use store::Store;

use crate::{App, WebError};
use axum::{extract::FromRequestParts, http::request::Parts};
use chrono::{DateTime, Utc};
use kernel::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::convert::Infallible;
use tower_sessions::{
    Expiry, SessionManagerLayer, SessionStore, cookie::SameSite, session::Record,
};

/// Longest time a session lasts, however busy, in hours.
pub(crate) const HOURS_MAX: i64 = 12;
/// How exactly the last request of a session is known, in seconds: it is not written down more often.
pub(crate) const SEEN_EVERY_SECONDS: i64 = 60;

const COOKIE: &str = "luodi";
const PERSON: &str = "person";

/// Logging in and out on this browser.
pub struct LogIn(tower_sessions::Session);

impl FromRequestParts<App> for LogIn {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let session = parts.extensions.get::<tower_sessions::Session>().cloned();
        Ok(LogIn(
            session.expect("the router has a session layer around all pages"),
        ))
    }
}

impl LogIn {
    /// From now on this browser acts for `person`, under a new session id.
    pub async fn begin(&self, person: PersonId) -> Result<(), WebError> {
        self.0.cycle_id().await.map_err(WebError::internal)?;
        self.0
            .insert(PERSON, person)
            .await
            .map_err(WebError::internal)
    }

    /// Forgets who was logged in on this browser.
    pub async fn end(&self) -> Result<(), WebError> {
        self.0.flush().await.map_err(WebError::internal)
    }
}

/// Ends the person's sessions on all browsers: their log-in was changed or taken away.
pub async fn end_all_sessions(tx: &db::Tx, person: PersonId) -> Result<(), sea_orm::DbErr> {
    store::session::Entity::delete_many()
        .filter(store::session::Column::Person.eq(person))
        .exec(tx)
        .await
        .map(drop)
}

/// A browser on which somebody is logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    pub since: DateTime<Utc>,
    /// Of the last request, to the minute.
    pub seen: DateTime<Utc>,
    /// Whether it is the browser that asks.
    pub is_this: bool,
}

/// The person's sessions that are not over, the newest first.
pub async fn open_sessions(
    app: &App,
    person: PersonId,
    this: Option<&LogIn>,
) -> Result<Vec<OpenSession>, WebError> {
    let (store, now) = (Store::new(app), app.clock.now());
    let this = this
        .and_then(|log_in| log_in.0.id())
        .map(|id| store::hash(&id));
    let rows = store::session::Entity::find()
        .filter(store::session::Column::Person.eq(person))
        .order_by_desc(store::session::Column::MadeAt)
        .all(app.db.reader())
        .await?;
    let open = rows.into_iter().filter(|row| !store.is_over(row, now));
    Ok(open
        .map(|row| OpenSession {
            since: row.made_at,
            seen: row.seen_at,
            is_this: this.as_ref() == Some(&row.id_hash),
        })
        .collect())
}

/// Ends the person's sessions on all browsers but the one that asks.
pub async fn end_other_sessions(
    tx: &db::Tx,
    person: PersonId,
    this: &LogIn,
) -> Result<(), sea_orm::DbErr> {
    let mut others =
        store::session::Entity::delete_many().filter(store::session::Column::Person.eq(person));
    if let Some(id) = this.0.id() {
        others = others.filter(store::session::Column::IdHash.ne(store::hash(&id)));
    }
    others.exec(tx).await.map(drop)
}

/// Opens a session without a log-in form and gives back the cookie that carries it, as `name=value`. For tests.
pub async fn open_session(app: &App, person: PersonId) -> Result<String, WebError> {
    let mut record = Record {
        id: tower_sessions::session::Id::default(),
        data: [(PERSON.to_owned(), person.0.into())].into(),
        expiry_date: store::never(),
    };
    Store::new(app)
        .create(&mut record)
        .await
        .map_err(WebError::internal)?;
    Ok(format!("{COOKIE}={}", record.id))
}

pub(crate) async fn person(
    session: &tower_sessions::Session,
) -> Result<Option<PersonId>, WebError> {
    session.get(PERSON).await.map_err(WebError::internal)
}

pub(crate) fn layer(app: &App) -> SessionManagerLayer<Store> {
    SessionManagerLayer::new(Store::new(app))
        .with_name(COOKIE)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(app.settings.secure_cookies)
        // How long a session lasts is for the store to know; the cookie goes with the browser window.
        .with_expiry(Expiry::OnSessionEnd)
}
