use crate::notes;
use kernel::{Lang, UnitId};
use testkit::{Setup, TestApp};

#[tokio::test]
async fn the_rules_are_there_row_by_row_for_anybody_in_both_languages() {
    TestApp::on_both([], async |app| {
        for lang in Lang::ALL {
            let page = app.stranger().reading(lang).get("/rules").await;
            let rows = page.table();
            assert_eq!(rows.len(), 11);
            assert!(rows.iter().flatten().all(|cell| !cell.is_empty()));
        }
    })
    .await;
}

#[tokio::test]
async fn the_sponsor_is_named_on_every_page() {
    TestApp::on_both([], async |app| {
        let page = app.stranger().get("/rules").await;
        assert!(page.text("footer").contains("主办：测试办公室"));
    })
    .await;
}

#[tokio::test]
async fn whoever_watches_the_machine_is_told_that_the_database_answers() {
    TestApp::on_both([], async |app| {
        let answer = app.stranger().get("/healthz").await;
        assert_eq!((answer.status(), answer.html().as_str()), (200, "ok\n"));
    })
    .await;
}

#[tokio::test]
async fn the_search_looks_in_every_domain_and_keeps_the_words() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UnitId(1))).await;
        let page = lin.get("/search?q=+%E8%AE%B0+").await;
        assert_eq!(page.value("q").unwrap(), "记");
        let titles: Vec<_> = page.table().into_iter().map(|row| row[1].clone()).collect();
        assert_eq!(titles, ["学习笔记", "会议记录"]);

        let page = lin.get("/search?q=xyz").await;
        assert!(page.text(".empty").contains("xyz"));
        assert_eq!(lin.get("/search").await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn the_gallery_is_there_only_where_it_was_asked_for() {
    TestApp::on_both([], async |app| {
        assert_eq!(app.stranger().get("/gallery").await.status(), 404);
    })
    .await;
    Setup::new([])
        .settings(|settings| settings.gallery = true)
        .on_both(async |app| {
            let gallery = app.stranger().get("/gallery").await;
            let first = gallery.attribute("main li a", "href").unwrap();
            assert_eq!(app.stranger().get(first).await.status(), 200);
            assert_eq!(app.stranger().get("/gallery/none").await.status(), 404);
        })
        .await;
}
