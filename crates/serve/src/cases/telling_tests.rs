//! Whoever asked hears of the result, by a gateway that the test plays.
use super::{
    case::Step,
    joining::{Joining, join},
    world::{World, case, id, in_world_set_up},
};
use crate::world::{ROADS, ROOT, WATER};
use sea_orm::{ActiveModelTrait, Set, Unchanged};
use testkit::TestGateway;

async fn with_gateway(test: impl AsyncFn(&World<'_>, &TestGateway)) {
    let gateway = TestGateway::open().await;
    let setting = gateway.setting();
    in_world_set_up(
        |settings| settings.sms = setting,
        async |world| test(world, &gateway).await,
    )
    .await;
}

impl World<'_> {
    async fn joined_by(&self, entry: u128, phone: &str) {
        let row = super::store::ActiveModel {
            id: Unchanged(case(1)),
            public_title: Set("下水道堵塞".into()),
            ..Default::default()
        };
        let tx = self.book().db().begin().await.unwrap();
        row.update(&tx).await.unwrap();
        tx.commit().await.unwrap();
        let new = Joining {
            entry: id(entry),
            case: case(1),
            name: "孟叔".into(),
            phone: phone.into(),
        };
        join(self.book(), &self.app.app.keys, &new).await.unwrap();
    }
}

#[tokio::test]
async fn everybody_who_asked_hears_of_the_answer_once_and_of_the_end() {
    with_gateway(async |world, gateway| {
        world.dispatched().await;
        world.joined_by(60, "13900005678").await;
        // Sent twice by one number, and merged: told once.
        world.raise(&world.told(50)).await.unwrap();
        let other = super::raising::Raising {
            phone: "13700001111".into(),
            ..world.told(51)
        };
        world.raise(&other).await.unwrap();
        for (entry, from) in [(70, 50), (71, 51)] {
            let step = Step::Merge(case(1));
            world.act(&world.desk, entry, from, step).await.unwrap();
        }
        for (entry, actor, step) in [
            (10, &world.water, Step::Acknowledge(WATER)),
            (11, &world.roads, Step::Acknowledge(ROADS)),
            (12, &world.roads, Step::Answer(ROADS)),
        ] {
            world.act(actor, entry, 1, step).await.unwrap();
        }
        world.app.run_jobs().await;
        assert!(
            gateway.take().is_empty(),
            "the reply of a unit that helps is no answer"
        );
        let answer = Step::Answer(WATER);
        world
            .act(&world.water, 13, 1, answer.clone())
            .await
            .unwrap();
        let again = world.act(&world.water, 13, 1, answer).await.unwrap();
        assert!(!again.is_new());
        world.app.run_jobs().await;
        let told = gateway.take();
        let mut phones: Vec<_> = told
            .iter()
            .map(|(_, body)| body["phone"].as_str().unwrap().to_owned())
            .collect();
        phones.sort();
        assert_eq!(phones, ["13700001111", "13800001234", "13900005678"]);
        let texts: Vec<_> = told
            .iter()
            .map(|(_, body)| body["text"].to_string())
            .collect();
        assert!(
            texts.iter().all(|text| text.contains("已有答复")),
            "{texts:?}"
        );
        assert!(
            texts
                .iter()
                .all(|text| !text.contains("污水") && !text.contains("疏通")),
            "a message says nothing of what it is about: {texts:?}"
        );
        world
            .act(&world.desk, 14, 1, Step::SignOff(ROADS))
            .await
            .unwrap();
        world.act(&world.desk, 15, 1, Step::Close).await.unwrap();
        world.app.run_jobs().await;
        let texts = gateway.texts();
        assert_eq!(texts.len(), 3);
        assert!(
            texts.iter().all(|text| text.contains("已办结")),
            "{texts:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_true_no_more_is_not_said() {
    with_gateway(async |world, gateway| {
        world.answered().await;
        world.act(&world.desk, 20, 1, Step::Redo).await.unwrap();
        world.app.run_jobs().await;
        assert!(
            gateway.take().is_empty(),
            "sent back before anybody was told"
        );
        world.raise(&world.told(50)).await.unwrap();
        world.act(&world.desk, 51, 50, Step::Refuse).await.unwrap();
        world.app.run_jobs().await;
        assert!(gateway.texts()[0].contains("未予受理"));
    })
    .await;
}

#[tokio::test]
async fn without_a_gateway_the_desk_sees_whom_to_call() {
    super::world::in_world(async |world| {
        world.answered().await;
        world.joined_by(60, "13900005678").await;
        world.app.run_jobs().await;
        let browser = world.app.sign_in_as(&world.desk).await;
        let record = browser.get(format!("/cases/{}", case(1))).await;
        assert!(record.html().contains("139****5678"), "{}", record.html());
        let form = [("entry", "018f0000-0000-7000-8000-0000000000aa")];
        let url = format!("/cases/{}/contact_views", case(1));
        let full = browser.post(&url, &form).await;
        for phone in ["13800001234", "13900005678"] {
            assert!(full.html().contains(phone), "{phone}");
        }
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(1));
    })
    .await;
}
