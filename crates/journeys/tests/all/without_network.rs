//! Somebody goes about with a phone where there is no network: what they write is sent once when there is, or comes back
//! with the server's sentence. The network is cut by ending the server: a browser may still believe that it is there.
use anyhow::{Context, Result, ensure};
use journeys::{Browser, Page, Viewport, Zone, css};
use sea_orm::{ConnectionTrait, Database};

const FIRM: &str = "栖云启盛精密机械有限公司";
const OTHER_FIRM: &str = "栖云衡舟汽车零部件有限公司";

/// Waits until the worker has what it needs to go without network.
async fn is_prepared(page: &Page) -> Result<()> {
    let kept = "caches.match('/visits/new', { cacheName: 'luodi-pages' }).then((kept) => Boolean(kept && navigator.serviceWorker.controller))";
    for _ in 0..100 {
        if page.look::<bool>(kept).await? {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("the form is not kept")
}

/// Writes a visit where there is no network, and sends it off.
async fn write(page: &Page, zone: &Zone, firm: &str, heard: &str) -> Result<()> {
    page.goto(&zone.url("/visits/new")).await?;
    page.fill(css("[name=visited]"), firm).await?;
    page.fill(css("[name=people]"), "宋晚晴、何书昀").await?;
    page.fill(css("[name=heard]"), heard).await?;
    page.click(css("main form button.button-primary")).await?;
    page.wait_for(".outbox-item").await?;
    ensure!(page.path().await? == "/outbox", "{}", page.path().await?);
    Ok(())
}

async fn in_database(zone: &Zone, statement: &str) -> Result<()> {
    let file = zone.data().join("luodi.db");
    let database = Database::connect(format!("sqlite://{}", file.display())).await?;
    database.execute_unprepared(statement).await?;
    database.close().await.context("the database")
}

/// From 1 May 2021 on the unit is closed.
async fn close(zone: &Zone, code: &str) -> Result<()> {
    let statement = format!(
        "INSERT INTO ledger_unit_edge (unit_id, from_day, parent_id, standing) \
         SELECT id, 20210501, NULL, 0 FROM orgs_unit WHERE code = '{code}'"
    );
    in_database(zone, &statement).await
}

async fn visits(page: &Page, zone: &Zone, heard: &str) -> Result<usize> {
    page.goto(&zone.url(&format!("/visits?text={heard}")))
        .await?;
    page.count("main tbody tr a[href^='/visits/']").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_written_without_network_is_sent_once_when_there_is_network_again() -> Result<()> {
    let mut zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Phone).await?;
    page.goto(&zone.url("/log-in?lang=zh")).await?;
    page.log_in(&zone, "clerk").await?;
    is_prepared(&page).await?;
    page.goto(&zone.url("/visits/new")).await?;
    page.must_be_accessible().await?;
    page.must_fit().await?;

    zone.cut();
    page.expect_no_answers(true);
    write(&page, &zone, FIRM, "订单充足").await?;
    page.wait_for_text("待发送").await?;
    page.must_be_accessible().await?;
    page.must_fit().await?;
    // The form again, for another visit: it is another act.
    write(&page, &zone, OTHER_FIRM, "缺少熟练工").await?;
    ensure!(page.count(".outbox-item").await? == 2, "both wait");
    page.goto(&zone.url("/mine")).await?;
    page.wait_for_text("没有保存在本机").await?;

    zone.restore()?;
    page.expect_no_answers(false);
    page.goto(&zone.url("/outbox")).await?;
    page.wait_for_text("没有待发送的表单").await?;
    for heard in ["订单充足", "缺少熟练工"] {
        ensure!(visits(&page, &zone, heard).await? == 1, "{heard}: once");
    }
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_to_a_firm_that_was_closed_meanwhile_comes_back_and_can_be_corrected() -> Result<()>
{
    let mut zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Phone).await?;
    page.goto(&zone.url("/log-in?lang=zh")).await?;
    page.log_in(&zone, "clerk").await?;
    is_prepared(&page).await?;

    zone.cut();
    page.expect_no_answers(true);
    write(&page, &zone, FIRM, "正在搬迁").await?;
    close(&zone, "QY001").await?;
    zone.restore()?;
    page.expect_no_answers(false);
    page.goto(&zone.url("/outbox")).await?;
    page.wait_for_text("该单位在走访当天已经撤销").await?;
    page.must_be_accessible().await?;
    ensure!(visits(&page, &zone, "正在搬迁").await? == 0, "it was taken");
    page.goto(&zone.url("/mine")).await?;
    page.wait_for_text("未被接受").await?;

    page.goto(&zone.url("/outbox")).await?;
    page.click(css("[data-outbox-open]")).await?;
    page.wait_for(".problem-summary").await?;
    ensure!(
        page.value(css("[name=heard]")).await? == "正在搬迁",
        "it is lost"
    );
    page.must_be_accessible().await?;
    page.fill(css("[name=visited]"), OTHER_FIRM).await?;
    page.click(css("main form button.button-primary")).await?;
    page.wait_for_text("已登记走访").await?;
    page.goto(&zone.url("/outbox")).await?;
    page.wait_for_text("没有待发送的表单").await?;
    ensure!(visits(&page, &zone, "正在搬迁").await? == 1, "once");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_logged_out_meanwhile_logs_in_and_loses_nothing() -> Result<()> {
    let mut zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Phone).await?;
    page.goto(&zone.url("/log-in?lang=zh")).await?;
    page.log_in(&zone, "song.wanqing").await?;
    is_prepared(&page).await?;
    zone.cut();
    page.expect_no_answers(true);
    write(&page, &zone, FIRM, "会话已过").await?;
    in_database(&zone, "DELETE FROM web_session").await?;
    page.expect_status(401);
    zone.restore()?;
    page.expect_no_answers(false);
    page.goto(&zone.url("/outbox")).await?;
    ensure!(
        page.path().await? == "/log-in?next=%2Foutbox",
        "it asks to log in"
    );

    page.log_in(&zone, "he.shuyun").await?;
    page.goto(&zone.url("/outbox")).await?;
    page.wait_for_text("他人填写").await?;
    ensure!(visits(&page, &zone, "会话已过").await? == 0, "not for her");
    page.look::<Option<bool>>("document.querySelector('.log-out').submit()")
        .await?;
    page.wait_for("form[action='/log-in']").await?;
    page.log_in(&zone, "song.wanqing").await?;
    page.goto(&zone.url("/outbox")).await?;
    page.wait_for_text("没有待发送的表单").await?;
    ensure!(visits(&page, &zone, "会话已过").await? == 1, "once");
    browser.close().await
}
