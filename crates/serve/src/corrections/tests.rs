use crate::topics::setting::{Setting, set};
use crate::world::WATER;
use crate::world::{World, day, id, in_world};
use ledger::entry;

const SET: &str = "018f0000-0000-7000-8000-000000000001";
const CORRECTION: &str = "018f0000-0000-7000-8000-000000000002";

impl World<'_> {
    async fn water_topic(&self) {
        let new = Setting {
            entry: SET.parse().unwrap(),
            title: "水压".into(),
            leader: "林晓".into(),
            unit: WATER,
            plan: "走访。".into(),
            set_on: day("2021-03-01"),
            due_on: day("2021-03-12"),
        };
        set(self.book(), &self.water, &new).await.unwrap();
    }
}

fn typed<'a>(entry: &'a str, leader: &'a str, reason: &'a str) -> [(&'a str, &'a str); 8] {
    [
        ("entry", entry),
        ("topic_title", "水压"),
        ("topic_leader", leader),
        ("topic_unit", "3"),
        ("topic_plan", "走访。"),
        ("topic_set_on", "2021-03-01"),
        ("topic_due_on", "2021-03-12"),
        ("reason", reason),
    ]
}

#[tokio::test]
async fn the_records_page_leads_to_the_form_and_then_shows_what_was_wrong_what_is_right_and_why() {
    in_world(async |world| {
        world.water_topic().await;
        let browser = world.app.sign_in_as(&world.water).await;
        let (record, form) = (format!("/topics/{SET}"), format!("/corrections/{SET}"));
        let page = browser.get(&record).await;
        assert!(
            page.has(&format!(".timeline a[href='{form}']")),
            "{}",
            page.html()
        );
        let opened = browser.get(&form).await;
        assert_eq!(opened.value("topic_leader").unwrap(), "林晓");

        let unexplained = browser.post(&form, &typed(CORRECTION, "林筱", " ")).await;
        assert_eq!(unexplained.status(), 422);
        assert_eq!(unexplained.problems(), ["reason"]);
        let all_wrong = [
            ("entry", CORRECTION),
            ("topic_title", " "),
            ("topic_leader", ""),
            ("topic_unit", "水务"),
            ("topic_plan", ""),
            ("topic_set_on", "昨天"),
            ("topic_due_on", ""),
            ("reason", ""),
        ];
        let again = browser.post(&form, &all_wrong).await;
        let told = all_wrong[1..].iter().map(|(field, _)| *field);
        assert_eq!(
            again.problems(),
            told.collect::<Vec<_>>(),
            "{}",
            again.alert()
        );
        assert_eq!(again.value("topic_set_on").as_deref(), Some("昨天"));
        assert_eq!(unexplained.value("topic_leader").unwrap(), "林筱");
        let same = browser
            .post(&form, &typed(CORRECTION, "林晓", "写错"))
            .await;
        assert_eq!(same.status(), 422);
        assert!(same.text("main").contains("没有改动任何内容"));

        for _ in 0..2 {
            let sent = browser
                .post(&form, &typed(CORRECTION, "林筱", "名字写错"))
                .await;
            sent.assert_redirect(&record);
        }
        let page = browser.get(&record).await;
        assert_eq!(page.text(".timeline del"), "林晓");
        assert_eq!(page.text(".timeline .change strong"), "林筱");
        assert!(page.text(".timeline").contains("名字写错"));
        // The corrected entry is corrected no more; its correction can be.
        assert!(!page.has(&format!(".timeline a[href='{form}']")));
        assert!(page.has(&format!(".timeline a[href='/corrections/{CORRECTION}']")));
        browser.get(&form).await.assert_redirect(&record);
        let late = "018f0000-0000-7000-8000-000000000003";
        let late = browser.post(&form, &typed(late, "林小", "再改")).await;
        assert_eq!(late.status(), 422);
        assert!(late.text("main").contains("别人更正过"));
    })
    .await;
}

#[tokio::test]
async fn a_stranger_finds_no_form_and_what_it_says_before_is_in_no_entry() {
    in_world(async |world| {
        world.water_topic().await;
        let form = format!("/corrections/{SET}");
        let stranger = world.app.sign_in_as(&world.officer).await;
        assert_eq!(stranger.get(&form).await.status(), 404);
        let sent = typed(CORRECTION, "林筱", "名字写错");
        assert_eq!(stranger.post(&form, &sent).await.status(), 404);
        assert_eq!(
            stranger
                .get(format!("/corrections/{}", id(77)))
                .await
                .status(),
            404
        );
        let owner = world.app.sign_in_as(&world.water).await;
        owner
            .post(&form, &sent)
            .await
            .assert_redirect(format!("/topics/{SET}"));
        let reader = world.book().db().reader();
        let written = entry::by_id(reader, CORRECTION.parse().unwrap()).await;
        let written = format!("{:?}", written.unwrap().unwrap());
        assert!(
            written.contains("林筱") && !written.contains("林晓"),
            "{written}"
        );
    })
    .await;
}
