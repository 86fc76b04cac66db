//! The roster's pages, as people see them.
mod changes;
mod units_and_people;

use crate::world::{day, workbook};
use kernel::{Lang, UnitId};
use testkit::{Page, Session, TestApp, Upload};

const ZONE: &[&[&str]] = &[
    &["党组织名称", "党组织编码", "类别", "上级党组织", "成立时间"],
    &["试验开发区", "100", "本级", "", "2020-01-01"],
    &["机关党委", "DW1", "党委", "试验开发区", "2020-03-01"],
    &["第一党支部", "Z1", "支部", "DW1", "2020-05-04"],
    &["第二党支部", "Z2", "支部", "DW1", "2020-05-05"],
];

const PEOPLE: &[&[&str]] = &[
    &["编号", "姓名", "所在党支部", "党内职务", "联系电话"],
    &["R1", "林晓", "Z1", "书记", "13000000000"],
    &["R2", "吴宁", "Z1", "", ""],
    &["R3", "何一凡", "Z2", "书记", ""],
];

const FORM: [(&str, &str); 2] = [("since", "2021-01-01"), ("effective", "2021-03-15")];

async fn in_app(test: impl AsyncFn(&TestApp, Session)) {
    TestApp::on_both([orgs::domain()], async |app| {
        let clerk = app.sign_in_as(&app.people.clerk("陈敏", UnitId(1))).await;
        test(app, clerk).await;
    })
    .await;
}

async fn upload(session: &Session, file_name: &str, bytes: &[u8]) -> Page {
    let entry = uuid::Uuid::now_v7().to_string();
    let form = [("entry", entry.as_str()), FORM[0], FORM[1]];
    let file = Upload {
        field: "file",
        file_name,
        bytes,
    };
    session.upload("/roster/imports", &form, file).await
}

/// Presses "import" on the preview, and lets the work be done.
async fn apply(app: &TestApp, session: &Session, preview: &Page) -> Page {
    let entry = preview.value("entry").unwrap();
    let there = format!("{}/application", preview.url);
    let job = session.post(&there, &[("entry", &entry)]).await;
    app.run_jobs().await;
    session.follow(&job).await
}

async fn with_roster(test: impl AsyncFn(&TestApp, Session)) {
    in_app(async |app, clerk| {
        let sent = upload(&clerk, "名册.xlsx", &workbook(&[ZONE, PEOPLE])).await;
        let preview = clerk.follow(&sent).await;
        apply(app, &clerk, &preview).await;
        test(app, clerk).await;
    })
    .await;
}

#[tokio::test]
async fn a_roster_is_looked_at_and_then_imported() {
    in_app(async |app, clerk| {
        let form = clerk.get("/roster/imports").await;
        assert_eq!(form.h1(), "导入名册");
        let sent = upload(&clerk, "名册.xlsx", &workbook(&[ZONE, PEOPLE])).await;
        let preview = clerk.follow(&sent).await;
        assert_eq!(
            preview.table(),
            [["单位", "4", "0", "0", "0"], ["人员", "3", "0", "0", "0"]]
        );
        assert!(preview.html().contains("导入 7 项变更"));
        let mine = clerk.get("/mine").await;
        assert!(
            mine.text("main").contains("7 项变更"),
            "{}",
            mine.text("main")
        );

        let job = apply(app, &clerk, &preview).await;
        assert!(
            job.text("main").contains("单位新增 4 个"),
            "{}",
            job.text("main")
        );
        let done = clerk.get(&preview.url).await;
        assert!(
            done.notice().contains("人员新增 3 名"),
            "{}",
            done.text("main")
        );
        let tree = clerk.get("/units").await;
        assert!(tree.text(".tree").contains("第二党支部"));

        let sent = upload(&clerk, "名册.xlsx", &workbook(&[ZONE, PEOPLE])).await;
        let again = clerk.follow(&sent).await;
        assert_eq!(again.table()[0], ["单位", "0", "0", "4", "0"]);
        assert!(!again.has("main form[action$=application]"));
    })
    .await;
}

