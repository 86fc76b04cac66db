use super::{
    Sort,
    correcting::{Profile, correct_contact, correct_end, correct_making},
    making::{Contact, Ending, Making, PairError, end, make, note_contact},
    store::{self, HARDSHIP, PairingId},
};
use crate::{
    corrections::{Correcting, CorrectionError},
    visits::world::{BRANCH, HAITANG, ROOT, World, day, id, in_visited_world},
};
use chrono::NaiveDate;
use kernel::Actor;
use sea_orm::EntityTrait;

const PAIRED: u128 = 1;

fn correcting(entry: u128, corrects: u128) -> Correcting {
    Correcting {
        entry: id(entry),
        corrects: id(corrects),
        reason: "登记有误".into(),
    }
}

fn profile() -> Profile {
    Profile {
        contact: "陈露".into(),
        contact_phone: String::new(),
        household: String::new(),
        household_phone: String::new(),
        hardship: String::new(),
        from_day: day("2021-02-01"),
    }
}

impl World<'_> {
    fn chen(&self) -> Actor {
        self.app.people.secretary("陈露", BRANCH)
    }

    async fn paired(&self) -> Actor {
        let new = Making {
            entry: id(PAIRED),
            sort: Sort::Household,
            helper: BRANCH,
            contact: "陈露".into(),
            contact_phone: "13900001111".into(),
            helped: HAITANG,
            household: "何秀兰".into(),
            household_phone: "13800001234".into(),
            hardship: "独居。".into(),
            from_day: day("2021-02-01"),
        };
        let actor = self.chen();
        make(self.book(), &self.app.app.keys, &actor, &new)
            .await
            .unwrap();
        actor
    }

    async fn contacted(&self, actor: &Actor, entry: u128, on: &str) {
        let new = Contact {
            entry: id(entry),
            pairing: PairingId(id(PAIRED).0),
            day: day(on),
            note: "送去米和油。".into(),
        };
        note_contact(self.book(), &self.app.app.keys, actor, &new)
            .await
            .unwrap();
    }

    async fn pairing(&self) -> store::Pairing {
        let found = store::Entity::find_by_id(PairingId(id(PAIRED).0));
        found.one(self.book().db().reader()).await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn what_is_sealed_is_corrected_unseen_and_read_by_those_only_who_open_it() {
    in_visited_world(async |world| {
        let actor = world.paired().await;
        let right = Profile {
            hardship: "独居，行动不便。".into(),
            from_day: day("2021-02-03"),
            ..profile()
        };
        let (book, keys) = (world.book(), &world.app.app.keys);
        for is_new in [true, false] {
            let new = correcting(2, PAIRED);
            let written = correct_making(book, keys, &actor, &new, Some(&right)).await;
            assert_eq!(written.unwrap().is_new(), is_new);
        }
        let kept = world.pairing().await;
        assert_eq!(kept.from_day, day("2021-02-03"));
        let hardship = keys.open(HARDSHIP, kept.hardship.as_deref().unwrap());
        assert_eq!(hardship.unwrap(), "独居，行动不便。");
        assert!(kept.household.is_some(), "left empty, it stays");
        assert_eq!(world.figure("pairings", ROOT).await, Some(1));

        let browser = world.app.sign_in_as(&actor).await;
        let url = format!("/pairings/{}", id(PAIRED));
        let page = browser.get(&url).await;
        assert!(
            page.text(".timeline").contains("2021-02-03"),
            "{}",
            page.html()
        );
        assert!(!page.html().contains("独居"), "{}", page.html());
        let form = browser.get(format!("/corrections/{}", id(2))).await;
        assert_eq!(form.status(), 200);
        assert!(!form.html().contains("独居") && !form.html().contains("何秀兰"));
        assert_eq!(form.attribute("form.form", "data-draft"), None);
        let entry = id(4).to_string();
        let all_wrong = [
            ("entry", entry.as_str()),
            ("pairing_contact", " "),
            ("pairing_contact_phone", "123"),
            ("pairing_from", "2021-03-16"),
            ("pairing_household_phone", "456"),
            ("reason", ""),
        ];
        let again = browser.post(format!("/corrections/{}", id(2)), &all_wrong);
        let again = again.await;
        let told = all_wrong[1..].iter().map(|(field, _)| *field);
        assert_eq!(
            again.problems(),
            told.collect::<Vec<_>>(),
            "{}",
            again.alert()
        );
        let look = [("entry", &*id(3).to_string())];
        let opened = browser.post(format!("{url}/looks"), &look).await;
        assert_eq!(
            opened.texts(".timeline del")[0],
            "独居。",
            "{}",
            opened.html()
        );
        let stranger = world.app.sign_in_as(&world.officer).await;
        assert_eq!(
            stranger
                .get(format!("/corrections/{}", id(2)))
                .await
                .status(),
            404
        );
    })
    .await;
}

#[tokio::test]
async fn a_contact_and_an_end_get_their_right_days_or_are_taken_back() {
    in_visited_world(async |world| {
        let actor = world.paired().await;
        let (book, keys) = (world.book(), &world.app.app.keys);
        world.contacted(&actor, 2, "2021-03-01").await;
        let ending = Ending {
            entry: id(3),
            pairing: PairingId(id(PAIRED).0),
            day: day("2021-03-10"),
            reason: "已搬走".into(),
        };
        end(book, &actor, &ending).await.unwrap();
        let contact = async |entry, corrects, right: Option<(NaiveDate, &str)>| {
            let new = correcting(entry, corrects);
            correct_contact(book, keys, &actor, &new, right).await
        };
        let late = contact(4, 2, Some((day("2021-03-11"), ""))).await;
        assert!(matches!(late, Err(PairError::Stands)), "{late:?}");
        contact(5, 2, Some((day("2021-03-02"), ""))).await.unwrap();
        let ended = async |entry, corrects, right| {
            let new = correcting(entry, corrects);
            correct_end(book, keys, &actor, &new, right).await
        };
        let cut = ended(6, 3, Some(day("2021-03-02"))).await;
        assert!(matches!(cut, Err(PairError::Stands)), "{cut:?}");
        ended(7, 3, Some(day("2021-03-09"))).await.unwrap();
        assert_eq!(world.figure("pairings", ROOT).await, Some(0));
        ended(8, 7, None).await.unwrap();
        assert_eq!(world.figure("pairings", ROOT).await, Some(1));
        assert_eq!(world.figure("pairing-contacts", ROOT).await, Some(1));
        contact(9, 5, None).await.unwrap();
        assert_eq!(world.figure("pairing-contacts", ROOT).await, Some(0));
        let again = contact(10, 5, None).await;
        assert!(matches!(
            again,
            Err(PairError::Correction(CorrectionError::AlreadyCorrected))
        ));
    })
    .await;
}

#[tokio::test]
async fn a_pairing_that_never_was_is_taken_back_once_nothing_hangs_on_it() {
    in_visited_world(async |world| {
        let actor = world.paired().await;
        let (book, keys) = (world.book(), &world.app.app.keys);
        world.contacted(&actor, 2, "2021-03-01").await;
        let back = async |entry| {
            let new = correcting(entry, PAIRED);
            correct_making(book, keys, &actor, &new, None).await
        };
        let blocked = back(3).await;
        assert!(matches!(blocked, Err(PairError::Stands)), "{blocked:?}");
        let new = correcting(4, 2);
        correct_contact(book, keys, &actor, &new, None)
            .await
            .unwrap();
        back(5).await.unwrap();
        assert_eq!(world.figure("pairings", ROOT).await, Some(0));
        let browser = world.app.sign_in_as(&actor).await;
        let page = browser.get(format!("/pairings/{}", id(PAIRED))).await;
        assert!(page.text("main").contains("已经撤回"), "{}", page.html());
        assert_eq!(browser.get("/pairings?ended=also").await.table().len(), 0);
    })
    .await;
}
