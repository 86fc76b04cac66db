//! Parts that are asked for while somebody types stay as they are where there is no answer to show.
use anyhow::{Result, ensure};
use journeys::{Browser, Viewport, Zone, css};

#[tokio::test(flavor = "multi_thread")]
async fn an_error_page_never_stands_in_the_form_that_somebody_writes() -> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let page = browser.page(Viewport::Desktop).await?;
    page.set_language("zh-CN").await?;
    page.log_in(&zone, "clerk").await?;
    page.goto(&zone.url("/briefs")).await?;
    page.click(css("a[href^='/brief_drafts/']")).await?;
    page.wait_for("#preview > *").await?;
    let preview = "document.querySelector('#preview').innerText";
    let shown: String = page.look(preview).await?;
    // The draft goes away while it is open: what is asked for is not there any more.
    page.expect_status(404);
    let gone = "document.addEventListener('htmx:finally:request', (event) => {
            if (event.target.id === 'preview') document.body.dataset.answered = 'true';
        }), document.querySelector('#preview').setAttribute('hx-post', '/nothing'), true";
    ensure!(page.look::<bool>(gone).await?);
    page.fill(css("#body"), "# 一、做法\n甲。").await?;
    page.wait_for("body[data-answered]").await?;
    ensure!(page.look::<String>(preview).await? == shown, "it stays");
    ensure!(page.count("main").await? == 1, "no page stands in the page");
    ensure!(page.value(css("#body")).await? == "# 一、做法\n甲。");
    browser.close().await
}
