//! Changing the organisation and closing periods, by their pages.
use super::with_roster;
use kernel::{Lang, UnitId};
use testkit::{Page, Session};

async fn unit(session: &Session, code: &str) -> String {
    let found = session.get(format!("/units?q={code}")).await;
    let html = found.html();
    let at = html.find("href=\"/units/").unwrap() + "href=\"".len();
    html[at..]
        .split('"')
        .next()
        .unwrap()
        .split('?')
        .next()
        .unwrap()
        .to_owned()
}

/// Fills in the form of an act and looks at what follows from it.
async fn look(session: &Session, there: &str, fields: &[(&str, &str)]) -> Page {
    let form = session.get(there).await;
    let entry = form.value("entry").unwrap();
    let mut sent = vec![("entry", entry.as_str())];
    sent.extend(fields);
    session.post(there, &sent).await
}

/// Presses the button on the page that says what follows.
async fn confirm(session: &Session, there: &str, looked: &Page) -> Page {
    let names = [
        "entry", "from", "reason", "code", "name", "name_en", "kind", "position", "other", "sure",
    ];
    let values: Vec<(&str, String)> = names
        .iter()
        .filter_map(|name| Some((*name, looked.value(name)?)))
        .collect();
    let fields: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    session.post(there, &fields).await
}

#[tokio::test]
async fn what_becomes_of_everything_is_said_before_a_unit_is_merged() {
    with_roster(async |_, clerk| {
        let merged = unit(&clerk, "Z1").await;
        let menu = clerk.get(format!("{merged}/changes")).await;
        assert_eq!(menu.h1(), "机构调整");
        let there = format!("{merged}/changes/merger");
        let fields = [
            ("other", "Z2"),
            ("from", "2021-03-15"),
            ("reason", "机构编制文件"),
        ];
        let looked = look(&clerk, &there, &fields).await;
        let text = looked.text("main");
        assert!(text.contains("“第一党支部”并入“第二党支部”"), "{text}");
        assert!(text.contains("2 人转入“第二党支部”"), "{text}");
        // Nothing is done yet.
        assert!(
            clerk
                .get("/units")
                .await
                .text(".tree")
                .contains("第一党支部")
        );

        let done = confirm(&clerk, &there, &looked).await;
        done.assert_redirect(&merged);
        confirm(&clerk, &there, &looked)
            .await
            .assert_redirect(&merged);
        let page = clerk.get(&merged).await;
        assert!(
            page.text("main").contains("已并入“第二党支部”"),
            "{}",
            page.text("main")
        );
        let heir = clerk.get(unit(&clerk, "Z2").await).await;
        assert!(heir.text(".timeline").contains("“第一党支部”并入本单位"));

        let tree = clerk.get("/units").await;
        assert!(!tree.text(".tree").contains("第一党支部"));
        let closed = clerk.get("/units?closed=true").await;
        assert!(
            closed.text("main").contains("已并入第二党支部"),
            "{}",
            closed.text("main")
        );
        let found = clerk.get("/search?q=第一党支部").await;
        assert!(
            found.text("main").contains("已撤销"),
            "{}",
            found.text("main")
        );
        let then = clerk.get("/units?day=2021-03-01").await;
        assert!(then.text(".tree").contains("第一党支部"));
        assert!(then.text("main").contains("已并入第二党支部"));
    })
    .await;
}

#[tokio::test]
async fn who_stands_below_whom_is_said_before_a_unit_is_founded_or_split() {
    with_roster(async |_, clerk| {
        let there = unit(&clerk, "Z1").await;
        let fields = [
            ("name", "新设党支部"),
            ("code", "NEU"),
            ("kind", "party_branch"),
            ("position", "9"),
            ("from", "2021-03-15"),
            ("reason", "批复"),
        ];
        let founding = look(&clerk, &format!("{there}/changes/founding"), &fields).await;
        let text = founding.text("main");
        assert!(
            text.contains("在“第一党支部”之下设立“新设党支部”"),
            "{text}"
        );
        let split = look(&clerk, &format!("{there}/changes/split"), &fields).await;
        let text = split.text("main");
        assert!(
            text.contains("由“第一党支部”分设出同级的“新设党支部”"),
            "{text}"
        );

        let mut nowhere = vec![("other", "")];
        nowhere.extend(&fields[4..]);
        let again = look(&clerk, &format!("{there}/changes/move"), &nowhere).await;
        assert_eq!(again.status(), 422);
        let said = again.text(".problem-summary");
        assert!(said.contains("没有填写单位"), "{said}");
    })
    .await;
}

#[tokio::test]
async fn a_past_days_tree_has_the_names_of_that_day() {
    with_roster(async |_, clerk| {
        let there = unit(&clerk, "Z1").await;
        let act = format!("{there}/changes/details");
        let fields = [
            ("name", "先锋党支部"),
            ("kind", "party_branch"),
            ("position", "1"),
            ("from", "2021-03-10"),
            ("reason", "更名批复"),
        ];
        let looked = look(&clerk, &act, &fields).await;
        confirm(&clerk, &act, &looked).await.assert_redirect(&there);
        assert_eq!(clerk.get(&there).await.h1(), "先锋党支部");
        assert_eq!(
            clerk.get(format!("{there}?day=2021-03-09")).await.h1(),
            "第一党支部"
        );
        let then = clerk.get("/units?day=2021-03-09").await;
        assert!(then.text(".tree").contains("第一党支部"));
        assert!(then.text("main").contains("先锋党支部"));
        // By its old name, too.
        assert!(
            clerk
                .get("/units?q=第一党支部")
                .await
                .text("main")
                .contains("先锋党支部")
        );
        let english = clerk.reading(Lang::En).get(&there).await;
        assert!(english.text("main").contains("Names and places over time"));
    })
    .await;
}

