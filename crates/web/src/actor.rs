//! Who is acting: from the session's person to somebody with rights.
use crate::{App, WebError};
use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::request::Parts,
};
use kernel::{Actor, PersonId};
use std::{
    collections::HashMap,
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Knows the people who may come in. The organisation's crate is one; tests bring their own.
#[async_trait::async_trait]
pub trait Doorkeeper: Send + Sync + 'static {
    /// The person with what they are granted today, or nothing if they may not come in (any more).
    async fn actor(&self, app: &App, person: PersonId) -> Result<Option<Actor>, WebError>;
}

/// The signed-in person, where a page is also for strangers.
#[derive(Debug, Clone)]
pub struct MaybeActor(pub Option<Actor>);

impl FromRequestParts<App> for MaybeActor {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(MaybeActor(parts.extensions.get::<Actor>().cloned()))
    }
}

/// On pages for [`crate::Access::Anyone`] a stranger finds nothing; all other pages have let in only who is known.
impl FromRequestParts<App> for Actor {
    type Rejection = WebError;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, WebError> {
        parts
            .extensions
            .get::<Actor>()
            .cloned()
            .ok_or(WebError::NotFound)
    }
}

impl OptionalFromRequestParts<App> for Actor {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<Actor>().cloned())
    }
}

/// Remembers rights for a few seconds, so that a page with many parts asks once.
#[derive(Clone)]
pub(crate) struct ActorCache {
    kept: Duration,
    known: Arc<Mutex<HashMap<PersonId, (Instant, Actor)>>>,
}

/// People remembered at once; above it all are forgotten and looked up again.
const REMEMBERED_MAX: usize = 10_000;

impl ActorCache {
    pub(crate) fn new(kept: Duration) -> ActorCache {
        ActorCache {
            kept,
            known: Arc::default(),
        }
    }

    pub(crate) async fn actor(
        &self,
        app: &App,
        person: PersonId,
    ) -> Result<Option<Actor>, WebError> {
        if let Some(actor) = self.remembered(person) {
            return Ok(Some(actor));
        }
        let actor = app.doorkeeper.actor(app, person).await?;
        if let Some(actor) = &actor {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            if REMEMBERED_MAX <= known.len() {
                known.clear();
            }
            known.insert(person, (Instant::now(), actor.clone()));
        }
        Ok(actor)
    }

    pub(crate) fn forget(&self, person: PersonId) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.remove(&person);
    }

    fn remembered(&self, person: PersonId) -> Option<Actor> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, actor) = known.get(&person)?;
        (since.elapsed() < self.kept).then(|| actor.clone())
    }
}
