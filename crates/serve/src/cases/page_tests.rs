//! What people see: a resident without an account, officers of several units, an outsider.
use super::{
    case::{Act, Step},
    world::{ROADS, WATER, World, case, helps, in_world},
};
use kernel::{Lang, UnitId};
use testkit::{Page, Session};

const ENTRY: &str = "018f0000-0000-7000-8000-000000000001";

impl World<'_> {
    async fn browser(&self) -> Session {
        self.app.sign_in_as(&self.desk).await
    }

    /// A resident sends the form; the page that answers.
    async fn tell(&self, stranger: &Session, body: &str, compared: &str) -> Page {
        let form = [
            ("entry", ENTRY),
            ("kind", "complaint"),
            ("body", body),
            ("place", "海棠苑3号楼"),
            ("phone", "１３８ 0000 1234"),
            ("compared", compared),
        ];
        stranger.post("/tell-us", &form).await
    }
}

#[tokio::test]
async fn every_page_lets_in_who_may_enter_and_nobody_else() {
    in_world(async |world| world.app.assert_access_is_kept().await).await;
}

#[tokio::test]
async fn a_resident_raises_a_case_and_follows_it_to_its_answer() {
    in_world(async |world| {
        let stranger = world.app.stranger();
        let received = world.tell(&stranger, "下水道堵塞三天了。", "").await;
        assert_eq!(received.status(), 200, "{}", received.html());
        let code = received.text("strong");
        assert!(received.html().contains("202103150001"));
        let again = world.tell(&stranger, "下水道堵塞三天了。", "").await;
        assert_eq!(again.text("strong"), code, "sent twice is one case");

        let browser = world.browser().await;
        let url = format!("/cases/{ENTRY}");
        let accept = [
            ("entry", "018f0000-0000-7000-8000-000000000002"),
            ("limit", "utility"),
        ];
        browser
            .post(format!("{url}/acceptance"), &accept)
            .await
            .assert_redirect(&url);
        let dispatch = [
            ("entry", "018f0000-0000-7000-8000-000000000003"),
            ("lead", "水务中心"),
            ("helper", "BM03"),
            ("duty", "清理路面"),
        ];
        browser
            .post(format!("{url}/dispatch"), &dispatch)
            .await
            .assert_redirect(&url);
        let officer = world.app.sign_in_as(&world.water).await;
        let acknowledge = [("entry", "018f0000-0000-7000-8000-000000000004")];
        officer
            .post(format!("{url}/acknowledgement"), &acknowledge)
            .await
            .assert_redirect(&url);
        let answer = [
            ("entry", "018f0000-0000-7000-8000-000000000005"),
            ("said", "已疏通，请放心。"),
            ("noted", "堵点在检查井"),
        ];
        officer
            .post(format!("{url}/answer"), &answer)
            .await
            .assert_redirect(&url);

        let typed = code.to_lowercase();
        let followed = stranger.post("/follow", &[("code", typed.as_str())]).await;
        let html = followed.html();
        assert!(
            html.contains("已疏通，请放心。") && html.contains("水务中心"),
            "{html}"
        );
        assert!(
            !html.contains("堵点在检查井"),
            "what is for the office stays there"
        );
        let wrong = stranger.post("/follow", &[("code", "ABCDEFGHJK")]).await;
        assert_eq!(wrong.status(), 422);
        assert!(wrong.field_error("查询码").is_some());
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_too_large_costs_nothing_of_what_was_typed() {
    in_world(async |world| {
        let form = [
            ("entry", ENTRY),
            ("kind", "complaint"),
            ("body", "井盖松了"),
            ("place", "棠舟社区"),
        ];
        let film = vec![7; 80 * 1024 * 1024];
        let file = testkit::Upload {
            field: "files",
            file_name: "录像.jpg",
            bytes: &film,
        };
        let stranger = world.app.stranger();
        let refused = stranger.upload("/tell-us", &form, file).await;
        assert_eq!(refused.status(), 422);
        let html = refused.html();
        assert!(
            html.contains("录像.jpg") && html.contains("20 MB"),
            "{html}"
        );
        assert!(html.contains("井盖松了"), "what was typed is still there");
        assert_eq!(refused.value("place").as_deref(), Some("棠舟社区"));
    })
    .await;
}

#[tokio::test]
async fn every_page_of_a_case_opens_in_both_languages() {
    in_world(async |world| {
        world.answered().await;
        let browser = world.browser().await;
        let url = format!("/cases/{}", case(1));
        let mut pages: Vec<String> = [
            "",
            "?view=all&kind=complaint&state=answered&unit=3&text=堵塞",
            "?view=unit",
            "?view=late",
            "?view=due",
        ]
        .iter()
        .map(|query| format!("/cases{query}"))
        .collect();
        pages.extend([
            "/cases/new".into(),
            url.clone(),
            "/mine".into(),
            "/search?q=堵塞".into(),
        ]);
        for lang in Lang::ALL {
            let browser = browser.reading(lang);
            for page in &pages {
                let page = browser.get(page).await;
                assert_eq!(page.status(), 200, "{}", page.html());
            }
            for act in Act::ALL {
                let page = browser.get(format!("{url}/{}", act.code())).await;
                assert!(matches!(page.status(), 200 | 422), "{act:?}");
            }
            for page in ["/tell-us", "/follow"] {
                assert_eq!(
                    world.app.stranger().reading(lang).get(page).await.status(),
                    200
                );
            }
        }
        assert_eq!(browser.get(format!("{url}/nonsense")).await.status(), 404);
        assert_eq!(browser.get("/cases.xlsx?view=all").await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn the_list_counts_what_it_opens_and_says_who_did_it() {
    in_world(async |world| {
        world.dispatched().await;
        let browser = world.browser().await;
        let all = browser.get("/cases?view=all&text=污水").await;
        assert_eq!(all.tables()[0].len(), 1, "{:?}", all.tables());
        assert_eq!(
            browser
                .get("/cases?view=all&text=路灯")
                .await
                .tables()
                .len(),
            0
        );
        let record = browser.get(format!("/cases/{}", case(1))).await;
        let html = record.html();
        assert!(html.contains("群众"), "a resident raised it");
        assert!(html.contains("138****1234") && !html.contains("13800001234"));
        let english = browser
            .reading(Lang::En)
            .get(format!("/cases/{}", case(1)))
            .await;
        assert!(english.html().contains("A resident"));
    })
    .await;
}

#[tokio::test]
async fn a_case_that_is_late_is_in_the_view_of_late_ones() {
    in_world(async |world| {
        world.dispatched().await;
        let browser = world.browser().await;
        assert_eq!(browser.get("/cases?view=late").await.tables().len(), 0);
        world.app.set_day("2021-03-25");
        let browser = world.browser().await;
        let late = browser.get("/cases?view=late").await;
        assert_eq!(late.tables()[0].len(), 1);
        assert!(late.html().contains("已超期"));
    })
    .await;
}

#[tokio::test]
async fn looking_at_the_contact_is_in_the_book_and_only_for_who_handles_the_case() {
    in_world(async |world| {
        world.dispatched().await;
        let url = format!("/cases/{}/contact_views", case(1));
        let look = [("entry", ENTRY)];
        let leader = world.app.people.leader("沈秋", UnitId(1));
        let leader = world.app.sign_in_as(&leader).await;
        assert_eq!(
            leader.get(format!("/cases/{}", case(1))).await.status(),
            200
        );
        assert_eq!(leader.post(&url, &look).await.status(), 404);
        let officer = world.app.sign_in_as(&world.water).await;
        let full = officer.post(&url, &look).await;
        assert!(full.html().contains("13800001234") && full.html().contains("何婶"));
        let record = officer.get(format!("/cases/{}", case(1))).await;
        assert!(record.html().contains("查看了联系方式"));
        assert!(!record.html().contains("13800001234"));
    })
    .await;
}

#[tokio::test]
async fn a_unit_without_a_part_does_not_find_the_case() {
    in_world(async |world| {
        world.raise(&world.told(1)).await.unwrap();
        let url = format!("/cases/{}", case(1));
        let officer = world.app.sign_in_as(&world.roads).await;
        assert_eq!(officer.get(&url).await.status(), 404);
        assert_eq!(officer.get(format!("{url}/acceptance")).await.status(), 404);
        let limit = super::limit::Limit::Ordinary;
        world
            .act(&world.desk, 2, 1, Step::Accept { limit })
            .await
            .unwrap();
        let (lead, helpers) = (WATER, vec![helps(ROADS)]);
        world
            .act(&world.desk, 3, 1, Step::Dispatch { lead, helpers })
            .await
            .unwrap();
        assert_eq!(
            officer.get(&url).await.status(),
            200,
            "helpers see what they help with"
        );
    })
    .await;
}

#[tokio::test]
async fn similar_open_cases_are_shown_before_one_is_sent() {
    in_world(async |world| {
        world.raise(&world.told(1)).await.unwrap();
        let stranger = world.app.stranger();
        let text = "海棠苑3号楼下水道堵塞，污水流到路上。";
        // Strangers see nothing of a case until the office wrote what they may see.
        let sent = world.tell(&stranger, text, "").await;
        assert!(!sent.html().contains("何婶") && sent.html().contains("查询码"));
        let browser = world.browser().await;
        let form = [
            ("entry", "018f0000-0000-7000-8000-000000000009"),
            ("body", text),
            ("desk", "2"),
        ];
        let shown = browser.post("/cases/new", &form).await;
        assert_eq!(shown.status(), 200);
        assert!(shown.html().contains("202103150001"), "{}", shown.html());
        let again = [form[0], form[1], form[2], ("compared", "true")];
        let sent = browser.post("/cases/new", &again).await;
        sent.assert_redirect("/cases/018f0000-0000-7000-8000-000000000009");
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_only_the_proposed_beginning_is_refused() {
    in_world(async |world| {
        world.dispatched().await;
        world
            .act(&world.water, 10, 1, Step::Acknowledge(WATER))
            .await
            .unwrap();
        let officer = world.app.sign_in_as(&world.water).await;
        let url = format!("/cases/{}/answer", case(1));
        let form = officer.get(&url).await;
        let said = form.value("said").unwrap();
        let refused = officer
            .post(&url, &[("entry", ENTRY), ("said", said.as_str())])
            .await;
        assert_eq!(refused.status(), 422);
        assert!(refused.html().contains("请写明对反映人说的话"));
    })
    .await;
}

#[tokio::test]
async fn the_explanation_of_a_reopened_case_begins_with_the_reopening() {
    in_world(async |world| {
        world.answered().await;
        let officer = world.browser().await;
        let url = format!("/cases/{}", case(1));
        let first = officer.get(&url).await.text("[aria-labelledby=clock] ol");
        assert!(first.contains("受理"), "{first}");
        world.act(&world.desk, 20, 1, Step::Close).await.unwrap();
        world.act(&world.desk, 21, 1, Step::Reopen).await.unwrap();
        let lines = officer.get(&url).await.text("[aria-labelledby=clock] ol");
        assert!(lines.contains("重新打开，重新计时"), "{lines}");
        assert!(!lines.contains("受理"), "{lines}");
    })
    .await;
}

#[tokio::test]
async fn days_may_be_typed_in_full_width_digits() {
    in_world(async |world| {
        world.dispatched().await;
        world
            .act(&world.water, 10, 1, Step::Acknowledge(WATER))
            .await
            .unwrap();
        let officer = world.app.sign_in_as(&world.water).await;
        let url = format!("/cases/{}", case(1));
        let asked = [("entry", ENTRY), ("by", "３"), ("noted", "配件没到")];
        let sent = officer.post(format!("{url}/extension_request"), &asked);
        sent.await.assert_redirect(&url);
    })
    .await;
}

#[tokio::test]
async fn all_that_is_wrong_with_what_a_resident_wrote_is_told_at_once() {
    in_world(async |world| {
        let stranger = world.app.stranger();
        let form = [("entry", ENTRY), ("body", " "), ("phone", "123")];
        let again = stranger.post("/tell-us", &form).await;
        assert_eq!(again.status(), 422, "{}", again.html());
        for field in ["body", "phone"] {
            assert!(again.has(&format!("#{field}-problem")), "{field}");
        }
        assert_eq!(again.value("phone").as_deref(), Some("123"));
        let long = "长".repeat(201);
        let form = [
            ("entry", ENTRY),
            ("body", "灯坏了"),
            ("place", &long),
            ("name", &long),
        ];
        let again = stranger.post("/tell-us", &form).await;
        assert_eq!(again.problems(), ["place", "name"], "{}", again.alert());
    })
    .await;
}
