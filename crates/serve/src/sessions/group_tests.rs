//! A foreman brings more people than there are places left.
use super::{
    booking::State,
    offering::slot_id,
    reserving::{ReserveError, Reserving},
    tests::{OFFER, TODAY, reserving},
};
use crate::world::{id, in_world_on};
use futures::future::join_all;

fn alone(entry: u128, phone: u64, people: usize) -> Reserving {
    Reserving {
        waits: false,
        ..reserving(entry, phone, people)
    }
}

#[tokio::test]
async fn places_that_are_left_stay_open_unless_the_group_means_to_wait() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 20").await;
        world.reserve(&alone(10, 1, 13)).await.unwrap();
        let refused = world.reserve(&alone(11, 2, 12)).await;
        assert!(
            matches!(refused, Err(ReserveError::TooFew(7))),
            "{refused:?}"
        );
        assert_eq!(world.counts().await, (13, 0), "nothing was taken");
        let fits = world.reserve(&alone(11, 2, 6)).await.unwrap();
        assert_eq!(fits.state, State::Booked);
        let waits = world.reserve(&reserving(12, 3, 12)).await.unwrap();
        assert_eq!(waits.state, State::Waiting);
        // Once somebody waits, whoever comes waits behind them without being asked.
        let behind = world.reserve(&alone(13, 4, 2)).await.unwrap();
        assert_eq!(behind.state, State::Waiting);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn groups_that_press_at_once_are_booked_refused_or_queued_and_never_oversold() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 20").await;
        let all: Vec<Reserving> = (0..30).map(|at| alone(100 + at, at as u64, 3)).collect();
        let answers = join_all(all.iter().map(|new| world.reserve(new))).await;
        let booked = answers
            .iter()
            .filter(|answer| matches!(answer, Ok(reserved) if reserved.state == State::Booked));
        assert_eq!(booked.count(), 6, "six threes are eighteen of twenty");
        for answer in &answers {
            let told = matches!(answer, Ok(_) | Err(ReserveError::TooFew(2)));
            assert!(told, "{answer:?}");
        }
        assert_eq!(world.counts().await, (18, 0));
    })
    .await;
}

#[tokio::test]
async fn a_foreman_is_asked_before_all_of_them_wait() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 3").await;
        world.reserve(&alone(10, 1, 2)).await.unwrap();
        let foreman = world.app.stranger();
        let url = format!("/services/{}", id(OFFER));
        let (booking, slot) = (id(7).to_string(), slot_id(id(OFFER), 0).to_string());
        let form = [
            ("entry", booking.as_str()),
            ("slot", slot.as_str()),
            ("phone", "13900001234"),
            ("names", "赵大\n钱二"),
            ("waits", "true"),
        ];
        assert!(!foreman.get(&url).await.has("[name=waits]"));
        let asked = foreman.post(&url, &form[..4]).await;
        assert_eq!(asked.status(), 422);
        assert!(asked.alert().contains("只剩 1 个名额"), "{}", asked.alert());
        assert!(asked.has("[name=waits]:not([checked])"));
        assert_eq!(asked.value("names").as_deref(), Some("赵大\n钱二"));
        let sent = foreman.post(&url, &form).await;
        let own = foreman.follow(&sent).await;
        assert!(own.notice().contains("候补第 1 位"), "{}", own.notice());
        assert_eq!(world.counts().await, (2, 1));
    })
    .await;
}

#[tokio::test]
async fn all_that_is_wrong_with_a_booking_is_told_at_once() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 3").await;
        let entry = id(7).to_string();
        let form = [("entry", entry.as_str()), ("phone", "123"), ("names", " ")];
        let stranger = world.app.stranger();
        let url = format!("/services/{}", id(OFFER));
        let again = stranger.post(&url, &form).await;
        assert_eq!(again.status(), 422);
        for field in ["slot", "phone", "names"] {
            assert!(
                again.has(&format!("#{field}-problem")),
                "{field}: {}",
                again.html()
            );
        }
    })
    .await;
}

#[tokio::test]
async fn all_that_is_wrong_with_a_session_is_told_at_once() {
    in_world_on(TODAY, async |world| {
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let entry = id(OFFER).to_string();
        let typed = [
            ("entry", entry.as_str()),
            ("unit", "1"),
            ("title_zh", "接种夜场"),
            ("place", ""),
            ("day", "周五"),
            ("slots", "晚上"),
            ("opens_day", "2021-03-01"),
            ("opens_time", "九点"),
        ];
        let again = clerk.post("/service_sessions", &typed).await;
        assert_eq!(again.status(), 422);
        let told = ["place", "day", "slots", "opens_day"];
        assert_eq!(again.problems(), told, "{}", again.alert());
        assert_eq!(again.value("title_zh").as_deref(), Some("接种夜场"));
    })
    .await;
}
