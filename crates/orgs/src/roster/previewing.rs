//! Reading a workbook and comparing it with the roster: at once when it is small, by a job when it is not.
use super::{
    Draft, ImportOptions, Preview, State,
    draft::read_telling,
    import::{self, ImportId, Outcome},
    preview, read,
    shown::ImportUrl,
};
use crate::words::texts;
use jobs::{Job, JobError, JobResult, Progress};
use kernel::{Actor, Bilingual, Lang, Reach, Right};
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use sheets::FileProblem;
use std::sync::Arc;
use web::{App, JobKind, JobOutcome, WebError};

/// The kind of the job that reads a workbook.
pub const READ: &str = "orgs.roster.read";
/// Workbooks up to this size are read while the person waits, in bytes.
pub(super) const AT_ONCE_BYTES_MAX: usize = 256 * 1024;

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Payload {
    pub import: ImportId,
}

pub(super) fn job() -> JobKind {
    JobKind::new(READ, Bilingual::new("读取名册", "Reading a roster"), run)
        .stages(|lang, stage| match stage {
            "comparing" => texts(lang).import_stage_comparing(),
            _ => texts(lang).import_stage_reading(),
        })
        .outcomes(outcome)
}

fn outcome(lang: Lang, job: &Job) -> JobOutcome {
    let Ok(payload) = job.payload::<Payload>() else {
        return JobOutcome::default();
    };
    JobOutcome {
        text: texts(lang).import_read_done(),
        href: ImportUrl {
            import: payload.import,
        }
        .to_string(),
    }
}

async fn run(app: App, job: Job, progress: Progress) -> JobResult {
    let id = job.payload::<Payload>()?.import;
    let Some(import) = import::Entity::find_by_id(id).one(app.db.reader()).await? else {
        return Ok(serde_json::Value::Null);
    };
    let (Some(bytes), options) = (import.file.clone(), import.options()?) else {
        return Ok(serde_json::Value::Null);
    };
    let actor = app.doorkeeper.actor(&app, import.person_id).await;
    let actor = actor.map_err(JobError::failed)?;
    let reach = actor.map_or(
        Reach::Some {
            below: Vec::new(),
            only: Vec::new(),
        },
        |actor| actor.reach(Right::Roster),
    );
    let outcome = match draft_watched(bytes, options, &progress).await? {
        Err(problem) => Outcome::Unreadable(problem.text(options.lang)),
        Ok(draft) => {
            progress.stage("comparing", None);
            let preview = compared(&app, draft, reach, options).await;
            Outcome::Preview {
                preview: Box::new(preview.map_err(JobError::failed)?),
                roster_changed: false,
            }
        }
    };
    let tx = app.db.begin().await?;
    import::settle(&tx, id, &outcome).await?;
    progress.commits()?;
    tx.commit().await?;
    Ok(serde_json::json!({ "import": id }))
}

/// Reads and compares while the person waits.
pub(super) async fn at_once(
    app: &App,
    actor: &Actor,
    bytes: Vec<u8>,
    options: ImportOptions,
) -> Result<Result<Preview, FileProblem>, WebError> {
    let read = move || read(&bytes, &options).map(Arc::new);
    let read = tokio::task::spawn_blocking(read).await;
    let draft = match read.map_err(WebError::internal)? {
        Ok(draft) => draft,
        Err(problem) => return Ok(Err(problem)),
    };
    let reach = actor.reach(Right::Roster);
    Ok(Ok(compared(app, draft, reach, options).await?))
}

/// Reads away from the threads that answer requests, and tells how far it is.
pub(super) async fn draft_watched(
    bytes: Vec<u8>,
    options: ImportOptions,
    progress: &Progress,
) -> Result<Result<Arc<Draft>, FileProblem>, JobError> {
    progress.stage("reading", None);
    let progress = progress.clone();
    let read = move || {
        let mut tell = |done, total| progress.done_of(done, total);
        read_telling(&bytes, &options, &mut tell).map(Arc::new)
    };
    tokio::task::spawn_blocking(read)
        .await
        .map_err(JobError::failed)
}

pub(super) async fn compared(
    app: &App,
    draft: Arc<Draft>,
    reach: Reach,
    options: ImportOptions,
) -> Result<Preview, WebError> {
    let reader = app.db.reader();
    let state = State::load(reader, app.book.tree(reader).await?, app.keys.clone()).await?;
    tokio::task::spawn_blocking(move || preview(&draft, &state, &reach, &options))
        .await
        .map_err(WebError::internal)
}
