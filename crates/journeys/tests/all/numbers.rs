//! A leader opens a number and ends at the records; an issued brief opens as counted then.
use anyhow::{Result, ensure};
use journeys::{Browser, Viewport, Zone, css};

#[tokio::test(flavor = "multi_thread")]
async fn a_leader_opens_a_number_down_to_one_briefing_also_without_script() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    for script in [true, false] {
        let page = browser.page(Viewport::Desktop).await?;
        page.set_script(script).await?;
        page.set_language("en").await?;
        page.log_in(&zone, "leader").await?;
        page.goto(&zone.url("/figures")).await?;
        page.click("Branches mobilised").await?;
        page.wait_for_text("211").await?;
        page.goto(&zone.url("/figures/branches-mobilised?unit=ROOT&as_of=2021-03-31"))
            .await?;
        let text = page.text().await?;
        ensure!(
            text.contains("144"),
            "144 branches had been mobilised by the end of March: {text}"
        );
        // Down the tree, and from the records to what was recorded.
        page.click(css("a[href*='unit=DW01']")).await?;
        page.wait_for("h1").await?;
        page.click(css("a[href^='/briefings/']")).await?;
        page.wait_for("h1").await?;
        ensure!(
            page.path().await?.starts_with("/briefings/"),
            "the record opens"
        );
    }
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_of_the_issued_brief_opens_what_was_counted_then() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Phone).await?;
    page.log_in(&zone, "leader").await?;
    page.goto(&zone.url("/briefs/1")).await?;
    let numbers = page.count("a[href^='/briefs/1/numbers/']").await?;
    ensure!(
        10 <= numbers,
        "the account has only {numbers} numbers that open"
    );
    page.click(css("a[href='/briefs/1/numbers/1']")).await?;
    page.wait_for("h1").await?;
    ensure!(
        page.path().await?.starts_with("/briefs/1/numbers/1"),
        "the number opens"
    );
    browser.close().await
}
