//! Hundreds press at once while the program is killed and started again: everybody is told the truth, nothing is oversold.
use super::{
    booking::{self, State},
    offering::{Offering, instant, offer, slot_id},
    reserving::{Reserving, reserve},
    session::{SessionId, slots},
    slot_text,
};
use crate::world::{ROOT, day, id};
use db::{Db, Keys};
use futures::future::join_all;
use kernel::{Actor, FixedClock};
use ledger::{
    Book,
    recount::recount,
    tree::{Edge, Place, change},
};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    sync::Arc,
};
use web::Domains;

/// Set in the process that will be killed: where its database is.
const VICTIM: &str = "LUODI_TEST_VICTIM";
const TEST: &str = "sessions::burst_tests::after_kill_9_in_a_burst_exactly_the_places_are_booked";
const OFFER: u128 = 1;
const PRESS: u128 = 600;
const PLACES: i64 = 60;
/// After how many answers the program is killed, round by round. In the last round it ends by itself.
const KILLED_AFTER: [usize; 3] = [90, 350, usize::MAX];

async fn open(address: &str) -> Book {
    let db = Db::open(address).await.unwrap();
    let clock = Arc::new(FixedClock::noon(day("2021-03-20")));
    Book::open(db, clock, crate::ACCOUNTS.iter().copied())
}

fn keys() -> Keys {
    Keys::from_hex(&"ab".repeat(32)).unwrap()
}

async fn is_offered(address: &str) {
    let book = open(address).await;
    let domains = Domains::new([orgs::domain(), crate::domain()]);
    book.db().migrate(&web::migrations(&domains)).await.unwrap();
    let tx = book.db().begin().await.unwrap();
    let edge = Edge {
        unit: ROOT,
        from: day("2020-01-01"),
        place: Place::Root,
    };
    change(&tx, &book, &[edge]).await.unwrap();
    tx.commit().await.unwrap();
    let new = Offering {
        entry: id(OFFER),
        unit: ROOT,
        title_zh: "疫苗夜场".into(),
        title_en: "Vaccination evening".into(),
        place: "工地".into(),
        day: day("2021-03-20"),
        opens_at: instant(day("2021-03-20"), "09:00:00".parse().unwrap()),
        eligibility: String::new(),
        slots: slot_text::read(&format!("18:00-18:30 {PLACES}")).unwrap(),
    };
    offer(&book, &Actor::operator(), &new).await.unwrap();
    book.db().clone().close().await.unwrap();
}

/// Everybody presses, also those who were told before and press again; each answer is said on standard output.
async fn all_press(address: &str) {
    let (book, keys) = (open(address).await, keys());
    let presses = (0..PRESS).map(|number| {
        let (book, keys) = (book.clone(), keys.clone());
        tokio::spawn(async move {
            let new = Reserving {
                entry: id(1_000 + number),
                session: SessionId(id(OFFER).0),
                slot: slot_id(id(OFFER), 0),
                phone: format!("138{number:08}"),
                names: vec!["工友".into()],
                employer: String::new(),
                waits: true,
                tells: false,
            };
            let reserved = reserve(&book, &keys, &new).await.unwrap();
            let state = match reserved.state {
                State::Booked => "booked",
                State::Waiting => "waiting",
                State::Cancelled => "cancelled",
            };
            println!("told {number} {state}");
        })
    });
    join_all(presses.collect::<Vec<_>>()).await;
}

/// Lets everybody press in a process of its own, and kills it after so many answers. Says who was told what.
fn press_and_kill(address: &str, killed_after: usize) -> Vec<(u128, String)> {
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", TEST, "--nocapture"])
        .env(VICTIM, address)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(victim.stdout.take().unwrap()).lines();
    let mut told = Vec::new();
    for line in lines.map_while(Result::ok) {
        let Some((_, answer)) = line.split_once("told ") else {
            continue;
        };
        let (number, state) = answer.split_once(' ').unwrap();
        told.push((number.parse().unwrap(), state.to_owned()));
        if told.len() == killed_after {
            victim.kill().unwrap();
        }
    }
    victim.wait().unwrap();
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn after_kill_9_in_a_burst_exactly_the_places_are_booked() {
    if let Ok(address) = std::env::var(VICTIM) {
        return all_press(&address).await;
    }
    db::testing::on_both_addresses(async |address| {
        is_offered(address).await;
        let mut told: BTreeMap<u128, String> = BTreeMap::new();
        for killed_after in KILLED_AFTER {
            for (number, state) in press_and_kill(address, killed_after) {
                let before = told.insert(number, state.clone());
                let is_same = before.is_none_or(|before| before == state);
                assert!(is_same, "{number} was told something else before");
            }
        }
        assert_eq!(told.len() as u128, PRESS, "everybody was told");

        let book = open(address).await;
        let reader = book.db().reader();
        let session = SessionId(id(OFFER).0);
        let slot = slots(reader, session).await.unwrap().remove(0);
        assert_eq!(slot.booked, PLACES);
        assert_eq!(slot.waiting, PRESS as i64 - PLACES);
        let bookings = booking::of_session(reader, session).await.unwrap();
        let arrivals: Vec<i64> = bookings.iter().map(|booking| booking.arrival).collect();
        assert_eq!(arrivals, (1..=PRESS as i64).collect::<Vec<_>>());
        for booking in bookings {
            let expected = match booking.arrival <= PLACES {
                true => "booked",
                false => "waiting",
            };
            let number = booking.id.0.as_u128() - 1_000;
            assert_eq!(told[&number], expected, "arrival {}", booking.arrival);
        }
        let recount = recount(reader, &book, |_, _| ()).await.unwrap();
        assert_eq!(recount.differences, Vec::<String>::new());
        book.db().clone().close().await.unwrap();
    })
    .await;
}
