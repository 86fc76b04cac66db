//! kill -9 in the middle of a burst: nothing that was acknowledged is lost, and the book adds up.
use crate::world::*;
use db::Db;
use kernel::FixedClock;
use ledger::{
    Book,
    recount::recount,
    tree::{Edge, Place, change},
};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

/// Set in the process that will be killed: where its database is.
const VICTIM: &str = "LUODI_TEST_VICTIM";
const CLIENTS: u128 = 16;

async fn open(path: &Path) -> Book {
    let db = Db::open(&format!("sqlite:{}", path.display()))
        .await
        .unwrap();
    db.migrate(&ledger::migrations()).await.unwrap();
    Book::open(db, Arc::new(FixedClock::noon(day(6, 1))), ACCOUNTS)
}

/// Writes until it is killed, and says on standard output what was acknowledged.
async fn write_until_killed(path: &Path) {
    let book = open(path).await;
    let clients = (0..CLIENTS).map(|client| {
        let book = book.clone();
        tokio::spawn(async move {
            for number in 1.. {
                let act = act((client << 64) | number, ROOT, day(3, 1)).post("test.done", 1);
                book.post(&actor(), act).await.unwrap();
                println!("acknowledged {}", (client << 64) | number);
            }
        })
    });
    futures::future::join_all(clients.collect::<Vec<_>>()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_kill_9_in_a_burst_nothing_acknowledged_is_lost() {
    if let Some(path) = std::env::var_os(VICTIM) {
        return write_until_killed(Path::new(&path)).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.db");
    let book = open(&path).await;
    let tx = book.db().begin().await.unwrap();
    change(
        &tx,
        &book,
        &[Edge {
            unit: ROOT,
            from: day(1, 1),
            place: Place::Root,
        }],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    book.db().clone().close().await.unwrap();

    for _ in 0..3 {
        let mut victim = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "killed::after_kill_9_in_a_burst_nothing_acknowledged_is_lost",
                "--nocapture",
            ])
            .env(VICTIM, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(victim.stdout.take().unwrap()).lines();
        let acknowledged: Vec<u128> = {
            let reader = std::thread::spawn(move || {
                lines
                    .map_while(Result::ok)
                    .filter_map(|line| line.strip_prefix("acknowledged ")?.parse().ok())
                    .collect()
            });
            tokio::time::sleep(Duration::from_millis(1_500)).await;
            victim.kill().unwrap();
            victim.wait().unwrap();
            reader.join().unwrap()
        };
        assert!(
            100 < acknowledged.len(),
            "only {} acts before the kill",
            acknowledged.len()
        );

        let book = open(&path).await;
        for number in acknowledged {
            let kept = ledger::entry::by_id(book.db().reader(), id(number))
                .await
                .unwrap();
            assert!(kept.is_some(), "act {number} was acknowledged and is lost");
        }
        let found = recount(book.db().reader(), &book, |_, _| ()).await.unwrap();
        assert_eq!(found.differences, Vec::<String>::new());
        book.db().clone().close().await.unwrap();
    }
}
