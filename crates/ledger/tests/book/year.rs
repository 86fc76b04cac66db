//! A year of invented history in random order, against a model that knows neither balances nor tables: late entries,
//! corrections of corrections, units founded, moved, merged and closed, also for days gone by, periods closed and reopened.
mod model;

use crate::world::*;
use chrono::{Days, NaiveDate};
use kernel::{EntryId, UnitId};
use ledger::{
    AppendError, CorrectError, NewEntry, NewPosting, Subject,
    figure::{NoData, Value},
    set_closed_through,
    tree::{By, Edge, Heir, Place, TreeError, change_with_heirs},
};
use model::{Chance, Model, Posted, Record};
use std::collections::BTreeMap;

const ACCOUNTS: [&str; 4] = ["test.done", "test.members", "test.audience", "test.reached"];
/// Those of the small zone, and three that are founded on the way.
const UNITS: [UnitId; 9] = [
    ROOT,
    LEFT,
    RIGHT,
    BRANCHES[0],
    BRANCHES[1],
    BRANCHES[2],
    UnitId(7),
    UnitId(8),
    UnitId(9),
];
const NOW: (u32, u32) = (12, 31);

fn some_postings(chance: &mut Chance, unit: UnitId, on: NaiveDate) -> Vec<Posted> {
    let mut postings: Vec<Posted> = Vec::new();
    for account in ACCOUNTS {
        if chance.below(2) == 0 {
            continue;
        }
        let (quantity, key) = match account {
            "test.reached" => (1, Some(format!("p{}", chance.below(6)))),
            _ => (1 + chance.below(40) as i64, None),
        };
        postings.push((account, unit, on, quantity, key));
    }
    postings
}

fn entry(id: EntryId, unit: UnitId, on: NaiveDate, postings: &[Posted]) -> NewEntry {
    let subject = Subject::new("test.thing", id);
    let mut entry = NewEntry::new(id, "test.done", subject, unit, on);
    entry.postings = postings
        .iter()
        .map(|(account, unit, day, quantity, once_key)| NewPosting {
            account: (*account).to_owned(),
            unit: *unit,
            day: *day,
            quantity: *quantity,
            once_key: once_key.clone(),
        })
        .collect();
    entry
}

/// Days on which a correction changes something.
fn changed_days(before: &[Posted], after: &[Posted]) -> Vec<NaiveDate> {
    let mut spots: BTreeMap<_, i64> = BTreeMap::new();
    for (sign, postings) in [(-1, before), (1, after)] {
        for (account, unit, on, quantity, key) in postings {
            *spots.entry((account, unit, on, key)).or_default() += sign * quantity;
        }
    }
    let changed = spots.into_iter().filter(|(_, quantity)| *quantity != 0);
    changed.map(|((_, _, on, _), _)| *on).collect()
}

struct Year<'a> {
    world: &'a World,
    chance: Chance,
    model: Model,
    number: u128,
    done: BTreeMap<&'static str, u32>,
}

