use super::{
    booking::{self, State},
    cancelling::cancel,
    door::{DoorError, Tick, WalkIn, serve, walk_in},
    offering::{OfferError, Offering, instant, offer, slot_id},
    reserving::{ReserveError, Reserved, Reserving, names, reserve},
    session::{SessionId, slots},
    slot_text,
};
use crate::world::{HEALTH, ROOT, World, day, id, in_world_on};
use futures::future::join_all;
use kernel::{Actor, Lang};

pub(super) const TODAY: &str = "2021-03-20";

pub(super) const OFFER: u128 = 1;

fn evening(lines: &str) -> Offering {
    let on = day("2021-03-20");
    Offering {
        entry: id(OFFER),
        unit: HEALTH,
        title_zh: "建筑工人疫苗夜场".into(),
        title_en: "Vaccination evening for builders".into(),
        place: "人才公寓工地".into(),
        day: on,
        opens_at: instant(on, "09:00:00".parse().unwrap()),
        eligibility: "区内工地的建筑工人".into(),
        slots: slot_text::read(lines).unwrap(),
    }
}

pub(super) fn reserving(entry: u128, phone: u64, people: usize) -> Reserving {
    Reserving {
        entry: id(entry),
        session: SessionId(id(OFFER).0),
        slot: slot_id(id(OFFER), 0),
        phone: format!("13{phone:09}"),
        names: (0..people).map(|at| format!("工友{at}")).collect(),
        employer: String::new(),
        waits: true,
        tells: false,
    }
}

fn place(entry: u128) -> booking::PlaceId {
    booking::PlaceId(id(entry).0)
}

