use super::{
    asking::{AskError, Asking, ask},
    deciding::{DecideError, Deciding, decide},
    extension::{Decision, ExtensionId},
    withdrawing::{WithdrawError, withdraw},
};
use crate::{
    import::preview_plan,
    nodes::{edit_page, plan::Item},
    world::{BUREAU, OFFICE, Sees, World, day, id, in_world},
};
use kernel::Actor;
use ledger::Appended;

const LIST: &str = "\
序号,专题,重点举措,具体任务,牵头单位,责任单位,完成时限,工期
1,甲,乙,制定方案,组织人事局,党政办公室,4月15日,5
2,甲,乙,每月服务日,组织人事局,,每月28日,
3,甲,乙,过了时限,组织人事局,,3月12日,5
";

impl World<'_> {
    async fn officer_of_the_lead(&self) -> Actor {
        self.import(&self.importing(10, LIST)).await.unwrap();
        self.app.people.officer("林晓", BUREAU)
    }

    async fn asked(
        &self,
        actor: &Actor,
        entry: u128,
        task: &str,
        deadline: &str,
    ) -> Result<Appended, AskError> {
        let new = Asking {
            entry: id(entry),
            task: self.task(task).await,
            deadline: deadline.into(),
            reason: "场地要等到五月".into(),
        };
        ask(self.book(), actor, &self.days, &new).await
    }

    async fn decided(
        &self,
        actor: &Actor,
        entry: u128,
        request: u128,
        decision: Decision,
    ) -> Result<Appended, DecideError> {
        let new = Deciding {
            entry: id(entry),
            extension: ExtensionId(id(request).0),
            decision,
            note: "同一阶段其他任务不受影响".into(),
        };
        decide(self.book(), actor, &new).await
    }

    async fn first_task(&self) -> Item {
        let task = self.task("1").await;
        self.plan().await.item(task).unwrap().clone()
    }
}

#[tokio::test]
async fn more_time_is_asked_for_by_the_lead_and_granted_by_whoever_keeps_the_plan() {
    in_world(async |world| {
        let officer = world.officer_of_the_lead().await;
        assert!(
            world
                .asked(&officer, 20, "1", "4月底前")
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !world
                .asked(&officer, 20, "1", "4月底前")
                .await
                .unwrap()
                .is_new(),
            "twice is once"
        );
        assert_eq!(
            world.first_task().await.node.due,
            Some(day("2021-04-15")),
            "asked is not granted"
        );

        let granted = world.decided(&world.clerk, 30, 20, Decision::Granted).await;
        assert!(granted.unwrap().is_new());
        let again = world.decided(&world.clerk, 30, 20, Decision::Granted).await;
        assert!(!again.unwrap().is_new(), "twice is once");
        let node = world.first_task().await.node;
        assert_eq!(
            (node.due, node.deadline_text.as_deref()),
            (Some(day("2021-04-30")), Some("4月底前"))
        );
        let other = world.decided(&world.clerk, 31, 20, Decision::Refused).await;
        assert!(
            matches!(other, Err(DecideError::AlreadyDecided)),
            "{other:?}"
        );

        // The page says what was promised first.
        let officer = world.app.sign_in_as(&officer).await;
        let page = officer.get(&format!("/tasks/{}", node.id)).await;
        page.assert_see("最初时限 2021-04-15，已延期 1 次");
        page.assert_see("场地要等到五月");
    })
    .await;
}

