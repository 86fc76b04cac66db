//! Workers: take due jobs, run them, keep their leases alive, write down what came of them.
mod lease;
mod progress;

pub use progress::Progress;

use crate::{Cancelling, KEPT_DAYS, Live, job::Job};
use chrono::TimeDelta;
use db::Db;
use futures::{FutureExt, future::BoxFuture};
use kernel::Clock;
use lease::{Ended, Lease};
use progress::PROGRESS_EVERY;
use sea_orm::DbErr;
use serde_json::Value;
use std::{collections::HashMap, panic::AssertUnwindSafe, sync::Arc, time::Duration};
use tokio::{sync::watch, task::JoinSet};

/// Jobs that run at the same time in one copy of the program.
const WORKERS: usize = 2;
/// How long an idle worker waits before it looks again.
const IDLE: Duration = Duration::from_millis(500);
/// How often a running job's lease is prolonged, in beats of [`PROGRESS_EVERY`].
const BEATS_PER_RENEWAL: u32 = 8;

/// Why a job did not get done.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// Trying again would not help. The value says why, in the handler's own shape, for whoever shows the job.
    #[error("the job was refused: {0}")]
    Refused(Value),
    /// Somebody cancelled it, and it was seen in time ([`Progress::commits`]).
    #[error("the job was cancelled")]
    Cancelled,
    /// Tried again later, up to [`crate::ATTEMPTS_MAX`] times.
    #[error(transparent)]
    Failed(#[from] Box<dyn std::error::Error + Send + Sync>),
}

impl JobError {
    /// Something went wrong that may go right the next time.
    pub fn failed(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        JobError::Failed(source.into())
    }
}

impl From<DbErr> for JobError {
    fn from(source: DbErr) -> Self {
        JobError::failed(source)
    }
}

impl From<serde_json::Error> for JobError {
    /// A payload that cannot be read will not get better.
    fn from(source: serde_json::Error) -> Self {
        JobError::Refused(Value::String(source.to_string()))
    }
}

pub type JobResult = Result<Value, JobError>;

type Handler = Arc<dyn Fn(Job, Progress) -> BoxFuture<'static, JobResult> + Send + Sync>;

