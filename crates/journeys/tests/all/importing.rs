//! A clerk brings in a roster with a wrong row, gets it back, and brings in the corrected one.
use anyhow::{Context, Result, ensure};
use journeys::{Browser, Viewport, Zone, css};
use std::path::Path;

/// As CSV, which any spreadsheet program writes.
fn write(path: &Path, rows: &str) -> Result<()> {
    std::fs::write(
        path,
        format!("\u{FEFF}单位名称,单位编码,上级单位,单位类型\n{rows}"),
    )
    .context("the workbook")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roster_is_looked_at_before_it_comes_in() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Desktop).await?;
    page.set_language("en").await?;
    page.log_in(&zone, "clerk").await?;
    let file = zone.data().join("units.csv");

    write(&file, "新支部,NEW-1,没有的党委,党支部\n")?;
    page.goto(&zone.url("/roster/imports")).await?;
    page.fill(css("[type=file]"), &file.display().to_string())
        .await?;
    page.click(css("main form button.button-primary")).await?;
    page.wait_for_text("没有的党委").await?;

    write(&file, "新支部,NEW-1,DW01,党支部\n")?;
    page.goto(&zone.url("/roster/imports")).await?;
    page.fill(css("[type=file]"), &file.display().to_string())
        .await?;
    page.click(css("main form button.button-primary")).await?;
    page.wait_for_text("新支部").await?;
    page.click(css("form[action$='/application'] button"))
        .await?;
    page.wait_for("h1").await?;
    let mut found = 0;
    for _ in 0..40 {
        page.goto(&zone.url("/search?q=新支部")).await?;
        found = page.count("main a[href^='/units/']").await?;
        if 0 < found {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(250)).await;
    }
    ensure!(0 < found, "the new branch is not found");
    browser.close().await
}
