//! The zone's units: a party tree four levels deep, and beside it departments with the enterprises they look after,
//! communities, and the campaign's leading group.
use super::{credit_code, table, text::Text};
use chrono::NaiveDate;
use kernel::Bilingual;
use serde::Deserialize;

/// The code of the zone's working committee, above everything.
pub const ROOT: &str = "ROOT";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    Root,
    PartyCommittee,
    GeneralBranch,
    PartyBranch,
    Department,
    Community,
    Enterprise,
    LeadingGroup,
    WorkingGroup,
}

impl UnitKind {
    pub const ALL: [UnitKind; 9] = [
        UnitKind::Root,
        UnitKind::PartyCommittee,
        UnitKind::GeneralBranch,
        UnitKind::PartyBranch,
        UnitKind::Department,
        UnitKind::Community,
        UnitKind::Enterprise,
        UnitKind::LeadingGroup,
        UnitKind::WorkingGroup,
    ];

    /// The code kept in tables: the same word as in `data/units.csv`.
    pub fn code(self) -> &'static str {
        match self {
            UnitKind::Root => "root",
            UnitKind::PartyCommittee => "party_committee",
            UnitKind::GeneralBranch => "general_branch",
            UnitKind::PartyBranch => "party_branch",
            UnitKind::Department => "department",
            UnitKind::Community => "community",
            UnitKind::Enterprise => "enterprise",
            UnitKind::LeadingGroup => "leading_group",
            UnitKind::WorkingGroup => "working_group",
        }
    }

    pub fn title(self) -> Bilingual {
        match self {
            UnitKind::Root => Bilingual::new("党工委", "Working committee"),
            UnitKind::PartyCommittee => Bilingual::new("党委", "Party committee"),
            UnitKind::GeneralBranch => Bilingual::new("党总支", "General party branch"),
            UnitKind::PartyBranch => Bilingual::new("党支部", "Party branch"),
            UnitKind::Department => Bilingual::new("部门", "Department"),
            UnitKind::Community => Bilingual::new("社区", "Community"),
            UnitKind::Enterprise => Bilingual::new("企业", "Enterprise"),
            UnitKind::LeadingGroup => Bilingual::new("领导小组", "Leading group"),
            UnitKind::WorkingGroup => Bilingual::new("工作组", "Working group"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Stable, for people too: `DW03-Z01-B05` is the fifth branch of the first general branch of the third committee.
    pub code: String,
    pub kind: UnitKind,
    /// Never before its parent in `units()`; none for the root only.
    pub parent: Option<String>,
    /// The place among its siblings (排序号).
    pub order: u32,
    pub name: Text,
    pub valid_from: NaiveDate,
    /// Enterprises only.
    pub credit_code: Option<String>,
    /// How many members a branch has; 0 for every other kind.
    pub members: usize,
}

/// All units, each after its parent, siblings in their given order.
pub fn units() -> Vec<Unit> {
    let mut enterprises = 0;
    table::rows::<Row>(include_str!("../../data/units.csv"))
        .into_iter()
        .map(|row| {
            let credit_code = (row.kind == UnitKind::Enterprise).then(|| {
                enterprises += 1;
                credit_code(enterprises)
            });
            Unit {
                code: row.code,
                kind: row.kind,
                parent: Some(row.parent).filter(|parent| !parent.is_empty()),
                order: row.order,
                name: Text::new(row.name, row.name_en),
                valid_from: row.valid_from,
                credit_code,
                members: row.members.unwrap_or_default(),
            }
        })
        .collect()
}

/// Whether the unit `code` is `ancestor` or lies below it. Both must be among `units`.
pub fn is_below(units: &[Unit], code: &str, ancestor: &str) -> bool {
    let parent_of = |code: &str| {
        units
            .iter()
            .find(|unit| unit.code == code)
            .and_then(|unit| unit.parent.as_deref())
    };
    std::iter::successors(Some(code), |code| parent_of(code)).any(|code| code == ancestor)
}

#[derive(Deserialize)]
struct Row {
    code: String,
    kind: UnitKind,
    parent: String,
    order: u32,
    name: String,
    name_en: String,
    valid_from: NaiveDate,
    members: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(kind: UnitKind) -> usize {
        units().iter().filter(|unit| unit.kind == kind).count()
    }

    #[test]
    fn the_zone_has_the_shape_of_the_model_case() {
        assert_eq!(count(UnitKind::Root), 1);
        assert_eq!(count(UnitKind::PartyCommittee), 9);
        assert_eq!(count(UnitKind::GeneralBranch), 11);
        assert_eq!(count(UnitKind::PartyBranch), 211);
        assert_eq!(count(UnitKind::WorkingGroup), 3);
        assert_eq!(count(UnitKind::Department), 24);
        assert_eq!(count(UnitKind::Community), 7);
        assert_eq!(count(UnitKind::Enterprise), 160);
    }

    #[test]
    fn codes_names_and_credit_codes_are_given_once_only() {
        let units = units();
        let taken_twice = |value: fn(&Unit) -> Option<&str>| {
            let mut seen = std::collections::HashSet::new();
            units
                .iter()
                .filter_map(value)
                .find(|value| !seen.insert(*value))
                .map(str::to_owned)
        };
        assert_eq!(taken_twice(|unit| Some(&unit.code)), None);
        assert_eq!(taken_twice(|unit| Some(&unit.name.zh)), None);
        assert_eq!(taken_twice(|unit| Some(&unit.name.en)), None);
        assert_eq!(taken_twice(|unit| unit.credit_code.as_deref()), None);
    }

    #[test]
    fn every_unit_follows_its_parent_and_is_no_older() {
        let units = units();
        for (place, unit) in units.iter().enumerate() {
            let Some(parent) = &unit.parent else {
                assert_eq!(unit.code, ROOT);
                continue;
            };
            let parent = units[..place]
                .iter()
                .find(|earlier| &earlier.code == parent)
                .unwrap_or_else(|| panic!("{}: the parent {parent} comes first", unit.code));
            assert!(parent.valid_from <= unit.valid_from, "{}", unit.code);
        }
    }

    #[test]
    fn every_unit_was_there_before_the_campaign_began() {
        let first_of_february = NaiveDate::from_ymd_opt(2021, 2, 1).unwrap();
        assert!(
            units()
                .iter()
                .all(|unit| unit.valid_from < first_of_february)
        );
    }

    #[test]
    fn a_branch_lies_below_a_committee_or_a_general_branch_of_one() {
        let units = units();
        let kind = |code: &str| units.iter().find(|unit| unit.code == code).unwrap().kind;
        for unit in &units {
            let above = unit.parent.as_deref().map(kind);
            match unit.kind {
                UnitKind::PartyBranch => assert!(
                    matches!(
                        above,
                        Some(UnitKind::PartyCommittee | UnitKind::GeneralBranch)
                    ),
                    "{}",
                    unit.code
                ),
                UnitKind::GeneralBranch => assert_eq!(above, Some(UnitKind::PartyCommittee)),
                UnitKind::Enterprise => assert_eq!(above, Some(UnitKind::Department)),
                _ => {}
            }
            assert_eq!(unit.members > 0, unit.kind == UnitKind::PartyBranch);
        }
    }

    #[test]
    fn the_live_community_has_the_members_of_the_model_case() {
        let members: usize = units()
            .iter()
            .filter(|unit| unit.parent.as_deref() == Some("DW08-Z01"))
            .map(|unit| unit.members)
            .sum();
        assert_eq!(members, 207);
    }
}
