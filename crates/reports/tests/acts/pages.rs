//! What people see.
use crate::world::*;
use kernel::Lang;
use testkit::{Session, TestApp};
use web::{Domain, EntryKind};

const ENTRY_KINDS: &[EntryKind] = &[EntryKind::new("test.recorded", "登记", "Recorded")];

/// The small zone as an application, with its records and somebody who sees all of it.
pub async fn in_app(test: impl AsyncFn(&TestApp, &World, &Session)) {
    let zone = Domain::new("test")
        .migrations(orgs::migrations)
        .accounts(&ACCOUNTS)
        .entry_kinds(ENTRY_KINDS)
        .figures(&SEEDS);
    TestApp::on_both([zone, reports::domain()], async |app| {
        app.set_day("2021-06-01");
        let world = World {
            db: app.app.db.clone(),
            book: app.app.book.clone(),
        };
        world.found().await;
        world
            .record(1, "test.done", BRANCHES[0], day(3, 1), 5)
            .await;
        world
            .record(2, "test.done", BRANCHES[2], day(3, 20), 7)
            .await;
        world
            .record(3, "test.people", BRANCHES[2], day(1, 5), 3_917)
            .await;
        let lin = app.sign_in_as(&app.people.clerk("林晓", ZONE)).await;
        test(app, &world, &lin).await;
    })
    .await;
}

#[tokio::test]
async fn the_catalogue_shows_every_figure_with_its_number_and_finds_it_by_a_few_characters() {
    in_app(async |_, _, lin| {
        let page = lin.get("/figures").await;
        assert_eq!(page.h1(), "指标目录");
        assert!(page.html().contains("3900余名"), "{}", page.html());
        let found = lin.get("/figures?q=people").await;
        assert!(found.html().contains("people") && !found.html().contains("test.audience"));
        let english = lin.reading(Lang::En).get("/figures?q=zzz").await;
        assert!(english.html().contains("No figure was found"));
    })
    .await;
}

