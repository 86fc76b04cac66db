use super::{
    Sort,
    last_contact::last_contacts,
    making::{Contact, Ending, Making, PairError, end, make, note_contact},
    store::{self, PairingId},
};
use crate::visits::world::{
    BRANCH, CLOSED_FIRM, FIRM, HAITANG, ROOT, WATER, World, day, id, in_visited_world,
};
use kernel::Actor;
use ledger::Appended;
use sea_orm::EntityTrait;
use testkit::Session;

pub(super) const ENTRY: &str = "00000000-0000-0000-0000-000000000001";

fn pairing(number: u128) -> PairingId {
    PairingId(id(number).0)
}

impl World<'_> {
    pub(super) fn secretary(&self) -> Actor {
        self.app.people.secretary("陈露", BRANCH)
    }

    pub(super) fn household(&self, entry: u128) -> Making {
        Making {
            entry: id(entry),
            sort: Sort::Household,
            helper: BRANCH,
            contact: "陈露".into(),
            contact_phone: "１３９ 0000 1111".into(),
            helped: HAITANG,
            household: "何秀兰".into(),
            household_phone: "13800001234".into(),
            hardship: "独居，行动不便。".into(),
            from_day: day("2021-02-01"),
        }
    }

    fn enterprise(&self, entry: u128) -> Making {
        Making {
            sort: Sort::Enterprise,
            helper: WATER,
            helped: FIRM,
            contact: "林晓".into(),
            household: String::new(),
            household_phone: String::new(),
            hardship: String::new(),
            ..self.household(entry)
        }
    }

    pub(super) async fn pair(&self, actor: &Actor, new: &Making) -> Result<Appended, PairError> {
        make(self.book(), &self.app.app.keys, actor, new).await
    }

    pub(super) async fn contact(&self, entry: u128, on: &str) -> Result<Appended, PairError> {
        let new = Contact {
            entry: id(entry),
            pairing: pairing(1),
            day: day(on),
            note: "送去生活用品。".into(),
        };
        note_contact(self.book(), &self.app.app.keys, &self.secretary(), &new).await
    }

    async fn end(&self, entry: u128, on: &str) -> Result<Appended, PairError> {
        let new = Ending {
            entry: id(entry),
            pairing: pairing(1),
            day: day(on),
            reason: "已搬离本区".into(),
        };
        end(self.book(), &self.secretary(), &new).await
    }

    pub(super) async fn as_secretary(&self) -> Session {
        self.app.sign_in_as(&self.secretary()).await
    }
}

#[tokio::test]
async fn a_pairing_counts_while_it_stands_and_ends_once() {
    in_visited_world(async |world| {
        let secretary = world.secretary();
        let new = world.household(1);
        assert!(world.pair(&secretary, &new).await.unwrap().is_new());
        assert!(!world.pair(&secretary, &new).await.unwrap().is_new());
        assert_eq!(world.figure("pairings", ROOT).await, Some(1));
        world.contact(2, "2021-03-01").await.unwrap();
        assert!(world.end(3, "2021-03-10").await.unwrap().is_new());
        assert!(!world.end(3, "2021-03-10").await.unwrap().is_new());
        assert!(matches!(
            world.end(4, "2021-03-11").await,
            Err(PairError::NoSuchPairing)
        ));
        assert!(matches!(
            world.contact(5, "2021-03-12").await,
            Err(PairError::NoSuchPairing)
        ));
        assert_eq!(world.figure("pairings", ROOT).await, Some(0));
        assert_eq!(world.figure("pairing-contacts", ROOT).await, Some(1));
    })
    .await;
}

#[tokio::test]
async fn what_is_known_of_a_household_is_sealed_and_in_no_entry() {
    in_visited_world(async |world| {
        world
            .pair(&world.secretary(), &world.household(1))
            .await
            .unwrap();
        let reader = world.book().db().reader();
        let kept = store::Entity::find_by_id(pairing(1)).one(reader).await;
        let kept = format!("{:?}", kept.unwrap().unwrap());
        let entries = ledger::entry::history(reader, super::making::SUBJECT, ENTRY).await;
        let entries = format!("{:?}", entries.unwrap());
        for secret in ["何秀兰", "13800001234", "独居"] {
            assert!(!kept.contains(secret) && !entries.contains(secret));
        }
    })
    .await;
}

