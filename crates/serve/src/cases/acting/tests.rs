use super::*;
use crate::cases::{
    case::{Outcome, State},
    limit::Limit,
    world::{HAITANG, OFFICE, ROADS, ROOT, WATER, World, day, helps, in_world},
};
use sea_orm::{EntityTrait, IntoActiveModel};

impl World<'_> {
    async fn state(&self) -> State {
        self.whole(1).await.case.state()
    }
}

#[tokio::test]
async fn a_case_goes_all_the_way_and_counts_once() {
    in_world(async |world| {
        world.answered().await;
        for (entry, step) in [
            (20, Step::CallBack(Outcome::Satisfied)),
            (21, Step::Confirm),
            (22, Step::Close),
        ] {
            world.act(&world.desk, entry, 1, step).await.unwrap();
        }
        assert_eq!(world.state().await, State::Closed);
        assert_eq!(world.figure("cases-closed", ROOT).await, Some(1));
        assert_eq!(world.figure("cases-closed", WATER).await, Some(1));
        assert_eq!(world.figure("cases-closed", ROADS).await, Some(0));
        for rate in ["close-rate", "on-time-rate", "satisfaction-rate"] {
            assert_eq!(world.figure(rate, ROOT).await, Some(10_000), "{rate}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_same_act_sent_twice_is_done_once_and_another_under_its_id_is_refused() {
    in_world(async |world| {
        world.dispatched().await;
        let (lead, helpers) = (WATER, vec![helps(ROADS)]);
        let again = Step::Dispatch { lead, helpers };
        assert!(!world.act(&world.desk, 3, 1, again).await.unwrap().is_new());
        let other = world.act(&world.desk, 3, 1, Step::Close).await;
        assert!(matches!(other, Err(ActError::Book(AppendError::IdReused))));
        assert_eq!(world.figure("close-rate", ROOT).await, Some(0));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_accept_at_once_one_does() {
    in_world(async |world| {
        world.raise(&world.told(1)).await.unwrap();
        let accept = || Step::Accept {
            limit: Limit::Ordinary,
        };
        let (one, two) = tokio::join!(
            world.act(&world.desk, 2, 1, accept()),
            world.act(&world.desk, 3, 1, accept())
        );
        assert_eq!(
            u8::from(one.is_ok()) + u8::from(two.is_ok()),
            1,
            "{one:?} {two:?}"
        );
        assert_eq!(world.whole(1).await.case.version, 1);
    })
    .await;
}

#[tokio::test]
async fn an_officer_of_one_unit_does_not_answer_for_another() {
    in_world(async |world| {
        world.dispatched().await;
        for (entry, step) in [(10, Step::Acknowledge(WATER)), (11, Step::Close)] {
            let refused = world.act(&world.roads, entry, 1, step).await;
            assert!(matches!(refused, Err(ActError::Refused(_))), "{refused:?}");
        }
        assert_eq!(world.state().await, State::Dispatched);
    })
    .await;
}

#[tokio::test]
async fn the_rule_of_the_day_of_acceptance_stays_with_the_case() {
    in_world(async |world| {
        world.dispatched().await;
        assert_eq!(world.whole(1).await.case.due_on, Some(day("2021-03-24")));
        let shorter = limit::Model {
            code: "ordinary".into(),
            from_day: day("2021-03-16"),
            measure: "working_days".into(),
            amount: 3,
        };
        let tx = world.book().db().begin().await.unwrap();
        limit::Entity::insert(shorter.into_active_model())
            .exec_without_returning(&tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        world.app.set_day("2021-03-16");
        world
            .act(&world.water, 19, 1, Step::AskForTime(3))
            .await
            .unwrap();
        world
            .act(&world.desk, 20, 1, Step::Extend(2))
            .await
            .unwrap();
        assert_eq!(world.whole(1).await.case.due_on, Some(day("2021-03-26")));
        assert_eq!(
            world.whole(1).await.case.first_due_on,
            Some(day("2021-03-24"))
        );
        world.raise(&world.told(50)).await.unwrap();
        let limit = Limit::Ordinary;
        world
            .act(&world.desk, 51, 50, Step::Accept { limit })
            .await
            .unwrap();
        assert_eq!(world.whole(50).await.case.due_on, Some(day("2021-03-19")));
    })
    .await;
}

#[tokio::test]
async fn a_paused_case_is_due_later_by_as_long_as_it_stood() {
    in_world(async |world| {
        world.dispatched().await;
        world
            .act(&world.water, 10, 1, Step::Acknowledge(WATER))
            .await
            .unwrap();
        world.app.set_day("2021-03-17");
        world.act(&world.water, 11, 1, Step::Pause).await.unwrap();
        assert_eq!(world.whole(1).await.case.due_on, None);
        world.app.set_day("2021-03-29");
        world.act(&world.water, 12, 1, Step::Resume).await.unwrap();
        // Two of seven working days had passed; the festival of 5 April is no working day.
        assert_eq!(world.whole(1).await.case.due_on, Some(day("2021-04-06")));
    })
    .await;
}

#[tokio::test]
async fn a_case_closed_late_is_closed_but_not_on_time() {
    in_world(async |world| {
        world.answered().await;
        world.app.set_day("2021-03-25");
        world.act(&world.desk, 20, 1, Step::Close).await.unwrap();
        assert_eq!(world.figure("close-rate", ROOT).await, Some(10_000));
        assert_eq!(world.figure("on-time-rate", ROOT).await, Some(0));
    })
    .await;
}

#[tokio::test]
async fn a_reopened_case_keeps_its_number_and_counts_as_open() {
    in_world(async |world| {
        world.answered().await;
        world.act(&world.desk, 20, 1, Step::Close).await.unwrap();
        world.app.set_day("2021-04-12");
        world.act(&world.desk, 21, 1, Step::Reopen).await.unwrap();
        let whole = world.whole(1).await;
        assert_eq!(whole.case.number, "202103150001");
        assert_eq!(
            (whole.case.state(), whole.case.due_on),
            (State::Handling, Some(day("2021-04-21")))
        );
        world.app.set_day("2021-04-14");
        world
            .act(&world.water, 22, 1, Step::Answer(WATER))
            .await
            .unwrap();
        let lead = &world.whole(1).await.parts[0];
        assert_eq!(
            lead.answered_on,
            Some(day("2021-04-14")),
            "of the new answer, not of the first"
        );
        assert_eq!(world.figure("cases-closed", ROOT).await, Some(0));
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_is_not_there_gets_no_case() {
    in_world(async |world| {
        world.raise(&world.told(1)).await.unwrap();
        let limit = Limit::Complex;
        world
            .act(&world.desk, 2, 1, Step::Accept { limit })
            .await
            .unwrap();
        let (lead, helpers) = (UnitId(99), vec![helps(HAITANG), helps(OFFICE)]);
        let gone = world
            .act(&world.desk, 3, 1, Step::Dispatch { lead, helpers })
            .await;
        assert!(matches!(gone, Err(ActError::NoSuchUnit(units)) if units == [UnitId(99)]));
    })
    .await;
}
