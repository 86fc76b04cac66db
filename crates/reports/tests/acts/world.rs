//! A small zone: the zone 1; committees 2 and 3 below it; branches 4 and 5 (below 2) and 6 (below 3).
use chrono::NaiveDate;
use db::Db;
use kernel::{Actor, Bilingual, EntryId, FixedClock, Grant, PersonId, Role, Scope as Over, UnitId};
use ledger::{
    Account, Book, FigureSeed, Flow, Measure, NewEntry, PeriodRule, Subject,
    campaign::Campaign,
    tree::{Edge, Place},
};
use orgs::{Directory, unit};
use reports::briefs::{
    brief,
    drafting::{self, Text},
    issuing::{IssueError, Wish, issue},
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use std::sync::Arc;
use uuid::Uuid;

pub const ZONE: UnitId = UnitId(1);
pub const LEFT: UnitId = UnitId(2);
pub const RIGHT: UnitId = UnitId(3);
pub const BRANCHES: [UnitId; 3] = [UnitId(4), UnitId(5), UnitId(6)];
/// The only campaign: it begins on 25 February.
pub const CAMPAIGN: &str = "study";

const fn account(code: &'static str, flow: Flow, open: bool) -> Account {
    Account {
        code,
        title: Bilingual::new("测试", "Test"),
        flow,
        measure: Measure::Count,
        open,
    }
}

pub static ACCOUNTS: [Account; 4] = [
    account("test.done", Flow::Flow, false),
    account("test.people", Flow::Stock, false),
    account("test.audience", Flow::Peak, false),
    account("test.reached", Flow::Flow, true),
];

const fn seed(code: &'static str, formula: &'static str, format: &'static str) -> FigureSeed {
    FigureSeed {
        code,
        title: Bilingual::new("测试指标", "Test figure"),
        formula,
        period: PeriodRule::ToDate,
        format: Bilingual::new(format, "9"),
        definition: Bilingual::new("测试口径。", "What is tested."),
    }
}

pub static SEEDS: [FigureSeed; 6] = [
    seed("done", "test.done", "211件"),
    seed("people", "test.people", "3900余名"),
    seed("audience", "test.audience", "1100人"),
    seed("done-per-person", "test.done / test.people", "85.5%"),
    seed("done-growth", "growth(test.done)", "18.5%"),
    seed("reached", "test.reached.$campaign", "9个"),
];

pub struct World {
    pub db: Db,
    pub book: Book,
}

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).unwrap()
}

pub fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(number))
}

pub fn person(role: Role, scope: Over) -> Actor {
    Actor {
        person: PersonId(7),
        name: "林晓".into(),
        unit: ZONE,
        unit_name: "试验区".into(),
        unit_name_en: None,
        grants: vec![Grant { role, scope }],
    }
}

pub fn clerk() -> Actor {
    person(Role::Clerk, Over::All)
}

fn migrations() -> db::Migrations {
    let all = [
        ledger::migrations(),
        orgs::migrations(),
        files::migrations(),
        reports::migrations(),
    ];
    all.into_iter().flatten().collect()
}

/// Runs a test in a small zone on both databases and recounts the book at its end.
pub async fn in_world(test: impl AsyncFn(&World)) {
    db::testing::on_both(migrations, async |db| {
        let accounts = ACCOUNTS
            .iter()
            .copied()
            .chain(reports::accounts::ACCOUNTS.iter().copied());
        let book = Book::open(db.clone(), Arc::new(FixedClock::noon(day(6, 1))), accounts);
        let world = World { db, book };
        world.found().await;
        test(&world).await;
        world.assert_recount().await;
    })
    .await;
}

