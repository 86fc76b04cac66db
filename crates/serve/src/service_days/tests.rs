use super::{
    came::{Came, CameError, Ticked, note_came},
    cancelling::{CancelError, cancel},
    day::of_month,
    deciding::{DecideError, Deciding, RuleChange, RuleError, change_rule, decide},
    declaring::{DeclareError, Declaring, Said, change, declare},
    project::{self, Project, ProjectId},
    rule::{Month, OnRest},
    sign_up::{self, CODE, SignUpId},
    signing_up::{SignUpError, SigningUp, WithdrawError, sign_up, withdraw},
};
use crate::world::{HAITANG, ROOT, WATER, World, day, id, in_world_on};
use futures::future::join_all;
use kernel::Actor;

/// A Wednesday; the 28th of this month is a Sunday.
const TODAY: &str = "2021-02-10";
const PROJECT: u128 = 1;

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn said(wanted: i64) -> Said {
    Said {
        title: "清理楼道堆物".into(),
        about: String::new(),
        place: "海棠苑 3 号楼".into(),
        starts: 9 * 60,
        ends: 11 * 60,
        wanted,
        bring: "手套".into(),
    }
}

fn declaring(entry: u128, of: &str, wanted: i64) -> Declaring {
    Declaring {
        entry: id(entry),
        unit: HAITANG,
        month: month(of),
        said: said(wanted),
    }
}

fn signing_up(entry: u128, phone: u64, people: usize) -> SigningUp {
    SigningUp {
        entry: id(entry),
        project: ProjectId(id(PROJECT).0),
        phone: format!("13{phone:09}"),
        names: (0..people).map(|at| format!("邻居{phone}{at}")).collect(),
        tells: false,
    }
}

fn deciding(entry: u128, of: &str, on: &str) -> Deciding {
    Deciding {
        entry: id(entry),
        month: month(of),
        day: day(on),
        reason: "28 日是周日，提前到周五".into(),
    }
}

fn came(entry: u128, hours: i64) -> Came {
    Came {
        entry: id(entry),
        project: ProjectId(id(PROJECT).0),
        ticked: Vec::new(),
        names: Vec::new(),
        head_count: 0,
        hours,
        seen: None,
        reason: String::new(),
    }
}

impl World<'_> {
    pub(super) async fn project_entered(&self, of: &str, wanted: i64) {
        declare(self.book(), &self.clerk, &declaring(PROJECT, of, wanted))
            .await
            .unwrap();
    }

    async fn sign_up(&self, new: &SigningUp) -> Result<String, SignUpError> {
        sign_up(self.book(), &self.app.app.keys, new).await
    }

    async fn note(&self, new: &Came) -> Result<i64, CameError> {
        note_came(self.book(), &self.app.app.keys, &self.clerk, new).await
    }

    async fn project(&self) -> Project {
        let found = project::find(self.book().db().reader(), ProjectId(id(PROJECT).0));
        found.await.unwrap().unwrap()
    }

    async fn day_of(&self, of: &str) -> String {
        let found = of_month(self.book().db().reader(), month(of)).await;
        found.unwrap().day.to_string()
    }
}

