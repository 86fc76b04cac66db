//! Accounts, as the security administrator and their owners meet them.
mod changing;
mod opening;
mod own;
mod trail;

use crate::world::{clerk, day, workbook};
use kernel::{Actor, EntryId, Grant, Lang, PersonId, Role, Scope, UnitId};
use orgs::{
    access::{
        RosterDoorkeeper,
        accounts::{self, AccountError, Doing, NewAccount, NewGrant},
    },
    person, roster,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::sync::Arc;
use testkit::{Page, Session, Setup, TestApp};
use uuid::Uuid;

const ZONE: &[&[&str]] = &[
    &["党组织名称", "党组织编码", "类别", "上级党组织", "成立时间"],
    &["试验开发区", "100", "本级", "", "2020-01-01"],
    &["机关党委", "DW1", "党委", "试验开发区", "2020-03-01"],
    &["第一党支部", "Z1", "支部", "DW1", "2020-05-04"],
    &["第二党支部", "Z2", "支部", "DW1", "2020-05-05"],
];

const PEOPLE: &[&[&str]] = &[
    &["编号", "姓名", "所在党支部"],
    &["R1", "林晓", "Z1"],
    &["R2", "吴宁", "Z1"],
    &["R3", "何一凡", "Z2"],
    &["R4", "沈佳", "Z2"],
    &["R5", "沈佳", "Z1"],
];

const PASSWORD: &str = "Qiyun-2021";

/// A zone with two security administrators for all of it: R1 (`lin.xiao`) and R3 (`he.yifan`).
async fn in_zone(test: impl AsyncFn(&TestApp)) {
    Setup::new([orgs::domain()])
        .doorkeeper(Arc::new(RosterDoorkeeper))
        .on_both(async |app| {
            app.set_day("2021-04-01");
            let options = roster::ImportOptions {
                lang: Lang::Zh,
                since: day(1, 1),
                effective: day(3, 1),
            };
            let draft = roster::read(&workbook(&[ZONE, PEOPLE]), &options).unwrap();
            let (book, keys) = (&app.app.book, &app.app.keys);
            roster::apply(
                book,
                keys,
                &clerk(),
                Uuid::now_v7(),
                &draft,
                &options,
                |_, _| (),
            )
            .await
            .unwrap();
            for (code, name) in [("R1", "lin.xiao"), ("R3", "he.yifan")] {
                open(app, code, name, Role::SecurityAdmin, Scope::All)
                    .await
                    .unwrap();
            }
            test(app).await;
        })
        .await;
}

/// Whoever installs the program.
fn operator() -> Actor {
    let grants = vec![Grant {
        role: Role::SecurityAdmin,
        scope: Scope::All,
    }];
    Actor { grants, ..clerk() }
}

fn doing<'a>(app: &'a TestApp, actor: &'a Actor) -> Doing<'a> {
    Doing {
        book: &app.app.book,
        actor,
        entry: EntryId(Uuid::now_v7()),
        reason: "试验",
    }
}

async fn open(
    app: &TestApp,
    code: &str,
    name: &str,
    role: Role,
    scope: Scope,
) -> Result<(), AccountError> {
    let new = NewAccount {
        person: person(app, code).await,
        name: name.into(),
        unit: unit(app, "Z1").await,
        password: PASSWORD.into(),
        must_change: false,
        grants: vec![NewGrant::since(
            app.app.clock.today(),
            Grant { role, scope },
        )],
    };
    accounts::open(&doing(app, &operator()), &new)
        .await
        .map(drop)
}

async fn person(app: &TestApp, code: &str) -> PersonId {
    let found = person::Entity::find()
        .filter(person::Column::Code.eq(code))
        .one(app.app.db.reader())
        .await;
    found.unwrap().unwrap().id
}

async fn unit(app: &TestApp, code: &str) -> UnitId {
    let directory = orgs::Directory::load(app.app.db.reader()).await.unwrap();
    directory.unit_by_code(code).unwrap().id
}

/// Logs in as people do.
async fn log_in(app: &TestApp, name: &str, password: &str) -> (Session, Page) {
    let browser = app.stranger();
    let form = [("name", name), ("password", password)];
    let answer = browser.post("/log-in", &form).await;
    (browser, answer)
}

async fn admin(app: &TestApp) -> Session {
    let (browser, answer) = log_in(app, "lin.xiao", PASSWORD).await;
    answer.assert_redirect("/mine");
    browser
}

/// Opens the form at `url`, fills it in and sends it there.
async fn fill(browser: &Session, url: &str, form: &[(&str, &str)]) -> Page {
    let page = browser.get(url).await;
    assert_eq!(page.status(), 200, "{url}");
    let entry = page.value("entry").unwrap();
    let action = page.attribute("main form.form", "action").unwrap();
    let mut form = form.to_vec();
    form.push(("entry", &entry));
    browser.post(action, &form).await
}
