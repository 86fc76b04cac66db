//! Every page a person meets first: axe finds nothing, nothing sticks out, at a desk and on a phone, in both languages.
use anyhow::{Context, Result};
use journeys::{Browser, Viewport, Zone};

const PAGES: [&str; 24] = [
    "/mine",
    "/campaigns",
    "/campaigns/ph2021",
    "/campaigns/ph2021/tasks",
    "/campaigns/ph2021/timetable",
    "/campaigns/ph2021/schedule",
    "/campaigns/ph2021/coverage",
    "/campaigns/ph2021/briefings",
    "/campaigns/ph2021/briefings/new",
    "/campaigns/ph2021/working_groups",
    "/campaigns/ph2021/plan_imports",
    "/figures",
    "/figures/branches-mobilised?unit=ROOT&as_of=2021-04-15",
    "/briefs",
    "/briefs/1",
    "/units",
    "/roster/imports",
    "/working-days?year=2021",
    "/outbox",
    "/topics",
    "/topics/new",
    "/visits",
    "/visits/new",
    "/visits/unvisited",
];

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_the_office_are_accessible_and_fit() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    for (viewport, language) in [(Viewport::Desktop, "zh-CN"), (Viewport::Phone, "en")] {
        let page = browser.page(viewport).await?;
        page.set_language(language).await?;
        page.goto(&zone.url("/log-in")).await?;
        page.must_be_accessible().await.context("/log-in")?;
        page.log_in(&zone, "clerk").await?;
        for path in PAGES {
            page.goto(&zone.url(path)).await.context(path)?;
            page.must_be_accessible()
                .await
                .with_context(|| format!("{path}, {viewport:?}, {language}"))?;
            page.must_fit()
                .await
                .with_context(|| format!("{path}, {viewport:?}, {language}"))?;
        }
    }
    browser.close().await
}
