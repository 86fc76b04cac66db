use crate::notes;
use kernel::UnitId;
use testkit::{Setup, TestApp};

const UNIT: UnitId = UnitId(1);

#[tokio::test]
async fn every_page_turns_away_whoever_it_is_not_for() {
    TestApp::on_both([notes::domain()], async |app| {
        app.assert_access_is_kept().await;
    })
    .await;
}

#[tokio::test]
async fn a_stranger_is_sent_to_log_in_and_comes_back_to_where_they_wanted_to_go() {
    TestApp::on_both([notes::domain()], async |app| {
        let page = app.stranger().get("/notes/plans?q=a&page=2").await;
        page.assert_redirect("/log-in?next=%2Fnotes%2Fplans%3Fq%3Da%26page%3D2");
    })
    .await;
}

#[tokio::test]
async fn after_a_form_sent_too_late_the_way_leads_back_to_its_page() {
    TestApp::on_both([notes::domain()], async |app| {
        let late = app
            .stranger()
            .with_header("referer", "http://luodi.test/notes?page=2");
        let page = late.post("/notes", &[("body", "x")]).await;
        page.assert_redirect("/log-in?next=%2Fnotes%3Fpage%3D2");
    })
    .await;
}

#[tokio::test]
async fn a_fragment_for_a_stranger_sends_the_whole_page_to_log_in() {
    TestApp::on_both([notes::domain()], async |app| {
        let htmx = app
            .stranger()
            .with_header("hx-request", "true")
            .with_header("hx-current-url", "http://luodi.test/mine");
        let page = htmx.get("/notes/plans").await;
        assert_eq!(page.header("hx-redirect"), Some("/log-in?next=%2Fmine"));
    })
    .await;
}

#[tokio::test]
async fn what_one_may_not_know_of_looks_like_what_is_not_there() {
    TestApp::on_both([notes::domain()], async |app| {
        let secretary = app.sign_in_as(&app.people.secretary("周安", UNIT)).await;
        let (forbidden, missing) = (
            secretary.get("/notes/plans").await,
            secretary.get("/nowhere").await,
        );
        assert_eq!((forbidden.status(), missing.status()), (404, 404));
        assert_eq!(forbidden.h1(), missing.h1());
        assert_eq!(forbidden.texts("main p")[0], missing.texts("main p")[0]);
    })
    .await;
}

#[tokio::test]
async fn the_api_answers_in_json_and_never_redirects() {
    TestApp::on_both([notes::domain()], async |app| {
        let stranger = app.stranger().get("/api/notes/1").await;
        assert_eq!(stranger.status(), 401);
        assert_eq!(stranger.json()["title"], "请先登录");

        let clerk = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        assert_eq!(clerk.get("/api/notes/1").await.json()["note"], 1);
        let missing = clerk.get("/api/notes/2").await;
        assert_eq!(
            (missing.status(), &missing.json()["status"]),
            (404, &404.into())
        );
    })
    .await;
}

#[tokio::test]
async fn a_link_that_would_not_open_is_not_offered() {
    TestApp::on_both([notes::domain()], async |app| {
        let clerk = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let page = clerk.get("/mine").await;
        assert_eq!(page.texts("nav.side a"), ["我的", "notes", "plans"]);
        assert_eq!(page.link("记一条 /notes/plans").unwrap(), "/notes/plans");
        assert_eq!(page.link("记一条 /nowhere"), None);

        let secretary = app.sign_in_as(&app.people.secretary("周安", UNIT)).await;
        let page = secretary.get("/mine").await;
        assert_eq!(page.texts("nav.side a"), ["我的", "notes"]);
        assert_eq!(page.link("记一条 /notes/plans"), None);
    })
    .await;
}

#[tokio::test]
async fn a_change_sent_from_a_foreign_page_is_refused() {
    TestApp::on_both([notes::domain()], async |app| {
        let clerk = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
        ] {
            let foreign = clerk.with_header(name, value);
            let page = foreign.post("/notes", &[("body", "x")]).await;
            assert_eq!(
                (page.status(), page.h1().as_str()),
                (403, "请求来自其他网站")
            );
        }
        for (name, value) in [
            ("sec-fetch-site", "same-origin"),
            ("origin", "http://luodi.test"),
        ] {
            let ours = clerk.with_header(name, value);
            let page = ours.post("/notes", &[("body", "x")]).await;
            page.assert_redirect("/notes");
        }
        // Looking is harmless, wherever the link was.
        let link = clerk.with_header("sec-fetch-site", "cross-site");
        assert_eq!(link.get("/notes").await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn a_domain_taken_out_takes_nothing_else_with_it() {
    TestApp::on_both([], async |app| {
        let clerk = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        assert_eq!(clerk.get("/mine").await.status(), 200);
        assert_eq!(clerk.get("/notes").await.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn the_map_of_the_house_itself() {
    Setup::new([])
        .on_both(async |app| {
            insta::allow_duplicates! { insta::assert_snapshot!(app.site_map(), @r"
            GET / Anyone
            POST /log-out Anyone
            GET /healthz Anyone
            GET /portal Anyone
            GET /mine SignedIn
            GET /jobs/{job} SignedIn
            GET /jobs/{job}/progress SignedIn
            POST /jobs/{job}/cancellation SignedIn
            GET /search SignedIn
            GET /outbox SignedIn
            GET /rules Anyone
            GET /gallery Anyone
            GET /gallery/{specimen} Anyone
            "); }
        })
        .await;
}
