//! Figures looked at from many sides, published figures, and boards: what people see.
use crate::{pages::in_app, world::*};
use kernel::Lang;
use testkit::Upload;

#[tokio::test]
async fn a_figure_is_looked_at_by_period_by_grain_and_units_side_by_side() {
    in_app(async |_, _, lin| {
        // The first quarter: 5 and 7 in March.
        let quarter = lin
            .get("/figures/done?unit=U1&period=quarter&as_of=2021-02-10")
            .await;
        assert_eq!(quarter.text(".big-number-text"), "12件");
        assert!(
            quarter.html().contains("2021年3月31日"),
            "{}",
            quarter.html()
        );
        let running = lin.get("/figures/done?unit=U1&period=quarter").await;
        assert_eq!(running.text(".big-number-text"), "0件");
        assert!(
            running.html().contains("期间尚未结束"),
            "{}",
            running.html()
        );
        for grain in ["day", "week", "quarter", "year"] {
            let page = lin
                .get(format!(
                    "/figures/done?unit=U1&as_of=2021-03-31&grain={grain}"
                ))
                .await;
            assert!(page.html().contains("chart-svg"), "{grain}");
        }
        let compared = lin
            .reading(Lang::En)
            .get("/figures/done?unit=U1&as_of=2021-05-31&compare=U2&compare=U3")
            .await;
        let labels = compared.html();
        assert!(labels.contains("class=\"multiples\""), "{labels}");
        // In their given order: position 97 comes before 98.
        let (right, left) = (
            labels.find("aria-label=\"Unit 3"),
            labels.find("aria-label=\"Unit 2"),
        );
        assert!(right.is_some() && right < left, "{labels}");
    })
    .await;
}

#[tokio::test]
async fn what_may_not_be_seen_is_masked_and_adds_up_on_page_chart_parts_and_in_both_files() {
    in_app(async |app, world, _| {
        world.record(4, "test.done", LEFT, day(3, 21), 1).await;
        let chen = app.sign_in_as(&app.people.secretary("陈思", LEFT)).await;
        let page = chen.get("/figures/done?unit=U1&as_of=2021-05-31").await;
        assert_eq!(page.text(".big-number-text"), "13件");
        // Records: 5 + 1 in sight, 7 masked.
        let records = page.texts("section[aria-labelledby=records] tfoot td");
        assert_eq!(records.last().unwrap(), "13");
        assert!(page.html().contains("另有 1 条您无权查看的记录"));
        // Parts: 6 of the own committee, 7 of units that may not be opened.
        let parts = page.texts("section[aria-labelledby=parts] tbody td");
        assert!(
            parts.iter().any(|text| text == "6") && parts.iter().any(|text| text == "7"),
            "{parts:?}"
        );
        assert_eq!(
            page.texts("section[aria-labelledby=parts] tfoot td")
                .last()
                .unwrap(),
            "13"
        );
        assert!(
            page.html().contains("<title>您无权查看的单位 7件</title>"),
            "{}",
            page.html()
        );
        assert!(!page.html().contains("第3单位"), "{}", page.html());
        let csv = chen
            .get("/figures/done/records.csv?unit=U1&as_of=2021-05-31")
            .await;
        let text = String::from_utf8(csv.bytes.clone()).unwrap();
        assert!(text.contains("合计,,13") && !text.contains("U6"), "{text}");
        let shown = chen
            .get("/figures/done/shown.xlsx?unit=U1&as_of=2021-05-31&what=parts")
            .await;
        let columns = sheets::Columns::new()
            .with(sheets::Column::text(
                "unit",
                kernel::Bilingual::new("单位", "Unit"),
            ))
            .with(sheets::Column::text(
                "value",
                kernel::Bilingual::new("数量", "Value"),
            ));
        let table = sheets::read(&shown.bytes, &columns, sheets::Options::default()).unwrap();
        let mut problems = sheets::Problems::default();
        let lines: Vec<_> = table
            .rows()
            .take(2)
            .map(|row| {
                (
                    row.text("unit", &mut problems),
                    row.text("value", &mut problems),
                )
            })
            .collect();
        let line = |unit: &str, value: &str| (Some(unit.to_owned()), Some(value.to_owned()));
        assert_eq!(lines, [line("第2单位", "6"), line("您无权查看的单位", "7")]);
        // The reader leaves the row of sums aside, as it does in what offices send.
        assert_eq!(table.skipped.len(), 1, "{:?}", table.skipped);
        // Nobody compares what they may not see.
        let compared = chen
            .get("/figures/done?unit=U1&as_of=2021-05-31&compare=U3")
            .await;
        assert!(!compared.html().contains("class=\"multiples\""));
    })
    .await;
}

