//! Where a quantity counts: at its unit and all above, by the tree of its day, of another version, or of today.
use super::{Place, Tree};
use crate::{account::Flow, day};
use chrono::NaiveDate;
use kernel::{UnitId, limits::TREE_DEPTH_MAX};
use std::collections::BTreeSet;

/// By which tree a figure is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum By {
    /// As it was then: each quantity counts where its unit hung on its day, a stock where it hung on the last day.
    #[default]
    Then,
    /// As it was then, as far as the tree was known at this version: what an issued number was counted by.
    Version(i64),
    /// As it is on this day: the whole period counts where each unit hangs now, or the unit that it went into.
    Now(NaiveDate),
}

/// A balance's unit and day, and how often a quantity is added there (-1: taken off).
pub(crate) type Spot = (UnitId, i32, i64);

/// Days, the last excluded, on which what is posted at a unit counts.
pub(crate) type Stretch = (UnitId, i32, i32);

impl Tree {
    /// The days on which the unit changes its place, and to which one.
    pub fn turns(&self, unit: UnitId) -> Vec<(NaiveDate, Place)> {
        let places = self.places.get(&unit).into_iter().flatten();
        let turns = places.filter_map(|(from, place)| Some((day::date(*from)?, *place)));
        turns.collect()
    }

    /// The unit that a closed one went into, if it went into one.
    pub fn heir(&self, unit: UnitId, on: NaiveDate) -> Option<UnitId> {
        self.heir_on(unit, day::number(on))
    }

    fn heir_on(&self, unit: UnitId, day: i32) -> Option<UnitId> {
        let places = self.places.get(&unit)?;
        let (from, place) = places.get(
            places
                .partition_point(|(from, _)| *from <= day)
                .checked_sub(1)?,
        )?;
        (*place == Place::Closed)
            .then(|| self.heirs.get(&(unit, *from)).copied())
            .flatten()
    }

    /// The units at which a unit's work counts as the tree stands on `on`: its own chain; for a closed unit that of the unit
    /// it went into, or of the one it hung below at last; for one founded later that of its first day.
    pub fn home(&self, unit: UnitId, on: NaiveDate) -> Vec<UnitId> {
        let day = day::number(on);
        let mut chain = vec![unit];
        while let Some(next) = self.next_home(chain[chain.len() - 1], day) {
            if 2 * TREE_DEPTH_MAX < chain.len() || chain.contains(&next) {
                break;
            }
            chain.push(next);
        }
        chain
    }

    fn next_home(&self, unit: UnitId, day: i32) -> Option<UnitId> {
        let places = self.places.get(&unit)?;
        let now = places.partition_point(|(from, _)| *from <= day).max(1);
        match places.get(now - 1)?.1 {
            Place::Below(parent) => Some(parent),
            Place::Root => None,
            Place::Closed => self.heir_on(unit, day).or_else(|| {
                let before = places[..now].iter().rev().map(|(_, place)| *place);
                before.into_iter().find_map(|place| match place {
                    Place::Below(parent) => Some(parent),
                    Place::Root | Place::Closed => None,
                })
            }),
        }
    }

    /// Where a quantity of a day is added. A stock goes along when its unit moves: it is taken off where the unit was and
    /// added where it is from then on.
    pub(crate) fn spots(
        &self,
        unit: UnitId,
        day: i32,
        flow: Flow,
        chains: &[(i32, i32, Vec<UnitId>)],
    ) -> Vec<Spot> {
        let first = self.chain_on(unit, day);
        let mut spots: Vec<Spot> = first.iter().map(|above| (*above, day, 1)).collect();
        if flow != Flow::Stock {
            return spots;
        }
        let mut before = &first;
        for (from, _, chain) in chains.iter().filter(|(from, ..)| day < *from) {
            let lost = before.iter().filter(|above| !chain.contains(above));
            spots.extend(lost.map(|above| (*above, *from, -1)));
            let gained = chain.iter().filter(|above| !before.contains(above));
            spots.extend(gained.map(|above| (*above, *from, 1)));
            before = chain;
        }
        spots
    }

    /// What counts at `top` between two days, both included, by this tree; `None`: just what the kept list of units below
    /// says. A stock counts where its unit hangs on the last day.
    pub(crate) fn stretches(
        &self,
        top: UnitId,
        last: i32,
        flow: Flow,
        now: Option<NaiveDate>,
    ) -> Vec<Stretch> {
        match (now, flow) {
            (Some(now), _) => {
                let within = self
                    .units()
                    .filter(|unit| self.home(*unit, now).contains(&top));
                let mut found: Vec<Stretch> =
                    within.map(|unit| (unit, day::FIRST, day::NEVER)).collect();
                if found.is_empty() {
                    found.push((top, day::FIRST, day::NEVER));
                }
                found.sort();
                found
            }
            (None, Flow::Stock) => {
                let ever = self.ever_within(top).into_iter();
                ever.filter(|unit| self.chain_on(*unit, last).contains(&top))
                    .map(|unit| (unit, day::FIRST, day::NEVER))
                    .collect()
            }
            (None, _) => {
                let mut found = Vec::new();
                for unit in self.ever_within(top) {
                    let chains = self.chains(unit).into_iter();
                    found.extend(
                        chains
                            .filter(|(.., chain)| chain.contains(&top))
                            .map(|(from, to, _)| (unit, from, to)),
                    );
                }
                found
            }
        }
    }

    /// The days for which today's tree, laid over the whole period, counts a unit at `top` and the tree as it was does not (1),
    /// or the other way round (-1). Days are cut to the period from `from` to `last`, both included.
    pub(crate) fn differences(
        &self,
        top: UnitId,
        (from, last): (i32, i32),
        flow: Flow,
        now: NaiveDate,
    ) -> Vec<(Stretch, i64)> {
        let mut units: BTreeSet<UnitId> = self.ever_within(top);
        let went_here = |heir: &UnitId| self.home(*heir, now).contains(&top);
        for ((unit, _), _) in self.heirs.iter().filter(|(_, heir)| went_here(heir)) {
            units.extend(self.ever_within(*unit));
        }
        let mut found = Vec::new();
        for unit in units {
            let is_now = self.home(unit, now).contains(&top);
            let times = if is_now { 1 } else { -1 };
            if flow == Flow::Stock {
                if self.chain_on(unit, last).contains(&top) != is_now {
                    found.push(((unit, day::FIRST, day::NEVER), times));
                }
                continue;
            }
            let chains = self.chains(unit).into_iter();
            let other = chains.filter(|(begin, end, chain)| {
                *begin <= last && from < *end && chain.contains(&top) != is_now
            });
            found.extend(other.map(|(begin, end, _)| ((unit, begin, end), times)));
        }
        found
    }
}
