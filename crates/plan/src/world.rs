//! A small organisation to try acts in: a zone with two departments, and a committee with branches and members.
use crate::{
    campaigns::{
        level::Levels,
        setting_up::{SettingUp, set_up},
    },
    import::{ImportError, Imported, Importing, Missing, Watch, import_plan},
    nodes::{node::NodeId, plan::Plan},
};
use calendar::WorkingDays;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, PersonId, UnitId};
use ledger::{
    Book, NewEntry, Subject,
    figure::{self, Scope, Value},
    tree::{Edge, Place},
};
use orgs::{membership, person, unit};
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use testkit::{Page, TestApp};
use uuid::Uuid;

pub const ROOT: UnitId = UnitId(1);
pub const COMMITTEE: UnitId = UnitId(2);
pub const GENERAL: UnitId = UnitId(3);
/// Below the general branch; three members.
pub const FIRST: UnitId = UnitId(4);
/// Below the committee; two members.
pub const SECOND: UnitId = UnitId(5);
pub const OFFICE: UnitId = UnitId(6);
pub const BUREAU: UnitId = UnitId(7);

const UNITS: [(UnitId, &str, &str, &str, Option<UnitId>); 7] = [
    (ROOT, "ROOT", "云渡新区", "root", None),
    (
        COMMITTEE,
        "DW01",
        "区直机关党委",
        "party_committee",
        Some(ROOT),
    ),
    (
        GENERAL,
        "DW01-Z01",
        "机关党总支",
        "general_branch",
        Some(COMMITTEE),
    ),
    (
        FIRST,
        "DW01-B01",
        "第一党支部",
        "party_branch",
        Some(GENERAL),
    ),
    (
        SECOND,
        "DW01-B02",
        "第二党支部",
        "party_branch",
        Some(COMMITTEE),
    ),
    (OFFICE, "BM01", "党政办公室", "department", Some(ROOT)),
    (BUREAU, "BM02", "组织人事局", "department", Some(ROOT)),
];

/// Members with their branches; two share a name.
pub const MEMBERS: [(i64, &str, UnitId); 5] = [
    (101, "林晓", FIRST),
    (102, "宋晚", FIRST),
    (103, "顾云", FIRST),
    (104, "林晓", SECOND),
    (105, "陶景", SECOND),
];

pub struct World<'a> {
    pub app: &'a TestApp,
    pub clerk: Actor,
    pub days: WorkingDays,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(number))
}

