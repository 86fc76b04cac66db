//! Uploads that wait: for a job, or for too long.
use crate::{
    import::upload,
    world::{OFFICE, World, in_world},
};
use chrono::TimeDelta;
use kernel::{Role, Scope};
use testkit::{Page, Session, Upload};

fn list(tasks: usize, lead: &str) -> String {
    let rows = (1..=tasks).map(|number| format!("{number},甲,乙,任务{number},{lead},6月底前\n"));
    format!(
        "序号,专题,重点举措,具体任务,牵头单位,完成时限\n{}",
        rows.collect::<String>()
    )
}

async fn sent(browser: &Session, list: &str) -> Page {
    let file = Upload {
        field: "file",
        file_name: r"C:\文件\大清单.csv",
        bytes: list.as_bytes(),
    };
    let url = "/campaigns/study/plan_imports";
    let sent = browser.upload(url, &[], file).await;
    browser.follow(&sent).await
}

/// A large list, sent and confirmed: the page of its job.
async fn enqueued(world: &World<'_>, browser: &Session) -> String {
    let preview = sent(browser, &list(2_100, "BM01")).await;
    assert_eq!(world.count("tasks").await, 0);
    let job = browser.post(&preview.url, &[]).await;
    job.redirect().unwrap()
}

#[tokio::test]
async fn a_job_acts_with_the_rights_that_its_owner_has_when_it_runs() {
    in_world(async |world| {
        let browser = world.app.sign_in_as(&world.clerk).await;
        let job = enqueued(world, &browser).await;
        let reader = [(Role::Leader, Scope::All)];
        world.app.people.add(&world.clerk.name, OFFICE, reader);
        world.app.run_jobs().await;
        assert_eq!(world.count("tasks").await, 0);
        let page = browser.get(&job).await;
        assert!(
            page.text("main").contains("没有导入"),
            "{}",
            page.text("main")
        );
    })
    .await;
}

#[tokio::test]
async fn a_job_that_finds_the_list_wrong_by_then_leads_to_its_problems() {
    in_world(async |world| {
        let browser = world.app.sign_in_as(&world.clerk).await;
        let job = enqueued(world, &browser).await;
        let tx = world.app.app.db.begin().await.unwrap();
        let office = orgs::Directory::load(&tx).await.unwrap();
        let mut office = office.unit_by_code("BM01").unwrap().clone();
        office.code = "BM99".to_owned();
        rename(&tx, office).await;
        tx.commit().await.unwrap();
        world.app.run_jobs().await;
        let page = browser.get(&job).await;
        assert!(
            page.text("main").contains("对不上了"),
            "{}",
            page.text("main")
        );
        assert_eq!(world.count("tasks").await, 0);
    })
    .await;
}

async fn rename(tx: &db::Tx, unit: orgs::unit::Model) {
    use sea_orm::{ActiveModelTrait, IntoActiveModel};
    unit.into_active_model()
        .reset_all()
        .update(tx)
        .await
        .unwrap();
}

#[tokio::test]
async fn an_upload_is_kept_for_a_week_and_then_asked_for_again() {
    in_world(async |world| {
        let browser = world.app.sign_in_as(&world.clerk).await;
        let old = sent(&browser, &list(2, "BM01")).await;
        assert!(old.text("main").contains("大清单.csv") && !old.text("main").contains("文件\\"));
        world
            .app
            .forward(TimeDelta::days(upload::FILE_KEPT_DAYS) + TimeDelta::seconds(1));
        let browser = world.app.sign_in_as(&world.clerk).await;
        sent(&browser, &list(3, "BM01")).await;

        for page in [
            browser.get(&old.url).await,
            browser.post(&old.url, &[]).await,
        ] {
            assert_eq!(page.status(), 422);
            assert!(
                page.text("main").contains("只保留 7 天"),
                "{}",
                page.text("main")
            );
        }
        let problems = browser.get(format!("{}/problems.xlsx", old.url)).await;
        assert_eq!(problems.status(), 404);
        assert_eq!(world.count("tasks").await, 0);
    })
    .await;
}
