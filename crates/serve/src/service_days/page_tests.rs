use super::{project::ProjectId, sign_up};
use crate::world::{HAITANG, World, id, in_world_on};
use kernel::Lang;

const TODAY: &str = "2021-02-10";

fn project_url() -> String {
    format!("/service_projects/{}", id(1))
}

impl World<'_> {
    /// Two sign up on the public page; gives the page of their sign-up.
    async fn two_signed_up(&self) -> String {
        let entry = id(7).to_string();
        let form = [
            ("entry", entry.as_str()),
            ("phone", "１３９００００１２３４"),
            ("names", "赵大\n钱二"),
        ];
        let public = format!("/service_days/{}", id(1));
        let page = self.app.stranger().post(&public, &form).await;
        page.redirect().unwrap()
    }
}

#[tokio::test]
async fn a_branch_enters_a_project_people_sign_up_and_who_came_is_entered_in_one_go() {
    in_world_on(TODAY, async |world| {
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let entry = id(1).to_string();
        let unit = HAITANG.to_string();
        let mut form = [
            ("entry", entry.as_str()),
            ("month", "2021-02"),
            ("unit", unit.as_str()),
            ("title", "清理楼道堆物"),
            ("place", "海棠苑 3 号楼"),
            ("starts", "上午"),
            ("ends", "１１：００"),
            ("wanted", "４"),
        ];
        let again = clerk.post("/service_projects", &form).await;
        assert_eq!(again.status(), 422);
        assert_eq!(again.value("title").as_deref(), Some("清理楼道堆物"));
        form[5].1 = "９：００";
        let page = clerk.post("/service_projects", &form).await;
        page.assert_redirect(project_url());

        let stranger = world.app.stranger();
        let portal = stranger.get("/").await;
        assert!(portal.html().contains("清理楼道堆物") && portal.html().contains("还需要 4 人"));
        let public = format!("/service_days/{}", id(1));
        let wrong = [
            ("entry", id(8).to_string()),
            ("phone", "123".into()),
            ("names", "甲".into()),
        ];
        let wrong = wrong
            .iter()
            .map(|(key, value)| (*key, value.as_str()))
            .collect::<Vec<_>>();
        let again = stranger.post(&public, &wrong).await;
        assert_eq!(again.status(), 422);
        assert_eq!(again.value("phone").as_deref(), Some("123"));
        let own = world.two_signed_up().await;
        assert_eq!(world.two_signed_up().await, own);
        assert!(stranger.get(&own).await.html().contains("报名成功"));

        let record = clerk.get(project_url()).await;
        assert!(record.html().contains("139****1234") && !record.html().contains("13900001234"));
        let printed = clerk.get(format!("{}/list", project_url())).await;
        assert!(printed.html().contains("钱二") && !printed.html().contains("13900001234"));

        world.app.set_day("2021-02-28");
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let came_url = format!("{}/came", project_url());
        let page = clerk.get("/mine").await;
        assert_eq!(page.status(), 200);
        let (tick, came) = (format!("{}:1", id(7)), id(9).to_string());
        let mut form = vec![
            ("entry", came.as_str()),
            ("ticked", tick.as_str()),
            ("names", "路过的人、赵大"),
            ("head_count", "２"),
            ("hours", "7.5"),
        ];
        let again = clerk.post(&came_url, &form).await;
        assert_eq!(again.status(), 422);
        assert!(again.has("#hours-problem"), "{}", again.html());
        form[4].1 = "10";
        clerk
            .post(&came_url, &form)
            .await
            .assert_redirect(project_url());
        let record = clerk.get(project_url()).await;
        assert!(
            record.html().contains("到场 5 人，共 10 小时"),
            "{}",
            record.html()
        );
        let form = clerk.get(&came_url).await;
        assert_eq!(form.value("head_count").as_deref(), Some("2"));
        assert!(form.html().contains("路过的人"));
    })
    .await;
}

