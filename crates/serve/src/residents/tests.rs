use crate::{
    cases::{case::Step, store::CODE},
    world::{ROADS, World, id, in_world},
};
use kernel::Lang;

impl World<'_> {
    /// Case 1, raised with a phone; the code that its asker was told.
    async fn told_code(&self) -> String {
        let told = self.told(1);
        self.raise(&told).await.unwrap();
        CODE.made(&self.app.app.keys, id(1))
    }
}

#[tokio::test]
async fn whoever_knows_number_and_code_sees_and_takes_along_everything_about_the_number() {
    in_world(async |world| {
        let code = world.told_code().await;
        let stranger = world.app.stranger();
        let asked = [("phone", "138 0000 1234"), ("code", code.as_str())];
        let page = stranger.post("/own_data", &asked).await;
        assert_eq!(page.status(), 200, "{}", page.html());
        for held in ["下水道堵塞", "何婶", "13800001234"] {
            assert!(page.html().contains(held), "{held}: {}", page.html());
        }
        let file = stranger.post("/own_data.csv", &asked).await;
        assert!(file.html().contains("何婶"), "{}", file.html());
        let english = stranger.reading(Lang::En).get("/own_data").await;
        assert!(english.html().contains("What you left with us"));
    })
    .await;
}

#[tokio::test]
async fn what_a_unit_that_helps_replied_is_told_once_it_is_signed_off() {
    in_world(async |world| {
        world.dispatched().await;
        let code = CODE.made(&world.app.app.keys, id(1));
        let stranger = world.app.stranger();
        let told = async || {
            let asked = [("phone", "138 0000 1234"), ("code", code.as_str())];
            let page = stranger.post("/own_data", &asked).await;
            page.html().matches("已安排疏通").count()
        };
        let acknowledge = Step::Acknowledge(ROADS);
        world.act(&world.roads, 10, 1, acknowledge).await.unwrap();
        let before = told().await;
        let reply = Step::Answer(ROADS);
        world.act(&world.roads, 11, 1, reply).await.unwrap();
        assert_eq!(told().await, before);
        let sign_off = Step::SignOff(ROADS);
        world.act(&world.desk, 12, 1, sign_off).await.unwrap();
        assert_eq!(told().await, before + 2, "the reply, and the words with it");
    })
    .await;
}

#[tokio::test]
async fn a_number_without_its_code_and_a_code_without_its_number_open_nothing() {
    in_world(async |world| {
        let code = world.told_code().await;
        let stranger = world.app.stranger();
        for (phone, code, field) in [
            ("13800001234", "ABCDEFGHJK", "查询码、预约码或报名码"),
            ("13900009999", code.as_str(), "查询码、预约码或报名码"),
            ("一二三", code.as_str(), "手机号码"),
        ] {
            for address in ["/own_data", "/own_data.csv"] {
                let page = stranger
                    .post(address, &[("phone", phone), ("code", code)])
                    .await;
                assert_eq!(page.status(), 422, "{phone} {code}");
                assert!(page.field_error(field).is_some(), "{}", page.html());
                assert!(!page.html().contains("下水道"));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_portal_leads_a_stranger_to_everything_that_is_open() {
    in_world(async |world| {
        for (lang, words) in [(Lang::Zh, "反映问题"), (Lang::En, "Tell us")] {
            let page = world.app.stranger().reading(lang).get("/").await;
            assert!(page.html().contains(words), "{}", page.html());
            for way in [
                "/tell-us",
                "/follow",
                "/services",
                "/service_bookings",
                "/own_data",
            ] {
                assert!(page.html().contains(&format!("href=\"{way}\"")), "{way}");
            }
        }
        let plan = world.app.stranger().get("/services").await;
        assert!(
            plan.html().contains("/tell-us?page=%2Fservices"),
            "every page leads to where one says what is wrong: {}",
            plan.html()
        );
        let about = world.app.stranger().get("/tell-us?page=%2Fservices").await;
        assert!(about.html().contains("网页 /services"), "{}", about.html());
    })
    .await;
}
