use crate::notes;
use kernel::{Lang, UnitId};
use testkit::TestApp;

const UNIT: UnitId = UnitId(1);

#[tokio::test]
async fn what_is_due_first_stands_first_and_says_when_it_is_late() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let page = lin.get("/mine").await;
        let rows: Vec<(String, String)> = page
            .table()
            .into_iter()
            .map(|row| (row[1].clone(), row[3].clone()))
            .collect();
        assert_eq!(
            rows,
            [
                ("昨天", "2021-03-14 已超期"),
                ("今天", "2021-03-15 今天到期"),
                ("明天", "2021-03-16"),
                ("长期", ""),
            ]
            .map(|(title, due)| (title.to_owned(), due.to_owned()))
        );
    })
    .await;
}

#[tokio::test]
async fn with_nothing_to_do_the_page_says_what_would_be_here() {
    TestApp::on_both([], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let page = lin.get("/mine").await;
        assert_eq!(page.text(".empty-title"), "没有待办");
        assert_eq!(
            lin.reading(Lang::En)
                .get("/mine")
                .await
                .text(".empty-title"),
            "Nothing to do"
        );
    })
    .await;
}

#[tokio::test]
async fn who_one_is_and_how_far_one_sees_is_on_every_page() {
    TestApp::on_both([], async |app| {
        for (actor, scope) in [
            (app.people.clerk("林晓", UNIT), "范围：全部单位"),
            (app.people.secretary("周安", UNIT), "范围：本级及下级"),
            (app.people.officer("何平", UNIT), "范围：本单位"),
            (app.people.nobody("许诺", UNIT), "范围：无数据范围"),
        ] {
            let page = app.sign_in_as(&actor).await.get("/mine").await;
            assert_eq!(page.text(".viewer-name"), actor.name);
            assert_eq!(page.text(".viewer-scope"), scope);
        }
    })
    .await;
}

#[tokio::test]
async fn the_way_in_leads_home_or_to_the_log_in() {
    TestApp::on_both([notes::domain()], async |app| {
        let portal = app.stranger().get("/").await;
        assert!(portal.html().contains("公共服务"), "{}", portal.html());
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        lin.get("/").await.assert_redirect("/mine");
    })
    .await;
}
