//! Whom a briefing reached, and what that counts.
use super::briefing::{self, BriefingId};
use crate::accounts;
use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use ledger::NewEntry;
use orgs::{Directory, membership};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect,
    RelationDef,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Whom a briefing reached, as recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audience {
    /// Units that were briefed as such.
    pub units: Vec<UnitId>,
    /// Whether all members of these units were there.
    pub with_members: bool,
    pub people: Vec<PersonId>,
    /// Units whose people were counted at the door, without names.
    pub headcounts: Vec<(UnitId, u32)>,
}

impl Audience {
    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && self.people.is_empty() && self.headcounts.is_empty()
    }
}

/// An audience with everybody's unit on the day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    /// In order, those with a headcount too.
    pub units: BTreeSet<UnitId>,
    pub people: BTreeMap<PersonId, Attendee>,
    pub headcounts: BTreeMap<UnitId, Headcount>,
    /// People who belong nowhere on the day.
    pub nowhere: Vec<PersonId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendee {
    pub unit: UnitId,
    pub is_member: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headcount {
    pub people: u32,
    /// As whom they count among the unit's members: those not known by name as briefed, as many as there were people. Nobody
    /// says that it was them; but whoever of them is named later is counted already, so that a unit never counts more
    /// members than it has.
    pub members: Vec<PersonId>,
}

impl Resolved {
    pub async fn of(
        connection: &impl ConnectionTrait,
        audience: &Audience,
        campaign: &str,
        day: NaiveDate,
        this: BriefingId,
    ) -> Result<Resolved, DbErr> {
        let mut resolved = Resolved {
            units: audience.units.iter().copied().collect(),
            ..Resolved::default()
        };
        if audience.with_members {
            resolved
                .add_members(connection, &audience.units, day)
                .await?;
        }
        resolved
            .add_people(connection, &audience.people, day)
            .await?;
        for (unit, people) in &audience.headcounts {
            let members = members_of(connection, &[*unit], day).await?;
            let members: BTreeSet<PersonId> =
                members.into_iter().map(|row| row.person_id).collect();
            let mut named = named_before(connection, campaign, *unit, this).await?;
            named.extend(resolved.people.keys());
            let unnamed = members.into_iter().filter(|member| !named.contains(member));
            let headcount = Headcount {
                people: *people,
                members: unnamed.take(*people as usize).collect(),
            };
            resolved.units.insert(*unit);
            resolved.headcounts.insert(*unit, headcount);
        }
        Ok(resolved)
    }

    async fn add_members(
        &mut self,
        connection: &impl ConnectionTrait,
        units: &[UnitId],
        day: NaiveDate,
    ) -> Result<(), DbErr> {
        for row in members_of(connection, units, day).await? {
            let attendee = Attendee {
                unit: row.unit_id,
                is_member: true,
            };
            self.people.insert(row.person_id, attendee);
        }
        Ok(())
    }

    async fn add_people(
        &mut self,
        connection: &impl ConnectionTrait,
        people: &[PersonId],
        day: NaiveDate,
    ) -> Result<(), DbErr> {
        let mut left: BTreeSet<PersonId> = people.iter().copied().collect();
        for chunk in people.chunks(500) {
            let mut rows = membership::Entity::find()
                .filter(membership::on(day))
                .filter(membership::Column::PersonId.is_in(chunk.iter().copied()))
                .all(connection)
                .await?;
            rows.sort_by_key(|row| (!row.is_member, row.id));
            for row in rows {
                left.remove(&row.person_id);
                self.people.entry(row.person_id).or_insert(Attendee {
                    unit: row.unit_id,
                    is_member: row.is_member,
                });
            }
        }
        self.nowhere = left.into_iter().collect();
        Ok(())
    }

    /// All units for which something is recorded.
    pub fn touched(&self) -> BTreeSet<UnitId> {
        let people = self.people.values().map(|attendee| attendee.unit);
        self.units.iter().copied().chain(people).collect()
    }

    /// Person-times.
    pub fn attendance(&self) -> usize {
        let counted: u32 = self
            .headcounts
            .values()
            .map(|headcount| headcount.people)
            .sum();
        self.people.len() + counted as usize
    }

    /// Adds everything this audience counts.
    pub fn post(&self, mut entry: NewEntry, campaign: &str, directory: &Directory) -> NewEntry {
        let (organiser, day) = (entry.unit, entry.happened_on);
        entry = entry.post_at(accounts::briefing(campaign), organiser, day, 1);
        let mut attendance: BTreeMap<UnitId, i64> = BTreeMap::new();
        for attendee in self.people.values() {
            *attendance.entry(attendee.unit).or_default() += 1;
        }
        for (unit, headcount) in &self.headcounts {
            *attendance.entry(*unit).or_default() += i64::from(headcount.people);
        }
        for (unit, people) in attendance.into_iter().filter(|(_, people)| *people != 0) {
            entry = entry.post_at(accounts::attendance(campaign), unit, day, people);
        }
        for unit in &self.units {
            let kind = directory
                .unit(*unit)
                .map_or("other", |unit| unit.kind.as_str());
            entry = entry.post_once(accounts::unit_mobilised(campaign, kind), *unit, unit);
        }
        let members = accounts::member_mobilised(campaign);
        for (person, attendee) in self
            .people
            .iter()
            .filter(|(_, attendee)| attendee.is_member)
        {
            entry = entry.post_once(members.clone(), attendee.unit, person);
        }
        for (unit, headcount) in &self.headcounts {
            for person in &headcount.members {
                entry = entry.post_once(members.clone(), *unit, person);
            }
        }
        entry
    }
}

async fn members_of(
    connection: &impl ConnectionTrait,
    units: &[UnitId],
    day: NaiveDate,
) -> Result<Vec<membership::Model>, DbErr> {
    let mut found = Vec::new();
    for units in units.chunks(500) {
        let query = membership::Entity::find()
            .filter(membership::on(day))
            .filter(membership::Column::IsMember.eq(true))
            .filter(membership::Column::UnitId.is_in(units.iter().copied()));
        found.extend(query.all(connection).await?);
    }
    Ok(found)
}

/// People of the unit who were briefed by name in the campaign, by any other briefing.
async fn named_before(
    connection: &impl ConnectionTrait,
    campaign: &str,
    unit: UnitId,
    this: BriefingId,
) -> Result<HashSet<PersonId>, DbErr> {
    let to_briefing: RelationDef = briefing::person::Entity::belongs_to(briefing::Entity)
        .from(briefing::person::Column::Briefing)
        .to(briefing::Column::Id)
        .into();
    let people: Vec<PersonId> = briefing::person::Entity::find()
        .select_only()
        .column(briefing::person::Column::Person)
        .distinct()
        .join(JoinType::InnerJoin, to_briefing)
        .filter(briefing::person::Column::Unit.eq(unit))
        .filter(briefing::Column::Campaign.eq(campaign))
        .filter(briefing::Column::Withdrawn.eq(false))
        .filter(briefing::Column::Id.ne(this))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(people.into_iter().collect())
}

/// Reads `第三支部 25`, one a line: the unit by name or code, then how many people.
pub fn read_headcounts(
    text: &str,
    directory: &Directory,
) -> Result<Vec<(UnitId, u32)>, (usize, String)> {
    let mut found: Vec<(UnitId, u32)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let wrong = || (at + 1, line.to_owned());
        let bare = line.trim_end_matches(['人', '名', '位']).trim_end();
        let start = bare.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| {
            at + bare[at..].chars().next().map_or(0, char::len_utf8)
        });
        let (unit, count) = bare.split_at(start);
        let unit = unit
            .trim()
            .trim_end_matches([':', '：', '=', ',', '，', '、'])
            .trim_end();
        let count: u32 = count.parse().map_err(|_| wrong())?;
        let crate::units::Named::One(unit) = crate::units::named(directory, unit) else {
            return Err(wrong());
        };
        match found.iter_mut().find(|(other, _)| *other == unit) {
            Some((_, sum)) => *sum += count,
            None => found.push((unit, count)),
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::tests::unit;

    #[test]
    fn headcounts_are_read_one_a_line() {
        let directory: Directory = [
            unit(1, "DW06-B29", "云渡商圈支部", "party_branch"),
            unit(2, "B2", "第2支部", "party_branch"),
        ]
        .into_iter()
        .collect();
        let read = |text| read_headcounts(text, &directory);
        assert_eq!(
            read("云渡商圈支部 25人\n\nB2：3"),
            Ok(vec![(UnitId(1), 25), (UnitId(2), 3)])
        );
        assert_eq!(read("第2支部，4\nB2 3"), Ok(vec![(UnitId(2), 7)]));
        assert_eq!(read("没有的支部 3"), Err((1, "没有的支部 3".into())));
        assert_eq!(read("云渡商圈支部"), Err((1, "云渡商圈支部".into())));
    }
}
