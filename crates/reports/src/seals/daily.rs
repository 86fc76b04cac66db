//! Each night: what was recorded before today is sealed.
use crate::words;
use jobs::{Job, JobError, JobResult, Progress};
use kernel::{Bilingual, Lang};
use ledger::seal::seal_closed_days;
use serde_json::json;
use web::{App, JobKind, JobOutcome};

const KIND: &str = "reports.seal";

/// At a quarter past midnight: whoever wrote at midnight has finished, and nobody has begun yet.
pub(crate) fn job() -> JobKind {
    let title = Bilingual::new("封存已结束的日期", "Sealing closed days");
    JobKind::new(KIND, title, async |app, _, progress| {
        run(app, progress).await
    })
    .daily_at(0, 15)
    .stages(|lang, _| words::texts(lang).seal_stage())
    .outcomes(outcome)
}

async fn run(app: App, progress: Progress) -> JobResult {
    let made = seal_closed_days(&app.book, |done, all| {
        progress.stage("seal", usize::try_from(all).ok());
        progress.done(usize::try_from(done).unwrap_or(usize::MAX));
    })
    .await
    .map_err(JobError::failed)?;
    Ok(json!({ "sealed": made.len() }))
}

fn outcome(lang: Lang, job: &Job) -> JobOutcome {
    let sealed = job
        .result
        .as_ref()
        .and_then(|result| result["sealed"].as_i64());
    JobOutcome {
        text: words::texts(lang).seal_outcome(sealed.unwrap_or(0)),
        href: "/seals".into(),
    }
}
