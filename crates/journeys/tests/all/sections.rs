//! A unit writes a section of a brief, and the clerk takes it over below the heading it belongs to.
use anyhow::{Result, ensure};
use journeys::{Browser, Viewport, Zone, css};

const UNIT: &str = "BM06";

#[tokio::test(flavor = "multi_thread")]
async fn a_section_is_asked_for_written_on_a_phone_and_taken_over_below_its_heading() -> Result<()>
{
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let office = browser.page(Viewport::Desktop).await?;
    office.set_language("zh-CN").await?;
    office.log_in(&zone, "clerk").await?;
    office.goto(&zone.url("/briefs")).await?;
    office.click(css("a[href^='/brief_drafts/']")).await?;
    office.wait_for("#body").await?;
    let path = office.path().await?;
    let draft = zone.url(path.split('?').next().unwrap_or_default());
    office
        .fill(css("#body"), "# 一、做法\n甲。\n\n# 二、成效\n乙。")
        .await?;
    office.click(css("#draft button.button-primary")).await?;
    office.wait_for_text("草稿已保存").await?;
    office.must_be_accessible().await?;
    office.goto(&format!("{draft}/sections")).await?;
    office.fill(css("#unit"), UNIT).await?;
    office.fill(css("#asked"), "你们的做法，一段").await?;
    office.must_be_accessible().await?;
    office.click(css("#main form button[type=submit]")).await?;
    office.wait_for_text("你们的做法，一段").await?;

    let unit = browser.page(Viewport::Phone).await?;
    unit.set_language("zh-CN").await?;
    unit.log_in(&zone, "shao.qinghe").await?;
    unit.goto(&zone.url("/mine")).await?;
    unit.click("你们的做法，一段").await?;
    unit.fill(css("#body"), "丙。").await?;
    unit.must_be_accessible().await?;
    unit.must_fit().await?;
    unit.click(css("button[value=send]")).await?;
    unit.wait_for_text("已报送").await?;

    office.goto(&draft).await?;
    // Before it is scrolled: axe takes what then lies half under the head of the page for too small.
    office.must_be_accessible().await?;
    office
        .fill(css("select[name=below]"), "“一、做法”之下")
        .await?;
    office.click("采用到正文").await?;
    office.wait_for_text("已采用到“一、做法”部分的末尾").await?;
    let body = office.value(css("#body")).await?;
    ensure!(
        body == "# 一、做法\n甲。\n\n丙。\n\n# 二、成效\n乙。",
        "{body}"
    );
    browser.close().await
}
