//! What came later than a mark is found by the last entry that each balance names.
use crate::world::*;
use kernel::UnitId;
use ledger::{
    figure::{self, Value},
    recount::recount,
    tree::{By, Edge, Place},
};
use sea_orm::ConnectionTrait;

#[tokio::test]
async fn units_that_change_places_take_their_later_postings_along() {
    in_world(async |world| {
        let first = act(1, BRANCHES[0], day(3, 1)).post("test.done", 5);
        let mark = world.append(&first).await.unwrap().seq();
        let second = act(2, BRANCHES[2], day(3, 1)).post("test.done", 5);
        world.append(&second).await.unwrap();
        // Left and right have 5 as before, but of other units.
        let moved = |unit, parent| Edge {
            unit,
            from: day(1, 1),
            place: Place::Below(parent),
        };
        world
            .change(&[moved(BRANCHES[0], RIGHT), moved(BRANCHES[2], LEFT)])
            .await
            .unwrap();
        for (unit, counted) in [(LEFT, 0), (RIGHT, 5), (ROOT, 5)] {
            let then = then(world, unit, mark).await;
            assert_eq!(then.quantity().unwrap_or(0), counted, "{unit}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_came_and_went_at_once_is_told_of_both_times() {
    in_world(async |world| {
        let first = act(1, BRANCHES[0], day(3, 1)).post("test.done", 5);
        let mark = world.append(&first).await.unwrap().seq();
        let (more, less) = (
            act(2, BRANCHES[1], day(3, 1)).post("test.done", 2),
            act(3, BRANCHES[0], day(3, 1)).post("test.done", -2),
        );
        let (tx, actor) = (world.db.begin().await.unwrap(), actor());
        let both = [(&actor, &more), (&actor, &less)];
        ledger::append_many(&tx, &world.book, both).await.unwrap();
        tx.commit().await.unwrap();
        let (definition, scope) = (definition("test.done"), scope(LEFT, day(3, 31)));
        let (reader, book) = (world.db.reader(), &world.book);
        let changed = figure::changed_since(reader, book, &definition, &scope, (0, mark), 10).await;
        let changed = changed.unwrap().unwrap();
        let quantities: Vec<i64> = changed.iter().map(|late| late.quantity).collect();
        assert_eq!(quantities, [-2, 2]);
    })
    .await;
}

#[tokio::test]
async fn a_recount_finds_a_balance_that_names_too_early_an_entry() {
    in_world(async |world| {
        for number in [1, 2] {
            let act = act(number, BRANCHES[0], day(3, 1)).post("test.done", 5);
            world.append(&act).await.unwrap();
        }
        let set = async |last_seq: i64| {
            let tx = world.db.begin().await.unwrap();
            let update =
                format!("UPDATE ledger_balance SET last_seq = {last_seq} WHERE unit_id = {LEFT}");
            tx.execute_unprepared(&update).await.unwrap();
            tx.commit().await.unwrap();
            let found = recount(world.db.reader(), &world.book, |_, _| ()).await;
            found.unwrap().differences
        };
        let told = set(1).await;
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("said to be 1, but 2"), "{told:?}");
        // Later than needed is only slower.
        assert!(set(9).await.is_empty());
    })
    .await;
}

/// As counted then, from balances and from postings.
async fn then(world: &World, unit: UnitId, mark: i64) -> Value {
    let (definition, scope) = (definition("test.done"), scope(unit, day(3, 31)));
    let (reader, book) = (world.db.reader(), &world.book);
    let then = figure::value_by(reader, book, &definition, &scope, Some(mark), By::Then).await;
    let which = (Some(mark), By::Then);
    let again = figure::value_counted_again(reader, book, &definition, &scope, which).await;
    let (then, again) = (then.unwrap().unwrap(), again.unwrap().unwrap());
    assert_eq!(
        then.quantity().unwrap_or(0),
        again.quantity().unwrap_or(0),
        "{unit}: {then:?} from balances, {again:?} from postings"
    );
    then
}
