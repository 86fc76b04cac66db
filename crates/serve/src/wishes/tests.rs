use super::{
    acting::{ActError, Acting, Step, act, thank_by_code},
    lapsing,
    making::{MakeError, Making, make},
    store::{self, CODE, GUARDIAN, Wish, WishId},
    wish::{Consent, ConsentBy, LIT_DAYS_MAX, NotAllowed, State},
};
use crate::world::{HAITANG, ROADS, ROOT, WATER, World, day, id, in_world};
use chrono::TimeDelta;
use kernel::Actor;
use ledger::entry;

impl World<'_> {
    fn keys(&self) -> &db::Keys {
        &self.app.app.keys
    }

    pub(super) async fn make(&self, new: &Making) -> Result<WishId, MakeError> {
        let actor = Actor::public(new.unit);
        make(self.book(), self.keys(), &actor, new).await?;
        Ok(WishId(new.entry.0))
    }

    pub(super) async fn wish(&self, number: u128) -> Wish {
        let found = store::find(self.book().db().reader(), wish(number)).await;
        found.unwrap().unwrap()
    }

    pub(super) async fn does(
        &self,
        actor: &Actor,
        entry: u128,
        of: u128,
        step: Step,
    ) -> Result<(), ActError> {
        let new = Acting {
            entry: id(entry),
            wish: wish(of),
            step,
        };
        act(self.book(), self.keys(), actor, &new).await
    }

    /// A wish on the wall.
    pub(super) async fn published(&self, number: u128) {
        self.make(&wished(number)).await.unwrap();
        self.does(&self.clerk, number + 1_000, number, on_the_wall())
            .await
            .unwrap();
    }
}

pub(super) fn wish(number: u128) -> WishId {
    WishId(id(number).0)
}

pub(super) fn wished(number: u128) -> Making {
    Making {
        entry: id(number),
        unit: HAITANG,
        is_child: false,
        body: "何婶想要一盏护眼台灯".into(),
        name: "何婶".into(),
        phone: "１３８ ００００ 1234".into(),
    }
}

fn on_the_wall() -> Step {
    Step::Publish {
        wording: "一位老人想要一盏护眼台灯".into(),
        consent: None,
    }
}

