//! Every page a person meets first: axe finds nothing, nothing sticks out, at a desk and on a phone, in both languages.
use anyhow::{Context, Result};
use journeys::{Browser, Viewport, Zone};

const PAGES: &[&str] = &[
    "/mine",
    "/campaigns",
    "/campaigns/ph2021",
    "/campaigns/ph2021/tasks",
    "/campaigns/ph2021/matrix",
    "/campaigns/ph2021/tasks?supervision=more_time",
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
    "/briefs/1/publication",
    "/units",
    "/roster/imports",
    "/working-days?year=2021",
    "/outbox",
    "/topics",
    "/topics/new",
    "/visits",
    "/visits/new",
    "/visits/unvisited",
    "/cases?view=all",
    "/cases/board?by=place",
    "/cases/bulletin",
    "/cases/rates",
    "/cases/limits",
    "/cases/templates",
    "/cases/notices",
    "/joint-actions",
    "/pairings",
    "/wish_records",
    "/counters",
    "/service_sessions",
    "/service_projects",
    "/service_projects?month=2021-03",
    "/service_projects/new",
    "/service_projects/days/2021-05",
    "/service_projects/rule",
    "/service_days",
    "/service_days?month=2021-04",
    "/service_sign_ups",
    "/own_data",
    "/retention",
    "/portal",
    "/public_briefs",
    "/public_briefs/1",
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
