//! A unit and a person, as those see them who may.
use super::with_roster;
use kernel::{Actor, Lang, Role, Scope, UnitId};
use testkit::Session;

/// The address of the unit with this code.
async fn unit(session: &Session, code: &str) -> String {
    let found = session.get(format!("/units?q={code}")).await;
    let html = found.html();
    let at = html.find("href=\"/units/").unwrap() + "href=\"".len();
    html[at..].split('"').next().unwrap().to_owned()
}

async fn person(session: &Session, name: &str, unit_code: &str) -> String {
    let page = session.get(unit(session, unit_code).await).await;
    page.link(name).unwrap()
}

fn id(path: &str) -> i64 {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_unit_shows_where_it_hangs_who_belongs_to_it_and_its_figures() {
    with_roster(async |_, clerk| {
        let there = unit(&clerk, "DW1").await;
        let page = clerk.get(&there).await;
        assert_eq!(page.h1(), "机关党委");
        assert_eq!(
            page.link("3").unwrap(),
            "/figures/members?unit=DW1&as_of=2021-03-15"
        );
        assert_eq!(
            page.link("2").unwrap(),
            "/figures/branches?unit=DW1&as_of=2021-03-15"
        );
        assert!(page.text(".timeline").contains("列入名册"));

        let branch = clerk.get(unit(&clerk, "Z1").await).await;
        assert_eq!(branch.table()[0][..2], ["林晓", "书记"]);
        assert!(
            !branch.html().contains("130"),
            "telephone numbers are not in lists"
        );
        let before = clerk.get(format!("{there}?day=2019-12-31")).await;
        assert!(before.text("main").contains("还没有成立"));
        let english = clerk.reading(Lang::En).get(&there).await;
        assert!(english.text("main").contains("Units below"));
    })
    .await;
}

#[tokio::test]
async fn a_secretary_sees_the_own_branch_and_only_the_names_of_what_is_above() {
    with_roster(async |app, clerk| {
        let (first, second) = (unit(&clerk, "Z1").await, unit(&clerk, "Z2").await);
        let own = UnitId(id(&first));
        let stranger = person(&clerk, "何一凡", "Z2").await;
        let colleague = person(&clerk, "林晓", "Z1").await;
        let secretary = app.people.secretary("林晓", own);
        let secretary = app.sign_in_as(&secretary).await;

        let page = secretary.get(&first).await;
        assert!(
            page.text("dl").contains("试验开发区 › 机关党委"),
            "{}",
            page.text("dl")
        );
        assert_eq!(page.link("机关党委"), None);
        assert_eq!(secretary.get(&second).await.status(), 404);
        assert_eq!(secretary.get(&stranger).await.status(), 404);
        assert_eq!(secretary.get("/roster/imports").await.status(), 404);
        assert!(
            !secretary
                .get("/units?q=支部")
                .await
                .text("table")
                .contains("第二")
        );
        assert!(
            !secretary
                .get("/units")
                .await
                .text(".tree")
                .contains("机关党委")
        );
        let card = secretary.get(&colleague).await;
        assert_eq!(card.status(), 200);
        assert!(
            !card.html().contains("130"),
            "no telephone number, not even masked"
        );
        let found = secretary.get("/search?q=何一凡").await;
        assert!(!found.text("main").contains("Z2"));
    })
    .await;
}

#[tokio::test]
async fn each_look_at_a_telephone_number_is_in_the_book() {
    with_roster(async |app, clerk| {
        let there = person(&clerk, "林晓", "Z1").await;
        let card = clerk.get(&there).await;
        assert!(
            card.text("dl").contains("130****0000"),
            "{}",
            card.text("dl")
        );
        let entry = card.value("entry").unwrap();
        let views = format!("{there}/phone-views");
        let shown = clerk.post(&views, &[("entry", &entry)]).await;
        assert!(shown.text("dl").contains("13000000000"));
        assert!(shown.text(".timeline").contains("查看了手机号"));
        assert!(!clerk.get(&there).await.text("dl").contains("13000000000"));

        let other = UnitId(id(&unit(&clerk, "Z2").await));
        let grants = [(Role::Clerk, Scope::Below(other))];
        let elsewhere: Actor = app.people.add("吴宁", other, grants);
        let elsewhere = app.sign_in_as(&elsewhere).await;
        assert_eq!(
            elsewhere.post(&views, &[("entry", &entry)]).await.status(),
            404
        );
    })
    .await;
}

#[tokio::test]
async fn units_and_people_are_found_by_words_and_shown_in_other_lists() {
    with_roster(async |app, clerk| {
        let found = clerk.get("/search?q=第一").await;
        assert_eq!(found.table()[0][..2], ["单位", "第一党支部"]);
        let found = clerk.get("/search?q=林晓").await;
        assert_eq!(found.table()[0], ["人员", "林晓", "第一党支部"]);
        assert!(clerk.get("/units?q=%25").await.tables().is_empty());

        let own = UnitId(id(&unit(&clerk, "Z1").await));
        let other = id(&unit(&clerk, "Z2").await).to_string();
        let secretary = app.people.secretary("林晓", own);
        let kind = app.app.domains.subject("orgs.unit").unwrap();
        let ids = vec![own.to_string(), other.clone()];
        let rows = kind
            .rows(&app.app, Lang::Zh, &secretary, ids)
            .await
            .unwrap();
        let masked: Vec<_> = rows.iter().filter(|row| !row.visible).collect();
        assert_eq!((rows.len(), masked.len()), (2, 1));
        assert_eq!(
            (masked[0].id.as_str(), masked[0].title.as_str()),
            (other.as_str(), "")
        );
    })
    .await;
}
