use crate::world::*;
use kernel::{Role, Scope as Over, UnitId};
use ledger::figure::{self, Scope, Value};
use reports::figures::{
    Asked, ReportError, figure_report,
    opened::{Look, Part, PartOf, open},
    records::{Page, Wanted, list},
    sight::{Sight, own_units},
};

async fn opened(
    world: &World,
    code: &str,
    unit: UnitId,
    role: (Role, Over),
) -> Option<reports::figures::opened::Opened> {
    let definition = figure::find(world.db.reader(), code, None)
        .await
        .unwrap()
        .unwrap();
    let directory = world.directory().await;
    let scope = scope(unit);
    let actor = person(role.0, role.1);
    open(
        world.db.reader(),
        &world.book,
        &directory,
        &actor,
        definition,
        scope,
        &Look {
            grain: Some(figure::Grain::Month),
            compare: Vec::new(),
        },
    )
    .await
    .unwrap()
    .map(Result::unwrap)
}

fn scope(unit: UnitId) -> Scope {
    Scope {
        unit,
        as_of: day(5, 31),
        from: None,
        campaign: None,
    }
}

async fn rows(
    world: &World,
    code: &str,
    side: usize,
    own: &[UnitId],
    skip: u64,
    take: u64,
) -> Page {
    let definition = figure::find(world.db.reader(), code, None)
        .await
        .unwrap()
        .unwrap();
    let wanted = Wanted {
        side,
        up_to: None,
        by: ledger::tree::By::Then,
        skip,
        take,
    };
    list(
        world.db.reader(),
        &world.book,
        &definition,
        &scope(ZONE),
        own,
        wanted,
    )
    .await
    .unwrap()
    .unwrap()
}

async fn some_records(world: &World) {
    for (number, unit, quantity) in [
        (1, BRANCHES[0], 5),
        (2, BRANCHES[1], 7),
        (3, BRANCHES[2], 11),
        (4, ZONE, 2),
    ] {
        world
            .record(number, "test.done", unit, day(3, 1), quantity)
            .await;
    }
}

#[tokio::test]
async fn parts_stand_in_the_given_order_and_add_up_with_what_is_counted_at_the_unit_itself() {
    in_world(async |world| {
        some_records(world).await;
        let zone = opened(world, "done", ZONE, (Role::Leader, Over::All))
            .await
            .unwrap();
        assert_eq!(zone.value, Value::Number(25));
        let part = |of, number| Part {
            of,
            value: Value::Number(number),
        };
        // The given order has the committee 3 before the committee 2.
        let expected = [
            part(PartOf::Unit(RIGHT), 11),
            part(PartOf::Unit(LEFT), 12),
            part(PartOf::Itself, 2),
        ];
        assert_eq!(zone.parts, expected);
        assert_eq!(zone.trend.last().unwrap().value, Value::Number(0));
        assert_eq!(zone.trend[zone.trend.len() - 3].value, Value::Number(25));
    })
    .await;
}

#[tokio::test]
async fn whoever_reaches_a_part_sees_the_whole_as_a_number_and_only_their_own_rows_and_all_adds_up()
{
    in_world(async |world| {
        some_records(world).await;
        let secretary = (Role::Secretary, Over::Below(LEFT));
        let zone = opened(world, "done", ZONE, secretary).await.unwrap();
        assert_eq!(
            (zone.sight, zone.value),
            (Sight::NumberOnly, Value::Number(25))
        );
        let of: Vec<_> = zone
            .parts
            .iter()
            .map(|part| (part.of, part.value.quantity()))
            .collect();
        assert_eq!(
            of,
            [
                (PartOf::Unit(LEFT), Some(12)),
                (PartOf::Itself, Some(2)),
                (PartOf::Masked, Some(11))
            ]
        );

        let page = rows(world, "done", 0, &zone.own, 0, 1).await;
        assert_eq!(
            (page.rows.len(), page.open.count, page.open.total),
            (1, 2, 12)
        );
        assert_eq!((page.masked.count, page.masked.total), (2, 13));
        assert_eq!(page.total(), 25);

        assert!(opened(world, "done", RIGHT, secretary).await.is_none());
        assert_eq!(
            opened(world, "done", BRANCHES[1], secretary)
                .await
                .unwrap()
                .sight,
            Sight::Full
        );
        assert_eq!(
            opened(world, "done", BRANCHES[1], secretary)
                .await
                .unwrap()
                .above,
            [ZONE, LEFT]
        );
    })
    .await;
}

