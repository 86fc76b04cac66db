use crate::world::*;
use chrono::NaiveDate;
use kernel::EntryId;
use ledger::{
    AppendError, ClosedPeriod, CorrectError, Firmness, NewEntry, Periods, Subject, closed_through,
    periods, set_closed_through,
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

#[tokio::test]
async fn a_number_is_closed_being_restated_or_open() {
    in_world(async |world| {
        let read = async || periods(world.db.reader()).await.unwrap();
        let march = (Some(day(3, 1)), day(3, 31));
        assert_eq!(read().await, Periods::default());
        assert_eq!(read().await.of(march.0, march.1), Firmness::Open);

        close(world, id(1), Some(day(3, 31))).await;
        let through = day(3, 31);
        assert_eq!(
            read().await.of(march.0, march.1),
            Firmness::Closed { through }
        );
        assert_eq!(read().await.of(None, day(4, 1)), Firmness::Open);

        close(world, id(2), Some(day(2, 28))).await;
        let reopened = Firmness::Reopened { through };
        assert_eq!(read().await.of(march.0, march.1), reopened);
        // A sum since ever holds those days as well; April and February do not.
        assert_eq!(read().await.of(None, day(5, 1)), reopened);
        assert_eq!(read().await.of(Some(day(4, 1)), day(4, 30)), Firmness::Open);
        let february = Firmness::Closed {
            through: day(2, 28),
        };
        assert_eq!(read().await.of(Some(day(2, 1)), day(2, 28)), february);

        close(world, id(3), Some(day(4, 30))).await;
        let closed = Firmness::Closed {
            through: day(4, 30),
        };
        assert_eq!(read().await.of(march.0, march.1), closed);
    })
    .await;
}
