//! Closed days are sealed; what is changed afterwards is found and named.
mod bytes;
mod named;

use crate::world::*;
use chrono::NaiveDate;
use kernel::{Clock, FixedClock};
use ledger::{
    Book,
    seal::{self, Printed, Seal, Verified, Wanted, seal_closed_days, verify},
};
use sea_orm::{ConnectionTrait, DbBackend};
use std::sync::Arc;

/// The same book on another day.
fn on(world: &World, today: NaiveDate) -> Book {
    Book::open(
        world.db.clone(),
        Arc::new(FixedClock::noon(today)),
        ACCOUNTS,
    )
}

async fn record(world: &World, today: NaiveDate, entry: &ledger::NewEntry) {
    let book = on(world, today);
    let tx = world.db.begin().await.unwrap();
    ledger::append(&tx, &book, &actor(), entry).await.unwrap();
    tx.commit().await.unwrap();
}

async fn seal_on(world: &World, today: NaiveDate) -> Vec<Seal> {
    seal_closed_days(&on(world, today), |_, _| ())
        .await
        .unwrap()
}

async fn verified(world: &World) -> Verified {
    verify(world.db.reader(), Wanted::All, |_, _| ())
        .await
        .unwrap()
}

/// Three days: two entries of three postings each, one with a reason and a key; a correction; a figure.
async fn three_days(world: &World) {
    let tx = world.db.begin().await.unwrap();
    let clock = FixedClock::noon(day(3, 1));
    ledger::figure::save(&tx, &clock, &definition("test.done"))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    for (number, recorded) in [(1, day(3, 1)), (2, day(3, 1)), (3, day(3, 2))] {
        let entry = act(number, BRANCHES[0], day(3, 1))
            .because("说明")
            .with_details(serde_json::json!({"places": [1, 2]}))
            .post("test.done", 5)
            .post_at("test.members", BRANCHES[1], day(2, 1), 2)
            .post_once("test.reached.unit", BRANCHES[0], number);
        record(world, recorded, &entry).await;
    }
    let book = on(world, day(3, 3));
    let tx = world.db.begin().await.unwrap();
    let correction = act(4, BRANCHES[0], day(3, 1))
        .because("数错了")
        .post("test.done", -1);
    ledger::correct(&tx, &book, &actor(), id(2), &correction)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Does in a transaction what nobody is allowed to do; it is taken back when it is dropped.
async fn tamper(world: &World, statement: &str) -> db::Tx {
    let tx = world.db.begin().await.unwrap();
    if world.db.backend() == DbBackend::Postgres {
        tx.execute_unprepared("SET LOCAL session_replication_role = replica")
            .await
            .unwrap();
    } else {
        tx.execute_unprepared("PRAGMA defer_foreign_keys = on")
            .await
            .unwrap();
        for trigger in ["entry", "posting", "unit_edge", "seal", "leaf"] {
            for kind in ["update", "delete"] {
                let drop = format!("DROP TRIGGER ledger_{trigger}_no_{kind}");
                tx.execute_unprepared(&drop).await.unwrap();
            }
        }
    }
    tx.execute_unprepared(statement)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
    tx
}

async fn found(world: &World, statement: &str) -> Vec<seal::Finding> {
    let tx = tamper(world, statement).await;
    verify(&tx, Wanted::All, |_, _| ()).await.unwrap().findings
}

#[tokio::test]
async fn each_closed_day_is_sealed_once_and_today_is_not() {
    in_world(async |world| {
        three_days(world).await;
        let made = seal_on(world, day(3, 3)).await;
        assert_eq!(
            made.iter()
                .map(|seal| (seal.number, seal.day, seal.entries))
                .collect::<Vec<_>>(),
            [(1, day(3, 1), 2), (2, day(3, 2), 1)]
        );
        assert_eq!(made[1].previous, made[0].hash);
        assert!(
            made[0].entries < made[0].leaves,
            "the tree, accounts and figures are sealed with the first"
        );
        assert!(seal_on(world, day(3, 3)).await.is_empty());
        let now = verified(world).await;
        assert_eq!(
            (now.seals, now.entries, now.postings, now.unsealed),
            (2, 3, 9, 1)
        );
        assert_eq!(now.findings, []);
        assert_eq!(seal_on(world, day(3, 9)).await.len(), 1);
        assert_eq!(seal_on(world, day(3, 9)).await.len(), 0);
        assert!(verified(world).await.is_true());
        let reader = world.db.reader();
        for (wanted, seals) in [
            (Wanted::Day(day(3, 2)), 1),
            (Wanted::Day(day(3, 4)), 0),
            (Wanted::One(3), 1),
            (Wanted::UpTo(2), 2),
        ] {
            assert_eq!(
                verify(reader, wanted, |_, _| ()).await.unwrap().seals,
                seals,
                "{wanted:?}"
            );
        }
        assert_eq!(
            seal::of_entry(reader, 3).await.unwrap(),
            Some(made[1].clone())
        );
        assert_eq!(seal::page(reader, 1, 5).await.unwrap().1, 3);
    })
    .await;
}

#[tokio::test]
async fn an_entry_recorded_late_or_by_a_clock_that_went_wrong_is_sealed_all_the_same() {
    in_world(async |world| {
        // The second copy's clock is a day late, the third's years ahead.
        for (number, recorded) in [
            (1, day(3, 2)),
            (2, day(3, 1)),
            (3, day(12, 31)),
            (4, day(3, 2)),
        ] {
            record(
                world,
                recorded,
                &act(number, ROOT, day(3, 1)).post("test.done", 1),
            )
            .await;
        }
        let made = seal_on(world, day(3, 3)).await;
        assert_eq!(
            made.iter()
                .map(|seal| (seal.day, seal.first_seq, seal.last_seq))
                .collect::<Vec<_>>(),
            [(day(3, 1), 1, 2), (day(3, 2), 3, 4)]
        );
        // What bears a day that is sealed goes under the next seal, and is found by its own day too.
        record(world, day(3, 2), &act(5, ROOT, day(3, 1))).await;
        record(world, day(3, 3), &act(6, ROOT, day(3, 1))).await;
        seal_on(world, day(3, 4)).await;
        let now = verified(world).await;
        assert_eq!((now.entries, now.unsealed, now.is_true()), (6, 0, true));
        let of_second = seal::of_day(world.db.reader(), day(3, 2)).await.unwrap();
        assert_eq!(
            of_second.iter().map(|seal| seal.number).collect::<Vec<_>>(),
            [2, 3]
        );
    })
    .await;
}

#[tokio::test]
async fn sealing_that_was_cut_off_begins_anew() {
    in_world(async |world| {
        three_days(world).await;
        seal_on(world, day(3, 2)).await;
        let tx = world.db.begin().await.unwrap();
        let half = "INSERT INTO ledger_leaf (seal, place, kind, number, digest, marks) SELECT 2, place, kind, number + 7, digest, marks FROM ledger_leaf WHERE kind = 0";
        tx.execute_unprepared(half).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(seal_on(world, day(3, 4)).await.len(), 2);
        assert!(verified(world).await.is_true());
    })
    .await;
}

#[tokio::test]
async fn two_who_seal_at_once_make_one_chain() {
    in_world(async |world| {
        three_days(world).await;
        let book = on(world, day(3, 9));
        let (one, other) = tokio::join!(
            seal_closed_days(&book, |_, _| ()),
            seal_closed_days(&book, |_, _| ())
        );
        assert!(one.is_ok() || other.is_ok(), "{one:?} {other:?}");
        seal_on(world, day(3, 9)).await;
        let now = verified(world).await;
        assert_eq!((now.seals, now.unsealed), (3, 0));
        assert_eq!(now.findings, []);
    })
    .await;
}

#[tokio::test]
async fn a_printed_seal_proves_a_book_that_was_written_anew_wrong() {
    in_world(async |world| {
        three_days(world).await;
        let made = seal_on(world, day(3, 9)).await;
        let printed = made[2].printed(&made[0]);
        let read = Printed::read(&printed.to_string()).unwrap();
        assert!(read.is_of(&made[2]));
        // Somebody who may do everything changes an entry and seals all days anew: inside, all agrees.
        let tx = tamper(world, "UPDATE ledger_entry SET reason = 'x' WHERE seq = 4").await;
        tx.execute_unprepared(
            "DELETE FROM ledger_leaf WHERE seal = 3; DELETE FROM ledger_seal WHERE number = 3",
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        seal_on(world, day(3, 9)).await;
        assert!(verified(world).await.is_true());
        let anew = seal::find(world.db.reader(), 3).await.unwrap().unwrap();
        assert!(!read.is_of(&anew), "the paper knows better");
        assert!(read.is_of(&made[2]));
    })
    .await;
}

#[tokio::test]
async fn seals_are_equal_on_both_databases() {
    let hashes = std::sync::Mutex::new(Vec::new());
    in_world(async |world| {
        three_days(world).await;
        let made = seal_on(world, day(3, 9)).await;
        hashes.lock().unwrap().push(made);
    })
    .await;
    let hashes = hashes.into_inner().unwrap();
    assert_eq!(hashes[0], hashes[1]);
    assert_eq!(FixedClock::noon(day(3, 9)).now(), hashes[0][0].sealed_at);
}
