//! A seal is printed, and anybody who holds the paper checks it without an account.
use anyhow::Result;
use journeys::{Browser, Viewport, Zone, css};

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_seal_is_checked_by_a_stranger() -> Result<()> {
    let zone = Zone::start()?;
    zone.run(&["seal"])?;
    let browser = Browser::launch().await?;
    let office = browser.page(Viewport::Desktop).await?;
    office.set_language("zh-CN").await?;
    office.log_in(&zone, "clerk").await?;
    office.goto(&zone.url("/seals")).await?;
    office.must_be_accessible().await?;
    office.must_fit().await?;
    office.goto(&zone.url("/seals/1")).await?;
    office.must_be_accessible().await?;
    let text = office.wait_for(".seal-text").await?;
    office.goto(&zone.url("/seals/1/paper")).await?;
    office.wait_for("svg.qr").await?;
    office.must_be_accessible().await?;

    let stranger = browser.page(Viewport::Phone).await?;
    stranger.set_language("en").await?;
    for (typed, said) in [(text.as_str(), "True. Seal 1"), ("LD1-1-abc", "no seal")] {
        stranger.goto(&zone.url("/seals/check")).await?;
        stranger.fill(css("#seal"), typed).await?;
        stranger.click(css("form.form button")).await?;
        stranger.wait_for_text(said).await?;
        stranger.must_be_accessible().await?;
        stranger.must_fit().await?;
    }
    browser.close().await
}
