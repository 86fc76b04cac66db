//! Somebody goes to another unit, and what was entered wrongly is corrected.
use crate::{
    changes::{january, with_zone},
    world::*,
};
use kernel::EntryId;
use orgs::people::{
    CorrectTransferError, Correction, Transfer, TransferError, correct_transfer, transfer,
};
use uuid::Uuid;

#[tokio::test]
async fn somebody_goes_to_another_unit_once_and_somebody_leaves() {
    with_zone(async |world| {
        let wish = |entry: u128, person, leaves, to, from| Transfer {
            entry: EntryId(Uuid::from_u128(entry)),
            person,
            leaves,
            to,
            from,
            reason: "组织关系介绍信".into(),
        };
        let (person, leaves, to) = (
            world.person("R1").await,
            world.unit("Z1").await,
            world.unit("Z3").await,
        );
        let first = wish(1, person, leaves, Some(to), day(2, 1));
        let second = wish(2, person, leaves, Some(world.unit("Z2").await), day(2, 1));
        let actor = clerk();
        let (one, two) = futures::join!(
            transfer(&world.book, &actor, &first),
            transfer(&world.book, &actor, &second)
        );
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        let done = if one.is_ok() { &first } else { &second };
        assert!(!transfer(&world.book, &actor, done).await.unwrap().is_new());
        assert_eq!(world.figure("members", "Z1", january(31)).await, 2);
        assert_eq!(world.figure("members", "Z1", day(2, 1)).await, 1);
        assert_eq!(world.figure("members", "100", day(2, 1)).await, 4);

        let leaver = world.person("R4").await;
        let out = wish(3, leaver, to, None, day(2, 1));
        transfer(&world.book, &actor, &out).await.unwrap();
        assert_eq!(world.figure("members", "100", day(2, 1)).await, 3);
        let again = wish(4, leaver, to, None, day(2, 2));
        let again = transfer(&world.book, &actor, &again).await;
        assert!(matches!(again, Err(TransferError::Ended)), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_transfer_with_a_wrong_day_is_corrected_once_and_one_that_never_was_is_taken_back() {
    with_zone(async |world| {
        let actor = clerk();
        let wish = Transfer {
            entry: EntryId(Uuid::from_u128(1)),
            person: world.person("R2").await,
            leaves: world.unit("Z1").await,
            to: Some(world.unit("Z3").await),
            from: day(2, 10),
            reason: "组织关系介绍信".into(),
        };
        transfer(&world.book, &actor, &wish).await.unwrap();
        let right = |entry: u128, corrects: u128, day| Correction {
            entry: EntryId(Uuid::from_u128(entry)),
            corrects: EntryId(Uuid::from_u128(corrects)),
            day,
            reason: "介绍信日期看错".into(),
        };
        let (one, two) = (right(2, 1, Some(day(2, 1))), right(3, 1, Some(day(2, 3))));
        let (first, second) = futures::join!(
            correct_transfer(&world.book, &actor, &one),
            correct_transfer(&world.book, &actor, &two)
        );
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        let (done, on) = match first {
            Ok(_) => (&one, day(2, 1)),
            Err(_) => (&two, day(2, 3)),
        };
        assert!(
            !correct_transfer(&world.book, &actor, done)
                .await
                .unwrap()
                .is_new()
        );
        for (code, before, after) in [("Z1", 2, 1), ("Z3", 1, 2), ("100", 4, 4)] {
            let eve = on.pred_opt().unwrap();
            assert_eq!(world.figure("members", code, eve).await, before, "{code}");
            assert_eq!(world.figure("members", code, on).await, after, "{code}");
        }
        let future = right(4, done.entry.0.as_u128(), Some(day(3, 2)));
        let future = correct_transfer(&world.book, &actor, &future).await;
        assert!(
            matches!(future, Err(CorrectTransferError::Future)),
            "{future:?}"
        );

        // The correction was wrong, too: there was no transfer.
        let never = right(5, done.entry.0.as_u128(), None);
        correct_transfer(&world.book, &actor, &never).await.unwrap();
        assert!(
            !correct_transfer(&world.book, &actor, &never)
                .await
                .unwrap()
                .is_new()
        );
        assert_eq!(world.figure("members", "Z1", day(3, 1)).await, 2);
        assert_eq!(world.figure("members", "Z3", day(3, 1)).await, 1);
        transfer(
            &world.book,
            &actor,
            &Transfer {
                entry: EntryId(Uuid::from_u128(6)),
                ..wish
            },
        )
        .await
        .unwrap();
        assert_eq!(world.figure("members", "Z3", day(3, 1)).await, 2);
    })
    .await;
}
