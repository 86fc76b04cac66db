//! What people see: a resident without an account, those who keep the wish, those who light it, an outsider.
use super::{
    acting::Step,
    store::{self, CODE},
    tests::{wish, wished},
};
use crate::world::{HAITANG, WATER, id, in_world};
use kernel::Lang;

const SCRIPT: &str = "<img src=x onerror=alert('愿')>一盏台灯";

#[tokio::test]
async fn a_resident_makes_a_wish_and_follows_it_until_they_say_thank_you() {
    in_world(async |world| {
        let resident = world.app.stranger();
        let (entry, unit) = (id(1).to_string(), HAITANG.to_string());
        let mut form = [
            ("entry", entry.as_str()),
            ("body", SCRIPT),
            ("unit", &unit),
            ("phone", "123"),
            ("name", "何婶"),
        ];
        let again = resident.post("/wishes/new", &form).await;
        assert_eq!(again.status(), 422);
        assert_eq!(again.value("body").as_deref(), Some(SCRIPT));
        assert!(again.field_error("电话").is_some());
        form[3].1 = "＋８６ １３８ ００００ １２３４";
        let received = resident.post("/wishes/new", &form).await;
        assert_eq!(received.status(), 200, "{}", received.html());
        let code = received.text("strong");
        let public = format!("/wishes/{}", wish(1));
        assert_eq!(
            resident.get(&public).await.status(),
            404,
            "not looked at yet"
        );

        let clerk = world.app.sign_in_as(&world.clerk).await;
        let record = format!("/wish_records/{}", wish(1));
        let page = clerk.get(&record).await;
        assert!(page.html().contains("138****1234") && page.html().contains("何*"));
        assert!(page.html().contains("&lt;img src=x"), "{}", page.html());
        let publication = format!("{record}/publication");
        let entry2 = id(2).to_string();
        let publish = [("entry", entry2.as_str()), ("wording", SCRIPT)];
        let empty = clerk
            .post(&publication, &[("entry", &id(2).to_string())])
            .await;
        assert_eq!(empty.status(), 422);
        assert!(empty.field_error("公开表述").is_some());
        clerk
            .post(&publication, &publish)
            .await
            .assert_redirect(&record);
        let wall = resident.get("/wishes").await;
        assert!(wall.html().contains("&lt;img src=x"));
        assert!(!wall.html().contains("<img src=x") && !wall.html().contains("何婶"));

        let officer = world.app.sign_in_as(&world.water).await;
        let lighting = format!("{public}/lighting");
        let light = officer
            .post(&lighting, &[("entry", &id(3).to_string())])
            .await;
        light.assert_redirect(&record);
        let late = world.app.sign_in_as(&world.roads).await;
        let late = late.post(&lighting, &[("entry", &id(4).to_string())]).await;
        assert_eq!(late.status(), 409);
        assert!(late.alert().contains("别人刚刚点亮"));
        for (entry, act, said) in [(5, "readiness", "买了一盏"), (6, "delivery", "")] {
            let entry = id(entry).to_string();
            let form = [("entry", entry.as_str()), ("said", said)];
            let done = officer.post(format!("{record}/{act}"), &form).await;
            done.assert_redirect(&record);
        }
        let followed = resident.post("/wishes/follow", &[("code", &code)]).await;
        assert!(followed.html().contains("已送达"));
        let thanks = [
            ("code", code.as_str()),
            ("entry", &id(7).to_string()),
            ("thanks", "谢谢你们"),
        ];
        let thanked = resident.post("/wishes/follow", &thanks).await;
        assert!(thanked.html().contains("已致谢"), "{}", thanked.html());
        assert!(clerk.get(&record).await.html().contains("谢谢你们"));
        let guessed = resident
            .post("/wishes/follow", &[("code", "ABCDEFGHJK")])
            .await;
        assert_eq!(guessed.status(), 422);
    })
    .await;
}

#[tokio::test]
async fn every_page_of_wishes_opens_in_both_languages() {
    in_world(async |world| {
        world.published(1).await;
        world.make(&wished(2)).await.unwrap();
        let clerk = world.app.sign_in_as(&world.clerk).await;
        for lang in Lang::ALL {
            let (clerk, resident) = (clerk.reading(lang), world.app.stranger().reading(lang));
            let public = format!("/wishes/{}", wish(1));
            for page in [
                "/wishes",
                "/wishes?view=fulfilled&unit=5",
                "/wishes/new",
                "/wishes/follow",
                &public,
            ] {
                assert_eq!(resident.get(page).await.status(), 200, "{page}");
                assert_eq!(clerk.get(page).await.status(), 200, "{page}");
            }
            let record = format!("/wish_records/{}", wish(2));
            for page in [
                "/wish_records",
                "/wish_records?state=made&unit=5&text=灯",
                "/wish_records.xlsx?state=made",
                "/wish_records/new",
                "/wishes/board?unit=5",
                "/mine",
                &record,
            ] {
                assert_eq!(clerk.get(page).await.status(), 200, "{page}");
            }
        }
        let board = clerk.get("/wishes/board").await;
        assert!(board.has("svg.qr[role=img]"));
        let wanted = clerk.get("/wish_records?state=made").await;
        assert_eq!(wanted.table().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_said_is_for_those_who_keep_it_and_a_look_at_the_number_is_in_the_book() {
    in_world(async |world| {
        world.published(1).await;
        let record = format!("/wish_records/{}", wish(1));
        let views = format!("{record}/contact_views");
        let officer = world.app.sign_in_as(&world.roads).await;
        assert_eq!(officer.get(&record).await.status(), 404);
        let entry = id(50).to_string();
        let look = [("entry", entry.as_str())];
        assert_eq!(officer.post(&views, &look).await.status(), 404);
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let full = clerk.post(&views, &look).await;
        assert!(full.html().contains("13800001234") && full.html().contains("何婶"));
        let page = clerk.get(&record).await;
        assert!(page.html().contains("查看联系方式") && !page.html().contains("13800001234"));
    })
    .await;
}

#[tokio::test]
async fn a_year_after_delivery_what_was_said_is_cleared_and_the_count_stays() {
    in_world(async |world| {
        let (keys, reader) = (&world.app.app.keys, world.book().db().reader());
        world.published(1).await;
        for (entry, step) in [
            (10, Step::Light),
            (11, Step::Ready("买了一盏".into())),
            (12, Step::Deliver(String::new())),
        ] {
            world.does(&world.water, entry, 1, step).await.unwrap();
        }
        let code = CODE.made(keys, id(1));
        let own = [("phone", "13800001234"), ("code", code.as_str())];
        let resident = world.app.stranger();
        let page = resident.post("/own_data", &own).await;
        assert!(
            page.html().contains("何婶想要一盏护眼台灯"),
            "{}",
            page.html()
        );
        let portal = world.app.stranger().get("/").await;
        assert!(portal.html().contains("/wishes/new"), "{}", portal.html());

        world.app.set_day("2022-03-17");
        web::enqueue_daily(&world.app.app).await.unwrap();
        world.app.run_jobs().await;
        let found = store::find(reader, wish(1)).await.unwrap().unwrap();
        assert_eq!((found.phone, found.name), (None, None));
        assert_eq!(keys.open(store::BODY, &found.body).unwrap(), "");
        assert!(!found.wording.is_empty());
        assert_eq!(world.figure("wishes-fulfilled", WATER).await, Some(1));
    })
    .await;
}
