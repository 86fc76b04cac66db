//! Joint handling: one lead, helpers with a duty, a clock, a reply and a sign-off each; first contact; the fallback unit.
use super::{
    acting::ActError,
    case::{Helper, PartState, Refused, State, Step},
    fallback,
    limit::Limit,
    world::{OFFICE, POLICE, ROADS, ROOT, WATER, World, case, day, helps, id, in_world},
};

const ENTRY: &str = "018f0000-0000-7000-8000-0000000000b1";

impl World<'_> {
    async fn accepted(&self, number: u128) {
        self.raise(&self.told(number)).await.unwrap();
        let limit = Limit::Ordinary;
        self.act(&self.desk, number + 1, number, Step::Accept { limit })
            .await
            .unwrap();
    }

    async fn fall_back_on(&self, unit: kernel::UnitId) {
        let new = fallback::Model {
            from_day: day("2021-03-15"),
            unit,
        };
        fallback::set(self.book(), &self.clerk, (id(900), &new))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn helpers_are_named_line_by_line_with_what_they_are_to_do() {
    in_world(async |world| {
        world.accepted(1).await;
        let browser = world.app.sign_in_as(&world.desk).await;
        let url = format!("/cases/{}/dispatch", case(1));
        let form = browser.get(&url).await;
        assert!(form.html().contains("做什么"), "{}", form.html());
        let typed = [
            ("entry", ENTRY),
            ("lead", "水务中心"),
            ("helper", "BM03"),
            ("duty", ""),
            ("until", ""),
        ];
        let refused = browser.post(&url, &typed).await;
        assert_eq!(refused.status(), 422);
        assert!(
            refused.field_error("做什么").is_some(),
            "{}",
            refused.html()
        );
        let late = [
            ("entry", ENTRY),
            ("lead", "水务中心"),
            ("helper", "BM03"),
            ("duty", "清理路面"),
            ("until", "2021-03-25"),
        ];
        let refused = browser.post(&url, &late).await;
        assert_eq!(refused.status(), 422, "the case is due on the 24th");
        assert!(refused.html().contains("不晚于本件的期限"));
        let more = [&late[..4], &[("until", "2021-03-18"), ("rows", "2")]].concat();
        let form = browser.post(&url, &more).await;
        assert_eq!(form.html().matches("name=\"duty\"").count(), 6);
        assert_eq!(form.value("lead").as_deref(), Some("水务中心"));
        let sent = [
            &late[..4],
            &[
                ("until", "2021-03-18"),
                ("helper", "海棠苑社区"),
                ("duty", "告知居民"),
                ("until", ""),
                ("helper", ""),
                ("duty", ""),
                ("until", ""),
            ],
        ]
        .concat();
        browser
            .post(&url, &sent)
            .await
            .assert_redirect(format!("/cases/{}", case(1)));
        let record = browser.get(format!("/cases/{}", case(1))).await;
        let html = record.html();
        for seen in ["清理路面", "告知居民", "2021-03-18", "签收以前，由首接单位"]
        {
            assert!(html.contains(seen), "{seen}: {html}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_reply_is_looked_at_by_another_before_the_case_is_closed() {
    in_world(async |world| {
        world.dispatched().await;
        for (entry, actor, step) in [
            (10, &world.water, Step::Acknowledge(WATER)),
            (11, &world.roads, Step::Acknowledge(ROADS)),
            (12, &world.roads, Step::Answer(ROADS)),
            (13, &world.water, Step::Answer(WATER)),
        ] {
            world.act(actor, entry, 1, step).await.unwrap();
        }
        let code = super::store::CODE.made(&world.app.app.keys, id(1));
        let asker = world.app.stranger();
        let told = asker.post("/follow", &[("code", code.as_str())]).await;
        let by_roads = |page: testkit::Page| page.html().matches("市政中心").count();
        assert_eq!(by_roads(told), 1, "that it was acknowledged, and no more");
        let open = world.act(&world.desk, 20, 1, Step::Close).await;
        assert!(matches!(open, Err(ActError::Refused(Refused::HelpersOpen))));
        let own = world.act(&world.roads, 21, 1, Step::SignOff(ROADS)).await;
        assert!(matches!(own, Err(ActError::Refused(Refused::NotYours))));
        let lead = world.app.sign_in_as(&world.water).await;
        assert!(lead.get("/mine").await.html().contains("审定协办答复"));
        let form = lead.get(format!("/cases/{}/part_sign_off", case(1))).await;
        assert!(
            form.html().contains("任务：清理路面") && form.html().contains("答复：已安排疏通。"),
            "{}",
            form.html()
        );
        let url = format!("/cases/{}/part_redo", case(1));
        let form = [("entry", ENTRY), ("noted", "还缺照片")];
        lead.post(&url, &form)
            .await
            .assert_redirect(format!("/cases/{}", case(1)));
        let part = world
            .whole(1)
            .await
            .parts
            .into_iter()
            .find(|part| part.unit == ROADS);
        assert_eq!(part.unwrap().state(), PartState::Handling);
        for (entry, actor, step) in [
            (22, &world.roads, Step::Answer(ROADS)),
            (23, &world.water, Step::SignOff(ROADS)),
        ] {
            world.act(actor, entry, 1, step).await.unwrap();
        }
        let record = lead.get(format!("/cases/{}", case(1))).await;
        assert!(
            record.html().contains("2021-03-15 由 "),
            "{}",
            record.html()
        );
        let told = asker.post("/follow", &[("code", code.as_str())]).await;
        assert_eq!(
            by_roads(told),
            2,
            "signed off, the second reply is told; the first never"
        );
        world.act(&world.desk, 24, 1, Step::Close).await.unwrap();
        assert_eq!(world.whole(1).await.case.state(), State::Closed);
        assert_eq!(world.figure("cases-closed", ROOT).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_helps_is_told_by_its_own_clock() {
    in_world(async |world| {
        world.accepted(1).await;
        let helper = Helper {
            due_on: Some(day("2021-03-18")),
            ..helps(ROADS)
        };
        let (lead, helpers) = (WATER, vec![helper]);
        world
            .act(&world.desk, 3, 1, Step::Dispatch { lead, helpers })
            .await
            .unwrap();
        for (actor, entry, unit) in [(&world.water, 10, WATER), (&world.roads, 11, ROADS)] {
            world
                .act(actor, entry, 1, Step::Acknowledge(unit))
                .await
                .unwrap();
        }
        let tell = async |today: &str| {
            world.app.set_day(today);
            let days = calendar::WorkingDays::china();
            super::notice::tell(world.book(), &days).await.unwrap()
        };
        assert_eq!(tell("2021-03-15").await, 0);
        assert_eq!(tell("2021-03-16").await, 1, "two working days before");
        assert_eq!(tell("2021-03-18").await, 1, "on its day");
        assert_eq!(tell("2021-03-19").await, 1, "after it");
        world.app.set_day("2021-03-19");
        let roads = world.app.sign_in_as(&world.roads).await;
        assert_eq!(roads.get("/cases/notices").await.tables()[0].len(), 3);
        world
            .act(&world.roads, 12, 1, Step::Answer(ROADS))
            .await
            .unwrap();
        assert_eq!(tell("2021-03-22").await, 1, "only the lead is still at it");
    })
    .await;
}

#[tokio::test]
async fn a_case_that_two_leads_return_falls_to_the_fallback_unit() {
    in_world(async |world| {
        world.fall_back_on(OFFICE).await;
        world.accepted(1).await;
        for (entry, lead, actor) in [(10, WATER, &world.water), (20, ROADS, &world.roads)] {
            let helpers = Vec::new();
            world
                .act(&world.desk, entry, 1, Step::Dispatch { lead, helpers })
                .await
                .unwrap();
            world
                .act(actor, entry + 1, 1, Step::Return(lead))
                .await
                .unwrap();
            let again = world.act(actor, entry + 1, 1, Step::Return(lead)).await;
            assert!(!again.unwrap().is_new(), "sent twice is one return");
        }
        let whole = world.whole(1).await;
        assert_eq!(whole.case.state(), State::Dispatched);
        assert!(whole.parts[0].is_lead && whole.parts[0].unit == OFFICE);
        let browser = world.app.sign_in_as(&world.desk).await;
        let record = browser.get(format!("/cases/{}", case(1))).await;
        assert!(
            record.html().contains("转给兜底单位：党政办公室"),
            "{}",
            record.html()
        );
        let kept = world.act(&world.desk, 30, 1, Step::Return(OFFICE)).await;
        assert!(matches!(kept, Err(ActError::Refused(Refused::Fallback))));
        world
            .act(&world.desk, 31, 1, Step::Acknowledge(OFFICE))
            .await
            .unwrap();
        assert_eq!(world.figure("cases-led", OFFICE).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn what_residents_send_by_themselves_is_heard_by_the_fallback_unit() {
    in_world(async |world| {
        let browser = world.app.sign_in_as(&world.clerk).await;
        let form = |unit: &'static str, from_day: &'static str| {
            [("entry", ENTRY), ("unit", unit), ("from_day", from_day)]
        };
        let past = browser
            .post("/cases/fallback", &form("6", "2021-03-01"))
            .await;
        assert_eq!(past.status(), 422);
        assert!(past.html().contains("今天或以后的日期"));
        let nowhere = browser
            .post("/cases/fallback", &form("77", "2021-03-15"))
            .await;
        assert_eq!(nowhere.status(), 422);
        let officer = world.app.sign_in_as(&world.officer).await;
        let not_theirs = officer
            .post("/cases/fallback", &form("6", "2021-03-15"))
            .await;
        assert!(matches!(not_theirs.status(), 403 | 404));
        browser
            .post("/cases/fallback", &form("6", "2021-03-15"))
            .await
            .assert_redirect("/cases/fallback");
        let sent = [
            ("entry", "018f0000-0000-7000-8000-0000000000b2"),
            ("kind", "complaint"),
            ("body", "夜里有人飙车"),
        ];
        let received = world.app.stranger().post("/tell-us", &sent).await;
        assert_eq!(received.status(), 200, "{}", received.html());
        let id = super::store::CaseId(sent[0].1.parse().unwrap());
        let whole = super::store::Whole::load(world.book().db().reader(), id).await;
        assert_eq!(whole.unwrap().unwrap().case.desk, POLICE);
        assert_eq!(officer.get(format!("/cases/{id}")).await.status(), 200);
        let other = world.app.sign_in_as(&world.water).await;
        assert_eq!(other.get(format!("/cases/{id}")).await.status(), 404);
    })
    .await;
}