impl World {
    pub async fn found(&self) {
        let founded = NaiveDate::from_ymd_opt(2019, 1, 1).unwrap();
        let places = [
            (ZONE, Place::Root),
            (LEFT, Place::Below(ZONE)),
            (RIGHT, Place::Below(ZONE)),
            (BRANCHES[0], Place::Below(LEFT)),
            (BRANCHES[1], Place::Below(LEFT)),
            (BRANCHES[2], Place::Below(RIGHT)),
        ];
        let edges = places.map(|(unit, place)| Edge {
            unit,
            from: founded,
            place,
        });
        let tx = self.db.begin().await.unwrap();
        ledger::tree::change(&tx, &self.book, &edges).await.unwrap();
        for (unit, _) in places {
            let row = unit::ActiveModel {
                id: Set(unit),
                code: Set(format!("U{unit}")),
                name: Set(format!("第{unit}单位")),
                name_en: Set(Some(format!("Unit {unit}"))),
                kind: Set("party_branch".into()),
                position: Set(i32::try_from(100 - unit.0).unwrap()),
            };
            unit::Entity::insert(row)
                .exec_without_returning(&tx)
                .await
                .unwrap();
        }
        let seeds = SEEDS.iter().chain(reports::accounts::FIGURES);
        ledger::figure::seed(&tx, self.book.clock(), seeds)
            .await
            .unwrap();
        let campaign = Campaign {
            code: CAMPAIGN.into(),
            title_zh: "学习教育".into(),
            title_en: "Study".into(),
            from: day(2, 25),
            to: day(12, 31),
        };
        ledger::campaign::declare(&tx, &campaign).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// From a day on, a unit hangs below another.
    pub async fn moves(&self, unit: UnitId, below: UnitId, from: NaiveDate) {
        let place = Place::Below(below);
        let tx = self.db.begin().await.unwrap();
        let edge = Edge { unit, from, place };
        ledger::tree::change(&tx, &self.book, &[edge])
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// A record that counts `quantity` at `unit`.
    pub async fn record(
        &self,
        number: u128,
        account: &str,
        unit: UnitId,
        on: NaiveDate,
        quantity: i64,
    ) {
        let subject = Subject::new("test.thing", number);
        let entry =
            NewEntry::new(id(number), "test.recorded", subject, unit, on).post(account, quantity);
        let tx = self.db.begin().await.unwrap();
        ledger::append(&tx, &self.book, &clerk(), &entry)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// The record counts `quantity` instead.
    pub async fn correct(
        &self,
        number: u128,
        of: u128,
        account: &str,
        unit: UnitId,
        on: NaiveDate,
        quantity: i64,
    ) {
        let subject = Subject::new("test.thing", of);
        let entry = NewEntry::new(id(number), "test.corrected", subject, unit, on)
            .because("数错了")
            .post(account, quantity);
        let tx = self.db.begin().await.unwrap();
        ledger::correct(&tx, &self.book, &clerk(), id(of), &entry)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// The book is closed through this day; `None`: all of it is open.
    pub async fn close(&self, number: u128, through: Option<NaiveDate>) {
        let subject = Subject::new("test.period", "book");
        let entry = NewEntry::new(id(number), "test.recorded", subject, ZONE, day(6, 1));
        let tx = self.db.begin().await.unwrap();
        ledger::set_closed_through(&tx, &self.book, &clerk(), &entry, through)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn directory(&self) -> Directory {
        Directory::load(self.db.reader()).await.unwrap()
    }

    pub async fn draft(&self, number: u128, body: &str) -> brief::Model {
        drafting::begin(&self.book, &clerk(), id(number), ZONE, &text(body))
            .await
            .unwrap()
    }

    pub async fn issue(&self, number: u128, draft: &brief::Model) -> Result<i32, IssueError> {
        issue(&self.book, &clerk(), Wish::new(id(number), draft)).await
    }

    pub async fn entries(&self) -> usize {
        ledger::entry::latest(self.db.reader(), 1_000)
            .await
            .unwrap()
            .len()
    }

    async fn assert_recount(&self) {
        let found = ledger::recount::recount(self.db.reader(), &self.book, |_, _| ())
            .await
            .unwrap();
        assert_eq!(found.differences, Vec::<String>::new());
    }
}

pub fn text(body: &str) -> Text {
    Text {
        name: "学习教育简报".into(),
        office: "试验区办公室".into(),
        title: "一季度情况".into(),
        report_to: "市委办公室、市政府办公室".into(),
        send_to: "各部门".into(),
        issue_to: "各支部".into(),
        editors_note: String::new(),
        body: body.into(),
        campaign: String::new(),
        as_of: day(3, 31),
        copies: None,
    }
}
