//! A resident without an account wishes for something on a phone; somebody of a branch makes it true; the resident says
//! thank you.
use anyhow::{Result, ensure};
use journeys::{Browser, Page, Viewport, Zone, css};

const SUBMIT: &str = "main form button.button-primary";
const WORDING: &str = "一位老人想要一副放大镜";

async fn must_be_good(page: &Page) -> Result<()> {
    page.must_be_accessible().await?;
    page.must_fit().await
}

async fn wishes(page: &Page, zone: &Zone) -> Result<String> {
    page.goto(&zone.url("/wishes/new?lang=zh")).await?;
    must_be_good(page).await?;
    page.fill(css("[name=body]"), "眼睛花了，想要一副放大镜看报纸")
        .await?;
    page.fill(css("[name=unit]"), "枕溪社区").await?;
    page.expect_status(422);
    page.click(css(SUBMIT)).await?;
    page.wait_for("[role=alert]").await?;
    must_be_good(page).await?;
    page.fill(css("[name=phone]"), "１３８ ００００ ００９９")
        .await?;
    page.click(css(SUBMIT)).await?;
    let code = page.wait_for("main dl strong").await?;
    ensure!(code.trim().len() == 10, "a code: {code}");
    must_be_good(page).await?;
    Ok(code.trim().to_owned())
}

async fn is_published(page: &Page, zone: &Zone) -> Result<()> {
    page.log_in(zone, "clerk").await?;
    page.goto(&zone.url("/wish_records?state=made&lang=zh&rows=100"))
        .await?;
    must_be_good(page).await?;
    page.fill(css("[name=unit]"), "枕溪社区").await?;
    page.click(css(".query-bar button")).await?;
    page.click(css("main tbody tr:first-child a")).await?;
    page.wait_for_text("放大镜").await?;
    must_be_good(page).await?;
    page.fill(css("[name=wording]"), WORDING).await?;
    page.click(css("#act-publication button.button-primary"))
        .await?;
    page.wait_for_text("待点亮").await?;
    page.goto(&zone.url("/wishes/board")).await?;
    page.wait_for("svg.qr").await?;
    must_be_good(page).await
}

async fn is_made_true(page: &Page, zone: &Zone) -> Result<()> {
    page.log_in(zone, "secretary").await?;
    page.goto(&zone.url("/wishes?lang=zh")).await?;
    must_be_good(page).await?;
    page.click(WORDING).await?;
    must_be_good(page).await?;
    page.click("点亮这个心愿").await?;
    page.wait_for_text("已点亮").await?;
    must_be_good(page).await?;
    page.fill(css("#act-readiness [name=said]"), "买了一副放大镜")
        .await?;
    page.click(css("#act-readiness button.button-primary"))
        .await?;
    page.wait_for_text("已备好").await?;
    page.click(css("#act-delivery button.button-primary"))
        .await?;
    page.wait_for_text("已送达").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_goes_from_a_resident_to_the_wall_and_comes_back_as_thanks() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let resident = browser.page(Viewport::Phone).await?;
    let code = wishes(&resident, &zone).await?;
    is_published(&browser.page(Viewport::Desktop).await?, &zone).await?;
    is_made_true(&browser.page(Viewport::Phone).await?, &zone).await?;

    resident.set_script(false).await?;
    resident.goto(&zone.url("/wishes/follow?lang=zh")).await?;
    resident.fill(css("[name=code]"), &code).await?;
    resident.click(css(SUBMIT)).await?;
    resident.wait_for_text("已送达").await?;
    resident.fill(css("[name=thanks]"), "谢谢你们").await?;
    resident.click(css(SUBMIT)).await?;
    resident.wait_for_text("已转达您的感谢").await?;
    browser.close().await
}
