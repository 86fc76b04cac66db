//! Holding a job: what only the worker that took it may do with it.
use super::{JobError, JobResult, Progress, progress::Snapshot};
use crate::{
    ATTEMPTS_MAX, LEASE_SECONDS,
    job::{self, Job, JobId, JobState},
};
use chrono::{DateTime, TimeDelta, Utc};
use db::{Db, Tx};
use kernel::Clock;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
    sea_query::{Expr, LockBehavior, LockType},
};
use serde_json::Value;
use uuid::Uuid;

/// Seconds until the second try; each further try waits four times as long as the one before.
const RETRY_SECONDS: i64 = 10;

pub(super) struct Lease {
    pub job: Job,
    holder: Uuid,
}

/// How a run ended.
pub(super) enum Ended {
    Done(Value),
    Refused(Value),
    /// To be tried again, unless that was the last try.
    Broken(String),
    Cancelled,
    /// The program stops; the run does not count as a try.
    GivenBack,
    /// Somebody else holds the job now.
    Lost,
}

impl From<JobResult> for Ended {
    fn from(result: JobResult) -> Self {
        match result {
            Ok(value) => Ended::Done(value),
            Err(JobError::Refused(why)) => Ended::Refused(why),
            Err(JobError::Cancelled) => Ended::Cancelled,
            Err(JobError::Failed(source)) => Ended::Broken(chain(&*source)),
        }
    }
}

