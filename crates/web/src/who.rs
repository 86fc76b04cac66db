//! Finds out who asks, once for a request, and tells both the pages inside and the problems outside.
use crate::{App, WebError, session};
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use kernel::{Actor, Lang};

/// Put into each answer: for whom it is, in case it turns out to be a problem that must be drawn.
#[derive(Debug, Clone)]
pub(crate) struct For {
    pub lang: Lang,
    pub actor: Option<Actor>,
}

pub(crate) async fn who(
    State(app): State<App>,
    session: tower_sessions::Session,
    mut request: Request,
    next: Next,
) -> Response {
    let lang = request
        .extensions()
        .get::<Lang>()
        .copied()
        .unwrap_or(app.settings.lang);
    let (actor, mut response) = match find(&app, &session).await {
        Ok(actor) => {
            if let Some(actor) = &actor {
                request.extensions_mut().insert(actor.clone());
            }
            (actor, next.run(request).await)
        }
        Err(problem) => (None, problem.into_response()),
    };
    response.extensions_mut().insert(For { lang, actor });
    response
}

async fn find(app: &App, session: &tower_sessions::Session) -> Result<Option<Actor>, WebError> {
    match session::person(session).await? {
        Some(person) => app.actors.actor(app, person).await,
        None => Ok(None),
    }
}
