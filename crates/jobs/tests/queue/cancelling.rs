//! Cancelling: up to the moment of the commit, and never after it.
use crate::setup::{Meeting, Queue, counting, on_both, waiting, writing};
use jobs::{Cancelling, Handlers, JobState};
use serde_json::Value;
use std::sync::Arc;

/// Whether what a [`writing`] handler writes is there.
async fn has_written(queue: &Queue) -> bool {
    let trace = Handlers::default().on("test.trace", |_, _| async { Ok(Value::Null) });
    0 < queue.run(trace).await
}

#[tokio::test]
async fn a_waiting_job_can_be_cancelled_and_never_runs() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        assert_eq!(queue.live.cancel(id), None, "it does not run here");
        queue.cancel(id).await;
        assert_eq!(queue.run(counting(&Arc::default())).await, 0);
        assert_eq!(queue.find(id).await.state, JobState::Cancelled);
    })
    .await;
}

#[tokio::test]
async fn a_running_job_can_be_cancelled_from_another_copy() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let meeting = Meeting::default();
        let running = queue.run_beside(waiting(&meeting));
        meeting.arrival().await;
        let other = queue.other_copy();
        assert_eq!(other.live.cancel(id), None);
        other.cancel(id).await;
        running.await.unwrap();
        assert_eq!(queue.find(id).await.state, JobState::Cancelled);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_holds_the_only_writer_can_be_cancelled_and_leaves_nothing_behind() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let meeting = Meeting::default();
        let running = queue.run_beside(writing(&queue, &meeting));
        meeting.arrival().await;
        assert_eq!(queue.live.cancel(id), Some(Cancelling::Stops));
        running.await.unwrap();
        assert_eq!(queue.find(id).await.state, JobState::Cancelled);
        assert!(!has_written(&queue).await);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_is_being_committed_can_no_longer_be_cancelled() {
    on_both(async |queue| {
        let id = queue.enqueue(queue.job("a")).await;
        let meeting = Meeting::default();
        let running = queue.run_beside(writing(&queue, &meeting));
        for _ in 0..2 {
            meeting.arrival().await;
            meeting.go_on();
        }
        meeting.arrival().await;
        assert_eq!(queue.live.cancel(id), Some(Cancelling::TooLate));
        meeting.go_on();
        running.await.unwrap();
        assert_eq!(queue.find(id).await.state, JobState::Done);
        assert!(has_written(&queue).await);
    })
    .await;
}