impl Lease {
    /// Takes the job that has been due longest, if there is one that nobody holds. Those that run `here` are held, even if
    /// the writer was busy for so long that their lease could not be prolonged.
    pub(super) async fn take(
        db: &Db,
        clock: &dyn Clock,
        kinds: &[&'static str],
        here: &[JobId],
    ) -> Result<Option<Lease>, DbErr> {
        let now = clock.now();
        // Looking costs nothing; only whoever has seen something asks for the writer.
        if due(now, kinds, here).one(db.reader()).await?.is_none() {
            return Ok(None);
        }
        let tx = db.begin().await?;
        let Some(mut job) = due(now, kinds, here)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .one(&tx)
            .await?
        else {
            return Ok(None);
        };
        let lease = Lease {
            holder: Uuid::new_v4(),
            job: job.clone(),
        };
        job.attempts += 1;
        job::Entity::update_many()
            .col_expr(job::Column::State, Expr::value(JobState::Running))
            .col_expr(job::Column::Attempts, Expr::value(job.attempts))
            .col_expr(job::Column::LeasedBy, Expr::value(lease.holder))
            .col_expr(job::Column::LeasedUntil, Expr::value(lease_end(now)))
            .filter(job::Column::Id.eq(job.id))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        let lease = Lease { job, ..lease };
        if ATTEMPTS_MAX < lease.job.attempts {
            let worn_out = Ended::Broken("its workers were killed again and again".to_owned());
            lease.end(db, clock, worn_out, Snapshot::default()).await?;
            return Ok(None);
        }
        Ok(Some(lease))
    }

    /// Prolongs the lease. False when it is no longer ours.
    pub(super) async fn renew(&self, db: &Db, clock: &dyn Clock) -> Result<bool, DbErr> {
        let tx = db.begin().await?;
        let renewed = self
            .update()
            .col_expr(
                job::Column::LeasedUntil,
                Expr::value(lease_end(clock.now())),
            )
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(0 < renewed.rows_affected)
    }

    pub(super) async fn write_progress(&self, db: &Db, progress: &Progress) -> Result<(), DbErr> {
        let Some(now) = progress.take() else {
            return Ok(());
        };
        let tx = db.begin().await?;
        self.note_progress(&tx, now).await?;
        tx.commit().await
    }

    async fn note_progress(&self, tx: &Tx, now: Snapshot) -> Result<(), DbErr> {
        self.update()
            .col_expr(job::Column::Done, Expr::value(now.done))
            .col_expr(job::Column::Total, Expr::value(now.total))
            .col_expr(job::Column::Stage, Expr::value(now.stage))
            .exec(tx)
            .await
            .map(drop)
    }

    pub(super) async fn cancel_wanted(&self, db: &Db) -> Result<bool, DbErr> {
        let job = job::Entity::find_by_id(self.job.id)
            .one(db.reader())
            .await?;
        Ok(job.is_some_and(|job| job.cancel_wanted))
    }

    /// Writes down how the run ended, and how far it came, and lets go. Changes nothing when the lease is no longer ours.
    pub(super) async fn end(
        &self,
        db: &Db,
        clock: &dyn Clock,
        ended: Ended,
        progress: Snapshot,
    ) -> Result<(), DbErr> {
        let now = clock.now();
        let tx = db.begin().await?;
        self.note_progress(&tx, progress).await?;
        match ended {
            Ended::Lost => return Ok(()),
            Ended::Done(result) => self.close(&tx, now, JobState::Done, Some(result)).await?,
            Ended::Refused(why) => self.close(&tx, now, JobState::Failed, Some(why)).await?,
            Ended::Cancelled => self.close(&tx, now, JobState::Cancelled, None).await?,
            Ended::GivenBack => self.wait(&tx, now, self.job.attempts - 1, None).await?,
            Ended::Broken(problem) => {
                tracing::warn!(job = %self.job.id, kind = self.job.kind, problem, "a job went wrong");
                if self.job.attempts < ATTEMPTS_MAX {
                    let later = now + retry_after(self.job.attempts);
                    self.wait(&tx, later, self.job.attempts, Some(problem))
                        .await?;
                } else {
                    self.note(&tx, problem).await?;
                    self.close(&tx, now, JobState::Failed, None).await?;
                }
            }
        }
        tx.commit().await
    }

    async fn close(
        &self,
        tx: &Tx,
        now: DateTime<Utc>,
        state: JobState,
        result: Option<Value>,
    ) -> Result<(), DbErr> {
        self.update()
            .col_expr(job::Column::State, Expr::value(state))
            .col_expr(job::Column::Result, Expr::value(result))
            .col_expr(job::Column::EndedAt, Expr::value(now))
            .col_expr(job::Column::LeasedBy, Expr::value(None::<Uuid>))
            .col_expr(job::Column::LeasedUntil, Expr::value(None::<DateTime<Utc>>))
            .exec(tx)
            .await
            .map(drop)
    }

    async fn wait(
        &self,
        tx: &Tx,
        run_at: DateTime<Utc>,
        attempts: i32,
        problem: Option<String>,
    ) -> Result<(), DbErr> {
        self.update()
            .col_expr(job::Column::State, Expr::value(JobState::Waiting))
            .col_expr(job::Column::RunAt, Expr::value(run_at))
            .col_expr(job::Column::Attempts, Expr::value(attempts))
            .col_expr(job::Column::Problem, Expr::value(problem))
            .col_expr(job::Column::LeasedBy, Expr::value(None::<Uuid>))
            .col_expr(job::Column::LeasedUntil, Expr::value(None::<DateTime<Utc>>))
            .exec(tx)
            .await
            .map(drop)
    }

    async fn note(&self, tx: &Tx, problem: String) -> Result<(), DbErr> {
        self.update()
            .col_expr(job::Column::Problem, Expr::value(problem))
            .exec(tx)
            .await
            .map(drop)
    }

    /// A change that happens only while the lease is ours.
    fn update(&self) -> UpdateMany<job::Entity> {
        job::Entity::update_many()
            .filter(job::Column::Id.eq(self.job.id))
            .filter(job::Column::LeasedBy.eq(self.holder))
    }
}

/// The job of these kinds that has been due longest: waiting, or left behind by a worker that was killed.
fn due(now: DateTime<Utc>, kinds: &[&'static str], here: &[JobId]) -> sea_orm::Select<job::Entity> {
    let waiting = Condition::all()
        .add(job::Column::State.eq(JobState::Waiting))
        .add(job::Column::RunAt.lte(now));
    let left_behind = Condition::all()
        .add(job::Column::State.eq(JobState::Running))
        .add(job::Column::LeasedUntil.lt(now));
    job::Entity::find()
        .filter(job::Column::Kind.is_in(kinds.iter().copied()))
        .filter(job::Column::Id.is_not_in(here.iter().copied()))
        .filter(Condition::any().add(waiting).add(left_behind))
        .order_by_asc(job::Column::RunAt)
        .order_by_asc(job::Column::Id)
        .limit(1)
}

fn lease_end(now: DateTime<Utc>) -> DateTime<Utc> {
    now + TimeDelta::seconds(LEASE_SECONDS)
}

/// How long to wait after the `attempts`th try.
fn retry_after(attempts: i32) -> TimeDelta {
    let exponent = attempts.clamp(1, ATTEMPTS_MAX) - 1;
    TimeDelta::seconds(RETRY_SECONDS << (2 * exponent))
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(next) = source {
        text.push_str(": ");
        text.push_str(&next.to_string());
        source = next.source();
    }
    text
}
