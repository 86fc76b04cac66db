use super::{
    TopicId,
    correcting::{correct_result, correct_setting},
    setting::{Concluding, Setting, TopicError, conclude, set},
    store,
};
use crate::{
    corrections::{Correcting, CorrectionError},
    world::{ROADS, ROOT, WATER, World, day, id, in_world},
};
use sea_orm::EntityTrait;

fn topic() -> TopicId {
    TopicId(id(1).0)
}

fn setting(entry: u128) -> Setting {
    Setting {
        entry: id(entry),
        title: "高峰时段水压不足的成因".into(),
        leader: "林晓".into(),
        unit: WATER,
        plan: "走访十家用水大户。".into(),
        set_on: day("2021-02-01"),
        due_on: day("2021-03-10"),
    }
}

fn result(entry: u128, on: &str) -> Concluding {
    Concluding {
        entry: id(entry),
        topic: topic(),
        day: day(on),
        result: "管径偏小。".into(),
    }
}

fn correcting(entry: u128, corrects: u128) -> Correcting {
    Correcting {
        entry: id(entry),
        corrects: id(corrects),
        reason: "登记有误".into(),
    }
}

impl World<'_> {
    async fn correct_topic(
        &self,
        new: &Correcting,
        right: Option<&Setting>,
    ) -> Result<ledger::Appended, TopicError> {
        correct_setting(self.book(), &self.app.app.keys, &self.clerk, new, right).await
    }

    async fn correct_its_result(
        &self,
        new: &Correcting,
        right: Option<&Concluding>,
    ) -> Result<ledger::Appended, TopicError> {
        correct_result(self.book(), &self.app.app.keys, &self.clerk, new, right).await
    }
}

#[tokio::test]
async fn a_corrected_topic_counts_at_its_right_unit_and_once() {
    in_world(async |world| {
        set(world.book(), &world.water, &setting(1)).await.unwrap();
        let right = Setting {
            unit: ROADS,
            ..setting(2)
        };
        let new = correcting(2, 1);
        assert!(
            world
                .correct_topic(&new, Some(&right))
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !world
                .correct_topic(&new, Some(&right))
                .await
                .unwrap()
                .is_new()
        );
        assert_eq!(world.figure("research-topics", WATER).await, Some(0));
        assert_eq!(world.figure("research-topics", ROADS).await, Some(1));
        let twice = world.correct_topic(&correcting(3, 1), None).await;
        assert!(matches!(
            twice,
            Err(TopicError::Correction(CorrectionError::AlreadyCorrected))
        ));
        let (keys, new) = (&world.app.app.keys, correcting(4, 2));
        let other = correct_setting(world.book(), keys, &world.water, &new, None);
        assert!(matches!(other.await, Err(TopicError::NotYours)));
    })
    .await;
}

#[tokio::test]
async fn a_result_taken_back_counts_no_longer_and_the_topic_can_be_concluded_again() {
    in_world(async |world| {
        set(world.book(), &world.water, &setting(1)).await.unwrap();
        conclude(world.book(), &world.water, &result(2, "2021-03-09"))
            .await
            .unwrap();
        let early = world
            .correct_its_result(&correcting(3, 2), Some(&result(3, "2021-01-31")))
            .await;
        assert!(matches!(early, Err(TopicError::Order)));
        let blocked = world.correct_topic(&correcting(4, 1), None).await;
        assert!(matches!(blocked, Err(TopicError::HasResult)));
        world
            .correct_its_result(&correcting(5, 2), None)
            .await
            .unwrap();
        assert_eq!(
            world.figure("research-topics-concluded", ROOT).await,
            Some(0)
        );
        // What was taken back is no way to a second result.
        let revived = world
            .correct_its_result(&correcting(6, 5), Some(&result(6, "2021-03-09")))
            .await;
        assert!(matches!(
            revived,
            Err(TopicError::Correction(CorrectionError::NoSuchEntry))
        ));
        conclude(world.book(), &world.water, &result(7, "2021-03-10"))
            .await
            .unwrap();
        assert_eq!(
            world.figure("research-topics-concluded", ROOT).await,
            Some(1)
        );
        world
            .correct_its_result(&correcting(8, 7), None)
            .await
            .unwrap();
        world.correct_topic(&correcting(9, 1), None).await.unwrap();
        assert_eq!(world.figure("research-topics", ROOT).await, Some(0));
        let kept = store::Entity::find_by_id(topic());
        let kept = kept.one(world.book().db().reader()).await.unwrap().unwrap();
        assert!(kept.withdrawn && kept.result.is_empty());
        let late = conclude(world.book(), &world.water, &result(10, "2021-03-10")).await;
        assert!(matches!(late, Err(TopicError::AlreadyConcluded)));
    })
    .await;
}