#[tokio::test]
async fn a_visit_of_the_one_to_the_other_is_a_contact() {
    in_visited_world(async |world| {
        let new = world.enterprise(1);
        world.pair(&world.water, &new).await.unwrap();
        world.record(&world.visit(2)).await.unwrap();
        let reader = world.book().db().reader();
        let all = store::Entity::find().all(reader).await.unwrap();
        let last = last_contacts(reader, &all).await.unwrap();
        assert_eq!(last.get(&pairing(1)), Some(&day("2021-03-12")));
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_is_refused() {
    in_visited_world(async |world| {
        let wrong = async |change: &dyn Fn(&mut Making)| {
            let mut new = world.enterprise(1);
            change(&mut new);
            world.pair(&world.water, &new).await.unwrap_err()
        };
        assert!(matches!(
            wrong(&|new| new.helped = HAITANG).await,
            PairError::Helped
        ));
        assert!(matches!(
            wrong(&|new| {
                new.helped = CLOSED_FIRM;
                new.from_day = day("2021-03-12");
            })
            .await,
            PairError::UnitNotThen
        ));
        assert!(matches!(
            wrong(&|new| new.sort = Sort::Household).await,
            PairError::Helper
        ));
        assert!(matches!(
            wrong(&|new| new.helper = BRANCH).await,
            PairError::NotYours
        ));
        assert!(matches!(
            wrong(&|new| new.contact_phone = "没有".into()).await,
            PairError::Phone("contact_phone")
        ));
        assert!(matches!(
            wrong(&|new| new.from_day = day("2021-03-16")).await,
            PairError::DayToCome
        ));
        let nameless = Making {
            household: " ".into(),
            ..world.household(1)
        };
        assert!(matches!(
            world.pair(&world.secretary(), &nameless).await,
            Err(PairError::Household)
        ));
    })
    .await;
}

#[tokio::test]
async fn hardship_is_opened_by_the_pair_and_the_office_only_and_each_look_is_an_entry() {
    in_visited_world(async |world| {
        world
            .pair(&world.secretary(), &world.household(1))
            .await
            .unwrap();
        let url = format!("/pairings/{ENTRY}");
        let looks = format!("{url}/looks");
        let entry = |number: u128| id(number).to_string();
        let pair = world.as_secretary().await;
        let page = pair.get(&url).await;
        assert!(page.text("main").contains("138****1234"));
        assert!(!page.html().contains("独居") && !page.html().contains("何秀兰"));
        let opened = pair.post(&looks, &[("entry", &entry(2))]).await;
        assert!(opened.text("main").contains("独居，行动不便。"));
        assert!(opened.text("main").contains("13800001234"));
        assert!(
            pair.get(&url)
                .await
                .text(".timeline")
                .contains("查看困难情况")
        );

        let clerk = world.app.sign_in_as(&world.clerk).await;
        let opened = clerk.post(&looks, &[("entry", &entry(3))]).await;
        assert!(opened.text("main").contains("独居"));

        let leader = world.app.people.leader("江映川", ROOT);
        let leader = world.app.sign_in_as(&leader).await;
        assert!(leader.get(&url).await.text("main").contains("已加密"));
        assert_eq!(
            leader.post(&looks, &[("entry", &entry(4))]).await.status(),
            404
        );

        let stranger = world.app.sign_in_as(&world.officer).await;
        assert_eq!(stranger.get(&url).await.status(), 404);
        assert_eq!(
            stranger
                .post(&looks, &[("entry", &entry(5))])
                .await
                .status(),
            404
        );
        assert_eq!(stranger.get("/pairings").await.table().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn two_are_paired_and_kept_in_contact_by_the_pages() {
    in_visited_world(async |world| {
        let browser = world.as_secretary().await;
        let typed = |helped: &'static str| {
            [
                ("entry", ENTRY),
                ("sort", "household"),
                ("helper", "22"),
                ("contact", "陈露"),
                ("helped", helped),
                ("household", "何秀兰"),
                ("hardship", "独居。"),
                ("from_day", "2021-03-01"),
            ]
        };
        let again = browser.post("/pairings", &typed("没有的社区")).await;
        assert_eq!(again.status(), 422);
        assert_eq!(again.value("hardship").unwrap(), "独居。");
        assert_eq!(again.attribute("form.form", "data-draft"), None);
        let url = format!("/pairings/{ENTRY}");
        let made = browser.post("/pairings", &typed("海棠苑社区")).await;
        made.assert_redirect(&url);
        let silent = browser.get("/pairings?silent_since=2021-03-15").await;
        assert!(
            silent.table()[0][0].contains("何**"),
            "{:?}",
            silent.table()
        );
        let contact = [
            ("entry", "018f0000-0000-7000-8000-000000000002"),
            ("day", "2021-03-15"),
            ("note", "上门看望。"),
        ];
        let noted = browser.post(format!("{url}/contacts"), &contact).await;
        noted.assert_redirect(&url);
        let silent = browser.get("/pairings?silent_since=2021-03-15").await;
        assert_eq!(silent.table().len(), 0);
        let ending = [
            ("entry", "018f0000-0000-7000-8000-000000000003"),
            ("day", "2021-03-15"),
            ("reason", ""),
        ];
        let refused = browser.post(format!("{url}/end"), &ending).await;
        assert_eq!(refused.status(), 422);
        let ending = [ending[0], ending[1], ("reason", "已搬走")];
        let ended = browser.post(format!("{url}/end"), &ending).await;
        ended.assert_redirect(&url);
        assert_eq!(browser.get("/pairings").await.table().len(), 0);
        assert_eq!(browser.get("/pairings?ended=also").await.table().len(), 1);
        assert!(
            browser
                .get("/pairings.xlsx?")
                .await
                .bytes
                .starts_with(b"PK")
        );
    })
    .await;
}

#[tokio::test]
async fn a_household_sees_what_is_kept_of_it_and_is_forgotten_a_year_after_the_end() {
    in_visited_world(async |world| {
        let secretary = world.secretary();
        world.pair(&secretary, &world.household(1)).await.unwrap();
        world.contact(2, "2021-03-01").await.unwrap();
        // The household has raised a case by the same telephone: that is its code.
        world.raise(&world.told(50)).await.unwrap();
        let code = crate::cases::store::CODE.made(&world.app.app.keys, id(50));
        let asked = [("phone", "138 0000 1234"), ("code", code.as_str())];
        let stranger = world.app.stranger();
        let own = stranger.post("/own_data", &asked).await;
        for kept in ["何秀兰", "独居，行动不便。", "送去生活用品。"] {
            assert!(own.html().contains(kept), "{kept}: {}", own.html());
        }
        let guessed = [("phone", "138 0000 1234"), ("code", "AAAAAAAAAA")];
        assert_eq!(stranger.post("/own_data", &guessed).await.status(), 422);

        world.end(3, "2021-03-10").await.unwrap();
        let night = async |day: &str| {
            world.app.set_day(day);
            web::enqueue_daily(&world.app.app).await.unwrap();
            world.app.run_jobs().await;
            let found = store::Entity::find_by_id(pairing(1));
            found
                .one(world.book().db().reader())
                .await
                .unwrap()
                .unwrap()
        };
        assert!(
            night("2022-03-10").await.hardship.is_some(),
            "a day too early"
        );
        let cleared = night("2022-03-11").await;
        assert_eq!(
            (cleared.household, cleared.household_phone, cleared.hardship),
            (None, None, None)
        );
        let page = world
            .as_secretary()
            .await
            .get(format!("/pairings/{ENTRY}"))
            .await;
        assert_eq!(page.status(), 200);
        assert!(!page.html().contains("何"), "{}", page.html());
    })
    .await;
}

#[tokio::test]
async fn the_contact_card_is_a_look_and_what_was_typed_stays_when_an_end_is_refused() {
    in_visited_world(async |world| {
        let secretary = world.secretary();
        world.pair(&secretary, &world.household(1)).await.unwrap();
        let session = world.as_secretary().await;
        let url = format!("/pairings/{ENTRY}");
        let entry = id(70).to_string();
        let card = session
            .post(format!("{url}/card"), &[("entry", &entry)])
            .await;
        assert!(
            card.html().contains("13900001111") && card.has("svg.qr"),
            "{}",
            card.html()
        );
        assert!(!card.html().contains("独居"), "{}", card.html());
        assert!(session.get(&url).await.html().contains("查看困难情况"));
        let officer = world.app.sign_in_as(&world.water).await;
        let other = officer
            .post(format!("{url}/card"), &[("entry", &entry)])
            .await;
        assert_eq!(other.status(), 404);
        let form = [
            ("entry", entry.as_str()),
            ("day", "2021-03-09"),
            ("reason", " "),
        ];
        let again = session.post(format!("{url}/end"), &form).await;
        assert_eq!(again.status(), 422);
        assert!(
            again.has("details[open] #end-day[value='2021-03-09']"),
            "{}",
            again.html()
        );
    })
    .await;
}
