use super::{Conditions, NO_PLACE, OPEN, View, read};
use crate::cases::{
    case::Step,
    limit::Limit,
    store::CaseId,
    world::{ROADS, WATER, World, helps, in_world},
};
use kernel::{Actor, Scope};

impl World<'_> {
    async fn list(&self, actor: &Actor, view: View, text: &str) -> (Vec<u64>, Vec<CaseId>) {
        let asked = Conditions {
            view: view.code().to_owned(),
            ..Conditions::default()
        };
        self.asked(actor, asked, text).await
    }

    async fn asked(&self, actor: &Actor, asked: Conditions, text: &str) -> (Vec<u64>, Vec<CaseId>) {
        let text = text.to_owned();
        let conditions = Conditions { text, ..asked };
        let found = read(&self.app.app, actor, &conditions, (0, 20)).await;
        let found = found.unwrap();
        let cases = found.cases.iter().map(|case| case.id).collect();
        (found.counts, cases)
    }
}

/// Whichever statement finds them: what words find that stand in every case is what is found without words.
#[tokio::test]
async fn words_that_all_cases_have_change_neither_counts_nor_order() {
    in_world(async |world| {
        world.answered().await;
        for number in 100..106_u128 {
            let mut told = world.told(number);
            if number == 105 {
                told.body = "海棠苑下水道井盖不见了。".into();
            }
            world.raise(&told).await.unwrap();
        }
        for (entry, of, step) in [
            (
                200,
                100,
                Step::Accept {
                    limit: Limit::Ordinary,
                },
            ),
            (
                201,
                101,
                Step::Accept {
                    limit: Limit::Utility,
                },
            ),
            (
                202,
                101,
                Step::Dispatch {
                    lead: WATER,
                    helpers: vec![helps(ROADS)],
                },
            ),
        ] {
            world.act(&world.desk, entry, of, step).await.unwrap();
        }
        let operator = Actor::operator();
        let mut seen = 0;
        for actor in [&world.desk, &world.water, &world.roads, &operator] {
            for view in View::ALL {
                let plain = world.list(actor, *view, "").await;
                let worded = world.list(actor, *view, "下水道").await;
                assert_eq!(plain, worded, "{} {view:?}", actor.name);
                seen += worded.1.len();
                let at = View::ALL.iter().position(|other| other == view).unwrap();
                assert_eq!(worded.0[at], worded.1.len() as u64, "{view:?}");
                let (counts, cases) = world.list(actor, *view, "井盖 下水道").await;
                assert!(counts.iter().all(|count| *count <= 1), "{counts:?}");
                assert!(cases.len() <= 1);
            }
        }
        assert!(20 < seen, "{seen}");
        for actor in [&world.desk, &world.water, &operator] {
            let (mut some, mut none) = (0, 0);
            for asked in each_condition() {
                let plain = world.asked(actor, asked.clone(), "").await;
                let worded = world.asked(actor, asked.clone(), "下水道").await;
                assert_eq!(plain, worded, "{} {asked:?}", actor.name);
                match plain.1.is_empty() {
                    true => none += 1,
                    false => some += 1,
                }
            }
            assert!(5 < some && 2 < none, "{}: {some}, {none}", actor.name);
        }
        let (counts, cases) = world.list(&operator, View::All, "井盖").await;
        assert_eq!((counts.last(), cases.len()), (Some(&1), 1));
        let nobody = Actor {
            grants: Vec::new(),
            ..world.water.clone()
        };
        assert!(
            world
                .water
                .grants
                .iter()
                .all(|grant| grant.scope != Scope::All)
        );
        let (_, cases) = world.list(&nobody, View::All, "井盖").await;
        assert_eq!(cases, [], "words find nothing that one may not see");
    })
    .await;
}

/// One of the conditions.
type Field = fn(&mut Conditions) -> &mut String;

/// Each condition of the list alone: by what some cases meet, and by what none does.
fn each_condition() -> Vec<Conditions> {
    let water = WATER.to_string();
    let set: [(Field, &[&str]); 7] = [
        (|asked| &mut asked.kind, &["complaint", "help,inquiry"]),
        (|asked| &mut asked.state, &["raised", "refused", OPEN]),
        (|asked| &mut asked.unit, &[&water, "999"]),
        (|asked| &mut asked.holder, &[&water, "999"]),
        (|asked| &mut asked.place, &["海棠苑", NO_PLACE]),
        (|asked| &mut asked.from, &["2020-01-01", "2099-01-01"]),
        (|asked| &mut asked.to, &["2099-01-01", "2020-01-01"]),
    ];
    let mut all = Vec::new();
    for (field, values) in set {
        for value in values {
            let mut asked = Conditions {
                view: View::All.code().to_owned(),
                ..Conditions::default()
            };
            *field(&mut asked) = (*value).to_owned();
            all.push(asked);
        }
    }
    all
}
