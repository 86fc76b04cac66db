//! The way in and the way out.
use crate::{Access, App, Frame, LogIn, MaybeActor, Pages, WebError, words::texts};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::routing::TypedPath;
use kernel::Lang;
use sea_orm::ConnectionTrait;
use serde::Deserialize;
use ui::{Icon, NavItem};

/// Where people begin once they are logged in.
pub const HOME: &str = "/mine";
/// Where people log in; `?next=` says where to go on. The page itself belongs to whoever knows passwords.
pub const LOG_IN: &str = "/log-in";
/// A post to this address ends the session; the frame of every page has the button.
pub const LOG_OUT: &str = "/log-out";

pub(crate) fn pages() -> Pages {
    Pages::default()
        .get(Access::Anyone, enter)
        .post(Access::Anyone, log_out)
        .get(Access::Anyone, health)
}

pub(crate) fn nav(lang: Lang) -> Vec<NavItem> {
    vec![NavItem {
        key: "mine".to_owned(),
        href: HOME.to_owned(),
        label: texts(lang).nav_mine(),
        icon: Icon::Mine,
        group: 0,
        tab: true,
        letter: Some('m'),
    }]
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/")]
pub struct EnterUrl;

/// Whoever is logged in begins with what waits for them; everybody else with what is open to all.
async fn enter(
    _: EnterUrl,
    State(app): State<App>,
    MaybeActor(actor): MaybeActor,
    frame: Frame,
) -> Result<Response, WebError> {
    match actor {
        Some(_) => Ok(Redirect::to(HOME).into_response()),
        None => Ok(crate::portal::page(&app, frame).await?.into_response()),
    }
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/log-out")]
pub struct LogOutUrl;

async fn log_out(_: LogOutUrl, log_in: LogIn) -> Result<Response, WebError> {
    log_in.end().await?;
    Ok(Redirect::to(LOG_IN).into_response())
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/healthz")]
pub struct HealthUrl;

/// For whoever watches the machine: the database answers.
async fn health(_: HealthUrl, State(app): State<App>) -> Result<&'static str, WebError> {
    app.db.reader().execute_unprepared("SELECT 1").await?;
    Ok("ok\n")
}
