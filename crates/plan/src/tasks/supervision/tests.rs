//! From handing a task out to signing it off, and the ways back.
use crate::{
    schedule::{Outlook, State},
    tasks::{
        acknowledging::{AcknowledgeError, acknowledge},
        reporting::{Outcome, Reporting, report},
        sending_back::{SendingBack, send_back},
        sign_off::{SignOffError, SigningOff, sign_off},
    },
    world::{BUREAU, COMMITTEE, Sees, World, day, id, in_world},
};
use kernel::Actor;

const LIST: &str = "\
序号,专题,重点举措,具体任务,牵头单位,责任单位,完成时限,工期,目标
1,甲,乙,制定方案,组织人事局,党政办公室,4月15日,5,
2,甲,乙,动员支部,组织人事局,,4月15日前,10,动员党支部数 达到 2
";

impl World<'_> {
    async fn officer_with_tasks(&self) -> Actor {
        self.import(&self.importing(10, LIST)).await.unwrap();
        self.app.people.officer("林晓", BUREAU)
    }

    async fn reports_done(&self, actor: &Actor, entry: u128) {
        let new = Reporting {
            entry: id(entry),
            task: self.task("1").await,
            result: Outcome {
                unit: BUREAU,
                day: day("2021-03-16"),
                achieved: "方案已印发".into(),
                evidence: String::new(),
                completes: true,
            },
            files: Vec::new(),
        };
        report(self.book(), actor, &new).await.unwrap();
    }

    async fn sending_back(&self, entry: u128, reason: &str) -> SendingBack {
        SendingBack {
            entry: id(entry),
            task: self.task("1").await,
            day: day("2021-03-17"),
            reason: reason.into(),
        }
    }

    async fn state_of_first(&self) -> State {
        let reader = self.book().db().reader();
        let campaign = crate::campaigns::store::find(reader, "study")
            .await
            .unwrap();
        let today = self.book().clock().today();
        let outlook = Outlook::load(self.book(), campaign.unwrap(), &self.days, today)
            .await
            .unwrap();
        let standing = outlook.standing(self.task("1").await).unwrap();
        standing.progress.state
    }
}

#[tokio::test]
async fn the_lead_unit_takes_a_task_over_once() {
    in_world(async |world| {
        let officer = world.officer_with_tasks().await;
        let task = world.task("1").await;
        let browser = world.app.sign_in_as(&officer).await;
        browser.get("/mine").await.assert_see("待签收");
        browser
            .get(&format!("/tasks/{task}"))
            .await
            .assert_see("尚未签收");

        assert!(
            acknowledge(world.book(), &officer, id(20), task)
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !acknowledge(world.book(), &officer, id(20), task)
                .await
                .unwrap()
                .is_new()
        );
        let twice = acknowledge(world.book(), &officer, id(21), task).await;
        assert!(matches!(twice, Err(AcknowledgeError::Already)), "{twice:?}");
        browser
            .get(&format!("/tasks/{task}"))
            .await
            .assert_see("2021-03-20 已签收");

        let stranger = world.app.people.secretary("陶景", COMMITTEE);
        let refused = acknowledge(world.book(), &stranger, id(22), task).await;
        assert!(
            matches!(refused, Err(AcknowledgeError::NotYours)),
            "{refused:?}"
        );

        // Another lead has to take it over as well.
        let handed_over = LIST.replace("制定方案,组织人事局", "制定方案,党政办公室");
        world
            .import(&world.importing(11, &handed_over))
            .await
            .unwrap();
        let clerk = world.app.sign_in_as(&world.clerk).await;
        clerk
            .get(&format!("/tasks/{task}"))
            .await
            .assert_see("尚未签收");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_done_is_sent_back_with_a_reason_and_reported_again() {
    in_world(async |world| {
        let officer = world.officer_with_tasks().await;
        let nothing = send_back(
            world.book(),
            &world.clerk,
            &world.sending_back(19, "缺附件").await,
        )
        .await;
        assert!(matches!(nothing, Err(SignOffError::NotDone)), "{nothing:?}");
        world.reports_done(&officer, 20).await;
        assert_eq!(world.state_of_first().await, State::ToVerify);

        let silent = send_back(
            world.book(),
            &world.clerk,
            &world.sending_back(21, " ").await,
        )
        .await;
        assert!(
            matches!(silent, Err(SignOffError::ReasonMissing)),
            "{silent:?}"
        );
        let back = world.sending_back(22, "缺少附件二").await;
        assert!(
            send_back(world.book(), &world.clerk, &back)
                .await
                .unwrap()
                .is_new()
        );
        assert!(
            !send_back(world.book(), &world.clerk, &back)
                .await
                .unwrap()
                .is_new()
        );
        assert_eq!(world.state_of_first().await, State::UnderWay);

        let task = world.task("1").await;
        let browser = world.app.sign_in_as(&officer).await;
        let page = browser.get(&format!("/tasks/{task}")).await;
        page.assert_see("2021-03-17 核查退回");
        page.assert_see("缺少附件二");
        browser.get("/mine").await.assert_see("被退回");
        let new = SigningOff {
            entry: id(23),
            task,
            day: day("2021-03-18"),
            note: String::new(),
        };
        let unfinished = sign_off(world.book(), &world.clerk, &new).await;
        assert!(
            matches!(unfinished, Err(SignOffError::NotDone)),
            "{unfinished:?}"
        );

        world.reports_done(&officer, 24).await;
        browser
            .get(&format!("/tasks/{task}"))
            .await
            .assert_not_see("请补充后重新反馈");
        let new = SigningOff {
            entry: id(25),
            ..new
        };
        sign_off(world.book(), &world.clerk, &new).await.unwrap();
        assert_eq!(world.state_of_first().await, State::SignedOff);
    })
    .await;
}

#[tokio::test]
async fn the_forms_that_take_over_and_send_back_work_without_script() {
    in_world(async |world| {
        let officer = world.officer_with_tasks().await;
        let task = world.task("1").await;
        let url = format!("/tasks/{task}");
        let browser = world.app.sign_in_as(&officer).await;
        let entry = [("entry", "018f0000-0000-7000-8000-0000000000c1")];
        browser
            .post(&format!("{url}/acknowledgement"), &entry)
            .await
            .assert_redirect(&url);
        world.reports_done(&officer, 20).await;
        let clerk = world.app.sign_in_as(&world.clerk).await;
        clerk.get(&url).await.assert_see("退回");
        let form = format!("{url}/sending_back");
        clerk.get(&form).await.assert_see("方案已印发");
        let silent = [
            ("entry", "018f0000-0000-7000-8000-0000000000c2"),
            ("day", "2021-03-17"),
        ];
        clerk.post(&form, &silent).await.assert_status(422);
        let said = [silent[0], silent[1], ("note", "缺少附件二")];
        clerk.post(&form, &said).await.assert_redirect(&url);
    })
    .await;
}
