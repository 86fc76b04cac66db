use super::{NudgeError, Nudging, nudge};
use crate::{
    tasks::reporting::{Outcome, Reporting, report},
    world::{BUREAU, COMMITTEE, OFFICE, Sees, World, day, id, in_world},
};
use kernel::{Actor, Role, Scope};
use ledger::{AppendError, Appended};

const LIST: &str = "\
序号,专题,重点举措,具体任务,牵头单位,责任单位,完成时限,工期
1,甲,乙,制定方案,组织人事局,党政办公室,4月15日,5
2,甲,乙,编印手册,党政办公室,,4月15日,5
";

impl World<'_> {
    async fn nudged(
        &self,
        actor: &Actor,
        entry: u128,
        task: &str,
        reason: &str,
    ) -> Result<Appended, NudgeError> {
        let new = Nudging {
            entry: id(entry),
            task: self.task(task).await,
            reason: reason.into(),
        };
        nudge(self.book(), actor, &new).await
    }

    async fn reports(&self, actor: &Actor, entry: u128, completes: bool) {
        let new = Reporting {
            entry: id(entry),
            task: self.task("1").await,
            result: Outcome {
                unit: BUREAU,
                day: day("2021-03-16"),
                achieved: "初稿已成".into(),
                evidence: String::new(),
                completes,
            },
            files: Vec::new(),
        };
        report(self.book(), actor, &new).await.unwrap();
    }
}

#[tokio::test]
async fn a_task_is_nudged_once_a_day_and_the_lead_sees_it_until_it_reports() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let officer = world.app.people.officer("林晓", BUREAU);
        let clerk = &world.clerk;
        let first = world.nudged(clerk, 20, "1", "领导小组下周听汇报").await;
        assert!(first.unwrap().is_new());
        let again = world.nudged(clerk, 20, "1", "领导小组下周听汇报").await;
        assert!(!again.unwrap().is_new(), "twice is once");
        let other = world.nudged(clerk, 20, "1", "别的话").await;
        assert!(
            matches!(other, Err(NudgeError::Book(AppendError::IdReused))),
            "{other:?}"
        );
        let same_day = world.nudged(clerk, 21, "1", "").await;
        assert!(
            matches!(same_day, Err(NudgeError::AlreadyToday)),
            "{same_day:?}"
        );
        world.app.set_day("2021-03-21");
        world.nudged(clerk, 22, "1", "").await.unwrap();

        let browser = world.app.sign_in_as(&officer).await;
        browser.get("/mine").await.assert_see("被催办");
        let task = format!("/tasks/{}", world.task("1").await);
        let page = browser.get(&task).await;
        page.assert_see("2021-03-21 催办，请尽快反馈进展");
        page.assert_see("领导小组下周听汇报");
        world.reports(&officer, 30, false).await;
        browser.get("/mine").await.assert_not_see("被催办");
        browser
            .get(&task)
            .await
            .assert_not_see("催办，请尽快反馈进展");
    })
    .await;
}

#[tokio::test]
async fn the_plans_keeper_and_leaders_above_may_nudge_but_not_the_lead_itself() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let leader = world.app.people.clerk("顾云", OFFICE);
        let leader = Actor {
            grants: Vec::new(),
            ..leader
        };
        let above = leader.clone().granted(Role::Leader, Scope::Below(BUREAU));
        world.nudged(&above, 20, "1", "").await.unwrap();
        let elsewhere = leader.granted(Role::Leader, Scope::Below(COMMITTEE));
        for (actor, task) in [
            (elsewhere, "1"),
            (world.app.people.officer("林晓", BUREAU), "1"),
            (world.clerk.clone(), "2"),
        ] {
            let refused = world.nudged(&actor, 21, task, "").await;
            assert!(matches!(refused, Err(NudgeError::NotYours)), "{refused:?}");
        }
        let officer = world.app.people.officer("林晓", BUREAU);
        world.reports(&officer, 30, true).await;
        world.app.set_day("2021-03-21");
        let done = world.nudged(&world.clerk, 22, "1", "").await;
        assert!(matches!(done, Err(NudgeError::Done)), "{done:?}");
    })
    .await;
}

#[tokio::test]
async fn the_form_that_nudges_works_without_script_and_the_list_finds_what_is_open() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let task = format!("/tasks/{}", world.task("1").await);
        let form = format!("{task}/nudges");
        let officer = world.app.people.officer("林晓", BUREAU);
        let officer = world.app.sign_in_as(&officer).await;
        officer.get(&form).await.assert_status(404);

        let clerk = world.app.sign_in_as(&world.clerk).await;
        clerk.get(&task).await.assert_see(&form);
        clerk.get(&form).await.assert_see("组织人事局");
        let entry = [("entry", "018f0000-0000-7000-8000-0000000000d1")];
        clerk.post(&form, &entry).await.assert_redirect(&task);
        let other = [("entry", "018f0000-0000-7000-8000-0000000000d2")];
        let again = clerk.post(&form, &other).await;
        again.assert_status(422);
        again.assert_see("今天已经催办过这项任务");

        for (open, is_first, is_second) in [
            ("nudged", true, false),
            ("not_taken_over", true, true),
            ("sent_back", false, false),
            ("more_time", false, false),
        ] {
            let list = clerk
                .get(&format!("/campaigns/study/tasks?supervision={open}"))
                .await;
            assert_eq!(list.html().contains("制定方案"), is_first, "{open}");
            assert_eq!(list.html().contains("编印手册"), is_second, "{open}");
        }
    })
    .await;
}
