//! Looking at a job while it runs.
use crate::setup::{Meeting, counting, on_both, writing};
use jobs::{Handlers, JobState, LEASE_SECONDS};
use serde_json::json;
use std::sync::{Arc, Mutex};

fn writing_stage(done: i64) -> (i64, Option<i64>, Option<String>) {
    (done, Some(10), Some("writing".to_owned()))
}

#[tokio::test]
async fn progress_is_written_down_for_other_copies() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let (other, seen) = (queue.other_copy(), Arc::new(Mutex::new(None)));
        let handlers = Handlers::default().on("test.job", {
            let seen = seen.clone();
            move |job, progress| {
                let (other, seen) = (other.clone(), seen.clone());
                async move {
                    progress.stage("reading", Some(3));
                    progress.done(2);
                    // Not a wait for time but for the runner's next note.
                    while other.shown(job.id).await.2.is_none() {
                        tokio::task::yield_now().await;
                    }
                    *seen.lock().unwrap() = Some(other.shown(job.id).await);
                    Ok(json!(null))
                }
            }
        });
        queue.run(handlers).await;
        assert_eq!(
            seen.lock().unwrap().take(),
            Some((2, Some(3), Some("reading".to_owned())))
        );
        assert_eq!(queue.find(id).await.done, 2);
    })
    .await;
}

#[tokio::test]
async fn progress_moves_while_the_job_holds_the_only_writer() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let meeting = Meeting::default();
        let running = queue.run_beside(writing(&queue, &meeting));
        for done in [3, 7, 7] {
            meeting.arrival().await;
            assert_eq!(queue.shown(id).await, writing_stage(done));
            meeting.go_on();
        }
        running.await.unwrap();
        assert_eq!(queue.find(id).await.state, JobState::Done);
        assert_eq!(queue.other_copy().shown(id).await, writing_stage(7));
    })
    .await;
}

#[tokio::test]
async fn a_job_that_runs_here_is_not_taken_again_though_its_lease_could_not_be_prolonged() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let (meeting, count) = (Meeting::default(), Arc::default());
        let running = queue.run_beside(writing(&queue, &meeting));
        meeting.arrival().await;
        queue.clock.forward(LEASE_SECONDS + 1);
        assert_eq!(queue.run(counting(&count)).await, 0);
        meeting.go_on();
        for _ in 0..2 {
            meeting.arrival().await;
            meeting.go_on();
        }
        running.await.unwrap();

        let job = queue.find(id).await;
        assert_eq!((job.state, job.attempts), (JobState::Done, 1));
        assert_eq!(job.result, Some(json!("written")));
    })
    .await;
}
