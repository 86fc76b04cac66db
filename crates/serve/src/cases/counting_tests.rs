//! What is counted of cases: rates, exclusions, boards, bulletins; and, below, what is told of them.
mod reminding;

use super::{
    case::{Kind, Outcome, Step},
    notice,
    raising::Raising,
    template, weights,
    world::{HAITANG, ROADS, ROOT, WATER, World, case, day, id, in_world},
};
use calendar::WorkingDays;
use kernel::Actor;
use testkit::Session;

impl World<'_> {
    /// Case 1 is closed, with a satisfied asker and confirmed as fixed.
    async fn closed_with_a_satisfied_asker(&self) {
        self.answered().await;
        for (entry, step) in [
            (20, Step::CallBack(Outcome::Satisfied)),
            (21, Step::Confirm),
            (22, Step::Close),
        ] {
            self.act(&self.desk, entry, 1, step).await.unwrap();
        }
    }

    async fn browser_of(&self, actor: &Actor) -> Session {
        self.app.sign_in_as(actor).await
    }

    async fn tell_what_is_due(&self) -> u64 {
        notice::tell(self.book(), &WorkingDays::china())
            .await
            .unwrap()
    }

    /// Cases of a kind, raised today.
    async fn raise_many(&self, first: u128, kind: Kind, count: u128) {
        for number in first..first + count {
            let new = Raising {
                kind,
                ..self.told(number)
            };
            self.raise(&new).await.unwrap();
        }
    }
}

#[tokio::test]
async fn an_exclusion_is_approved_by_another_and_leaves_every_rate_and_is_listed() {
    in_world(async |world| {
        world.closed_with_a_satisfied_asker().await;
        for rate in ["response-rate", "resolution-rate", "satisfaction-rate"] {
            assert_eq!(world.figure(rate, ROOT).await, Some(10_000), "{rate}");
        }
        world
            .act(&world.water, 30, 1, Step::AskToLeaveOut)
            .await
            .unwrap();
        assert_eq!(
            world.figure("close-rate", ROOT).await,
            Some(10_000),
            "asked is not approved"
        );
        let own = world.act(&world.water, 31, 1, Step::LeaveOut).await;
        assert!(own.is_err());
        world.act(&world.desk, 32, 1, Step::LeaveOut).await.unwrap();
        for rate in [
            "response-rate",
            "resolution-rate",
            "satisfaction-rate",
            "close-rate",
        ] {
            assert_eq!(
                world.figure(rate, ROOT).await,
                None,
                "{rate} has nothing to measure by"
            );
        }
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(1));
        let browser = world.browser_of(&world.clerk).await;
        let list = browser.get("/cases/exclusions").await;
        let html = list.html();
        let approved = "2021-03-15，";
        assert!(
            html.contains("现场照片已存档") && html.contains(approved),
            "{html}"
        );
        let rates = browser.get("/cases/rates").await;
        assert!(rates.html().contains("剔除 1 件"), "{}", rates.html());
    })
    .await;
}

#[tokio::test]
async fn rates_show_their_denominators_and_their_weights_change_from_a_day_on() {
    in_world(async |world| {
        world.closed_with_a_satisfied_asker().await;
        world.raise(&world.told(50)).await.unwrap();
        let limit = super::limit::Limit::Ordinary;
        world
            .act(&world.desk, 51, 50, Step::Accept { limit })
            .await
            .unwrap();
        let browser = world.browser_of(&world.clerk).await;
        let page = browser.get("/cases/rates").await;
        let html = page.html();
        assert!(
            html.contains("2 件中的 1 件") && html.contains("50.0%"),
            "{html}"
        );
        // 30 % of 50 %, 35 % of 50 %, 35 % of 100 %.
        assert!(html.contains("67.5%"), "{html}");
        let new = weights::Model {
            from_day: day("2021-03-15"),
            response: 10,
            resolution: 45,
            satisfaction: 45,
        };
        weights::set(world.book(), &world.clerk, (id(90), &new))
            .await
            .unwrap();
        assert!(browser.get("/cases/rates").await.html().contains("72.5%"));
        let form = [
            ("entry", "018f0000-0000-7000-8000-00000000000d"),
            ("response", "50"),
            ("resolution", "50"),
            ("satisfaction", "50"),
            ("from_day", "2021-04-01"),
        ];
        let refused = browser.post("/cases/rates/weights", &form).await;
        assert_eq!(refused.status(), 422);
        assert!(refused.html().contains("合计应为 100"));
    })
    .await;
}

