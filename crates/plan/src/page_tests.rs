//! What people see: pages fetched as a person, in both languages. The test kit holds every page against the HTML lint.
use crate::world::{BUREAU, FIRST, OFFICE, SECOND, World, in_world};
use kernel::Lang;
use testkit::{Page, Session, Upload};

const LIST: &str = "\
序号,专题,重点举措,具体任务,牵头单位,责任单位,配合单位,完成时限,前置任务,工期,成果,目标
1,一、组织发动,建立机制,制定方案,组织人事局,党政办公室,区直机关党委,3月12日,,5,方案,
2,,动员部署,动员支部,党政办公室,,,4月15日前,1,30,记录,动员党支部数 达到 2
3,二、办实事,办实事,每月服务日,组织人事局,,,每月28日,,,登记,
";

impl World<'_> {
    async fn browser(&self) -> Session {
        self.app.sign_in_as(&self.clerk).await
    }

    async fn officer(&self) -> Session {
        let officer = self.app.people.officer("林晓", BUREAU);
        self.app.sign_in_as(&officer).await
    }
}

fn save(name: &str, page: &Page) {
    if let Ok(folder) = std::env::var("PLAN_PAGES") {
        std::fs::write(format!("{folder}/{name}.html"), page.html()).unwrap();
    }
}