#[tokio::test]
async fn the_office_moves_a_day_off_a_rest_day_or_leaves_it() {
    in_world_on(TODAY, async |world| {
        assert_eq!(world.day_of("2021-02").await, "2021-02-28");
        world.project_entered("2021-02", 10).await;
        let new = deciding(10, "2021-02", "2021-02-26");
        for _ in 0..2 {
            decide(world.book(), &world.clerk, &new).await.unwrap();
        }
        assert_eq!(world.day_of("2021-02").await, "2021-02-26");
        // It stays, and that is a decision too.
        let stays = deciding(11, "2021-03", "2021-03-28");
        decide(world.book(), &world.clerk, &stays).await.unwrap();
        assert_eq!(world.day_of("2021-03").await, "2021-03-28");
        let far = decide(
            world.book(),
            &world.clerk,
            &deciding(12, "2021-03", "2021-04-28"),
        )
        .await;
        assert!(matches!(far, Err(DecideError::TooFar(_))), "{far:?}");
        let past = decide(
            world.book(),
            &world.clerk,
            &deciding(13, "2021-01", "2021-01-28"),
        )
        .await;
        assert!(matches!(past, Err(DecideError::Past)), "{past:?}");
        let mut silent = deciding(14, "2021-02", "2021-02-27");
        silent.reason = " ".into();
        let silent = decide(world.book(), &world.clerk, &silent).await;
        assert!(matches!(silent, Err(DecideError::Reason)), "{silent:?}");
        let other = decide(
            world.book(),
            &world.water,
            &deciding(15, "2021-02", "2021-02-27"),
        )
        .await;
        assert!(matches!(other, Err(DecideError::NotYours)), "{other:?}");
        world.app.set_day("2021-02-27");
        let over = decide(
            world.book(),
            &world.clerk,
            &deciding(16, "2021-02", "2021-02-28"),
        )
        .await;
        assert!(matches!(over, Err(DecideError::Over(_))), "{over:?}");
    })
    .await;
}