/// Who runs which kind of job.
#[derive(Clone, Default)]
pub struct Handlers(HashMap<&'static str, Handler>);

impl Handlers {
    pub fn on<F>(
        mut self,
        kind: &'static str,
        run: impl Fn(Job, Progress) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = JobResult> + Send + 'static,
    {
        let handler: Handler = Arc::new(move |job, progress| run(job, progress).boxed());
        self.0.insert(kind, handler);
        self
    }

    fn kinds(&self) -> Vec<&'static str> {
        self.0.keys().copied().collect()
    }
}

/// The workers of one copy of the program.
#[derive(Clone)]
pub struct Runner {
    db: Db,
    clock: Arc<dyn Clock>,
    handlers: Handlers,
    live: Live,
    stop: watch::Sender<bool>,
}

impl Runner {
    /// `live` is told what runs here, for whoever shows jobs in the same copy of the program.
    pub fn new(db: Db, clock: Arc<dyn Clock>, handlers: Handlers, live: Live) -> Runner {
        Runner {
            db,
            clock,
            handlers,
            live,
            stop: watch::Sender::new(false),
        }
    }

    /// Starts workers that run until [`Runner::stop`].
    pub fn start(
        db: Db,
        clock: Arc<dyn Clock>,
        handlers: Handlers,
        live: Live,
    ) -> (Runner, JoinSet<()>) {
        let runner = Runner::new(db, clock, handlers, live);
        let mut workers = JoinSet::new();
        for _ in 0..WORKERS {
            workers.spawn(runner.clone().work());
        }
        (runner, workers)
    }

    /// Asks the workers to end. What they were doing is given back to the queue and taken up again after the next start.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// Runs what is due now, one after the other, until nothing is left. Returns how many were run.
    pub async fn run_due(&self) -> Result<usize, DbErr> {
        let mut run = 0;
        while self.run_one().await? {
            run += 1;
        }
        Ok(run)
    }

    async fn work(self) {
        let mut stop = self.stop.subscribe();
        let mut tidied_on = None;
        while !*stop.borrow() {
            let today = self.clock.today();
            if tidied_on != Some(today) {
                self.tidy_up().await;
                tidied_on = Some(today);
            }
            let busy = match self.run_one().await {
                Ok(busy) => busy,
                Err(problem) => {
                    tracing::error!(%problem, "the queue cannot be read or written");
                    false
                }
            };
            if !busy {
                tokio::select! {
                    () = tokio::time::sleep(IDLE) => {}
                    () = stopped(&mut stop) => {}
                }
            }
        }
    }

    /// Forgets jobs that ended long ago.
    async fn tidy_up(&self) {
        let before = self.clock.now() - TimeDelta::days(KEPT_DAYS);
        let tidied = async {
            let tx = self.db.begin().await?;
            crate::queue::purge(&tx, before).await?;
            tx.commit().await
        };
        if let Err(problem) = tidied.await {
            tracing::error!(%problem, "old jobs cannot be removed");
        }
    }

    /// Whether there was a job to run.
    async fn run_one(&self) -> Result<bool, DbErr> {
        let (kinds, here) = (self.handlers.kinds(), self.live.ids());
        let Some(lease) = Lease::take(&self.db, &*self.clock, &kinds, &here).await? else {
            return Ok(false);
        };
        let progress = Progress::default();
        let _live = self.live.enter(lease.job.id, &progress);
        let ended = self.run(&lease, &progress).await?;
        lease
            .end(&self.db, &*self.clock, ended, progress.now())
            .await?;
        Ok(true)
    }

    /// Runs the handler until it ends, or until it is no longer wanted.
    async fn run(&self, lease: &Lease, progress: &Progress) -> Result<Ended, DbErr> {
        let Some(handler) = self.handlers.0.get(lease.job.kind.as_str()) else {
            return Ok(Ended::GivenBack);
        };
        // A task of its own: on the embedded database it may hold the one writer that our own notes wait for.
        let handler = AssertUnwindSafe(handler(lease.job.clone(), progress.clone())).catch_unwind();
        let mut handler = AbortOnDropHandle(tokio::spawn(handler));
        let mut stop = self.stop.subscribe();
        tokio::select! {
            biased;
            ended = &mut handler.0 => Ok(match ended {
                Ok(Ok(result)) => Ended::from(result),
                Ok(Err(_)) | Err(_) => Ended::Broken("the handler panicked".to_owned()),
            }),
            () = progress.cancelled() => Ok(Ended::Cancelled),
            () = stopped(&mut stop) => Ok(Ended::GivenBack),
            ended = self.keep(lease, progress) => ended,
        }
    }

    /// Writes down progress, prolongs the lease, and looks whether another copy left word to cancel. Returns only when
    /// the job is no longer to be run here.
    async fn keep(&self, lease: &Lease, progress: &Progress) -> Result<Ended, DbErr> {
        let mut beats = tokio::time::interval(PROGRESS_EVERY);
        let mut beat: u32 = 0;
        loop {
            beats.tick().await;
            beat = beat.wrapping_add(1);
            lease.write_progress(&self.db, progress).await?;
            if lease.cancel_wanted(&self.db).await? && progress.cancel() == Cancelling::Stops {
                return Ok(Ended::Cancelled);
            }
            if beat.is_multiple_of(BEATS_PER_RENEWAL)
                && !lease.renew(&self.db, &*self.clock).await?
            {
                return Ok(Ended::Lost);
            }
        }
    }
}

/// A handler that is no longer wanted stops at its next step; what it had not committed is taken back.
struct AbortOnDropHandle<T>(tokio::task::JoinHandle<T>);

impl<T> Drop for AbortOnDropHandle<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn stopped(stop: &mut watch::Receiver<bool>) {
    // An error means that the runner itself is gone, which is as good as being told to stop.
    let _ = stop.wait_for(|stop| *stop).await;
}
