//! What this copy of the program is running just now, and how far it is.
//!
//! On the embedded database a long job may hold the one writer for most of its time, and then nothing about it can be
//! written down: no progress, no longer lease, no wish to cancel. So the copy that runs a job also keeps these in memory.
//! Other copies read the row of the queue, which follows as soon as the database lets it.
use crate::{
    Progress,
    job::{Job, JobId},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The running jobs of one copy of the program: shared by its workers and by whoever shows jobs.
#[derive(Debug, Clone, Default)]
pub struct Live(Arc<Mutex<HashMap<JobId, Progress>>>);

/// What came of the wish to cancel a job that runs here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelling {
    /// It stops, and takes back what it has not committed.
    Stops,
    /// It is being committed: it will be done.
    TooLate,
}

impl Live {
    /// Brings a job as read from the database up to this moment; one that does not run here stays as it is.
    pub fn update(&self, job: &mut Job) {
        let Some(progress) = self.running().get(&job.id).cloned() else {
            return;
        };
        let now = progress.now();
        job.done = now.done;
        job.total = now.total;
        job.stage = now.stage.map(str::to_owned);
        job.cancel_wanted |= progress.is_cancelled();
    }

    /// Stops a job that runs here, without asking the database. `None` when it does not run here: then
    /// [`crate::cancel`] leaves word for whoever runs it.
    pub fn cancel(&self, id: JobId) -> Option<Cancelling> {
        let progress = self.running().get(&id).cloned()?;
        Some(progress.cancel())
    }

    /// Jobs that run here: nobody else of this copy takes them, even if their lease could not be prolonged.
    pub(crate) fn ids(&self) -> Vec<JobId> {
        self.running().keys().copied().collect()
    }

    pub(crate) fn enter(&self, id: JobId, progress: &Progress) -> Entered {
        self.running().insert(id, progress.clone());
        Entered {
            live: self.clone(),
            id,
        }
    }

    fn running(&self) -> MutexGuard<'_, HashMap<JobId, Progress>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A job is live until this is dropped.
pub(crate) struct Entered {
    live: Live,
    id: JobId,
}

impl Drop for Entered {
    fn drop(&mut self) {
        self.live.running().remove(&self.id);
    }
}
