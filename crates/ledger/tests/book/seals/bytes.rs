//! Single bytes changed in the database's file.
use super::*;
use db::{Cell, Db, Snapshot};
use std::path::Path;

/// What was sealed, or why it cannot be read any more.
async fn contents(db: &Db) -> Result<Vec<(String, Vec<Vec<Cell>>)>, String> {
    let say = |error: sea_orm::DbErr| error.to_string();
    let snapshot = Snapshot::begin(db).await.map_err(say)?;
    let mut all = Vec::new();
    for table in snapshot.tables().await.map_err(say)? {
        if [
            "ledger_entry",
            "ledger_posting",
            "ledger_seal",
            "ledger_leaf",
            "ledger_unit_edge",
        ]
        .contains(&&*table.name)
        {
            let mut rows = Vec::new();
            let read = snapshot.rows::<sea_orm::DbErr>(&table, 100, async |some| {
                rows.extend(some);
                Ok(())
            });
            read.await.map_err(say)?;
            all.push((table.name, rows));
        }
    }
    Ok(all)
}

async fn open(path: &Path) -> Result<Db, String> {
    Db::open(&format!("sqlite:{}", path.display()))
        .await
        .map_err(|error| error.to_string())
}

/// Wherever a byte is changed at random: as soon as anything that was sealed reads otherwise, verifying says so.
#[tokio::test]
async fn no_byte_of_the_file_can_be_changed_unnoticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.db");
    let db = open(&path).await.unwrap();
    db.migrate(&ledger::migrations()).await.unwrap();
    let book = Book::open(db.clone(), Arc::new(FixedClock::noon(day(6, 1))), ACCOUNTS);
    let world = World { db, book };
    let root = ledger::tree::Edge {
        unit: ROOT,
        from: day(1, 1),
        place: ledger::tree::Place::Root,
    };
    let below = BRANCHES.map(|unit| ledger::tree::Edge {
        unit,
        from: day(1, 1),
        place: ledger::tree::Place::Below(ROOT),
    });
    world
        .change(&[&[root], below.as_slice()].concat())
        .await
        .unwrap();
    three_days(&world).await;
    // Enough that most bytes of the file belong to the book.
    for number in 10..130 {
        let entry = act(number, BRANCHES[1], day(3, 3))
            .because("一条足够长的说明，好让文件里多是记录")
            .post("test.done", 3);
        record(&world, day(3, 4), &entry).await;
    }
    seal_on(&world, day(3, 9)).await;
    let before = contents(&world.db).await.unwrap();
    world.db.close().await.unwrap();
    drop(world.book);

    let whole = std::fs::read(&path).unwrap();
    let mut chance = 7_u64;
    let (mut changed, mut unreadable) = (0, 0);
    for round in 0..600 {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mut at = (chance >> 20) as usize % whole.len();
        while whole[at] == 0 {
            at = (at + 1) % whole.len();
        }
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (round % 8);
        let copy = folder.path().join(format!("copy{round}.db"));
        std::fs::write(&copy, bytes).unwrap();
        let Ok(db) = open(&copy).await else {
            unreadable += 1;
            continue;
        };
        match contents(&db).await {
            Err(_) => unreadable += 1,
            Ok(now) if now == before => {}
            Ok(now) => {
                changed += 1;
                let differs: Vec<_> = before
                    .iter()
                    .zip(&now)
                    .filter(|(one, other)| one != other)
                    .map(|(one, other)| {
                        (
                            one.1.iter().zip(&other.1).find(|(a, b)| a != b),
                            one.1.len(),
                            other.1.len(),
                            &one.0,
                        )
                    })
                    .collect();
                let verified = verify(db.reader(), Wanted::All, |_, _| ()).await;
                assert!(
                    verified.is_err() || !verified.unwrap().is_true(),
                    "byte {at}, bit {}: {differs:?}",
                    round % 8
                );
            }
        }
        let _ = db.close().await;
    }
    assert!(
        50 < changed,
        "{changed} changes, {unreadable} unreadable: the test found too little to look at"
    );
}
