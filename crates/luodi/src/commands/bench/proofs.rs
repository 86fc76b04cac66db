//! Proofs and keeping: a day of 100,000 entries verified; the large book sealed, verified, kept, brought back and moved.
use super::{Line, booking, spread, world};
use crate::{
    args::Place,
    commands::Bar,
    keep::{self, KeyChoice},
    open,
};
use chrono::Days;
use db::Keys;
use kernel::{FixedClock, Lang, SystemClock, UnitId};
use ledger::{
    Book, append_many,
    seal::{Wanted, seal_closed_days, verify},
};
use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use web::Settings;

const DAY_ENTRIES: u64 = 100_000;
const TOGETHER: u64 = 1_000;
const UNITS: i64 = 1_111;
const ASKED: usize = 7;

/// A day on which very much was recorded, each entry with a posting.
pub async fn day(folder: &Path) -> anyhow::Result<Vec<Line>> {
    let db = world::book(folder, "day.db", UNITS).await?.db().clone();
    let on = |day| Book::open(db.clone(), Arc::new(FixedClock::noon(day)), world::ACCOUNTS);
    let day = world::first_day();
    let (book, actor) = (on(day), world::actor());
    let unit = UnitId(world::first_leaf(UNITS));
    for batch in 0..DAY_ENTRIES / TOGETHER {
        let entries: Vec<_> = (0..TOGETHER)
            .map(|entry| {
                let number = u128::from(batch * TOGETHER + entry + 1);
                world::act(number, unit, day)
                    .because("登记当天的情况")
                    .post(world::DONE, 1)
            })
            .collect();
        let tx = db.begin().await?;
        append_many(&tx, &book, entries.iter().map(|entry| (&actor, entry))).await?;
        tx.commit().await?;
    }
    let began = Instant::now();
    seal_closed_days(&on(day + Days::new(1)), |_, _| ()).await?;
    let sealed = began.elapsed();
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..ASKED {
        let asked = Instant::now();
        let verified = verify(db.reader(), Wanted::Day(day), |_, _| ()).await?;
        times.push(asked.elapsed());
        anyhow::ensure!(verified.is_true() && verified.entries == DAY_ENTRIES);
    }
    db.close().await?;
    Ok(vec![Line {
        what: format!("`verify` of a day of {DAY_ENTRIES} entries (sealed in {sealed:.1?})"),
        promised: "under 1 s",
        measured: spread(times),
    }])
}

/// The book that `large_book` has made in this folder; moved to PostgreSQL too, where there is a server.
pub async fn large(
    folder: &Path,
    postings: u64,
    server: Option<&str>,
) -> anyhow::Result<Vec<Line>> {
    let keys = Keys::from_hex(&"5a".repeat(32))?;
    let place = Place {
        data: folder.join("large"),
        database: None,
        lang: Lang::En,
    };
    std::fs::create_dir_all(&place.data)?;
    std::fs::rename(folder.join("large.db"), place.database_file())?;
    keys.save(&place.data.join(open::KEY_FILE))?;
    let url = format!("sqlite:{}", place.database_file().display());
    let clock = Arc::new(SystemClock);
    let app = open::app(&url, keys, place.files(), clock, Settings::default()).await?;
    let mut lines = Vec::new();
    let mut line = |what: &str, began: Instant| {
        lines.push(Line {
            what: format!("{what} a book of {postings} postings"),
            promised: "",
            measured: format!("{:.1?}", began.elapsed()),
        });
    };
    let bar = Bar::new("seal");
    let began = Instant::now();
    let far = FixedClock::noon(world::first_day() + Days::new(36_500));
    let later = Book::open(app.db.clone(), Arc::new(far), world::ACCOUNTS);
    seal_closed_days(&later, |done, all| bar.of(done, all)).await?;
    line("seal", began);
    let bar = Bar::new("verify");
    let began = Instant::now();
    let verified = verify(app.db.reader(), Wanted::All, |done, all| bar.of(done, all)).await?;
    anyhow::ensure!(verified.is_true());
    line("verify", began);
    let file = folder.join("large.backup");
    let began = Instant::now();
    keep::backup(&app, &file, None, true, &Bar::new("backup")).await?;
    line("back up", began);
    let bytes = std::fs::metadata(&file)?.len();
    app.db.clone().close().await?;
    let key = KeyChoice::File(Some(place.data.join(open::KEY_FILE)));
    let back = Place {
        data: folder.join("back"),
        ..place.clone()
    };
    let began = Instant::now();
    keep::restore(&file, &back, &key, &Bar::new("restore")).await?;
    line("bring back", began);
    if let Some(server) = server {
        let began = Instant::now();
        booking::in_own_database(server, async |address| {
            let there = Place {
                data: folder.join("there"),
                database: Some(address),
                ..place.clone()
            };
            keep::restore(&file, &there, &key, &Bar::new("restore")).await
        })
        .await?;
        line("bring back into PostgreSQL", began);
    }
    lines.push(Line {
        what: format!(
            "size of that backup, of a database of {} MB",
            std::fs::metadata(back.database_file())?.len() >> 20
        ),
        promised: "",
        measured: format!("{} MB", bytes >> 20),
    });
    Ok(lines)
}
