use super::{
    booking::BookingId,
    correcting::{CorrectBookingError, Correcting, correct},
    counter::Counter,
    declaring::{DeclareError, declare},
    recording::{Booked, RecordError, Recording, record},
};
use crate::world::{HEALTH, POLICE, ROOT, World, day, id, in_world_on};
use kernel::Lang;

const TODAY: &str = "2021-03-20";

fn penalties() -> Counter {
    Counter {
        code: "dog-penalties".into(),
        title_zh: "涉犬行政处罚".into(),
        title_en: "Penalties about dogs".into(),
        unit: POLICE,
        is_money: false,
        word_zh: "件".into(),
        word_en: "penalty/penalties".into(),
        document_kind: "行政处罚决定书".into(),
        since: day("2021-01-01"),
        entry: id(1),
    }
}

fn recording(entry: u128, on: &str, quantity: i64) -> Recording {
    Recording {
        entry: id(entry),
        counter: "dog-penalties".into(),
        result: Booked {
            day: day(on),
            quantity,
            document: format!("公犬罚字〔2021〕{entry}号"),
            note: String::new(),
        },
    }
}

impl World<'_> {
    async fn declared(&self) {
        declare(self.book(), &self.officer, &penalties())
            .await
            .unwrap();
    }

    async fn refused(&self, new: &Recording) -> RecordError {
        record(self.book(), &self.officer, new).await.unwrap_err()
    }
}

