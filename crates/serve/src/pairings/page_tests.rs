//! What the pages say of what is wrong, and of who may look.
use super::tests::ENTRY;
use crate::visits::world::{ROOT, id, in_visited_world};

#[tokio::test]
async fn all_that_is_wrong_with_a_pairing_or_a_contact_is_told_at_once() {
    in_visited_world(async |world| {
        let browser = world.as_secretary().await;
        let typed = [
            ("entry", ENTRY),
            ("sort", "household"),
            ("helper", "22"),
            ("contact", " "),
            ("contact_phone", "123"),
            ("helped", "没有的社区"),
            ("household", ""),
            ("household_phone", "456"),
            ("hardship", "独居。"),
            ("from_day", "2021-03-16"),
        ];
        let again = browser.post("/pairings", &typed).await;
        assert_eq!(again.status(), 422);
        let told = [
            "contact",
            "contact_phone",
            "helped",
            "household",
            "household_phone",
            "from_day",
        ];
        assert_eq!(again.problems(), told, "{}", again.alert());
        assert_eq!(again.value("contact_phone").as_deref(), Some("123"));
        let household = world.household(1);
        world.pair(&world.secretary(), &household).await.unwrap();
        let entry = id(9).to_string();
        let typed = [("entry", entry.as_str()), ("day", "昨天"), ("note", " ")];
        let url = format!("/pairings/{}", household.entry);
        let again = browser.post(format!("{url}/contacts"), &typed).await;
        assert_eq!(
            again.problems(),
            ["contact-day", "note"],
            "{}",
            again.alert()
        );
        let typed = [
            ("entry", entry.as_str()),
            ("day", "2021-03-16"),
            ("reason", ""),
        ];
        let again = browser.post(format!("{url}/end"), &typed).await;
        assert_eq!(again.problems(), ["end-day", "reason"], "{}", again.alert());
    })
    .await;
}

#[tokio::test]
async fn whoever_may_not_look_is_told_who_may_and_the_history_says_of_which_day_a_contact_is() {
    in_visited_world(async |world| {
        let household = world.household(1);
        world.pair(&world.secretary(), &household).await.unwrap();
        world.contact(2, "2021-03-01").await.unwrap();
        let url = format!("/pairings/{}", household.entry);
        let near = world.as_secretary().await.get(&url).await;
        assert!(near.text(".timeline").contains("日期：2021-03-01"));
        assert!(!near.html().contains("只有帮扶单位自己"));
        let above = world.app.people.secretary("周岚", ROOT);
        let above = world.app.sign_in_as(&above).await.get(&url).await;
        assert!(!above.has("#look"), "{}", above.html());
        assert!(
            above.html().contains("只有帮扶单位自己"),
            "{}",
            above.html()
        );
    })
    .await;
}
