use crate::world::*;
use chrono::NaiveDate;
use kernel::EntryId;
use ledger::{
    AppendError, ClosedPeriod, CorrectError, NewEntry, Subject, closed_through, set_closed_through,
    tree::{Edge, Place, TreeError},
};

async fn close(world: &World, entry: EntryId, through: Option<NaiveDate>) {
    let subject = Subject::new("test.period", "book");
    let entry = NewEntry::new(entry, "test.closed", subject, ROOT, day(6, 1));
    let tx = world.db.begin().await.unwrap();
    set_closed_through(&tx, &world.book, &actor(), &entry, through)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn nothing_is_counted_in_a_closed_period_until_it_is_opened_again() {
    in_world(async |world| {
        let early = act(1, BRANCHES[0], day(3, 31)).post("test.done", 5);
        world.append(&early).await.unwrap();
        close(world, id(2), Some(day(3, 31))).await;
        assert_eq!(
            closed_through(world.db.reader()).await.unwrap(),
            Some(day(3, 31))
        );

        let late = act(3, BRANCHES[1], day(3, 31)).post("test.done", 1);
        let refused = world.append(&late).await;
        let closed = ClosedPeriod {
            day: day(3, 31),
            through: day(3, 31),
        };
        assert!(
            matches!(refused, Err(AppendError::PeriodClosed(period)) if period == closed),
            "{refused:?}"
        );
        // What was acknowledged before may be sent again; the day after is open.
        assert!(!world.append(&early).await.unwrap().is_new());
        let after = act(4, BRANCHES[1], day(4, 1)).post("test.done", 1);
        world.append(&after).await.unwrap();

        let taken_back = act(5, BRANCHES[0], day(4, 2)).because("wrong");
        let refused = world.correct(id(1), &taken_back).await;
        assert!(
            matches!(
                refused,
                Err(CorrectError::Append(AppendError::PeriodClosed(_)))
            ),
            "{refused:?}"
        );
        let moved = Edge {
            unit: BRANCHES[0],
            from: day(3, 15),
            place: Place::Below(RIGHT),
        };
        let refused = world.change(&[moved]).await;
        assert!(
            matches!(refused, Err(TreeError::PeriodClosed(_))),
            "{refused:?}"
        );
        assert_eq!(world.number("test.done", ROOT, day(6, 1)).await, 6);

        close(world, id(6), None).await;
        assert_eq!(closed_through(world.db.reader()).await.unwrap(), None);
        world.append(&late).await.unwrap();
        world.correct(id(1), &taken_back).await.unwrap();
        assert_eq!(world.number("test.done", ROOT, day(6, 1)).await, 2);
        // The same act once more closes nothing.
        close(world, id(2), Some(day(3, 31))).await;
        assert_eq!(closed_through(world.db.reader()).await.unwrap(), None);
    })
    .await;
}
