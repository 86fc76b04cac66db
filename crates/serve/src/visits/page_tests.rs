//! What people see: somebody on a phone, the office, an outsider.
use super::world::{World, id, in_visited_world};
use testkit::{Page, Session};

const ENTRY: &str = "018f0000-0000-7000-8000-000000000001";

const TYPED: [(&str, &str); 10] = [
    ("entry", ENTRY),
    ("visited", "云渡精工有限公司"),
    ("people", "林晓、顾云，韩竹"),
    ("day", "2021-03-12"),
    ("unit", "3"),
    ("heard", "订单充足。"),
    ("problem", "水压不够。"),
    ("fate", "help"),
    ("problem", ""),
    ("fate", "help"),
];

impl World<'_> {
    async fn phone(&self) -> Session {
        self.app.sign_in_as(&self.water).await
    }
}

/// The form with one field typed otherwise.
async fn send(browser: &Session, field: &str, value: &str) -> Page {
    let typed = TYPED.map(|(name, kept)| match name == field {
        true => (name, value),
        false => (name, kept),
    });
    browser.post("/visits", &typed).await
}

#[tokio::test]
async fn a_visit_is_recorded_and_its_problem_is_a_case() {
    in_visited_world(async |world| {
        let browser = world.phone().await;
        let form = browser.get("/visits/new").await;
        assert_eq!(form.value("people").unwrap(), "林晓");
        assert!(form.header("x-offline-seconds").is_some());
        assert_eq!(
            form.attribute("form.form", "data-offline-page").as_deref(),
            Some("/visits/new")
        );
        let url = format!("/visits/{ENTRY}");
        send(&browser, "", "").await.assert_redirect(&url);
        send(&browser, "", "").await.assert_redirect(&url);
        let page = browser.get(&url).await;
        assert!(page.text("main").contains("林晓、顾云、韩竹"));
        let case = page.attribute("#problems ~ * td a, section a[href^='/cases/']", "href");
        let case = browser.get(case.unwrap()).await;
        assert!(
            case.text("main").contains("云渡精工有限公司"),
            "where it was heard"
        );
        let list = browser
            .get("/visits?view=mine&text=%E7%B2%BE%E5%B7%A5")
            .await;
        assert_eq!(list.table().len(), 1);
        assert!(list.text(".tabs").contains('1'));
    })
    .await;
}

#[tokio::test]
async fn wrong_input_comes_back_with_a_sentence_and_what_was_typed() {
    in_visited_world(async |world| {
        let browser = world.phone().await;
        for (field, value, sentence) in [
            ("visited", "", "请填写走访的是哪个企业"),
            ("visited", "云渡精工厂", "是不是：云渡精工有限公司"),
            ("visited", "云渡旧厂有限公司", "该单位在走访当天已经撤销"),
            ("day", "2021-03-16", "走访日期还没有到"),
            ("day", "昨天", "请填写走访日期"),
            ("people", " 、", "至少一人"),
            ("unit", "4", "没有为这个单位登记走访的权限"),
        ] {
            let page = send(&browser, field, value).await;
            assert_eq!(page.status(), 422, "{field} {value}");
            assert!(page.alert().contains(sentence), "{field}: {}", page.alert());
            // A unit that is not one's own cannot be chosen, so it cannot be shown as chosen.
            let kept = if field == "unit" { "" } else { value };
            assert_eq!(page.value(field).unwrap(), kept);
            assert!(page.html().contains("水压不够。"));
        }
    })
    .await;
}

#[tokio::test]
async fn an_outsider_finds_neither_the_visit_nor_its_correction() {
    in_visited_world(async |world| {
        send(&world.phone().await, "", "").await;
        let other = world.app.sign_in_as(&world.officer).await;
        for path in ["", "/correction"] {
            let page = other.get(format!("/visits/{ENTRY}{path}")).await;
            assert_eq!(page.status(), 404);
        }
        assert_eq!(other.get("/visits").await.table().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_correction_asks_for_a_reason_and_shows_in_the_history() {
    in_visited_world(async |world| {
        let browser = world.phone().await;
        send(&browser, "", "").await;
        let url = format!("/visits/{ENTRY}");
        let form = browser.get(format!("{url}/correction")).await;
        let fields = |reason: &'static str| {
            [
                ("entry", "018f0000-0000-7000-8000-000000000002"),
                ("corrects", ENTRY),
                ("visited", "云渡精工有限公司"),
                ("people", "林晓"),
                ("day", "2021-03-11"),
                ("unit", "3"),
                ("heard", "订单充足。"),
                ("reason", reason),
            ]
        };
        assert_eq!(form.value("day").unwrap(), "2021-03-12");
        let refused = browser.post(format!("{url}/correction"), &fields("")).await;
        assert_eq!(refused.status(), 422);
        let sent = browser
            .post(format!("{url}/correction"), &fields("人数写错"))
            .await;
        sent.assert_redirect(&url);
        let page = browser.get(&url).await;
        assert!(page.text("main").contains("2021-03-11"));
        assert!(page.text(".timeline").contains("人数写错"));
    })
    .await;
}

#[tokio::test]
async fn whom_nobody_has_visited_is_listed_until_somebody_went() {
    in_visited_world(async |world| {
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let url = "/visits/unvisited?sort=enterprise&since=2021-03-01";
        let before = clerk.get(url).await;
        assert_eq!(before.table().len(), 1, "the closed one is not asked for");
        send(&world.phone().await, "", "").await;
        assert_eq!(clerk.get(url).await.table().len(), 0);
        let later = clerk.get("/visits/unvisited?since=2021-03-13").await;
        assert_eq!(later.table()[0][2], "2021-03-12");
        for path in ["/visits/unvisited.xlsx", "/visits.xlsx"] {
            assert!(clerk.get(path).await.bytes.starts_with(b"PK"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn all_that_is_wrong_with_a_visit_is_told_at_once_each_at_its_field() {
    in_visited_world(async |world| {
        let browser = world.phone().await;
        let long = "水".repeat(2_001);
        let typed = [
            ("entry", ENTRY),
            ("visited", "没有的企业"),
            ("people", " "),
            ("day", "2021-03-16"),
            ("unit", "3"),
            ("heard", "订单充足。"),
            ("problem", ""),
            ("fate", "help"),
            ("problem", &long),
            ("fate", "help"),
        ];
        let again = browser.post("/visits", &typed).await;
        assert_eq!(again.status(), 422);
        let told = ["visited", "people", "day", "problem-1"];
        assert_eq!(again.problems(), told, "{}", again.alert());
        assert!(again.html().contains(&long) && again.html().contains("订单充足。"));
        send(&browser, "", "").await;
        let entry = id(2).to_string();
        let typed = [
            ("entry", entry.as_str()),
            typed[1],
            typed[2],
            typed[3],
            typed[4],
        ];
        let again = browser
            .post(format!("/visits/{ENTRY}/correction"), &typed)
            .await;
        let told = ["visited", "people", "day", "reason"];
        assert_eq!(again.problems(), told, "{}", again.alert());
    })
    .await;
}