impl Year<'_> {
    fn id(&mut self) -> EntryId {
        self.number += 1;
        id(self.number)
    }

    async fn step(&mut self) {
        match self.chance.below(20) {
            0..=8 => self.record().await,
            9..=13 => self.correct().await,
            14..=17 => self.change_tree().await,
            _ => self.close_or_reopen().await,
        }
    }

    fn count(&mut self, what: &'static str, is_done: bool) {
        *self
            .done
            .entry(if is_done { what } else { "refused" })
            .or_default() += 1;
    }

    async fn record(&mut self) {
        let (id, unit, on) = (self.id(), self.chance.of(&UNITS), self.chance.day());
        let postings = some_postings(&mut self.chance, unit, on);
        let result = self.world.append(&entry(id, unit, on, &postings)).await;
        let exists = self.model.edge(unit, on).is_some();
        match &result {
            Ok(_) => assert!(postings.is_empty() || exists && !self.model.is_closed(on)),
            Err(AppendError::UnknownUnit(_)) => assert!(!exists),
            Err(AppendError::PeriodClosed(_)) => assert!(self.model.is_closed(on)),
            Err(other) => panic!("{other:?}"),
        }
        self.count("recorded", result.is_ok());
        if result.is_ok() {
            self.model.records.push(Record {
                newest: id,
                postings,
            });
        }
    }

    /// Also a correction that was corrected, and one that is taken back altogether.
    async fn correct(&mut self) {
        if self.model.records.is_empty() {
            return;
        }
        let id = self.id();
        let which = self.chance.below(self.model.records.len() as u64) as usize;
        let (unit, on) = (self.chance.of(&UNITS), self.chance.day());
        let postings = match self.chance.below(3) {
            0 => Vec::new(),
            _ => some_postings(&mut self.chance, unit, on),
        };
        let newest = self.model.records[which].newest;
        let correction = entry(id, unit, on, &postings).because("wrong");
        let result = self.world.correct(newest, &correction).await;
        let changed = changed_days(&self.model.records[which].postings, &postings);
        let exists = postings.is_empty() || self.model.edge(unit, on).is_some();
        let is_open = !changed.iter().any(|on| self.model.is_closed(*on));
        match &result {
            Ok(_) => assert!(exists && is_open, "{changed:?}"),
            Err(CorrectError::Append(AppendError::UnknownUnit(_))) => assert!(!exists),
            Err(CorrectError::Append(AppendError::PeriodClosed(_))) => assert!(!is_open),
            Err(other) => panic!("{other:?}"),
        }
        self.count("corrected", result.is_ok());
        if result.is_ok() {
            self.model.records[which] = Record {
                newest: id,
                postings,
            };
            // Whoever saw the same fault comes too late.
            let again = NewEntry {
                id: self.id(),
                ..correction
            };
            let again = self.world.correct(newest, &again).await;
            assert!(
                matches!(again, Err(CorrectError::AlreadyCorrected { .. })),
                "{again:?}"
            );
        }
    }

    async fn change_tree(&mut self) {
        let (unit, from) = (self.chance.of(&UNITS[1..]), self.chance.day());
        let other = self.chance.of(&UNITS);
        let (place, heir) = match self.chance.below(6) {
            0 => (Place::Closed, None),
            1 => (Place::Closed, Some(other)),
            _ => (Place::Below(other), None),
        };
        let edge = Edge { unit, from, place };
        let heirs: Vec<Heir> = heir.map(|into| Heir { unit, into }).into_iter().collect();
        let tx = self.world.db.begin().await.unwrap();
        let result = change_with_heirs(&tx, &self.world.book, &[edge], &heirs).await;
        match &result {
            Ok(()) => tx.commit().await.unwrap(),
            Err(_) => drop(tx),
        }
        let is_closed = self.model.is_closed(from);
        self.model.edges.push((unit, from, place, heir));
        let is_tree = self.model.is_tree(&UNITS);
        let heir_stands = heir.is_none_or(|heir| {
            heir != unit
                && matches!(
                    self.model.edge(heir, from),
                    Some((_, Place::Below(_) | Place::Root, _))
                )
        });
        match &result {
            Ok(()) => assert!(!is_closed && is_tree && heir_stands),
            Err(TreeError::PeriodClosed(_)) => assert!(is_closed),
            Err(TreeError::NoHeir { .. }) => assert!(!heir_stands),
            Err(TreeError::Ring { .. } | TreeError::MissingParent { .. }) => assert!(!is_tree),
            Err(other) => panic!("{other:?}"),
        }
        if result.is_err() {
            self.model.edges.pop();
        }
        self.count(
            if heir.is_some() { "merged" } else { "moved" },
            result.is_ok(),
        );
    }

    async fn close_or_reopen(&mut self) {
        // Mostly open, else nothing could be entered late.
        let through = match self.chance.below(3) {
            0 => Some(day(1, 1) + Days::new(self.chance.below(150))),
            _ => None,
        };
        let id = self.id();
        let act = NewEntry::new(
            id,
            "test.closed",
            Subject::new("test.period", "book"),
            ROOT,
            day(6, 1),
        );
        let tx = self.world.db.begin().await.unwrap();
        set_closed_through(&tx, &self.world.book, &actor(), &act, through)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.model.closed = through;
        self.count("closed or reopened", true);
    }

    /// Each account at each unit on a few days, as it was then and as it is now.
    async fn compare(&mut self) {
        let now = day(NOW.0, NOW.1);
        for _ in 0..3 {
            let as_of = self.chance.day();
            for account in ACCOUNTS {
                for unit in UNITS {
                    let then = counted(self.world.value(account, unit, as_of).await);
                    let expected = self.model.value(account, unit, as_of, None);
                    assert_eq!(then, expected, "{account} at {unit} as of {as_of}");
                    let is_now = counted(self.world.by(account, unit, as_of, By::Now(now)).await);
                    let expected = self.model.value(account, unit, as_of, Some(now));
                    assert_eq!(
                        is_now, expected,
                        "{account} at {unit} as of {as_of}, by the tree of now"
                    );
                    self.world.as_now(account, unit, as_of).await;
                    let records = self.world.records(account, unit, as_of, None).await;
                    assert!(account == "test.audience" || records.total == then);
                }
            }
        }
        self.world.assert_recount().await;
    }

    /// By an earlier version of the tree, and the book as it stood, a number stays what it was.
    async fn freeze(&mut self) -> Vec<(&'static str, UnitId, NaiveDate, i64, i64, i64)> {
        let tree = self.world.book.tree(self.world.db.reader()).await.unwrap();
        let newest = ledger::entry::latest(self.world.db.reader(), 1)
            .await
            .unwrap();
        let mut frozen = Vec::new();
        for account in ACCOUNTS {
            let (unit, as_of) = (self.chance.of(&UNITS), self.chance.day());
            let value = counted(self.world.value(account, unit, as_of).await);
            frozen.push((account, unit, as_of, value, tree.version(), newest[0].seq));
        }
        frozen
    }
}

