use crate::world::*;
use kernel::UnitId;
use ledger::tree::{Edge, Place, TreeError};

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