#[tokio::test]
async fn a_new_rule_holds_from_its_month_and_fixed_months_keep_their_day() {
    in_world_on(TODAY, async |world| {
        world.project_entered("2021-03", 10).await;
        let rule = |entry, from: &str, month_day| RuleChange {
            entry: id(entry),
            from: month(from),
            month_day,
            on_rest: OnRest::Before,
        };
        for _ in 0..2 {
            let changed = change_rule(world.book(), &world.clerk, &rule(20, "2021-03", 28)).await;
            changed.unwrap();
        }
        assert_eq!(world.day_of("2021-02").await, "2021-02-28");
        assert_eq!(world.day_of("2021-03").await, "2021-03-28", "it was fixed");
        // 28 August is a Saturday.
        assert_eq!(world.day_of("2021-08").await, "2021-08-27");
        let begun = change_rule(world.book(), &world.clerk, &rule(21, "2021-02", 28)).await;
        assert!(matches!(begun, Err(RuleError::Past)), "{begun:?}");
        let never = change_rule(world.book(), &world.clerk, &rule(22, "2021-04", 31)).await;
        assert!(matches!(never, Err(RuleError::MonthDay)), "{never:?}");
        let other = change_rule(world.book(), &world.water, &rule(23, "2021-04", 15)).await;
        assert!(matches!(other, Err(RuleError::NotYours)), "{other:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn however_many_press_at_once_there_are_never_more_than_are_wanted() {
    const PRESS: u64 = 120;
    const WANTED: i64 = 30;
    in_world_on(TODAY, async |world| {
        world.project_entered("2021-02", WANTED).await;
        let all: Vec<SigningUp> = (0..PRESS)
            .map(|at| signing_up(1_000 + u128::from(at), at, 1))
            .collect();
        let answers = join_all(all.iter().map(|new| world.sign_up(new))).await;
        let taken = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(taken as i64, WANTED);
        let told = answers
            .iter()
            .filter(|answer| matches!(answer, Err(SignUpError::NotEnough(0))));
        assert_eq!(told.count() as u64, PRESS - WANTED as u64);
        let held = sign_up::of_project(world.book().db().reader(), ProjectId(id(PROJECT).0));
        assert_eq!(held.await.unwrap().len() as i64, WANTED);
        assert_eq!(world.project().await.signed, WANTED);
    })
    .await;
}

#[tokio::test]
async fn sent_twice_is_one_sign_up_and_a_place_given_back_is_free_again() {
    in_world_on(TODAY, async |world| {
        world.project_entered("2021-02", 5).await;
        let new = signing_up(10, 1, 3);
        let code = world.sign_up(&new).await.unwrap();
        assert_eq!(world.sign_up(&new).await.unwrap(), code);
        assert_eq!(world.project().await.signed, 3);
        let mut other = signing_up(11, 1, 1);
        other.phone = "＋８６ １３０ ００００ ０００１".into();
        let refused = world.sign_up(&other).await;
        assert!(
            matches!(refused, Err(SignUpError::PhoneHasOne)),
            "{refused:?}"
        );
        let refused = world.sign_up(&signing_up(12, 2, 3)).await;
        assert!(
            matches!(refused, Err(SignUpError::NotEnough(2))),
            "{refused:?}"
        );
        assert_eq!(world.project().await.signed, 3, "nothing was taken");
        let actor = Actor::public(HAITANG);
        for entry in [20, 21] {
            let given = withdraw(world.book(), &actor, id(entry), SignUpId(id(10).0)).await;
            given.unwrap();
        }
        assert_eq!(world.project().await.signed, 0);
        world.sign_up(&signing_up(13, 1, 5)).await.unwrap();
        world.app.set_day("2021-02-28");
        let late = world.sign_up(&signing_up(14, 3, 1)).await;
        assert!(matches!(late, Err(SignUpError::Begun)), "{late:?}");
        let late = withdraw(world.book(), &actor, id(22), SignUpId(id(13).0)).await;
        assert!(matches!(late, Err(WithdrawError::Begun)), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn who_came_counts_once_and_hours_are_one_total_that_can_be_corrected() {
    in_world_on(TODAY, async |world| {
        world.project_entered("2021-02", 10).await;
        world.sign_up(&signing_up(10, 1, 2)).await.unwrap();
        let early = world.note(&came(30, 4)).await;
        assert!(matches!(early, Err(CameError::DayToCome(_))), "{early:?}");
        world.app.set_day("2021-03-01");
        let mut new = came(31, 12);
        new.ticked = vec![Ticked {
            sign_up: SignUpId(id(10).0),
            at: 0,
        }];
        new.names = vec!["邻居11".into(), "路过的人".into(), "路过的人".into()];
        new.head_count = 3;
        // Two ticked (one by the pasted name), one other, three heads.
        for _ in 0..2 {
            assert_eq!(world.note(&new).await.unwrap(), 6);
        }
        assert_eq!(world.figure("service-day-people", ROOT).await, Some(6));
        assert_eq!(world.figure("service-day-hours", HAITANG).await, Some(12));
        assert_eq!(world.figure("service-day-projects", HAITANG).await, Some(1));
        assert_eq!(world.figure("service-days-held", ROOT).await, Some(1));
        // Somebody else, who did not see that.
        let blind = world.note(&came(32, 0)).await;
        assert!(matches!(blind, Err(CameError::Meanwhile)), "{blind:?}");
        let mut corrected = came(33, 0);
        corrected.seen = Some(id(31));
        let silent = world.note(&corrected).await;
        assert!(
            matches!(silent, Err(CameError::ReasonMissing)),
            "{silent:?}"
        );
        corrected.reason = "下雨取消，登记错了项目".into();
        corrected.hours = 4;
        let nobody = world.note(&corrected).await;
        assert!(matches!(nobody, Err(CameError::Hours(0))), "{nobody:?}");
        corrected.hours = 0;
        assert_eq!(world.note(&corrected).await.unwrap(), 0);
        assert_eq!(world.figure("service-day-people", ROOT).await, Some(0));
        assert_eq!(world.figure("service-days-held", ROOT).await, Some(0));
        let other = note_came(world.book(), &world.app.app.keys, &world.water, &corrected).await;
        assert!(matches!(other, Err(CameError::NotYours)), "{other:?}");
        let held = cancel(
            world.book(),
            &world.clerk,
            id(40),
            ProjectId(id(PROJECT).0),
            "雨",
        )
        .await;
        assert!(matches!(held, Err(CancelError::Held)), "{held:?}");
    })
    .await;
}

#[tokio::test]
async fn two_projects_of_a_day_are_one_day_held() {
    in_world_on("2021-03-01", async |world| {
        // Entered afterwards, of a day that is past.
        world.project_entered("2021-01", 4).await;
        let mut second = declaring(2, "2021-01", 4);
        second.unit = WATER;
        declare(world.book(), &world.water, &second).await.unwrap();
        let mut first = came(30, 6);
        first.head_count = 3;
        let mut other = Came {
            project: ProjectId(id(2).0),
            ..came(31, 9)
        };
        other.head_count = 4;
        let (a, b) = tokio::join!(world.note(&first), world.note(&other));
        assert_eq!((a.unwrap(), b.unwrap()), (3, 4));
        assert_eq!(world.figure("service-days-held", ROOT).await, Some(1));
        assert_eq!(world.figure("service-day-projects", ROOT).await, Some(2));
        assert_eq!(world.figure("service-day-hours", ROOT).await, Some(15));
        assert_eq!(world.figure("service-day-hours", WATER).await, Some(9));
    })
    .await;
}

#[tokio::test]
async fn what_was_entered_is_checked_changed_and_cancelled() {
    in_world_on(TODAY, async |world| {
        world.project_entered("2021-02", 10).await;
        world.project_entered("2021-02", 10).await;
        let refuse = async |spoil: fn(&mut Declaring)| {
            let mut new = declaring(9, "2021-02", 10);
            spoil(&mut new);
            declare(world.book(), &world.clerk, &new).await.unwrap_err()
        };
        assert!(matches!(
            refuse(|new| new.said.title.clear()).await,
            DeclareError::Title
        ));
        assert!(matches!(
            refuse(|new| new.said.place.clear()).await,
            DeclareError::Place
        ));
        assert!(matches!(
            refuse(|new| new.said.ends = 8 * 60).await,
            DeclareError::Times
        ));
        assert!(matches!(
            refuse(|new| new.said.wanted = 0).await,
            DeclareError::Wanted
        ));
        assert!(matches!(
            refuse(|new| new.month = month("2023-01")).await,
            DeclareError::Month
        ));
        let other = declare(world.book(), &world.water, &declaring(9, "2021-02", 1)).await;
        assert!(matches!(other, Err(DeclareError::NotYours)), "{other:?}");
        world.sign_up(&signing_up(10, 1, 4)).await.unwrap();
        let project = ProjectId(id(PROJECT).0);
        let fewer = change(world.book(), &world.clerk, id(20), project, &said(3)).await;
        assert!(
            matches!(fewer, Err(DeclareError::FewerThanSigned(4))),
            "{fewer:?}"
        );
        for _ in 0..2 {
            change(world.book(), &world.clerk, id(21), project, &said(4))
                .await
                .unwrap();
        }
        let refused = world.sign_up(&signing_up(11, 2, 1)).await;
        assert!(
            matches!(refused, Err(SignUpError::NotEnough(0))),
            "{refused:?}"
        );
        let silent = cancel(world.book(), &world.clerk, id(30), project, " ").await;
        assert!(matches!(silent, Err(CancelError::Reason)), "{silent:?}");
        for entry in [31, 32] {
            cancel(world.book(), &world.clerk, id(entry), project, "暴雨")
                .await
                .unwrap();
        }
        let refused = world.sign_up(&signing_up(12, 3, 1)).await;
        assert!(
            matches!(refused, Err(SignUpError::Cancelled)),
            "{refused:?}"
        );
        let over = change(world.book(), &world.clerk, id(33), project, &said(9)).await;
        assert!(matches!(over, Err(DeclareError::Over)), "{over:?}");
        let code = CODE.made(&world.app.app.keys, id(10));
        let own = world
            .app
            .stranger()
            .get(format!("/service_sign_ups/{code}"))
            .await;
        assert!(own.html().contains("暴雨"), "{}", own.html());
    })
    .await;
}
