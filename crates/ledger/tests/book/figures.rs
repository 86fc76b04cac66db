use crate::world::*;
use ledger::figure::{
    FormulaError, NoData, RecordQuery, Value, compile, evaluate, parts, trend,
    value_as_counted_then,
};

#[tokio::test]
async fn a_parent_is_the_sum_of_its_children_and_every_number_opens_the_records_that_add_up_to_it()
{
    in_world(async |world| {
        for (number, unit, quantity) in [(1, 0, 5), (2, 1, 7), (3, 2, 11)] {
            world
                .append(
                    &act(number, BRANCHES[unit], day(3, unit as u32 + 1))
                        .post("test.done", quantity),
                )
                .await
                .unwrap();
        }
        assert_eq!(world.number("test.done", ROOT, day(3, 31)).await, 23);
        assert_eq!(world.number("test.done", ROOT, day(3, 2)).await, 12);
        assert_eq!(world.number("test.done", LEFT, day(3, 31)).await, 12);
        assert_eq!(world.number("test", BRANCHES[2], day(3, 31)).await, 11);
        let records = world.records("test.done", LEFT, day(3, 31), None).await;
        assert_eq!((records.count, records.total), (2, 12));
        assert_eq!(
            records
                .rows
                .iter()
                .map(|record| record.quantity)
                .collect::<Vec<_>>(),
            [7, 5]
        );

        let (definition, scope) = (definition("test.done"), scope(ROOT, day(3, 31)));
        let parts = parts(
            world.db.reader(),
            &world.book,
            &definition,
            &scope,
            &[LEFT, RIGHT],
        )
        .await
        .unwrap()
        .unwrap();
        assert_eq!(
            parts.units,
            [(LEFT, Value::Number(12)), (RIGHT, Value::Number(11))]
        );
    })
    .await;
}

#[tokio::test]
async fn a_stock_is_what_there_is_on_the_day_and_a_flow_what_happened_in_the_period() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(1, 5)).post("test.members", 30))
            .await
            .unwrap();
        world
            .append(&act(2, BRANCHES[0], day(3, 5)).post("test.members", -1))
            .await
            .unwrap();
        world
            .append(&act(3, BRANCHES[0], day(3, 5)).post("test.done", 2))
            .await
            .unwrap();

        assert_eq!(world.number("test.members", ROOT, day(2, 28)).await, 30);
        assert_eq!(world.number("test.members", ROOT, day(3, 5)).await, 29);
        let mut from_april = scope(ROOT, day(4, 30));
        from_april.from = Some(day(4, 1));
        for (formula, expected) in [("test.members", 29), ("test.done", 0)] {
            let value = evaluate(
                world.db.reader(),
                &world.book,
                &definition(formula),
                &from_april,
            )
            .await
            .unwrap()
            .unwrap();
            assert_eq!(value, Value::Number(expected), "{formula}");
        }
        let points = trend(
            world.db.reader(),
            &world.book,
            &definition("test.members"),
            &scope(ROOT, day(3, 31)),
            3,
        )
        .await;
        let points: Vec<_> = points
            .unwrap()
            .unwrap()
            .into_iter()
            .map(|point| point.value)
            .collect();
        assert_eq!(points, [30, 30, 29].map(Value::Number));
    })
    .await;
}

#[tokio::test]
async fn without_anything_to_measure_by_there_is_no_data_and_never_a_nought() {
    in_world(async |world| {
        let none = world
            .value("test.done / test.members", ROOT, day(3, 31))
            .await;
        assert_eq!(none, Value::NoData(NoData::NothingToMeasureBy));
        assert_eq!(
            world.value("growth(test.done)", ROOT, day(3, 31)).await,
            Value::NoData(NoData::NothingTheYearBefore)
        );

        world
            .append(&act(1, BRANCHES[0], day(1, 5)).post("test.members", 30))
            .await
            .unwrap();
        world
            .append(&act(2, BRANCHES[0], day(3, 5)).post("test.done", 20))
            .await
            .unwrap();
        let share = world
            .value("test.done / test.members", ROOT, day(3, 31))
            .await;
        assert_eq!(
            (share, share.quantity()),
            (Value::Share { part: 20, of: 30 }, Some(6_667))
        );
    })
    .await;
}