/// What the model counts: it says nought where nothing was recorded of a highest value.
fn counted(value: Value) -> i64 {
    match value {
        Value::NoData(NoData::NothingRecorded) => 0,
        value => value.quantity().unwrap(),
    }
}

#[tokio::test]
async fn a_year_in_random_order_counts_what_the_model_counts() {
    for seed in 0..2 {
        in_world(async |world| {
            let founded = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
            let mut model = Model::default();
            model.edges.push((ROOT, founded, Place::Root, None));
            for (unit, parent) in [
                (LEFT, ROOT),
                (RIGHT, ROOT),
                (BRANCHES[0], LEFT),
                (BRANCHES[1], LEFT),
                (BRANCHES[2], RIGHT),
            ] {
                model
                    .edges
                    .push((unit, founded, Place::Below(parent), None));
            }
            let (chance, done) = (Chance(seed), BTreeMap::new());
            let mut year = Year {
                world,
                chance,
                model,
                number: 0,
                done,
            };
            let mut frozen = Vec::new();
            for _ in 0..5 {
                for _ in 0..50 {
                    year.step().await;
                }
                year.compare().await;
                frozen.extend(year.freeze().await);
            }
            for (account, unit, as_of, was, version, mark) in frozen {
                let (definition, scope) = (definition(account), scope(unit, as_of));
                let then = ledger::figure::value_by(
                    world.db.reader(),
                    &world.book,
                    &definition,
                    &scope,
                    Some(mark),
                    By::Version(version),
                );
                assert_eq!(
                    counted(then.await.unwrap().unwrap()),
                    was,
                    "{account} at {unit}, frozen"
                );
            }
            let kinds = [
                "recorded",
                "corrected",
                "moved",
                "merged",
                "closed or reopened",
                "refused",
            ];
            assert!(
                kinds.iter().all(|kind| year.done.contains_key(kind)),
                "{:?}",
                year.done
            );
        })
        .await;
    }
}