#[tokio::test]
async fn a_figure_shows_its_number_its_parts_and_the_records_that_add_up_to_it() {
    in_app(async |_, _, lin| {
        let page = lin.get("/figures/done?unit=U1&as_of=2021-05-31").await;
        assert_eq!(page.text(".big-number-text"), "12件");
        let totals = page.texts("tfoot td");
        assert_eq!(totals.last().unwrap(), "12");
        let then = lin.get("/figures/done?unit=U1&as_of=2021-03-10").await;
        assert_eq!(then.text(".big-number-text"), "5件");
        let ratio = lin
            .reading(Lang::En)
            .get("/figures/done-per-person?as_of=2021-05-31&side=1")
            .await;
        assert!(ratio.html().contains("3917"));
        let none = lin.get("/figures/done-per-person?as_of=2020-01-31").await;
        assert_eq!(none.text(".big-number-text"), "暂无数据");
        assert_eq!(lin.get("/figures/done?unit=U9").await.status(), 422);
        assert_eq!(lin.get("/figures/nothing").await.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn a_secretary_sees_the_whole_as_a_number_and_the_rest_masked() {
    in_app(async |app, _, _| {
        let chen = app.sign_in_as(&app.people.secretary("陈思", LEFT)).await;
        let zone = chen.get("/figures/done?unit=U1&as_of=2021-05-31").await;
        assert_eq!(zone.text(".big-number-text"), "12件");
        assert!(
            zone.html().contains("另有 1 条您无权查看的记录"),
            "{}",
            zone.html()
        );
        assert_eq!(chen.get("/figures/done?unit=U3").await.status(), 404);
        assert_eq!(chen.get("/figures/done/definition").await.status(), 404);
        assert_eq!(chen.get(format!("/entries/{}", id(2))).await.status(), 404);
        assert_eq!(chen.get(format!("/entries/{}", id(1))).await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn the_list_is_exported_with_its_definition_its_day_and_its_total() {
    in_app(async |_, _, lin| {
        let csv = lin
            .get("/figures/done/records.csv?unit=U1&as_of=2021-05-31")
            .await;
        let text = String::from_utf8(csv.bytes.clone()).unwrap();
        assert!(text.contains("合计,,12"), "{text}");
        assert!(
            text.contains("测试口径。") && text.contains("2021年5月31日"),
            "{text}"
        );
        let xlsx = lin.get("/figures/done/records.xlsx?unit=U1").await;
        assert!(xlsx.bytes.starts_with(b"PK"));
    })
    .await;
}

#[tokio::test]
async fn a_definition_is_tried_on_real_data_before_it_is_saved() {
    in_app(async |_, _, lin| {
        let form = lin.get("/figures/done/definition").await;
        let entry = form.value("entry").unwrap();
        let fields = |formula: &'static str, then: &'static str| {
            vec![
                ("entry", entry.clone()),
                ("code", "done".into()),
                ("seen_version", "1".into()),
                ("then", then.into()),
                ("title_zh", "办件".into()),
                ("title_en", "Done".into()),
                ("formula", formula.into()),
                ("period", "to_date".into()),
                ("format_zh", "211件".into()),
                ("format_en", "9".into()),
                ("definition_zh", "口径。".into()),
                ("definition_en", "Words.".into()),
                ("reason", "把到场的也算上".into()),
            ]
        };
        let send = async |formula, then| {
            let fields = fields(formula, then);
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            lin.post("/figure_definitions", &fields).await
        };
        let tried = send("test.done + test.reached", "try").await;
        assert!(tried.html().contains("12件"), "{}", tried.html());
        let faulty = send("test.dune", "save").await;
        assert_eq!(faulty.status(), 422);
        assert!(faulty.html().contains("test.done"));
        assert!(
            faulty
                .html()
                .contains("<mark class=\"formula-mark\">test.dune</mark>"),
            "{}",
            faulty.html()
        );
        send("test.done + test.reached", "save")
            .await
            .assert_redirect("/figures/done");
        let form = lin.get("/figures/done/definition").await;
        let versions = form.html();
        assert!(
            versions.contains("第 2 版") && versions.contains("把到场的也算上"),
            "{versions}"
        );
        assert!(
            versions.contains("<del>test.done</del> <ins>test.done + test.reached</ins>"),
            "{versions}"
        );
        let found = lin.get("/figure_definitions/accounts?pick=audience").await;
        assert!(found.html().contains("test.audience") && !found.html().contains("test.people"));
    })
    .await;
}

#[tokio::test]
async fn a_brief_is_written_around_figures_issued_and_each_of_its_numbers_opens() {
    in_app(async |_, world, lin| {
        let list = lin.get("/briefs").await;
        let begun = lin
            .post("/brief_drafts", &[("entry", &list.value("entry").unwrap())])
            .await;
        let draft = begun.redirect().unwrap();
        let form = lin.get(&draft).await;
        let (entry, version) = (
            form.value("entry").unwrap(),
            form.value("seen_version").unwrap(),
        );
        let fields = |entry: &'static str, version: String, body: &'static str| {
            vec![
                ("entry", entry.to_owned()),
                ("seen_version", version),
                ("name", "简报".into()),
                ("office", "办公室".into()),
                ("title", "一季度".into()),
                ("as_of", "2021-05-31".into()),
                ("body", body.into()),
            ]
        };
        let send = async |entry, version, body| {
            let fields = fields(entry, version, body);
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            lin.post(&draft, &fields).await
        };
        assert!(!entry.is_empty());
        let first = "018f0000-0000-7000-8000-000000000001";
        send(
            first,
            version.clone(),
            "# 情况\n办了{{figure:done}}和{{figure:dones}}。",
        )
        .await
        .assert_redirect(&draft);
        let checked = lin.get(format!("{draft}/issue")).await;
        assert!(checked.html().contains("正文第 2 行"), "{}", checked.html());
        // The first form once more, with another text: somebody has changed the draft meanwhile.
        let stale = send("018f0000-0000-7000-8000-000000000002", version, "我的正文").await;
        assert_eq!(stale.status(), 422);
        assert!(stale.html().contains("我的正文") && stale.html().contains("dones"));
        send(
            "018f0000-0000-7000-8000-000000000003",
            "2".into(),
            "# 情况\n办了{{figure:done}}。",
        )
        .await
        .assert_redirect(&draft);

        let look = lin.get(format!("{draft}/issue")).await;
        let (entry, version) = (
            look.value("entry").unwrap(),
            look.value("seen_version").unwrap(),
        );
        let wish = [
            ("entry", entry.as_str()),
            ("seen_version", version.as_str()),
            ("seen_numbers", look.value("seen_numbers").unwrap().leak()),
            ("meant", "no_addressees"),
        ];
        let unconfirmed = lin.post(format!("{draft}/issue"), &wish[..3]).await;
        assert_eq!(unconfirmed.status(), 422);
        lin.post(format!("{draft}/issue"), &wish)
            .await
            .assert_redirect("/briefs/1");
        lin.post(format!("{draft}/issue"), &wish)
            .await
            .assert_redirect("/briefs/1");
        world
            .record(9, "test.done", BRANCHES[0], day(3, 2), 4)
            .await;

        let brief = lin.get("/briefs/1").await;
        assert_eq!(
            (brief.h1().as_str(), brief.text("a.number").as_str()),
            ("一季度", "12件")
        );
        let number = lin.get(brief.attribute("a.number", "href").unwrap()).await;
        assert_eq!(number.text(".big-number-text"), "12件");
        assert!(
            number.html().contains("16件") && number.html().contains("补录"),
            "{}",
            number.html()
        );
        assert!(
            lin.get("/briefs/1/brief.docx")
                .await
                .bytes
                .starts_with(b"PK")
        );
        assert_eq!(lin.get("/briefs/1/numbers/2").await.status(), 404);
        assert_eq!(
            lin.reading(Lang::En)
                .get("/briefs/1/numbers/1")
                .await
                .status(),
            200
        );
        assert_eq!(lin.get("/briefs/2").await.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn without_script_a_picked_figure_is_appended_and_nothing_typed_is_lost() {
    in_app(async |_, world, lin| {
        let brief = world.draft(100, "正文").await;
        let url = format!("/brief_drafts/{}", brief.id);
        let fields = [
            ("entry", "018f0000-0000-7000-8000-000000000001"),
            ("seen_version", "1"),
            ("body", "共"),
            ("title", "题"),
            ("as_of", "2021-05-31"),
            ("insert", "{{figure:done}}"),
        ];
        let page = lin.post(&url, &fields).await;
        assert_eq!(page.value("body").unwrap().trim(), "共{{figure:done}}");
        let preview = lin
            .post(
                format!("{url}/preview"),
                &[
                    ("entry", "018f0000-0000-7000-8000-000000000009"),
                    ("seen_version", "2"),
                    ("body", "共{{figure:people}}"),
                    ("as_of", "2021-05-31"),
                ],
            )
            .await;
        assert!(preview.html().contains("3900余名"), "{}", preview.html());
    })
    .await;
}

#[tokio::test]
async fn a_figure_shows_both_numbers_where_a_unit_hung_elsewhere_and_each_opens_its_records() {
    in_app(async |_, world, lin| {
        let before = lin.get("/figures/done?unit=U2").await;
        assert!(!before.has("#then-and-now"));
        world.moves(BRANCHES[0], RIGHT, day(5, 1)).await;
        let page = lin.get("/figures/done?unit=U2").await;
        let numbers = page.texts("section[aria-labelledby='then-and-now'] .big-number-text");
        assert_eq!(numbers, ["5件", "0件"]);
        let right = lin.get("/figures/done?unit=U3").await;
        assert_eq!(
            right.texts("section[aria-labelledby='then-and-now'] .big-number-text"),
            ["7件", "12件"]
        );
        assert_eq!(right.texts("tfoot td").last().unwrap(), "7");
        let now = lin.get("/figures/done?unit=U3&by=now").await;
        assert_eq!(now.texts("tfoot td").last().unwrap(), "12");
        // At the top nothing hung elsewhere.
        assert!(!lin.get("/figures/done?unit=U1").await.has("#then-and-now"));
    })
    .await;
}