#[tokio::test]
async fn a_refused_change_keeps_what_was_typed_and_strangers_find_nothing() {
    with_roster(async |app, clerk| {
        let there = unit(&clerk, "Z1").await;
        let act = format!("{there}/changes/move");
        let fields = [
            ("other", "没有这个单位"),
            ("from", "2021-03-16"),
            ("reason", "某文件"),
        ];
        let again = look(&clerk, &act, &fields).await;
        assert_eq!(again.status(), 422);
        assert_eq!(again.value("reason").as_deref(), Some("某文件"));
        let fields = [
            ("other", "100"),
            ("from", "2021-03-16"),
            ("reason", "某文件"),
        ];
        let again = look(&clerk, &act, &fields).await;
        assert!(
            again.text(".problem-summary").contains("还没有到"),
            "{}",
            again.text("main")
        );

        let id = |path: &str| UnitId(path.rsplit('/').next().unwrap().parse().unwrap());
        let secretary = app.people.secretary("林晓", id(&there));
        let secretary = app.sign_in_as(&secretary).await;
        assert_eq!(secretary.get(&act).await.status(), 404);
        assert_eq!(
            secretary.get(format!("{there}/changes")).await.status(),
            404
        );
    })
    .await;
}

#[tokio::test]
async fn a_person_is_transferred_by_form() {
    with_roster(async |_, clerk| {
        let branch = clerk.get(unit(&clerk, "Z1").await).await;
        let person = branch.link("吴宁").unwrap();
        let there = format!("{person}/transfer");
        let form = clerk.get(&there).await;
        let (entry, leaves) = (form.value("entry").unwrap(), form.value("leaves").unwrap());
        let mut fields = vec![
            ("entry", entry.as_str()),
            ("leaves", leaves.as_str()),
            ("goes", "unit"),
            ("to", "Z1"),
            ("from", "2021-03-10"),
            ("reason", "介绍信"),
        ];
        let again = clerk.post(&there, &fields).await;
        assert_eq!(again.status(), 422);
        fields[3] = ("to", "Z2");
        clerk.post(&there, &fields).await.assert_redirect(&person);
        clerk.post(&there, &fields).await.assert_redirect(&person);
        let page = clerk.get(&person).await;
        assert_eq!(page.table()[0][0], "第二党支部");
        assert_eq!(page.table()[1][4], "2021-03-09");
    })
    .await;
}

#[tokio::test]
async fn a_closed_period_refuses_what_falls_into_it_and_keeps_the_form() {
    with_roster(async |app, clerk| {
        let form = clerk.get("/periods").await;
        let entry = form.value("entry").unwrap();
        let closure = [
            ("entry", entry.as_str()),
            ("day", "2021-03-10"),
            ("reason", "月度封账"),
        ];
        clerk
            .post("/periods/closures", &closure)
            .await
            .assert_redirect("/periods");
        clerk
            .post("/periods/closures", &closure)
            .await
            .assert_redirect("/periods");
        assert!(
            clerk
                .get("/periods")
                .await
                .text("main")
                .contains("2021-03-10")
        );

        let branch = clerk.get(unit(&clerk, "Z1").await).await;
        let person = branch.link("吴宁").unwrap();
        let there = format!("{person}/transfer");
        let form = clerk.get(&there).await;
        let (entry, leaves) = (form.value("entry").unwrap(), form.value("leaves").unwrap());
        let mut fields = vec![
            ("entry", entry.as_str()),
            ("leaves", leaves.as_str()),
            ("goes", "unit"),
            ("to", "Z2"),
            ("from", "2021-03-05"),
            ("reason", "介绍信"),
        ];
        let refused = clerk.post(&there, &fields).await;
        assert_eq!(refused.status(), 422);
        assert!(
            refused.text("main").contains("已关闭的账期"),
            "{}",
            refused.text("main")
        );

        // Of a change to a unit it is said when it is looked at, and of a new name too.
        let unit = unit(&clerk, "Z1").await;
        let details = [
            ("name", "第一党总支"),
            ("kind", "party_branch"),
            ("position", "1"),
            ("from", "2021-03-05"),
            ("reason", "改名"),
        ];
        let looked = look(&clerk, &format!("{unit}/changes/details"), &details).await;
        assert_eq!(looked.status(), 422);
        let said = looked.text("main");
        assert!(said.contains("已关闭的账期"), "{said}");
        assert_eq!(looked.value("name").as_deref(), Some("第一党总支"));

        // Not by whoever closed it.
        let reopening = uuid::Uuid::now_v7().to_string();
        let reopening = [
            ("entry", reopening.as_str()),
            ("day", "2021-03-01"),
            ("reason", "补录"),
        ];
        let refused = clerk.post("/periods/reopenings", &reopening).await;
        assert_eq!(refused.status(), 422);
        let other = app.sign_in_as(&app.people.clerk("周启", UnitId(1))).await;
        other
            .post("/periods/reopenings", &reopening)
            .await
            .assert_redirect("/periods");
        fields[4] = ("from", "2021-03-05");
        clerk.post(&there, &fields).await.assert_redirect(&person);
        assert!(
            clerk
                .get("/periods")
                .await
                .text(".timeline")
                .contains("账期已重开，从 2021-03-01 起")
        );
    })
    .await;
}
