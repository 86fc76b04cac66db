//! The model: what was entered, and the slow way to count it.
use crate::world::day;
use chrono::{Days, NaiveDate};
use kernel::{EntryId, UnitId};
use ledger::tree::Place;
use std::collections::{BTreeMap, BTreeSet};

/// Chance that is the same on every run (SplitMix64).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }

    pub fn of<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len() as u64) as usize]
    }

    pub fn day(&mut self) -> NaiveDate {
        day(1, 1) + Days::new(self.below(365))
    }
}

pub type Posted = (&'static str, UnitId, NaiveDate, i64, Option<String>);

/// One record: what it counts now, and the entry to correct.
pub struct Record {
    pub newest: EntryId,
    pub postings: Vec<Posted>,
}

#[derive(Default)]
pub struct Model {
    /// In the order of entering; of two for one day the later holds.
    pub edges: Vec<(UnitId, NaiveDate, Place, Option<UnitId>)>,
    /// In the order in which they were first entered.
    pub records: Vec<Record>,
    pub closed: Option<NaiveDate>,
}

impl Model {
    pub fn edge(&self, unit: UnitId, on: NaiveDate) -> Option<(NaiveDate, Place, Option<UnitId>)> {
        let mut found: Option<(NaiveDate, Place, Option<UnitId>)> = None;
        for (of, from, place, heir) in &self.edges {
            let is_newer = found.is_none_or(|(before, ..)| before <= *from);
            if *of == unit && *from <= on && is_newer {
                found = Some((*from, *place, *heir));
            }
        }
        found
    }

    pub fn chain(&self, unit: UnitId, on: NaiveDate) -> Vec<UnitId> {
        let mut chain = vec![unit];
        while let Some((_, Place::Below(parent), _)) = self.edge(chain[chain.len() - 1], on) {
            if chain.contains(&parent) {
                break;
            }
            chain.push(parent);
        }
        chain
    }

    pub fn home(&self, unit: UnitId, now: NaiveDate) -> Vec<UnitId> {
        let mut chain = vec![unit];
        loop {
            let unit = chain[chain.len() - 1];
            let first = self
                .edges
                .iter()
                .filter(|edge| edge.0 == unit)
                .map(|edge| edge.1)
                .min();
            let Some(first) = first else { break };
            let mut on = now.max(first);
            let mut next = None;
            // Back in time, until it stood somewhere.
            while let Some((from, place, heir)) = self.edge(unit, on) {
                match (place, heir) {
                    (Place::Below(parent), _) => next = Some(parent),
                    (Place::Closed, Some(heir)) if on == now.max(first) => next = Some(heir),
                    (Place::Closed, _) => {
                        on = from.pred_opt().unwrap();
                        continue;
                    }
                    (Place::Root, _) => {}
                }
                break;
            }
            match next {
                Some(next) if !chain.contains(&next) => chain.push(next),
                _ => break,
            }
        }
        chain
    }

    pub fn is_tree(&self, units: &[UnitId]) -> bool {
        let turns: BTreeSet<NaiveDate> = self.edges.iter().map(|edge| edge.1).collect();
        turns.into_iter().all(|on| {
            units.iter().all(|unit| {
                let mut seen = vec![*unit];
                while let Some((_, Place::Below(parent), _)) = self.edge(seen[seen.len() - 1], on) {
                    if seen.contains(&parent) || self.edge(parent, on).is_none() {
                        return false;
                    }
                    seen.push(parent);
                }
                true
            })
        })
    }

    pub fn is_closed(&self, on: NaiveDate) -> bool {
        self.closed.is_some_and(|through| on <= through)
    }

    /// All quantities that count, once keys settled: record, unit, day, quantity.
    pub fn counted(&self, account: &str) -> Vec<(usize, UnitId, NaiveDate, i64)> {
        let mut all = Vec::new();
        let mut keys: BTreeMap<&str, (NaiveDate, usize, UnitId)> = BTreeMap::new();
        for (number, record) in self.records.iter().enumerate() {
            for (_, unit, on, quantity, key) in
                record.postings.iter().filter(|posted| posted.0 == account)
            {
                match key {
                    None => all.push((number, *unit, *on, *quantity)),
                    Some(key) => {
                        let claim = (*on, number, *unit);
                        let first = keys.entry(key).or_insert(claim);
                        *first = claim.min(*first);
                    }
                }
            }
        }
        all.extend(
            keys.into_values()
                .map(|(on, number, unit)| (number, unit, on, 1)),
        );
        all
    }

    pub fn value(
        &self,
        account: &str,
        at: UnitId,
        as_of: NaiveDate,
        now: Option<NaiveDate>,
    ) -> i64 {
        let counts = |unit: UnitId, on: NaiveDate| match now {
            Some(now) => self.home(unit, now).contains(&at),
            None => self.chain(unit, on).contains(&at),
        };
        let on_its_day = |on: NaiveDate| if account == "test.members" { as_of } else { on };
        let mut records: BTreeMap<(usize, UnitId, NaiveDate), i64> = BTreeMap::new();
        for (number, unit, on, quantity) in self.counted(account) {
            if on <= as_of && counts(unit, on_its_day(on)) {
                *records.entry((number, unit, on)).or_default() += quantity;
            }
        }
        match account {
            "test.audience" => records.into_values().max().unwrap_or(0).max(0),
            _ => records.into_values().sum(),
        }
    }
}
