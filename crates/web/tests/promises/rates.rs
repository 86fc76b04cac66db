use crate::notes;
use chrono::TimeDelta;
use kernel::UnitId;
use testkit::{Page, Session, Setup, TestApp};

/// Nobody that the doorkeeper knows.
const NOBODY: [(&str, &str); 1] = [("person", "99")];

/// Sends until it is one too many, and answers with how many went through and with the refusal.
async fn send_until_refused(browser: &Session, url: &str, form: &[(&str, &str)]) -> (usize, Page) {
    for sent in 0..2_000 {
        let answer = browser.post(url, form).await;
        if answer.status() == 429 {
            return (sent, answer);
        }
    }
    panic!("nothing was ever refused");
}

#[tokio::test]
async fn too_many_log_ins_from_one_address_have_to_wait_a_little() {
    TestApp::on_both([notes::domain()], async |app| {
        let (sent, refused) = send_until_refused(&app.stranger(), "/log-in", &NOBODY).await;
        assert_eq!(sent, 120);
        assert_eq!(refused.h1(), "操作过于频繁");
        assert_eq!(refused.header("retry-after"), Some("1"));
        // To look at pages is never too much, and whoever is logged in is counted by their account.
        assert_eq!(app.stranger().get("/notes").await.status(), 200);
        let lin = app.sign_in_as(&app.people.clerk("林晓", UnitId(1))).await;
        lin.post("/notes", &[("body", "甲")])
            .await
            .assert_redirect("/notes");

        app.forward(TimeDelta::seconds(1));
        let again = app.stranger().post("/log-in", &[("person", "99")]).await;
        assert_eq!(again.status(), 303);
    })
    .await;
}

#[tokio::test]
async fn a_forwarded_address_counts_only_behind_a_proxy_of_our_own() {
    for behind_proxy in [false, true] {
        Setup::new([notes::domain()])
            .settings(|settings| settings.behind_proxy = behind_proxy)
            .on_both(async |app| {
                let from = |address| app.stranger().with_header("x-forwarded-for", address);
                send_until_refused(&from("198.51.100.7"), "/log-in", &NOBODY).await;
                let other = from("198.51.100.8");
                let answer = other.post("/log-in", &[("person", "99")]).await;
                let is_let_in = answer.status() == 303;
                assert_eq!(is_let_in, behind_proxy);
            })
            .await;
    }
}

#[tokio::test]
async fn one_account_that_sends_without_end_is_slowed_and_nobody_else() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UnitId(1))).await;
        let (sent, _) = send_until_refused(&lin, "/notes", &[("body", "甲")]).await;
        assert_eq!(sent, 600);
        let wu = app.sign_in_as(&app.people.clerk("吴宁", UnitId(1))).await;
        let answer = wu.post("/notes", &[("body", "乙")]).await;
        answer.assert_redirect("/notes");
    })
    .await;
}