#[tokio::test]
async fn a_formula_with_an_unknown_account_names_it_its_place_and_the_nearest() {
    in_world(async |world| {
        let refused = compile(&world.book, "test.done + test.membres", None).unwrap_err();
        let FormulaError::UnknownAccount { at, code, nearest } = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(
            (at, code.as_str(), nearest.as_str()),
            (13, "test.membres", "test.members")
        );
        let mixed = compile(&world.book, "test.done + test.members", None).unwrap_err();
        assert!(matches!(mixed, FormulaError::Mixed { .. }), "{mixed:?}");
    })
    .await;
}

#[tokio::test]
async fn a_published_number_can_be_counted_as_it_was_then() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(3, 1)).post("test.done", 5))
            .await
            .unwrap();
        let tx = world.db.begin().await.unwrap();
        let mark = ledger::entry::mark(&tx).await.unwrap();
        tx.commit().await.unwrap();
        world
            .append(&act(2, BRANCHES[1], day(3, 1)).post("test.done", 7))
            .await
            .unwrap();

        let (definition, scope) = (definition("test.done"), scope(ROOT, day(3, 31)));
        let then = value_as_counted_then(
            world.db.reader(),
            &world.book,
            &definition,
            &scope,
            Some(mark),
        )
        .await
        .unwrap();
        assert_eq!(then.unwrap(), Value::Number(5));
        let query = RecordQuery {
            up_to: Some(mark),
            take: 10,
            ..RecordQuery::default()
        };
        let records =
            ledger::figure::records(world.db.reader(), &world.book, &definition, &scope, query)
                .await
                .unwrap();
        assert_eq!(records.unwrap().total, 5);
    })
    .await;
}

#[tokio::test]
async fn definitions_are_kept_in_versions_and_peoples_changes_survive_the_next_start() {
    in_world(async |world| {
        let seed = ledger::FigureSeed {
            code: "done",
            title: kernel::Bilingual::new("完成", "Done"),
            formula: "test.done",
            period: ledger::PeriodRule::ToDate,
            format: kernel::Bilingual::new("1个", "1"),
            definition: kernel::Bilingual::new("做完的", "What was done"),
        };
        let tx = world.db.begin().await.unwrap();
        ledger::figure::seed(&tx, world.book.clock(), &[seed])
            .await
            .unwrap();
        ledger::figure::seed(&tx, world.book.clock(), &[seed])
            .await
            .unwrap();
        let first = ledger::figure::find(&tx, "done", None)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(first.version, 1);
        let changed = ledger::figure::Definition {
            formula: "test.done - test.never".into(),
            seeded: false,
            ..first
        };
        assert_eq!(
            ledger::figure::save(&tx, world.book.clock(), &changed)
                .await
                .unwrap()
                .version,
            2
        );
        ledger::figure::seed(&tx, world.book.clock(), &[seed])
            .await
            .unwrap();
        tx.commit().await.unwrap();

        assert_eq!(
            ledger::figure::all(world.db.reader()).await.unwrap().len(),
            1
        );
        let kept = ledger::figure::find(world.db.reader(), "done", None)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (kept.version, kept.formula.as_str()),
            (2, "test.done - test.never")
        );
    })
    .await;
}

#[tokio::test]
async fn a_share_of_a_stock_is_measured_by_what_there_was_whatever_period_is_counted() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(1, 5)).post("test.members", 30))
            .await
            .unwrap();
        world
            .append(&act(2, BRANCHES[0], day(3, 5)).post("test.done", 20))
            .await
            .unwrap();
        let mut march = scope(ROOT, day(3, 31));
        march.from = Some(day(3, 1));
        let share = definition("test.done / test.members");
        let value = evaluate(world.db.reader(), &world.book, &share, &march)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(value, Value::Share { part: 20, of: 30 });
        let points = trend(world.db.reader(), &world.book, &share, &march, 1)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(points[0].value, Value::Share { part: 20, of: 30 });
        let query = RecordQuery {
            side: 1,
            take: 10,
            ..RecordQuery::default()
        };
        let records =
            ledger::figure::records(world.db.reader(), &world.book, &share, &march, query)
                .await
                .unwrap();
        assert_eq!(records.unwrap().total, 30);
    })
    .await;
}
