//! An import too large for one request: done behind the page, in the name of whoever asked.
use super::UploadUrl;
use crate::{
    import::{
        ImportError, Importing, Missing, Watch, applying,
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
    };
    let job = NewJob::new(JOB, upload, json!(payload), app.clock.now()).owned_by(actor.person);
    let tx = app.db.begin().await?;
    let job = jobs::enqueue(&tx, job).await?;
    tx.commit().await?;
    Ok(job)
}

async fn run(app: App, job: Job, progress: Progress) -> JobResult {
    let payload: Payload = job.payload()?;
    let upload = upload::Entity::find_by_id(payload.upload)
        .one(app.db.reader())
        .await?;
    let refused = || Err(JobError::Refused(json!({})));
    // What the person may do is asked now, not when they pressed the button.
    let actor = match job.owner {
        Some(person) => app.doorkeeper.actor(&app, person).await,
        None => Ok(None),
    };
    let (Some(upload), Some(actor)) = (upload, actor.map_err(JobError::failed)?) else {
        return refused();
    };
    let importing = Importing {
        entry: EntryId(upload.id.0),
        campaign: upload.campaign.clone(),
        bytes: upload.bytes,
        missing: payload.missing,
        on: payload.on,
        lang: payload.lang,
    };
    let days = orgs::working_days(app.db.reader()).await?;
    progress.stage("writing", None);
    let watch = Watch {
        written: &|done, total| progress.done_of(done, Some(total)),
        may_commit: &|| progress.commits().is_ok(),
    };
    match applying::import_plan(&app.book, &actor, &days, &importing, watch).await {
        Ok(imported) => Ok(json!({ "campaign": upload.campaign, "imported": imported })),
        Err(ImportError::Cancelled) => Err(JobError::Cancelled),
        Err(ImportError::NotYours | ImportError::NoSuchCampaign) => refused(),
        Err(ImportError::File(_) | ImportError::Problems(_)) => {
            Err(JobError::Refused(json!({ "upload": upload.id })))
        }
        Err(error @ (ImportError::Busy | ImportError::Book(_))) => Err(JobError::failed(error)),
    }
}

fn outcome(lang: Lang, job: &Job) -> JobOutcome {
    let result = job.result.clone().unwrap_or_default();
    let count = |key: &str| {
        result["imported"][key]
            .as_i64()
            .unwrap_or_default()
            .to_string()
    };
    if let Ok(upload) = serde_json::from_value(result["upload"].clone()) {
        return JobOutcome {
            text: texts(lang).import_refused(),
            href: UploadUrl { upload }.to_string(),
        };
    }
    match result["campaign"].as_str() {
        Some(code) => JobOutcome {
            text: texts(lang).import_done(count("added"), count("changed"), count("withdrawn")),
            href: links::campaign(code),
        },
        None => JobOutcome {
            text: texts(lang).import_not_allowed(),
            href: String::new(),
        },
    }
}