impl World<'_> {
    pub(super) async fn offered(&self, lines: &str) {
        offer(self.book(), &self.clerk, &evening(lines))
            .await
            .unwrap();
    }

    pub(super) async fn reserve(&self, new: &Reserving) -> Result<Reserved, ReserveError> {
        reserve(self.book(), &self.app.app.keys, new).await
    }

    async fn reserved(&self, new: &Reserving) -> State {
        self.reserve(new).await.unwrap().state
    }

    pub(super) async fn cancel(&self, entry: u128, of: u128) {
        let actor = Actor::public(HEALTH);
        cancel(self.book(), &actor, id(entry), place(of), false)
            .await
            .unwrap();
    }

    /// Places given out, and bookings that wait.
    pub(super) async fn counts(&self) -> (i64, i64) {
        let reader = self.book().db().reader();
        let slots = slots(reader, SessionId(id(OFFER).0)).await.unwrap();
        (slots[0].booked, slots[0].waiting)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn hundreds_who_press_at_once_fill_the_slot_exactly_and_wait_in_order_of_arrival() {
    const PRESS: u128 = 300;
    const PLACES: i64 = 30;
    in_world_on(TODAY, async |world| {
        world.offered(&format!("18:00-18:30 {PLACES}")).await;
        let all: Vec<Reserving> = (0..PRESS)
            .map(|at| reserving(1_000 + at, at as u64, 1))
            .collect();
        let answers = join_all(all.iter().map(|new| world.reserve(new))).await;
        let told = answers
            .iter()
            .filter(|answer| answer.as_ref().unwrap().state == State::Booked);
        assert_eq!(told.count() as i64, PLACES);
        assert_eq!(world.counts().await, (PLACES, PRESS as i64 - PLACES));
        let reader = world.book().db().reader();
        let bookings = booking::of_session(reader, SessionId(id(OFFER).0));
        let bookings = bookings.await.unwrap();
        let arrivals: Vec<i64> = bookings.iter().map(|booking| booking.arrival).collect();
        assert_eq!(arrivals, (1..=PRESS as i64).collect::<Vec<_>>());
        for booking in &bookings {
            let expected = match booking.arrival <= PLACES {
                true => State::Booked,
                false => State::Waiting,
            };
            assert_eq!(booking.state, expected, "arrival {}", booking.arrival);
            let new = all.iter().position(|new| new.entry.0 == booking.id.0);
            let answer = answers[new.unwrap()].as_ref().unwrap();
            assert_eq!(answer.state, booking.state, "everyone was told the truth");
        }
        // Two cancel: the first two of those who wait move up.
        world.cancel(5_000, bookings[0].id.0.as_u128()).await;
        world.cancel(5_001, bookings[7].id.0.as_u128()).await;
        let again = booking::of_session(reader, SessionId(id(OFFER).0));
        let booked: Vec<i64> = again
            .await
            .unwrap()
            .iter()
            .filter(|booking| booking.state == State::Booked)
            .map(|booking| booking.arrival)
            .collect();
        let expected = (1..=PLACES + 2).filter(|arrival| ![1, 8].contains(arrival));
        assert_eq!(booked, expected.collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn sent_twice_is_one_booking_and_a_phone_has_one() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 10").await;
        let new = reserving(10, 1, 2);
        let first = world.reserve(&new).await.unwrap();
        assert_eq!(world.reserve(&new).await.unwrap(), first);
        assert_eq!(world.counts().await, (2, 0));
        let mut other = reserving(11, 1, 1);
        other.phone = "＋８６ １３０ ００００ ０００１".into();
        let refused = world.reserve(&other).await;
        assert!(
            matches!(refused, Err(ReserveError::PhoneHasOne)),
            "{refused:?}"
        );
        // Both at once, by two forms.
        let (a, b) = (reserving(12, 2, 1), reserving(13, 2, 1));
        let (a, b) = tokio::join!(world.reserve(&a), world.reserve(&b));
        assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1);
        assert_eq!(world.counts().await, (3, 0));
        // After cancelling, the phone may book anew.
        world.cancel(14, 10).await;
        world.cancel(15, 10).await;
        assert_eq!(world.counts().await, (1, 0));
        assert_eq!(world.reserved(&reserving(16, 1, 1)).await, State::Booked);
    })
    .await;
}

#[tokio::test]
async fn nobody_overtakes_a_group_that_waits() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 5").await;
        assert_eq!(world.reserved(&reserving(10, 1, 2)).await, State::Booked);
        assert_eq!(world.reserved(&reserving(11, 2, 2)).await, State::Booked);
        assert_eq!(world.reserved(&reserving(12, 3, 4)).await, State::Waiting);
        // One place is free, but a group waits before.
        assert_eq!(world.reserved(&reserving(13, 4, 1)).await, State::Waiting);
        world.cancel(20, 10).await;
        assert_eq!(world.counts().await, (2, 2), "three free do not hold four");
        // The group gives up: the one behind it moves up.
        world.cancel(21, 12).await;
        assert_eq!(world.counts().await, (3, 0));
        let mut large = reserving(14, 5, 6);
        let refused = world.reserve(&large).await;
        assert!(
            matches!(refused, Err(ReserveError::NeverFits(5))),
            "{refused:?}"
        );
        large.names.clear();
        let refused = world.reserve(&large).await;
        assert!(
            matches!(refused, Err(ReserveError::NamesMissing)),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn who_came_is_counted_for_the_service_and_can_be_corrected() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 10").await;
        world.reserve(&reserving(10, 1, 4)).await.unwrap();
        let (book, keys) = (world.book(), &world.app.app.keys);
        assert_eq!(world.figure("services-held", ROOT).await, Some(0));
        let tick = async |entry, served| {
            let tick = Tick {
                entry: id(entry),
                booking: place(10),
                served,
                seen: None,
                reason: "更正",
            };
            serve(book, &world.clerk, &tick).await
        };
        tick(30, 4).await.unwrap();
        tick(31, 4).await.unwrap();
        tick(32, 3).await.unwrap();
        let more = tick(33, 5).await;
        assert!(
            matches!(more, Err(DoorError::MoreThanBooked(4))),
            "{more:?}"
        );
        let mut new = WalkIn {
            entry: id(40),
            session: SessionId(id(OFFER).0),
            slot: slot_id(id(OFFER), 0),
            names: names("甲、乙\n丙"),
        };
        for _ in 0..2 {
            walk_in(book, keys, &world.clerk, &new).await.unwrap();
        }
        new.entry = id(41);
        new.names = names("丁、戊、己、庚");
        let full = walk_in(book, keys, &world.clerk, &new).await;
        assert!(matches!(full, Err(DoorError::Full)), "{full:?}");
        assert_eq!(world.figure("people-served", ROOT).await, Some(6));
        assert_eq!(world.figure("services-held", ROOT).await, Some(1));
        assert_eq!(world.figure("service-uptake", ROOT).await, Some(6_000));
        let stranger = walk_in(book, keys, &world.officer, &new).await;
        assert!(matches!(stranger, Err(DoorError::NotYours)), "{stranger:?}");
    })
    .await;
}