/// Runs a test in the organisation on both databases, on 20 March 2021, with the campaign `study` set up.
pub async fn in_world(test: impl AsyncFn(&World<'_>)) {
    TestApp::on_both([orgs::domain(), crate::domain()], async |app| {
        app.set_day("2021-03-20");
        let world = World {
            clerk: app.people.clerk("周书", OFFICE),
            days: WorkingDays::china(),
            app,
        };
        world.found().await;
        set_up(world.book(), &world.clerk, &study()).await.unwrap();
        test(&world).await;
    })
    .await;
}

pub fn study() -> SettingUp {
    SettingUp {
        entry: id(1),
        code: "study".into(),
        title_zh: "学习教育".into(),
        title_en: "Study campaign".into(),
        from: day("2021-02-25"),
        to: day("2021-12-31"),
        organiser: OFFICE,
        levels: Levels::default(),
        on: day("2021-03-01"),
    }
}

/// What a person finds on a page, or does not.
pub trait Sees {
    fn assert_see(&self, text: &str);
    fn assert_not_see(&self, text: &str);
    fn assert_status(&self, status: u16);
}

impl Sees for Page {
    #[track_caller]
    fn assert_see(&self, text: &str) {
        assert!(
            self.html().contains(text),
            "`{text}` is not in {}",
            self.html()
        );
    }

    #[track_caller]
    fn assert_not_see(&self, text: &str) {
        assert!(
            !self.html().contains(text),
            "`{text}` is in {}",
            self.html()
        );
    }

    #[track_caller]
    fn assert_status(&self, status: u16) {
        assert_eq!(self.status(), status, "{}", self.html());
    }
}

impl World<'_> {
    pub fn book(&self) -> &Book {
        &self.app.app.book
    }

    async fn found(&self) {
        let (book, founded) = (self.book(), day("2020-01-01"));
        let tx = book.db().begin().await.unwrap();
        let edges: Vec<Edge> = UNITS
            .iter()
            .map(|(unit, .., parent)| Edge {
                unit: *unit,
                from: founded,
                place: parent.map_or(Place::Root, Place::Below),
            })
            .collect();
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
            let entry = NewEntry::new(
                id(9_000 + unit.0 as u128),
                "test.unit",
                Subject::new("orgs.unit", unit),
                unit,
                founded,
            );
            ledger::append(
                &tx,
                book,
                &self.clerk,
                &entry.post(format!("orgs.unit.{kind}"), 1),
            )
            .await
            .unwrap();
        }
        for (number, name, unit) in MEMBERS {
            let row = person::Model {
                id: PersonId(number),
                code: format!("P{number}"),
                name: name.into(),
                phone: None,
                phone_found_by: None,
            };
            person::Entity::insert(row.into_active_model())
                .exec_without_returning(&tx)
                .await
                .unwrap();
            let row = membership::ActiveModel {
                person_id: Set(PersonId(number)),
                unit_id: Set(unit),
                from_day: Set(founded),
                to_day: Set(None),
                is_member: Set(true),
                post: Set(String::new()),
                ..Default::default()
            };
            membership::Entity::insert(row)
                .exec_without_returning(&tx)
                .await
                .unwrap();
            let entry = NewEntry::new(
                id(8_000 + number as u128),
                "test.member",
                Subject::new("orgs.person", number),
                unit,
                founded,
            );
            ledger::append(&tx, book, &self.clerk, &entry.post("orgs.member", 1))
                .await
                .unwrap();
        }
        let seeds = crate::FIGURES.iter().chain(orgs::FIGURES);
        figure::seed(&tx, book.clock(), seeds).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The figure at the root as of today.
    pub async fn figure(&self, code: &str) -> Value {
        self.figure_at(code, ROOT).await
    }

    pub async fn figure_at(&self, code: &str, unit: UnitId) -> Value {
        let reader = self.book().db().reader();
        let definition = figure::find(reader, code, None).await.unwrap().unwrap();
        let scope = Scope {
            unit,
            as_of: self.book().clock().today(),
            from: None,
            campaign: ledger::campaign::find(reader, Some("study"), day("2021-03-01"))
                .await
                .unwrap(),
        };
        figure::evaluate(reader, self.book(), &definition, &scope)
            .await
            .unwrap()
            .unwrap()
    }

    pub async fn count(&self, code: &str) -> i64 {
        self.figure(code).await.quantity().unwrap()
    }

    pub fn importing(&self, entry: u128, list: &str) -> Importing {
        Importing {
            entry: id(entry),
            campaign: "study".into(),
            bytes: list.as_bytes().to_vec(),
            missing: Missing::Keep,
            on: day("2021-03-15"),
            lang: Lang::Zh,
        }
    }

    pub async fn import(&self, importing: &Importing) -> Result<Imported, ImportError> {
        import_plan(
            self.book(),
            &self.clerk,
            &self.days,
            importing,
            Watch::NOBODY,
        )
        .await
    }

    pub async fn plan(&self) -> Plan {
        Plan::load(self.book().db().reader(), "study")
            .await
            .unwrap()
    }

    /// The task with this 序号.
    pub async fn task(&self, number: &str) -> NodeId {
        let plan = self.plan().await;
        let item = plan
            .items
            .iter()
            .find(|item| item.node.number.as_deref() == Some(number));
        item.expect("the task is in the plan").node.id
    }
}
