use crate::notes;
use kernel::Lang;
use testkit::{Setup, TestApp};

#[tokio::test]
async fn pages_are_chinese_unless_the_browser_asks_for_english() {
    TestApp::on_both([notes::domain()], async |app| {
        let stranger = app.stranger();
        let page = stranger.get("/notes").await;
        assert_eq!(
            (page.lang().as_str(), page.h1().as_str()),
            ("zh-Hans", "笔记")
        );
        let page = stranger.reading(Lang::En).get("/notes").await;
        assert_eq!((page.lang().as_str(), page.h1().as_str()), ("en", "Notes"));
    })
    .await;
}

#[tokio::test]
async fn a_chosen_language_is_remembered_and_the_rest_of_the_address_stays() {
    TestApp::on_both([notes::domain()], async |app| {
        let reader = app.stranger();
        let page = reader.get("/list?page=2&lang=en&rows=50").await;
        page.assert_redirect("/list?page=2&rows=50");
        assert_eq!(reader.follow(&page).await.lang(), "en");
        assert_eq!(reader.get("/notes").await.h1(), "Notes");

        reader.get("/notes?lang=zh").await.assert_redirect("/notes");
        assert_eq!(reader.reading(Lang::En).get("/notes").await.h1(), "笔记");
    })
    .await;
}

#[tokio::test]
async fn the_switch_to_the_other_language_keeps_the_reader_where_they_are() {
    TestApp::on_both([notes::domain()], async |app| {
        let page = app.stranger().get("/list?page=2").await;
        assert_eq!(page.link("English").unwrap(), "/list?page=2&lang=en");
    })
    .await;
}

#[tokio::test]
async fn an_installation_may_be_english_first() {
    Setup::new([notes::domain()])
        .settings(|settings| settings.lang = Lang::En)
        .on_both(async |app| {
            assert_eq!(app.stranger().get("/notes").await.lang(), "en");
        })
        .await;
}