#[tokio::test]
async fn as_lead_and_as_helper_are_two_figures() {
    in_world(async |world| {
        world.dispatched().await;
        for (figure, unit, count) in [("cases-led", ROOT, 1), ("cases-led", WATER, 0)] {
            assert_eq!(
                world.figure(figure, unit).await,
                Some(count),
                "first contact leads until another accepts: {unit:?}"
            );
        }
        for (actor, entry, unit) in [(&world.water, 10, WATER), (&world.roads, 11, ROADS)] {
            world
                .act(actor, entry, 1, Step::Acknowledge(unit))
                .await
                .unwrap();
        }
        for (figure, unit, count) in [
            ("cases-led", ROOT, 1),
            ("cases-led", WATER, 1),
            ("cases-led", ROADS, 0),
            ("cases-helped", ROADS, 1),
            ("cases-helped", WATER, 0),
        ] {
            assert_eq!(
                world.figure(figure, unit).await,
                Some(count),
                "{figure} {unit:?}"
            );
        }
        world
            .act(&world.desk, 20, 1, Step::Transfer(ROADS))
            .await
            .unwrap();
        assert_eq!(world.figure("cases-led", ROADS).await, Some(0));
        world
            .act(&world.roads, 21, 1, Step::Acknowledge(ROADS))
            .await
            .unwrap();
        assert_eq!(world.figure("cases-led", ROADS).await, Some(1));
        assert_eq!(world.figure("cases-led", WATER).await, Some(0));
        assert_eq!(world.figure("cases-helped", ROADS).await, Some(0));
    })
    .await;
}

#[tokio::test]
async fn each_count_of_a_board_opens_as_many_cases() {
    in_world(async |world| {
        world.dispatched().await;
        world.raise_many(100, Kind::Praise, 2).await;
        let nowhere = Raising {
            place: String::new(),
            ..world.told(110)
        };
        world.raise(&nowhere).await.unwrap();
        let browser = world.browser_of(&world.clerk).await;
        for by in ["kind", "unit", "place", "month"] {
            let board = browser.get(format!("/cases/board?by={by}")).await;
            assert_eq!(board.status(), 200, "{}", board.html());
            let links = board.links();
            let counts = links.iter().filter(|(text, href)| {
                href.starts_with("/cases?") && text.parse::<usize>().is_ok()
            });
            let mut seen = 0;
            for (count, href) in counts {
                let list = browser.get(href).await;
                let rows = list.tables().first().map_or(0, Vec::len);
                assert_eq!(rows.to_string(), *count, "{by}: {href}");
                seen += 1;
            }
            assert!(1 < seen, "{by}");
        }
        let places = browser.get("/cases/board?by=place").await;
        assert!(places.html().contains("海棠苑社区") && places.html().contains("未写地点"));
        assert_eq!(HAITANG.0, 5);
    })
    .await;
}

/// A bulletin as it was published: 41 cases, a week after one with 34.
#[tokio::test]
async fn a_published_bulletin_typed_in_as_cases_comes_out_as_published() {
    in_world(async |world| {
        world.app.set_day("2021-03-09");
        let kinds = [Kind::Inquiry, Kind::Help, Kind::Complaint, Kind::Suggestion];
        for (at, (kind, count)) in (1..).zip(kinds.into_iter().zip([10, 8, 12, 4])) {
            world.raise_many(at * 1_000, kind, count).await;
        }
        world.app.set_day("2021-03-17");
        for (at, (kind, count)) in (5..).zip(kinds.into_iter().zip([12, 8, 16, 4])) {
            world.raise_many(at * 1_000, kind, count).await;
        }
        world.raise_many(9_000, Kind::Report, 1).await;
        // The same thing twice is one.
        world.raise_many(9_500, Kind::Help, 1).await;
        let step = Step::Merge(case(6_000));
        world.act(&world.desk, 9_600, 9_500, step).await.unwrap();
        let browser = world.browser_of(&world.clerk).await;
        let page = browser.get("/cases/bulletin?week=2021-03-20").await;
        let html = page.html();
        for published in [
            "2021-03-15 至 2021-03-21，共接到群众诉求 41 件，环比增长 20.6%。",
            "咨询类 12 件，占 29.3%，环比增长 20.0%。",
            "求助类 8 件，占 19.5%，环比持平。",
            "投诉举报类 17 件，占 41.5%，环比增长 41.7%。",
            "建议表扬类 4 件，占 9.8%，环比持平。",
        ] {
            assert!(html.contains(published), "{published}: {html}");
        }
        let links = page.links();
        let complaints = links.iter().find(|(text, _)| text == "17").unwrap();
        let list = browser.get(&complaints.1).await;
        assert_eq!(list.tables()[0].len(), 17);
    })
    .await;
}

