//! Thousands who press at once for a few hundred places: bookings acknowledged a second, none of them too many.
use super::{Line, spread};
use crate::domains::domains;
use anyhow::{Context, ensure};
use chrono::{Days, NaiveTime};
use db::{Db, Keys};
use kernel::{Actor, EntryId, SystemClock, UnitId};
use ledger::{
    Book,
    tree::{self, Edge, Place},
};
use sea_orm::ConnectionTrait;
use serve::sessions::{
    booking::State,
    offering::{Offering, instant, offer, slot_id},
    reserving::{Reserving, reserve},
    session::{SessionId, slots},
    slot_text,
};
use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use uuid::Uuid;

const PRESS: u64 = 5_000;
const PLACES: i64 = 300;
const UNIT: UnitId = UnitId(1);

pub async fn embedded(folder: &Path) -> anyhow::Result<Line> {
    let db = Db::open(&format!("sqlite:{}", folder.join("booking.db").display())).await?;
    measure(db, "in the embedded database").await
}

pub async fn on_postgres(server: &str) -> anyhow::Result<Line> {
    in_own_database(server, async |address| {
        measure(Db::open(&address).await?, "on PostgreSQL").await
    })
    .await
}

/// Does something in a database of its own on this server, which is gone afterwards.
pub async fn in_own_database<T>(
    server: &str,
    work: impl AsyncFnOnce(String) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let name = format!("luodi_bench_{}", std::process::id());
    let keeper = Db::open(server).await?;
    let run = async |sql: String| keeper.reader().execute_unprepared(&sql).await;
    run(format!("CREATE DATABASE {name}")).await?;
    let worked = work(beside(server, &name)?).await;
    run(format!("DROP DATABASE {name} WITH (FORCE)")).await?;
    worked
}

/// The address of another database of the same server.
fn beside(server: &str, name: &str) -> anyhow::Result<String> {
    let (path, rest) = server.split_once('?').unwrap_or((server, ""));
    let (host, _) = path
        .rsplit_once('/')
        .context("the address of PostgreSQL names no database")?;
    Ok(format!("{host}/{name}?{rest}"))
}

async fn measure(db: Db, place: &str) -> anyhow::Result<Line> {
    let all = domains();
    db.migrate(&web::migrations(&all)).await?;
    let book = Book::open(db, Arc::new(SystemClock), all.accounts().copied());
    let session = offered(&book).await?;
    let keys = Keys::from_hex(&"5a".repeat(32))?;
    let began = Instant::now();
    let presses = (0..PRESS).map(|number| {
        let (book, keys) = (book.clone(), keys.clone());
        tokio::spawn(async move {
            let new = Reserving {
                entry: EntryId(Uuid::now_v7()),
                session: SessionId(session.0),
                slot: slot_id(session, 0),
                phone: format!("138{number:08}"),
                names: vec!["bench".to_owned()],
                employer: String::new(),
                waits: true,
                tells: false,
            };
            let reserved = reserve(&book, &keys, &new).await?;
            anyhow::Ok((began.elapsed(), reserved.state))
        })
    });
    let (mut times, mut booked): (Vec<Duration>, i64) = (Vec::new(), 0);
    for press in presses.collect::<Vec<_>>() {
        let (time, state) = press.await??;
        times.push(time);
        booked += i64::from(state == State::Booked);
    }
    let a_second = times.len() as f64 / began.elapsed().as_secs_f64();
    let slot = slots(book.db().reader(), SessionId(session.0)).await?;
    let taken = slot.first().map(|slot| slot.booked);
    ensure!(
        booked == PLACES && taken == Some(PLACES),
        "oversold: {booked}"
    );
    Ok(Line {
        what: format!(
            "{PRESS} people press at once for {PLACES} places of a session, {place}: each booked or in the waiting list, on disk"
        ),
        promised: "",
        measured: format!(
            "{a_second:.0} a second; from the press to the answer {}",
            spread(times)
        ),
    })
}

/// A session of tomorrow evening; gives the entry that offered it.
async fn offered(book: &Book) -> anyhow::Result<EntryId> {
    let today = book.clock().today();
    let tx = book.db().begin().await?;
    let edge = Edge {
        unit: UNIT,
        from: today,
        place: Place::Root,
    };
    tree::change(&tx, book, &[edge]).await?;
    tx.commit().await?;
    let entry = EntryId(Uuid::now_v7());
    let lines = slot_text::read(&format!("18:00-18:30 {PLACES}"));
    let new = Offering {
        entry,
        unit: UNIT,
        title_zh: "bench".to_owned(),
        title_en: "bench".to_owned(),
        place: "bench".to_owned(),
        day: today + Days::new(1),
        opens_at: instant(today, NaiveTime::MIN),
        eligibility: String::new(),
        slots: lines.map_err(|line| anyhow::anyhow!("slot line {line}"))?,
    };
    offer(book, &Actor::operator(), &new).await?;
    Ok(entry)
}
