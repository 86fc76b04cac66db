use super::{
    booking,
    calling_off::{CallOffError, call_off},
    door::{DoorError, WalkIn, walk_in},
    offering::slot_id,
    reserving::{ReserveError, Reserving, names},
    session::SessionId,
    tests::{OFFER, TODAY, reserving},
};
use crate::world::{ROOT, id, in_world_on};
use futures::future::join_all;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_session_that_is_called_off_takes_nobody_and_counts_nothing() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 10").await;
        world.reserve(&reserving(10, 1, 8)).await.unwrap();
        world.reserve(&reserving(11, 2, 4)).await.unwrap();
        let (book, session) = (world.book(), SessionId(id(OFFER).0));
        let off = async |entry, reason: &str| {
            call_off(book, &world.clerk, id(entry), session, reason).await
        };
        let silent = off(20, " ").await;
        assert!(matches!(silent, Err(CallOffError::Reason)), "{silent:?}");
        let other = call_off(book, &world.officer, id(20), session, "停电").await;
        assert!(matches!(other, Err(CallOffError::NotYours)), "{other:?}");
        // Some press while it is called off: each is told the truth.
        let late: Vec<Reserving> = (0..30)
            .map(|at| reserving(100 + at, 100 + at as u64, 1))
            .collect();
        let pressing = join_all(late.iter().map(|new| world.reserve(new)));
        let (done, answers) = tokio::join!(off(21, "停电，改日另行通知"), pressing);
        done.unwrap();
        off(22, "再按一次").await.unwrap();
        for answer in answers {
            let told = matches!(answer, Ok(_) | Err(ReserveError::CalledOff));
            assert!(told, "{answer:?}");
        }
        let refused = world.reserve(&reserving(12, 3, 1)).await;
        assert!(
            matches!(refused, Err(ReserveError::CalledOff)),
            "{refused:?}"
        );
        let new = WalkIn {
            entry: id(40),
            session,
            slot: slot_id(id(OFFER), 0),
            names: names("甲"),
        };
        let keys = &world.app.app.keys;
        let walked = walk_in(book, keys, &world.clerk, &new).await;
        assert!(matches!(walked, Err(DoorError::CalledOff)), "{walked:?}");
        // There is nothing left to give back, and nobody moves up.
        let (booked, waiting) = world.counts().await;
        world.cancel(30, 10).await;
        assert_eq!(world.counts().await, (booked, waiting));
        world.app.set_day("2021-03-21");
        for code in ["service-uptake", "people-served"] {
            assert!(
                matches!(world.figure(code, ROOT).await, None | Some(0)),
                "{code}"
            );
        }
        let stranger = world.app.stranger();
        let page = stranger.get(format!("/services/{}", id(OFFER))).await;
        assert!(page.html().contains("停电，改日另行通知"));
        assert!(!page.has("form[action^='/services']"));
        let code = booking::CODE.made(keys, id(10));
        let own = stranger.get(format!("/service_bookings/{code}")).await;
        assert!(own.html().contains("停电，改日另行通知"), "{}", own.html());
        assert!(!stranger.get("/services").await.html().contains("疫苗夜场"));
    })
    .await;
}
