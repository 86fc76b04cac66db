use super::{
    correcting::{CorrectVisitError, Correcting, correct},
    recording::{RecordError, Recording, problem_id},
    store,
    world::{CLOSED_FIRM, FIRM, HAITANG, ROADS, ROOT, World, day, id, in_visited_world, visit},
};
use crate::cases::{
    acting::{Acting, act},
    case::Step,
    limit::Limit,
    store::CaseId,
};
use calendar::WorkingDays;
use kernel::Actor;
use ledger::Appended;
use sea_orm::EntityTrait;

impl World<'_> {
    /// Takes the case of problem `at` of a visit one step further.
    async fn step(&self, actor: &Actor, entry: u128, of: u128, at: usize, step: Step) {
        let new = Acting {
            entry: id(entry),
            case: CaseId(problem_id(id(of), at)),
            step,
            said: "已处理。".into(),
            noted: "有记录".into(),
            public_title: String::new(),
            files: Vec::new(),
        };
        act(self.book(), &WorkingDays::china(), actor, &new)
            .await
            .unwrap();
    }

    /// The case of the first problem of visit 1 is handled by the road centre and closed; entries 10 to 14.
    async fn case_is_closed(&self) {
        let (lead, helpers) = (ROADS, Vec::new());
        let limit = Limit::Ordinary;
        for (entry, actor, step) in [
            (10, &self.clerk, Step::Accept { limit }),
            (11, &self.clerk, Step::Dispatch { lead, helpers }),
            (12, &self.roads, Step::Acknowledge(ROADS)),
            (13, &self.roads, Step::Answer(ROADS)),
            (14, &self.clerk, Step::Close),
        ] {
            self.step(actor, entry, 1, 0, step).await;
        }
    }

    async fn correct(
        &self,
        entry: u128,
        corrects: u128,
        change: impl FnOnce(&mut Recording),
    ) -> Result<Appended, CorrectVisitError> {
        let mut right = self.visit(1);
        change(&mut right);
        self.correct_to(entry, corrects, Some(right)).await
    }

    async fn correct_to(
        &self,
        entry: u128,
        corrects: u128,
        right: Option<Recording>,
    ) -> Result<Appended, CorrectVisitError> {
        let new = Correcting {
            entry: id(entry),
            visit: visit(1),
            corrects: id(corrects),
            reason: "登记有误".into(),
            visited: right.map(|right| right.visit),
        };
        correct(self.book(), &self.app.app.keys, &self.water, &new).await
    }
}

#[tokio::test]
async fn a_visit_by_three_people_is_one_visit_and_three_person_times() {
    in_visited_world(async |world| {
        assert!(world.record(&world.visit(1)).await.unwrap().is_new());
        assert_eq!(
            world.at_enterprises().await,
            [Some(1), Some(3), Some(2), Some(1)]
        );
    })
    .await;
}

#[tokio::test]
async fn a_visit_sent_twice_is_one_visit_also_when_the_firm_was_closed_in_between() {
    in_visited_world(async |world| {
        world.record(&world.visit(1)).await.unwrap();
        let tx = world.book().db().begin().await.unwrap();
        let closed = ledger::tree::Edge {
            unit: FIRM,
            from: day("2021-03-01"),
            place: ledger::tree::Place::Closed,
        };
        ledger::tree::change(&tx, world.book(), &[closed])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert!(!world.record(&world.visit(1)).await.unwrap().is_new());
        assert_eq!(world.at_enterprises().await[0], Some(1));
    })
    .await;
}

#[tokio::test]
async fn a_problem_is_solved_when_its_case_is_closed_and_open_again_when_it_is_reopened() {
    in_visited_world(async |world| {
        world.record(&world.visit(1)).await.unwrap();
        world.case_is_closed().await;
        assert_eq!(world.at_enterprises().await[3], Some(2));
        assert_eq!(
            world.figure("enterprise-problems-solved", ROADS).await,
            Some(0),
            "it counts for the unit that heard it"
        );
        world.step(&world.clerk, 15, 1, 0, Step::Reopen).await;
        assert_eq!(world.at_enterprises().await[3], Some(1));
    })
    .await;
}

