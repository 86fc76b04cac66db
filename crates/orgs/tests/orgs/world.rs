use chrono::NaiveDate;
use db::{Db, Keys};
use kernel::{Actor, FixedClock, Grant, Lang, PersonId, Role, Scope, UnitId};
use ledger::{Book, figure, recount::recount};
use orgs::roster::{self, Applied, ApplyError, Draft, ImportOptions, Preview, State};
use rust_xlsxwriter::Workbook;
use std::sync::Arc;
use uuid::Uuid;

pub struct World {
    pub db: Db,
    pub book: Book,
    pub keys: Keys,
}

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).unwrap()
}

pub fn clerk() -> Actor {
    let grants = vec![Grant {
        role: Role::Clerk,
        scope: Scope::All,
    }];
    Actor {
        person: PersonId(0),
        name: "林晓".into(),
        unit: UnitId(0),
        unit_name: "试验区".into(),
        grants,
        ..Actor::new(PersonId(0), "", UnitId(0))
    }
}

pub fn options() -> ImportOptions {
    ImportOptions {
        lang: Lang::En,
        since: day(1, 1),
        effective: day(3, 1),
    }
}

/// A workbook of sheets of rows; a cell that reads as a number becomes one.
pub fn workbook(sheets: &[&[&[&str]]]) -> Vec<u8> {
    let mut book = Workbook::new();
    for rows in sheets {
        let sheet = book.add_worksheet();
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write(row as u32, column as u16, number).unwrap(),
                    Err(_) => sheet.write(row as u32, column as u16, *cell).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

pub async fn in_world(test: impl AsyncFn(&World)) {
    let migrations = || {
        ledger::migrations()
            .into_iter()
            .chain(orgs::migrations())
            .collect()
    };
    db::testing::on_both(migrations, async |db| {
        let book = Book::open(
            db.clone(),
            Arc::new(FixedClock::noon(day(3, 1))),
            orgs::ACCOUNTS.iter().copied(),
        );
        let world = World {
            db,
            book,
            keys: Keys::from_hex(&"7".repeat(64)).unwrap(),
        };
        test(&world).await;
        let found = recount(world.db.reader(), &world.book, |_, _| ())
            .await
            .unwrap();
        assert_eq!(found.differences, Vec::<String>::new());
    })
    .await;
}

impl World {
    pub async fn state(&self) -> State {
        State::load(
            self.db.reader(),
            self.book.tree(self.db.reader()).await.unwrap(),
            self.keys.clone(),
        )
        .await
        .unwrap()
    }

    pub async fn preview(&self, bytes: &[u8]) -> Preview {
        let draft = roster::read(bytes, &options()).unwrap();
        roster::preview(&draft, &self.state().await, &kernel::Reach::All, &options())
    }

    pub async fn import(&self, bytes: &[u8]) -> Result<Applied, ApplyError> {
        let draft = roster::read(bytes, &options()).unwrap();
        self.apply(&draft).await
    }

    pub async fn apply(&self, draft: &Draft) -> Result<Applied, ApplyError> {
        roster::apply(
            &self.book,
            &self.keys,
            &clerk(),
            Uuid::now_v7(),
            draft,
            &options(),
            |_, _| (),
        )
        .await
    }

    /// A figure's value at the unit with this code.
    pub async fn figure(&self, code: &str, unit: &str, as_of: NaiveDate) -> i64 {
        let seed = orgs::FIGURES
            .iter()
            .find(|figure| figure.code == code)
            .unwrap();
        let unit = self.state().await.directory.unit_by_code(unit).unwrap().id;
        let scope = figure::Scope {
            unit,
            as_of,
            from: None,
            campaign: None,
        };
        let value = figure::evaluate(self.db.reader(), &self.book, &seed.into(), &scope)
            .await
            .unwrap()
            .unwrap();
        value.quantity().unwrap()
    }
}

/// `row: what remedy` of each problem.
pub fn told(preview: &Preview) -> String {
    let problems = preview.unit_problems.iter().chain(&preview.people_problems);
    problems
        .map(|problem| format!("{}: {} {}", problem.row, problem.what, problem.remedy))
        .collect::<Vec<_>>()
        .join("\n")
}
