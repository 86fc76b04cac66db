use super::{
    booking,
    correcting::{SessionSaid, correct},
    offering::OfferError,
    session::{self, SessionId, slots},
    slot_text,
    tests::{OFFER, TODAY, reserving},
};
use crate::{
    corrections::{Correcting, CorrectionError},
    world::{World, day, id, in_world_on},
};
use sea_orm::{ConnectionTrait, Statement};

fn said(lines: &str) -> SessionSaid {
    SessionSaid {
        title_zh: "建筑工人疫苗夜场".into(),
        title_en: "Vaccination evening for builders".into(),
        place: "人才公寓工地".into(),
        day: day(TODAY),
        eligibility: "区内工地的建筑工人".into(),
        slots: slot_text::read(lines).unwrap(),
    }
}

impl World<'_> {
    async fn correct_session(
        &self,
        (entry, corrects): (u128, u128),
        right: &SessionSaid,
    ) -> Result<ledger::Appended, OfferError> {
        let new = Correcting {
            entry: id(entry),
            corrects: id(corrects),
            reason: "写错了".into(),
        };
        correct(self.book(), &self.app.app.keys, &self.clerk, &new, right).await
    }

    /// What all entries add to an account.
    async fn counted(&self, account: &str) -> i64 {
        let reader = self.book().db().reader();
        let select = "SELECT CAST(SUM(p.quantity) AS bigint) FROM ledger_posting p \
                      JOIN ledger_account a ON a.id = p.account_id WHERE a.code = $1";
        let backend = reader.get_database_backend();
        let select = Statement::from_sql_and_values(backend, select, [account.into()]);
        let row = reader.query_one_raw(select).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }
}

#[tokio::test]
async fn places_are_never_fewer_than_are_booked_and_more_let_those_who_wait_move_up() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 3").await;
        world.reserve(&reserving(10, 1, 2)).await.unwrap();
        world.reserve(&reserving(11, 2, 3)).await.unwrap();
        assert_eq!(world.counts().await, (2, 1));
        let fewer = world
            .correct_session((20, OFFER), &said("18:00-18:30 1"))
            .await;
        assert!(
            matches!(fewer, Err(OfferError::FewerThanBooked(_, 2))),
            "{fewer:?}"
        );
        let split = said("18:00-18:15 2\n18:15-18:30 2");
        let split = world.correct_session((21, OFFER), &split).await;
        assert!(matches!(split, Err(OfferError::SlotCount(1))), "{split:?}");
        let right = said("18:00-18:30 5");
        for is_new in [true, false] {
            let written = world.correct_session((22, OFFER), &right).await.unwrap();
            assert_eq!(written.is_new(), is_new);
        }
        assert_eq!(world.counts().await, (5, 0));
        assert_eq!(world.counted("serve.session.offered").await, 5);
        assert_eq!(world.counted("serve.session.booked").await, 5);
        let again = world
            .correct_session((23, OFFER), &said("18:00-18:30 9"))
            .await;
        assert!(matches!(
            again,
            Err(OfferError::Correction(CorrectionError::AlreadyCorrected))
        ));
    })
    .await;
}

#[tokio::test]
async fn a_session_moves_to_another_day_only_while_nobody_has_booked() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 3").await;
        let moved = SessionSaid {
            day: day("2021-03-22"),
            ..said("18:00-18:30 3")
        };
        world.correct_session((20, OFFER), &moved).await.unwrap();
        let reader = world.book().db().reader();
        let kept = session::find(reader, SessionId(id(OFFER).0))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(kept.day, moved.day);
        let kept = slots(reader, kept.id).await.unwrap();
        assert_eq!(session::day_and_time(kept[0].starts_at), "2021-03-22 18:00");
        world.reserve(&reserving(10, 1, 1)).await.unwrap();
        let back = world
            .correct_session((21, 20), &said("18:00-18:30 3"))
            .await;
        assert!(matches!(back, Err(OfferError::HasBookings)), "{back:?}");
        let past = SessionSaid {
            day: moved.day,
            ..said("18:30-19:00 3")
        };
        world.app.set_day("2021-03-23");
        let past = world.correct_session((22, 20), &past).await;
        assert!(matches!(past, Err(OfferError::Past)), "{past:?}");
        let bookings = booking::of_session(reader, SessionId(id(OFFER).0)).await;
        assert_eq!(bookings.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_organiser_corrects_the_place_by_the_page_and_residents_see_the_right_one() {
    in_world_on(TODAY, async |world| {
        world.offered("18:00-18:30 3").await;
        let browser = world.app.sign_in_as(&world.clerk).await;
        let (page, form) = (
            format!("/services/{}", id(OFFER)),
            format!("/corrections/{}", id(OFFER)),
        );
        assert!(browser.get(&page).await.has(&format!("a[href='{form}']")));
        let entry = id(20).to_string();
        let typed = |slots: &'static str| {
            [
                ("entry", entry.as_str()),
                ("session_title_zh", "建筑工人疫苗夜场"),
                ("session_title_en", "Vaccination evening for builders"),
                ("session_place", "高铁站工地"),
                ("session_day", TODAY),
                ("session_slots", slots),
                ("session_eligibility", "区内工地的建筑工人"),
                ("reason", "地点写错"),
            ]
        };
        let again = browser.post(&form, &typed("晚上")).await;
        assert_eq!(again.status(), 422);
        assert_eq!(again.value("session_place").unwrap(), "高铁站工地");
        let mut all_wrong = typed("晚上");
        all_wrong[2].1 = "";
        all_wrong[3].1 = " ";
        all_wrong[4].1 = "周五";
        all_wrong[7].1 = "";
        let again = browser.post(&form, &all_wrong).await;
        let told = [
            "session_title_en",
            "session_place",
            "session_day",
            "session_slots",
            "reason",
        ];
        assert_eq!(again.problems(), told, "{}", again.alert());
        let sent = browser.post(&form, &typed("18:00-18:30 3")).await;
        sent.assert_redirect(&page);
        let seen = browser.get(&page).await;
        assert_eq!(seen.text(".timeline del"), "人才公寓工地");
        let resident = world.app.stranger().get(&page).await;
        assert!(resident.text("main").contains("高铁站工地"));
        assert!(
            !resident.html().contains("人才公寓工地"),
            "{}",
            resident.html()
        );
        assert_eq!(world.app.stranger().get(&form).await.status(), 303);
    })
    .await;
}
