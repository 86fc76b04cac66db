//! A branch secretary records a briefing on a phone, in a minute, and it counts.
use anyhow::{Result, ensure};
use journeys::{Browser, Viewport, Zone, css};

#[tokio::test(flavor = "multi_thread")]
async fn a_briefing_is_recorded_once_on_a_phone_and_wrong_input_is_kept() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Phone).await?;
    page.set_language("en").await?;
    page.log_in(&zone, "secretary").await?;
    page.goto(&zone.url("/campaigns/ph2021/briefings/new"))
        .await?;
    page.fill(css("[name=title]"), "补课动员").await?;
    page.fill(css("[name=day]"), "2021-05-12").await?;
    page.fill(css("[name=people]"), "没有这个人").await?;
    page.expect_status(422);
    page.press("Enter").await.ok();
    page.click(css("main form button.button-primary")).await?;
    page.wait_for("[role=alert]").await?;
    ensure!(
        page.value(css("[name=title]")).await? == "补课动员",
        "what was typed is lost"
    );

    page.fill(css("[name=people]"), "").await?;
    // The secretary's one unit is ticked already.
    page.click(css("main form button.button-primary")).await?;
    page.wait_for_text("补课动员").await?;
    ensure!(
        !page.path().await?.ends_with("/new"),
        "the briefing was recorded: {}",
        page.path().await?
    );
    browser.close().await
}
