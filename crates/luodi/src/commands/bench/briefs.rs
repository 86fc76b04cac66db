//! A brief of fifty figures: opened with what each would be today, and written as a Word file.
use super::{
    Line, spread,
    world::{self, Chance},
};
use crate::open;
use anyhow::{Context, bail};
use chrono::Days;
use db::Keys;
use files::Files;
use kernel::{Actor, SystemClock, UnitId};
use ledger::{
    NewEntry, Subject, append_many,
    tree::{self, Edge, Place},
};
use orgs::unit;
use reports::briefs::{
    checking::Concern,
    drafting::{self, Text},
    frozen,
    issuing::{self, Wish},
    paper::brief_docx,
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use std::{fmt::Write, path::Path, sync::Arc, time::Instant};
use web::Settings;

const UNITS: i64 = 111;
const RECORDS: u64 = 20_000;
const AT_ONCE: u64 = 1_000;
const NUMBERS: u64 = 50;
const ASKED: usize = 40;
/// The figure that is asked for at many units, as of many days.
const FIGURE: &str = "briefs-issued";
const ACCOUNT: &str = "reports.brief";
const DAYS: u64 = 3_000;

pub async fn measure(folder: &Path) -> anyhow::Result<Vec<Line>> {
    let files = Files::in_folder(folder.join("brief-files"));
    let app = open::app(
        &format!("sqlite:{}", folder.join("briefs.db").display()),
        Keys::from_hex(&"5a".repeat(32))?,
        files.clone(),
        Arc::new(SystemClock),
        Settings::default(),
    )
    .await?;
    let book = &app.book;
    let tx = app.db.begin().await?;
    let edges: Vec<Edge> = (1..=UNITS)
        .map(|unit| Edge {
            unit: UnitId(unit),
            from: world::first_day(),
            place: match unit {
                1 => Place::Root,
                unit => Place::Below(UnitId((unit - 2) / 10 + 1)),
            },
        })
        .collect();
    tree::change(&tx, book, &edges).await?;
    for id in 1..=UNITS {
        let row = unit::ActiveModel {
            id: Set(UnitId(id)),
            code: Set(format!("U{id}")),
            name: Set(format!("第{id}单位")),
            name_en: Set(None),
            kind: Set("party_branch".into()),
            position: Set(i32::try_from(id)?),
        };
        unit::Entity::insert(row)
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    let (operator, mut chance) = (Actor::operator(), Chance(11));
    for batch in 0..RECORDS / AT_ONCE {
        let entries: Vec<NewEntry> = (0..AT_ONCE)
            .map(|number| {
                let number = u128::from(batch * AT_ONCE + number + 1);
                let day = world::first_day() + Days::new(chance.below(DAYS));
                let unit = UnitId(1 + chance.below(UNITS as u64) as i64);
                let subject = Subject::new("bench.thing", number);
                let entry = kernel::EntryId(uuid::Uuid::from_u128(number));
                NewEntry::new(entry, "bench.done", subject, unit, day).post(ACCOUNT, 1)
            })
            .collect();
        let tx = app.db.begin().await?;
        append_many(&tx, book, entries.iter().map(|entry| (&operator, entry))).await?;
        tx.commit().await?;
    }
    let mut body = String::from("# 情况\n");
    for number in 0..NUMBERS {
        let unit = 1 + chance.below(UNITS as u64);
        let day = world::first_day() + Days::new(chance.below(DAYS));
        writeln!(
            body,
            "第{number}项共{{{{figure:{FIGURE} unit=U{unit} as-of={day}}}}}。"
        )?;
    }
    let text = Text {
        name: "简报".into(),
        office: "办公室".into(),
        title: "五十个数".into(),
        report_to: "各部门".into(),
        body,
        as_of: app.clock.today(),
        ..Text::default()
    };
    let id = |number: u128| kernel::EntryId(uuid::Uuid::from_u128(1 << 100 | number));
    let draft = drafting::begin(book, &operator, id(1), UnitId(1), &text).await?;
    let wish = Wish::new(id(2), &draft).confirming(Concern::ALL);
    let total = match issuing::issue(book, &operator, wish).await {
        Ok(total) => total,
        Err(error) => bail!("{error:?}"),
    };
    let (mut opened, mut written) = (Vec::new(), Vec::new());
    for _ in 0..ASKED {
        let asked = Instant::now();
        let found = frozen::find(app.db.reader(), total).await?;
        let (_, issue) = found.context("it was just issued")?;
        for number in &issue.numbers {
            frozen::today(app.db.reader(), book, number).await??;
        }
        opened.push(asked.elapsed());
        let asked = Instant::now();
        brief_docx(&app.db, &files, "https://luodi.example", total).await?;
        written.push(asked.elapsed());
    }
    let line = |what: &str, promised, times| Line {
        what: format!("{what}, {NUMBERS} figures over {RECORDS} records"),
        promised,
        measured: spread(times),
    };
    Ok(vec![
        line(
            "a brief, with what each number would be today",
            "under 100 ms",
            opened,
        ),
        line("its Word file", "under 500 ms", written),
    ])
}
