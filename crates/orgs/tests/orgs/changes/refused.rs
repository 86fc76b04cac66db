//! What is refused, and what two at once may do.
use super::*;

#[tokio::test]
async fn a_wrong_day_or_place_is_refused_and_nothing_is_done() {
    with_zone(async |world| {
        let (first, second, committee) = (
            world.unit("Z1").await,
            world.unit("Z2").await,
            world.unit("DW1").await,
        );
        let before = NaiveDate::from_ymd_opt(2019, 12, 31).unwrap();
        let early = world.change(1, "Z1", before, What::Close).await;
        assert!(matches!(early, Err(Refused::BeforeFounded(_))), "{early:?}");
        let future = world
            .change(2, "Z1", day(3, 2), What::Move { below: committee })
            .await;
        assert!(matches!(future, Err(Refused::Future)), "{future:?}");
        let ring = world
            .change(3, "DW1", day(2, 1), What::Move { below: first })
            .await;
        assert!(matches!(ring, Err(Refused::Ring)), "{ring:?}");
        let itself = world
            .change(4, "Z1", day(2, 1), What::Merge { into: first })
            .await;
        assert!(matches!(itself, Err(Refused::Itself)), "{itself:?}");
        let units = world.change(5, "DW1", day(2, 1), What::Close).await;
        assert!(matches!(units, Err(Refused::UnitsBelow(2))), "{units:?}");
        let people = world.change(6, "Z1", day(2, 1), What::Close).await;
        assert!(matches!(people, Err(Refused::PeopleLeft(2))), "{people:?}");
        let taken = What::Found(new_unit("Z2", "又一个"));
        let taken = world.change(7, "DW1", day(2, 1), taken).await;
        assert!(matches!(taken, Err(Refused::CodeTaken)), "{taken:?}");

        world
            .change(8, "Z1", day(2, 10), What::Merge { into: second })
            .await
            .unwrap();
        let other = world.unit("DW2").await;
        let overlapping = world
            .change(9, "Z1", day(2, 5), What::Move { below: other })
            .await;
        assert!(
            matches!(overlapping, Err(Refused::ChangesLater(on)) if on == day(2, 10)),
            "{overlapping:?}"
        );
        let closed = world
            .change(10, "Z1", day(2, 15), What::Move { below: other })
            .await;
        assert!(matches!(closed, Err(Refused::ClosedThen)), "{closed:?}");
        let later = world
            .change(
                11,
                "Z2",
                day(2, 5),
                What::Merge {
                    into: world.unit("Z3").await,
                },
            )
            .await;
        assert!(matches!(later, Err(Refused::PeopleLater(2))), "{later:?}");
    })
    .await;
}

#[tokio::test]
async fn of_two_who_change_the_same_unit_at_once_both_are_heard_in_order() {
    with_zone(async |world| {
        let (left, right) = (world.unit("Z2").await, world.unit("Z3").await);
        let one = world
            .wish(1, "Z1", day(2, 1), What::Merge { into: left })
            .await;
        let two = world
            .wish(2, "Z1", day(2, 1), What::Merge { into: right })
            .await;
        let actor = clerk();
        let (one, two) = futures::join!(
            change_unit(&world.book, &actor, &one),
            change_unit(&world.book, &actor, &two)
        );
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        let refused = one.err().or(two.err()).unwrap();
        assert!(matches!(refused, Refused::ClosedThen), "{refused:?}");
        assert_eq!(world.figure("members", "100", day(2, 1)).await, 4);
    })
    .await;
}

#[tokio::test]
async fn an_old_list_does_not_bring_back_a_unit_that_was_merged() {
    with_zone(async |world| {
        let into = world.unit("Z3").await;
        let merge = What::Merge { into };
        world.change(1, "Z1", day(2, 1), merge).await.unwrap();
        let preview = world.preview(&workbook(&[ZONE])).await;
        assert!(
            told(&preview).contains("“第一党支部” is closed."),
            "{}",
            told(&preview)
        );
    })
    .await;
}

#[tokio::test]
async fn a_list_puts_nobody_into_a_unit_that_is_closed() {
    with_zone(async |world| {
        world
            .import(&workbook(&[&[
                &["编号", "姓名", "所在党支部"],
                &["R4", "沈佳", "Z1"],
            ]]))
            .await
            .unwrap();
        world.change(1, "Z3", day(3, 1), What::Close).await.unwrap();
        let people: &[&[&str]] = &[
            &["编号", "姓名", "所在党支部"],
            &["R9", "新来的", "Z3"],
            &["R1", "林晓", "第三党支部"],
            &["R3", "何一凡", "Z2"],
        ];
        let preview = world.preview(&workbook(&[people])).await;
        insta::allow_duplicates! { insta::assert_snapshot!(told(&preview), @r"
        2: “第三党支部” is closed. Delete this row or name the unit that it went into. To bring it back, open it again by “Change the organisation” on its page first.
        3: “第三党支部” is closed. Delete this row or name the unit that it went into. To bring it back, open it again by “Change the organisation” on its page first.
        "); }
        assert!(world.import(&workbook(&[people])).await.is_err());
    })
    .await;
}