#[tokio::test]
async fn every_page_of_service_days_opens_in_both_languages_and_others_do_not_find_them() {
    in_world_on(TODAY, async |world| {
        world.project_entered("2021-02", 10).await;
        let own = world.two_signed_up().await;
        let record = project_url();
        for lang in Lang::ALL {
            let clerk = world.app.sign_in_as(&world.clerk).await.reading(lang);
            let stranger = world.app.stranger().reading(lang);
            for url in [
                "/service_days".to_owned(),
                "/service_days?month=2021-03".to_owned(),
                format!("/service_days/{}", id(1)),
                "/service_sign_ups".to_owned(),
                "/service_sign_ups?code=X".to_owned(),
                own.clone(),
            ] {
                let page = stranger.get(&url).await;
                assert_eq!(page.status(), 200, "{url}");
                assert!(page.html().len() < 100_000, "{url}");
            }
            for url in [
                "/service_projects".to_owned(),
                "/service_projects?month=2021-03".to_owned(),
                "/service_projects/board".to_owned(),
                "/service_projects/board?month=2021-03".to_owned(),
                "/service_projects/new".to_owned(),
                record.clone(),
                format!("{record}/change"),
                format!("{record}/came"),
                format!("{record}/cancellation"),
                format!("{record}/list"),
                "/service_projects/days/2021-02".to_owned(),
                "/service_projects/rule".to_owned(),
            ] {
                assert_eq!(clerk.get(&url).await.status(), 200, "{url}");
            }
        }
        let other = world.app.sign_in_as(&world.officer).await;
        for url in ["", "/change", "/came", "/cancellation", "/list"] {
            assert_eq!(
                other.get(format!("{record}{url}")).await.status(),
                404,
                "{url}"
            );
        }
        let entry = id(70).to_string();
        for (url, field) in [("cancellation", "reason"), ("came", "head_count")] {
            let form = [("entry", entry.as_str()), (field, "1")];
            let posted = other.post(format!("{record}/{url}"), &form).await;
            assert_eq!(posted.status(), 404, "{url}");
        }
        let guessed = world
            .app
            .stranger()
            .get("/service_sign_ups/AAAAAAAAAA")
            .await;
        assert_eq!(guessed.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn an_owner_sees_the_sign_up_and_it_is_cleared_when_its_time_is_up() {
    in_world_on(TODAY, async |world| {
        world.project_entered("2021-02", 10).await;
        let own = world.two_signed_up().await;
        let code = own.rsplit('/').next().unwrap().to_owned();
        let asked = [("phone", "139 0000 1234"), ("code", code.as_str())];
        let page = world.app.stranger().post("/own_data", &asked).await;
        assert_eq!(page.status(), 200);
        assert!(page.html().contains("赵大、钱二") && page.html().contains("2021-05-28"));

        world.app.set_day("2021-02-28");
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let entry = id(9).to_string();
        let form = [
            ("entry", entry.as_str()),
            ("names", "赵大、孙三"),
            ("hours", "4"),
        ];
        let came = format!("{}/came", project_url());
        clerk
            .post(&came, &form)
            .await
            .assert_redirect(project_url());

        world.app.set_day("2021-05-29");
        web::enqueue_daily(&world.app.app).await.unwrap();
        world.app.run_jobs().await;
        let asked = world.app.stranger().post("/own_data", &asked).await;
        assert_eq!(asked.status(), 422, "nothing is held any more");
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let record = clerk.get(project_url()).await;
        for gone in ["赵大", "孙三", "139****1234"] {
            assert!(!record.html().contains(gone), "{gone}");
        }
        assert!(
            record.html().contains("到场 2 人，共 4 小时"),
            "{}",
            record.html()
        );
        assert_eq!(world.figure("service-day-people", HAITANG).await, Some(2));
        let form = clerk.get(&came).await;
        assert_eq!(
            form.value("head_count").as_deref(),
            Some("2"),
            "names became heads"
        );
        let left = sign_up::of_project(world.book().db().reader(), ProjectId(id(1).0));
        assert_eq!(left.await.unwrap()[0].people, 2);
    })
    .await;
}

#[tokio::test]
async fn the_print_for_a_notice_board_has_a_code_for_each_project_one_can_sign_up_for() {
    in_world_on(TODAY, async |world| {
        world.project_entered("2021-02", 10).await;
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let list = clerk.get("/service_projects?month=2021-02").await;
        let board = "/service_projects/board?month=2021-02";
        assert!(list.has(&format!("a[href='{board}']")), "{}", list.html());
        let page = clerk.get(board).await;
        assert!(
            page.text("main").contains("清理楼道堆物"),
            "{}",
            page.html()
        );
        assert_eq!(page.texts("svg.qr").len(), 1);
        assert!(page.has(&format!("a[href='/service_days/{}']", id(1))));
        world.app.set_day("2021-03-01");
        let over = clerk.get(board).await;
        assert!(!over.has("svg.qr"), "{}", over.html());
        assert_eq!(world.app.stranger().get(board).await.status(), 303);
    })
    .await;
}

#[tokio::test]
async fn all_that_is_wrong_with_a_project_or_with_who_came_is_told_at_once() {
    in_world_on(TODAY, async |world| {
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let (entry, unit) = (id(1).to_string(), HAITANG.to_string());
        let mut typed = [
            ("entry", entry.as_str()),
            ("month", "2027-02"),
            ("unit", unit.as_str()),
            ("title", "清理楼道堆物"),
            ("place", " "),
            ("starts", "上午"),
            ("ends", "11:00"),
            ("wanted", "很多"),
        ];
        let again = clerk.post("/service_projects", &typed).await;
        assert_eq!(again.status(), 422);
        let told = ["month", "place", "starts", "wanted"];
        assert_eq!(again.problems(), told, "{}", again.alert());
        assert_eq!(again.value("title").as_deref(), Some("清理楼道堆物"));
        typed[1].1 = "2021-02";
        typed[4].1 = "海棠苑";
        typed[5].1 = "09:00";
        typed[7].1 = "4";
        let page = clerk.post("/service_projects", &typed).await;
        page.assert_redirect(project_url());
        typed[3].1 = "";
        typed[6].1 = "08:00";
        let again = clerk
            .post(format!("{}/change", project_url()), &typed)
            .await;
        assert_eq!(again.problems(), ["title", "ends"], "{}", again.alert());
        let entry = id(3).to_string();
        let typed = [
            ("entry", entry.as_str()),
            ("head_count", "几个"),
            ("hours", "一会"),
        ];
        let again = clerk.post(format!("{}/came", project_url()), &typed).await;
        assert_eq!(
            again.problems(),
            ["head_count", "hours"],
            "{}",
            again.alert()
        );
    })
    .await;
}
