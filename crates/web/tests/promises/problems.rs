use crate::notes::{self, FILE_BYTES_MAX};
use kernel::{Lang, UnitId};
use testkit::{TestApp, Upload};

const UNIT: UnitId = UnitId(1);

#[tokio::test]
async fn every_problem_says_what_happened_and_what_to_do_in_both_languages() {
    TestApp::on_both([notes::domain()], async |app| {
        let mut said = Vec::new();
        for lang in Lang::ALL {
            let reader = app.stranger().reading(lang);
            for which in ["404", "409", "429", "503", "500", "1", "word"] {
                let page = reader.get(format!("/problems/{which}")).await;
                assert_eq!(page.lang(), lang.tag());
                let texts = page.texts("main .whole-page > p");
                assert_eq!(texts.len(), 3, "text, remedy, operation: {texts:?}");
                assert!(!page.html().contains("kaput"), "causes are for the log");
                said.push(format!("{which} {} {}", page.status(), page.h1()));
            }
        }
        insta::allow_duplicates! { insta::assert_snapshot!(said.join("\n"), @r"
        404 404 没有这个页面
        409 409 这份表单已经用过
        429 429 操作过于频繁
        503 503 系统繁忙
        500 500 系统出错了
        1 500 系统出错了
        word 404 没有这个页面
        404 404 There is no such page
        409 409 This form was used before
        429 429 Too many requests
        503 503 The system is busy
        500 500 Something went wrong
        1 500 Something went wrong
        word 404 There is no such page
        "); }
    })
    .await;
}

#[tokio::test]
async fn the_operation_on_the_page_is_the_one_in_the_log_and_in_the_answer() {
    TestApp::on_both([notes::domain()], async |app| {
        let page = app.stranger().get("/problems/500").await;
        let operation = page.header("x-operation-id").unwrap();
        assert_eq!(operation.len(), 10);
        assert_eq!(page.text(".operation"), format!("操作编号：{operation}"));
    })
    .await;
}

#[tokio::test]
async fn one_form_cannot_stand_for_two_different_acts() {
    TestApp::on_both([notes::domain()], async |app| {
        let clerk = app.people.clerk("林晓", UNIT);
        let lin = app.sign_in_as(&clerk).await;
        // The book knows this unit only once it hangs in the tree, so nothing is posted; the id alone counts.
        let entry = ("entry", "018f0000-0000-7000-8000-000000000001");
        let first = lin.post("/acts", &[entry, ("reason", "甲")]).await;
        first.assert_redirect("/notes");
        let again = lin.post("/acts", &[entry, ("reason", "甲")]).await;
        again.assert_redirect("/notes");
        let other = lin.post("/acts", &[entry, ("reason", "乙")]).await;
        assert_eq!(
            (other.status(), other.h1().as_str()),
            (409, "这份表单已经用过")
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_with_the_limit() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let file = |bytes| Upload {
            field: "file",
            file_name: "a.bin",
            bytes,
        };
        let fits = vec![0; FILE_BYTES_MAX];
        let page = lin.upload("/notes/files", &[], file(&fits)).await;
        page.assert_redirect("/notes");

        let too_large = vec![0; FILE_BYTES_MAX + 100 * 1024];
        let page = lin.upload("/notes/files", &[], file(&too_large)).await;
        assert_eq!((page.status(), page.h1().as_str()), (413, "文件过大"));
        assert!(page.text("main").contains("3 MB"));
        // The same when the browser says beforehand how much will come.
        let announced = lin.with_header("content-length", "314572800");
        let page = announced
            .upload("/notes/files", &[], file(&too_large))
            .await;
        assert_eq!(page.status(), 413);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_our_pages_never_send_is_answered_with_a_page() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let page = lin.post("/notes", &[("other", "x")]).await;
        assert_eq!(
            (page.status(), page.h1().as_str()),
            (422, "无法识别提交的内容")
        );
        let page = lin.post("/notes/files", &[("body", "x")]).await;
        assert!(page.status.is_client_error());
        assert_eq!(page.h1(), "无法识别提交的内容");
        let page = lin.get("/acts").await;
        assert_eq!((page.status(), page.h1().as_str()), (405, "没有这个页面"));
    })
    .await;
}

#[tokio::test]
async fn a_form_to_be_mended_comes_back_as_the_form() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let page = lin.post("/notes", &[("body", "")]).await;
        assert_eq!(
            (page.status(), page.h1().as_str(), page.alert().as_str()),
            (422, "笔记", "请填写内容。")
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_done_is_said_once_on_the_next_page() {
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let answer = lin
            .post("/notes", &[("body", "学习<b>三</b>次；100%")])
            .await;
        let page = lin.follow(&answer).await;
        assert_eq!(page.notice(), "已记录：学习<b>三</b>次；100%");
        assert_eq!(lin.get("/notes").await.notice(), "");
    })
    .await;
}

#[tokio::test]
async fn every_answer_forbids_what_does_not_belong_here() {
    TestApp::on_both([notes::domain()], async |app| {
        for url in ["/notes", "/nowhere", "/problems/500", "/healthz"] {
            let page = app.stranger().get(url).await;
            let policy = page.header("content-security-policy").unwrap();
            assert!(policy.contains("default-src 'self'"), "{policy}");
            assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
            assert!(!policy.contains("unsafe"), "{policy}");
            assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
            assert_eq!(page.header("referrer-policy"), Some("same-origin"));
            assert_eq!(page.header("cache-control"), Some("no-store"));
        }
    })
    .await;
}

#[tokio::test]
async fn assets_are_kept_for_ever_under_the_name_of_their_content_only() {
    TestApp::on_both([notes::domain()], async |app| {
        let stranger = app.stranger();
        let named = ui::assets::url("app.css");
        let page = stranger.get(&named).await;
        assert_eq!(page.status(), 200);
        assert!(page.header("cache-control").unwrap().contains("immutable"));
        let plain = stranger.get("/assets/app.css").await;
        assert_eq!(plain.header("cache-control"), Some("no-cache"));
        let etag = plain.header("etag").unwrap();
        let again = stranger
            .with_header("if-none-match", etag)
            .get("/assets/app.css")
            .await;
        assert_eq!((again.status(), again.bytes.len()), (304, 0));
        assert_eq!(stranger.get("/assets/nothing.css").await.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn pages_travel_compressed() {
    TestApp::on_both([notes::domain()], async |app| {
        let browser = app.stranger().with_header("accept-encoding", "gzip");
        let css = browser.get(ui::assets::url("app.css")).await;
        assert_eq!(css.header("content-encoding"), Some("gzip"));
    })
    .await;
}

#[tokio::test]
async fn what_falls_into_a_closed_period_is_refused_and_the_form_is_kept_whichever_domain_it_is_of()
{
    TestApp::on_both([notes::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UNIT)).await;
        let entry = ("entry", "018f0000-0000-7000-8000-000000000001");
        let form = [
            entry,
            ("day", "2021-03-05"),
            ("body", "三月的走访 <b>"),
            ("unit", "7"),
            ("unit", "8"),
        ];
        let refused = lin.post("/notes/late", &form).await;
        assert_eq!(refused.status(), 422);
        assert!(
            refused.text("main").contains("2021-03-31"),
            "{}",
            refused.text("main")
        );
        assert_eq!(
            refused.attribute("main form", "action").as_deref(),
            Some("/notes/late")
        );
        assert_eq!(refused.value("body").as_deref(), Some("三月的走访 <b>"));
        assert_eq!(
            refused
                .attribute("main input[type=date]", "name")
                .as_deref(),
            Some("day")
        );
        assert!(refused.has("main input[type=hidden][name=unit][value='7']"));
        assert!(refused.has("main input[type=hidden][name=unit][value='8']"));
        let later = [entry, ("day", "2021-04-01"), ("body", "三月的走访")];
        lin.post("/notes/late", &later)
            .await
            .assert_redirect("/notes");
        let english = lin.reading(Lang::En).post("/notes/late", &form).await;
        assert_eq!(english.h1(), "The period is closed: nothing was recorded");
    })
    .await;
}
