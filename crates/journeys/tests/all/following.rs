//! A resident raises a case on a phone, without an account, and follows it until they say that they are satisfied.
use anyhow::{Context, Result};
use journeys::{Browser, Viewport, Zone, css};

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_raises_a_case_and_follows_it_to_satisfaction() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let phone = browser.page(Viewport::Phone).await?;
    phone.set_language("zh-CN").await?;
    phone.goto(&zone.url("/tell-us")).await?;
    phone.must_be_accessible().await?;
    phone.must_fit().await?;
    phone
        .fill(css("#body"), "小区门口的井盖松了，车一压就响，怕有人踩空。")
        .await?;
    phone.fill(css("#place"), "棠舟社区南门").await?;
    phone.fill(css("#phone"), "１３８ 0000 2468").await?;
    phone.click("提交").await?;
    phone.wait_for_text("已经收到").await?;
    phone.must_be_accessible().await?;
    let code = phone.wait_for("main strong").await?;

    let office = browser.page(Viewport::Desktop).await?;
    office.set_language("zh-CN").await?;
    office.log_in(&zone, "clerk").await?;
    office.goto(&zone.url("/cases?view=all&text=井盖")).await?;
    office.click(css("table a")).await?;
    let record = zone.url(&office.path().await?);
    office.goto(&format!("{record}/acceptance")).await?;
    office.must_be_accessible().await?;
    office.click(css("#main form button[type=submit]")).await?;
    office.wait_for_text("已受理").await?;
    office.goto(&format!("{record}/dispatch")).await?;
    office.fill(css("#lead"), "BM12").await?;
    office.click(css("#main form button[type=submit]")).await?;
    office.wait_for_text("已派单").await?;
    // Whoever handles it does not close it.
    let handler = browser.page(Viewport::Desktop).await?;
    handler.set_language("zh-CN").await?;
    handler.log_in(&zone, "song.wanqing").await?;
    handler.goto(&format!("{record}/acknowledgement")).await?;
    handler.click(css("#main form button[type=submit]")).await?;
    handler.wait_for_text("已签收").await?;
    handler.goto(&format!("{record}/answer")).await?;
    handler
        .fill(css("#said"), "井盖已固定，请放心通行。")
        .await?;
    handler
        .click(css("#main form .acts button[type=submit]"))
        .await?;
    handler.wait_for_text("已答复").await?;

    phone.goto(&zone.url("/follow")).await?;
    phone.fill(css("#code"), &code.to_lowercase()).await?;
    phone.click("查询").await?;
    phone.wait_for_text("井盖已固定，请放心通行。").await?;
    phone.must_be_accessible().await?;
    phone.must_fit().await?;

    phone.click(css("#opinion-0")).await?;
    phone.click("提交").await?;
    phone.wait_for_text("您的评价已经记下").await?;
    phone.must_be_accessible().await?;

    office.goto(&record).await?;
    office.wait_for_text("满意（").await?;
    office.goto(&format!("{record}/closing")).await?;
    office.click(css("#main form button[type=submit]")).await?;
    office.wait_for_text("已办结").await?;
    office
        .must_be_accessible()
        .await
        .context("the closed case")?;

    phone.goto(&zone.url("/follow")).await?;
    phone.fill(css("#code"), &code).await?;
    phone.click("查询").await?;
    phone.wait_for_text("已办结").await?;
    browser.close().await
}
