//! Random histories, entered in random order, against a model that knows nothing of balances.
use crate::world::*;
use ledger::tree::{Edge, Place};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
enum Step {
    Done {
        unit: usize,
        day: u32,
        quantity: i64,
    },
    Reached {
        unit: usize,
        day: u32,
        person: u8,
    },
    TakenBack {
        which: usize,
    },
    Moved {
        unit: usize,
        right: bool,
        month: u32,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (0..3_usize, 1..28_u32, -9..99_i64).prop_map(|(unit, day, quantity)| Step::Done { unit, day, quantity }),
        6 => (0..3_usize, 1..28_u32, 0..4_u8).prop_map(|(unit, day, person)| Step::Reached { unit, day, person }),
        3 => (0..40_usize).prop_map(|which| Step::TakenBack { which }),
        1 => (0..3_usize, any::<bool>(), 2..5_u32).prop_map(|(unit, right, month)| Step::Moved { unit, right, month }),
    ];
    prop::collection::vec(step, 1..40)
}

#[tokio::test]
async fn any_history_in_any_order_counts_what_the_model_counts() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..6 {
        let steps = steps().new_tree(&mut runner).unwrap().current();
        in_world(async |world| {
            let mut standing: BTreeMap<u128, Step> = BTreeMap::new();
            let mut latest: BTreeMap<usize, u32> = BTreeMap::new();
            for (number, step) in steps.iter().enumerate() {
                let number = number as u128 + 1;
                match step {
                    Step::Done {
                        unit,
                        day: on,
                        quantity,
                    } => {
                        let act =
                            act(number, BRANCHES[*unit], day(3, *on)).post("test.done", *quantity);
                        world.append(&act).await.unwrap();
                        standing.insert(number, step.clone());
                    }
                    Step::Reached {
                        unit,
                        day: on,
                        person,
                    } => {
                        let act = act(number, BRANCHES[*unit], day(3, *on)).post_once(
                            "test.reached",
                            BRANCHES[*unit],
                            person,
                        );
                        world.append(&act).await.unwrap();
                        standing.insert(number, step.clone());
                    }
                    Step::TakenBack { which } => {
                        let Some(number_of) = standing.keys().nth(*which).copied() else {
                            continue;
                        };
                        world
                            .correct(
                                id(number_of),
                                &act(number, ROOT, day(6, 1)).because("wrong"),
                            )
                            .await
                            .unwrap();
                        standing.remove(&number_of);
                    }
                    Step::Moved { unit, right, month } => {
                        let month = (*month).max(latest.get(unit).copied().unwrap_or(0));
                        latest.insert(*unit, month);
                        let place = Place::Below(if *right { RIGHT } else { LEFT });
                        world
                            .change(&[Edge {
                                unit: BRANCHES[*unit],
                                from: day(month, 1),
                                place,
                            }])
                            .await
                            .unwrap();
                    }
                }
            }
            for on in [5, 14, 31] {
                let (mut done, mut reached) = (0, BTreeMap::new());
                for step in standing.values() {
                    match step {
                        Step::Done { day, quantity, .. } if *day <= on => done += quantity,
                        Step::Reached { day, person, .. } if *day <= on => {
                            reached.insert(*person, ());
                        }
                        _ => {}
                    }
                }
                assert_eq!(
                    world.number("test.done", ROOT, day(3, on)).await,
                    done,
                    "{steps:?}"
                );
                assert_eq!(
                    world.number("test.reached", ROOT, day(3, on)).await,
                    reached.len() as i64,
                    "{steps:?}"
                );
                let sides = world.number("test.done", LEFT, day(3, on)).await
                    + world.number("test.done", RIGHT, day(3, on)).await;
                assert_eq!(sides, done, "{steps:?}");
            }
        })
        .await;
    }
}