#[tokio::test]
async fn communities_and_households_are_counted_apart_and_a_household_is_sealed() {
    in_visited_world(async |world| {
        let mut community = world.visit(1);
        community.visit.visited = HAITANG;
        world.record(&community).await.unwrap();
        let mut household = world.visit(2);
        household.visit.visited = HAITANG;
        household.visit.household = "3号楼201室".into();
        world.record(&household).await.unwrap();
        assert_eq!(world.figure("community-visits", ROOT).await, Some(3));
        assert_eq!(world.figure("household-visits", ROOT).await, Some(3));
        assert_eq!(
            world.figure("community-problems-raised", ROOT).await,
            Some(2)
        );
        let kept = store::Entity::find_by_id(visit(2));
        let kept = kept.one(world.book().db().reader()).await.unwrap().unwrap();
        let sealed = kept.household.unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains("201"));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_have_been_is_refused_and_nothing_is_written() {
    in_visited_world(async |world| {
        let wrong = async |change: &dyn Fn(&mut Recording)| {
            let mut new = world.visit(1);
            change(&mut new);
            world.record(&new).await.unwrap_err()
        };
        assert!(matches!(
            wrong(&|new| new.visit.day = day("2021-03-16")).await,
            RecordError::DayToCome
        ));
        assert!(matches!(
            wrong(&|new| new.visit.visited = CLOSED_FIRM).await,
            RecordError::VisitedNotThen
        ));
        assert!(matches!(
            wrong(&|new| new.visit.visited = kernel::UnitId(999)).await,
            RecordError::NoSuchUnit
        ));
        assert!(matches!(
            wrong(&|new| new.visit.people.clear()).await,
            RecordError::Nobody
        ));
        assert!(matches!(
            wrong(&|new| new.visit.household = "201室".into()).await,
            RecordError::NoHouseholds
        ));
        assert!(matches!(
            wrong(&|new| new.visit.unit = ROADS).await,
            RecordError::NotYours
        ));
        assert!(matches!(
            wrong(&|new| new.problems[0].body = "水".repeat(2_001)).await,
            RecordError::Problem(1, _)
        ));
        assert_eq!(world.at_enterprises().await[0], Some(0));

        let mut before = world.visit(1);
        before.visit.visited = CLOSED_FIRM;
        before.visit.day = day("2021-03-09");
        world.record(&before).await.unwrap();
        assert_eq!(world.at_enterprises().await[0], Some(1), "it was open then");
    })
    .await;
}

#[tokio::test]
async fn a_correction_moves_the_numbers_and_keeps_what_was_heard() {
    in_visited_world(async |world| {
        world.record(&world.visit(1)).await.unwrap();
        let changed = |new: &mut Recording| drop(new.visit.people.pop());
        assert!(world.correct(2, 1, changed).await.unwrap().is_new());
        assert!(!world.correct(2, 1, changed).await.unwrap().is_new());
        assert_eq!(
            world.at_enterprises().await,
            [Some(1), Some(2), Some(2), Some(1)]
        );
        assert!(matches!(
            world.correct(3, 1, changed).await,
            Err(CorrectVisitError::AlreadyCorrected)
        ));
        assert!(matches!(
            world.correct(3, 2, |new| new.visit.visited = HAITANG).await,
            Err(CorrectVisitError::HasCases)
        ));
        assert!(matches!(
            world.correct_to(3, 2, None).await,
            Err(CorrectVisitError::HasCases)
        ));
    })
    .await;
}

#[tokio::test]
async fn a_visit_on_which_nothing_was_left_open_can_be_taken_back() {
    in_visited_world(async |world| {
        let mut new = world.visit(1);
        new.problems.remove(0);
        world.record(&new).await.unwrap();
        world.correct_to(2, 1, None).await.unwrap();
        assert_eq!(
            world.at_enterprises().await,
            [Some(0), Some(0), Some(0), Some(0)]
        );
    })
    .await;
}

#[tokio::test]
async fn a_visit_to_a_household_is_forgotten_after_a_year_and_stays_counted() {
    in_visited_world(async |world| {
        let mut new = world.visit(1);
        new.visit.visited = HAITANG;
        new.visit.household = "3 号楼何秀兰".into();
        world.record(&new).await.unwrap();
        world.record(&world.visit(2)).await.unwrap();
        let night = async |day: &str| {
            world.app.set_day(day);
            web::enqueue_daily(&world.app.app).await.unwrap();
            world.app.run_jobs().await;
            let reader = world.book().db().reader();
            let all = store::Entity::find().all(reader).await.unwrap();
            let of = |entry| all.iter().find(|visit| visit.id.0 == id(entry).0).cloned();
            (of(1).unwrap(), of(2).unwrap())
        };
        let (household, _) = night("2022-03-12").await;
        assert!(!household.heard.is_empty(), "a day too early");
        let (household, firm) = night("2022-03-13").await;
        assert_eq!(household.heard, "");
        assert!(!firm.heard.is_empty(), "a firm is no household");
        assert_eq!(household.audience(), crate::visits::Audience::Household);
        let clerk = world.app.sign_in_as(&world.clerk).await;
        let page = clerk.get(format!("/visits/{}", household.id)).await;
        assert_eq!(page.status(), 200);
        assert!(!page.html().contains("何秀兰"), "{}", page.html());
        let clear = "household-visits";
        world.app.set_day("2021-12-31");
        assert_eq!(world.figure(clear, ROOT).await, Some(3));
    })
    .await;
}

#[tokio::test]
async fn what_was_heard_at_a_household_is_not_kept_once_it_was_none() {
    in_visited_world(async |world| {
        let mut heard = world.visit(1);
        heard.visit.visited = HAITANG;
        heard.visit.household = "3号楼201室".into();
        heard.visit.heard = "老人独居。".into();
        heard.problems.clear();
        world.record(&heard).await.unwrap();
        let still = |right: &mut Recording| {
            right.visit.visited = HAITANG;
            right.visit.household = "3号楼202室".into();
            right.visit.heard = "老人独居，腿脚不便。".into();
        };
        world.correct(20, 1, still).await.unwrap();
        let browser = world.app.sign_in_as(&world.water).await;
        let page = format!("/visits/{}", visit(1));
        assert!(browser.get(&page).await.html().contains("独居"));
        let firm = |right: &mut Recording| right.visit.heard = "订单充足。".into();
        world.correct(21, 20, firm).await.unwrap();
        let page = browser.get(&page).await.html();
        assert!(
            page.contains("订单充足") && !page.contains("独居"),
            "{page}"
        );
        let kept = store::Entity::find_by_id(visit(1));
        let kept = kept.one(world.book().db().reader()).await.unwrap().unwrap();
        assert_eq!(kept.household, None);
    })
    .await;
}
