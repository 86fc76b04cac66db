//! A figure is defined: tried on real data, its mistake marked, saved with its reason.
use anyhow::{Result, ensure};
use journeys::{Browser, Viewport, Zone, css};

#[tokio::test(flavor = "multi_thread")]
async fn a_formula_is_tried_and_mended_before_it_is_saved() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Desktop).await?;
    page.set_language("zh-CN").await?;
    page.log_in(&zone, "clerk").await?;
    page.goto(&zone.url("/figures/branches-mobilised/definition"))
        .await?;
    page.must_be_accessible().await?;
    page.must_fit().await?;
    let formula = page.value(css("#formula")).await?;
    page.fill(css("#formula"), &formula.replace("plan.", "plam."))
        .await?;
    page.click(css("button[value=try]")).await?;
    page.wait_for(".formula-mark").await?;
    page.must_be_accessible().await?;
    // What was written before is still there to be mended.
    ensure!(page.value(css("#formula")).await?.starts_with("plam."));
    page.fill(css("#formula"), &formula).await?;
    page.fill(css("#title_zh"), "已动员的党支部").await?;
    page.click(css("button[value=try]")).await?;
    page.wait_for_text("211").await?;
    page.must_be_accessible().await?;
    page.fill(css("#reason"), "名称写得更清楚").await?;
    page.click(css("button[value=save]")).await?;
    page.wait_for_text("已动员的党支部").await?;
    page.goto(&zone.url("/figures/branches-mobilised/definition"))
        .await?;
    page.wait_for_text("名称写得更清楚").await?;
    browser.close().await
}
