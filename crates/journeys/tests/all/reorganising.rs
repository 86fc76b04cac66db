//! A branch gets another name from a day on, a period is closed, and what falls into it is refused without losing anything.
use anyhow::{Result, ensure};
use journeys::{Browser, Viewport, Zone, css};

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_is_renamed_after_a_look_and_a_closed_period_keeps_what_was_typed() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Desktop).await?;
    page.set_language("zh-CN").await?;
    page.log_in(&zone, "clerk").await?;
    page.goto(&zone.url("/units?q=DW01")).await?;
    page.click(css("main a[href^='/units/']")).await?;
    page.wait_for("h1").await?;
    let unit = page.path().await?;
    let unit = unit.split('?').next().unwrap_or_default();
    page.goto(&zone.url(&format!("{unit}/changes"))).await?;
    page.must_be_accessible().await?;
    page.must_fit().await?;
    let rename = zone.url(&format!("{unit}/changes/details"));
    page.goto(&rename).await?;
    let before = page.value(css("#name")).await?;
    page.fill(css("#name"), "沐光联合党委").await?;
    page.fill(css("#from"), "2021-03-10").await?;
    page.fill(css("#reason"), "更名批复").await?;
    page.must_be_accessible().await?;
    page.click("查看影响").await?;
    page.wait_for_text(&before).await?;
    page.must_be_accessible().await?;
    page.click(css("main form button[type=submit]")).await?;
    page.wait_for_text("沐光联合党委").await?;
    page.goto(&zone.url("/units?day=2021-03-09")).await?;
    page.wait_for_text(&before).await?;
    page.must_be_accessible().await?;

    page.goto(&zone.url("/periods")).await?;
    page.must_be_accessible().await?;
    page.fill(css("#day"), "2021-03-31").await?;
    page.fill(css("#reason"), "一季度封账").await?;
    page.click(css("form[action='/periods/closures'] button[type=submit]"))
        .await?;
    page.wait_for_text("账期已关闭").await?;
    page.must_be_accessible().await?;
    page.must_fit().await?;

    page.goto(&zone.url(&format!("{unit}/changes/move")))
        .await?;
    page.fill(css("#other"), "DW02").await?;
    page.fill(css("#from"), "2021-03-20").await?;
    page.fill(css("#reason"), "又一份批复").await?;
    page.click("查看影响").await?;
    page.click(css("main form button[type=submit]")).await?;
    page.wait_for_text("2021-03-31").await?;
    page.must_be_accessible().await?;
    let reason = page.value(css("#reason")).await?;
    ensure!(reason == "又一份批复", "{reason}");
    browser.close().await
}
