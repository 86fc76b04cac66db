//! Reminders: before, on and after a deadline, and once each.
use crate::cases::{
    case::Step,
    limit,
    limits::{self, Setting},
    world::{ROADS, ROOT, WATER, day, id, in_world},
};

#[tokio::test]
async fn what_is_due_is_told_before_on_and_after_its_day_and_once_each() {
    in_world(async |world| {
        world.dispatched().await;
        for (actor, entry, unit) in [(&world.water, 10, WATER), (&world.roads, 11, ROADS)] {
            world
                .act(actor, entry, 1, Step::Acknowledge(unit))
                .await
                .unwrap();
        }
        // Due on Wednesday, 24 March.
        for (today, told) in [
            ("2021-03-16", 0),
            ("2021-03-20", 0),
            ("2021-03-22", 2),
            ("2021-03-22", 0),
            ("2021-03-23", 0),
            ("2021-03-24", 2),
            ("2021-03-25", 3),
            ("2021-03-26", 0),
        ] {
            world.app.set_day(today);
            assert_eq!(world.tell_what_is_due().await, told, "{today}");
        }
        let officer = world.browser_of(&world.water).await;
        let notices = officer.get("/cases/notices").await;
        assert_eq!(notices.tables()[0].len(), 3, "{}", notices.html());
        world.app.set_day("2021-03-25");
        let officer = world.browser_of(&world.water).await;
        assert!(
            officer
                .get("/cases")
                .await
                .html()
                .contains("今天有 1 条到期提醒")
        );
        let other = world.browser_of(&world.officer).await;
        assert_eq!(other.get("/cases/notices").await.tables().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn who_has_not_acknowledged_or_reported_in_time_is_told() {
    in_world(async |world| {
        let report = Setting {
            entry: id(90),
            code: limit::REPORT.into(),
            measure: "working_days".into(),
            amount: 3,
            from_day: day("2021-03-15"),
        };
        limits::set(world.book(), &world.clerk, &report)
            .await
            .unwrap();
        world.dispatched().await;
        world.app.set_day("2021-03-17");
        assert_eq!(
            world.tell_what_is_due().await,
            3,
            "both units have not acknowledged, and first contact still leads"
        );
        world
            .act(&world.water, 10, 1, Step::Acknowledge(WATER))
            .await
            .unwrap();
        assert_eq!(
            world.figure("response-rate", ROOT).await,
            Some(0),
            "too late"
        );
        world.app.set_day("2021-03-19");
        assert_eq!(
            world.tell_what_is_due().await,
            1,
            "nothing was reported in three days"
        );
        world
            .act(&world.water, 12, 1, Step::Report(WATER))
            .await
            .unwrap();
        world.app.set_day("2021-03-22");
        assert_eq!(
            world.tell_what_is_due().await,
            2,
            "only that it is nearly due, to each who works on it"
        );
    })
    .await;
}
