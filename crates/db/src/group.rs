//! Group commit on SQLite: acts take turns on one connection, each in a savepoint, and one commit
//! (one sync of the disk) acknowledges all that have finished meanwhile.
//!
//! The committer waits in the same fair queue as the acts. So the acts that queued before it share its
//! commit, and a lone act is committed at once: no timer, no size to tune.
use crate::quiet::carry_over_when_quiet;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, RuntimeErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use std::sync::{Arc, Weak};
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot, watch};

pub(crate) struct Writer {
    group: Arc<Mutex<Group>>,
    finished: Arc<Notify>,
}

/// The acts that will share the next commit.
pub(crate) struct Group {
    connection: DatabaseConnection,
    open: Option<DatabaseTransaction>,
    waiting: Vec<oneshot::Sender<Result<(), DbErr>>>,
    /// Told of each commit, until the writer is closed.
    written: Option<watch::Sender<()>>,
    /// An act was dropped half way: its savepoint must be rolled back before anything else.
    abandoned: bool,
}

impl Writer {
    /// `reader`: a pool of the same database, for what needs no turn.
    pub(crate) fn start(connection: DatabaseConnection, reader: DatabaseConnection) -> Arc<Writer> {
        let (written, commits) = watch::channel(());
        tokio::spawn(carry_over_when_quiet(reader, commits));
        let group = Group {
            connection,
            open: None,
            waiting: Vec::new(),
            written: Some(written),
            abandoned: false,
        };
        let writer = Arc::new(Writer {
            group: Arc::new(Mutex::new(group)),
            finished: Arc::new(Notify::new()),
        });
        let (group, finished) = (Arc::downgrade(&writer.group), writer.finished.clone());
        tokio::spawn(commit_whenever_acts_have_finished(group, finished));
        writer
    }

    /// Waits for a turn and opens a savepoint for one act.
    pub(crate) async fn turn(&self) -> Result<Turn, DbErr> {
        let mut group = self.group.clone().lock_owned().await;
        group.tidy().await;
        group.begin_act().await?;
        Ok(Turn {
            group: Some(group),
            finished: self.finished.clone(),
        })
    }

    pub(crate) async fn connection(&self) -> DatabaseConnection {
        let mut group = self.group.lock().await;
        group.commit().await;
        group.connection.clone()
    }

    pub(crate) async fn close(&self) -> Result<(), DbErr> {
        let mut group = self.group.lock().await;
        group.commit().await;
        group.written = None;
        group.connection.clone().close().await
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.finished.notify_one();
    }
}

async fn commit_whenever_acts_have_finished(group: Weak<Mutex<Group>>, finished: Arc<Notify>) {
    loop {
        finished.notified().await;
        let Some(group) = group.upgrade() else { return };
        group.lock().await.commit().await;
    }
}

impl Group {
    async fn begin_act(&mut self) -> Result<(), DbErr> {
        if self.open.is_none() {
            let immediate = TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            };
            self.open = Some(self.connection.begin_with_options(immediate).await?);
        }
        self.connection()
            .execute_unprepared("SAVEPOINT act")
            .await
            .map(drop)
    }

    /// The group's open transaction. Only called between `begin_act` and the end of that act.
    pub(crate) fn connection(&self) -> &DatabaseTransaction {
        self.open.as_ref().expect("an act is under way")
    }

    /// Takes back an act that was dropped before it was finished.
    async fn tidy(&mut self) {
        if !std::mem::take(&mut self.abandoned) || self.open.is_none() {
            return;
        }
        if let Err(error) = self
            .connection()
            .execute_unprepared("ROLLBACK TO act; RELEASE act")
            .await
        {
            self.fail(&error);
        }
    }

    async fn commit(&mut self) {
        self.tidy().await;
        let Some(open) = self.open.take() else { return };
        let result = open.commit().await;
        if let Err(error) = &result {
            tracing::error!(%error, "a group of acts could not be committed");
        }
        if let Some(written) = &self.written {
            written.send_replace(());
        }
        for waiting in self.waiting.drain(..) {
            // Nobody may be waiting any more: the act is on disk (or not) all the same.
            let _ = waiting.send(result.as_ref().map(|_| ()).map_err(copy));
        }
    }

    /// The database gave up the whole transaction: none of the group's acts happened.
    fn fail(&mut self, error: &DbErr) {
        tracing::error!(%error, "a group of acts was given up");
        self.open = None;
        for waiting in self.waiting.drain(..) {
            let _ = waiting.send(Err(copy(error)));
        }
    }
}

fn copy(error: &DbErr) -> DbErr {
    DbErr::Exec(RuntimeErr::Internal(error.to_string()))
}

/// One act's turn on the writer.
pub(crate) struct Turn {
    group: Option<OwnedMutexGuard<Group>>,
    finished: Arc<Notify>,
}

impl Turn {
    pub(crate) fn group(&self) -> &Group {
        self.group.as_ref().expect("the turn has not ended")
    }

    /// Ends the act, lets the next one in, and returns when the disk has it.
    pub(crate) async fn commit(mut self) -> Result<(), DbErr> {
        let group = self.group.as_mut().expect("the turn has not ended");
        if let Err(error) = group.connection().execute_unprepared("RELEASE act").await {
            group.fail(&error);
            self.group = None;
            return Err(error);
        }
        let (done, committed) = oneshot::channel();
        group.waiting.push(done);
        self.group = None;
        self.finished.notify_one();
        committed.await.unwrap_or_else(|_| {
            Err(DbErr::Exec(RuntimeErr::Internal(
                "the writer was closed".into(),
            )))
        })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(group) = &mut self.group {
            group.abandoned = true;
            self.finished.notify_one();
        }
    }
}
