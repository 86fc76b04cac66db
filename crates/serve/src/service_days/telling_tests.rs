//! Messages about service days, to a gateway that the test plays.
use super::{
    cancelling::cancel,
    deciding::{Deciding, decide},
    declaring::{Declaring, Said, declare},
    project::ProjectId,
    sign_up::{CODE, SignUpId},
    signing_up::{SigningUp, sign_up, withdraw},
};
use crate::{
    sessions::offering::instant,
    world::{HAITANG, day, id, in_world_set_up},
};
use kernel::Actor;
use testkit::TestGateway;

/// At noon of 15 March; 28 March is a Sunday.
#[tokio::test]
async fn who_signs_up_is_told_the_code_another_day_a_reminder_and_that_it_is_cancelled() {
    let gateway = TestGateway::open().await;
    let setting = gateway.setting();
    in_world_set_up(
        |settings| settings.sms = setting,
        async |world| {
            let (book, keys) = (world.book(), &world.app.app.keys);
            let new = Declaring {
                entry: id(1),
                unit: HAITANG,
                month: "2021-03".parse().unwrap(),
                said: Said {
                    title: "沿河捡垃圾".into(),
                    about: String::new(),
                    place: "河边".into(),
                    starts: 9 * 60,
                    ends: 11 * 60,
                    wanted: 9,
                    bring: String::new(),
                },
            };
            declare(book, &world.clerk, &new).await.unwrap();
            let signs_up = async |entry: u128| {
                let new = SigningUp {
                    entry: id(entry),
                    project: ProjectId(id(1).0),
                    phone: format!("138{entry:08}"),
                    names: vec!["甲".into()],
                    tells: true,
                };
                sign_up(book, keys, &new).await.unwrap()
            };
            let told = async || {
                world.app.run_jobs().await;
                gateway.texts()
            };
            let moves_to = |on: &str, time: &str| {
                let to = instant(day(on), time.parse().unwrap());
                world.app.forward(to - book.clock().now());
            };
            signs_up(10).await;
            signs_up(11).await;
            let codes = told().await;
            let code = CODE.made(keys, id(10));
            assert!(codes.iter().any(|text| text.contains(&code)), "{codes:?}");
            let given = withdraw(book, &Actor::public(HAITANG), id(20), SignUpId(id(11).0)).await;
            given.unwrap();
            let moved = Deciding {
                entry: id(30),
                month: "2021-03".parse().unwrap(),
                day: day("2021-03-26"),
                reason: "提前到周五".into(),
            };
            decide(book, &world.clerk, &moved).await.unwrap();
            let news = told().await;
            assert_eq!(news.len(), 1, "{news:?}");
            assert!(
                news[0].contains("改期") && news[0].contains("2021-03-26"),
                "{news:?}"
            );
            assert_eq!(told().await, Vec::<String>::new(), "nobody is told twice");
            moves_to("2021-03-25", "09:00:00");
            let reminded = told().await;
            assert!(
                reminded.len() == 1 && reminded[0].contains("提醒"),
                "{reminded:?}"
            );
            let project = ProjectId(id(1).0);
            cancel(book, &world.clerk, id(40), project, "暴雨")
                .await
                .unwrap();
            let off = told().await;
            assert!(off.len() == 1 && off[0].contains("暴雨"), "{off:?}");
            // The reminder for the day that it was first.
            moves_to("2021-03-27", "09:00:00");
            assert_eq!(told().await, Vec::<String>::new());
        },
    )
    .await;
}