#[tokio::test]
async fn a_booking_sent_twice_counts_once_and_its_correction_counts_instead() {
    in_world_on(TODAY, async |world| {
        world.declared().await;
        let new = recording(10, "2021-03-18", 5);
        for is_new in [true, false] {
            let appended = record(world.book(), &world.officer, &new).await.unwrap();
            assert_eq!(appended.is_new(), is_new);
        }
        assert_eq!(world.figure("dog-penalties", ROOT).await, Some(5));
        let mut correcting = Correcting {
            entry: id(11),
            booking: BookingId(id(10).0),
            corrects: id(10),
            reason: "重复登记".into(),
            result: Some(recording(10, "2021-03-17", 3).result),
        };
        correct(world.book(), &world.officer, &correcting)
            .await
            .unwrap();
        assert_eq!(world.figure("dog-penalties", ROOT).await, Some(3));
        correcting.entry = id(12);
        let stale = correct(world.book(), &world.officer, &correcting).await;
        assert!(
            matches!(stale, Err(CorrectBookingError::AlreadyCorrected)),
            "{stale:?}"
        );
        correcting.corrects = id(11);
        correcting.result = None;
        correct(world.book(), &world.officer, &correcting)
            .await
            .unwrap();
        assert_eq!(world.figure("dog-penalties", ROOT).await, Some(0));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_have_happened_is_not_booked() {
    in_world_on(TODAY, async |world| {
        world.declared().await;
        let future = world.refused(&recording(20, "2022-01-05", 1)).await;
        assert!(matches!(future, RecordError::DayToCome), "{future:?}");
        let early = world.refused(&recording(21, "2020-12-31", 1)).await;
        assert!(matches!(early, RecordError::BeforeCounter(_)), "{early:?}");
        for quantity in [0, -3] {
            let nothing = world.refused(&recording(22, "2021-03-01", quantity)).await;
            assert!(matches!(nothing, RecordError::Quantity), "{nothing:?}");
        }
        let mut unproven = recording(23, "2021-03-01", 1);
        unproven.result.document = " ".into();
        let unproven = world.refused(&unproven).await;
        assert!(matches!(unproven, RecordError::Document), "{unproven:?}");
        assert_eq!(world.figure("dog-penalties", ROOT).await, Some(0));
    })
    .await;
}

#[tokio::test]
async fn nobody_books_on_another_departments_counter_or_finds_it() {
    in_world_on(TODAY, async |world| {
        world.declared().await;
        let other = world.app.people.officer("顾云", HEALTH);
        let new = recording(30, "2021-03-18", 1);
        let refused = record(world.book(), &other, &new).await;
        assert!(matches!(refused, Err(RecordError::NotYours)), "{refused:?}");
        let browser = world.app.sign_in_as(&other).await;
        for url in [
            "/counters/dog-penalties",
            "/counters/dog-penalties/bookings",
        ] {
            assert_eq!(browser.get(url).await.status(), 404, "{url}");
        }
        assert!(!browser.get("/counters").await.html().contains("涉犬"));
    })
    .await;
}

#[tokio::test]
async fn a_code_means_one_thing() {
    in_world_on(TODAY, async |world| {
        world.declared().await;
        let mut second = penalties();
        second.entry = id(2);
        let taken = declare(world.book(), &world.officer, &second).await;
        assert!(matches!(taken, Err(DeclareError::CodeTaken)), "{taken:?}");
        // The figure of this code counts money already.
        second.code = "fraud-losses-recovered".into();
        let taken = declare(world.book(), &world.officer, &second).await;
        assert!(matches!(taken, Err(DeclareError::CodeTaken)), "{taken:?}");
    })
    .await;
}

#[tokio::test]
async fn an_officer_declares_books_and_corrects_in_both_languages() {
    in_world_on(TODAY, async |world| {
        let browser = world.app.sign_in_as(&world.officer).await;
        let entry = id(1).to_string();
        let wrong = [("entry", entry.as_str()), ("code", "Fraud")];
        assert_eq!(browser.post("/counters", &wrong).await.status(), 422);
        let declared = [
            ("entry", entry.as_str()),
            ("title_zh", "返还群众损失"),
            ("code", "losses-returned"),
            ("unit", "6"),
            ("measure", "money"),
            ("document_kind", "返还清单"),
            ("since", "2021-01-01"),
        ];
        let page = browser.post("/counters", &declared).await;
        page.assert_redirect("/counters/losses-returned");
        let entry = id(5).to_string();
        let mut booked = [
            ("entry", entry.as_str()),
            ("day", "2021-03-18"),
            ("quantity", "许多"),
            ("document", "返字〔2021〕1号"),
        ];
        let url = "/counters/losses-returned/bookings";
        let again = browser.post(url, &booked).await;
        assert_eq!(again.status(), 422);
        assert_eq!(again.value("document").as_deref(), Some(booked[3].1));
        booked[2].1 = "１.5万元";
        let page = browser.post(url, &booked).await;
        page.assert_redirect("/counters/losses-returned");
        let correction = format!("/bookings/{}/correction", id(5));
        for lang in Lang::ALL {
            let browser = browser.reading(lang);
            for url in [
                "/counters",
                "/counters?unit=BM24",
                "/counters/new",
                "/counters/losses-returned",
                url,
                &correction,
            ] {
                let page = browser.get(url).await;
                assert_eq!(page.status(), 200, "{url}: {}", page.html());
            }
        }
        let page = browser.get("/counters").await;
        assert!(page.html().contains("1.5万元"), "{}", page.html());
        assert_eq!(
            browser.get(&correction).await.value("quantity").as_deref(),
            Some("15000")
        );
    })
    .await;
}

#[tokio::test]
async fn every_page_lets_in_who_may_enter_and_nobody_else() {
    in_world_on(TODAY, async |world| world.app.assert_access_is_kept().await).await;
}

#[tokio::test]
async fn all_that_is_wrong_with_a_counter_a_booking_or_its_correction_is_told_at_once() {
    in_world_on(TODAY, async |world| {
        let browser = world.app.sign_in_as(&world.officer).await;
        let (entry, long) = (id(1).to_string(), "a".repeat(201));
        let typed = [
            ("entry", entry.as_str()),
            ("title_zh", "返还"),
            ("title_en", &long),
            ("code", "Fraud"),
            ("unit", "6"),
            ("since", "2022-01-01"),
        ];
        let again = browser.post("/counters", &typed).await;
        assert_eq!(again.status(), 422);
        let told = ["title_en", "code", "word_zh", "document_kind", "since"];
        assert_eq!(again.problems(), told, "{}", again.alert());
        assert_eq!(again.value("title_zh").as_deref(), Some("返还"));
        world.declared().await;
        let entry = id(5).to_string();
        let typed = [
            ("entry", entry.as_str()),
            ("day", "2022-01-01"),
            ("quantity", "许多"),
        ];
        let url = format!("/counters/{}/bookings", penalties().code);
        let again = browser.post(&url, &typed).await;
        let told = ["day", "quantity", "document"];
        assert_eq!(again.problems(), told, "{}", again.alert());
        let typed = [
            typed[0],
            ("day", "2021-03-18"),
            ("quantity", "2"),
            ("document", "罚字1号"),
        ];
        browser
            .post(&url, &typed)
            .await
            .assert_redirect(url.trim_end_matches("/bookings"));
        let typed = [
            typed[0],
            ("day", "2021-03-18"),
            ("quantity", "0"),
            ("document", "罚字1号"),
        ];
        let url = format!("/bookings/{}/correction", id(5));
        let again = browser.post(&url, &typed).await;
        assert_eq!(
            again.problems(),
            ["quantity", "reason"],
            "{}",
            again.alert()
        );
    })
    .await;
}
