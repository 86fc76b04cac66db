use crate::world::*;
use kernel::{Lang, Role, Scope as Over};
use ledger::figure;
use reports::figures::defining::{DefineError, NewVersion, Typed, define};

async fn typed(world: &World, change: impl Fn(&mut Typed)) -> Typed {
    let definition = figure::find(world.db.reader(), "done", None)
        .await
        .unwrap()
        .unwrap();
    let mut typed = Typed::from(&definition);
    change(&mut typed);
    typed
}

fn version(number: u128, seen_version: i32, typed: Typed) -> NewVersion {
    NewVersion {
        entry: id(number),
        code: "done".into(),
        seen_version,
        unit: ZONE,
        reason: "口径更准".into(),
        typed,
    }
}

#[tokio::test]
async fn a_definition_is_changed_by_a_further_version_and_sent_twice_it_is_one() {
    in_world(async |world| {
        let changed = typed(world, |typed| {
            typed.formula = "test.done + test.reached".into()
        })
        .await;
        let new = version(50, 1, changed);
        let first = define(&world.book, &clerk(), &new, Lang::Zh).await.unwrap();
        let again = define(&world.book, &clerk(), &new, Lang::Zh).await.unwrap();
        assert_eq!(
            (first.version, again.version, world.entries().await),
            (2, 2, 1)
        );
        let old = figure::find(world.db.reader(), "done", Some(1))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(old.formula, "test.done");
    })
    .await;
}

#[tokio::test]
async fn whoever_changes_a_definition_that_somebody_else_changed_meanwhile_is_told() {
    in_world(async |world| {
        let mine = typed(world, |typed| typed.title_zh = "甲".into()).await;
        let theirs = typed(world, |typed| typed.title_zh = "乙".into()).await;
        define(&world.book, &clerk(), &version(50, 1, mine), Lang::Zh)
            .await
            .unwrap();
        let stale = define(&world.book, &clerk(), &version(51, 1, theirs), Lang::Zh)
            .await
            .unwrap_err();
        assert!(matches!(stale, DefineError::Stale { current } if current.title_zh == "甲"));
    })
    .await;
}

#[tokio::test]
async fn a_faulty_formula_and_a_format_for_something_else_are_refused_with_their_places() {
    in_world(async |world| {
        let faulty = typed(world, |typed| {
            typed.formula = "test.done + test.dune".into();
            typed.definition_en = " ".into();
        });
        let refused = define(
            &world.book,
            &clerk(),
            &version(50, 1, faulty.await),
            Lang::Zh,
        )
        .await
        .unwrap_err();
        let DefineError::Faulty(faults) = refused else {
            panic!("{refused:?}")
        };
        let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["definition_en", "formula"]);
        assert!(
            faults[1].text.contains("13") && faults[1].text.contains("test.done"),
            "{}",
            faults[1].text
        );

        let money = typed(world, |typed| typed.format_zh = "214.6亿元".into()).await;
        let refused = define(&world.book, &clerk(), &version(51, 1, money), Lang::Zh)
            .await
            .unwrap_err();
        assert!(matches!(refused, DefineError::Faulty(faults) if faults[0].field == "format_zh"));
        assert_eq!(world.entries().await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_a_figure_means_is_changed_by_those_who_plan_for_all_and_by_nobody_else() {
    in_world(async |world| {
        for actor in [
            person(Role::Secretary, Over::All),
            person(Role::Clerk, Over::Below(LEFT)),
        ] {
            let new = version(
                50,
                1,
                typed(world, |typed| typed.title_zh = "甲".into()).await,
            );
            let refused = define(&world.book, &actor, &new, Lang::Zh)
                .await
                .unwrap_err();
            assert!(matches!(refused, DefineError::NotAllowed));
        }
    })
    .await;
}
