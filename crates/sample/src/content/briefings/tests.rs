use super::*;
use crate::content::{Person, Post, Unit, UnitKind, is_below, people, person_in_charge, units};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Who has been reached: units and persons by code, and per branch how many more by headcount.
#[derive(Default)]
struct Reached {
    units: BTreeSet<String>,
    persons: BTreeSet<String>,
    headcounts: BTreeMap<String, usize>,
    times: HashMap<String, usize>,
}

impl Reached {
    fn by(day: NaiveDate, units: &[Unit], people: &[Person]) -> Self {
        let mut reached = Self::default();
        for briefing in briefings().into_iter().filter(|held| held.day <= day) {
            reached.add(&briefing.covered, units, people);
        }
        reached
    }

    fn add(&mut self, covered: &Covered, units: &[Unit], people: &[Person]) {
        match covered {
            Covered::Trees(tops) => {
                let below: Vec<String> = units
                    .iter()
                    .filter(|unit| tops.iter().any(|top| is_below(units, &unit.code, top)))
                    .map(|unit| unit.code.clone())
                    .collect();
                self.add_units(&below, people);
            }
            Covered::Units(codes) => self.add_units(codes, people),
            Covered::SecretariesIn(tops) => {
                for person in people {
                    let inside = tops.iter().any(|top| is_below(units, &person.branch, top));
                    if inside && person.posts[0].post == Post::Secretary {
                        self.add_person(person);
                    }
                }
            }
            Covered::Headcount(counted) => {
                self.units.insert(counted.unit.clone());
                *self.headcounts.entry(counted.unit.clone()).or_default() += counted.persons;
            }
        }
    }

    fn add_units(&mut self, codes: &[String], people: &[Person]) {
        self.units.extend(codes.iter().cloned());
        for person in people.iter().filter(|p| codes.contains(&p.branch)) {
            self.add_person(person);
        }
    }

    fn add_person(&mut self, person: &Person) {
        self.persons.insert(person.code.clone());
        *self.times.entry(person.code.clone()).or_default() += 1;
    }

    fn count(&self, units: &[Unit], kind: UnitKind) -> usize {
        units
            .iter()
            .filter(|unit| unit.kind == kind && self.units.contains(&unit.code))
            .count()
    }

    fn members(&self) -> usize {
        self.persons.len() + self.headcounts.values().sum::<usize>()
    }
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).unwrap()
}

#[test]
fn in_the_end_every_organisation_and_every_member_was_briefed() {
    let (units, people) = (units(), people());
    let reached = Reached::by(day(4, 15), &units, &people);
    assert_eq!(reached.count(&units, UnitKind::PartyCommittee), 9);
    assert_eq!(reached.count(&units, UnitKind::GeneralBranch), 11);
    assert_eq!(reached.count(&units, UnitKind::PartyBranch), 211);
    assert_eq!(reached.members(), 3_942);
}

#[test]
fn a_headcount_and_the_names_of_a_branch_never_exceed_its_members() {
    let (units, people) = (units(), people());
    let reached = Reached::by(day(4, 15), &units, &people);
    assert_eq!(reached.headcounts.len(), 3);
    for (branch, headcount) in &reached.headcounts {
        let named = people
            .iter()
            .filter(|p| &p.branch == branch && reached.persons.contains(&p.code))
            .count();
        let members = people.iter().filter(|p| &p.branch == branch).count();
        assert_eq!(named + headcount, members, "{branch}");
    }
}

#[test]
fn coverage_grows_from_week_to_week_and_is_full_on_the_last_day_only() {
    let (units, people) = (units(), people());
    let curve = [
        day(2, 25),
        day(3, 3),
        day(3, 12),
        day(3, 19),
        day(3, 26),
        day(4, 2),
        day(4, 9),
        day(4, 14),
        day(4, 15),
    ]
    .map(|day| {
        let reached = Reached::by(day, &units, &people);
        (
            reached.count(&units, UnitKind::PartyBranch),
            reached.members(),
        )
    });
    assert_eq!(
        curve,
        [
            (0, 0),
            (0, 211),
            (50, 1_158),
            (81, 1_773),
            (119, 2_379),
            (155, 3_068),
            (189, 3_705),
            (210, 3_939),
            (211, 3_942),
        ]
    );
}

#[test]
fn the_organisations_of_the_kick_off_were_seven_committees() {
    let (units, people) = (units(), people());
    let reached = Reached::by(day(2, 25), &units, &people);
    assert_eq!(reached.count(&units, UnitKind::PartyCommittee), 7);
    assert_eq!(reached.members(), 0);
}

#[test]
fn several_people_and_units_were_briefed_twice() {
    let (units, people) = (units(), people());
    let reached = Reached::by(day(4, 15), &units, &people);
    assert!(200 < reached.times.values().filter(|times| 1 < **times).count());
}

#[test]
fn briefings_name_units_that_exist_and_somebody_holds_them() {
    let (units, people) = (units(), people());
    let held = briefings();
    assert!((30..=60).contains(&held.len()));
    assert!(held.is_sorted_by_key(|briefing| briefing.day));
    for briefing in held {
        assert!(person_in_charge(&people, &briefing.organiser, briefing.day).is_some());
        assert!(day(2, 25) <= briefing.day && briefing.day <= day(4, 15));
        let codes = match briefing.covered {
            Covered::Trees(codes) | Covered::Units(codes) | Covered::SecretariesIn(codes) => codes,
            Covered::Headcount(counted) => vec![counted.unit],
        };
        assert!(!codes.is_empty());
        for code in codes {
            assert!(units.iter().any(|unit| unit.code == code), "{code}");
        }
    }
}
