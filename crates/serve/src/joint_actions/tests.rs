use super::{
    adding::{AddError, Adding, add},
    beginning::{BeginError, Beginning, begin},
    handing_over::{HandOverError, HandingOver, hand_over},
    line::Sort,
};
use crate::{
    cases::{
        case::Kind,
        raising::{Raising, raise},
    },
    world::{ROADS, ROOT, WATER, World, day, id, in_world},
};
use kernel::{Actor, Lang};

impl World<'_> {
    fn dancing(&self) -> Beginning {
        Beginning {
            entry: id(1),
            title: "广场舞噪声联合整治".into(),
            problem: "晚上八点以后音响太大。".into(),
            words: "广场舞".into(),
            lead: WATER,
            begun_on: day("2021-03-15"),
        }
    }

    fn line(&self, entry: u128, sort: Sort, on: &str) -> Adding {
        Adding {
            entry: id(entry),
            action: super::ActionId(id(1).0),
            sort,
            day: day(on),
            unit: None,
            who: "彭叔".into(),
            words: "19:30 至 21:30，中心广场".into(),
            case: None,
        }
    }

    /// Complaints about dancing, as many as said, on a day.
    async fn complain(&self, first: u128, on: &str, count: u128) {
        self.app.set_day(on);
        for entry in first..first + count {
            let new = Raising {
                entry: id(entry),
                kind: Kind::Complaint,
                body: "跳广场舞的声音太大，孩子睡不着。".into(),
                place: "中心广场".into(),
                name: String::new(),
                phone: String::new(),
                desk: ROOT,
            };
            let public = Actor::public(ROOT);
            raise(self.book(), &self.app.app.keys, &public, &new)
                .await
                .unwrap();
        }
    }
}

#[tokio::test]
async fn an_action_begins_once_and_needs_words_to_find_its_complaints() {
    in_world(async |world| {
        let new = world.dancing();
        assert!(
            begin(world.book(), &world.water, &new)
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !begin(world.book(), &world.water, &new)
                .await
                .unwrap()
                .is_new()
        );
        let wordless = Beginning {
            entry: id(2),
            words: "！".into(),
            ..new.clone()
        };
        let refused = begin(world.book(), &world.water, &wordless).await;
        assert!(matches!(refused, Err(BeginError::NoWords)));
        let other = Beginning {
            entry: id(3),
            lead: ROADS,
            ..new
        };
        let refused = begin(world.book(), &world.water, &other).await;
        assert!(matches!(refused, Err(BeginError::NotYours)));
    })
    .await;
}