#[tokio::test]
async fn rows_of_several_own_units_are_paged_as_one_list() {
    in_world(async |world| {
        some_records(world).await;
        let tree = world.book.tree(world.db.reader()).await.unwrap();
        let mut actor = person(Role::Secretary, Over::Unit(BRANCHES[0]));
        actor
            .grants
            .extend(person(Role::Secretary, Over::Below(RIGHT)).grants);
        let own = own_units(&tree, &actor, ZONE, day(5, 31));
        assert_eq!(own, [RIGHT, BRANCHES[0]]);
        let mut seen = Vec::new();
        for skip in 0..3 {
            let page = rows(world, "done", 0, &own, skip, 1).await;
            assert_eq!((page.open.count, page.masked.total), (2, 9));
            seen.extend(page.rows.iter().map(|row| row.quantity));
        }
        assert_eq!(seen, [11, 5]);
    })
    .await;
}

#[tokio::test]
async fn a_ratio_and_a_growth_open_both_of_their_sides() {
    in_world(async |world| {
        some_records(world).await;
        world
            .record(5, "test.people", BRANCHES[0], day(1, 1), 50)
            .await;
        let last_year = chrono::NaiveDate::from_ymd_opt(2020, 3, 1).unwrap();
        world
            .record(6, "test.done", BRANCHES[0], last_year, 20)
            .await;
        let own = [ZONE];
        assert_eq!(
            rows(world, "done-per-person", 0, &own, 0, 9).await.total(),
            45
        );
        assert_eq!(
            rows(world, "done-per-person", 1, &own, 0, 9).await.total(),
            50
        );
        assert_eq!(rows(world, "done-growth", 0, &own, 0, 9).await.total(), 45);
        assert_eq!(rows(world, "done-growth", 1, &own, 0, 9).await.total(), 20);
        let growth = opened(world, "done-growth", ZONE, (Role::Leader, Over::All))
            .await
            .unwrap();
        assert_eq!(growth.value, Value::Share { part: 25, of: 20 });
    })
    .await;
}

#[tokio::test]
async fn a_report_says_the_number_in_both_languages_with_its_records() {
    in_world(async |world| {
        world.record(1, "test.people", BRANCHES[0], day(3, 1), 3_917).await;
        let asked = Asked { as_of: "2021-03-31".into(), ..Asked::default() };
        let report = figure_report(&world.db, &world.book, "people", &asked, true).await.unwrap();
        assert_eq!((report.text_zh.as_str(), report.quantity), ("3900余名", Some(3_917)));
        assert_eq!(report.unit, "U1");
        let records = report.records.unwrap();
        assert_eq!((records.len(), records[0].unit.as_str(), records[0].quantity), (1, "U4", 3_917));

        let nobody = Asked { unit: "U44".into(), ..Asked::default() };
        let refused = figure_report(&world.db, &world.book, "people", &nobody, false).await.unwrap_err();
        assert!(refused.text(kernel::Lang::En).contains("U4"), "{}", refused.text(kernel::Lang::En));
        let refused = figure_report(&world.db, &world.book, "peopel", &asked, false).await.unwrap_err();
        assert!(matches!(refused, ReportError::UnknownFigure { nearest: Some(nearest), .. } if nearest == "people"));
    })
    .await;
}

#[tokio::test]
async fn without_a_denominator_a_report_says_that_there_is_no_data() {
    in_world(async |world| {
        some_records(world).await;
        let report = figure_report(
            &world.db,
            &world.book,
            "done-per-person",
            &Asked::default(),
            false,
        )
        .await
        .unwrap();
        assert_eq!(
            (
                report.quantity,
                report.text_zh.as_str(),
                report.text_en.as_str()
            ),
            (None, "暂无数据", "no data")
        );
    })
    .await;
}
