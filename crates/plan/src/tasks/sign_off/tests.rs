use super::*;
use crate::{
    schedule::{Outlook, State},
    tasks::{
        report::ReportId,
        report_correction::{self, CorrectReportError, Correcting},
        reporting::{Outcome, ReportError, Reporting, report},
    },
    world::{BUREAU, COMMITTEE, OFFICE, SECOND, World, day, id, in_world},
};
use calendar::light::Color;
use kernel::UnitId;

const LIST: &str = "\
序号,专题,重点举措,具体任务,牵头单位,责任单位,配合单位,完成时限,前置任务,工期,目标
1,甲,乙,制定方案,组织人事局,党政办公室,区直机关党委,3月12日,,5,
2,甲,乙,动员支部,党政办公室,,,4月15日前,1,10,动员党支部数 达到 2
";

impl World<'_> {
    async fn reporting(&self, entry: u128, unit: UnitId, completes: bool) -> Reporting {
        Reporting {
            entry: id(entry),
            task: self.task("1").await,
            result: Outcome {
                unit,
                day: day("2021-03-11"),
                achieved: "方案已印发".into(),
                evidence: "云组发〔2021〕3号".into(),
                completes,
            },
            files: Vec::new(),
        }
    }

    async fn signing_off(&self, entry: u128) -> SigningOff {
        SigningOff {
            entry: id(entry),
            task: self.task("1").await,
            day: day("2021-03-15"),
            note: "已核对文件".into(),
        }
    }

    /// The plan is in; somebody of the lead unit may report.
    async fn with_plan_and_officer(&self) -> Actor {
        self.import(&self.importing(10, LIST)).await.unwrap();
        self.app.people.officer("林晓", BUREAU)
    }

    async fn reported(&self, actor: &Actor, new: &Reporting) -> Result<Appended, ReportError> {
        report(self.book(), actor, new).await
    }

    /// The clerk signs task 1 off.
    async fn signed_off(&self, entry: u128) -> Result<Appended, SignOffError> {
        let new = self.signing_off(entry).await;
        sign_off(self.book(), &self.clerk, &new).await
    }

    async fn state(&self, number: &str) -> (State, Color) {
        let campaign = crate::campaigns::store::find(self.book().db().reader(), "study")
            .await
            .unwrap()
            .unwrap();
        let today = self.book().clock().today();
        let outlook = Outlook::load(self.book(), campaign, &self.days, today)
            .await
            .unwrap();
        let standing = outlook.standing(self.task(number).await).unwrap();
        (standing.progress.state, standing.light.color)
    }
}

