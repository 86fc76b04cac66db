use crate::notes;
use kernel::{Lang, UnitId};
use testkit::TestApp;

#[tokio::test]
async fn a_list_is_shown_whatever_page_is_asked_for() {
    TestApp::on_both([notes::domain()], async |app| {
        let stranger = app.stranger();
        for (query, shown) in [
            ("", "0+20"),
            ("?page=3&rows=50", "100+50"),
            ("?page=0&rows=7", "0+20"),
            ("?page=-1&rows=x", "0+20"),
            (
                "?page=18446744073709551615&rows=100",
                "18446744073709551615+100",
            ),
        ] {
            let page = stranger.get(format!("/list{query}")).await;
            assert_eq!(page.text(".paging"), shown, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn figures_are_read_as_of_today_unless_a_day_is_named() {
    TestApp::on_both([notes::domain()], async |app| {
        let stranger = app.stranger();
        app.set_day("2021-04-30");
        assert_eq!(stranger.get("/list").await.text(".day"), "2021-04-30");
        assert_eq!(stranger.get("/list?day=").await.text(".day"), "2021-04-30");
        let page = stranger.get("/list?day=2021-03-31").await;
        assert_eq!(page.text(".day"), "2021-03-31");

        let page = stranger.get("/list?day=2021-02-30").await;
        assert_eq!(page.status(), 422);
        assert!(page.text("main").contains("day=2021-02-30"));
        let page = stranger.reading(Lang::En).get("/list?day=soon").await;
        assert!(page.text("main").contains("Write days like 2021-05-14."));
    })
    .await;
}

#[tokio::test]
async fn a_download_has_its_name_and_opens_in_a_spreadsheet() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.people.clerk("林晓", UnitId(1));
        let file = app.sign_in_as(&lin).await.get("/notes/export").await;
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
        assert!(
            file.header("content-disposition")
                .unwrap()
                .contains("filename*=UTF-8''%E7%AC%94%E8%AE%B0.csv")
        );
        assert!(file.bytes.starts_with("\u{feff}内容".as_bytes()));
    })
    .await;
}
