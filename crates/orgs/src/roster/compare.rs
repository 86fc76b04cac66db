//! What an import would change.
use super::{Draft, ImportOptions, people, units};
use crate::{Directory, membership, person, unit};
use chrono::NaiveDate;
use kernel::{PersonId, Reach, UnitId};
use ledger::Tree;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use sheets::Problem;
use std::{collections::HashMap, sync::Arc};

/// What is there before the import.
pub struct State {
    pub directory: Directory,
    pub tree: Arc<Tree>,
    pub people: Vec<person::Model>,
    /// Memberships that have not ended.
    pub memberships: HashMap<PersonId, Vec<membership::Model>>,
    /// Whether any unit is a party unit: then only people of party units are members unless a row says so.
    pub has_party_units: bool,
    /// The last day of the closed period: nothing is counted through it any more.
    pub closed_through: Option<NaiveDate>,
    pub keys: db::Keys,
}

impl State {
    pub async fn load(
        connection: &impl ConnectionTrait,
        tree: Arc<Tree>,
        keys: db::Keys,
    ) -> Result<State, DbErr> {
        let directory = Directory::load(connection).await?;
        let people = person::Entity::find().all(connection).await?;
        let mut memberships: HashMap<PersonId, Vec<membership::Model>> = HashMap::new();
        for membership in membership::Entity::find()
            .filter(membership::Column::ToDay.is_null())
            .all(connection)
            .await?
        {
            memberships
                .entry(membership.person_id)
                .or_default()
                .push(membership);
        }
        let has_party_units = directory.units().any(|unit| is_party_kind(&unit.kind));
        Ok(State {
            directory,
            tree,
            people,
            memberships,
            has_party_units,
            closed_through: ledger::closed_through(connection).await?,
            keys,
        })
    }

    /// The day itself, or the first one after the closed period: published figures stay as they are.
    pub(super) fn open_day(&self, day: NaiveDate) -> NaiveDate {
        let first = self.closed_through.and_then(|last| last.succ_opt());
        first.map_or(day, |first| first.max(day))
    }
}

pub(super) fn is_party_kind(kind: &str) -> bool {
    matches!(
        kind,
        "party_committee" | "general_branch" | "party_branch" | "team"
    )
}

/// One unit that is new, or of which something is different. Units are numbered already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitChange {
    pub row: u32,
    pub before: Option<unit::Model>,
    pub after: unit::Model,
    /// Where it hangs from now on, if that is new: below a unit, or at the top.
    pub place: Option<Option<UnitId>>,
    /// The day from which the new place holds; for a new unit the day it was founded.
    pub from: NaiveDate,
}

/// One person who is new, or of whom something is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonChange {
    pub row: u32,
    pub before: Option<(person::Model, membership::Model)>,
    pub id: PersonId,
    pub code: String,
    pub name: String,
    /// A new phone number, in clear.
    pub phone: Option<String>,
    pub unit: UnitId,
    pub post: String,
    pub is_member: bool,
    /// The day from which the membership holds.
    pub from: NaiveDate,
}

impl PersonChange {
    /// Whether they come into a unit in which they were not: for the first time, or from another.
    pub(super) fn begins_membership(&self) -> bool {
        self.before
            .as_ref()
            .is_none_or(|(_, membership)| membership.unit_id != self.unit)
    }
}

/// How many there are of each sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub added: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// There, but not in the workbook: they stay as they are.
    pub unmentioned: usize,
}

#[derive(Debug, Default)]
pub struct Changes {
    pub units: Vec<UnitChange>,
    pub people: Vec<PersonChange>,
    pub units_unchanged: usize,
    pub people_unchanged: usize,
    /// Units and people that are there and not in the workbook; they stay.
    pub units_unmentioned: usize,
    pub people_unmentioned: usize,
    /// Units and people whose day lies in the closed period; they count from the first day after it.
    pub units_counted_later: usize,
    pub people_counted_later: usize,
    pub unit_problems: Vec<Problem>,
    pub people_problems: Vec<Problem>,
}

impl Changes {
    pub fn has_errors(&self) -> bool {
        self.unit_problems
            .iter()
            .chain(&self.people_problems)
            .any(|problem| problem.severity == sheets::Severity::Error)
    }

    pub fn unit_counts(&self) -> Counts {
        let added = self.units.iter().filter(|change| change.before.is_none());
        let added = added.count();
        Counts {
            added,
            changed: self.units.len() - added,
            unchanged: self.units_unchanged,
            unmentioned: self.units_unmentioned,
        }
    }

    pub fn people_counts(&self) -> Counts {
        let added = self.people.iter().filter(|change| change.before.is_none());
        let added = added.count();
        Counts {
            added,
            changed: self.people.len() - added,
            unchanged: self.people_unchanged,
            unmentioned: self.people_unmentioned,
        }
    }
}

/// Compares a workbook with what is there. Pure: the same draft and state give the same changes and numbers.
pub fn compare(draft: &Draft, state: &State, reach: &Reach, options: &ImportOptions) -> Changes {
    let mut changes = Changes {
        unit_problems: draft.unit_problems.as_slice().to_vec(),
        people_problems: draft.people_problems.as_slice().to_vec(),
        ..Changes::default()
    };
    let after = units::compare(draft, state, reach, options, &mut changes);
    people::compare(draft, state, &after, reach, options, &mut changes);
    // People correct a workbook from the top.
    changes.unit_problems.sort_by_key(|problem| problem.row);
    changes.people_problems.sort_by_key(|problem| problem.row);
    changes
}