#[tokio::test]
async fn a_task_is_reported_then_signed_off_by_somebody_else() {
    in_world(async |world| {
        let officer = world.with_plan_and_officer().await;
        assert_eq!(world.state("1").await, (State::NotStarted, Color::Red));

        let new = world.reporting(20, BUREAU, true).await;
        world.reported(&officer, &new).await.unwrap();
        assert_eq!(world.state("1").await, (State::ToVerify, Color::Green));
        assert_eq!(world.count("task-reports").await, 1);

        assert!(world.signed_off(21).await.unwrap().is_new());
        assert!(
            !world.signed_off(21).await.unwrap().is_new(),
            "twice is once"
        );
        assert_eq!(world.state("1").await, (State::SignedOff, Color::Green));
        assert_eq!(world.count("tasks-done").await, 1);
        assert_eq!(
            world.figure("tasks-done-share").await.quantity(),
            Some(5_000)
        );

        let twice = world.signed_off(22).await;
        assert!(
            matches!(twice, Err(SignOffError::AlreadySignedOff)),
            "{twice:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_did_the_work_never_signs_it_off() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let new = world.reporting(20, OFFICE, true).await;
        world.reported(&world.clerk, &new).await.unwrap();
        let refused = world.signed_off(21).await;
        assert!(
            matches!(refused, Err(SignOffError::YourOwnWork)),
            "{refused:?}"
        );
        assert_eq!(world.count("tasks-done").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_task_of_which_nothing_is_known_cannot_be_signed_off() {
    in_world(async |world| {
        let officer = world.with_plan_and_officer().await;
        let new = world.reporting(20, BUREAU, false).await;
        world.reported(&officer, &new).await.unwrap();
        assert_eq!(world.state("1").await.0, State::UnderWay);
        let refused = world.signed_off(21).await;
        assert!(matches!(refused, Err(SignOffError::NotDone)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_reopened_task_needs_a_new_report() {
    in_world(async |world| {
        let officer = world.with_plan_and_officer().await;
        let new = world.reporting(20, BUREAU, true).await;
        world.reported(&officer, &new).await.unwrap();
        world.signed_off(21).await.unwrap();
        let mut reopening = Reopening {
            entry: id(22),
            task: world.task("1").await,
            day: day("2021-03-18"),
            reason: String::new(),
        };
        let refused = reopen(world.book(), &world.clerk, &reopening).await;
        assert!(matches!(refused, Err(SignOffError::ReasonMissing)));
        reopening.reason = "附件缺页".into();
        let again = async || reopen(world.book(), &world.clerk, &reopening).await;
        assert!(again().await.unwrap().is_new());
        assert!(!again().await.unwrap().is_new(), "twice is once");
        assert_eq!(world.count("tasks-done").await, 0);
        assert_eq!(world.state("1").await.0, State::UnderWay);
        let early = world.signed_off(23).await;
        assert!(matches!(early, Err(SignOffError::NotDone)), "{early:?}");
    })
    .await;
}

#[tokio::test]
async fn only_units_of_the_task_report_and_only_for_themselves() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let new = world.reporting(20, SECOND, true).await;
        let stranger = world.reported(&world.clerk, &new).await;
        assert!(
            matches!(stranger, Err(ReportError::NotItsUnit)),
            "{stranger:?}"
        );
        let officer = world.app.people.officer("林晓", BUREAU);
        let new = world.reporting(20, COMMITTEE, true).await;
        let other = world.reported(&officer, &new).await;
        assert!(matches!(other, Err(ReportError::NotYours)), "{other:?}");
        let mut early = world.reporting(20, BUREAU, true).await;
        early.result.day = day("2021-04-01");
        let early = world.reported(&officer, &early).await;
        assert!(matches!(early, Err(ReportError::DayToCome)), "{early:?}");
        let mut empty = world.reporting(20, BUREAU, true).await;
        empty.result.achieved = " ".into();
        let empty = world.reported(&officer, &empty).await;
        assert!(
            matches!(empty, Err(ReportError::AchievedMissing)),
            "{empty:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_report_taken_back_completes_nothing() {
    in_world(async |world| {
        let officer = world.with_plan_and_officer().await;
        let new = world.reporting(20, BUREAU, true).await;
        world.reported(&officer, &new).await.unwrap();
        let mut correcting = Correcting {
            entry: id(30),
            report: ReportId(id(20).0),
            corrects: id(20),
            reason: "报错了任务".into(),
            result: None,
            files: Vec::new(),
        };
        report_correction::correct(world.book(), &officer, &correcting)
            .await
            .unwrap();
        assert_eq!(world.state("1").await.0, State::NotStarted);
        assert_eq!(world.count("task-reports").await, 0);
        correcting.entry = id(31);
        let again = report_correction::correct(world.book(), &officer, &correcting).await;
        assert!(
            matches!(again, Err(CorrectReportError::AlreadyCorrected)),
            "{again:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn progress_towards_a_target_is_read_from_the_book() {
    in_world(async |world| {
        use crate::briefings::{
            audience::Audience,
            recording::{self, Held, Recording},
        };
        world.import(&world.importing(10, LIST)).await.unwrap();
        let brief = async |entry: u128, units: Vec<UnitId>| {
            let held = Held {
                title: "动员会".into(),
                place: String::new(),
                day: day("2021-03-16"),
                organiser: OFFICE,
                audience: Audience {
                    units,
                    ..Audience::default()
                },
            };
            let new = Recording {
                entry: id(entry),
                campaign: "study".into(),
                held,
            };
            recording::record(world.book(), &world.clerk, &new)
                .await
                .unwrap();
        };
        brief(40, vec![SECOND]).await;
        assert_eq!(world.state("2").await.0, State::UnderWay);
        brief(41, vec![crate::world::FIRST]).await;
        assert_eq!(world.state("2").await, (State::ToVerify, Color::Green));
        let new = SigningOff {
            entry: id(42),
            task: world.task("2").await,
            day: day("2021-03-18"),
            note: String::new(),
        };
        sign_off(world.book(), &world.clerk, &new).await.unwrap();
        assert_eq!(world.count("tasks-done").await, 1);
    })
    .await;
}
