//! What formulas come to, on both databases, beside a count of the postings again.
use crate::world::*;
use ledger::{
    NewEntry, Subject,
    figure::{
        self, FormulaError, Grain, NoData, RecordQuery, Value, compile, evaluate,
        value_as_counted_then, value_counted_again,
    },
    tree::By,
};

async fn done(world: &World, number: u128, branch: usize, on: (u32, u32), quantity: i64) {
    let act = act(number, BRANCHES[branch], day(on.0, on.1)).post("test.done", quantity);
    world.append(&act).await.unwrap();
}

#[tokio::test]
async fn growth_on_the_period_before_and_the_points_between_two_shares_are_reckoned_exactly() {
    in_world(async |world| {
        world
            .append(&act(1, BRANCHES[0], day(1, 5)).post("test.members", 30))
            .await
            .unwrap();
        done(world, 2, 0, (2, 10), 10).await;
        done(world, 3, 0, (3, 5), 20).await;
        let mut monthly = definition("growth_period(test.done)");
        monthly.period = ledger::PeriodRule::Month;
        let scope = scope(ROOT, day(3, 31));
        let read = async |definition: &figure::Definition| {
            let (reader, book) = (world.db.reader(), &world.book);
            let value = evaluate(reader, book, definition, &scope)
                .await
                .unwrap()
                .unwrap();
            let again =
                value_counted_again(reader, book, definition, &scope, (None, By::Then)).await;
            assert_eq!(value, again.unwrap().unwrap(), "{}", definition.formula);
            value
        };
        assert_eq!(read(&monthly).await, Value::Share { part: 10, of: 10 });
        // 20/30 in March, 10/30 in February.
        monthly.formula = "growth_period(test.done / test.members)".into();
        assert_eq!(read(&monthly).await.quantity(), Some(3_333));
        monthly.formula = "(test.done - test.never) / test.members - test.done / test.done".into();
        assert_eq!(read(&monthly).await.quantity(), Some(-3_333));
        monthly.formula = "coverage(test.done, test.members)".into();
        assert_eq!(read(&monthly).await, Value::Share { part: 20, of: 30 });
        monthly.formula = "coverage(test.members, test.done)".into();
        assert_eq!(read(&monthly).await, Value::NoData(NoData::MoreThanAll));
        let ever = definition("growth_period(test.done)");
        assert_eq!(
            read(&ever).await,
            Value::NoData(NoData::NothingBeforeSinceEver)
        );
    })
    .await;
}

#[tokio::test]
async fn the_highest_day_is_found_and_only_its_records_are_listed() {
    in_world(async |world| {
        done(world, 1, 0, (3, 1), 5).await;
        done(world, 2, 1, (3, 1), 4).await;
        done(world, 3, 2, (3, 2), 7).await;
        world
            .append(&act(4, BRANCHES[0], day(1, 1)).post("test.members", 3))
            .await
            .unwrap();
        world
            .append(&act(5, BRANCHES[0], day(3, 3)).post("test.members", -1))
            .await
            .unwrap();
        let highest = "highest(test.done)";
        assert_eq!(world.number(highest, ROOT, day(3, 31)).await, 9);
        assert_eq!(world.number(highest, RIGHT, day(3, 31)).await, 7);
        let records = world.records(highest, ROOT, day(3, 31), None).await;
        assert_eq!((records.count, records.total), (2, 9));
        assert_eq!(
            world
                .number("highest(test.members)", ROOT, day(3, 31))
                .await,
            3
        );
        let none = world.value("highest(test.never)", ROOT, day(3, 31)).await;
        assert_eq!(none, Value::NoData(NoData::NothingRecorded));
        let nobody = world.value("test.audience", ROOT, day(3, 31)).await;
        assert_eq!(nobody, Value::NoData(NoData::NothingRecorded));
    })
    .await;
}

#[tokio::test]
async fn what_does_not_go_together_is_refused_with_its_place() {
    in_world(async |world| {
        let refused = |formula: &str| compile(&world.book, formula, None).unwrap_err();
        assert_eq!(
            refused("test.done + test.done / test.members"),
            FormulaError::CountWithShare { at: 23 }
        );
        assert_eq!(
            refused("test.done / test.never + test.done / test.members"),
            FormulaError::SharesAdded { at: 24 }
        );
        assert_eq!(
            refused("growth(growth(test.done))"),
            FormulaError::NotOfAShare { at: 1 }
        );
        assert_eq!(
            refused("(test.done / test.never) / test.done"),
            FormulaError::NotOfAShare { at: 12 }
        );
        assert!(matches!(
            refused("quoted(industrial-output)"),
            FormulaError::Unexpected { at: 1, .. }
        ));
    })
    .await;
}

#[tokio::test]
async fn a_trend_is_drawn_by_day_week_quarter_and_year_and_marks_what_is_running() {
    in_world(async |world| {
        done(world, 1, 0, (3, 29), 5).await;
        done(world, 2, 0, (4, 5), 7).await;
        let slots = async |grain, count| {
            let (definition, scope) = (definition("test.done"), scope(ROOT, day(4, 7)));
            figure::series(
                world.db.reader(),
                &world.book,
                &definition,
                &scope,
                grain,
                count,
            )
            .await
            .unwrap()
            .unwrap()
        };
        let numbers = async |grain, count| -> Vec<i64> {
            let slots = slots(grain, count).await;
            slots
                .iter()
                .map(|slot| slot.value.quantity().unwrap())
                .collect()
        };
        assert_eq!(numbers(Grain::Day, 3).await, [7, 0, 0]);
        assert_eq!(numbers(Grain::Week, 2).await, [5, 7]);
        assert_eq!(numbers(Grain::Quarter, 2).await, [5, 7]);
        assert_eq!(numbers(Grain::Year, 2).await, [0, 12]);
        let weeks = slots(Grain::Week, 2).await;
        assert_eq!(
            (weeks[0].is_running, weeks[1].is_running, weeks[1].from),
            (false, true, day(4, 5))
        );
        assert_eq!(slots(Grain::Year, 2).await[1].year_before, Value::Number(0));
    })
    .await;
}

