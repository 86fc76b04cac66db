use super::{
    acting::{ActError, Step},
    correcting::{WishSaid, correct},
    tests::{wish, wished},
    wish::{Consent, ConsentBy, State},
};
use crate::{
    corrections::{Correcting, CorrectionError},
    world::{ROADS, WATER, World, day, id, in_world},
};
use kernel::Actor;

impl World<'_> {
    async fn correct_wish(
        &self,
        actor: &Actor,
        (entry, corrects): (u128, u128),
        right: WishSaid,
    ) -> Result<ledger::Appended, ActError> {
        let new = Correcting {
            entry: id(entry),
            corrects: id(corrects),
            reason: "写错了".into(),
        };
        correct(self.book(), &self.app.app.keys, actor, &new, &right).await
    }

    /// Lit on 1 March by the water centre as act 10, ready as 11, delivered on the 3rd as 12.
    async fn delivered(&self) {
        self.app.set_day("2021-03-01");
        self.published(1).await;
        self.does(&self.water, 10, 1, Step::Light).await.unwrap();
        let ready = Step::Ready("买了一盏台灯".into());
        self.does(&self.water, 11, 1, ready).await.unwrap();
        self.app.set_day("2021-03-03");
        let delivered = Step::Deliver("送到家里".into());
        self.does(&self.water, 12, 1, delivered).await.unwrap();
    }
}

fn on(text: &str) -> WishSaid {
    WishSaid::Delivered {
        on: day(text),
        how: "送到家里".into(),
    }
}

#[tokio::test]
async fn a_delivery_gets_its_right_day_or_is_taken_back_and_done_again() {
    in_world(async |world| {
        world.delivered().await;
        let early = world
            .correct_wish(&world.water, (20, 12), on("2021-02-28"))
            .await;
        assert!(matches!(early, Err(ActError::Day)), "{early:?}");
        for is_new in [true, false] {
            let written = world
                .correct_wish(&world.water, (21, 12), on("2021-03-02"))
                .await;
            assert_eq!(written.unwrap().is_new(), is_new);
        }
        assert_eq!(world.wish(1).await.delivered_on, Some(day("2021-03-02")));
        assert_eq!(world.figure("wishes-fulfilled", WATER).await, Some(1));
        let stranger = world
            .correct_wish(&world.roads, (22, 21), WishSaid::NotDelivered)
            .await;
        assert!(
            matches!(stranger, Err(ActError::NoSuchWish)),
            "{stranger:?}"
        );
        world
            .correct_wish(&world.water, (23, 21), WishSaid::NotDelivered)
            .await
            .unwrap();
        let kept = world.wish(1).await;
        assert_eq!((kept.state, kept.delivered_on), (State::Ready, None));
        assert_eq!(world.figure("wishes-fulfilled", WATER).await, Some(0));
        let delivered = Step::Deliver(String::new());
        world.does(&world.water, 24, 1, delivered).await.unwrap();
        assert_eq!(world.figure("wishes-fulfilled", WATER).await, Some(1));
        world
            .does(&world.water, 25, 1, Step::Thank(String::new()))
            .await
            .unwrap();
        let thanked = world
            .correct_wish(&world.water, (26, 24), WishSaid::NotDelivered)
            .await;
        assert!(matches!(thanked, Err(ActError::Thanked)), "{thanked:?}");
    })
    .await;
}

#[tokio::test]
async fn who_lit_it_is_corrected_until_it_is_delivered_and_goes_back_to_the_wall_as_before() {
    in_world(async |world| {
        world.published(1).await;
        world.does(&world.water, 10, 1, Step::Light).await.unwrap();
        let roads = || WishSaid::Lighter(ROADS);
        let by_lighter = world.correct_wish(&world.water, (20, 10), roads()).await;
        assert!(
            matches!(by_lighter, Err(ActError::Meanwhile)),
            "{by_lighter:?}"
        );
        world
            .correct_wish(&world.clerk, (21, 10), roads())
            .await
            .unwrap();
        assert_eq!(world.figure("wishes-lit", WATER).await, Some(0));
        assert_eq!(world.figure("wishes-lit", ROADS).await, Some(1));
        let back = Step::Return("买不到".into());
        world.does(&world.roads, 22, 1, back).await.unwrap();
        assert_eq!(world.figure("wishes-lit", ROADS).await, Some(0));
        let returned = world
            .correct_wish(&world.clerk, (23, 22), WishSaid::Lighter(WATER))
            .await;
        assert!(matches!(returned, Err(ActError::Meanwhile)), "{returned:?}");
    })
    .await;
}

#[tokio::test]
async fn the_wording_of_a_childs_wish_never_names_the_child_by_a_correction_either() {
    in_world(async |world| {
        let child = super::making::Making {
            is_child: true,
            name: "何小满".into(),
            ..wished(1)
        };
        world.make(&child).await.unwrap();
        let consent = Consent {
            guardian: "何婶".into(),
            day: day("2021-03-10"),
            how: ConsentBy::Signed,
        };
        let publish = Step::Publish {
            wording: "一名孩子想要一盒水彩".into(),
            consent: Some(consent),
        };
        world.does(&world.clerk, 10, 1, publish).await.unwrap();
        let wording = |text: &str| WishSaid::Wording(text.into());
        let named = world
            .correct_wish(&world.clerk, (20, 10), wording("小满想要水彩笔"))
            .await;
        assert!(matches!(named, Err(ActError::NamesTheChild)), "{named:?}");
        let same = world
            .correct_wish(&world.clerk, (21, 10), wording("一名孩子想要一盒水彩"))
            .await;
        assert!(matches!(
            same,
            Err(ActError::Correction(CorrectionError::Nothing))
        ));
        let right = wording("一名 9 岁的孩子想要一盒水彩笔");
        world
            .correct_wish(&world.clerk, (22, 10), right)
            .await
            .unwrap();
        let wall = world.app.stranger().get("/wishes").await;
        assert!(wall.html().contains("9 岁的孩子"), "{}", wall.html());
        let browser = world.app.sign_in_as(&world.clerk).await;
        let page = browser.get(format!("/wish_records/{}", wish(1))).await;
        assert!(
            page.text(".timeline del").contains("一盒水彩"),
            "{}",
            page.html()
        );
    })
    .await;
}
