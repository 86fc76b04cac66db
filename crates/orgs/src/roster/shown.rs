//! What an import would do, or did.
mod view;

use super::import::{self, ImportId, ImportState, Model, Outcome};
use crate::words::texts;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::routing::TypedPath;
use jobs::{Job, JobState};
use kernel::{Actor, Lang};
use maud::Markup;
use serde::Deserialize;
use ui::Tone;
use uuid::Uuid;
use web::{App, Frame, JobUrl, WebError};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/roster/imports/{import}")]
pub struct ImportUrl {
    pub import: ImportId,
}

pub async fn show(
    url: ImportUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Response, WebError> {
    let import = import::own(&app, &actor, url.import).await?;
    let job = match import.job_id {
        Some(job) => jobs::find(&app.db, job).await?,
        None => None,
    };
    if let Some(job) = &job
        && !job.state.has_ended()
    {
        // Under way: its progress is shown where all long work is.
        return Ok(Redirect::to(&JobUrl { job: job.id }.to_string()).into_response());
    }
    let lang = frame.lang;
    let outcome = import.outcome().map_err(WebError::internal)?;
    let main = match &outcome {
        None => view::stopped(lang, &import),
        Some(Outcome::Unreadable(why)) => view::unreadable(lang, &import, why),
        Some(Outcome::Applied(applied)) => view::applied(lang, &import, applied),
        Some(Outcome::Preview {
            preview,
            roster_changed,
        }) => {
            let asked = view::Asked {
                entry: Uuid::now_v7(),
                roster_changed: *roster_changed,
                last_time: last_time(job.as_ref(), &import),
            };
            view::preview(lang, &import, preview, &asked)
        }
    };
    Ok(frame.page(&import.file_name, main).into_response())
}

/// An application that neither was done nor found anything to say: broken off, or given up.
fn last_time(job: Option<&Job>, import: &Model) -> Option<JobState> {
    let job = job.filter(|job| job.kind == super::APPLY && import.file.is_some())?;
    (job.result.is_none() && job.state != JobState::Done).then_some(job.state)
}

pub(super) fn light(lang: Lang, state: ImportState) -> Markup {
    let t = texts(lang);
    match state {
        ImportState::Reading => ui::status_light(Tone::Idle, &t.import_state_reading()),
        ImportState::Unreadable => ui::status_light(Tone::Bad, &t.import_state_unreadable()),
        ImportState::Previewed => ui::status_light(Tone::Info, &t.import_state_previewed()),
        ImportState::Applied => ui::status_light(Tone::Good, &t.import_state_applied()),
    }
}
