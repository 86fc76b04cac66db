use crate::albums;
use axum::{body::Body, http::Method};
use futures::stream;
use kernel::UnitId;
use testkit::{Session, TestApp, Upload};

fn file<'a>(file_name: &'a str, bytes: &'a [u8]) -> Upload<'a> {
    Upload {
        field: web::FILES_FIELD,
        file_name,
        bytes,
    }
}

async fn in_app(test: impl AsyncFn(&TestApp, Session)) {
    TestApp::on_both([albums::domain()], async |app| {
        let lin = app.sign_in_as(&app.people.clerk("林晓", UnitId(1))).await;
        test(app, lin).await;
    })
    .await;
}

#[tokio::test]
async fn a_form_that_comes_back_still_has_its_files() {
    in_app(async |app, lin| {
        let paper = file("纪要.pdf", b"%PDF-1.7 ...");
        let back = lin.upload("/albums", &[("title", "")], paper).await;
        assert_eq!(back.status(), 422);
        let kept = back.value("kept_file").unwrap();
        assert!(back.text("main").contains("纪要.pdf"));

        let form = [("title", "四月"), ("kept_file", kept.as_str())];
        let done = lin.post("/albums", &form).await;
        done.assert_redirect("/albums/files");
        let list = lin.get("/albums/files").await;
        assert!(list.text("main").contains("纪要.pdf"), "{}", list.html());

        // What somebody else has sent is nobody's to attach.
        let back = lin
            .upload("/albums", &[("title", "")], file("二.txt", b"abc"))
            .await;
        let kept = back.value("kept_file").unwrap();
        let wu = app.sign_in_as(&app.people.clerk("吴宁", UnitId(1))).await;
        let form = [("title", "五月"), ("kept_file", kept.as_str())];
        wu.post("/albums", &form)
            .await
            .assert_redirect("/albums/files");
        let list = lin.get("/albums/files").await;
        assert!(!list.text("main").contains("二.txt"));
    })
    .await;
}

#[tokio::test]
async fn a_form_with_files_that_falls_into_a_closed_period_is_sent_again_with_its_files() {
    in_app(async |_, lin| {
        let typed = [("title", "三月 <b>"), ("day", "2021-03-05")];
        let refused = lin
            .upload("/albums", &typed, file("纪要.pdf", b"%PDF-1.7 ..."))
            .await;
        assert_eq!(refused.status(), 422);
        assert_eq!(refused.value("title").as_deref(), Some("三月 <b>"));
        assert!(
            refused.text("main").contains("1 个附件"),
            "{}",
            refused.text("main")
        );
        let kept = refused.value("kept_file").unwrap();

        let again = [
            ("title", "三月 <b>"),
            ("kept_file", kept.as_str()),
            ("day", "2021-04-01"),
        ];
        lin.post("/albums", &again)
            .await
            .assert_redirect("/albums/files");
        let list = lin.get("/albums/files").await;
        assert!(list.text("main").contains("纪要.pdf"), "{}", list.html());
    })
    .await;
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_is_named_and_the_others_are_kept() {
    in_app(async |_, lin| {
        let back = lin
            .upload("/albums", &[("title", "四月")], file("页.pdf", b"<html>"))
            .await;
        assert_eq!(back.status(), 422);
        let problem = back.field_error("附件").unwrap();
        assert!(
            problem.contains("页.pdf") && problem.contains("另存为"),
            "{problem}"
        );
        assert!(back.value("kept_file").is_none());
    })
    .await;
}

#[tokio::test]
async fn more_than_a_form_may_have_is_refused_while_it_arrives() {
    in_app(async |app, lin| {
        // Too large for one file, small enough for the form: said beside the field.
        let large = vec![7; 30 * 1024 * 1024];
        let back = lin
            .upload("/albums", &[("title", "四月")], file("大.pdf", &large))
            .await;
        assert_eq!(back.status(), 422);
        let problem = back.field_error("附件").unwrap();
        assert!(
            problem.contains("大.pdf") && problem.contains("20 MB"),
            "{problem}"
        );

        // Without a length in its head, so that only the stream itself can tell.
        let head =
            "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"大.pdf\"\r\n\r\n";
        let chunks = std::iter::once(head.as_bytes().to_vec())
            .chain(std::iter::repeat_n(vec![7; 1024 * 1024], 200))
            .map(Ok::<_, std::io::Error>);
        let body = Body::from_stream(stream::iter(chunks));
        let kind = "multipart/form-data; boundary=b";
        let answer = lin.send(Method::POST, "/albums", Some(kind), body).await;
        assert_eq!(answer.status(), 413);
        assert!(
            answer.text("main").contains("160"),
            "{}",
            answer.text("main")
        );
        assert!(
            std::fs::read_dir(app.files_folder.path())
                .unwrap()
                .next()
                .is_none()
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_is_saved_and_never_shown_as_a_page_of_ours() {
    in_app(async |_, lin| {
        let form = [("title", "四月")];
        let text = file("说明 一.txt", "一行<b>字</b>".as_bytes());
        lin.upload("/albums", &form, text)
            .await
            .assert_redirect("/albums/files");
        let list = lin.get("/albums/files").await;
        let href = list.attribute("main a[download]", "href").unwrap();
        let saved = lin.get(&href).await;
        assert_eq!(saved.status(), 200);
        let disposition = saved.header("content-disposition").unwrap();
        assert!(disposition.starts_with("attachment;"), "{disposition}");
        assert_eq!(saved.header("content-type"), Some("text/plain"));
        assert_eq!(saved.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(saved.bytes, "一行<b>字</b>".as_bytes());
        assert_eq!(lin.get(format!("{href}/preview")).await.status(), 404);
    })
    .await;
}