#[tokio::test]
async fn whoever_asks_does_not_decide_and_a_refusal_leaves_the_deadline() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        world.asked(&world.clerk, 20, "1", "4月底前").await.unwrap();
        let own = world.decided(&world.clerk, 30, 20, Decision::Granted).await;
        assert!(matches!(own, Err(DecideError::YourOwn)), "{own:?}");

        let other = world.app.people.clerk("宋晚", OFFICE);
        let silent = Deciding {
            entry: id(31),
            extension: ExtensionId(id(20).0),
            decision: Decision::Refused,
            note: " ".into(),
        };
        let refused = decide(world.book(), &other, &silent).await;
        assert!(
            matches!(refused, Err(DecideError::ReasonMissing)),
            "{refused:?}"
        );
        world
            .decided(&other, 32, 20, Decision::Refused)
            .await
            .unwrap();
        assert_eq!(world.first_task().await.node.due, Some(day("2021-04-15")));
        // Refused is decided: it may be asked again.
        world.asked(&world.clerk, 21, "1", "4月20日").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn more_time_is_not_asked_for_after_the_limit_nor_twice_at_once_nor_for_less() {
    in_world(async |world| {
        let officer = world.officer_of_the_lead().await;
        let late = world.asked(&officer, 20, "3", "4月底前").await;
        assert!(
            matches!(late, Err(AskError::TooLate(due)) if due == day("2021-03-12")),
            "{late:?}"
        );
        let recurring = world.asked(&officer, 21, "2", "4月底前").await;
        assert!(
            matches!(recurring, Err(AskError::NoDeadline)),
            "{recurring:?}"
        );
        let earlier = world.asked(&officer, 22, "1", "4月10日").await;
        assert!(matches!(earlier, Err(AskError::NotLater(_))), "{earlier:?}");
        let vague = world.asked(&officer, 23, "1", "尽快").await;
        assert!(matches!(vague, Err(AskError::Deadline(_))), "{vague:?}");
        let never = world.asked(&officer, 24, "1", "长期坚持").await;
        assert!(matches!(never, Err(AskError::NotADay)), "{never:?}");
        let helper = world.app.people.secretary("陶景", crate::world::COMMITTEE);
        let not_the_lead = world.asked(&helper, 25, "1", "4月底前").await;
        assert!(
            matches!(not_the_lead, Err(AskError::NotYours)),
            "{not_the_lead:?}"
        );

        let (one, other) = tokio::join!(
            world.asked(&officer, 26, "1", "4月底前"),
            world.asked(&officer, 27, "1", "5月底前")
        );
        let refused = [one, other].into_iter().filter_map(Result::err);
        let refused: Vec<_> = refused.collect();
        assert!(
            matches!(refused[..], [AskError::AlreadyAsked]),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_form_that_was_open_before_does_not_put_the_old_deadline_back() {
    in_world(async |world| {
        let officer = world.officer_of_the_lead().await;
        let task = world.task("1").await;
        let browser = world.app.sign_in_as(&world.clerk).await;
        let changes = edit_page::ChangesUrl { node: task }.to_string();
        let form = browser.get(&changes).await;
        let seen = form.value("seen").unwrap();
        world.asked(&officer, 20, "1", "4月底前").await.unwrap();
        world
            .decided(&world.clerk, 30, 20, Decision::Granted)
            .await
            .unwrap();

        let body = [
            ("entry", "018f0000-0000-7000-8000-0000000000a1"),
            ("seen", &seen),
            ("title", "制定实施方案"),
            ("number", "1"),
            ("lead", "组织人事局"),
            ("responsible", "党政办公室"),
            ("deadline", "4月15日"),
            ("duration", "5"),
        ];
        let again = browser.post(&changes, &body).await;
        again.assert_status(422);
        again.assert_see("4月底前");
        assert_eq!(world.first_task().await.node.due, Some(day("2021-04-30")));
    })
    .await;
}

#[tokio::test]
async fn a_list_made_before_the_extension_does_not_take_it_away_in_silence() {
    in_world(async |world| {
        let officer = world.officer_of_the_lead().await;
        world.asked(&officer, 20, "1", "4月底前").await.unwrap();
        world
            .decided(&world.clerk, 30, 20, Decision::Granted)
            .await
            .unwrap();
        let importing = world.importing(40, LIST);
        let preview = preview_plan(world.book(), &world.days, &importing).await;
        let problems = preview.unwrap().reading.problems;
        let told: Vec<_> = problems.iter().map(|problem| &*problem.what).collect();
        assert_eq!(
            told,
            ["这项任务已同意延期到 2021-04-30，表中仍是 2021-04-15。"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_request_is_granted_as_it_was_asked_or_not_at_all() {
    in_world(async |world| {
        let officer = world.officer_of_the_lead().await;
        world.asked(&officer, 20, "1", "4月底前").await.unwrap();
        let moved = LIST.replace("4月15日", "5月15日");
        world.import(&world.importing(11, &moved)).await.unwrap();
        let granted = world.decided(&world.clerk, 30, 20, Decision::Granted).await;
        assert!(matches!(granted, Err(DecideError::Changed)), "{granted:?}");
        assert_eq!(world.first_task().await.node.due, Some(day("2021-05-14")));
        world
            .decided(&world.clerk, 31, 20, Decision::Refused)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_forms_for_more_time_work_without_script_and_say_what_is_wrong() {
    in_world(async |world| {
        let officer = world.officer_of_the_lead().await;
        let (late, task) = (world.task("3").await, world.task("1").await);
        let officer = world.app.sign_in_as(&officer).await;
        officer
            .get(&format!("/tasks/{late}/extensions"))
            .await
            .assert_see("完成时限 2021-03-12 已过，不能再申请延期");
        let url = format!("/tasks/{task}/extensions");
        let entry = "018f0000-0000-7000-8000-0000000000b1";
        let others = world.app.people.officer("顾云", crate::world::COMMITTEE);
        let others = world.app.sign_in_as(&others).await;
        others
            .post(&url, &[("entry", entry)])
            .await
            .assert_status(404);
        let empty = officer.post(&url, &[("entry", entry)]).await;
        empty.assert_status(422);
        empty.assert_see("请填写希望延到哪一天");
        empty.assert_see("请用一两句话说明理由");
        let wrong = [
            ("entry", entry),
            ("deadline", "2021年2月30日"),
            ("reason", "要等场地"),
        ];
        let again = officer.post(&url, &wrong).await;
        again.assert_status(422);
        again.assert_see("可以改写为");
        again.assert_see("要等场地");
        let right = [
            ("entry", entry),
            ("deadline", "4月底前"),
            ("reason", "要等场地"),
        ];
        officer
            .post(&url, &right)
            .await
            .assert_redirect(format!("/tasks/{task}"));

        let clerk = world.app.sign_in_as(&world.clerk).await;
        clerk.get("/mine").await.assert_see("待批延期");
        let decision = format!("/task_extensions/{entry}");
        clerk.get(&decision).await.assert_see("要等场地");
        let entry = [("entry", "018f0000-0000-7000-8000-0000000000b2")];
        clerk.post(&decision, &entry).await.assert_status(422);
        officer.get(&decision).await.assert_status(404);
        let granted = [entry[0], ("decision", "granted")];
        clerk
            .post(&decision, &granted)
            .await
            .assert_redirect(format!("/tasks/{task}"));
    })
    .await;
}

#[tokio::test]
async fn a_request_is_taken_back_by_whoever_asked_before_it_is_decided() {
    in_world(async |world| {
        let officer = world.officer_of_the_lead().await;
        let request = ExtensionId(id(20).0);
        world.asked(&officer, 20, "1", "4月底前").await.unwrap();
        let other = withdraw(world.book(), &world.clerk, id(29), request).await;
        assert!(matches!(other, Err(WithdrawError::NotYours)), "{other:?}");

        // By the button on the task's page.
        let task = format!("/tasks/{}", world.task("1").await);
        let url = format!("/task_extensions/{request}/withdrawal");
        let clerk = world.app.sign_in_as(&world.clerk).await;
        clerk.get(&task).await.assert_not_see(&url);
        let browser = world.app.sign_in_as(&officer).await;
        browser.get(&task).await.assert_see(&url);
        let entry = [("entry", "018f0000-0000-7000-8000-0000000000e1")];
        browser.post(&url, &entry).await.assert_redirect(&task);
        browser.post(&url, &entry).await.assert_redirect(&task);
        browser
            .get(&task)
            .await
            .assert_see("撤回延到“4月底前”的申请");
        clerk.get("/mine").await.assert_not_see("待批延期");

        let late = world.decided(&world.clerk, 30, 20, Decision::Granted).await;
        assert!(matches!(late, Err(DecideError::AlreadyDecided)), "{late:?}");
        assert_eq!(world.first_task().await.node.due, Some(day("2021-04-15")));
        world.asked(&officer, 21, "1", "4月20日").await.unwrap();
        world
            .decided(&world.clerk, 31, 21, Decision::Granted)
            .await
            .unwrap();
        let decided = withdraw(world.book(), &officer, id(32), ExtensionId(id(21).0)).await;
        assert!(
            matches!(decided, Err(WithdrawError::AlreadyDecided)),
            "{decided:?}"
        );
    })
    .await;
}
