//! A small zone: root 1; committees 2 and 3 below it; branches 4, 5 (below 2) and 6 (below 3).
use chrono::NaiveDate;
use db::Db;
use kernel::{Actor, Bilingual, EntryId, FixedClock, PersonId, UnitId};
use ledger::{
    Account, Appended, Book, Flow, Measure, NewEntry, Subject, append,
    figure::{self, Definition, RecordQuery, Records, Scope, Value},
    recount::recount,
    tree::{By, Edge, Place},
};
use std::sync::Arc;
use uuid::Uuid;

pub const ROOT: UnitId = UnitId(1);
pub const LEFT: UnitId = UnitId(2);
pub const RIGHT: UnitId = UnitId(3);
pub const BRANCHES: [UnitId; 3] = [UnitId(4), UnitId(5), UnitId(6)];

const fn account(code: &'static str, flow: Flow, open: bool) -> Account {
    Account {
        code,
        title: Bilingual::new("测试", "Test"),
        flow,
        measure: Measure::Count,
        open,
    }
}

pub const ACCOUNTS: [Account; 5] = [
    account("test.done", Flow::Flow, false),
    account("test.members", Flow::Stock, false),
    account("test.audience", Flow::Peak, false),
    account("test.reached", Flow::Flow, true),
    account("test.never", Flow::Flow, false),
];

pub struct World {
    pub db: Db,
    pub book: Book,
}

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).unwrap()
}

pub fn actor() -> Actor {
    Actor {
        person: PersonId(7),
        name: "林晓".into(),
        unit: ROOT,
        unit_name: "试验区".into(),
        unit_name_en: None,
        grants: Vec::new(),
    }
}

pub fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(number))
}

pub fn act(number: u128, unit: UnitId, on: NaiveDate) -> NewEntry {
    NewEntry::new(
        id(number),
        "test.done",
        Subject::new("test.thing", number),
        unit,
        on,
    )
}

/// Runs a test in a small zone on both databases and recounts the book at its end.
pub async fn in_world(test: impl AsyncFn(&World)) {
    db::testing::on_both(ledger::migrations, async |db| {
        let book = Book::open(db.clone(), Arc::new(FixedClock::noon(day(6, 1))), ACCOUNTS);
        let world = World { db, book };
        let founded = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
        let below = [
            (LEFT, ROOT),
            (RIGHT, ROOT),
            (BRANCHES[0], LEFT),
            (BRANCHES[1], LEFT),
            (BRANCHES[2], RIGHT),
        ];
        let root = Edge {
            unit: ROOT,
            from: founded,
            place: Place::Root,
        };
        let edges = below.map(|(unit, parent)| Edge {
            unit,
            from: founded,
            place: Place::Below(parent),
        });
        world
            .change(&[&[root], edges.as_slice()].concat())
            .await
            .unwrap();
        test(&world).await;
        world.assert_recount().await;
    })
    .await;
}

impl World {
    pub async fn change(&self, edges: &[Edge]) -> Result<(), ledger::tree::TreeError> {
        let tx = self.db.begin().await?;
        ledger::tree::change(&tx, &self.book, edges).await?;
        Ok(tx.commit().await?)
    }

    pub async fn append(&self, entry: &NewEntry) -> Result<Appended, ledger::AppendError> {
        let tx = self.db.begin().await?;
        let appended = append(&tx, &self.book, &actor(), entry).await?;
        tx.commit().await?;
        Ok(appended)
    }

    pub async fn correct(
        &self,
        corrected: EntryId,
        correction: &NewEntry,
    ) -> Result<Appended, ledger::CorrectError> {
        let tx = self.db.begin().await?;
        let appended = ledger::correct(&tx, &self.book, &actor(), corrected, correction).await?;
        tx.commit().await?;
        Ok(appended)
    }

    pub async fn value(&self, formula: &str, unit: UnitId, as_of: NaiveDate) -> Value {
        let definition = definition(formula);
        let scope = scope(unit, as_of);
        let value = figure::evaluate(self.db.reader(), &self.book, &definition, &scope)
            .await
            .unwrap()
            .unwrap();
        let slow = figure::value_counted_again(
            self.db.reader(),
            &self.book,
            &definition,
            &scope,
            (None, By::Then),
        )
        .await;
        assert_eq!(
            value,
            slow.unwrap().unwrap(),
            "{formula} at {unit} as of {as_of}: balances and postings disagree"
        );
        value
    }

    pub async fn number(&self, formula: &str, unit: UnitId, as_of: NaiveDate) -> i64 {
        match self.value(formula, unit, as_of).await {
            Value::Number(number) => number,
            other => panic!("{formula} is {other:?}"),
        }
    }

    /// By another tree than that of each day.
    pub async fn by(&self, formula: &str, unit: UnitId, as_of: NaiveDate, by: By) -> Value {
        let (definition, scope) = (definition(formula), scope(unit, as_of));
        let reader = self.db.reader();
        let value = figure::value_by(reader, &self.book, &definition, &scope, None, by).await;
        value.unwrap().unwrap()
    }

    /// With the tree of 1 June laid over the whole period, where that can differ; asked in two ways.
    pub async fn as_now(&self, formula: &str, unit: UnitId, as_of: NaiveDate) -> Option<Value> {
        let (definition, scope) = (definition(formula), scope(unit, as_of));
        let reader = self.db.reader();
        let now = figure::as_it_is_now(reader, &self.book, &definition, &scope, day(6, 1)).await;
        let now = now.unwrap().unwrap();
        let slow = self.by(formula, unit, as_of, By::Now(day(6, 1))).await;
        let then = self.value(formula, unit, as_of).await;
        assert_eq!(
            now.unwrap_or(then),
            slow,
            "{formula} at {unit} as of {as_of}"
        );
        now
    }

    pub async fn records(
        &self,
        formula: &str,
        unit: UnitId,
        as_of: NaiveDate,
        up_to: Option<i64>,
    ) -> Records {
        let query = RecordQuery {
            up_to,
            take: 100,
            ..RecordQuery::default()
        };
        let scope = scope(unit, as_of);
        figure::records(
            self.db.reader(),
            &self.book,
            &definition(formula),
            &scope,
            query,
        )
        .await
        .unwrap()
        .unwrap()
    }

    pub async fn assert_recount(&self) {
        let found = recount(self.db.reader(), &self.book, |_, _| ())
            .await
            .unwrap();
        assert_eq!(found.differences, Vec::<String>::new());
    }
}

pub fn scope(unit: UnitId, as_of: NaiveDate) -> Scope {
    Scope {
        unit,
        as_of,
        from: None,
        campaign: None,
    }
}

pub fn definition(formula: &str) -> Definition {
    Definition {
        code: "test".into(),
        version: 1,
        title_zh: "测试".into(),
        title_en: "Test".into(),
        formula: formula.into(),
        period: ledger::PeriodRule::ToDate,
        format_zh: "1个".into(),
        format_en: "1".into(),
        definition_zh: "测试".into(),
        definition_en: "Test".into(),
        seeded: false,
    }
}
