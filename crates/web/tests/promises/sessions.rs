use crate::notes;
use chrono::TimeDelta;
use kernel::UnitId;
use sea_orm::{ConnectionTrait, Statement};
use testkit::{Session, Setup, TestApp};

const UNIT: UnitId = UnitId(1);

async fn who(browser: &Session) -> String {
    browser.get("/notes").await.text(".who")
}

async fn sessions(app: &TestApp) -> Vec<(String, String)> {
    let db = &app.app.db;
    let all = Statement::from_string(db.backend(), "SELECT id_hash, seen_at FROM web_session");
    let rows = db.reader().query_all_raw(all).await.unwrap();
    rows.iter()
        .map(|row| {
            let seen: chrono::DateTime<chrono::Utc> = row.try_get("", "seen_at").unwrap();
            (row.try_get("", "id_hash").unwrap(), seen.to_rfc3339())
        })
        .collect()
}

#[tokio::test]
async fn a_session_left_alone_ends_after_twenty_minutes() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        app.forward(TimeDelta::minutes(19));
        assert_eq!(who(&lin).await, "林晓");
        app.forward(TimeDelta::minutes(19));
        assert_eq!(who(&lin).await, "林晓", "the request before kept it alive");
        app.forward(TimeDelta::minutes(20));
        assert_eq!(who(&lin).await, "-");
        assert_eq!(lin.cookie_header(), "", "the browser forgets it too");
    })
    .await;
}

#[tokio::test]
async fn the_idle_time_stays_between_fifteen_and_thirty_minutes_whatever_is_set() {
    for (set, holds) in [(5, 15), (25, 25), (600, 30)] {
        Setup::new([notes::domain()])
            .settings(|settings| settings.idle_minutes = set)
            .on_both(async |app| {
                let actor = app.people.clerk("林晓", UNIT);
                let (one, other) = (app.sign_in_as(&actor).await, app.sign_in_as(&actor).await);
                app.forward(TimeDelta::minutes(holds) - TimeDelta::seconds(1));
                assert_eq!(who(&one).await, "林晓");
                app.forward(TimeDelta::seconds(1));
                assert_eq!(who(&other).await, "-");
            })
            .await;
    }
}

#[tokio::test]
async fn a_session_in_use_ends_after_twelve_hours() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        for _ in 0..12 * 4 - 1 {
            app.forward(TimeDelta::minutes(15));
            assert_eq!(who(&lin).await, "林晓");
        }
        app.forward(TimeDelta::minutes(15));
        assert_eq!(who(&lin).await, "-");
    })
    .await;
}

#[tokio::test]
async fn looking_at_pages_is_written_down_at_most_once_a_minute() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let before = sessions(app).await;
        app.forward(TimeDelta::seconds(59));
        who(&lin).await;
        assert_eq!(sessions(app).await, before);
        app.forward(TimeDelta::seconds(1));
        who(&lin).await;
        assert_ne!(sessions(app).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_log_in_gets_a_new_session_and_a_log_out_ends_it() {
    TestApp::on_both([notes::domain()], async |app| {
        let (lin, zhou) = (
            app.people.clerk("林晓", UNIT),
            app.people.secretary("周安", UNIT),
        );
        let browser = app.sign_in_as(&lin).await;
        let planted = browser.cookie_header();

        let person = zhou.person.to_string();
        let page = browser.post("/log-in", &[("person", &person)]).await;
        page.assert_redirect("/mine");
        assert_ne!(browser.cookie_header(), planted);
        assert_eq!(who(&browser).await, "周安");
        assert_eq!(sessions(app).await.len(), 1, "the session before is gone");

        let kept = browser.cookie_header();
        let mine = browser.get("/mine").await;
        let log_out = mine.attribute("form.log-out", "action").unwrap();
        browser.post(log_out, &[]).await.assert_redirect("/log-in");
        assert_eq!(who(&browser).await, "-");
        let thief = app.stranger().with_header("cookie", &kept);
        assert_eq!(who(&thief).await, "-");
    })
    .await;
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_foreign_pages() {
    Setup::new([notes::domain()])
        .settings(|settings| settings.secure_cookies = true)
        .on_both(async |app| {
            let person = app.people.clerk("林晓", UNIT).person.to_string();
            let page = app.stranger().post("/log-in", &[("person", &person)]).await;
            let cookies: Vec<&str> = page
                .headers
                .get_all("set-cookie")
                .iter()
                .map(|cookie| cookie.to_str().unwrap())
                .collect();
            let session = cookies
                .iter()
                .find(|cookie| cookie.starts_with("luodi="))
                .unwrap();
            for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
                assert!(session.contains(part), "{session}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_stolen_copy_of_the_database_opens_no_session() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let cookie = lin.cookie_header();
        let in_the_table = &sessions(app).await[0].0;
        assert!(!cookie.contains(in_the_table.as_str()));
        let thief = app
            .stranger()
            .with_header("cookie", &format!("luodi={in_the_table}"));
        assert_eq!(who(&thief).await, "-");
    })
    .await;
}

#[tokio::test]
async fn whoever_may_not_come_in_any_more_is_out_at_once_on_all_browsers() {
    TestApp::on_both([notes::domain()], async |app| {
        let actor = app.people.clerk("林晓", UNIT);
        let (office, phone) = (app.sign_in_as(&actor).await, app.sign_in_as(&actor).await);
        app.people.remove(&actor);
        assert_eq!(who(&office).await, "-");

        let tx = app.app.db.begin().await.unwrap();
        web::end_all_sessions(&tx, actor.person).await.unwrap();
        tx.commit().await.unwrap();
        app.people.clerk("林晓", UNIT);
        assert_eq!(who(&office).await, "-");
        assert_eq!(who(&phone).await, "-");
    })
    .await;
}

#[tokio::test]
async fn strangers_leave_nothing_in_the_database() {
    TestApp::on_both([notes::domain()], async |app| {
        app.stranger().get("/notes").await;
        app.stranger().get("/mine").await;
        assert_eq!(sessions(app).await, []);
    })
    .await;
}
