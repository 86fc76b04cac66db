//! Several who ask for the same: joined, merged, unmerged, split.
use super::{
    acting::ActError,
    case::{State, Step},
    joining::{JoinError, Joining, join},
    splitting::{Splitting, split},
    store::{self, CODE},
    world::{ROOT, World, case, id, in_world},
};
use sea_orm::{ActiveModelTrait, EntityTrait, Set, Unchanged};
use testkit::Page;

impl World<'_> {
    /// Lets strangers read of a case.
    async fn publish(&self, number: u128) {
        let row = store::ActiveModel {
            id: Unchanged(case(number)),
            public_title: Set("海棠苑下水道堵塞".into()),
            ..Default::default()
        };
        let tx = self.book().db().begin().await.unwrap();
        row.update(&tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// What whoever has the code of an act sees.
    async fn follows(&self, entry: u128) -> Page {
        let code = CODE.made(&self.app.app.keys, id(entry));
        let stranger = self.app.stranger();
        stranger.post("/follow", &[("code", code.as_str())]).await
    }

    async fn merge(&self, entry: u128, from: u128, into: u128) -> Result<(), ActError> {
        let step = Step::Merge(case(into));
        self.act(&self.clerk, entry, from, step).await.map(drop)
    }

    fn joining(&self, entry: u128) -> Joining {
        Joining {
            entry: id(entry),
            case: case(1),
            name: "孟叔".into(),
            phone: "13900005678".into(),
        }
    }
}

#[tokio::test]
async fn who_has_the_same_joins_with_a_code_of_their_own_and_the_case_counts_once() {
    in_world(async |world| {
        world.answered().await;
        let (book, keys) = (world.book(), &world.app.app.keys);
        let new = world.joining(60);
        let hidden = join(book, keys, &new).await;
        assert!(
            matches!(hidden, Err(JoinError::NoSuchCase)),
            "nothing of it is public yet"
        );
        world.publish(1).await;
        assert!(join(book, keys, &new).await.unwrap().is_new());
        assert!(!join(book, keys, &new).await.unwrap().is_new());
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(1));
        let seen = world.follows(60).await;
        let html = seen.html();
        assert!(
            html.contains("已安排疏通。") && html.contains("海棠苑下水道堵塞"),
            "{html}"
        );
        assert!(
            !html.contains("3号楼"),
            "the words of the other stay theirs: {html}"
        );
        let browser = world.app.sign_in_as(&world.clerk).await;
        let record = browser.get(format!("/cases/{}", case(1))).await;
        assert!(record.html().contains("另有 1 人"), "{}", record.html());
    })
    .await;
}

#[tokio::test]
async fn a_resident_sees_the_same_case_and_joins_it_without_script() {
    in_world(async |world| {
        world.dispatched().await;
        world.publish(1).await;
        let stranger = world.app.stranger();
        let form = [
            ("entry", "018f0000-0000-7000-8000-00000000000a"),
            ("kind", "complaint"),
            ("body", "海棠苑楼下的下水道又堵塞了"),
            ("place", "海棠苑"),
        ];
        let shown = stranger.post("/tell-us", &form).await;
        let href = format!("/tell-us/{}/joins", case(1));
        assert!(shown.html().contains(&href), "{}", shown.html());
        assert!(!shown.html().contains("污水外溢"));
        let part = stranger.post("/tell-us/similar", &form[2..]).await;
        assert!(part.html().contains(&href));
        let page = stranger.get(&href).await;
        let entry = page.value("entry").unwrap();
        let wrong = stranger
            .post(&href, &[("entry", entry.as_str()), ("phone", "138")])
            .await;
        assert_eq!(wrong.status(), 422);
        let joined = stranger
            .post(&href, &[("entry", entry.as_str()), ("phone", "")])
            .await;
        let code = joined.text("strong");
        let followed = stranger.post("/follow", &[("code", code.as_str())]).await;
        assert!(
            followed.html().contains("海棠苑下水道堵塞"),
            "{}",
            followed.html()
        );
    })
    .await;
}

#[tokio::test]
async fn an_officer_adds_another_asker_instead_of_a_second_case() {
    in_world(async |world| {
        world.dispatched().await;
        let officer = world.app.sign_in_as(&world.water).await;
        let url = format!("/cases/{}/askers", case(1));
        let page = officer.get(&url).await;
        let entry = page.value("entry").unwrap();
        let wrong = [("entry", entry.as_str()), ("phone", "１３８")];
        assert_eq!(officer.post(&url, &wrong).await.status(), 422);
        let form = [
            ("entry", entry.as_str()),
            ("name", "孟叔"),
            ("phone", "１３９ ０００0 5678"),
        ];
        for _ in 0..2 {
            officer
                .post(&url, &form)
                .await
                .assert_redirect(format!("/cases/{}", case(1)));
        }
        let record = officer.get(format!("/cases/{}", case(1))).await;
        assert!(record.html().contains("另有 1 人"), "{}", record.html());
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(1));
        let stranger = world.app.sign_in_as(&world.officer).await;
        assert_eq!(stranger.get(&url).await.status(), 404);
        assert_eq!(stranger.post(&url, &form).await.status(), 404);
        let similar = [("body", "海棠苑下水道堵塞，污水外溢"), ("desk", "3")];
        let shown = officer.post("/cases/similar", &similar).await;
        assert!(shown.html().contains(&url), "{}", shown.html());
    })
    .await;
}

