//! Work that takes longer than a request, queued in the same database.
//!
//! Always true of this crate:
//! - a job is enqueued inside the transaction of the act that wants it: both are there, or neither;
//! - the same kind and key is one job, however often it is enqueued;
//! - one worker at a time holds a job, by a lease; the lease of a killed worker runs out and the job is taken again;
//! - so a job may run more than once, and its handler must do its acts with ids that make repeating harmless;
//! - a worker that has lost its lease can no longer change the job;
//! - a job that is cancelled has committed nothing of its last step, and one that commits can no longer be cancelled.
mod job;
mod live;
mod migration;
mod queue;
mod runner;

pub use job::{Job, JobId, JobState};
pub use live::{Cancelling, Live};
pub use migration::migrations;
pub use queue::{NewJob, cancel, enqueue, find, of_owner, purge};
pub use runner::{Handlers, JobError, JobResult, Progress, Runner};

/// Most times a job is tried before it counts as failed.
pub const ATTEMPTS_MAX: i32 = 5;
/// How long a worker holds a job without a sign of life, in seconds.
pub const LEASE_SECONDS: i64 = 60;
/// How long an ended job can still be found, in days.
pub const KEPT_DAYS: i64 = 90;
