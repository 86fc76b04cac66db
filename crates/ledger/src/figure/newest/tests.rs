use super::*;
use crate::{
    Account, Flow, Measure, NewEntry, Subject,
    book::Book,
    figure::{postings::Accounts, records::RecordQuery},
    tree::{By, Edge, Place, Tree, change},
};
use chrono::NaiveDate;
use kernel::{Actor, Bilingual, EntryId, FixedClock, PersonId, UnitId};
use std::sync::Arc;

const fn account(code: &'static str, flow: Flow) -> Account {
    Account {
        code,
        title: Bilingual::new("测试", "Test"),
        flow,
        measure: Measure::Count,
        open: false,
    }
}

const CODES: [&str; 3] = ["test.done", "test.more", "test.members"];
const ACCOUNTS: [Account; 3] = [
    account(CODES[0], Flow::Flow),
    account(CODES[1], Flow::Flow),
    account(CODES[2], Flow::Stock),
];
const UNITS: i64 = 9;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 1, 1).unwrap() + Days::new(number)
}

fn act(number: i64, unit: UnitId, on: NaiveDate) -> NewEntry {
    let id = EntryId(uuid::Uuid::from_u128(number as u128));
    let subject = Subject::new("test.thing", number);
    NewEntry::new(id, "test.done", subject, unit, on)
}

/// A root, two below it, six below these; two of them move in the middle of the year.
async fn fill(book: &Book) {
    let place = |unit: i64| match unit {
        1 => Place::Root,
        _ => Place::Below(UnitId(unit.div_euclid(3).max(1))),
    };
    let edge = |unit, from, place| Edge {
        unit: UnitId(unit),
        from: day(from),
        place,
    };
    let mut edges: Vec<Edge> = (1..=UNITS).map(|unit| edge(unit, 0, place(unit))).collect();
    edges.push(edge(7, 150, Place::Below(UnitId(3))));
    edges.push(edge(8, 90, Place::Closed));
    let tx = book.db().begin().await.unwrap();
    change(&tx, book, &edges).await.unwrap();
    let actor = Actor {
        person: PersonId(1),
        name: "林晓".into(),
        unit: UnitId(1),
        unit_name: String::new(),
        unit_name_en: None,
        grants: Vec::new(),
    };
    for number in 0..400_i64 {
        let on = day((number * 89 % 350) as u64);
        let posted = (0..1 + number % 4).fold(act(number, UnitId(1), on), |act, line| {
            let unit = UnitId(1 + (number * 7 + line) % UNITS);
            let code = CODES[(number % 5 % 3) as usize];
            let on = on + Days::new((line % 2).unsigned_abs());
            act.post_at(code, unit, on, 1 + number % 3)
        });
        crate::append(&tx, book, &actor, &posted).await.unwrap();
        if number % 6 == 5 {
            // Some are corrected, some of these to nothing at all.
            let corrected = act(1_000 + number, UnitId(1), on).because("数错了");
            let corrected = match number % 12 {
                5 => corrected,
                _ => corrected.post_at(CODES[0], UnitId(1 + number % UNITS), on, 7),
            };
            let wrong = EntryId(uuid::Uuid::from_u128(number as u128));
            crate::correct(&tx, book, &actor, wrong, &corrected)
                .await
                .unwrap();
        }
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn both_walks_find_each_record_once_newest_first() {
    db::testing::on_both(crate::migrations, async |db| {
        let clock = Arc::new(FixedClock::noon(day(360)));
        let book = Book::open(db.clone(), clock, ACCOUNTS);
        fill(&book).await;
        let connection = book.db().reader();
        for (codes, flow) in [(&CODES[..2], Flow::Flow), (&CODES[2..], Flow::Stock)] {
            let mut plus = Vec::new();
            for code in codes {
                plus.extend(book.ids_within(connection, code).await.unwrap());
            }
            for (unit, up_to, to) in [
                (1, None, 360),
                (2, None, 200),
                (3, Some(300), 360),
                (7, None, 360),
                (8, None, 360),
            ] {
                let period = Period {
                    from: match flow {
                        Flow::Stock => day::FIRST,
                        _ => day::number(day(20)),
                    },
                    to: day::number(day(to)),
                };
                let hanging = (period.to, flow);
                let unit = UnitId(unit);
                let list = async |units_below| List {
                    connection,
                    accounts: Accounts {
                        plus: plus.clone(),
                        minus: Vec::new(),
                    },
                    unit,
                    below: Below::of(connection, &book, unit, hanging, By::Then)
                        .await
                        .unwrap(),
                    period,
                    up_to,
                    units_below,
                };
                let query = RecordQuery {
                    take: 1_000,
                    ..RecordQuery::default()
                };
                let plain = list(0).await.grouped(query).await.unwrap();
                let mut wanted: Vec<(i64, i64, i64)> = plain.rows.iter().map(counted).collect();
                wanted.sort_unstable();
                let tree = book.tree(connection).await.unwrap();
                for (units_below, runs) in [
                    (0, false),
                    (9_000, false),
                    (9_000, true),
                    (postings::WIDE + 1, false),
                ] {
                    let mut list = list(units_below).await;
                    if runs {
                        list.below.look_for_runs(&tree);
                        assert_eq!(list.below.has_runs(), flow == Flow::Flow);
                    }
                    let all = list.newest(0, 1_000).await.unwrap();
                    let mut found: Vec<(i64, i64, i64)> = all.iter().map(counted).collect();
                    found.sort_unstable();
                    assert_eq!(found, wanted, "{unit} {flow:?} {units_below} {runs}");
                    let mut pages = Vec::new();
                    for page in 0..all.len().div_ceil(7) {
                        pages.extend(list.newest(page as u64 * 7, 7).await.unwrap());
                    }
                    assert_eq!(pages, all, "{unit} {flow:?} {units_below} {runs}");
                    // A record with postings on two days may stand at the second; none is a day further off.
                    let days: Vec<NaiveDate> =
                        all.iter().map(|record| record.entry.happened_on).collect();
                    let in_order = |pair: &[NaiveDate]| pair[1] <= pair[0] + Days::new(1);
                    assert!(
                        days.windows(2).all(in_order),
                        "{unit} {flow:?} {units_below} {runs}"
                    );
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn entries_are_read_off_an_index_in_its_order() {
    let mut tree = Tree::default();
    tree.set(1, UnitId(1), 20200101, Place::Root, None);
    for runs in [false, true] {
        let mut below = Below::by_day(UnitId(1));
        if runs {
            below.look_for_runs(&tree);
        }
        let select = entries_before_select(&below, 1, "AND p.entry_seq <= 9", 50);
        let values = [1, i32::MAX, i32::MAX].map(sea_orm::Value::from);
        let values = values.into_iter().chain([i64::MAX.into()]);
        let plan = sql::plan(&select, values).await;
        let index = "COVERING INDEX ledger_posting_day (account_id=?";
        assert!(plan.contains(index), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}

fn counted(record: &Record) -> (i64, i64, i64) {
    (record.entry.seq, record.quantity, record.units)
}
