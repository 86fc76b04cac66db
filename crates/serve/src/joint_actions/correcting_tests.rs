use super::{
    adding::{AddError, Adding, add},
    beginning::{Beginning, begin},
    correcting::{LineSaid, correct_beginning, correct_handover, correct_line},
    handing_over::{HandingOver, hand_over},
    line::{self, Sort},
};
use crate::{
    corrections::Correcting,
    world::{WATER, World, day, id, in_world},
};

const ACTION: u128 = 1;

fn dancing(entry: u128) -> Beginning {
    Beginning {
        entry: id(entry),
        title: "广场舞噪声联合整治".into(),
        problem: "晚上八点以后音响太大。".into(),
        words: "广场舞".into(),
        lead: WATER,
        begun_on: day("2021-03-15"),
    }
}

fn correcting(entry: u128, corrects: u128) -> Correcting {
    Correcting {
        entry: id(entry),
        corrects: id(corrects),
        reason: "登记有误".into(),
    }
}

fn said(on: &str, who: &str) -> LineSaid {
    LineSaid {
        day: day(on),
        who: who.into(),
        words: "音响不过八点。".into(),
    }
}

impl World<'_> {
    async fn line_of(&self, entry: u128, sort: Sort, on: &str) {
        let new = Adding {
            entry: id(entry),
            action: super::ActionId(id(ACTION).0),
            sort,
            day: day(on),
            unit: None,
            who: "彭叔".into(),
            words: "音响不过八点。".into(),
            case: None,
        };
        add(self.book(), &self.water, &new).await.unwrap();
    }

    async fn correct_line(
        &self,
        new: &Correcting,
        right: Option<&LineSaid>,
    ) -> Result<ledger::Appended, AddError> {
        correct_line(self.book(), &self.app.app.keys, &self.water, new, right).await
    }
}

#[tokio::test]
async fn a_talk_counts_on_its_right_day_and_not_at_all_once_taken_back() {
    in_world(async |world| {
        begin(world.book(), &world.water, &dancing(ACTION))
            .await
            .unwrap();
        world.line_of(10, Sort::Talk, "2021-03-15").await;
        let right = said("2021-03-14", "田姨");
        let new = correcting(11, 10);
        assert!(
            world
                .correct_line(&new, Some(&right))
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !world
                .correct_line(&new, Some(&right))
                .await
                .unwrap()
                .is_new()
        );
        assert_eq!(world.figure("joint-talks", WATER).await, Some(1));
        let to_come = said("2021-03-16", "田姨");
        let to_come = world
            .correct_line(&correcting(12, 11), Some(&to_come))
            .await;
        assert!(matches!(to_come, Err(AddError::DayToCome)));
        let new = correcting(13, 11);
        let keys = &world.app.app.keys;
        let stranger = correct_line(world.book(), keys, &world.roads, &new, None);
        assert!(matches!(stranger.await, Err(AddError::NotYours)));

        let browser = world.app.sign_in_as(&world.water).await;
        let url = format!("/joint-actions/{}", id(ACTION));
        let page = browser.get(&url).await;
        assert!(page.text(".timeline").contains("彭叔"), "{}", page.html());
        assert!(
            page.texts("table").concat().contains("田姨"),
            "{}",
            page.html()
        );
        let entry = id(14).to_string();
        let all_wrong = [
            ("entry", entry.as_str()),
            ("joint_day", "昨天"),
            ("joint_who", ""),
            ("joint_said", " "),
            ("reason", ""),
        ];
        let again = browser.post(format!("/corrections/{}", id(11)), &all_wrong);
        let again = again.await;
        let told = all_wrong[1..].iter().map(|(field, _)| *field);
        assert_eq!(
            again.problems(),
            told.collect::<Vec<_>>(),
            "{}",
            again.alert()
        );
        let back = [
            ("entry", &*id(14).to_string()),
            ("withdraw", "true"),
            ("reason", "没有谈"),
        ];
        for _ in 0..2 {
            let sent = browser
                .post(format!("/corrections/{}", id(11)), &back)
                .await;
            sent.assert_redirect(&url);
        }
        assert_eq!(world.figure("joint-talks", WATER).await, Some(0));
        assert!(
            !browser
                .get(&url)
                .await
                .texts("table")
                .concat()
                .contains("田姨")
        );
    })
    .await;
}

#[tokio::test]
async fn a_patrol_that_was_handed_over_keeps_its_day_until_the_handover_is_taken_back() {
    in_world(async |world| {
        begin(world.book(), &world.water, &dancing(ACTION))
            .await
            .unwrap();
        world.line_of(10, Sort::Patrol, "2021-03-15").await;
        let handover = HandingOver {
            entry: id(11),
            patrol: id(10),
            to: "田姨".into(),
        };
        hand_over(world.book(), &world.water, &handover)
            .await
            .unwrap();
        let moved = said("2021-03-14", "彭叔");
        let refused = world.correct_line(&correcting(12, 10), Some(&moved)).await;
        assert!(matches!(refused, Err(AddError::HandedOver)));
        let (book, keys) = (world.book(), &world.app.app.keys);
        let handed = async |entry, corrects, to| {
            let new = correcting(entry, corrects);
            correct_handover(book, keys, &world.water, &new, to).await
        };
        handed(13, 11, Some("何伯")).await.unwrap();
        assert_eq!(world.figure("joint-patrols", WATER).await, Some(1));
        handed(14, 13, None).await.unwrap();
        assert_eq!(world.figure("joint-patrols", WATER).await, Some(0));
        world
            .correct_line(&correcting(15, 10), Some(&moved))
            .await
            .unwrap();
        let lines = line::of(book.db().reader(), super::ActionId(id(ACTION).0)).await;
        let lines = lines.unwrap();
        assert_eq!(
            (lines[0].day, lines[0].handed_to.as_deref()),
            (moved.day, None)
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_said_when_it_began_is_corrected_and_both_can_be_read() {
    in_world(async |world| {
        begin(world.book(), &world.water, &dancing(ACTION))
            .await
            .unwrap();
        let right = Beginning {
            title: "中心广场噪声联合整治".into(),
            ..dancing(2)
        };
        let (book, keys) = (world.book(), &world.app.app.keys);
        let new = correcting(2, ACTION);
        correct_beginning(book, keys, &world.water, &new, &right)
            .await
            .unwrap();
        let browser = world.app.sign_in_as(&world.water).await;
        let page = browser.get(format!("/joint-actions/{}", id(ACTION))).await;
        assert_eq!(page.text("h1"), "中心广场噪声联合整治");
        assert_eq!(page.text(".timeline del"), "广场舞噪声联合整治");
    })
    .await;
}
