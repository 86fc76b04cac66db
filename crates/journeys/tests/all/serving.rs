//! A neighbour signs up for a service day on a phone; an organiser says who came, corrects a slip, and everybody reads the
//! hours.
use anyhow::{Result, ensure};
use journeys::{Browser, Page, Viewport, Zone, css};

const SUBMIT: &str = "main form.form button.button-primary";

async fn must_be_good(page: &Page) -> Result<()> {
    page.must_be_accessible().await?;
    page.must_fit().await
}

/// For the next day's first project; gives the code.
async fn signs_up(page: &Page, zone: &Zone) -> Result<String> {
    page.goto(&zone.url("/service_days?lang=zh")).await?;
    must_be_good(page).await?;
    page.click(css("main section:first-of-type tbody tr:first-child a"))
        .await?;
    must_be_good(page).await?;
    page.fill(css("[name=names]"), "何邻居").await?;
    page.expect_status(422);
    page.click(css(SUBMIT)).await?;
    page.wait_for("[role=alert]").await?;
    must_be_good(page).await?;
    page.fill(css("[name=phone]"), "１３８ ００００ ００８８")
        .await?;
    page.click(css(SUBMIT)).await?;
    let code = page.wait_for("main dl strong").await?;
    must_be_good(page).await?;
    ensure!(code.trim().len() == 10, "a code: {code}");
    Ok(code.trim().to_owned())
}

/// A project of April, entered afterwards from paper; gives its address.
async fn is_held(page: &Page, zone: &Zone) -> Result<String> {
    page.goto(&zone.url("/service_projects/new?month=2021-04&lang=zh"))
        .await?;
    for (field, value) in [
        ("title", "给小区花坛除草"),
        ("place", "枕溪社区南门"),
        ("wanted", "8"),
    ] {
        page.fill(css(format!("[name={field}]")), value).await?;
    }
    page.click(css(SUBMIT)).await?;
    page.wait_for_text("给小区花坛除草").await?;
    must_be_good(page).await?;
    let record = page.path().await?;
    page.goto(&zone.url(&format!("{record}/came"))).await?;
    must_be_good(page).await?;
    page.fill(css("[name=head_count]"), "6").await?;
    page.fill(css("[name=hours]"), "１２").await?;
    page.click(css(SUBMIT)).await?;
    page.wait_for_text("到场人数").await?;
    must_be_good(page).await?;
    Ok(record)
}

async fn is_corrected(page: &Page) -> Result<()> {
    page.click(css(".timeline a[href^='/corrections/']"))
        .await?;
    must_be_good(page).await?;
    page.fill(css("[name=project_place]"), "枕溪社区北门")
        .await?;
    page.expect_status(422);
    page.click(css(SUBMIT)).await?;
    page.wait_for("[role=alert]").await?;
    must_be_good(page).await?;
    page.fill(css("[name=reason]"), "门写错了").await?;
    page.click(css(SUBMIT)).await?;
    page.wait_for(".timeline del").await?;
    must_be_good(page).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_neighbour_signs_up_and_the_hours_of_a_service_day_are_there_for_everybody() -> Result<()>
{
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let resident = browser.page(Viewport::Phone).await?;
    let code = signs_up(&resident, &zone).await?;
    let organiser = browser.page(Viewport::Desktop).await?;
    organiser.log_in(&zone, "clerk").await?;
    let record = is_held(&organiser, &zone).await?;
    is_corrected(&organiser).await?;
    organiser
        .goto(&zone.url("/service_projects/board?month=2021-05"))
        .await?;
    organiser.wait_for("svg.qr").await?;
    must_be_good(&organiser).await?;

    let public = record.replace("/service_projects/", "/service_days/");
    resident
        .goto(&zone.url(&format!("{public}?lang=zh")))
        .await?;
    resident.wait_for_text("枕溪社区北门").await?;
    let facts = resident.wait_for("main dl").await?;
    ensure!(facts.contains("12"), "the hours of all together: {facts}");
    must_be_good(&resident).await?;
    // From here on without script, and so without axe.
    resident.set_script(false).await?;
    resident
        .goto(&zone.url(&format!("/service_sign_ups/{code}?lang=zh")))
        .await?;
    resident.click(css("main form button")).await?;
    resident.wait_for_text("已退出").await?;
    resident.must_fit().await?;
    browser.close().await
}
