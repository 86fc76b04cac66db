//! A small zone to try acts in: an office that keeps what residents bring, four departments, a community.
use chrono::NaiveDate;
use kernel::{Actor, EntryId, UnitId};
use ledger::{
    Book, NewEntry, Subject,
    figure::{self, Scope},
    tree::{Edge, Place},
};
use orgs::unit;
use sea_orm::{EntityTrait, IntoActiveModel};
use testkit::{Setup, TestApp};
use uuid::Uuid;

pub const ROOT: UnitId = UnitId(1);
pub const OFFICE: UnitId = UnitId(2);
pub const WATER: UnitId = UnitId(3);
pub const ROADS: UnitId = UnitId(4);
pub const HAITANG: UnitId = UnitId(5);
pub const POLICE: UnitId = UnitId(6);
pub const HEALTH: UnitId = UnitId(7);

const UNITS: [(UnitId, &str, &str, &str, Option<UnitId>); 7] = [
    (ROOT, "ROOT", "云渡新区", "root", None),
    (OFFICE, "BM01", "党政办公室", "department", Some(ROOT)),
    (WATER, "BM02", "水务中心", "department", Some(ROOT)),
    (ROADS, "BM03", "市政中心", "department", Some(ROOT)),
    (HAITANG, "SQ01", "海棠苑社区", "community", Some(ROOT)),
    (POLICE, "BM24", "公安分局", "department", Some(ROOT)),
    (HEALTH, "BM17", "卫生健康局", "department", Some(ROOT)),
];

pub struct World<'a> {
    pub app: &'a TestApp,
    /// Of the whole zone.
    pub clerk: Actor,
    /// Keeps what residents bring.
    pub desk: Actor,
    pub water: Actor,
    pub roads: Actor,
    /// An officer of the police, and of nothing else.
    pub officer: Actor,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(number))
}

/// Runs a test in the zone on both databases, at noon of Monday, 15 March 2021.
pub async fn in_world(test: impl AsyncFn(&World<'_>)) {
    in_world_set_up(|_| {}, test).await;
}

/// The same with other settings.
pub async fn in_world_set_up(
    change: impl FnOnce(&mut web::Settings),
    test: impl AsyncFn(&World<'_>),
) {
    let setup = Setup::new([orgs::domain(), crate::domain()]).settings(change);
    setup
        .on_both(async |app| {
            let world = World {
                clerk: app.people.clerk("唐静", ROOT),
                desk: app.people.clerk("周书", OFFICE),
                water: app.people.officer("林晓", WATER),
                roads: app.people.officer("顾云", ROADS),
                officer: app.people.officer("韩竹", POLICE),
                app,
            };
            world.found().await;
            test(&world).await;
        })
        .await;
}

/// The same on another day.
pub async fn in_world_on(day: &str, test: impl AsyncFn(&World<'_>)) {
    in_world(async |world| {
        world.app.set_day(day);
        test(world).await;
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

    /// What a figure says at a unit as of today.
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
