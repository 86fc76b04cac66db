//! What the queue promises to whoever enqueues.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use db::{Db, testing::on_both};
use jobs::{ATTEMPTS_MAX, Handlers, Job, JobError, JobId, JobState, LEASE_SECONDS, NewJob, Runner};
use kernel::{Clock, FixedClock, PersonId};
use serde_json::json;
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};
use tokio::sync::Notify;

/// A clock that tests put forward.
struct TestClock(Mutex<DateTime<Utc>>);

impl TestClock {
    fn new() -> Arc<TestClock> {
        let day = NaiveDate::from_ymd_opt(2021, 3, 15).unwrap();
        Arc::new(TestClock(Mutex::new(FixedClock::noon(day).0)))
    }
    fn forward(&self, seconds: i64) {
        *self.0.lock().unwrap() += TimeDelta::seconds(seconds);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

fn job(clock: &TestClock, key: &str) -> NewJob {
    NewJob::new("test.job", key, json!({"rows": 3}), clock.now())
}

async fn enqueue(db: &Db, new: NewJob) -> JobId {
    let tx = db.begin().await.unwrap();
    let id = jobs::enqueue(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn cancel(db: &Db, id: JobId, clock: &TestClock) {
    let tx = db.begin().await.unwrap();
    jobs::cancel(&tx, id, clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn find(db: &Db, id: JobId) -> Job {
    jobs::find(db, id).await.unwrap().unwrap()
}

fn runner(db: &Db, clock: &Arc<TestClock>, handlers: Handlers) -> Runner {
    Runner::new(db.clone(), clock.clone(), handlers)
}

/// Handlers that count how often they ran, and do nothing else.
fn counting(count: &Arc<AtomicUsize>) -> Handlers {
    let count = count.clone();
    Handlers::default().on("test.job", move |_, _| {
        let run = count.fetch_add(1, Ordering::SeqCst) + 1;
        async move { Ok(json!({ "run": run })) }
    })
}

#[tokio::test]
async fn an_act_taken_back_leaves_no_job_behind() {
    on_both(jobs::migrations, async |db| {
        let clock = TestClock::new();
        let tx = db.begin().await.unwrap();
        let id = jobs::enqueue(&tx, job(&clock, "a")).await.unwrap();
        drop(tx);
        assert_eq!(jobs::find(&db, id).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn the_same_job_enqueued_twice_is_one_job_and_runs_once() {
    on_both(jobs::migrations, async |db| {
        let (clock, count) = (TestClock::new(), Arc::default());
        let first = enqueue(&db, job(&clock, "a")).await;
        let second = enqueue(&db, job(&clock, "a")).await;
        assert_eq!(first, second);

        assert_eq!(
            runner(&db, &clock, counting(&count))
                .run_due()
                .await
                .unwrap(),
            1
        );
        let done = find(&db, first).await;
        assert_eq!(
            (done.state, done.result),
            (JobState::Done, Some(json!({"run": 1})))
        );
    })
    .await;
}

#[tokio::test]
async fn a_job_for_later_waits_for_its_time() {
    on_both(jobs::migrations, async |db| {
        let (clock, count) = (TestClock::new(), Arc::default());
        let later = clock.now() + TimeDelta::hours(1);
        enqueue(&db, job(&clock, "a").at(later)).await;
        let runner = runner(&db, &clock, counting(&count));

        assert_eq!(runner.run_due().await.unwrap(), 0);
        clock.forward(3600);
        assert_eq!(runner.run_due().await.unwrap(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_workers_at_once_run_each_job_once() {
    on_both(jobs::migrations, async |db| {
        let (clock, count) = (TestClock::new(), Arc::new(AtomicUsize::new(0)));
        for key in 0..20 {
            enqueue(&db, job(&clock, &key.to_string())).await;
        }
        let workers = (0..6).map(|_| {
            let runner = runner(&db, &clock, counting(&count));
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
    on_both(jobs::migrations, async |db| {
        let (clock, count) = (TestClock::new(), Arc::default());
        let id = enqueue(&db, job(&clock, "a")).await;
        let begun = Arc::new(Notify::new());
        let hanging = Handlers::default().on("test.job", {
            let begun = begun.clone();
            move |_, _| {
                begun.notify_one();
                std::future::pending()
            }
        });
        let killed = runner(&db, &clock, hanging);
        let killed = tokio::spawn(async move { killed.run_due().await });
        begun.notified().await;
        killed.abort();
        let _ = killed.await;

        let heir = runner(&db, &clock, counting(&count));
        assert_eq!(heir.run_due().await.unwrap(), 0, "the lease still holds");
        clock.forward(LEASE_SECONDS + 1);
        assert_eq!(heir.run_due().await.unwrap(), 1);
        let job = find(&db, id).await;
        assert_eq!((job.state, job.attempts), (JobState::Done, 2));
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_lost_its_lease_changes_nothing_any_more() {
    on_both(jobs::migrations, async |db| {
        let (clock, count) = (TestClock::new(), Arc::default());
        let id = enqueue(&db, job(&clock, "a")).await;
        let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let slow = Handlers::default().on("test.job", {
            let (begun, go_on) = (begun.clone(), go_on.clone());
            move |_, _| {
                let (begun, go_on) = (begun.clone(), go_on.clone());
                async move {
                    begun.notify_one();
                    go_on.notified().await;
                    Ok(json!("too late"))
                }
            }
        });
        let slow = runner(&db, &clock, slow);
        let slow = tokio::spawn(async move { slow.run_due().await });
        begun.notified().await;
        clock.forward(LEASE_SECONDS + 1);
        runner(&db, &clock, counting(&count))
            .run_due()
            .await
            .unwrap();
        go_on.notify_one();
        slow.await.unwrap().unwrap();

        assert_eq!(find(&db, id).await.result, Some(json!({"run": 1})));
    })
    .await;
}

#[tokio::test]
async fn a_job_that_goes_wrong_is_tried_again_later_and_not_for_ever() {
    on_both(jobs::migrations, async |db| {
        let clock = TestClock::new();
        let id = enqueue(&db, job(&clock, "a")).await;
        let broken = Handlers::default().on("test.job", |_, _| async {
            Err(JobError::failed("the robot did not answer"))
        });
        let runner = runner(&db, &clock, broken);

        for _ in 0..ATTEMPTS_MAX {
            assert_eq!(runner.run_due().await.unwrap(), 1);
            assert_eq!(runner.run_due().await.unwrap(), 0, "not at once");
            clock.forward(24 * 3600);
        }
        assert_eq!(runner.run_due().await.unwrap(), 0);
        let job = find(&db, id).await;
        assert_eq!((job.state, job.attempts), (JobState::Failed, ATTEMPTS_MAX));
        assert_eq!(job.problem.as_deref(), Some("the robot did not answer"));
    })
    .await;
}

#[tokio::test]
async fn a_handler_that_panics_harms_only_its_own_job() {
    on_both(jobs::migrations, async |db| {
        let clock = TestClock::new();
        let id = enqueue(&db, job(&clock, "a")).await;
        let panics = Handlers::default().on("test.job", |_, _| async { panic!("on purpose") });
        assert_eq!(runner(&db, &clock, panics).run_due().await.unwrap(), 1);
        assert_eq!(find(&db, id).await.state, JobState::Waiting);
    })
    .await;
}

#[tokio::test]
async fn a_refused_job_says_why_and_is_not_tried_again() {
    on_both(jobs::migrations, async |db| {
        let clock = TestClock::new();
        let id = enqueue(&db, job(&clock, "a")).await;
        let refusing = Handlers::default().on("test.job", |_, _| async {
            Err(JobError::Refused(json!({"row": 7})))
        });
        let runner = runner(&db, &clock, refusing);
        runner.run_due().await.unwrap();
        clock.forward(24 * 3600);
        assert_eq!(runner.run_due().await.unwrap(), 0);
        let job = find(&db, id).await;
        assert_eq!(
            (job.state, job.result),
            (JobState::Failed, Some(json!({"row": 7})))
        );
    })
    .await;
}

#[tokio::test]
async fn progress_can_be_read_while_the_job_runs() {
    on_both(jobs::migrations, async |db| {
        let clock = TestClock::new();
        let id = enqueue(&db, job(&clock, "a")).await;
        let seen = Arc::new(Mutex::new(None));
        let handlers = Handlers::default().on("test.job", {
            let (db, seen) = (db.clone(), seen.clone());
            move |job, progress| {
                let (db, seen) = (db.clone(), seen.clone());
                async move {
                    progress.stage("reading", Some(3));
                    progress.done(2);
                    // Not a wait for time but for the runner's next note.
                    while find(&db, job.id).await.stage.is_none() {
                        tokio::task::yield_now().await;
                    }
                    let now = find(&db, job.id).await;
                    *seen.lock().unwrap() = Some((now.done, now.total, now.stage));
                    Ok(json!(null))
                }
            }
        });
        runner(&db, &clock, handlers).run_due().await.unwrap();
        assert_eq!(
            seen.lock().unwrap().take(),
            Some((2, Some(3), Some("reading".to_owned())))
        );
        assert_eq!(find(&db, id).await.done, 2);
    })
    .await;
}

#[tokio::test]
async fn a_waiting_job_can_be_cancelled_and_never_runs() {
    on_both(jobs::migrations, async |db| {
        let (clock, count) = (TestClock::new(), Arc::default());
        let id = enqueue(&db, job(&clock, "a")).await;
        cancel(&db, id, &clock).await;
        assert_eq!(
            runner(&db, &clock, counting(&count))
                .run_due()
                .await
                .unwrap(),
            0
        );
        assert_eq!(find(&db, id).await.state, JobState::Cancelled);
    })
    .await;
}

#[tokio::test]
async fn a_running_job_can_be_cancelled_and_stops() {
    on_both(jobs::migrations, async |db| {
        let clock = TestClock::new();
        let id = enqueue(&db, job(&clock, "a")).await;
        let begun = Arc::new(Notify::new());
        let hanging = Handlers::default().on("test.job", {
            let begun = begun.clone();
            move |_, _| {
                begun.notify_one();
                std::future::pending()
            }
        });
        let running = runner(&db, &clock, hanging);
        let running = tokio::spawn(async move { running.run_due().await });
        begun.notified().await;
        cancel(&db, id, &clock).await;
        running.await.unwrap().unwrap();
        assert_eq!(find(&db, id).await.state, JobState::Cancelled);
    })
    .await;
}

#[tokio::test]
async fn stopping_gives_a_running_job_back_without_counting_the_try() {
    on_both(jobs::migrations, async |db| {
        let (clock, count) = (TestClock::new(), Arc::default());
        let id = enqueue(&db, job(&clock, "a")).await;
        let begun = Arc::new(Notify::new());
        let hanging = Handlers::default().on("test.job", {
            let begun = begun.clone();
            move |_, _| {
                begun.notify_one();
                std::future::pending()
            }
        });
        let (stopping, mut workers) = Runner::start(db.clone(), clock.clone(), hanging);
        begun.notified().await;
        stopping.stop();
        while workers.join_next().await.is_some() {}
        let job = find(&db, id).await;
        assert_eq!((job.state, job.attempts), (JobState::Waiting, 0));
        assert_eq!(
            runner(&db, &clock, counting(&count))
                .run_due()
                .await
                .unwrap(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn people_find_their_own_jobs_and_not_those_that_ended_long_ago() {
    on_both(jobs::migrations, async |db| {
        let (clock, count) = (TestClock::new(), Arc::default());
        let (mine, other) = (PersonId(1), PersonId(2));
        enqueue(&db, job(&clock, "old").owned_by(mine)).await;
        runner(&db, &clock, counting(&count))
            .run_due()
            .await
            .unwrap();
        clock.forward(24 * 3600);
        let since = clock.now();
        enqueue(&db, job(&clock, "new").owned_by(mine)).await;
        enqueue(&db, job(&clock, "theirs").owned_by(other)).await;

        let found = jobs::of_owner(&db, mine, since).await.unwrap();
        assert_eq!(
            found.iter().map(|job| job.key.as_str()).collect::<Vec<_>>(),
            ["new"]
        );

        let tx = db.begin().await.unwrap();
        assert_eq!(jobs::purge(&tx, since).await.unwrap(), 1);
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_payload_comes_back_as_it_was_enqueued() {
    on_both(jobs::migrations, async |db| {
        let clock = TestClock::new();
        let id = enqueue(&db, job(&clock, "a")).await;
        let payload: std::collections::BTreeMap<String, i64> =
            find(&db, id).await.payload().unwrap();
        assert_eq!(payload["rows"], 3);
    })
    .await;
}
