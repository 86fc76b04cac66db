//! An import too large for one request: done behind the page, in the name of whoever asked.
use crate::{
    import::{
        Importing, Missing, applying,
        upload::{self, UploadId},
    },
    view::links,
    words::texts,
};
use jobs::{Job, JobError, JobId, JobResult, NewJob, Progress};
use kernel::{Actor, Bilingual, EntryId, Lang};
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use serde_json::json;
use web::{App, JobKind, JobOutcome, WebError};

const JOB: &str = "plan.import";

/// What a job is given.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Payload {
    upload: UploadId,
    missing: Missing,
    lang: Lang,
    on: chrono::NaiveDate,
    actor: ActorKept,
}

/// The actor as they were when they asked: a job acts for them.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct ActorKept {
    person: kernel::PersonId,
    name: String,
    unit: kernel::UnitId,
    grants: Vec<kernel::Grant>,
}

/// Imports behind the page.
pub fn job() -> JobKind {
    JobKind::new(
        JOB,
        Bilingual::new("导入任务清单", "Import a work list"),
        run,
    )
    .stages(|lang, _| texts(lang).import_writing())
    .outcomes(outcome)
}

/// Has the import of an upload done behind the page.
pub async fn enqueue(
    app: &App,
    actor: &Actor,
    upload: UploadId,
    importing: &Importing,
) -> Result<JobId, WebError> {
    let payload = Payload {
        upload,
        missing: importing.missing,
        lang: importing.lang,
        on: importing.on,
        actor: ActorKept {
            person: actor.person,
            name: actor.name.clone(),
            unit: actor.unit,
            grants: actor.grants.clone(),
        },
    };
    let job = NewJob::new(JOB, upload, json!(payload), app.clock.now()).owned_by(actor.person);
    let tx = app.db.begin().await?;
    let job = jobs::enqueue(&tx, job).await?;
    tx.commit().await?;
    Ok(job)
}

async fn run(app: App, job: Job, progress: Progress) -> JobResult {
    let payload: Payload = job.payload().map_err(JobError::failed)?;
    let upload = upload::Entity::find_by_id(payload.upload)
        .one(app.db.reader())
        .await
        .map_err(JobError::failed)?;
    let upload = upload.ok_or_else(|| JobError::failed("the upload is gone"))?;
    let kept = payload.actor;
    let actor = Actor {
        grants: kept.grants,
        ..Actor::new(kept.person, kept.name, kept.unit)
    };
    let importing = Importing {
        entry: EntryId(upload.id.0),
        campaign: upload.campaign.clone(),
        bytes: upload.bytes,
        missing: payload.missing,
        on: payload.on,
        lang: payload.lang,
    };
    let days = orgs::working_days(app.db.reader())
        .await
        .map_err(JobError::failed)?;
    progress.stage("writing", None);
    let told = |done: usize, total: usize| {
        if done <= 500 {
            progress.stage("writing", Some(total));
        }
        progress.done(done);
    };
    let imported = applying::import_plan(&app.book, &actor, &days, &importing, &told)
        .await
        .map_err(JobError::failed)?;
    Ok(json!({ "campaign": upload.campaign, "imported": imported }))
}

fn outcome(lang: Lang, job: &Job) -> JobOutcome {
    let result = job.result.clone().unwrap_or_default();
    let count = |key: &str| {
        result["imported"][key]
            .as_i64()
            .unwrap_or_default()
            .to_string()
    };
    match result["campaign"].as_str() {
        Some(code) => JobOutcome {
            text: texts(lang).import_done(count("added"), count("changed"), count("withdrawn")),
            href: links::campaign(code),
        },
        None => JobOutcome::default(),
    }
}
