//! A small zone to try acts in: an office that keeps what residents bring, two departments, a community.
use super::{
    acting::{ActError, Acting, act},
    case::{Kind, Step},
    limit::Limit,
    raising::{RaiseError, Raising, raise},
    store::{CaseId, Whole},
};
use calendar::WorkingDays;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, UnitId};
use ledger::{
    Appended, Book, NewEntry, Subject,
    figure::{self, Scope},
    tree::{Edge, Place},
};
use orgs::unit;
use sea_orm::{EntityTrait, IntoActiveModel};
use testkit::TestApp;
use uuid::Uuid;

pub const ROOT: UnitId = UnitId(1);
pub const OFFICE: UnitId = UnitId(2);
pub const WATER: UnitId = UnitId(3);
pub const ROADS: UnitId = UnitId(4);
pub const HAITANG: UnitId = UnitId(5);

const UNITS: [(UnitId, &str, &str, &str, Option<UnitId>); 5] = [
    (ROOT, "ROOT", "云渡新区", "root", None),
    (OFFICE, "BM01", "党政办公室", "department", Some(ROOT)),
    (WATER, "BM02", "水务中心", "department", Some(ROOT)),
    (ROADS, "BM03", "市政中心", "department", Some(ROOT)),
    (HAITANG, "SQ01", "海棠苑社区", "community", Some(ROOT)),
];

pub struct World<'a> {
    pub app: &'a TestApp,
    /// Keeps what residents bring.
    pub clerk: Actor,
    pub water: Actor,
    pub roads: Actor,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(number))
}

pub fn case(number: u128) -> CaseId {
    CaseId(Uuid::from_u128(number))
}

/// Runs a test in the zone on both databases, at noon of Monday, 15 March 2021.
pub async fn in_world(test: impl AsyncFn(&World<'_>)) {
    TestApp::on_both([orgs::domain(), crate::domain()], async |app| {
        let world = World {
            clerk: app.people.clerk("周书", OFFICE),
            water: app.people.officer("林晓", WATER),
            roads: app.people.officer("顾云", ROADS),
            app,
        };
        world.found().await;
        test(&world).await;
    })
    .await;
}

impl World<'_> {
    pub fn book(&self) -> &Book {
        &self.app.app.book
    }

    async fn found(&self) {
        let (book, founded) = (self.book(), day("2020-01-01"));
        let tx = book.db().begin().await.unwrap();
        let edges = UNITS.map(|(unit, .., parent)| Edge {
            unit,
            from: founded,
            place: parent.map_or(Place::Root, Place::Below),
        });
        ledger::tree::change(&tx, book, &edges).await.unwrap();
        for (position, (unit, code, name, kind, _)) in (1..).zip(UNITS) {
            let row = unit::Model {
                id: unit,
                code: code.into(),
                name: name.into(),
                name_en: None,
                kind: kind.into(),
                position,
            };
            unit::Entity::insert(row.into_active_model())
                .exec_without_returning(&tx)
                .await
                .unwrap();
            let subject = Subject::new("orgs.unit", unit);
            let entry = NewEntry::new(
                id(9_000 + unit.0 as u128),
                "test.unit",
                subject,
                unit,
                founded,
            );
            ledger::append(&tx, book, &self.clerk, &entry)
                .await
                .unwrap();
        }
        figure::seed(&tx, book.clock(), crate::FIGURES)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    pub fn told(&self, entry: u128) -> Raising {
        Raising {
            entry: id(entry),
            kind: Kind::Complaint,
            body: "海棠苑3号楼下水道堵塞，污水外溢。".into(),
            place: "海棠苑3号楼".into(),
            name: "何婶".into(),
            phone: "１３８ 0000 1234".into(),
            desk: ROOT,
        }
    }

    pub async fn raise(&self, new: &Raising) -> Result<Appended, RaiseError> {
        raise(
            self.book(),
            &self.app.app.keys,
            &Actor::public(new.desk),
            new,
        )
        .await
    }

    pub async fn act(
        &self,
        actor: &Actor,
        entry: u128,
        of: u128,
        step: Step,
    ) -> Result<Appended, ActError> {
        let new = Acting {
            entry: id(entry),
            case: case(of),
            step,
            said: "已安排疏通。".into(),
            noted: "现场照片已存档".into(),
            public_title: String::new(),
        };
        act(self.book(), &WorkingDays::china(), actor, &new).await
    }

    /// Case 1, raised, accepted and dispatched to the water centre with the road centre helping; entries 1 to 3.
    pub async fn dispatched(&self) {
        self.raise(&self.told(1)).await.unwrap();
        let limit = Limit::Ordinary;
        self.act(&self.clerk, 2, 1, Step::Accept { limit })
            .await
            .unwrap();
        let (lead, helpers) = (WATER, vec![ROADS]);
        self.act(&self.clerk, 3, 1, Step::Dispatch { lead, helpers })
            .await
            .unwrap();
    }

    /// Both units have acknowledged and answered it; entries up to 13.
    pub async fn answered(&self) {
        self.dispatched().await;
        for (entry, actor, step) in [
            (10, &self.water, Step::Acknowledge(WATER)),
            (11, &self.roads, Step::Acknowledge(ROADS)),
            (12, &self.roads, Step::Answer(ROADS)),
            (13, &self.water, Step::Answer(WATER)),
        ] {
            self.act(actor, entry, 1, step).await.unwrap();
        }
    }

    pub async fn whole(&self, number: u128) -> Whole {
        let reader = self.book().db().reader();
        Whole::load(reader, case(number)).await.unwrap().unwrap()
    }

    pub async fn figure(&self, code: &str, unit: UnitId) -> Option<i64> {
        let reader = self.book().db().reader();
        let definition = figure::find(reader, code, None).await.unwrap().unwrap();
        let scope = Scope {
            unit,
            as_of: self.book().clock().today(),
            from: None,
            campaign: None,
        };
        let value = figure::evaluate(reader, self.book(), &definition, &scope).await;
        value.unwrap().unwrap().quantity()
    }
}
