//! A foreman books without an account, and the door works where there is no network.
use anyhow::{Result, ensure};
use journeys::{Browser, Page, Viewport, Zone, css};
use std::time::Duration;

const SUBMIT: &str = "main form.form button.button-primary";

/// A session of the sample's own day; gives its address.
async fn is_offered(page: &Page, zone: &Zone) -> Result<String> {
    page.goto(&zone.url("/service_sessions/new?lang=zh"))
        .await?;
    for (field, value) in [
        ("title_zh", "社区义诊"),
        ("place", "枕溪社区广场"),
        ("unit", "卫生健康局"),
        ("day", "2021-05-14"),
        ("slots", "23:00-23:30 4"),
        ("opens_time", "00:00"),
    ] {
        page.fill(css(format!("[name={field}]")), value).await?;
    }
    page.click(css(SUBMIT)).await?;
    page.wait_for_text("社区义诊").await?;
    page.path().await
}

/// Books for two; gives the code.
async fn is_booked(page: &Page, zone: &Zone, session: &str) -> Result<String> {
    page.goto(&zone.url(&format!("{session}?lang=zh"))).await?;
    page.must_be_accessible().await?;
    page.must_fit().await?;
    page.fill(css("[name=phone]"), "＋８６ １３８００００００７７")
        .await?;
    page.fill(css("[name=names]"), "苗大勇\n阮建成").await?;
    page.click(css(SUBMIT)).await?;
    page.wait_for_text("预约成功").await?;
    page.must_be_accessible().await?;
    page.must_fit().await?;
    let code = page.wait_for("main dl strong").await?;
    Ok(code.trim().to_owned())
}

/// Waits until the list and the scripts that it needs are kept.
async fn is_kept(page: &Page, door: &str) -> Result<()> {
    let kept = format!(
        "Promise.all([caches.match('{door}'), caches.match('/assets/qr/index.js')]).then((kept) => kept.every(Boolean) && Boolean(navigator.serviceWorker.controller))"
    );
    for _ in 0..100 {
        if page.look::<bool>(&kept).await? {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("the list is not kept")
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_is_ticked_off_without_network_and_counts_once() -> Result<()> {
    let mut zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Phone).await?;
    page.log_in(&zone, "clerk").await?;
    let session = is_offered(&page, &zone).await?;
    let code = is_booked(&browser.page(Viewport::Phone).await?, &zone, &session).await?;
    let door = format!("{session}/door");
    page.goto(&zone.url(&door)).await?;
    is_kept(&page, &door).await?;
    page.must_be_accessible().await?;
    page.must_fit().await?;
    page.goto(&zone.url(&format!("{door}/list"))).await?;
    page.must_be_accessible().await?;

    zone.cut();
    page.set_offline(true).await?;
    page.goto(&zone.url(&door)).await?;
    page.fill(css("#q"), &code).await?;
    let tick = "[data-offline-stay] button:not(.button-quiet)";
    page.click(css(tick)).await?;
    page.wait_for_text("待发送").await?;
    page.must_be_accessible().await?;
    page.fill(css("textarea[name=names]"), "郦福来").await?;
    page.click(css("main form.form input[name=slot]")).await?;
    page.click(css(SUBMIT)).await?;
    page.wait_for(".outbox-item").await?;
    ensure!(page.count(".outbox-item").await? == 2, "both wait");

    zone.restore()?;
    page.set_offline(false).await?;
    page.wait_for_text("没有待发送的表单").await?;
    page.goto(&zone.url(&format!("{door}?show=served"))).await?;
    page.wait_for_text("已到 2 人").await?;
    page.wait_for_text("已到 1 人").await?;
    ensure!(
        page.count("[data-door-code]").await? == 2,
        "each counts once"
    );
    browser.close().await
}