#[tokio::test]
async fn every_page_of_a_campaign_opens_in_both_languages() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let task = world.task("2").await;
        let theme = world.plan().await.items[0].node.id;
        let browser = world.browser().await;
        let body = [
            ("entry", "018f0000-0000-7000-8000-000000000009"),
            ("body", "working_group"),
            ("title", "宣传组"),
            ("unit", "6"),
            ("since", "2021-03-03"),
            ("head", "宋晚"),
            ("members", "顾云、林晓（DW01-B01）"),
        ];
        browser
            .post("/campaigns/study/working_groups", &body)
            .await
            .assert_redirect("/campaigns/study/working_groups");
        let body = body[0];
        let record = [
            ("entry", "018f0000-0000-7000-8000-000000000001"),
            ("title", "第一党支部动员会"),
            ("day", "2021-03-10"),
            ("organiser", "6"),
            ("units", "4"),
            ("with_members", "true"),
        ];
        browser
            .post("/campaigns/study/briefings", &record)
            .await
            .assert_redirect("/briefings/018f0000-0000-7000-8000-000000000001");
        let pages = [
            "/campaigns".to_owned(),
            "/campaigns/new".to_owned(),
            "/campaigns/study".to_owned(),
            "/campaigns/study/tasks".to_owned(),
            "/campaigns/study/tasks?light=red&state=under_way&due=month&text=动员".to_owned(),
            "/campaigns/study/timetable".to_owned(),
            "/campaigns/study/matrix".to_owned(),
            "/campaigns/study/schedule".to_owned(),
            "/campaigns/study/working_groups".to_owned(),
            "/campaigns/study/briefings".to_owned(),
            "/campaigns/study/briefings/new".to_owned(),
            "/campaigns/study/coverage".to_owned(),
            "/campaigns/study/items/new".to_owned(),
            format!("/campaigns/study/items/new?level=1&parent={theme}"),
            format!("/items/{theme}"),
            format!("/items/{theme}/changes"),
            format!("/items/{theme}/withdrawal"),
            format!("/items/{task}/changes"),
            format!("/items/{task}/withdrawal"),
            format!("/working_groups/{}", body.1),
            format!("/working_groups/{}/correction", body.1),
            "/campaigns/study/plan_imports".to_owned(),
            "/briefings/018f0000-0000-7000-8000-000000000001".to_owned(),
            "/briefings/018f0000-0000-7000-8000-000000000001/correction".to_owned(),
            format!("/tasks/{task}"),
            format!("/tasks/{task}/reports"),
            format!("/tasks/{task}/sign_off"),
            format!("/tasks/{task}/reopening"),
            "/mine".to_owned(),
        ];
        for lang in Lang::ALL {
            let browser = browser.reading(lang);
            for (at, url) in pages.iter().enumerate() {
                let page = browser.get(url).await;
                assert_eq!(page.status(), 200, "{url}: {}", page.html());
                assert!(!page.h1().is_empty(), "{url}");
                save(&format!("{at:02}-{}", lang.code()), &page);
            }
        }
        for url in [
            "/campaigns/study/tasks.xlsx",
            "/campaigns/study/plan_template.xlsx",
        ] {
            assert_eq!(browser.get(url).await.status(), 200, "{url}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_lets_in_who_may_enter_and_nobody_else() {
    in_world(async |world| world.app.assert_access_is_kept().await).await;
}

#[tokio::test]
async fn a_work_list_is_uploaded_looked_at_and_imported() {
    in_world(async |world| {
        let browser = world.browser().await;
        let wrong = LIST.replace("组织人事局,党政办公室", "组织部人事局,党政办公室");
        let file = |bytes| Upload {
            field: "file",
            file_name: "任务清单.csv",
            bytes,
        };
        let url = "/campaigns/study/plan_imports";
        let sent = browser.upload(url, &[], file(wrong.as_bytes())).await;
        let page = browser.follow(&sent).await;
        save("preview-wrong", &page);
        assert!(page.html().contains("名称相近的有：组织人事局"));
        let preview = sent.redirect().unwrap();
        let returned = browser.get(format!("{preview}/problems.xlsx")).await;
        assert_eq!(returned.status(), 200);
        assert_eq!(browser.post(&preview, &[]).await.status(), 422);
        assert_eq!(world.count("tasks").await, 0);

        let sent = browser.upload(url, &[], file(LIST.as_bytes())).await;
        let page = browser.follow(&sent).await;
        save("preview", &page);
        assert_eq!(page.status(), 200);
        browser
            .post(sent.redirect().unwrap(), &[])
            .await
            .assert_redirect("/campaigns/study");
        assert_eq!(world.count("tasks").await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_task_is_changed_by_form_and_what_others_changed_meanwhile_is_told_and_kept() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let (task, browser) = (world.task("1").await, world.browser().await);
        let url = format!("/items/{task}/changes");
        let form = browser.get(&url).await;
        let field = |name: &str| form.value(name).unwrap_or_default();
        let names = [
            "seen",
            "parent",
            "title",
            "number",
            "lead",
            "responsible",
            "supporting",
            "in_charge",
            "deadline",
            "duration",
            "after",
            "deliverable",
            "target",
        ];
        let drawn: Vec<(&str, String)> = names.map(|name| (name, field(name))).into();
        let typed = |entry: &str, own: &[(&str, &str)]| -> Vec<(String, String)> {
            let all = drawn.iter().map(|(name, value)| {
                let own = own.iter().find(|(other, _)| other == name);
                let value = own.map_or(value.as_str(), |(_, value)| value);
                ((*name).to_owned(), value.to_owned())
            });
            all.chain([("entry".to_owned(), entry.to_owned())])
                .collect()
        };
        let send = async |fields: Vec<(String, String)>| {
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            browser.post(&url, &fields).await
        };
        let first = [("duration", "8"), ("deliverable", "正式方案")];
        send(typed("018f0000-0000-7000-8000-000000000001", &first))
            .await
            .assert_redirect(format!("/items/{task}"));
        let second = [("title", "制定总体方案"), ("deliverable", "方案文本")];
        let told = send(typed("018f0000-0000-7000-8000-000000000002", &second)).await;
        assert_eq!(told.status(), 422);
        let html = told.html();
        assert!(
            html.contains("已被别人修改") && html.contains("正式方案"),
            "{html}"
        );
        // Untouched: theirs. Touched by both: mine, marked. Touched by me: mine.
        assert_eq!(told.value("duration").as_deref(), Some("8"));
        assert_eq!(told.value("deliverable").as_deref(), Some("方案文本"));
        assert_eq!(told.value("title").as_deref(), Some("制定总体方案"));
        let again: Vec<(&str, String)> = names
            .iter()
            .chain(&["entry"])
            .map(|name| (*name, told.value(name).unwrap_or_default()))
            .collect();
        let again: Vec<(&str, &str)> = again
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        browser
            .post(&url, &again)
            .await
            .assert_redirect(format!("/items/{task}"));
        let item = world.plan().await.item(task).cloned().unwrap();
        assert_eq!(item.node.duration_days, Some(8));
        assert_eq!(item.node.title, "制定总体方案");
    })
    .await;
}

#[tokio::test]
async fn a_large_list_is_imported_behind_the_page() {
    in_world(async |world| {
        let browser = world.browser().await;
        let rows = (1..=2_100).map(|number| format!("{number},甲,乙,任务{number},BM01,6月底前\n"));
        let list = format!(
            "序号,专题,重点举措,具体任务,牵头单位,完成时限\n{}",
            rows.collect::<String>()
        );
        let file = Upload {
            field: "file",
            file_name: "大清单.csv",
            bytes: list.as_bytes(),
        };
        let sent = browser
            .upload("/campaigns/study/plan_imports", &[], file)
            .await;
        let page = browser.post(sent.redirect().unwrap(), &[]).await;
        let job = page.redirect().unwrap();
        assert!(job.contains("jobs"), "{job}");
        assert_eq!(world.app.run_jobs().await, 1);
        assert_eq!(world.count("tasks").await, 2_100);
        assert_eq!(browser.get(&job).await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn an_officer_reports_and_the_clerk_signs_off() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let (task, officer, clerk) = (
            world.task("1").await,
            world.officer().await,
            world.browser().await,
        );
        let mine = officer.get("/mine").await;
        assert!(mine.html().contains("制定方案"), "{}", mine.html());
        let report = |achieved| {
            [
                ("entry", "018f0000-0000-7000-8000-000000000001"),
                ("unit", "7"),
                ("day", "2021-03-11"),
                ("achieved", achieved),
                ("evidence", "云组发〔2021〕3号"),
                ("completes", "true"),
            ]
        };
        let refused = officer
            .post(format!("/tasks/{task}/reports"), &report(" "))
            .await;
        assert_eq!(refused.status(), 422);
        assert_eq!(
            refused.value("evidence").as_deref(),
            Some("云组发〔2021〕3号")
        );
        officer
            .post(format!("/tasks/{task}/reports"), &report("方案已印发"))
            .await
            .assert_redirect(format!("/tasks/{task}"));
        let sign = [
            ("entry", "018f0000-0000-7000-8000-000000000002"),
            ("day", "2021-03-15"),
            ("note", "已核对"),
        ];
        clerk
            .post(format!("/tasks/{task}/sign_off"), &sign)
            .await
            .assert_redirect(format!("/tasks/{task}"));
        let page = clerk.get(format!("/tasks/{task}")).await;
        save("task-done", &page);
        assert!(page.html().contains("已销号"));
        assert_eq!(world.count("tasks-done").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_lies_outside_of_ones_reach_is_not_there() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let secretary = world.app.people.secretary("陶景", SECOND);
        let browser = world.app.sign_in_as(&secretary).await;
        let (theirs, other) = (world.task("3").await, world.task("1").await);
        assert_eq!(browser.get(format!("/tasks/{theirs}")).await.status(), 404);
        assert_eq!(browser.get(format!("/tasks/{other}")).await.status(), 404);
        assert_eq!(
            browser.get("/campaigns/study/plan_imports").await.status(),
            404
        );
        assert_eq!(
            browser
                .get(format!("/campaigns/study/coverage?unit={FIRST}"))
                .await
                .status(),
            404
        );
        assert_eq!(browser.get("/campaigns/study/coverage").await.status(), 200);
        let nobody = world.app.people.nobody("无权", OFFICE);
        let nobody = world.app.sign_in_as(&nobody).await;
        assert_eq!(nobody.get("/campaigns/study").await.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn the_exported_list_is_read_again_and_changes_nothing() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let bytes = {
            let campaign = crate::campaigns::store::find(world.book().db().reader(), "study")
                .await
                .unwrap()
                .unwrap();
            let sight = crate::view::sight::Sight::of(&world.app.app, &world.clerk)
                .await
                .unwrap();
            let outlook = crate::nodes::tree_page::load(&world.app.app, campaign, &sight)
                .await
                .unwrap();
            crate::nodes::work_list_page::workbook_of_all(Lang::Zh, &sight, &outlook).unwrap()
        };
        let mut importing = world.importing(11, "");
        importing.bytes = bytes;
        let again = world.import(&importing).await.unwrap();
        assert_eq!((again.added, again.changed, again.gone), (0, 0, 0));
    })
    .await;
}
