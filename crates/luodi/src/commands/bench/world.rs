//! A book of any size: a tree with ten units below each, and accounts to post to.
use chrono::NaiveDate;
use db::Db;
use kernel::{Actor, Bilingual, EntryId, PersonId, SystemClock, UnitId};
use ledger::{
    Account, Book, Flow, Measure, NewEntry, Subject,
    figure::Definition,
    tree::{self, Edge, Place},
};
use std::{path::Path, sync::Arc};
use uuid::Uuid;

pub const DONE: &str = "bench.done";

pub const ACCOUNTS: [Account; 1] = [Account {
    code: DONE,
    title: Bilingual::new("完成", "Done"),
    flow: Flow::Flow,
    measure: Measure::Count,
    open: false,
}];

/// Units below each unit.
const FAN: i64 = 10;

pub fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 1, 1).expect("a day")
}

pub async fn book(folder: &Path, name: &str, units: i64) -> anyhow::Result<Book> {
    let db = Db::open(&format!("sqlite:{}", folder.join(name).display())).await?;
    db.migrate(&ledger::migrations()).await?;
    let book = Book::open(db.clone(), Arc::new(SystemClock), ACCOUNTS);
    let edges: Vec<Edge> = (1..=units)
        .map(|unit| {
            let place = if unit == 1 {
                Place::Root
            } else {
                Place::Below(UnitId((unit - 2) / FAN + 1))
            };
            Edge {
                unit: UnitId(unit),
                from: first_day(),
                place,
            }
        })
        .collect();
    let tx = db.begin().await?;
    tree::change(&tx, &book, &edges).await?;
    tx.commit().await?;
    Ok(book)
}

/// The first unit that has none below it.
pub fn first_leaf(units: i64) -> i64 {
    (units - 2) / FAN + 2
}

pub fn actor() -> Actor {
    Actor {
        person: PersonId(1),
        name: "bench".into(),
        unit: UnitId(1),
        unit_name: String::new(),
        unit_name_en: None,
        grants: Vec::new(),
    }
}

pub fn act(number: u128, unit: UnitId, day: NaiveDate) -> NewEntry {
    NewEntry::new(
        EntryId(Uuid::from_u128(number)),
        "bench.done",
        Subject::new("bench.thing", Uuid::from_u128(number)),
        unit,
        day,
    )
}

pub fn definition() -> Definition {
    Definition {
        code: "bench".into(),
        version: 1,
        title_zh: String::new(),
        title_en: String::new(),
        formula: DONE.into(),
        period: ledger::PeriodRule::ToDate,
        format_zh: String::new(),
        format_en: String::new(),
        definition_zh: String::new(),
        definition_en: String::new(),
        seeded: false,
    }
}

/// A small generator, so that every run posts the same.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}
