//! Time limits that change from a day on.
use super::{
    case::Step,
    limit::{self, Limit},
    limits::{SetError, Setting, set, set_second},
    world::{World, day, id, in_world},
};
use chrono::NaiveDate;

fn setting(entry: u128, amount: i32, from: &str) -> Setting {
    Setting {
        entry: id(entry),
        code: "ordinary".into(),
        measure: "working_days".into(),
        amount,
        from_day: day(from),
    }
}

impl World<'_> {
    async fn due_when_accepted(&self, entry: u128) -> Option<NaiveDate> {
        self.raise(&self.told(entry)).await.unwrap();
        let limit = Limit::Ordinary;
        self.act(&self.clerk, entry + 1, entry, Step::Accept { limit })
            .await
            .unwrap();
        self.whole(entry).await.case.due_on
    }
}

#[tokio::test]
async fn a_rule_holds_from_its_day_on_and_no_case_before_it_is_touched() {
    in_world(async |world| {
        let first = world.due_when_accepted(100).await;
        let rule = setting(1, 3, "2021-03-16");
        assert!(
            set(world.book(), &world.clerk, &rule)
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !set(world.book(), &world.clerk, &rule)
                .await
                .unwrap()
                .is_new()
        );
        assert_eq!(world.due_when_accepted(110).await, first);
        world.app.set_day("2021-03-16");
        assert_eq!(world.due_when_accepted(120).await, Some(day("2021-03-19")));
        assert_eq!(world.whole(100).await.case.due_on, first);
    })
    .await;
}

#[tokio::test]
async fn a_rule_in_the_past_or_with_a_gap_is_refused() {
    in_world(async |world| {
        let past = set(world.book(), &world.clerk, &setting(1, 3, "2021-03-14")).await;
        assert!(matches!(past, Err(SetError::Past)));
        let gap = set(world.book(), &world.clerk, &setting(2, 0, "2021-03-20")).await;
        assert!(matches!(gap, Err(SetError::Gap)));
        let long = set(world.book(), &world.clerk, &setting(3, 401, "2021-03-20")).await;
        assert!(matches!(long, Err(SetError::Amount)));
        let officer = set(world.book(), &world.water, &setting(4, 3, "2021-03-20")).await;
        assert!(matches!(officer, Err(SetError::NotYours)));
    })
    .await;
}

#[tokio::test]
async fn both_sets_of_rules_can_be_had_and_the_page_says_which_holds() {
    in_world(async |world| {
        set_second(world.book(), &world.clerk, (id(1), day("2021-03-16")))
            .await
            .unwrap();
        let reader = world.book().db().reader();
        let complex = limit::on(reader, "complex", day("2021-03-16"))
            .await
            .unwrap()
            .unwrap();
        assert_eq!((complex.measure.as_str(), complex.amount), ("months", 1));
        let report = limit::on(reader, limit::REPORT, day("2021-03-15"))
            .await
            .unwrap();
        assert_eq!(report, None);
        let browser = world.app.sign_in_as(&world.clerk).await;
        let page = browser.get("/cases/limits").await;
        assert!(
            page.html().contains("1 个月") && page.html().contains("将要适用"),
            "{}",
            page.html()
        );
        let form = [
            ("entry", "018f0000-0000-7000-8000-00000000000c"),
            ("code", "ordinary"),
            ("measure", "working_days"),
            ("amount", "5"),
            ("from_day", "2021-03-01"),
        ];
        let refused = browser.post("/cases/limits", &form).await;
        assert_eq!(refused.status(), 422);
        assert!(refused.html().contains("不能改过去的规则"));
        let mut all_wrong = form;
        all_wrong[3].1 = "很多";
        let again = browser.post("/cases/limits", &all_wrong).await;
        assert_eq!(
            again.problems(),
            ["amount", "from_day"],
            "{}",
            again.alert()
        );
        let (name, text) = ("名".repeat(201), "长".repeat(2_001));
        let all_wrong = [
            ("entry", "018f0000-0000-7000-8000-00000000000d"),
            ("name", name.as_str()),
            ("from_day", "明天"),
            ("text", text.as_str()),
        ];
        let again = browser.post("/cases/templates", &all_wrong).await;
        let told = ["name", "from_day", "text"];
        assert_eq!(again.problems(), told, "{}", again.alert());
        let officer = world.app.sign_in_as(&world.water).await;
        assert_eq!(officer.get("/cases/limits").await.status(), 200);
    })
    .await;
}
