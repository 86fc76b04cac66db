//! Whoever asked says by their code whether they are satisfied.
use super::{
    case::Step,
    store::CODE,
    world::{ROOT, World, case, id, in_world},
};
use testkit::Page;

impl World<'_> {
    fn code(&self, entry: u128) -> String {
        CODE.made(&self.app.app.keys, id(entry))
    }

    async fn says(&self, entry: &str, code: &str, opinion: &str, words: &str) -> Page {
        let form = [
            ("entry", entry),
            ("code", code),
            ("opinion", opinion),
            ("words", words),
        ];
        self.app.stranger().post("/follow/opinions", &form).await
    }
}

const FIRST: &str = "018f0000-0000-7000-8000-0000000000c1";
const SECOND: &str = "018f0000-0000-7000-8000-0000000000c2";

#[tokio::test]
async fn a_resident_says_without_an_account_that_they_are_satisfied() {
    in_world(async |world| {
        world.dispatched().await;
        let code = world.code(1);
        let early = world.says(FIRST, &code, "satisfied", "").await;
        assert_eq!(early.status(), 422, "there is no answer yet");
        let stranger = world.app.stranger();
        let link = stranger.get(format!("/follow?code={code}")).await;
        assert_eq!(link.value("code").as_deref(), Some(code.as_str()));
        assert!(
            !link.html().contains("下水道"),
            "a link alone opens nothing"
        );
    })
    .await;
    in_world(async |world| {
        world.answered().await;
        let code = world.code(1);
        let nothing = world.says(FIRST, &code, "", "").await;
        assert_eq!(nothing.status(), 422);
        assert!(nothing.html().contains("请选择一项"));
        let wrong = world.says(FIRST, "ABCDEFGHJK", "satisfied", "").await;
        assert_eq!(wrong.status(), 404);
        let said = world
            .says(FIRST, &code, "satisfied", "<strong>谢谢</strong>")
            .await;
        assert_eq!(said.status(), 200, "{}", said.html());
        assert!(said.html().contains("您的评价已经记下"));
        let again = world
            .says(FIRST, &code, "satisfied", "<strong>谢谢</strong>")
            .await;
        assert_eq!(again.status(), 200, "sent twice is said once");
        assert_eq!(world.figure("satisfaction-rate", ROOT).await, Some(10_000));
        let browser = world.app.sign_in_as(&world.desk).await;
        let record = browser.get(format!("/cases/{}", case(1))).await;
        let html = record.html();
        assert!(html.contains("满意（2021-03-15，群众）"), "{html}");
        assert!(
            html.contains("反映人说"),
            "their words are not the office's: {html}"
        );
        assert!(!html.contains("<strong>谢谢"), "words are words");
    })
    .await;
}

#[tokio::test]
async fn who_is_not_satisfied_after_the_end_comes_up_at_the_desk_until_somebody_has_called() {
    in_world(async |world| {
        world.answered().await;
        world.act(&world.desk, 20, 1, Step::Close).await.unwrap();
        let browser = world.app.sign_in_as(&world.desk).await;
        assert!(!browser.get("/mine").await.html().contains("反映人不满意"));
        world
            .says(SECOND, &world.code(1), "not_satisfied", "又堵了")
            .await;
        assert!(browser.get("/mine").await.html().contains("反映人不满意"));
        assert_eq!(world.figure("satisfaction-rate", ROOT).await, Some(0));
        let call = Step::CallBack(super::case::Outcome::NotSatisfied);
        world.act(&world.desk, 21, 1, call).await.unwrap();
        assert!(!browser.get("/mine").await.html().contains("反映人不满意"));
    })
    .await;
}