#[tokio::test]
async fn as_counted_then_is_what_there_is_less_what_came_late_whatever_came_since() {
    in_world(async |world| {
        let formulas = [
            "test.done",
            "test.done - test.members",
            "test.members",
            "test.done / test.members",
            "growth_period(test.done)",
            "highest(test.done)",
            "test.audience",
        ];
        let acts = [
            (3, 1),
            (3, 9),
            (2, 3),
            (3, 31),
            (3, 9),
            (4, 2),
            (1, 30),
            (3, 2),
        ];
        let mut marks = Vec::new();
        for (number, (month, on)) in acts.into_iter().enumerate() {
            let branch = BRANCHES[number % 3];
            let act = act(number as u128 + 1, branch, day(month, on))
                .post("test.done", number as i64 + 3)
                .post("test.members", 2)
                .post("test.audience", 40 - number as i64);
            world.append(&act).await.unwrap();
            if number == 5 {
                let correction = NewEntry::new(
                    id(100),
                    "test.corrected",
                    Subject::new("test.thing", 2),
                    BRANCHES[1],
                    day(3, 9),
                )
                .because("数错了")
                .post("test.done", 11);
                world.correct(id(2), &correction).await.unwrap();
            }
            let latest = ledger::entry::latest(world.db.reader(), 1).await.unwrap();
            marks.push(latest[0].seq);
        }
        let scopes = [
            (ROOT, day(3, 31)),
            (LEFT, day(3, 9)),
            (BRANCHES[1], day(6, 1)),
        ];
        for formula in formulas {
            // A stock and a flow are not taken from each other.
            let mut definition = definition(formula);
            definition.period = ledger::PeriodRule::Month;
            if compile(&world.book, formula, None).is_err() {
                continue;
            }
            for (unit, as_of) in scopes {
                let scope = scope(unit, as_of);
                for mark in &marks {
                    let (reader, book) = (world.db.reader(), &world.book);
                    let then =
                        value_as_counted_then(reader, book, &definition, &scope, Some(*mark)).await;
                    let again = value_counted_again(
                        reader,
                        book,
                        &definition,
                        &scope,
                        (Some(*mark), By::Then),
                    )
                    .await;
                    assert_eq!(
                        then.unwrap().unwrap(),
                        again.unwrap().unwrap(),
                        "{formula} at {unit} as of {as_of}, up to {mark}"
                    );
                }
            }
        }
        let late = figure::changed_since(
            world.db.reader(),
            &world.book,
            &definition("test.done"),
            &scope(ROOT, day(3, 31)),
            (0, marks[4]),
            10,
        )
        .await
        .unwrap()
        .unwrap();
        let quantities: Vec<i64> = late.iter().map(|late| late.quantity).collect();
        // Recorded since: acts 7 and 8, and the correction of the second from 4 to 11. Act 6 is of April.
        assert_eq!(quantities, [10, 9, 7]);
    })
    .await;
}

#[tokio::test]
async fn of_very_many_records_a_page_is_read_and_the_total_is_still_exact() {
    in_world(async |world| {
        let tx = world.db.begin().await.unwrap();
        let actor = actor();
        let acts: Vec<NewEntry> = (0..6_000_u128)
            .map(|number| {
                let on = day(1 + (number % 4) as u32, 1 + (number % 28) as u32);
                act(number + 1, BRANCHES[(number % 3) as usize], on).post("test.done", 2)
            })
            .collect();
        let acts = acts.iter().map(|act| (&actor, act));
        ledger::append_many(&tx, &world.book, acts).await.unwrap();
        tx.commit().await.unwrap();
        let correction = NewEntry::new(
            id(10_000),
            "test.corrected",
            Subject::new("test.thing", 5_999),
            BRANCHES[(5_998 % 3) as usize],
            day(1 + 5_998 % 4, 1 + 5_998 % 28),
        )
        .because("数错了")
        .post("test.done", 9);
        world.correct(id(5_999), &correction).await.unwrap();

        let (definition, scope) = (definition("test.done"), scope(ROOT, day(12, 31)));
        let page = async |skip, take, up_to| {
            let query = RecordQuery {
                skip,
                take,
                up_to,
                ..RecordQuery::default()
            };
            figure::records(world.db.reader(), &world.book, &definition, &scope, query)
                .await
                .unwrap()
                .unwrap()
        };
        let first = page(0, 50, None).await;
        assert!(first.has_more && first.total == 12_007, "{}", first.total);
        assert!(
            first
                .rows
                .is_sorted_by(|a, b| b.entry.happened_on <= a.entry.happened_on)
        );
        let (a, b) = (page(0, 5_500, None).await, page(5_500, 1_000, None).await);
        let mut all: Vec<_> = a.rows.iter().chain(&b.rows).collect();
        assert_eq!(all.iter().map(|row| row.quantity).sum::<i64>(), 12_007);
        all.sort_by_key(|row| row.entry.seq);
        all.dedup_by_key(|row| row.entry.seq);
        assert_eq!(all.len(), 6_000);
        let corrected = all.iter().find(|row| row.entry.id == id(5_999));
        assert_eq!(corrected.map(|row| row.quantity), Some(9));
        let then = page(0, 10, Some(first.rows[0].entry.seq)).await;
        assert!(
            then.rows
                .iter()
                .all(|row| row.entry.seq <= first.rows[0].entry.seq)
        );
    })
    .await;
}
