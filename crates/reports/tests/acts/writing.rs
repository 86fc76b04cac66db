//! Writing together: nothing typed is lost, units send sections in, templates, pictures.
use crate::{pages::in_app, world::*};
use reports::briefs::section;

const ENTRY: &str = "018f0000-0000-7000-8000-0000000000";

fn entry(number: u8) -> String {
    format!("{ENTRY}{number:02}")
}

#[tokio::test]
async fn what_was_typed_and_not_saved_comes_back_to_its_writer_and_to_nobody_else() {
    in_app(async |app, world, lin| {
        let brief = world.draft(100, "正文").await;
        let url = format!("/brief_drafts/{}", brief.id);
        let zhou = app.sign_in_as(&app.people.clerk("周宁", ZONE)).await;
        let typed = |number, body: &'static str, version: &'static str| {
            [
                ("entry", entry(number)),
                ("seen_version", version.to_owned()),
                ("title", "一季度情况".to_owned()),
                ("name", "学习教育简报".to_owned()),
                ("office", "试验区办公室".to_owned()),
                ("as_of", "2021-03-31".to_owned()),
                ("body", body.to_owned()),
            ]
        };
        let post = async |who: &testkit::Session, path: &str, fields: &[(&str, String)]| {
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            who.post(format!("{url}{path}"), &fields).await
        };
        let kept = post(lin, "/working_copy", &typed(2, "写到一半", "1")).await;
        assert!(kept.html().contains("存到服务器"), "{}", kept.html());
        let again = lin.get(&url).await;
        assert_eq!(again.value("body").unwrap().trim(), "写到一半");
        assert!(again.html().contains("尚未保存的内容"));

        let theirs = zhou.get(&url).await;
        assert_eq!(theirs.value("body").unwrap().trim(), "正文");
        assert!(
            theirs.text("#presence").contains("正在修改这份草稿"),
            "{}",
            theirs.html()
        );
        post(&zhou, "", &typed(1, "周宁先存", "1"))
            .await
            .assert_redirect(&url);

        // Whose change came first is said before anybody saves, and saving shows both.
        let told = post(lin, "/working_copy", &typed(2, "写到一半了", "1")).await;
        assert!(told.html().contains("先保存了第 2 版"), "{}", told.html());
        let stale = post(lin, "", &typed(2, "写到一半了", "1")).await;
        assert_eq!(stale.status(), 422);
        assert!(stale.text(".difference-gone").contains("周宁先存"));
        assert!(stale.text(".difference-new").contains("写到一半了"));
        let mut other = typed(3, "写到一半了\n{{chart:done by=unit}}", "1");
        other[5].1 = "2021-04-30".to_owned();
        let stale = post(lin, "", &other).await;
        let differs = stale.text("main");
        assert!(differs.contains("2021-04-30"), "{differs}");
        assert!(
            differs.contains("您这里有、对方没有的图表等：{{chart:done by=unit}}"),
            "{differs}"
        );
        assert_eq!(stale.value("seen_version").unwrap(), "2");
        post(lin, "/working_copy/discarding", &[])
            .await
            .assert_redirect(&url);
        assert_eq!(
            lin.get(&url).await.value("body").unwrap().trim(),
            "周宁先存"
        );

        let versions = lin.get(format!("{url}/versions")).await;
        assert_eq!(versions.table().len(), 2);
        let second = lin.get(format!("{url}/versions/2")).await;
        assert!(
            second.text(".difference-new").contains("周宁先存"),
            "{}",
            second.html()
        );
        assert_eq!(lin.get(format!("{url}/versions/9")).await.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn a_unit_writes_its_section_the_clerk_returns_it_once_and_takes_it_over_with_its_source() {
    in_app(async |app, world, lin| {
        let brief = world.draft(100, "开头。").await;
        let draft = format!("/brief_drafts/{}", brief.id);
        let chen = app.sign_in_as(&app.people.secretary("陈思", LEFT)).await;
        let ask = |due: &'static str, unit: &'static str, number| {
            [
                ("entry", entry(number)),
                ("unit", unit.to_owned()),
                ("asked", "本片做法，500字".to_owned()),
                ("due", due.to_owned()),
            ]
        };
        let post = async |who: &testkit::Session, path: String, fields: &[(&str, String)]| {
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            who.post(path, &fields).await
        };
        let asking = format!("{draft}/sections");
        let past = post(lin, asking.clone(), &ask("2021-05-01", "U2", 1)).await;
        assert_eq!(past.status(), 422);
        assert_eq!(
            past.field_error("截止日期").unwrap(),
            "截止日期已过。请填写今天或以后的日期。"
        );
        let unknown = post(lin, asking.clone(), &ask("2021-06-03", "U9", 1)).await;
        assert!(
            unknown
                .field_error("单位")
                .unwrap()
                .contains("没有找到单位")
        );
        let asked = post(lin, asking, &ask("2021-06-03", "U2", 2)).await;
        asked.assert_redirect(format!("{draft}#sections"));

        let page = format!("/brief_sections/{}", entry(2));
        let mine = chen.get("/mine").await;
        assert!(
            mine.html().contains("待写稿件") && mine.html().contains(&page),
            "{}",
            mine.html()
        );
        let others = app.sign_in_as(&app.people.secretary("高远", RIGHT)).await;
        assert_eq!(others.get(&page).await.status(), 404);
        let write = |number, version: &'static str, body: &'static str, then: &'static str| {
            [
                ("entry", entry(number)),
                ("seen_version", version.to_owned()),
                ("body", body.to_owned()),
                ("then", then.to_owned()),
            ]
        };
        let empty = post(&chen, page.clone(), &write(3, "1", " ", "send")).await;
        assert_eq!(empty.status(), 422);
        post(&chen, page.clone(), &write(4, "1", "初稿", "keep"))
            .await
            .assert_redirect(&page);
        let stale = post(&chen, page.clone(), &write(5, "1", "另一稿", "send")).await;
        assert_eq!(stale.status(), 422);
        assert!(stale.html().contains("另一稿") && stale.html().contains("初稿"));
        post(
            &chen,
            page.clone(),
            &write(6, "2", "本片办了12件。", "send"),
        )
        .await
        .assert_redirect(&page);

        let act = |number, remark: &'static str| {
            [("entry", entry(number)), ("remark", remark.to_owned())]
        };
        let back = post(lin, format!("{page}/return"), &act(7, "补充成效")).await;
        back.assert_redirect(format!("{draft}#sections"));
        assert!(chen.get(&page).await.html().contains("补充成效"));
        let current = chen.get(&page).await.value("seen_version").unwrap();
        let again = [
            ("entry", entry(8)),
            ("seen_version", current),
            ("body", "（一）成效\n本片办了12件。".to_owned()),
            ("then", "send".to_owned()),
        ];
        post(&chen, page.clone(), &again)
            .await
            .assert_redirect(&page);
        for _ in 0..2 {
            post(lin, format!("{page}/taking_over"), &act(9, "")).await;
        }
        let editor = lin.get(&draft).await;
        assert_eq!(
            editor.value("body").unwrap().trim(),
            "开头。\n\n（一）成效\n本片办了12件。"
        );
        assert!(editor.text(".section-in pre").contains("本片办了12件。"));
        assert_eq!(chen.get(&page).await.value("body"), None);
        let section = section::find(world.db.reader(), entry(2).parse().unwrap()).await;
        assert_eq!(section.unwrap().unwrap().state, section::State::Taken);
    })
    .await;
}

#[tokio::test]
async fn a_draft_begins_from_a_template_that_the_office_has_changed() {
    in_app(async |app, _, lin| {
        let list = lin.get("/brief_templates").await;
        assert_eq!(list.table().len(), 3);
        let weekly = list.link("工作周报").unwrap();
        let save = |number, version: &'static str, body: &'static str| {
            [
                ("entry", entry(number)),
                ("seen_version", version.to_owned()),
                ("template_title", "工作周报".to_owned()),
                ("name", "周报".to_owned()),
                ("body", body.to_owned()),
            ]
        };
        let post = async |path: &str, fields: &[(&str, String)]| {
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            lin.post(path, &fields).await
        };
        post(&weekly, &save(1, "1", "# 一周"))
            .await
            .assert_redirect("/brief_templates");
        let stale = post(&weekly, &save(2, "1", "# 我的")).await;
        assert_eq!(stale.status(), 422);
        assert!(stale.html().contains("# 我的"));
        let id = weekly.rsplit('/').next().unwrap().to_owned();
        let begun = post("/brief_drafts", &[("entry", entry(3)), ("template", id)]).await;
        let draft = lin.get(begun.redirect().unwrap()).await;
        assert_eq!(draft.value("body").unwrap().trim(), "# 一周");
        assert_eq!(draft.value("name").unwrap(), "周报");
        let chen = app.sign_in_as(&app.people.secretary("陈思", LEFT)).await;
        assert_eq!(chen.get("/brief_templates").await.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn a_picture_is_cleaned_shown_to_readers_of_the_issue_and_a_huge_one_refused_with_a_sentence()
{
    in_app(async |app, world, lin| {
        let brief = world.draft(100, "正文。").await;
        let url = format!("/brief_drafts/{}/pictures", brief.id);
        let form = [
            ("entry", entry(1)),
            ("caption", "开班".into()),
            ("width", "90".into()),
        ];
        let form: Vec<(&str, &str)> = form
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let huge = vec![0xFF; 60 * 1024 * 1024];
        let refused = lin.upload(&url, &form, file("大.jpg", &huge)).await;
        assert_eq!(refused.status(), 422);
        assert!(
            refused.field_error("图片").unwrap().contains("20 MB"),
            "{}",
            refused.html()
        );
        let text = lin
            .upload(&url, &form, file("a.txt", "不是图".as_bytes()))
            .await;
        assert!(text.field_error("图片").unwrap().contains("不是图片"));
        let noise = noise();
        assert!(9 << 20 < noise.len() && noise.len() < 20 << 20);
        let large = lin.upload(&url, &form, file("noise.png", &noise)).await;
        let said = large.field_error("图片").unwrap();
        assert!(said.contains("“noise.png”超过 8 MB"), "{said}");

        let picture = lin.upload(&url, &form, file("a.png", PNG)).await;
        picture.assert_redirect(format!("/brief_drafts/{}", brief.id));
        let editor = lin.get(format!("/brief_drafts/{}", brief.id)).await;
        let src = editor.attribute(".sheet-picture img", "src").unwrap();
        assert_eq!(
            editor.attribute(".sheet-picture img", "alt").unwrap(),
            "开班"
        );
        let chen = app.sign_in_as(&app.people.secretary("陈思", LEFT)).await;
        assert_eq!(chen.get(&src).await.status(), 404);
        let draft = reports::briefs::brief::find(world.db.reader(), brief.id).await;
        world.issue(101, &draft.unwrap().unwrap()).await.unwrap();
        assert!(chen.get(&src).await.bytes.starts_with(b"\x89PNG"));
        let word = chen.get("/briefs/1/brief.docx").await;
        let names = String::from_utf8_lossy(&word.bytes).into_owned();
        assert!(names.contains("word/media/image1.png"));
    })
    .await;
}

#[tokio::test]
async fn an_issue_is_made_a_pdf_once_and_kept_where_libreoffice_is_installed() {
    in_app(async |app, world, lin| {
        let draft = world.draft(100, "办了{{figure:done}}。").await;
        world.issue(101, &draft).await.unwrap();
        let page = lin.get("/briefs/1").await;
        let is_offered = page.html().contains("brief.pdf");
        assert_eq!(is_offered, reports::briefs::pdf::is_possible());
        assert_eq!(lin.get("/briefs/1/brief.pdf").await.status(), 404);
        assert_eq!(lin.post("/briefs/9/brief.pdf", &[]).await.status(), 404);
        if is_offered {
            let watched = lin.post("/briefs/1/brief.pdf", &[]).await;
            app.run_jobs().await;
            let job = lin.follow(&watched).await;
            assert!(job.html().contains("PDF 已生成"), "{}", job.html());
            let again = lin.post("/briefs/1/brief.pdf", &[]).await;
            again.assert_redirect("/briefs/1/brief.pdf");
            let pdf = lin.get("/briefs/1/brief.pdf").await;
            assert!(pdf.bytes.starts_with(b"%PDF"));
        }
    })
    .await;
}

fn file<'a>(name: &'a str, bytes: &'a [u8]) -> testkit::Upload<'a> {
    testkit::Upload {
        field: "files",
        file_name: name,
        bytes,
    }
}

/// A picture that nothing makes smaller: between what may be sent and what a Word file has room for.
fn noise() -> Vec<u8> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let pixels = image::RgbImage::from_fn(1_800, 1_800, |_, _| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let [red, green, blue, ..] = state.to_le_bytes();
        image::Rgb([red, green, blue])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// A red picture of eight by four pixels.
const PNG: &[u8] = include_bytes!("red.png");

#[tokio::test]
async fn a_section_is_put_below_the_heading_that_the_clerk_chose() {
    in_world(async |world| {
        let draft = world.draft(100, "# 做法\n甲。\n\n# 成效\n乙。").await;
        let asking = section::Asking {
            unit: LEFT,
            asked: "做法一段".into(),
            due: day(6, 30),
        };
        let clerk = clerk();
        let asked = section::ask(&world.book, &clerk, id(101), draft.id, &asking);
        let asked = asked.await.unwrap();
        let which = (asked.id, asked.version);
        let send = section::Then::Send;
        section::write(&world.book, &clerk, id(102), which, "丙。", send)
            .await
            .unwrap();
        for _ in 0..2 {
            let below = "1:做法";
            let taken = section::take_over(&world.book, &clerk, id(103), asked.id, below).await;
            assert_eq!(taken.unwrap().body, "# 做法\n甲。\n\n丙。\n\n# 成效\n乙。");
        }
    })
    .await;
}
