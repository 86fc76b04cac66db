//! Several units handle a case together: two residents ask for the same, one unit helps and is asked once more, and both
//! residents hear how it ends.
use anyhow::{Result, ensure};
use journeys::{Browser, Page, Viewport, Zone, css};

const SUBMIT: &str = "#main form .acts button[type=submit]";
const SAID: &str = "海棠苑3号楼电梯停运好几天，七楼的老人下不了楼";
const REPLY: &str = "已上门看望三位老人，每天送餐。";

async fn must_be_good(page: &Page) -> Result<()> {
    page.must_be_accessible().await?;
    page.must_fit().await
}

/// Raises the case; gives the code.
async fn asks(page: &Page, zone: &Zone) -> Result<String> {
    page.goto(&zone.url("/tell-us?lang=zh")).await?;
    page.fill(css("#body"), SAID).await?;
    page.fill(css("#phone"), "１３８ 0000 1357").await?;
    page.click("提交").await?;
    page.wait_for_text("已经收到").await?;
    page.wait_for("main strong").await
}

/// Begins to write the same, is shown the case, and joins it; gives the code.
async fn joins(page: &Page, zone: &Zone) -> Result<String> {
    page.goto(&zone.url("/tell-us?lang=zh")).await?;
    page.fill(css("#body"), SAID).await?;
    page.wait_for("#similar .offers").await?;
    must_be_good(page).await?;
    page.click("我也遇到").await?;
    page.wait_for_text("海棠苑电梯停运").await?;
    must_be_good(page).await?;
    page.click(css("main form button[type=submit]")).await?;
    page.wait_for_text("已经收到").await?;
    let code = page.wait_for("main strong").await?;
    page.goto(&zone.url("/tell-us?lang=zh")).await?;
    ensure!(page.value(css("#body")).await?.is_empty(), "it is told");
    Ok(code)
}

/// Does an act of the case, with words for whoever asked and for the office.
async fn does(page: &Page, act: &str, fields: &[(&str, &str)], done: &str) -> Result<()> {
    page.goto(act).await?;
    must_be_good(page).await?;
    for (field, value) in fields {
        page.fill(css(format!("#main form [name={field}]")), value)
            .await?;
    }
    page.click(css(SUBMIT)).await?;
    page.wait_for_text(done).await?;
    must_be_good(page).await
}

async fn follows(page: &Page, zone: &Zone, code: &str) -> Result<String> {
    page.goto(&zone.url("/follow?lang=zh")).await?;
    page.fill(css("#code"), code).await?;
    page.click("查询").await?;
    page.wait_for_text("202105140001").await?;
    must_be_good(page).await?;
    page.text().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_that_helps_replies_and_is_asked_again_and_all_who_asked_hear_of_the_end()
-> Result<()> {
    let zone = Zone::start()?;
    let browser = Browser::launch().await?;
    let (first, second) = (
        browser.page(Viewport::Phone).await?,
        browser.page(Viewport::Phone).await?,
    );
    let code = asks(&first, &zone).await?;

    let office = browser.page(Viewport::Desktop).await?;
    office.log_in(&zone, "he.shuyun").await?;
    office
        .goto(&zone.url("/cases?view=all&text=电梯停运&lang=zh"))
        .await?;
    office.click(css("table a")).await?;
    let case = zone.url(&office.path().await?);
    let act = |name: &str| format!("{case}/{name}?lang=zh");
    let title = [("public_title", "海棠苑电梯停运")];
    does(&office, &act("acceptance"), &title, "已受理").await?;
    let units = [
        ("lead", "建设和交通局"),
        ("helper", "社会事务局"),
        ("duty", "看望行动不便的老人"),
    ];
    does(&office, &act("dispatch"), &units, "已派单").await?;
    let other_code = joins(&second, &zone).await?;

    let helper = browser.page(Viewport::Phone).await?;
    helper.log_in(&zone, "yin.ruogu").await?;
    does(&helper, &act("acknowledgement"), &[], "已签收").await?;
    let short = [("said", "已看望。")];
    does(&helper, &act("answer"), &short, "已答复").await?;
    let told = follows(&first, &zone, &code).await?;
    ensure!(!told.contains("已看望。"), "told before it is signed off");

    let lead = browser.page(Viewport::Desktop).await?;
    lead.log_in(&zone, "song.wanqing").await?;
    does(&lead, &act("acknowledgement"), &[], "已签收").await?;
    let why = [("noted", "请写明看望了几位")];
    does(&lead, &act("part_redo"), &why, "已退回协办答复").await?;
    does(&helper, &act("answer"), &[("said", REPLY)], "已答复").await?;
    does(&lead, &act("part_sign_off"), &[], "已审定协办答复").await?;
    let answer = [("said", "电梯已修好，今晚恢复运行。")];
    does(&lead, &act("answer"), &answer, "已答复").await?;
    does(&office, &act("closing"), &[], "已办结").await?;

    for (page, code) in [(&first, code), (&second, other_code)] {
        let told = follows(page, &zone, &code).await?;
        for words in ["已办结", "今晚恢复运行", REPLY] {
            ensure!(told.contains(words), "{words}: {told}");
        }
        ensure!(!told.contains("已看望。"), "what was sent back is not told");
    }
    browser.close().await
}