#[tokio::test]
async fn pressing_import_twice_imports_once() {
    in_app(async |app, clerk| {
        let sent = upload(&clerk, "名册.xlsx", &workbook(&[ZONE])).await;
        let preview = clerk.follow(&sent).await;
        let entry = preview.value("entry").unwrap();
        let there = format!("{}/application", preview.url);
        let first = clerk.post(&there, &[("entry", &entry)]).await;
        let second = clerk.post(&there, &[("entry", &entry)]).await;
        assert_eq!(first.redirect(), second.redirect());
        assert_eq!(app.run_jobs().await, 1);
        let late = clerk.post(&there, &[("entry", &entry)]).await;
        late.assert_redirect(&preview.url);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_imported_is_said_beside_the_file() {
    in_app(async |_, clerk| {
        for (name, bytes, said) in [
            ("", &b""[..], "还没有选择文件"),
            ("空.xlsx", b"", "是空的"),
            ("照片.xlsx", b"\x89PNG\r\n\x1a\n0000", ""),
        ] {
            let page = upload(&clerk, name, bytes).await;
            assert_eq!(page.status(), 422);
            let problem = page.field_error("工作簿").unwrap();
            assert!(problem.contains(said) && !problem.is_empty(), "{problem}");
        }
        let page = upload(&clerk, "大.xlsx", &vec![0; 33 * 1024 * 1024]).await;
        assert_eq!(page.status(), 413);
        assert!(page.text("main").contains("32"), "{}", page.text("main"));
    })
    .await;
}

#[tokio::test]
async fn errors_are_listed_with_a_workbook_that_marks_them_and_nothing_can_be_imported() {
    in_app(async |_, clerk| {
        let units: &[&[&str]] = &[
            &["单位名称", "单位编码", "上级单位"],
            &["本级", "1", ""],
            &["甲支部", "A", "没有的单位"],
        ];
        let people: &[&[&str]] = &[&["姓名", "单位"], &["林晓", "没有的支部"]];
        let sent = upload(&clerk, "表.xlsx", &workbook(&[units, people])).await;
        let preview = clerk.follow(&sent).await;
        assert!(
            preview.alert().contains("2 处错误"),
            "{}",
            preview.text("main")
        );
        assert!(!preview.has("main form[action$=application]"));
        let marked = clerk.get(format!("{}/problems", preview.url)).await;
        assert_eq!(marked.status(), 200);

        // Both tables are marked in one file, and it reads as before.
        let options = orgs::roster::ImportOptions {
            lang: Lang::Zh,
            since: day(1, 1),
            effective: day(3, 15),
        };
        let draft = orgs::roster::read(&marked.bytes, &options).unwrap();
        assert_eq!((draft.units.len(), draft.people.len()), (2, 1));
        assert!(draft.unit_table.unwrap().ignored.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_roster_that_changed_since_the_preview_is_previewed_again() {
    with_roster(async |app, clerk| {
        let more: &[&[&str]] = &[&["编号", "姓名", "所在党支部"], &["R9", "沈佳", "Z1"]];
        let sent = upload(&clerk, "增加.xlsx", &workbook(&[more])).await;
        let preview = clerk.follow(&sent).await;
        let entry = preview.value("entry").unwrap();
        let job = clerk
            .post(format!("{}/application", preview.url), &[("entry", &entry)])
            .await;
        // Before the job runs, somebody else brings in the same person.
        let other = upload(&clerk, "增加.xlsx", &workbook(&[more])).await;
        let other = clerk.follow(&other).await;
        let draft_entry = other.value("entry").unwrap();
        let there = format!("{}/application", other.url);
        clerk.post(&there, &[("entry", &draft_entry)]).await;
        app.run_jobs().await;

        assert!(
            clerk
                .follow(&job)
                .await
                .text("main")
                .contains("人员新增 1 名")
        );
        let refused = clerk.get(&other.url).await;
        assert!(
            refused.text("main").contains("有了变化"),
            "{}",
            refused.text("main")
        );
        assert_eq!(refused.table()[1], ["人员", "0", "0", "1", "3"]);
    })
    .await;
}

#[tokio::test]
async fn an_import_belongs_to_whoever_made_it() {
    in_app(async |app, clerk| {
        let sent = upload(&clerk, "名册.xlsx", &workbook(&[ZONE])).await;
        let there = sent.redirect().unwrap();
        let other = app.people.clerk("何一凡", UnitId(1));
        let other = app.sign_in_as(&other).await;
        assert_eq!(other.get(&there).await.status(), 404);
        assert_eq!(other.get(format!("{there}/problems")).await.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn templates_come_in_both_languages() {
    in_app(async |_, clerk| {
        for template in ["units/zh", "units/en", "people/zh", "people/en"] {
            let file = clerk.get(format!("/roster/templates/{template}")).await;
            assert_eq!((file.status(), &file.bytes[..2]), (200, &b"PK"[..]));
        }
        assert_eq!(clerk.get("/roster/templates/cars/zh").await.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn a_large_workbook_is_read_by_a_job_that_can_be_watched() {
    in_app(async |app, clerk| {
        let mut rows = vec!["姓名,所在党支部,职务".to_owned()];
        rows.extend((0..12_000).map(|at| format!("林{at},没有的支部{at},委员")));
        let sent = upload(&clerk, "大名册.csv", rows.join("\n").as_bytes()).await;
        assert!(sent.redirect().unwrap().starts_with("/jobs/"));
        app.run_jobs().await;
        let job = clerk.follow(&sent).await;
        let there = job.attribute(".notice a", "href").unwrap();
        let preview = clerk.get(there).await;
        assert!(preview.alert().contains("12000"), "{}", preview.alert());
        assert!(preview.html().len() < 300_000);
    })
    .await;
}

#[tokio::test]
async fn pages_are_for_those_who_hold_the_right() {
    TestApp::on_both([orgs::domain()], async |app| {
        app.assert_access_is_kept().await
    })
    .await;
}
