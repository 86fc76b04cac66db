//! The unit tree over time, as far as the book needs it: who rolls up to whom on which day.
//!
//! An edge says "from this day on, this unit belongs to that parent" (or: is closed). Edges are added, never changed; of
//! two for the same unit and day the later one holds. The tree's version is the number of its last edge.
mod change;
mod load;
mod rollup;
mod runs;

pub use change::{Edge, Heir, TreeError, change, change_with_heirs};
pub use load::{at_version, posted_since, settled};
pub(crate) use load::{insert_edges, load, lock, version};
pub use rollup::By;
pub(crate) use rollup::Stretch;
pub(crate) use runs::Run;

use crate::day;
use chrono::NaiveDate;
use kernel::{Reach, UnitId, limits::TREE_DEPTH_MAX};
use std::collections::{BTreeSet, HashMap};

/// Where a unit hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the top, with no parent.
    Root,
    Below(UnitId),
    /// Closed: it counts no more, and neither does what hangs below it.
    Closed,
}

/// The tree as of one version.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    version: i64,
    /// For each unit its places, by the day from which they hold.
    places: HashMap<UnitId, Vec<(i32, Place)>>,
    /// For each unit every unit that was ever directly below it.
    children: HashMap<UnitId, BTreeSet<UnitId>>,
    /// For units that went into another when they were closed, that other one, by unit and day.
    heirs: HashMap<(UnitId, i32), UnitId>,
}

impl Tree {
    pub fn version(&self) -> i64 {
        self.version
    }

    pub fn len(&self) -> usize {
        self.places.len()
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    pub fn contains(&self, unit: UnitId) -> bool {
        self.places.contains_key(&unit)
    }

    pub fn units(&self) -> impl Iterator<Item = UnitId> + '_ {
        self.places.keys().copied()
    }

    /// The first day on which the unit is in the tree.
    pub fn founded(&self, unit: UnitId) -> Option<NaiveDate> {
        day::date(self.places.get(&unit)?.first()?.0)
    }

    /// Where `unit` hangs on `day`; `None` before it was founded.
    pub fn place(&self, unit: UnitId, on: NaiveDate) -> Option<Place> {
        self.place_on(unit, day::number(on))
    }

    pub(crate) fn place_on(&self, unit: UnitId, day: i32) -> Option<Place> {
        let places = self.places.get(&unit)?;
        let next = places.partition_point(|(from, _)| *from <= day);
        places.get(next.checked_sub(1)?).map(|(_, place)| *place)
    }

    /// Whether the unit is there on a day: founded, and not closed.
    pub fn is_open(&self, unit: UnitId, on: NaiveDate) -> bool {
        matches!(self.place(unit, on), Some(place) if place != Place::Closed)
    }

    /// The unit itself and all above it on `day`, nearest first. A unit that is not in the tree on that day stands alone.
    pub fn chain(&self, unit: UnitId, on: NaiveDate) -> Vec<UnitId> {
        self.chain_on(unit, day::number(on))
    }

    pub(crate) fn chain_on(&self, unit: UnitId, day: i32) -> Vec<UnitId> {
        let mut chain = vec![unit];
        while let Some(Place::Below(parent)) = self.place_on(chain[chain.len() - 1], day) {
            if chain.len() > TREE_DEPTH_MAX || chain.contains(&parent) {
                break;
            }
            chain.push(parent);
        }
        chain
    }

    pub fn parent(&self, unit: UnitId, on: NaiveDate) -> Option<UnitId> {
        match self.place(unit, on)? {
            Place::Below(parent) => Some(parent),
            Place::Root | Place::Closed => None,
        }
    }

    /// The units directly below `unit` on `day`, by id. (Show them in their given order, which `orgs` knows.)
    pub fn children(&self, unit: UnitId, on: NaiveDate) -> Vec<UnitId> {
        let ever = self.children.get(&unit).into_iter().flatten().copied();
        ever.filter(|child| self.place(*child, on) == Some(Place::Below(unit)))
            .collect()
    }

    /// The units at the top on `day`.
    pub fn roots(&self, on: NaiveDate) -> Vec<UnitId> {
        let mut roots: Vec<_> = self
            .units()
            .filter(|unit| self.place(*unit, on) == Some(Place::Root))
            .collect();
        roots.sort();
        roots
    }

    /// Whether `unit` is `top` or below it on `day`.
    pub fn is_within(&self, unit: UnitId, top: UnitId, on: NaiveDate) -> bool {
        unit == top || self.chain(unit, on).contains(&top)
    }

    /// Whether `unit` lies in somebody's reach on `day`.
    pub fn reaches(&self, reach: &Reach, unit: UnitId, on: NaiveDate) -> bool {
        match reach {
            Reach::All => true,
            Reach::Some { below, only } => {
                only.contains(&unit)
                    || self
                        .chain(unit, on)
                        .iter()
                        .any(|above| below.contains(above))
            }
        }
    }

    /// `unit` and all below it on `day`, parents before children.
    pub fn subtree(&self, unit: UnitId, on: NaiveDate) -> Vec<UnitId> {
        let mut found = vec![unit];
        let mut next = 0;
        while next < found.len() {
            found.extend(self.children(found[next], on));
            next += 1;
        }
        found
    }

    /// All units that were ever at or below `unit`.
    pub(crate) fn ever_within(&self, unit: UnitId) -> BTreeSet<UnitId> {
        let mut found = BTreeSet::from([unit]);
        let mut open = vec![unit];
        while let Some(unit) = open.pop() {
            for child in self.children.get(&unit).into_iter().flatten() {
                if found.insert(*child) {
                    open.push(*child);
                }
            }
        }
        found
    }

    /// For each stretch of days over which the chain above `unit` stays the same: first day, day after the last, chain.
    pub(crate) fn chains(&self, unit: UnitId) -> Vec<(i32, i32, Vec<UnitId>)> {
        let mut turns = BTreeSet::new();
        let (mut seen, mut open) = (BTreeSet::from([unit]), vec![unit]);
        while let Some(unit) = open.pop() {
            for (from, place) in self.places.get(&unit).into_iter().flatten() {
                turns.insert(*from);
                if let Place::Below(parent) = place
                    && seen.insert(*parent)
                {
                    open.push(*parent);
                }
            }
        }
        let ends = turns.iter().skip(1).copied().chain([day::NEVER]);
        turns
            .iter()
            .zip(ends)
            .map(|(from, to)| (*from, to, self.chain_on(unit, *from)))
            .collect()
    }

    pub(crate) fn set(
        &mut self,
        version: i64,
        unit: UnitId,
        from: i32,
        place: Place,
        heir: Option<UnitId>,
    ) {
        // Of two edges for the same day the later one holds, heir and all.
        match heir {
            Some(heir) => self.heirs.insert((unit, from), heir),
            None => self.heirs.remove(&(unit, from)),
        };
        let places = self.places.entry(unit).or_default();
        match places.binary_search_by_key(&from, |(from, _)| *from) {
            Ok(same) => places[same].1 = place,
            Err(next) => places.insert(next, (from, place)),
        }
        if let Place::Below(parent) = place {
            self.children.entry(parent).or_default().insert(unit);
        }
        self.version = self.version.max(version);
    }
}