#[tokio::test]
async fn a_merged_case_counts_once_and_everybody_sees_the_result() {
    in_world(async |world| {
        world.raise(&world.told(50)).await.unwrap();
        world.answered().await;
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(2));
        world.merge(70, 50, 1).await.unwrap();
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(1));
        assert_eq!(world.whole(50).await.case.state(), State::Merged);
        let seen = world.follows(50).await;
        assert!(seen.html().contains("已安排疏通。"), "{}", seen.html());
        world
            .act(&world.clerk, 71, 50, Step::Separate)
            .await
            .unwrap();
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(2));
        assert_eq!(world.whole(50).await.case.state(), State::Raised);
        let seen = world.follows(50).await;
        assert!(!seen.html().contains("水务中心"), "{}", seen.html());
    })
    .await;
}

#[tokio::test]
async fn a_merge_in_a_circle_is_refused() {
    in_world(async |world| {
        for number in [1, 50, 51] {
            world.raise(&world.told(number)).await.unwrap();
        }
        let own = world.merge(70, 1, 1).await;
        assert!(matches!(own, Err(ActError::Circle)));
        world.merge(71, 1, 50).await.unwrap();
        world.merge(72, 50, 51).await.unwrap();
        for (entry, into) in [(73, 1), (74, 50)] {
            let ring = world.merge(entry, 51, into).await;
            assert!(matches!(ring, Err(ActError::Circle)), "{ring:?}");
        }
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(1));
        let browser = world.app.sign_in_as(&world.clerk).await;
        let number = world.whole(1).await.case.number;
        let form = [
            ("entry", "018f0000-0000-7000-8000-00000000000b"),
            ("into", number.as_str()),
            ("noted", "同一件事"),
        ];
        let refused = browser
            .post(format!("/cases/{}/merge", case(51)), &form)
            .await;
        assert_eq!(refused.status(), 422);
        assert!(refused.html().contains("最终办理"), "{}", refused.html());
    })
    .await;
}

#[tokio::test]
async fn of_two_merges_at_once_that_would_make_a_circle_one_is_done() {
    in_world(async |world| {
        for number in [1, 50] {
            world.raise(&world.told(number)).await.unwrap();
        }
        let (one, two) = tokio::join!(world.merge(70, 1, 50), world.merge(71, 50, 1));
        assert_eq!(
            u8::from(one.is_ok()) + u8::from(two.is_ok()),
            1,
            "{one:?} {two:?}"
        );
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn what_is_split_off_has_its_own_number_and_whoever_asked_follows_both() {
    in_world(async |world| {
        world.answered().await;
        let new = Splitting {
            entry: id(80),
            from: case(1),
            kind: super::case::Kind::Help,
            body: "井盖也坏了".into(),
            place: "海棠苑3号楼".into(),
        };
        let keys = &world.app.app.keys;
        let book = world.book();
        assert!(
            split(book, keys, &world.clerk, &new)
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !split(book, keys, &world.clerk, &new)
                .await
                .unwrap()
                .is_new()
        );
        world.app.set_day("2021-03-16");
        assert!(
            !split(book, keys, &world.clerk, &new)
                .await
                .unwrap()
                .is_new(),
            "sent again the next day it is the same act"
        );
        let stranger = split(
            book,
            keys,
            &world.water,
            &Splitting {
                entry: id(81),
                ..new
            },
        )
        .await;
        assert!(stranger.is_err(), "the water centre does not keep the case");
        assert_eq!(world.figure("cases-raised", ROOT).await, Some(2));
        let off = store::Entity::find_by_id(case(80))
            .one(book.db().reader())
            .await;
        let off = off.unwrap().unwrap();
        let seen = world.follows(1).await;
        assert!(seen.html().contains(&off.number), "{}", seen.html());
        let browser = world.app.sign_in_as(&world.clerk).await;
        let form = format!("/cases/{}/split", case(1));
        assert_eq!(browser.get(&form).await.status(), 200);
        let (entry, place) = (id(82).to_string(), "处".repeat(201));
        let all_wrong = [
            ("entry", entry.as_str()),
            ("body", " "),
            ("place", place.as_str()),
        ];
        let again = browser.post(&form, &all_wrong).await;
        assert_eq!(again.problems(), ["body", "place"], "{}", again.alert());
        assert!(
            browser
                .get(format!("/cases/{}", case(80)))
                .await
                .html()
                .contains("拆分自")
        );
    })
    .await;
}
