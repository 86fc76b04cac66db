use crate::world::*;
use kernel::UnitId;
use ledger::{
    figure::Value,
    tree::{self, By, Edge, Heir, Place, TreeError, change_with_heirs},
};

#[tokio::test]
async fn a_unit_that_moves_counts_for_its_new_parent_from_that_day_on() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 5))
            .await
            .unwrap();
        world
            .append(
                &act(2, BRANCHES[0], day(4, 9))
                    .post("test.done", 7)
                    .post("test.audience", 9),
            )
            .await
            .unwrap();
        world
            .change(&[Edge {
                unit: BRANCHES[0],
                from: day(4, 1),
                place: Place::Below(RIGHT),
            }])
            .await
            .unwrap();

        assert_eq!(world.number("test.done", LEFT, day(6, 1)).await, 5);
        assert_eq!(world.number("test.done", RIGHT, day(6, 1)).await, 7);
        assert_eq!(world.number("test.audience", RIGHT, day(6, 1)).await, 9);
        // The highest of nothing is no nought.
        assert_eq!(
            world.value("test.audience", LEFT, day(6, 1)).await,
            ledger::figure::Value::NoData(ledger::figure::NoData::NothingRecorded)
        );
        assert_eq!(world.number("test.done", ROOT, day(6, 1)).await, 12);
        world
            .append(&act(3, BRANCHES[0], day(3, 2)).post("test.done", 1))
            .await
            .unwrap();
        assert_eq!(world.number("test.done", LEFT, day(6, 1)).await, 6);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_a_tree_is_refused_whole() {
    in_world(async |world| {
        let below = |unit, parent| Edge {
            unit,
            from: day(1, 1),
            place: Place::Below(parent),
        };
        let ring = world
            .change(&[below(UnitId(10), ROOT), below(ROOT, BRANCHES[0])])
            .await;
        assert!(matches!(ring, Err(TreeError::Ring { .. })), "{ring:?}");
        let own_parent = world.change(&[below(UnitId(10), UnitId(10))]).await;
        assert!(
            matches!(own_parent, Err(TreeError::Ring { .. })),
            "{own_parent:?}"
        );
        let missing = world.change(&[below(UnitId(10), UnitId(11))]).await;
        assert!(
            matches!(missing, Err(TreeError::MissingParent { .. })),
            "{missing:?}"
        );
        let deep: Vec<Edge> = (10..40)
            .map(|n| below(UnitId(n), if n == 10 { ROOT } else { UnitId(n - 1) }))
            .collect();
        let deep = world.change(&deep).await;
        assert!(matches!(deep, Err(TreeError::TooDeep { .. })), "{deep:?}");

        let tree = world.book.tree(world.db.reader()).await.unwrap();
        assert_eq!(tree.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn a_past_days_tree_can_be_looked_at() {
    in_world(async |world| {
        world
            .change(&[Edge {
                unit: BRANCHES[2],
                from: day(4, 1),
                place: Place::Closed,
            }])
            .await
            .unwrap();
        let tree = world.book.tree(world.db.reader()).await.unwrap();

        assert_eq!(
            tree.chain(BRANCHES[2], day(3, 31)),
            [BRANCHES[2], RIGHT, ROOT]
        );
        assert_eq!(tree.chain(BRANCHES[2], day(4, 1)), [BRANCHES[2]]);
        assert_eq!(tree.children(RIGHT, day(3, 31)), [BRANCHES[2]]);
        assert_eq!(tree.children(RIGHT, day(4, 1)), []);
        assert_eq!(tree.subtree(ROOT, day(4, 1)).len(), 5);
        assert_eq!(tree.roots(day(4, 1)), [ROOT]);
    })
    .await;
}

#[tokio::test]
async fn a_stock_goes_along_with_its_unit() {
    in_world(async |world| {
        let joined = act(1, BRANCHES[0], day(1, 5)).post("test.members", 30);
        world.append(&joined).await.unwrap();
        let moved = Edge {
            unit: BRANCHES[0],
            from: day(4, 1),
            place: Place::Below(RIGHT),
        };
        world.change(&[moved]).await.unwrap();
        // Entered late, for a day before the move.
        let late = act(2, BRANCHES[0], day(2, 5)).post("test.members", 2);
        world.append(&late).await.unwrap();

        assert_eq!(world.number("test.members", LEFT, day(3, 31)).await, 32);
        assert_eq!(world.number("test.members", RIGHT, day(3, 31)).await, 0);
        assert_eq!(world.number("test.members", LEFT, day(4, 1)).await, 0);
        assert_eq!(world.number("test.members", RIGHT, day(4, 1)).await, 32);
        assert_eq!(world.number("test.members", ROOT, day(4, 1)).await, 32);
        let records = world.records("test.members", RIGHT, day(5, 1), None).await;
        assert_eq!((records.count, records.total), (2, 32));

        let closed = Edge {
            place: Place::Closed,
            from: day(5, 1),
            ..moved
        };
        world.change(&[closed]).await.unwrap();
        assert_eq!(world.number("test.members", RIGHT, day(4, 30)).await, 32);
        assert_eq!(world.number("test.members", RIGHT, day(5, 1)).await, 0);
    })
    .await;
}

#[tokio::test]
async fn as_it_was_then_and_as_it_is_now_stand_side_by_side() {
    in_world(async |world| {
        for (number, branch) in BRANCHES.iter().enumerate() {
            let done = act(number as u128 + 1, *branch, day(3, 1));
            let done = done.post("test.done", 10_i64.pow(number as u32));
            world.append(&done).await.unwrap();
        }
        assert_eq!(world.as_now("test.done", LEFT, day(6, 1)).await, None);
        let version = world.book.tree(world.db.reader()).await.unwrap().version();

        // The first goes into the third, from which day on it is closed; the second moves, for days gone by.
        let into = Edge {
            unit: BRANCHES[0],
            from: day(4, 1),
            place: Place::Closed,
        };
        let heir = Heir {
            unit: BRANCHES[0],
            into: BRANCHES[2],
        };
        let tx = world.db.begin().await.unwrap();
        change_with_heirs(&tx, &world.book, &[into], &[heir])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let moved = Edge {
            unit: BRANCHES[1],
            from: day(2, 1),
            place: Place::Below(RIGHT),
        };
        world.change(&[moved]).await.unwrap();

        assert_eq!(world.number("test.done", LEFT, day(6, 1)).await, 1);
        assert_eq!(world.number("test.done", RIGHT, day(6, 1)).await, 110);
        let now = Some(Value::Number(0));
        assert_eq!(world.as_now("test.done", LEFT, day(6, 1)).await, now);
        let now = Some(Value::Number(111));
        assert_eq!(world.as_now("test.done", RIGHT, day(6, 1)).await, now);
        let now = Some(Value::Number(101));
        assert_eq!(world.as_now("test.done", BRANCHES[2], day(6, 1)).await, now);
        // At the top all stands where it stood, whatever the days after the closing could hold.
        let top = world.as_now("test.done", ROOT, day(6, 1)).await;
        assert!(top.is_none_or(|now| now == Value::Number(111)));

        // By the tree as it was known before, everything is as it was counted.
        for (unit, was) in [(LEFT, 11), (RIGHT, 100), (ROOT, 111)] {
            let then = world
                .by("test.done", unit, day(6, 1), By::Version(version))
                .await;
            assert_eq!(then, Value::Number(was));
        }
    })
    .await;
}

#[tokio::test]
async fn a_unit_goes_into_one_that_stands() {
    in_world(async |world| {
        let closed = |unit, from| Edge {
            unit,
            from,
            place: Place::Closed,
        };
        world
            .change(&[closed(BRANCHES[2], day(2, 1))])
            .await
            .unwrap();
        for into in [BRANCHES[2], BRANCHES[0], UnitId(99)] {
            let heir = Heir {
                unit: BRANCHES[0],
                into,
            };
            let tx = world.db.begin().await.unwrap();
            let edges = [closed(BRANCHES[0], day(4, 1))];
            let refused = change_with_heirs(&tx, &world.book, &edges, &[heir]).await;
            assert!(
                matches!(refused, Err(TreeError::NoHeir { .. })),
                "{refused:?}"
            );
        }
        let tree = world.book.tree(world.db.reader()).await.unwrap();
        assert_eq!(tree.place(BRANCHES[0], day(4, 1)), Some(Place::Below(LEFT)));
    })
    .await;
}

#[tokio::test]
async fn a_tree_of_before_counts_like_that_of_each_day_until_a_unit_is_put_elsewhere_for_days_that_count()
 {
    in_world(async |world| {
        let reader = world.db.reader();
        let before = By::Version(world.book.tree(reader).await.unwrap().version());
        let settled = async |last, up_to| tree::settled(reader, before, last, up_to).await.unwrap();
        let below = |unit, from, above| Edge {
            unit,
            from,
            place: Place::Below(above),
        };
        assert_eq!(settled(day(6, 1), None).await, By::Then);
        // A unit is founded: it had no records then.
        world
            .change(&[below(UnitId(7), day(2, 1), RIGHT)])
            .await
            .unwrap();
        assert_eq!(settled(day(6, 1), Some(9)).await, By::Then);
        assert_eq!(settled(day(6, 1), None).await, before);
        // A unit moves, but later than what is counted.
        world
            .change(&[below(BRANCHES[0], day(5, 1), RIGHT)])
            .await
            .unwrap();
        assert_eq!(settled(day(4, 30), Some(9)).await, By::Then);
        assert_eq!(settled(day(5, 1), Some(9)).await, before);
    })
    .await;
}
