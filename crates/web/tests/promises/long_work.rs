use crate::notes;
use kernel::{Lang, UnitId};
use testkit::TestApp;

const UNIT: UnitId = UnitId(1);

#[tokio::test]
async fn long_work_is_watched_left_and_found_again_with_its_result() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let sent = lin.post("/notes/plans", &[("body", "甲")]).await;
        let watching = lin.follow(&sent).await;
        assert_eq!(
            (watching.h1().as_str(), watching.notice().as_str()),
            ("导入笔记", "已提交")
        );
        assert_eq!(watching.text(".light"), "等待中");
        assert!(watching.html().contains("http-equiv=\"refresh\""));

        let mine = lin.get("/mine").await;
        assert_eq!(
            mine.tables()[1],
            [["导入笔记", "等待中", "2021-03-15 12:00"]]
        );
        let there = mine.link("导入笔记").unwrap();

        assert_eq!(app.run_jobs().await, 1);
        let ended = lin.get(&there).await;
        assert_eq!(ended.text(".light"), "已完成");
        assert_eq!(ended.link("查看结果").unwrap(), "/notes");
        assert!(!ended.html().contains("http-equiv=\"refresh\""));
        let english = lin.reading(Lang::En).get(&there).await;
        assert_eq!(english.h1(), "Import notes");
    })
    .await;
}

#[tokio::test]
async fn the_part_that_changes_is_asked_for_alone_and_at_the_end_the_whole_page() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let sent = lin.post("/notes/plans", &[("body", "甲")]).await;
        let page = lin.follow(&sent).await;
        let poll = page
            .attribute("#job [hx-get], #job[hx-get]", "hx-get")
            .unwrap();
        let part = lin.get(&poll).await;
        assert!(part.has("#job[hx-get]") && !part.has("form"));
        assert_eq!(part.header("hx-refresh"), None);
        app.run_jobs().await;
        let ended = lin.get(&poll).await;
        assert!(!ended.has("[hx-get]"));
        assert_eq!(ended.header("hx-refresh"), Some("true"));
    })
    .await;
}

#[tokio::test]
async fn refused_work_says_why() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let sent = lin.post("/notes/plans", &[("body", "refused")]).await;
        app.run_jobs().await;
        let page = lin.get(sent.redirect().unwrap()).await;
        assert!(page.alert().contains("第 7 行"), "{}", page.alert());
    })
    .await;
}

#[tokio::test]
async fn waiting_work_can_be_cancelled() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let sent = lin.post("/notes/plans", &[("body", "甲")]).await;
        let page = lin.get(sent.redirect().unwrap()).await;
        let cancel = page
            .attribute("form[action$=cancellation]", "action")
            .unwrap();
        let cancelled = lin.post(cancel, &[]).await;
        assert_eq!(lin.follow(&cancelled).await.text(".light"), "已取消");
        assert_eq!(app.run_jobs().await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_watches_or_cancels_the_work_of_others() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let zhou = app.sign_in_as(&app.people.clerk("周安", UNIT)).await;
        let sent = lin.post("/notes/plans", &[("body", "甲")]).await;
        let there = sent.redirect().unwrap();
        assert_eq!(zhou.get(&there).await.status(), 404);
        assert_eq!(
            zhou.post(format!("{there}/cancellation"), &[])
                .await
                .status(),
            404
        );
        assert_eq!(app.run_jobs().await, 1);
    })
    .await;
}