#[tokio::test]
async fn a_template_is_put_into_the_answer_without_script_too() {
    in_world(async |world| {
        let new = template::Model {
            entry: id(90),
            name: "已修复".into(),
            kind: "complaint".into(),
            from_day: day("2021-03-15"),
            text: "问题已修复，感谢您的反映。".into(),
        };
        template::write(world.book(), &world.clerk, &new)
            .await
            .unwrap();
        let officer = template::write(world.book(), &world.water, &new).await;
        assert!(
            officer.is_err(),
            "an officer of one unit does not write for all"
        );
        world.dispatched().await;
        world
            .act(&world.water, 10, 1, Step::Acknowledge(WATER))
            .await
            .unwrap();
        let browser = world.browser_of(&world.water).await;
        let url = format!("/cases/{}/answer", case(1));
        let form = browser.get(&url).await;
        assert!(form.html().contains("已修复"), "{}", form.html());
        let said = form.value("said").unwrap();
        let entry = form.value("entry").unwrap();
        let fields = [
            ("entry", entry.as_str()),
            ("said", said.as_str()),
            ("template", "已修复"),
        ];
        let again = browser.post(&url, &fields).await;
        let said = again.value("said").unwrap();
        assert!(said.contains("感谢您的反映"), "{said}");
        let sent = browser
            .post(&url, &[("entry", entry.as_str()), ("said", said.as_str())])
            .await;
        sent.assert_redirect(format!("/cases/{}", case(1)));
        // From tomorrow on it is gone; what was answered stays.
        let gone = template::Model {
            entry: id(91),
            from_day: day("2021-03-16"),
            text: String::new(),
            ..new
        };
        template::write(world.book(), &world.clerk, &gone)
            .await
            .unwrap();
        world.app.set_day("2021-03-16");
        let browser = world.browser_of(&world.clerk).await;
        assert!(
            browser
                .get("/cases/templates")
                .await
                .html()
                .contains("还没有模板")
        );
    })
    .await;
}

#[tokio::test]
async fn a_closed_case_is_looked_at_again_and_comes_back_under_its_number() {
    in_world(async |world| {
        world.closed_with_a_satisfied_asker().await;
        let number = world.whole(1).await.case.number;
        world
            .act(&world.desk, 30, 1, Step::LookAgainOn(day("2021-04-15")))
            .await
            .unwrap();
        world.app.set_day("2021-04-15");
        let browser = world.browser_of(&world.clerk).await;
        assert!(browser.get("/mine").await.html().contains("待复查"));
        let form = [
            ("entry", "018f0000-0000-7000-8000-00000000000e"),
            ("found", "back_again"),
            ("noted", "污水又溢出来了"),
        ];
        let url = format!("/cases/{}/recheck", case(1));
        browser
            .post(&url, &form)
            .await
            .assert_redirect(format!("/cases/{}", case(1)));
        let whole = world.whole(1).await;
        assert_eq!(
            (whole.case.number, whole.case.state.as_str()),
            (number, "handling")
        );
        assert_eq!(world.figure("cases-closed", ROOT).await, Some(0));
    })
    .await;
}

#[tokio::test]
async fn every_page_about_cases_opens_in_both_languages() {
    in_world(async |world| {
        world.closed_with_a_satisfied_asker().await;
        world.raise_many(100, Kind::Help, 1).await;
        let browser = world.browser_of(&world.clerk).await;
        for lang in kernel::Lang::ALL {
            let browser = browser.reading(lang);
            for page in [
                "/cases/board?by=unit",
                "/cases/bulletin",
                "/cases/rates",
                "/cases/exclusions",
                "/cases/limits",
                "/cases/templates",
                "/cases/notices",
                "/cases?view=all&from=2021-03-01&to=2021-03-31&state=open&kind=help,complaint&place=-",
            ] {
                let page = browser.get(page).await;
                assert_eq!(page.status(), 200, "{}", page.html());
            }
            let split = browser.get(format!("/cases/{}/split", case(100))).await;
            assert_eq!(split.status(), 200);
        }
    })
    .await;
}
