use crate::{App, words::texts};
use chrono::NaiveTime;
use futures::{FutureExt, future::BoxFuture};
use jobs::{Job, JobError, JobResult, Progress};
use kernel::{Bilingual, Lang};
use ledger::ClosedPeriod;
use serde_json::json;
use std::sync::Arc;

type Run = dyn Fn(App, Job, Progress) -> BoxFuture<'static, JobResult> + Send + Sync;

/// A kind of long work: who runs it, and the words for people who watch it.
#[derive(Clone)]
pub struct JobKind {
    /// For instance `orgs.import_roster`.
    pub kind: &'static str,
    pub title: Bilingual,
    run: Arc<Run>,
    pub(crate) daily_at: Option<NaiveTime>,
    stage: fn(Lang, &str) -> String,
    outcome: fn(Lang, &Job) -> JobOutcome,
}

/// What came of a job, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JobOutcome {
    pub text: String,
    /// Where the result is to be seen; empty when there is nothing to open.
    pub href: String,
}

impl JobKind {
    pub fn new<F>(
        kind: &'static str,
        title: Bilingual,
        run: impl Fn(App, Job, Progress) -> F + Send + Sync + 'static,
    ) -> JobKind
    where
        F: Future<Output = JobResult> + Send + 'static,
    {
        JobKind {
            kind,
            title,
            run: Arc::new(move |app, job, progress| {
                run(app, job, progress).map(refused_if_closed).boxed()
            }),
            daily_at: None,
            stage: |_, _| String::new(),
            outcome: |_, _| JobOutcome::default(),
        }
    }

    /// Runs by itself once each day, from this time of day on; after a stand-still once for today, not for each day missed.
    /// Its payload is `null`; the day is the clock's.
    pub fn daily_at(self, hour: u32, minute: u32) -> JobKind {
        JobKind {
            daily_at: NaiveTime::from_hms_opt(hour, minute, 0),
            ..self
        }
    }

    /// Words for the stage codes that the job tells its progress with.
    pub fn stages(self, stage: fn(Lang, &str) -> String) -> JobKind {
        JobKind { stage, ..self }
    }

    /// Words for the result of a job that is done, or for why it was refused (`Job::result` holds either).
    pub fn outcomes(self, outcome: fn(Lang, &Job) -> JobOutcome) -> JobKind {
        JobKind { outcome, ..self }
    }

    pub(crate) fn run(
        &self,
        app: App,
        job: Job,
        progress: Progress,
    ) -> BoxFuture<'static, JobResult> {
        (self.run)(app, job, progress)
    }

    pub(crate) fn stage(&self, lang: Lang, code: &str) -> String {
        (self.stage)(lang, code)
    }

    pub(crate) fn outcome(&self, lang: Lang, job: &Job) -> JobOutcome {
        match job.result.as_ref().and_then(|result| result.get(CLOSED)) {
            Some(closed) => {
                let day = |field: &str| closed[field].as_str().unwrap_or_default().to_owned();
                JobOutcome {
                    text: texts(lang).period_closed_job(day("day"), day("through")),
                    href: String::new(),
                }
            }
            None => (self.outcome)(lang, job),
        }
    }
}

/// Where the result of a job says that a period was closed.
const CLOSED: &str = "closed_period";

/// What a closed period stopped is stopped for good: trying again would not help, and people are told why.
fn refused_if_closed(result: JobResult) -> JobResult {
    let Err(JobError::Failed(error)) = result else {
        return result;
    };
    Err(match ClosedPeriod::among(&*error) {
        Some(closed) => JobError::Refused(json!({
            CLOSED: { "day": closed.day, "through": closed.through },
        })),
        None => JobError::Failed(error),
    })
}
