//! A board for a meeting: made, looked at as of a past day, on the wall, and each number opens.
use anyhow::{Result, ensure};
use journeys::{Browser, Viewport, Zone, css};

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_makes_a_board_and_a_leader_opens_its_numbers_on_a_phone() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let office = browser.page(Viewport::Desktop).await?;
    office.set_language("zh-CN").await?;
    office.log_in(&zone, "clerk").await?;
    office.goto(&zone.url("/boards/new")).await?;
    office.must_be_accessible().await?;
    office.fill(css("#title"), "月度例会").await?;
    office.fill(css("#unit"), "ROOT").await?;
    for (row, show) in ["数字", "走势", "分单位", "清单"].iter().enumerate() {
        if row == 3 {
            office.click(css("button[value=rows]")).await?;
        }
        office
            .fill(css(format!("#figure-{row}")), "branches-mobilised")
            .await?;
        office.fill(css(format!("#show-{row}")), show).await?;
    }
    office.click(css("button[value=save]")).await?;
    office.wait_for_text("看板已保存").await?;
    office.must_be_accessible().await?;
    office.must_fit().await?;
    let board = office.path().await?;

    let leader = browser.page(Viewport::Phone).await?;
    leader.set_language("en").await?;
    leader.log_in(&zone, "leader").await?;
    leader.goto(&zone.url(&board)).await?;
    leader.fill(css("#as_of"), "2021-03-31").await?;
    leader.click(css(".query-bar button")).await?;
    let number = leader.wait_for(".big-number-text").await?;
    ensure!(number.contains("144"), "by the end of March: {number}");
    leader.must_be_accessible().await?;
    leader.must_fit().await?;
    leader.click(css("a[href*='wall=1']")).await?;
    leader.wait_for(".wall").await?;
    leader.must_be_accessible().await?;
    leader.click(css(".big-number-text a")).await?;
    leader.wait_for("#records").await?;
    let path = leader.path().await?;
    ensure!(path.contains("as_of=2021-03-31"), "of that day: {path}");
    browser.close().await
}
