use crate::world::*;
use futures::future::join_all;
use ledger::CorrectError;

#[tokio::test]
async fn a_correction_posts_the_difference_on_the_same_day_and_keeps_what_was_counted_then() {
    in_world(async |world| {
        let seq = world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 50))
            .await
            .unwrap()
            .seq();
        let right = act(2, BRANCHES[0], day(4, 9))
            .because("typed 50 for 5")
            .post_at("test.done", BRANCHES[0], day(3, 1), 5);
        world.correct(id(1), &right).await.unwrap();

        assert_eq!(world.number("test.done", ROOT, day(3, 1)).await, 5);
        let now = world.records("test.done", ROOT, day(3, 1), None).await;
        assert_eq!(
            (now.total, now.rows.len(), now.rows[0].entry.seq),
            (5, 1, seq)
        );
        let then = world.records("test.done", ROOT, day(3, 1), Some(seq)).await;
        assert_eq!((then.total, then.rows.len()), (50, 1));
    })
    .await;
}

#[tokio::test]
async fn a_record_can_be_taken_back_altogether_or_moved_to_another_unit_and_day() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 5))
            .await
            .unwrap();
        world
            .append(&act(2, BRANCHES[0], day(3, 1)).post("test.done", 7))
            .await
            .unwrap();
        world
            .correct(
                id(1),
                &act(3, BRANCHES[0], day(4, 9)).because("never happened"),
            )
            .await
            .unwrap();
        let moved = act(4, BRANCHES[0], day(4, 9)).because("it was the other branch, a day later");
        world
            .correct(
                id(2),
                &moved.post_at("test.done", BRANCHES[2], day(3, 2), 7),
            )
            .await
            .unwrap();

        assert_eq!(world.number("test.done", LEFT, day(3, 5)).await, 0);
        assert_eq!(world.number("test.done", RIGHT, day(3, 1)).await, 0);
        assert_eq!(world.number("test.done", RIGHT, day(3, 2)).await, 7);
        assert_eq!(
            world
                .records("test.done", LEFT, day(3, 5), None)
                .await
                .count,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_is_corrected_twice_but_a_correction_can_be_corrected() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 50))
            .await
            .unwrap();
        let correction = |number, quantity| {
            act(number, BRANCHES[0], day(3, 1))
                .because("typed wrongly")
                .post("test.done", quantity)
        };
        world.correct(id(1), &correction(2, 5)).await.unwrap();
        let again = world.correct(id(1), &correction(3, 6)).await;
        assert!(
            matches!(again, Err(CorrectError::AlreadyCorrected { by }) if by == id(2)),
            "{again:?}"
        );
        assert!(
            !world
                .correct(id(1), &correction(2, 5))
                .await
                .unwrap()
                .is_new(),
            "the same correction sent twice"
        );

        world.correct(id(2), &correction(3, 6)).await.unwrap();
        assert_eq!(world.number("test.done", ROOT, day(3, 1)).await, 6);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_people_who_correct_the_same_fault_at_once_one_is_told() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 50))
            .await
            .unwrap();
        let both = [2, 3].map(|number| {
            let (db, book) = (world.db.clone(), world.book.clone());
            tokio::spawn(async move {
                let right = act(number, BRANCHES[0], day(3, 1))
                    .because("typed 50 for 5")
                    .post("test.done", 5);
                let tx = db.begin().await?;
                ledger::correct(&tx, &book, &actor(), id(1), &right).await?;
                Ok::<_, CorrectError>(tx.commit().await?)
            })
        });
        let ended = join_all(both).await;
        assert_eq!(
            ended
                .iter()
                .filter(|end| end.as_ref().unwrap().is_ok())
                .count(),
            1
        );
        assert_eq!(world.number("test.done", ROOT, day(3, 1)).await, 5);
    })
    .await;
}

#[tokio::test]
async fn a_correction_without_a_reason_or_of_nothing_is_refused() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 50))
            .await
            .unwrap();
        let silent = world
            .correct(id(1), &act(2, BRANCHES[0], day(3, 1)).because("  "))
            .await;
        assert!(matches!(silent, Err(CorrectError::ReasonMissing)));
        let of_nothing = world
            .correct(id(9), &act(2, BRANCHES[0], day(3, 1)).because("?"))
            .await;
        assert!(matches!(of_nothing, Err(CorrectError::NoSuchEntry)));
    })
    .await;
}

#[tokio::test]
async fn a_peak_falls_back_to_the_next_highest_when_the_highest_was_wrong() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.audience", 900))
            .await
            .unwrap();
        world
            .append(&act(2, BRANCHES[2], day(3, 1)).post("test.audience", 9_000))
            .await
            .unwrap();
        assert_eq!(world.number("test.audience", ROOT, day(3, 31)).await, 9_000);
        let right = act(3, BRANCHES[2], day(3, 1))
            .because("a nought too many")
            .post("test.audience", 800);
        world.correct(id(2), &right).await.unwrap();

        assert_eq!(world.number("test.audience", ROOT, day(3, 31)).await, 900);
        assert_eq!(world.number("test.audience", RIGHT, day(3, 31)).await, 800);
    })
    .await;
}
