use super::*;
use std::collections::HashSet;

const CAMPAIGN_DAY: (i32, u32, u32) = (2021, 2, 25);

fn campaign_day() -> NaiveDate {
    day(CAMPAIGN_DAY.0, CAMPAIGN_DAY.1, CAMPAIGN_DAY.2)
}

#[test]
fn there_are_3942_members_which_is_over_3900() {
    assert_eq!(people().len(), 3_942);
}

#[test]
fn codes_and_numbers_are_given_once_and_no_number_can_be_called() {
    let people = people();
    let codes: HashSet<_> = people.iter().map(|person| &person.code).collect();
    assert_eq!(codes.len(), people.len());
    let mobiles: Vec<_> = people
        .iter()
        .filter_map(|person| person.mobile.as_deref())
        .collect();
    assert_eq!(mobiles.iter().collect::<HashSet<_>>().len(), mobiles.len());
    assert!(
        mobiles
            .iter()
            .all(|number| number.len() == 11 && number.starts_with("100"))
    );
}

#[test]
fn no_two_members_of_a_branch_bear_the_same_name() {
    let people = people();
    let named: HashSet<_> = people
        .iter()
        .map(|person| (&person.branch, &person.name))
        .collect();
    assert_eq!(named.len(), people.len());
}

#[test]
fn every_branch_has_as_many_members_as_its_table_says_and_one_secretary() {
    let people = people();
    for branch in units()
        .iter()
        .filter(|unit| unit.kind == UnitKind::PartyBranch)
    {
        let members = people
            .iter()
            .filter(|person| person.branch == branch.code)
            .count();
        assert_eq!(members, branch.members, "{}", branch.code);
        assert!((3..=60).contains(&members), "{}", branch.code);
        let secretaries = people
            .iter()
            .flat_map(|person| &person.posts)
            .filter(|held| {
                held.unit == branch.code
                    && held.post == Post::Secretary
                    && held.held_on(campaign_day())
            })
            .count();
        assert_eq!(secretaries, 1, "{}", branch.code);
    }
}

#[test]
fn committees_and_general_branches_are_led_by_members_from_below_them() {
    let (people, units) = (people(), units());
    for above in units.iter().filter(|unit| {
        matches!(
            unit.kind,
            UnitKind::PartyCommittee | UnitKind::GeneralBranch
        )
    }) {
        let secretary =
            holder_of(&people, &above.code, Post::Secretary, campaign_day()).expect(&above.code);
        assert!(super::super::is_below(
            &units,
            &secretary.branch,
            &above.code
        ));
    }
}

#[test]
fn every_unit_but_an_enterprise_has_somebody_in_charge() {
    let people = people();
    for unit in units()
        .iter()
        .filter(|unit| unit.kind != UnitKind::Enterprise)
    {
        assert!(
            person_in_charge(&people, &unit.code, campaign_day()).is_some(),
            "{}",
            unit.code
        );
    }
}

#[test]
fn no_post_is_held_before_its_unit_exists_or_after_it_is_given_up() {
    let units = units();
    let people = people();
    for held in people.iter().flat_map(|person| &person.posts) {
        assert!(founded(&units, &held.unit) <= held.from, "{held:?}");
        assert!(held.from < campaign_day(), "{held:?}");
        assert!(held.until.is_none_or(|until| held.from < until), "{held:?}");
    }
    let given_up = people
        .iter()
        .flat_map(|person| &person.posts)
        .filter(|held| held.until.is_some())
        .count();
    assert!(0 < given_up, "some branches have a former secretary");
}

#[test]
fn about_forty_people_work_in_departments() {
    let in_office = people()
        .iter()
        .filter(|person| {
            person
                .posts
                .iter()
                .any(|held| held.unit.starts_with("BM") || held.unit == "ROOT")
        })
        .count();
    assert_eq!(in_office, 41);
}
