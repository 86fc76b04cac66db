//! The embedded database's write-ahead log is carried over into the file while nobody writes.
//!
//! What is still in the log is read page by page through its index and not from the mapped file: a list of many rows took half
//! as long again after a large import, and so until the log was full (64 MB), which may be days. A reader's connection
//! does it: acts that come meanwhile do not wait.
use sea_orm::{ConnectionTrait, DatabaseConnection};
use std::time::Duration;
use tokio::{sync::watch::Receiver, time::timeout};

/// So long without an act is quiet.
const QUIET: Duration = Duration::from_millis(500);

/// Ends with the writer.
pub(crate) async fn carry_over_when_quiet(reader: DatabaseConnection, mut commits: Receiver<()>) {
    while commits.changed().await.is_ok() {
        while let Ok(told) = timeout(QUIET, commits.changed()).await {
            if told.is_err() {
                return;
            }
        }
        // Passive: it takes what it can without waiting for anybody.
        let carried = reader.execute_unprepared("PRAGMA wal_checkpoint(PASSIVE)");
        if let Err(error) = carried.await {
            tracing::warn!(%error, "the write-ahead log was not carried over into the file; that will be tried again");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Db;
    use sea_orm::{ConnectionTrait, Statement};
    use std::{path::Path, time::Duration};

    #[tokio::test]
    async fn what_was_written_stands_in_the_file_itself_when_it_has_become_quiet() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("quiet.db");
        let db = Db::open(&format!("sqlite:{}", path.display()))
            .await
            .unwrap();
        let tx = db.begin().await.unwrap();
        tx.execute_unprepared("CREATE TABLE word (text TEXT)")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        for number in 1..=3 {
            let tx = db.begin().await.unwrap();
            tx.execute_unprepared("INSERT INTO word VALUES ('路灯')")
                .await
                .unwrap();
            tx.commit().await.unwrap();
            in_the_file(&path, number).await;
        }
        db.close().await.unwrap();
    }

    /// Waits until so many rows are in the file without its log.
    async fn in_the_file(path: &Path, rows: i64) {
        for _ in 0..200 {
            let alone = path.with_file_name("alone.db");
            std::fs::copy(path, &alone).unwrap();
            let copy = Db::open(&format!("sqlite:{}", alone.display()))
                .await
                .unwrap();
            let count = Statement::from_string(copy.backend(), "SELECT COUNT(*) FROM word");
            let count = copy.reader().query_one_raw(count).await;
            copy.close().await.unwrap();
            // Before the first time there is no table yet; in the middle of it the copy is torn.
            if let Ok(Some(row)) = count
                && row.try_get_by_index::<i64>(0).unwrap() == rows
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{rows} rows never came into the file");
    }
}
