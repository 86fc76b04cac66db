//! What the queue promises to whoever enqueues.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
mod cancelling;
mod setup;
mod watching;

use chrono::TimeDelta;
use jobs::{ATTEMPTS_MAX, Handlers, JobError, JobState, LEASE_SECONDS, Runner};
use kernel::{Clock, PersonId};
use serde_json::json;
use setup::{Meeting, counting, on_both, waiting};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

#[tokio::test]
async fn an_act_taken_back_leaves_no_job_behind() {
    on_both(async |queue| {
        let tx = queue.db.begin().await.unwrap();
        let id = jobs::enqueue(&tx, queue.job("a")).await.unwrap();
        drop(tx);
        assert_eq!(jobs::find(&queue.db, id).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn the_same_job_enqueued_twice_is_one_job_and_runs_once() {
    on_both(async |queue| {
        let count = Arc::default();
        let first = queue.enqueue(queue.job("a")).await;
        let second = queue.enqueue(queue.job("a")).await;
        assert_eq!(first, second);

        assert_eq!(queue.run(counting(&count)).await, 1);
        let done = queue.find(first).await;
        assert_eq!(
            (done.state, done.result),
            (JobState::Done, Some(json!({"run": 1})))
        );
    })
    .await;
}

#[tokio::test]
async fn a_job_for_later_waits_for_its_time() {
    on_both(async |queue| {
        let count = Arc::default();
        let later = queue.clock.now() + TimeDelta::hours(1);
        queue.enqueue(queue.job("a").at(later)).await;
        let runner = queue.runner(counting(&count));

        assert_eq!(runner.run_due().await.unwrap(), 0);
        queue.clock.forward(3600);
        assert_eq!(runner.run_due().await.unwrap(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_workers_at_once_run_each_job_once() {
    on_both(async |queue| {
        let count = Arc::new(AtomicUsize::new(0));
        for key in 0..20 {
            queue.enqueue(queue.job(&key.to_string())).await;
        }
        let workers = (0..6).map(|_| {
            let runner = queue.runner(counting(&count));
            tokio::spawn(async move { runner.run_due().await.unwrap() })
        });
        let run: usize = futures::future::join_all(workers)
            .await
            .into_iter()
            .map(|run| run.unwrap())
            .sum();
        assert_eq!((run, count.load(Ordering::SeqCst)), (20, 20));
    })
    .await;
}

#[tokio::test]
async fn the_job_of_a_killed_worker_is_taken_again_when_its_lease_has_run_out() {
    on_both(async |queue| {
        let count = Arc::default();
        let id = queue.enqueue(queue.job("a")).await;
        let meeting = Meeting::default();
        let killed = queue.run_beside(waiting(&meeting));
        meeting.arrival().await;
        killed.abort();
        let _ = killed.await;

        let heir = queue.runner(counting(&count));
        assert_eq!(heir.run_due().await.unwrap(), 0, "the lease still holds");
        queue.clock.forward(LEASE_SECONDS + 1);
        assert_eq!(heir.run_due().await.unwrap(), 1);
        let job = queue.find(id).await;
        assert_eq!((job.state, job.attempts), (JobState::Done, 2));
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_lost_its_lease_changes_nothing_any_more() {
    on_both(async |queue| {
        let count = Arc::default();
        let id = queue.enqueue(queue.job("a")).await;
        let meeting = Meeting::default();
        let slow = queue.run_beside(waiting(&meeting));
        meeting.arrival().await;
        queue.clock.forward(LEASE_SECONDS + 1);
        queue.other_copy().run(counting(&count)).await;
        meeting.go_on();
        slow.await.unwrap();

        assert_eq!(queue.find(id).await.result, Some(json!({"run": 1})));
    })
    .await;
}

#[tokio::test]
async fn a_job_that_goes_wrong_is_tried_again_later_and_not_for_ever() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let broken = Handlers::default().on("test.job", |_, _| async {
            Err(JobError::failed("the robot did not answer"))
        });
        let runner = queue.runner(broken);

        for _ in 0..ATTEMPTS_MAX {
            assert_eq!(runner.run_due().await.unwrap(), 1);
            assert_eq!(runner.run_due().await.unwrap(), 0, "not at once");
            queue.clock.forward(24 * 3600);
        }
        assert_eq!(runner.run_due().await.unwrap(), 0);
        let job = queue.find(id).await;
        assert_eq!((job.state, job.attempts), (JobState::Failed, ATTEMPTS_MAX));
        assert_eq!(job.problem.as_deref(), Some("the robot did not answer"));
    })
    .await;
}

#[tokio::test]
async fn a_handler_that_panics_harms_only_its_own_job() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let panics = Handlers::default().on("test.job", |_, _| async { panic!("on purpose") });
        assert_eq!(queue.runner(panics).run_due().await.unwrap(), 1);
        assert_eq!(queue.find(id).await.state, JobState::Waiting);
    })
    .await;
}

#[tokio::test]
async fn a_refused_job_says_why_and_is_not_tried_again() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let refusing = Handlers::default().on("test.job", |_, _| async {
            Err(JobError::Refused(json!({"row": 7})))
        });
        let runner = queue.runner(refusing);
        runner.run_due().await.unwrap();
        queue.clock.forward(24 * 3600);
        assert_eq!(runner.run_due().await.unwrap(), 0);
        let job = queue.find(id).await;
        assert_eq!(
            (job.state, job.result),
            (JobState::Failed, Some(json!({"row": 7})))
        );
    })
    .await;
}

#[tokio::test]
async fn stopping_gives_a_running_job_back_without_counting_the_try() {
    on_both(async |queue| {
        let count = Arc::default();
        let id = queue.enqueue(queue.job("a")).await;
        let meeting = Meeting::default();
        let (stopping, mut workers) = Runner::start(
            queue.db.clone(),
            queue.clock.clone(),
            waiting(&meeting),
            queue.live.clone(),
        );
        meeting.arrival().await;
        stopping.stop();
        while workers.join_next().await.is_some() {}
        let job = queue.find(id).await;
        assert_eq!((job.state, job.attempts), (JobState::Waiting, 0));
        assert_eq!(queue.run(counting(&count)).await, 1);
    })
    .await;
}

#[tokio::test]
async fn people_find_their_own_jobs_and_not_those_that_ended_long_ago() {
    on_both(async |queue| {
        let count = Arc::default();
        let (mine, other) = (PersonId(1), PersonId(2));
        queue.enqueue(queue.job("old").owned_by(mine)).await;
        queue.run(counting(&count)).await;
        queue.clock.forward(24 * 3600);
        let since = queue.clock.now();
        queue.enqueue(queue.job("new").owned_by(mine)).await;
        queue.enqueue(queue.job("theirs").owned_by(other)).await;

        let found = jobs::of_owner(&queue.db, mine, since).await.unwrap();
        assert_eq!(
            found.iter().map(|job| job.key.as_str()).collect::<Vec<_>>(),
            ["new"]
        );

        let tx = queue.db.begin().await.unwrap();
        assert_eq!(jobs::purge(&tx, since).await.unwrap(), 1);
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_payload_comes_back_as_it_was_enqueued() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let payload: std::collections::BTreeMap<String, i64> =
            queue.find(id).await.payload().unwrap();
        assert_eq!(payload["rows"], 3);
    })
    .await;
}
