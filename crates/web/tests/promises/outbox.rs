//! Forms that waited for network, and pages that are kept for when there is none.
use crate::notes;
use kernel::UnitId;
use testkit::{Session, TestApp};

const UNIT: UnitId = UnitId(1);

async fn send(browser: &Session, writer: &str, body: &str) -> testkit::Page {
    let browser = browser.with_header("x-outbox", writer);
    browser.post("/notes", &[("body", body)]).await
}

#[tokio::test]
async fn a_form_that_waited_is_answered_with_where_to_go_on_and_says_so_there() {
    TestApp::on_both([notes::domain()], async |app| {
        let actor = app.people.clerk("林晓", UNIT);
        let lin = app.sign_in_as(&actor).await;
        let answer = send(&lin, &actor.person.to_string(), "好").await;
        assert_eq!(
            (answer.status(), answer.header("location").unwrap()),
            (204, "/notes")
        );
        assert!(lin.get("/notes").await.html().contains("已记录：好"));
    })
    .await;
}

#[tokio::test]
async fn a_form_that_waited_is_taken_for_nobody_but_its_writer() {
    TestApp::on_both([notes::domain()], async |app| {
        let (lin, he) = (
            app.people.clerk("林晓", UNIT),
            app.people.clerk("何舒", UNIT),
        );
        let writer = lin.person.to_string();
        let other = app.sign_in_as(&he).await;
        assert_eq!(send(&other, &writer, "好").await.status(), 401);
        assert_eq!(send(&app.stranger(), &writer, "好").await.status(), 401);
        assert_eq!(send(&app.stranger(), "", "好").await.status(), 401);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_waited_comes_back_with_its_sentence_like_any_other() {
    TestApp::on_both([notes::domain()], async |app| {
        let actor = app.people.clerk("林晓", UNIT);
        let lin = app.sign_in_as(&actor).await;
        let answer = send(&lin, &actor.person.to_string(), "").await;
        assert_eq!(answer.status(), 422);
        assert!(answer.html().contains("请填写内容。"));
    })
    .await;
}

#[tokio::test]
async fn a_page_may_be_kept_unless_it_says_what_was_just_done() {
    TestApp::on_both([notes::domain()], async |app| {
        let actor = app.people.clerk("林晓", UNIT);
        let lin = app.sign_in_as(&actor).await;
        let kept = async || {
            let page = lin.get("/outbox").await;
            page.header("x-offline-seconds").map(str::to_owned)
        };
        assert_eq!(kept().await.as_deref(), Some("604800"));
        send(&lin, &actor.person.to_string(), "好").await;
        assert_eq!(kept().await, None, "this one says that a note was written");
        assert!(kept().await.is_some());
    })
    .await;
}

#[tokio::test]
async fn whoever_is_logged_in_is_told_which_pages_to_keep_and_strangers_nothing() {
    TestApp::on_both(
        [notes::domain().offline(&["/notes", "/notes/plans"])],
        async |app| {
            let secretary = app.people.secretary("林晓", UNIT);
            let page = app.sign_in_as(&secretary).await.get("/notes").await;
            assert_eq!(
                page.attribute("body", "data-outbox-pages").as_deref(),
                Some("/outbox /notes"),
                "plans are for those who plan"
            );
            let page = app.stranger().get("/notes").await;
            assert_eq!(page.attribute("body", "data-outbox-pages"), None);
            assert!(!page.html().contains("offline."));
        },
    )
    .await;
}

#[tokio::test]
async fn the_worker_stands_at_the_root_and_is_asked_for_anew() {
    TestApp::on_both([], async |app| {
        let worker = app.stranger().get("/sw.js").await;
        assert_eq!(worker.status(), 200);
        assert_eq!(worker.header("cache-control"), Some("no-cache"));
        assert!(
            worker
                .header("content-type")
                .unwrap()
                .starts_with("text/javascript")
        );
    })
    .await;
}
