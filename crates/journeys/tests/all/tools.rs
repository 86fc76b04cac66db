//! The tools against a little house of their own, with planted faults.
use anyhow::Result;
use axum::{
    Form, Router, http::StatusCode, http::header, response::Html, response::IntoResponse,
    routing::get,
};
use journeys::{Browser, Viewport, css};
use serde::Deserialize;
use std::time::Duration;

const HOUSE: &str = r#"<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>试</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>登记</h1>
<form method="post" action="/"><label>姓名 <input name="name" required></label>
<label for="day">日期</label><input id="day" type="date" name="day">
<label for="kind">类别</label><select id="kind" name="kind"><option value="1">会议</option><option value="2">走访</option></select>
<button>保存</button></form>
<p id="script">没有脚本</p><a href="/sideways">表格</a></main>
<script>document.getElementById("script").textContent = "有脚本"</script></body></html>"#;

#[derive(Deserialize)]
struct Input {
    name: String,
    day: String,
    kind: String,
}

async fn saved(Form(input): Form<Input>) -> impl IntoResponse {
    if input.name == "无名" {
        return (StatusCode::UNPROCESSABLE_ENTITY, page("<h1>请写姓名</h1>"));
    }
    let text = format!(
        "<h1>已保存 {} {} {}</h1>",
        input.name, input.day, input.kind
    );
    (StatusCode::OK, page(&text))
}

fn page(body: &str) -> Html<String> {
    Html(format!(
        "<!doctype html><html lang=zh><title>试</title><main>{body}</main></html>"
    ))
}

async fn house() -> Result<String> {
    let strict = [(
        header::CONTENT_SECURITY_POLICY,
        "script-src 'self'; style-src 'self'",
    )];
    let app = Router::new()
        .route("/", get(|| async { Html(HOUSE) }).post(saved))
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
        .route(
            "/fault",
            get(|| async { page("<h1>一</h1><input><img src='/gone.png'>") }),
        )
        .route(
            "/error",
            get(|| async { page("<h1>二</h1><script>missing()</script>") }),
        )
        .route(
            "/outside",
            get(|| async { page("<h1>三</h1><img alt='' src='http://example.org/a.png'>") }),
        )
        .route(
            "/sideways",
            get(|| async { page("<h1>四</h1><pre style='width:900px' id=wide>宽</pre>") }),
        )
        .route(
            "/covered",
            get(|| async {
                page("<button>保存</button><div style='position:fixed;inset:0'></div>")
            }),
        )
        .route(
            "/strict",
            get(move || async move { (strict, page("<h1>五</h1><label>姓名 <input></label>")) }),
        );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, app).await });
    Ok(format!("http://{address}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_filled_by_labels_and_sent_by_the_words_on_its_button() -> Result<()> {
    let (house, browser) = (house().await?, Browser::launch().await?);
    let page = browser.page(Viewport::Desktop).await?;
    page.goto(&house).await?;
    page.fill("姓名", "第一次").await?;
    page.fill("姓名", "秦堃").await?;
    page.fill("日期", "2021-05-14").await?;
    page.fill("类别", "走访").await?;
    assert_eq!(page.value("姓名").await?, "秦堃");
    page.click("保存").await?;
    assert_eq!(page.wait_for("h1").await?, "已保存 秦堃 2021-05-14 2");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_move_the_focus_and_send_a_form_which_may_come_back() -> Result<()> {
    let (house, browser) = (house().await?, Browser::launch().await?);
    let page = browser.page(Viewport::Desktop).await?;
    page.goto(&house).await?;
    page.press("Tab").await?;
    assert_eq!(page.focused().await?, "姓名");
    page.fill("姓名", "无名").await?;
    page.press("Enter").await?;
    page.wait_for_text("请写姓名").await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_a_planted_fault_and_nothing_in_a_good_page_even_under_a_strict_policy()
-> Result<()> {
    let (house, browser) = (house().await?, Browser::launch().await?);
    let page = browser.page(Viewport::Desktop).await?;
    page.goto(&format!("{house}/strict")).await?;
    page.must_be_accessible().await?;
    page.expect_status(404);
    page.goto(&format!("{house}/fault")).await?;
    let found: Vec<String> = page
        .axe()
        .await?
        .into_iter()
        .map(|violation| violation.id)
        .collect();
    assert_eq!(found, ["image-alt", "label"]);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_script_the_page_stays_as_the_server_wrote_it_and_forms_still_work() -> Result<()> {
    let (house, browser) = (house().await?, Browser::launch().await?);
    let page = browser.page(Viewport::Desktop).await?;
    page.goto(&house).await?;
    assert_eq!(page.wait_for("#script").await?, "有脚本");
    page.set_script(false).await?;
    page.goto(&house).await?;
    assert_eq!(page.wait_for("#script").await?, "没有脚本");
    page.fill("姓名", "柳叶").await?;
    page.click("保存").await?;
    page.wait_for_text("已保存 柳叶").await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_is_390_wide_and_what_sticks_out_is_named() -> Result<()> {
    let (house, browser) = (house().await?, Browser::launch().await?);
    let page = browser.page(Viewport::Phone).await?;
    page.goto(&house).await?;
    assert_eq!(page.look::<u32>("innerWidth").await?, 390);
    assert!(
        page.look::<bool>("matchMedia('(pointer: coarse)').matches")
            .await?
    );
    page.must_fit().await?;
    page.click("表格").await?;
    let complaint = page.must_fit().await.unwrap_err();
    assert!(
        format!("{complaint:#}").contains("id=\"wide\""),
        "{complaint:#}"
    );
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_error_a_failed_request_and_an_outside_address_fail_the_step() -> Result<()> {
    let (house, browser) = (house().await?, Browser::launch().await?);
    let page = browser.page(Viewport::Desktop).await?;
    for (path, complaint) in [
        ("/error", "missing is not defined"),
        ("/fault", "/gone.png answered 404"),
        ("/outside", "http://example.org/a.png lies outside"),
    ] {
        let failure = page.goto(&format!("{house}{path}")).await.unwrap_err();
        assert!(
            format!("{failure:#}").contains(complaint),
            "{path}: {failure:#}"
        );
    }
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn offline_a_page_cannot_be_reached_and_later_it_can() -> Result<()> {
    let (house, browser) = (house().await?, Browser::launch().await?);
    let page = browser.page(Viewport::Desktop).await?;
    page.goto(&house).await?;
    page.set_offline(true).await?;
    assert!(page.goto(&house).await.is_err());
    page.set_offline(false).await?;
    page.goto(&house).await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_could_not_click_is_not_clicked() -> Result<()> {
    let (house, browser) = (house().await?, Browser::launch().await?);
    let mut page = browser.page(Viewport::Desktop).await?;
    page.goto(&format!("{house}/covered")).await?;
    page.set_patience(Duration::from_millis(300));
    let failure = page.click("保存").await.unwrap_err();
    assert!(
        format!("{failure:#}").contains("covered by <div"),
        "{failure:#}"
    );
    let failure = page.click(css("#nothing")).await.unwrap_err();
    assert!(
        format!("{failure:#}").contains("nothing matches #nothing"),
        "{failure:#}"
    );
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_in_one_browser_share_no_cookies() -> Result<()> {
    let (house, browser) = (house().await?, Browser::launch().await?);
    let (one, other) = (
        browser.page(Viewport::Desktop).await?,
        browser.page(Viewport::Desktop).await?,
    );
    one.goto(&house).await?;
    one.look::<String>("document.cookie = 'a=1'").await?;
    other.goto(&house).await?;
    assert_eq!(other.look::<String>("document.cookie").await?, "");
    browser.close().await
}
