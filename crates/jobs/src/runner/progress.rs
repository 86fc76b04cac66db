//! How far a job has come.
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// Progress is written at most this often.
pub(super) const PROGRESS_EVERY: Duration = Duration::from_millis(250);

/// Told by a handler as often as it likes; written down a few times a second.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    now: Snapshot,
    changed: bool,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Snapshot {
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

    /// What changed since this was last asked.
    pub(super) fn take(&self) -> Option<Snapshot> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut state.changed).then_some(state.now)
    }

    fn change(&self, change: impl FnOnce(&mut Snapshot)) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut state.now);
        state.changed = true;
    }
}

fn count(steps: usize) -> i64 {
    i64::try_from(steps).unwrap_or(i64::MAX)
}
