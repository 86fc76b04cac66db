//! Issues on the portal: anybody reads them there, and nothing else.
use crate::{pages::in_app, world::*};
use reports::briefs::publication;
use testkit::Upload;

#[tokio::test]
async fn an_issue_is_read_by_anybody_only_while_the_office_has_it_on_the_portal() {
    in_app(async |app, world, lin| {
        let draft = world.draft(100, "办了{{figure:done}}。").await;
        world.issue(101, &draft).await.unwrap();
        let stranger = app.stranger();
        for url in ["/public_briefs/1", "/public_briefs/9"] {
            assert_eq!(stranger.get(url).await.status(), 404, "{url}");
        }
        assert!(
            stranger
                .get("/public_briefs")
                .await
                .html()
                .contains("还没有公开的简报")
        );

        let offered = lin.get("/briefs/1").await.html();
        assert!(offered.contains("/briefs/1/publication"), "{offered}");
        let asked = lin.get("/briefs/1/publication").await;
        assert!(asked.text("main").contains("不登录"));
        let entry = asked.value("entry").unwrap();
        let sent = [("entry", entry.as_str()), ("is_public", "true")];
        for _ in 0..2 {
            let done = lin.post("/briefs/1/publication", &sent).await;
            done.assert_redirect("/briefs/1");
        }
        let page = stranger.get("/public_briefs/1").await;
        let inside = lin.get("/briefs/1").await;
        assert_eq!(page.text("a.number"), inside.text("a.number"));
        assert_eq!(page.attribute("a.number", "href").unwrap(), "#number-1");
        let figure = lin.get("/figures/done").await.h1();
        assert!(page.text("#number-1").contains(&figure), "{}", page.html());
        assert!(!page.html().contains("/entries/") && !page.html().contains("/figures/"));
        assert!(
            stranger
                .get("/public_briefs")
                .await
                .html()
                .contains("/public_briefs/1")
        );
        assert!(
            stranger
                .get("/portal")
                .await
                .html()
                .contains("/public_briefs/1")
        );
        let history = lin.get("/briefs/1").await.text(".timeline");
        assert_eq!(history.matches("公开到门户").count(), 1, "{history}");

        let asked = lin.get("/briefs/1/publication").await;
        let entry = asked.value("entry").unwrap();
        let sent = [("entry", entry.as_str()), ("is_public", "false")];
        let done = lin.post("/briefs/1/publication", &sent).await;
        done.assert_redirect("/briefs/1");
        assert_eq!(stranger.get("/public_briefs/1").await.status(), 404);

        // Only whoever issues briefs of that unit.
        let chen = app.sign_in_as(&app.people.secretary("陈思", LEFT)).await;
        let theirs = chen.get("/briefs/1").await;
        assert!(!theirs.html().contains("/briefs/1/publication"));
        assert_eq!(chen.get("/briefs/1/publication").await.status(), 404);
        assert_eq!(
            chen.post("/briefs/1/publication", &sent).await.status(),
            404
        );
    })
    .await;
}

#[tokio::test]
async fn two_who_publish_at_once_are_one_entry_and_only_printed_pictures_are_public() {
    in_app(async |app, world, lin| {
        let draft = world.draft(100, "正文。").await;
        let url = format!("/brief_drafts/{}/pictures", draft.id);
        let png: &[u8] = include_bytes!("red.png");
        for number in ["1", "2"] {
            let form = [
                (
                    "entry",
                    format!("018f0000-0000-7000-8000-00000000000{number}"),
                ),
                ("caption", format!("图{number}")),
                ("width", "90".to_owned()),
            ];
            let form: Vec<(&str, &str)> = form
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let upload = Upload {
                field: "files",
                file_name: "a.png",
                bytes: png,
            };
            lin.upload(&url, &form, upload).await;
        }
        let brief = reports::briefs::brief::find(world.db.reader(), draft.id).await;
        let brief = brief.unwrap().unwrap();
        world.issue(101, &brief).await.unwrap();
        let clerk = clerk();
        let (one, other) = tokio::join!(
            publication::set(&world.book, &clerk, id(200), 1, true),
            publication::set(&world.book, &clerk, id(201), 1, true),
        );
        one.unwrap();
        other.unwrap();
        let history = lin.get("/briefs/1").await.text(".timeline");
        assert_eq!(history.matches("公开到门户").count(), 1, "{history}");

        let stranger = app.stranger();
        let page = stranger.get("/public_briefs/1").await;
        let src = page.attribute(".sheet-picture img", "src").unwrap();
        assert!(stranger.get(&src).await.bytes.starts_with(b"\x89PNG"));
        let inside = src.replace(
            "/public_briefs/1/pictures",
            &format!("/brief_pictures/{}", draft.id),
        );
        assert_ne!(stranger.get(&inside).await.status(), 200);
        let unknown = format!("/public_briefs/1/pictures/{}", uuid::Uuid::nil());
        assert_eq!(stranger.get(&unknown).await.status(), 404);
    })
    .await;
}
