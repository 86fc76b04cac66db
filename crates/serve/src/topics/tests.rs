use super::{
    TopicId,
    setting::{Concluding, Setting, TopicError, conclude, set},
};
use crate::world::{ROOT, WATER, World, day, id, in_world};

impl World<'_> {
    fn topic(&self, entry: u128) -> Setting {
        Setting {
            entry: id(entry),
            title: "高峰时段水压不足的成因".into(),
            leader: "林晓".into(),
            unit: WATER,
            plan: "走访十家用水大户，测三个时段水压。".into(),
            set_on: day("2021-02-01"),
            due_on: day("2021-03-10"),
        }
    }
}

#[tokio::test]
async fn a_topic_counts_once_and_is_concluded_once() {
    in_world(async |world| {
        let book = world.book();
        assert!(
            set(book, &world.water, &world.topic(1))
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !set(book, &world.water, &world.topic(1))
                .await
                .unwrap()
                .is_new()
        );
        assert_eq!(world.figure("research-topics", ROOT).await, Some(1));
        let result = |entry| Concluding {
            entry: id(entry),
            topic: TopicId(id(1).0),
            day: day("2021-03-09"),
            result: "管径偏小，建议改造。".into(),
        };
        assert!(
            conclude(book, &world.water, &result(2))
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !conclude(book, &world.water, &result(2))
                .await
                .unwrap()
                .is_new()
        );
        assert!(matches!(
            conclude(book, &world.water, &result(3)).await,
            Err(TopicError::AlreadyConcluded)
        ));
        let concluded = world.figure("research-topics-concluded", ROOT).await;
        assert_eq!(concluded, Some(1));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_refused() {
    in_world(async |world| {
        let book = world.book();
        let wrong = async |change: &dyn Fn(&mut Setting)| {
            let mut new = world.topic(1);
            change(&mut new);
            set(book, &world.water, &new).await.unwrap_err()
        };
        assert!(matches!(
            wrong(&|new| new.title.clear()).await,
            TopicError::Title
        ));
        assert!(matches!(
            wrong(&|new| new.leader.clear()).await,
            TopicError::Leader
        ));
        assert!(matches!(
            wrong(&|new| new.set_on = day("2021-03-16")).await,
            TopicError::DayToCome
        ));
        assert!(matches!(
            wrong(&|new| new.due_on = day("2021-01-31")).await,
            TopicError::Order
        ));
        assert!(matches!(
            wrong(&|new| new.unit = ROOT).await,
            TopicError::NotYours
        ));
    })
    .await;
}

#[tokio::test]
async fn a_topic_is_set_listed_and_concluded_by_its_pages_and_hidden_from_others() {
    in_world(async |world| {
        let browser = world.app.sign_in_as(&world.water).await;
        let entry = "018f0000-0000-7000-8000-000000000001";
        let url = format!("/topics/{entry}");
        let typed = |due_on: &'static str| {
            [
                ("entry", entry),
                ("title", "水压"),
                ("leader", "林晓"),
                ("unit", "3"),
                ("plan", "走访。"),
                ("set_on", "2021-03-01"),
                ("due_on", due_on),
            ]
        };
        let again = browser.post("/topics", &typed("月底")).await;
        assert_eq!(
            (again.status(), again.value("plan").unwrap().as_str()),
            (422, "走访。")
        );
        let sent = browser.post("/topics", &typed("2021-03-12")).await;
        sent.assert_redirect(&url);
        let list = browser.get("/topics?state=late").await;
        assert_eq!(list.table().len(), 1, "15 March is past 12 March");
        let typed = [
            ("entry", "018f0000-0000-7000-8000-000000000002"),
            ("day", "2021-03-15"),
            ("result", "已查清。"),
        ];
        browser.post(&url, &typed).await.assert_redirect(&url);
        assert!(browser.get(&url).await.text("main").contains("已查清。"));
        let other = world.app.sign_in_as(&world.officer).await;
        assert_eq!(other.get(&url).await.status(), 404);
        assert_eq!(other.get("/topics").await.table().len(), 0);
        assert!(browser.get("/topics.xlsx?").await.bytes.starts_with(b"PK"));
    })
    .await;
}

#[tokio::test]
async fn all_that_is_wrong_with_a_topic_or_its_result_is_told_at_once() {
    in_world(async |world| {
        let browser = world.app.sign_in_as(&world.water).await;
        let entry = id(1).to_string();
        let typed = [
            ("entry", entry.as_str()),
            ("title", " "),
            ("leader", "林晓"),
            ("unit", ""),
            ("plan", ""),
            ("set_on", "2021-03-16"),
            ("due_on", "月底"),
        ];
        let again = browser.post("/topics", &typed).await;
        assert_eq!(again.status(), 422);
        // In the order of the form.
        let told = ["title", "unit", "plan", "set_on", "due_on"];
        assert_eq!(again.problems(), told, "{}", again.alert());
        assert_eq!(again.value("leader").as_deref(), Some("林晓"));
        set(world.book(), &world.water, &world.topic(1))
            .await
            .unwrap();
        let typed = [
            ("entry", &*id(2).to_string()),
            ("day", "昨天"),
            ("result", ""),
        ];
        let again = browser.post(format!("/topics/{}", id(1)), &typed).await;
        assert_eq!(again.problems(), ["day", "result"], "{}", again.alert());
    })
    .await;
}
