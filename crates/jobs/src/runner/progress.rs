//! How far a job has come, and whether it is still wanted.
use super::JobError;
use crate::Cancelling;
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::sync::Notify;

/// Progress is written at most this often.
pub(super) const PROGRESS_EVERY: Duration = Duration::from_millis(250);

/// Told by a handler as often as it likes; written down a few times a second.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    cancelled: Notify,
}

#[derive(Debug, Default)]
struct State {
    now: Snapshot,
    changed: bool,
    phase: Phase,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    Open,
    Cancelled,
    /// What was done is being committed.
    Committing,
}

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Snapshot {
    pub done: i64,
    pub total: Option<i64>,
    pub stage: Option<&'static str>,
}

impl Progress {
    /// Begins a stage (a code that the job's kind has words for) of `total` steps, if that is known.
    pub fn stage(&self, stage: &'static str, total: Option<usize>) {
        self.change(|now| {
            *now = Snapshot {
                done: 0,
                total: total.map(count),
                stage: Some(stage),
            }
        });
    }

    /// Says how many steps of the stage are done.
    pub fn done(&self, done: usize) {
        self.change(|now| now.done = count(done));
    }

    /// Says how many steps of the stage are done, of how many, if that is known by now.
    pub fn done_of(&self, done: usize, total: Option<usize>) {
        self.change(|now| {
            now.done = count(done);
            now.total = total.map(count);
        });
    }

    /// To be called just before the commit: from here on nobody can cancel the job, so that "cancelled" always means
    /// that nothing was done.
    ///
    /// # Errors
    /// When it was cancelled a moment ago: pass the error on, and nothing is committed.
    pub fn commits(&self) -> Result<(), JobError> {
        let mut state = self.state();
        if state.phase == Phase::Cancelled {
            return Err(JobError::Cancelled);
        }
        state.phase = Phase::Committing;
        Ok(())
    }

    pub(crate) fn cancel(&self) -> Cancelling {
        let mut state = self.state();
        if state.phase == Phase::Committing {
            return Cancelling::TooLate;
        }
        state.phase = Phase::Cancelled;
        self.0.cancelled.notify_one();
        Cancelling::Stops
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        self.state().phase == Phase::Cancelled
    }

    /// Returns when somebody cancels the job.
    pub(super) async fn cancelled(&self) {
        self.0.cancelled.notified().await;
    }

    pub(crate) fn now(&self) -> Snapshot {
        self.state().now
    }

    /// What changed since this was last asked.
    pub(super) fn take(&self) -> Option<Snapshot> {
        let mut state = self.state();
        std::mem::take(&mut state.changed).then_some(state.now)
    }

    fn change(&self, change: impl FnOnce(&mut Snapshot)) {
        let mut state = self.state();
        change(&mut state.now);
        state.changed = true;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn count(steps: usize) -> i64 {
    i64::try_from(steps).unwrap_or(i64::MAX)
}
