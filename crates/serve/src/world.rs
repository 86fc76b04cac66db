//! A small organisation to try acts in: a zone with two departments.
use chrono::NaiveDate;
use kernel::{Actor, EntryId, UnitId};
use ledger::{
    Book,
    figure::{self, Scope},
    tree::{Edge, Place},
};
use orgs::unit;
use sea_orm::{EntityTrait, IntoActiveModel};
use testkit::TestApp;
use uuid::Uuid;

pub const ROOT: UnitId = UnitId(1);
pub const POLICE: UnitId = UnitId(2);
pub const HEALTH: UnitId = UnitId(3);

const UNITS: [(UnitId, &str, &str, &str, Option<UnitId>); 3] = [
    (ROOT, "ROOT", "云渡新区", "root", None),
    (POLICE, "BM24", "公安分局", "department", Some(ROOT)),
    (HEALTH, "BM17", "卫生健康局", "department", Some(ROOT)),
];

pub struct World<'a> {
    pub app: &'a TestApp,
    pub clerk: Actor,
    /// An officer of the police, and of nothing else.
    pub officer: Actor,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(number))
}

/// Runs a test in the organisation on both databases, on 20 March 2021.
pub async fn in_world(test: impl AsyncFn(&World<'_>)) {
    TestApp::on_both([orgs::domain(), crate::domain()], async |app| {
        app.set_day("2021-03-20");
        let world = World {
            clerk: app.people.clerk("周书", ROOT),
            officer: app.people.officer("林晓", POLICE),
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
        let (book, from) = (self.book(), day("2020-01-01"));
        let tx = book.db().begin().await.unwrap();
        let edges: Vec<Edge> = UNITS
            .iter()
            .map(|(unit, .., parent)| Edge {
                unit: *unit,
                from,
                place: parent.map_or(Place::Root, Place::Below),
            })
            .collect();
        ledger::tree::change(&tx, book, &edges).await.unwrap();
        for (position, (id, code, name, kind, _)) in (1..).zip(UNITS) {
            let row = unit::Model {
                id,
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
        }
        figure::seed(&tx, book.clock(), crate::FIGURES)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// What a figure says at the root as of today.
    pub async fn figure(&self, code: &str) -> Option<i64> {
        let reader = self.book().db().reader();
        let definition = figure::find(reader, code, None).await.unwrap().unwrap();
        let scope = Scope {
            unit: ROOT,
            as_of: self.book().clock().today(),
            from: None,
            campaign: None,
        };
        let value = figure::evaluate(reader, self.book(), &definition, &scope).await;
        value.unwrap().unwrap().quantity()
    }
}