#[tokio::test]
async fn a_statistics_workbook_is_looked_at_imported_and_stands_in_the_catalogue_with_its_cell() {
    in_app(async |app, _, lin| {
        let april = [
            "industrial-output",
            "规模以上工业产值",
            "2021年4月",
            "亿元",
            "59.5",
            "214.6",
            "18.5",
            "17.9",
            "是",
        ];
        let bytes = crate::quoted::workbook(&[april]);
        assert_eq!(lin.get("/quoted_imports").await.status(), 200);
        let sent = lin
            .upload(
                "/quoted_imports",
                &[],
                Upload {
                    field: "file",
                    file_name: "4月.xlsx",
                    bytes: &bytes,
                },
            )
            .await;
        let there = sent.redirect().unwrap();
        let preview = lin.get(&there).await;
        assert!(
            preview.html().contains("214.6亿元") && preview.html().contains("F2"),
            "{}",
            preview.html()
        );
        lin.post(&there, &[]).await.assert_redirect("/figures");
        lin.post(&there, &[]).await.assert_redirect("/figures");
        assert!(lin.get("/figures").await.html().contains("214.6亿元"));
        let page = lin
            .reading(Lang::En)
            .get("/figures/industrial-output?as_of=2021-04-30")
            .await;
        assert!(
            page.html().contains("cell F2") && page.html().contains("4月.xlsx"),
            "{}",
            page.html()
        );
        assert!(
            page.html()
                .contains("definition of these statistics changed")
        );
        let file = page
            .attribute(
                "section[aria-labelledby=sources] a[href^='/quoted_files/']",
                "href",
            )
            .unwrap();
        assert_eq!(lin.get(&file).await.bytes, bytes);
        let earlier = lin.get("/quoted_imports").await;
        let listed = earlier.attribute("section[aria-labelledby=earlier] a", "href");
        assert_eq!(listed.as_deref(), Some(&*file));
        let counts = earlier.table().remove(0).split_off(3);
        assert_eq!(counts, ["2", "0", "0"]);
        let growth = lin
            .get("/figures/industrial-output-growth?as_of=2021-04-30")
            .await;
        assert_eq!(growth.text(".big-number-text"), "18.5%");
        let earlier = lin.get("/figures/industrial-output?as_of=2021-03-31").await;
        assert_eq!(earlier.text(".big-number-text"), "暂无数据");
        let chen = app.sign_in_as(&app.people.secretary("陈思", LEFT)).await;
        assert_eq!(chen.get("/quoted_imports").await.status(), 404);
        assert_eq!(chen.get(&there).await.status(), 404);
        assert_eq!(chen.get(&file).await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn a_statistics_list_as_offices_keep_it_is_read_and_columns_left_aside_are_told() {
    in_app(async |_, _, lin| {
        let list = "某区2021年4月主要经济指标\n\
                    编码,指标,月份,计量,当月,累计,累计同比增速,可比口径增速,处室意见\n\
                    retail-sales,社会消费品零售总额,2021年4月,亿元,12.3,48.6,21.4,20.1,无\n";
        let sent = lin
            .upload(
                "/quoted_imports",
                &[],
                Upload {
                    field: "file",
                    file_name: "4月.csv",
                    bytes: list.as_bytes(),
                },
            )
            .await;
        let preview = lin.get(&sent.redirect().unwrap()).await;
        let text = preview.text("main");
        assert!(text.contains("21.4%") && text.contains("20.1%"), "{text}");
        assert!(text.contains("I 列“处室意见”没有用到"), "{text}");
        assert!(!text.contains("“可比口径增速”没有用到"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_board_shows_numbers_charts_and_lists_each_opens_and_a_wall_asks_again_by_itself() {
    in_app(async |app, _, lin| {
        let form = lin.get("/boards/new").await;
        let entry = form.value("entry").unwrap();
        let fields = [
            ("entry", entry.as_str()),
            ("title", "主要情况"),
            ("unit", "U1"),
            ("shared", "shared"),
            ("figure", "done"),
            ("show", "number"),
            ("cell_unit", ""),
            ("period", ""),
            ("figure", "done"),
            ("show", "trend"),
            ("cell_unit", "U3"),
            ("period", ""),
            ("figure", "done"),
            ("show", "list"),
            ("cell_unit", ""),
            ("period", "year"),
            ("figure", "done"),
            ("show", "parts"),
            ("cell_unit", ""),
            ("period", ""),
        ];
        let made = lin.post("/boards", &fields).await;
        let there = made.redirect().unwrap();
        let there = there.split('?').next().unwrap().to_owned();
        let board = lin.get(&there).await;
        assert_eq!(board.h1(), "主要情况");
        assert_eq!(board.text(".big-number-text a"), "12件");
        assert!(board.has("a[href*='unit=U3'] title"), "{}", board.html());
        assert_eq!(board.texts("tfoot td").last().unwrap(), "12");
        let early = lin.get(format!("{there}?as_of=2021-03-10")).await;
        assert_eq!(early.text(".big-number-text a"), "5件");
        assert_eq!(early.value("as_of").as_deref(), Some("2021-03-10"));
        let href = early.attribute("a[href*='wall=1']", "href").unwrap();
        assert!(href.contains("as_of=2021-03-10"), "{href}");
        assert!(!lin.get(&href).await.has("input[name=as_of]"));
        let no_day = lin.get(format!("{there}?as_of=2021-13-10")).await;
        assert!(
            no_day
                .field_error("截止日期")
                .unwrap()
                .contains("2021-13-10")
        );
        assert_eq!(no_day.text(".big-number-text a"), "12件");
        let wall = lin.get(format!("{there}?wall=1")).await;
        assert!(wall.has(".wall[hx-trigger='every 60s']"));
        assert!(wall.html().contains(r#"http-equiv="refresh" content="60""#));
        // A secretary sees the whole as a number, their own rows, and nothing of the others'.
        let chen = app.sign_in_as(&app.people.secretary("陈思", LEFT)).await;
        let theirs = chen.reading(Lang::En).get(&there).await;
        assert_eq!(theirs.status(), 200);
        assert!(
            theirs
                .html()
                .contains("You may not see the figures of this unit")
        );
        assert_eq!(chen.get(format!("{there}/definition")).await.status(), 404);
        assert!(lin.get("/boards").await.html().contains("主要情况"));
        let change = lin.get(format!("{there}/definition")).await;
        assert_eq!(change.value("seen_version").as_deref(), Some("1"));
        let mut more = fields.to_vec();
        more.push(("then", "rows"));
        let more = lin.post("/boards", &more).await;
        assert_eq!(more.texts("fieldset legend").len(), 8, "{}", more.html());
    })
    .await;
}

#[tokio::test]
async fn what_was_never_counted_is_no_data_and_not_nought() {
    in_app(async |_, _, lin| {
        // A branch of which neither account has a posting.
        for figure in ["done-per-person", "done-growth"] {
            let page = lin
                .get(format!("/figures/{figure}?unit=U5&as_of=2021-05-31"))
                .await;
            assert_eq!(page.status(), 200);
            assert_eq!(page.text(".big-number-text"), "暂无数据", "{figure}");
            let note = page.text(".big-number");
            assert!(note.len() > "暂无数据".len(), "it says why: {note}");
            let english = lin.reading(Lang::En);
            let page = english
                .get(format!("/figures/{figure}?unit=U5&as_of=2021-05-31"))
                .await;
            assert_eq!(page.text(".big-number-text"), "no data", "{figure}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_brief_says_which_numbers_are_of_a_closed_period_and_which_are_being_restated() {
    in_app(async |_, world, lin| {
        let draft = world
            .draft(100, "办了{{figure:done}}。\n\n三月办了{{figure:done from=2021-03-01 as-of=2021-03-31}}。")
            .await;
        let editor = format!("/brief_drafts/{}", draft.id);
        assert!(!lin.get(&editor).await.has(".editor-looks a[href='/periods']"));
        world.close(200, Some(day(3, 31))).await;
        let closed = lin.get(&editor).await;
        let looks = closed.text(".editor-looks");
        assert!(looks.contains("2 个数的账期已关闭（截至2021年3月31日）"), "{looks}");

        let total = world.issue(101, &draft).await.unwrap();
        let issued = lin.get(format!("/briefs/{total}")).await;
        assert!(issued.text("main").contains("其中 2 个数的账期已关闭"), "{}", issued.html());
        let number = format!("/briefs/{total}/numbers/2");
        let page = lin.get(&number).await;
        assert!(page.text(".big-number").contains("账期已关闭至 2021-03-31"));

        world.close(201, Some(day(2, 28))).await;
        let page = lin.get(&number).await;
        assert!(page.text(".big-number").contains("正在更正"), "{}", page.html());
        let english = lin.reading(Lang::En);
        let issued = english.get(format!("/briefs/{total}")).await;
        assert!(
            issued.text(".notice").contains("2 numbers of this issue are being restated"),
            "{}",
            issued.html()
        );
        let next = world.draft(102, "三月办了{{figure:done from=2021-03-01 as-of=2021-03-31}}。").await;
        let looks = lin.get(format!("/brief_drafts/{}/issue", next.id)).await;
        assert!(looks.text("main").contains("1 个数（正文第 1 行）正在更正"), "{}", looks.html());
        let figure = lin.get("/figures/done?unit=U1&as_of=2021-03-31").await;
        assert!(figure.text(".big-number").contains("正在更正"));
    })
    .await;
}

#[tokio::test]
async fn an_issued_number_that_was_quoted_shows_the_cells_it_was_taken_from_then() {
    in_app(async |app, world, lin| {
        let import = async |number: u128, value: &str| {
            let mut row = crate::quoted::APRIL;
            row[5] = value;
            let files = &app.app.files;
            let sent = crate::quoted::importing(world, files, number, &[row]).await;
            reports::quoted::import(&world.book, &clerk(), &sent)
                .await
                .unwrap();
        };
        import(60, "214.6").await;
        let mut text = text("产值{{figure:industrial-output}}。");
        text.as_of = day(4, 30);
        let clerk = clerk();
        let draft = reports::briefs::drafting::begin(&world.book, &clerk, id(100), ZONE, &text);
        let draft = draft.await.unwrap();
        let total = world.issue(101, &draft).await.unwrap();
        import(61, "215.1").await;
        let page = lin.get(format!("/briefs/{total}/numbers/1")).await;
        let sources = page.text("dl.facts");
        assert!(
            sources.contains("主要指标") && sources.contains("F2"),
            "{sources}"
        );
        assert!(
            sources.contains("214.6") && !sources.contains("215.1"),
            "{sources}"
        );
        assert!(!page.has("#records"), "what is quoted has no records");
        assert!(
            page.text("main").contains("215.1亿元"),
            "today it would be another"
        );
    })
    .await;
}