#[tokio::test]
async fn a_slot_in_the_past_is_not_offered_nor_booked() {
    in_world_on(TODAY, async |world| {
        let past = evening("08:00-08:30 10");
        let refused = offer(world.book(), &world.clerk, &past).await;
        assert!(matches!(refused, Err(OfferError::Past)), "{refused:?}");
        let other = offer(world.book(), &world.officer, &evening("18:00-18:30 10")).await;
        assert!(matches!(other, Err(OfferError::NotYours)), "{other:?}");
        let mut later = evening("18:00-18:30 10");
        later.opens_at = instant(later.day, "17:00:00".parse().unwrap());
        offer(world.book(), &world.clerk, &later).await.unwrap();
        let early = world.reserve(&reserving(10, 1, 1)).await;
        assert!(
            matches!(early, Err(ReserveError::NotOpenYet(_))),
            "{early:?}"
        );
        world.app.forward(chrono::TimeDelta::hours(7));
        let late = world.reserve(&reserving(10, 1, 1)).await;
        assert!(matches!(late, Err(ReserveError::Begun)), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_foreman_books_without_an_account_and_cancels_by_code() {
    in_world_on(TODAY, async |world| {
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let entry = id(OFFER).to_string();
        let mut offered = [
            ("entry", entry.as_str()),
            ("title_zh", "建筑工人疫苗夜场"),
            ("unit", "7"),
            ("place", "人才公寓工地"),
            ("day", "2021-03-20"),
            ("slots", "晚上"),
            ("opens_day", "2021-03-20"),
            ("opens_time", "09:00"),
            ("eligibility", "区内工地的建筑工人"),
        ];
        let again = clerk.post("/service_sessions", &offered).await;
        assert_eq!(again.status(), 422);
        offered[5].1 = "18:00-18:30 3";
        let page = clerk.post("/service_sessions", &offered).await;
        let url = format!("/services/{entry}");
        page.assert_redirect(&url);

        let foreman = world.app.stranger();
        assert!(foreman.get("/services").await.html().contains("疫苗夜场"));
        let (booking, slot) = (id(7).to_string(), slot_id(id(OFFER), 0).to_string());
        let mut form = [
            ("entry", booking.as_str()),
            ("slot", slot.as_str()),
            ("phone", "123"),
            ("names", "赵大\n钱二"),
        ];
        let again = foreman.post(&url, &form).await;
        assert_eq!(again.status(), 422);
        assert_eq!(again.value("phone").as_deref(), Some("123"));
        form[2].1 = "１３９００００１２３４";
        let sent = foreman.post(&url, &form).await;
        let own = sent.redirect().unwrap();
        assert_eq!(
            foreman.post(&url, &form).await.redirect(),
            Some(own.clone())
        );
        let door = format!("{url}/door");
        for lang in Lang::ALL {
            let (foreman, clerk) = (foreman.reading(lang), clerk.reading(lang));
            for url in [
                "/services",
                &url,
                &own,
                "/service_bookings",
                "/service_bookings?code=X",
            ] {
                assert_eq!(foreman.get(url).await.status(), 200, "{url}");
            }
            for url in ["/service_sessions", "/service_sessions/new", &door] {
                assert_eq!(clerk.get(url).await.status(), 200, "{url}");
            }
        }
        let page = clerk.get(format!("{door}?q=钱二")).await;
        assert!(page.html().contains("139****1234"), "{}", page.html());
        assert!(!page.html().contains("13900001234"));
        let officer = world.app.sign_in_as(&world.officer).await;
        assert_eq!(officer.get(&door).await.status(), 404);

        let tick = id(50).to_string();
        let tick = [
            ("entry", tick.as_str()),
            ("booking", &booking),
            ("served", "9"),
        ];
        assert_eq!(clerk.post(&door, &tick).await.status(), 422);
        let cancel = id(51).to_string();
        let cancelling = format!("{own}/cancellation");
        let page = foreman.post(&cancelling, &[("entry", &cancel)]).await;
        page.assert_redirect(&own);
        assert_eq!(world.counts().await, (0, 0));
        let guessed = foreman.get("/service_bookings/AAAAAAAAAA").await;
        assert_eq!(guessed.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn ticks_of_two_phones_count_once_and_whoever_did_not_know_of_the_other_is_told() {
    in_world_on("2021-03-20", async |world| {
        world.offered("18:00-18:30 10").await;
        world.reserve(&reserving(10, 1, 4)).await.unwrap();
        let tick = |entry, served| Tick {
            entry: id(entry),
            booking: place(10),
            served,
            seen: Some(0),
            reason: "更正",
        };
        let (first, same) = (tick(20, 3), tick(21, 3));
        let (a, b) = tokio::join!(
            serve(world.book(), &world.clerk, &first),
            serve(world.book(), &world.clerk, &same)
        );
        assert!(a.is_ok() && b.is_ok(), "{a:?} {b:?}");
        assert_eq!(world.figure("people-served", ROOT).await, Some(3));
        let other = serve(world.book(), &world.clerk, &tick(22, 4)).await;
        assert!(matches!(other, Err(DoorError::Meanwhile)), "{other:?}");
        let knowing = Tick {
            seen: Some(3),
            ..tick(23, 4)
        };
        serve(world.book(), &world.clerk, &knowing).await.unwrap();
        // The first tick comes again, late: it was counted then, and is not the last word.
        let late = serve(world.book(), &world.clerk, &first).await;
        let of_first = late.is_ok() || matches!(late, Err(DoorError::Meanwhile));
        assert!(of_first, "{late:?}");
        assert_eq!(world.figure("people-served", ROOT).await, Some(4));
    })
    .await;
}

#[tokio::test]
async fn the_list_at_the_door_is_kept_on_its_day_and_printed_with_the_end_of_each_code() {
    in_world_on("2021-03-18", async |world| {
        world.offered("18:00-18:30 10").await;
        world.app.set_day("2021-03-20");
        let reserved = world.reserve(&reserving(10, 1, 2)).await.unwrap();
        world.app.set_day("2021-03-18");
        let door = format!("/services/{}/door", id(OFFER));
        let clerk = world.app.sign_in_as(&world.clerk).await;
        assert_eq!(clerk.get(&door).await.header("x-offline-seconds"), None);
        world.app.set_day("2021-03-20");
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let page = clerk.get(&door).await;
        assert!(page.header("x-offline-seconds").is_some());
        assert!(page.has("form[data-offline-stay]") && page.has("[data-door-scan][hidden]"));
        assert!(!page.html().contains(&reserved.code), "no code is told");
        let printed = clerk.get(format!("{door}/list")).await;
        let row = printed.table().remove(0).join(" ");
        assert!(row.contains(&format!("…{}", &reserved.code[6..])), "{row}");
        assert!(!printed.html().contains(&reserved.code));
        let booking = format!("/service_bookings/{}", reserved.code);
        let own = world.app.stranger().get(&booking).await;
        assert!(own.has("svg.qr") && own.html().contains("快到时间了"));
        let officer = world.app.sign_in_as(&world.officer).await;
        assert_eq!(officer.get(format!("{door}/list")).await.status(), 404);
    })
    .await;
}
