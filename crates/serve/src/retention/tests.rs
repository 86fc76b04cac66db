use super::{
    changing::{Change, ChangeError, change},
    rule::Thing,
};
use crate::{
    cases::{case::Step, store::CODE},
    world::{ROOT, World, day, id, in_world},
};
use kernel::Lang;

impl World<'_> {
    /// Case 1 is closed on 15 March 2021.
    async fn closed_in_march(&self) {
        self.answered().await;
        self.act(&self.desk, 20, 1, Step::Close).await.unwrap();
    }

    /// The night's work on a day.
    async fn night_of(&self, day: &str) {
        self.app.set_day(day);
        web::enqueue_daily(&self.app.app).await.unwrap();
        self.app.run_jobs().await;
    }
}

#[tokio::test]
async fn what_was_kept_long_enough_is_cleared_and_stays_counted() {
    in_world(async |world| {
        world.closed_in_march().await;
        world.night_of("2023-03-15").await;
        assert!(world.whole(1).await.case.phone.is_some(), "a day too early");
        world.night_of("2023-03-16").await;
        let case = world.whole(1).await.case;
        assert_eq!(
            (case.name, case.phone, case.phone_found_by),
            (None, None, None)
        );
        assert!(!case.body.contains("下水道"));
        assert_eq!(world.figure("cases-closed", ROOT).await, Some(1));
        let stranger = world.app.stranger();
        let code = CODE.made(&world.app.app.keys, id(1));
        let followed = stranger.post("/follow", &[("code", code.as_str())]).await;
        assert!(
            followed.html().contains("资料已按规定清除"),
            "{}",
            followed.html()
        );
        let asked = [("phone", "13800001234"), ("code", code.as_str())];
        assert_eq!(stranger.post("/own_data", &asked).await.status(), 422);
    })
    .await;
}

#[tokio::test]
async fn an_open_case_is_never_cleared_and_a_night_that_comes_twice_clears_once() {
    in_world(async |world| {
        world.raise(&world.told(50)).await.unwrap();
        world.closed_in_march().await;
        world.night_of("2029-01-01").await;
        world.night_of("2029-01-01").await;
        world.night_of("2029-01-02").await;
        assert!(world.whole(50).await.case.phone.is_some());
        assert!(world.whole(1).await.case.phone.is_none());
    })
    .await;
}

#[tokio::test]
async fn the_time_is_changed_from_a_day_on_and_never_for_the_past() {
    in_world(async |world| {
        world.closed_in_march().await;
        let wanted = |entry, from: &str, months| Change {
            entry: id(entry),
            thing: Thing::Case,
            from: day(from),
            months,
        };
        let book = world.book();
        let past = change(book, &world.clerk, &wanted(90, "2021-03-14", 1)).await;
        assert!(matches!(past, Err(ChangeError::Past)));
        let none = change(book, &world.clerk, &wanted(91, "2021-04-01", 0)).await;
        assert!(matches!(none, Err(ChangeError::Months)));
        let officer = change(book, &world.officer, &wanted(92, "2021-04-01", 1)).await;
        assert!(matches!(officer, Err(ChangeError::NotYours)));
        let shorter = wanted(93, "2021-04-01", 1);
        assert!(change(book, &world.clerk, &shorter).await.unwrap().is_new());
        assert!(!change(book, &world.clerk, &shorter).await.unwrap().is_new());
        world.night_of("2021-04-16").await;
        assert!(world.whole(1).await.case.phone.is_none());
    })
    .await;
}

#[tokio::test]
async fn the_clerk_changes_the_time_on_a_page_and_is_told_what_is_wrong() {
    in_world(async |world| {
        let browser = world.app.sign_in_as(&world.clerk).await;
        assert!(browser.get("/retention").await.html().contains("24 个月"));
        let form = |months, from| {
            [
                ("entry", "018f0000-0000-7000-8000-000000000009"),
                ("months", months),
                ("from", from),
            ]
        };
        let wrong = browser
            .post("/retention/case", &form("十二", "2021-05-01"))
            .await;
        assert!(
            wrong.field_error("保存多少个月").is_some(),
            "{}",
            wrong.html()
        );
        let done = browser
            .post("/retention/case", &form("12", "2021-05-01"))
            .await;
        done.assert_redirect("/retention");
        let listed = browser.reading(Lang::En).get("/retention").await;
        assert!(
            listed.html().contains("From 2021-05-01: 12 months"),
            "{}",
            listed.html()
        );
        assert_eq!(browser.get("/retention/nothing").await.status(), 404);
    })
    .await;
}
