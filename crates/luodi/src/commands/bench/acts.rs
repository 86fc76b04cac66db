//! Acknowledged durable acts a second, with many clients that each wait for their answer.
use super::{
    Line, spread,
    world::{self, DONE},
};
use kernel::UnitId;
use std::{
    path::Path,
    time::{Duration, Instant},
};

const CLIENTS: u128 = 64;
const UNITS: i64 = 1_111;
const FOR: Duration = Duration::from_secs(5);

pub async fn measure(folder: &Path) -> anyhow::Result<Line> {
    let book = world::book(folder, "acts.db", UNITS).await?;
    let began = Instant::now();
    let clients = (0..CLIENTS).map(|client| {
        let book = book.clone();
        tokio::spawn(async move {
            let mut times = Vec::new();
            let mut chance = world::Chance(client as u64);
            while began.elapsed() < FOR {
                // Like a UUIDv7: time first, so that ids arrive in about their own order.
                let number = (began.elapsed().as_nanos() << 64) | client;
                let unit = UnitId(world::first_leaf(UNITS) + chance.below(900) as i64);
                let act = world::act(number, unit, world::first_day()).post(DONE, 1);
                let sent = Instant::now();
                book.post(&world::actor(), act).await?;
                times.push(sent.elapsed());
            }
            anyhow::Ok(times)
        })
    });
    let mut times = Vec::new();
    for client in clients.collect::<Vec<_>>() {
        times.extend(client.await??);
    }
    let a_second = times.len() as f64 / began.elapsed().as_secs_f64();
    Ok(Line {
        what: format!(
            "acknowledged durable acts with {CLIENTS} clients (entry, posting, balances of 4 levels)"
        ),
        promised: "10,000 a second",
        measured: format!("{a_second:.0} a second, each {}", spread(times)),
    })
}
