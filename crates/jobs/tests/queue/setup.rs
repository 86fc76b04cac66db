//! A queue on a fresh database, a clock that tests put forward, and handlers that do what a test needs.
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use db::Db;
use jobs::{Handlers, Job, JobId, Live, NewJob, Progress, Runner};
use kernel::{Clock, FixedClock};
use serde_json::json;
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};
use tokio::{sync::Notify, task::JoinHandle};

pub struct TestClock(Mutex<DateTime<Utc>>);

impl TestClock {
    pub fn forward(&self, seconds: i64) {
        *self.0.lock().unwrap() += TimeDelta::seconds(seconds);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// One copy of the program with its queue.
#[derive(Clone)]
pub struct Queue {
    pub db: Db,
    pub clock: Arc<TestClock>,
    pub live: Live,
}

pub async fn on_both(test: impl AsyncFn(Queue)) {
    db::testing::on_both(jobs::migrations, async |db| {
        let day = NaiveDate::from_ymd_opt(2021, 3, 15).unwrap();
        let clock = Arc::new(TestClock(Mutex::new(FixedClock::noon(day).0)));
        let live = Live::default();
        test(Queue { db, clock, live }).await;
    })
    .await;
}

impl Queue {
    /// Another copy of the program on the same database.
    pub fn other_copy(&self) -> Queue {
        Queue {
            live: Live::default(),
            ..self.clone()
        }
    }

    pub fn job(&self, key: &str) -> NewJob {
        NewJob::new("test.job", key, json!({"rows": 3}), self.clock.now())
    }

    pub async fn enqueue(&self, new: NewJob) -> JobId {
        let tx = self.db.begin().await.unwrap();
        let id = jobs::enqueue(&tx, new).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Leaves word in the database, as a copy does that does not run the job.
    pub async fn cancel(&self, id: JobId) {
        let tx = self.db.begin().await.unwrap();
        jobs::cancel(&tx, id, self.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The job as the database has it.
    pub async fn find(&self, id: JobId) -> Job {
        jobs::find(&self.db, id).await.unwrap().unwrap()
    }

    /// Done, total and stage as this copy shows them.
    pub async fn shown(&self, id: JobId) -> (i64, Option<i64>, Option<String>) {
        let mut job = self.find(id).await;
        self.live.update(&mut job);
        (job.done, job.total, job.stage)
    }

    pub fn runner(&self, handlers: Handlers) -> Runner {
        let (db, clock, live) = (self.db.clone(), self.clock.clone(), self.live.clone());
        Runner::new(db, clock, handlers, live)
    }

    /// Runs what is due now. Returns how many.
    pub async fn run(&self, handlers: Handlers) -> usize {
        self.runner(handlers).run_due().await.unwrap()
    }

    pub fn run_beside(&self, handlers: Handlers) -> JoinHandle<usize> {
        let queue = self.clone();
        tokio::spawn(async move { queue.run(handlers).await })
    }
}

/// Handlers that count how often they ran, and do nothing else.
pub fn counting(count: &Arc<AtomicUsize>) -> Handlers {
    let count = count.clone();
    Handlers::default().on("test.job", move |_, _| {
        let run = count.fetch_add(1, Ordering::SeqCst) + 1;
        async move { Ok(json!({ "run": run })) }
    })
}

/// Steps at which a handler waits for the test, and the test for the handler.
#[derive(Clone, Default)]
pub struct Meeting {
    arrived: Arc<Notify>,
    go_on: Arc<Notify>,
}

impl Meeting {
    /// The handler's side: here I am; may I go on?
    pub async fn wait(&self) {
        self.arrived.notify_one();
        self.go_on.notified().await;
    }

    pub async fn arrival(&self) {
        self.arrived.notified().await;
    }

    pub fn go_on(&self) {
        self.go_on.notify_one();
    }
}

/// A handler that waits once, tells nothing, and then is done.
pub fn waiting(meeting: &Meeting) -> Handlers {
    let meeting = meeting.clone();
    Handlers::default().on("test.job", move |_, _| {
        let meeting = meeting.clone();
        async move {
            meeting.wait().await;
            Ok(json!("waited"))
        }
    })
}

/// A handler that holds the writer, as an import does: it tells its progress, waits, writes a job "trace", and commits.
pub fn writing(queue: &Queue, meeting: &Meeting) -> Handlers {
    let (queue, meeting) = (queue.clone(), meeting.clone());
    Handlers::default().on("test.job", move |_, progress: Progress| {
        let (queue, meeting) = (queue.clone(), meeting.clone());
        async move {
            let tx = queue.db.begin().await?;
            jobs::enqueue(
                &tx,
                NewJob {
                    kind: "test.trace",
                    ..queue.job("trace")
                },
            )
            .await?;
            progress.stage("writing", Some(10));
            for done in [3, 7] {
                progress.done(done);
                meeting.wait().await;
            }
            progress.commits()?;
            meeting.wait().await;
            tx.commit().await?;
            Ok(json!("written"))
        }
    })
}
