//! Messages about bookings, to a gateway that the test plays.
use super::{
    booking::{CODE, PlaceId, State},
    cancelling::cancel,
    offering::{Offering, instant, offer, slot_id},
    reserving::{Reserving, reserve},
    session::SessionId,
    slot_text,
};
use crate::world::{HEALTH, World, day, id, in_world_set_up};
use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::Actor;
use testkit::TestGateway;

const OFFER: u128 = 1;

/// On 15 March at noon, an evening is offered for the 17th.
async fn in_evening(test: impl AsyncFn(&World<'_>, &TestGateway)) {
    let gateway = TestGateway::open().await;
    let setting = gateway.setting();
    in_world_set_up(
        |settings| settings.sms = setting,
        async |world| {
            let new = Offering {
                entry: id(OFFER),
                unit: HEALTH,
                title_zh: "疫苗夜场".into(),
                title_en: "Vaccination evening".into(),
                place: "工地".into(),
                day: day("2021-03-17"),
                opens_at: at("2021-03-15", "09:00:00"),
                eligibility: String::new(),
                slots: slot_text::read("18:00-18:30 2").unwrap(),
            };
            offer(world.book(), &world.clerk, &new).await.unwrap();
            test(world, &gateway).await;
        },
    )
    .await;
}

fn at(day: &str, time: &str) -> DateTime<Utc> {
    instant(day.parse().unwrap(), time.parse().unwrap())
}

impl World<'_> {
    async fn books(&self, entry: u128, people: usize) -> State {
        let new = Reserving {
            entry: id(entry),
            session: SessionId(id(OFFER).0),
            slot: slot_id(id(OFFER), 0),
            phone: format!("138{entry:08}"),
            names: (0..people).map(|at| format!("工友{at}")).collect(),
            employer: String::new(),
            waits: true,
            tells: true,
        };
        let reserved = reserve(self.book(), &self.app.app.keys, &new).await;
        reserved.unwrap().state
    }

    async fn gives_up(&self, entry: u128, of: u128) {
        let (actor, of) = (Actor::public(HEALTH), PlaceId(id(of).0));
        let done = cancel(self.book(), &actor, id(entry), of, false).await;
        done.unwrap();
    }

    fn moves_to(&self, day: &str, time: &str) {
        let now = self.book().clock().now();
        self.app.forward(at(day, time) - now);
    }
}

#[tokio::test]
async fn who_books_is_told_the_code_who_waits_their_place_and_who_moves_up_that_they_did() {
    in_evening(async |world, gateway| {
        assert_eq!(world.books(10, 2).await, State::Booked);
        assert_eq!(world.books(11, 1).await, State::Waiting);
        world.app.run_jobs().await;
        let told = gateway.texts();
        let code = CODE.made(&world.app.app.keys, id(10));
        assert!(
            told[0].contains("您已预约") && told[0].contains(&code),
            "{told:?}"
        );
        assert!(told[1].contains("候补"), "{told:?}");
        world.gives_up(20, 10).await;
        world.app.run_jobs().await;
        let told = gateway.take();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].1["phone"], "13800000011");
        assert!(told[0].1["text"].as_str().unwrap().contains("有名额了"));
        assert_eq!(world.app.run_jobs().await, 0, "nobody is told twice");
    })
    .await;
}

#[tokio::test]
async fn a_reminder_comes_a_day_before_to_those_who_still_come() {
    in_evening(async |world, gateway| {
        world.books(10, 1).await;
        world.books(11, 1).await;
        world.app.run_jobs().await;
        world.gives_up(20, 11).await;
        gateway.take();
        world.moves_to("2021-03-16", "17:59:00");
        world.app.run_jobs().await;
        assert_eq!(gateway.texts(), Vec::<String>::new());
        world.moves_to("2021-03-16", "18:00:00");
        world.app.run_jobs().await;
        let told = gateway.take();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].1["phone"], "13800000010");
    })
    .await;
}

#[tokio::test]
async fn at_night_nobody_is_told_what_can_wait_until_the_morning() {
    in_evening(async |world, gateway| {
        world.books(10, 2).await;
        world.books(11, 1).await;
        world.app.run_jobs().await;
        gateway.take();
        world.moves_to("2021-03-15", "22:30:00");
        world.gives_up(20, 10).await;
        world.app.run_jobs().await;
        assert_eq!(gateway.texts(), Vec::<String>::new());
        // Whoever books at night waits for the code, and gets it.
        world.books(12, 1).await;
        world.app.run_jobs().await;
        assert_eq!(gateway.texts().len(), 1);
        world.moves_to("2021-03-16", "07:30:00");
        world.app.run_jobs().await;
        assert!(gateway.texts()[0].contains("有名额了"));
    })
    .await;
}

#[tokio::test]
async fn a_gateway_that_fails_is_asked_again() {
    in_evening(async |world, gateway| {
        gateway.answers(StatusCode::BAD_GATEWAY);
        world.books(10, 1).await;
        world.app.run_jobs().await;
        gateway.answers(StatusCode::OK);
        let before = gateway.take();
        world.app.forward(TimeDelta::hours(1));
        world.app.run_jobs().await;
        let after = gateway.take();
        assert_eq!(after.len(), 1);
        let key = |sent: &(axum::http::HeaderMap, _)| sent.0["idempotency-key"].clone();
        assert_eq!(key(&before[0]), key(&after[0]), "the gateway can tell");
    })
    .await;
}