#[tokio::test]
async fn a_patrol_counts_once_it_is_handed_over_and_once_only() {
    in_world(async |world| {
        begin(world.book(), &world.water, &world.dancing())
            .await
            .unwrap();
        let patrol = world.line(10, Sort::Patrol, "2021-03-16");
        add(world.book(), &world.water, &patrol).await.unwrap();
        let new = HandingOver {
            entry: id(11),
            patrol: id(10),
            to: "田姨".into(),
        };
        let early = hand_over(world.book(), &world.water, &new).await;
        assert!(matches!(early, Err(HandOverError::DayToCome)));
        world.app.set_day("2021-03-17");
        let stranger = hand_over(world.book(), &world.roads, &new).await;
        assert!(matches!(stranger, Err(HandOverError::NotYours)));
        assert!(
            hand_over(world.book(), &world.water, &new)
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !hand_over(world.book(), &world.water, &new)
                .await
                .unwrap()
                .is_new()
        );
        let again = HandingOver {
            entry: id(12),
            ..new
        };
        let again = hand_over(world.book(), &world.water, &again).await;
        assert!(matches!(again, Err(HandOverError::Done)));
        assert_eq!(world.figure("joint-patrols", WATER).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_takes_part_adds_to_it_and_takes_part_once() {
    in_world(async |world| {
        begin(world.book(), &world.water, &world.dancing())
            .await
            .unwrap();
        let talk = world.line(20, Sort::Talk, "2021-03-15");
        let stranger = add(world.book(), &world.roads, &talk).await;
        assert!(matches!(stranger, Err(AddError::NotYours)));
        let roads = Adding {
            unit: Some(ROADS),
            ..world.line(21, Sort::Department, "2021-03-15")
        };
        add(world.book(), &world.water, &roads).await.unwrap();
        let twice = Adding {
            entry: id(22),
            ..roads
        };
        let twice = add(world.book(), &world.water, &twice).await;
        assert!(matches!(twice, Err(AddError::Unit)));
        add(world.book(), &world.roads, &talk).await.unwrap();
        let to_come = world.line(23, Sort::Talk, "2021-03-16");
        let to_come = add(world.book(), &world.roads, &to_come).await;
        assert!(matches!(to_come, Err(AddError::DayToCome)));
        assert_eq!(world.figure("joint-talks", ROOT).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn complaints_are_shown_month_by_month_before_and_after_and_each_opens_its_cases() {
    in_world(async |world| {
        world.complain(100, "2021-01-12", 5).await;
        world.complain(200, "2021-02-12", 4).await;
        world.complain(300, "2021-04-12", 2).await;
        world.app.set_day("2021-05-12");
        begin(world.book(), &world.water, &world.dancing())
            .await
            .unwrap();
        let browser = world.app.sign_in_as(&world.clerk).await;
        let url = format!("/joint-actions/{}", id(1));
        let page = browser.get(&url).await;
        let html = page.html();
        // Nine complaints in two months before, two in April; May is not over.
        assert!(
            html.contains("启动前平均每月 4.5 件，启动后平均每月 2.0 件"),
            "{html}"
        );
        let href = html
            .split("href=\"")
            .find(|part| part.contains("from=2021-01-01"))
            .unwrap();
        let href = href.split('"').next().unwrap().replace("&amp;", "&");
        let list = browser.get(&href).await;
        assert_eq!(list.tables()[0].len(), 5, "{href}");
    })
    .await;
}

#[tokio::test]
async fn every_page_of_a_joint_action_opens_and_strangers_do_not_find_it() {
    in_world(async |world| {
        begin(world.book(), &world.water, &world.dancing())
            .await
            .unwrap();
        world.complain(100, "2021-03-15", 1).await;
        let browser = world.app.sign_in_as(&world.clerk).await;
        let url = format!("/joint-actions/{}", id(1));
        for (entry, sort) in (10..).zip([Sort::Patrol, Sort::Talk, Sort::Agreement, Sort::Deputy]) {
            let line = world.line(entry, sort, "2021-03-15");
            add(world.book(), &world.water, &line).await.unwrap();
        }
        let entry = "018f0000-0000-7000-8000-00000000000f";
        let form = [
            ("entry", entry),
            ("day", "2021-03-15"),
            ("number", "202103150001"),
        ];
        browser
            .post(format!("{url}/lines/case"), &form)
            .await
            .assert_redirect(&url);
        let unknown = [("entry", entry), ("day", "2021-03-15"), ("number", "1")];
        let unknown = browser.post(format!("{url}/lines/case"), &unknown).await;
        assert_eq!(unknown.status(), 422);
        for lang in Lang::ALL {
            let browser = browser.reading(lang);
            assert_eq!(browser.get("/joint-actions").await.status(), 200);
            assert_eq!(browser.get("/joint-actions/new").await.status(), 200);
            let page = browser.get(&url).await;
            assert!(page.html().contains("202103150001"), "{}", page.html());
            for sort in Sort::ALL {
                let form = browser.get(format!("{url}/lines/{}", sort.code())).await;
                assert_eq!(form.status(), 200, "{sort:?}");
            }
        }
        let missing = browser
            .post(
                format!("{url}/patrols/{}/handover", id(10)),
                &[("entry", entry), ("to", "")],
            )
            .await;
        assert_eq!(missing.status(), 422);
        let stranger = world.app.sign_in_as(&world.officer).await;
        assert_eq!(stranger.get(&url).await.status(), 404);
        assert_eq!(stranger.get("/joint-actions").await.tables().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn all_that_is_wrong_with_an_action_or_a_line_is_told_at_once() {
    in_world(async |world| {
        let browser = world.app.sign_in_as(&world.water).await;
        let (entry, long) = (id(1).to_string(), "长".repeat(2_001));
        let typed = [
            ("entry", entry.as_str()),
            ("title", ""),
            ("problem", long.as_str()),
            ("words", "，"),
            ("lead", ""),
            ("begun_on", "2021-03-16"),
        ];
        let again = browser.post("/joint-actions/new", &typed).await;
        assert_eq!(again.status(), 422);
        let told = ["title", "problem", "words", "lead", "begun_on"];
        assert_eq!(again.problems(), told, "{}", again.alert());
        assert!(again.html().contains(&long));
        begin(world.book(), &world.water, &world.dancing())
            .await
            .unwrap();
        let entry = id(2).to_string();
        let typed = [("entry", entry.as_str()), ("day", ""), ("who", " ")];
        let url = format!("/joint-actions/{}/lines/patrol", id(1));
        let again = browser.post(url, &typed).await;
        assert_eq!(
            again.problems(),
            ["day", "who", "words"],
            "{}",
            again.alert()
        );
    })
    .await;
}