#[tokio::test]
async fn a_wish_goes_from_the_resident_to_the_wall_to_thanks_and_counts_once() {
    in_world(async |world| {
        let new = wished(1);
        world.make(&new).await.unwrap();
        world.make(&new).await.unwrap();
        assert_eq!(world.figure("wishes-made", HAITANG).await, Some(1));
        let steps = [
            (&world.clerk, on_the_wall()),
            (&world.water, Step::Light),
            (&world.water, Step::Ready("买了一盏台灯".into())),
            (&world.water, Step::Deliver(String::new())),
        ];
        for (at, (actor, step)) in (10..).zip(steps) {
            for _ in 0..2 {
                world.does(actor, at, 1, step.clone()).await.unwrap();
            }
        }
        let code = CODE.made(world.keys(), id(1)).to_lowercase();
        for _ in 0..2 {
            let thanked = thank_by_code(world.book(), world.keys(), id(20), &code, "谢谢");
            thanked.await.unwrap();
        }
        assert_eq!(world.wish(1).await.state, State::Thanked);
        for figure in ["wishes-lit", "wishes-fulfilled", "wishes-thanked"] {
            assert_eq!(world.figure(figure, WATER).await, Some(1), "{figure}");
            assert_eq!(world.figure(figure, ROOT).await, Some(1), "{figure}");
        }
        let again = thank_by_code(world.book(), world.keys(), id(21), &code, "谢谢").await;
        assert!(matches!(
            again,
            Err(ActError::NotAllowed(NotAllowed::NotNow))
        ));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_light_at_once_one_wins_and_the_other_is_told() {
    in_world(async |world| {
        world.published(1).await;
        let (water, roads) = tokio::join!(
            world.does(&world.water, 10, 1, Step::Light),
            world.does(&world.roads, 11, 1, Step::Light)
        );
        let lit_by = match (&water, &roads) {
            (Ok(()), Err(ActError::Meanwhile)) => WATER,
            (Err(ActError::Meanwhile), Ok(())) => ROADS,
            both => panic!("{both:?}"),
        };
        assert_eq!(world.wish(1).await.lit_unit, Some(lit_by));
        assert_eq!(world.figure("wishes-lit", ROOT).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn a_wish_that_lapses_is_on_the_wall_again_and_counts_as_lit_no_longer() {
    in_world(async |world| {
        world.published(1).await;
        world.does(&world.water, 10, 1, Step::Light).await.unwrap();
        assert_eq!(world.figure("wishes-lit", WATER).await, Some(1));
        world.app.forward(TimeDelta::days(LIT_DAYS_MAX as i64));
        world.app.run_jobs().await;
        assert_eq!(world.wish(1).await.state, State::Lit, "its last day");
        world.app.forward(TimeDelta::days(1));
        assert_eq!(world.app.run_jobs().await, 1);
        let wish = world.wish(1).await;
        assert_eq!((wish.state, wish.lit_unit), (State::Published, None));
        let again = lapsing::lapse(world.book(), wish.id, id(10)).await;
        assert!(!again.unwrap(), "once is enough");
        assert_eq!(world.figure("wishes-lit", ROOT).await, Some(0));
        let reader = world.book().db().reader();
        let number = wish.id.to_string();
        let history = entry::history(reader, "serve.wish", &number);
        let last = history.await.unwrap().pop().unwrap();
        assert_eq!(last.kind, lapsing::LAPSED);
        assert!(last.reason.unwrap().contains("30"));
        // Somebody else lights it; the job of the first lighting does nothing to it.
        world.does(&world.roads, 11, 1, Step::Light).await.unwrap();
        let of_before = lapsing::lapse(world.book(), wish.id, id(10)).await;
        assert!(!of_before.unwrap());
        assert_eq!(world.figure("wishes-lit", ROADS).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn whoever_cannot_fulfil_a_wish_gives_it_back_with_a_reason() {
    in_world(async |world| {
        world.published(1).await;
        world.does(&world.water, 10, 1, Step::Light).await.unwrap();
        let silent = world.does(&world.water, 11, 1, Step::Return(" ".into()));
        assert!(matches!(silent.await, Err(ActError::WordsMissing)));
        let by_others = world.does(&world.roads, 12, 1, Step::Return("不能".into()));
        assert!(matches!(
            by_others.await,
            Err(ActError::NotAllowed(NotAllowed::NotYours))
        ));
        let given_back = world.does(&world.water, 13, 1, Step::Return("缺货".into()));
        given_back.await.unwrap();
        assert_eq!(world.figure("wishes-lit", ROOT).await, Some(0));
        world.does(&world.roads, 14, 1, Step::Light).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_childs_wish_is_not_published_without_consent_nor_with_name_or_school() {
    in_world(async |world| {
        let child = Making {
            is_child: true,
            name: "小满".into(),
            ..wished(1)
        };
        world.make(&child).await.unwrap();
        let consent = Consent {
            guardian: "何大山".into(),
            day: day("2021-03-14"),
            how: ConsentBy::Signed,
        };
        let publish = |wording: &str, consent: Option<&Consent>| Step::Publish {
            wording: wording.into(),
            consent: consent.cloned(),
        };
        let fine = "一名 9 岁的孩子想要一盒水彩笔";
        let by = &world.clerk;
        let none = world.does(by, 10, 1, publish(fine, None)).await;
        assert!(matches!(none, Err(ActError::ConsentMissing)), "{none:?}");
        for wording in ["小满想要一盒水彩笔", "海棠小学的孩子想要一盒水彩笔"]
        {
            let named = world.does(by, 11, 1, publish(wording, Some(&consent)));
            assert!(matches!(named.await, Err(ActError::NamesTheChild)));
        }
        let tomorrow = Consent {
            day: day("2021-03-16"),
            ..consent.clone()
        };
        let early = world.does(by, 12, 1, publish(fine, Some(&tomorrow)));
        assert!(matches!(early.await, Err(ActError::ConsentToCome)));
        assert_eq!(world.wish(1).await.state, State::Made);
        world
            .does(by, 13, 1, publish(fine, Some(&consent)))
            .await
            .unwrap();
        let wish = world.wish(1).await;
        assert_eq!(wish.consent_by, Some(ConsentBy::Signed));
        assert!(wish.guardian.is_some());

        // A year after it was fulfilled the names go, and that somebody agreed stays.
        let steps = [
            Step::Light,
            Step::Ready("买到了".into()),
            Step::Deliver("送到".into()),
        ];
        for (entry, step) in (20..).zip(steps) {
            world.does(&world.water, entry, 1, step).await.unwrap();
        }
        world.app.set_day("2022-03-16");
        web::enqueue_daily(&world.app.app).await.unwrap();
        world.app.run_jobs().await;
        let cleared = world.wish(1).await;
        assert_eq!((cleared.name, cleared.phone), (None, None));
        assert_eq!(cleared.consent_on, wish.consent_on);
        let guardian = cleared.guardian.unwrap();
        assert_eq!(world.keys().open(GUARDIAN, &guardian).unwrap(), "");
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let page = clerk.get(format!("/wish_records/{}", id(1))).await;
        assert!(page.html().contains("姓名已按规定清除"), "{}", page.html());
    })
    .await;
}

#[tokio::test]
async fn whoever_writes_a_wish_down_for_somebody_does_not_publish_it() {
    in_world(async |world| {
        let mut new = wished(1);
        new.phone.clear();
        let secretary = world.app.people.secretary("叶青", HAITANG);
        make(world.book(), world.keys(), &secretary, &new)
            .await
            .unwrap();
        let own = world.does(&secretary, 10, 1, on_the_wall()).await;
        assert!(matches!(
            own,
            Err(ActError::NotAllowed(NotAllowed::MadeByYou))
        ));
        world
            .does(&world.clerk, 11, 1, on_the_wall())
            .await
            .unwrap();
        let elsewhere = Making {
            unit: ROADS,
            ..wished(2)
        };
        let refused = make(world.book(), world.keys(), &secretary, &elsewhere).await;
        assert!(matches!(refused, Err(MakeError::NotYours)));
    })
    .await;
}

#[tokio::test]
async fn a_wish_without_a_number_to_call_is_refused_and_an_odd_one_too() {
    in_world(async |world| {
        let mut new = wished(1);
        for (phone, expected) in [("", MakeError::PhoneMissing), ("１２３", MakeError::Phone)] {
            new.phone = phone.into();
            let refused = world.make(&new).await.unwrap_err();
            assert_eq!(refused.to_string(), expected.to_string());
        }
        new.phone = "０５７１－８１２３４５６７".into();
        new.body = " ".into();
        let nothing = world.make(&new).await;
        assert!(matches!(nothing, Err(MakeError::Nothing)));
        assert_eq!(world.figure("wishes-made", ROOT).await, Some(0));
        // The id of one act is not taken for another.
        world.make(&wished(1)).await.unwrap();
        let other = world.does(&world.clerk, 1, 1, on_the_wall()).await;
        assert!(matches!(other, Err(ActError::Book(_))), "{other:?}");
    })
    .await;
}
