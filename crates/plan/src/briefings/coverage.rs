//! Who has been reached, who is missing, and how that grew. Numbers and lists are read from the same postings in the book.
use crate::{accounts, campaigns::campaign::Campaign};
use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use ledger::{
    Book,
    figure::{self, Scope, Value},
};
use orgs::{Directory, membership};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The kinds of unit whose coverage has figures of its own: kind, figure of those reached, figure of all.
pub const KINDS: [(&str, &str, &str); 3] = [
    ("party_committee", "committees-mobilised", "committees"),
    (
        "general_branch",
        "general-branches-mobilised",
        "general-branches",
    ),
    ("party_branch", "branches-mobilised", "branches"),
];
pub const MEMBERS: (&str, &str) = ("members-mobilised", "members");

/// How many of how many, with the figures that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// `None` for members.
    pub kind: Option<&'static str>,
    pub reached: i64,
    pub all: i64,
    pub reached_figure: &'static str,
    pub all_figure: &'static str,
}

/// Coverage within a unit and all below it, as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    pub kinds: Vec<Covered>,
    pub members: Covered,
    /// Units of these kinds that nobody briefed, in their given order.
    pub missing_units: Vec<UnitId>,
    /// How many members of a unit are not known as briefed, where any are.
    pub missing_members: BTreeMap<UnitId, usize>,
    /// For each day with a briefing: branches and members reached by then.
    pub curve: Vec<(NaiveDate, i64, i64)>,
}

pub async fn coverage(
    book: &Book,
    directory: &Directory,
    campaign: &Campaign,
    unit: UnitId,
    as_of: NaiveDate,
) -> Result<Coverage, DbErr> {
    let reader = book.db().reader();
    let tree = book.tree(reader).await?;
    let counter = Counter {
        book,
        campaign: campaign.in_book(),
        unit,
    };
    let mut kinds = Vec::new();
    for (kind, reached_figure, all_figure) in KINDS {
        kinds.push(
            counter
                .covered(Some(kind), reached_figure, all_figure, as_of)
                .await?,
        );
    }
    let members = counter.covered(None, MEMBERS.0, MEMBERS.1, as_of).await?;

    let within: Vec<UnitId> = tree.subtree(unit, as_of);
    let reached = Reached::load(reader, &campaign.code, as_of).await?;
    let is_counted = |unit: &UnitId| {
        let unit = directory.unit(*unit);
        unit.is_some_and(|unit| KINDS.iter().any(|(kind, ..)| *kind == unit.kind))
    };
    let missing = within
        .iter()
        .copied()
        .filter(is_counted)
        .filter(|unit| !reached.units.contains(unit));
    let missing_units = directory.in_order(missing);
    let missing_members = missing_members(reader, &reached, &within, as_of).await?;

    let mut curve = Vec::new();
    for day in &reached.days {
        let branches = counter.number(KINDS[2].1, *day).await?;
        let members = counter.number(MEMBERS.0, *day).await?;
        curve.push((*day, branches, members));
    }
    Ok(Coverage {
        kinds,
        members,
        missing_units,
        missing_members,
        curve,
    })
}

struct Counter<'a> {
    book: &'a Book,
    campaign: ledger::campaign::Campaign,
    unit: UnitId,
}

impl Counter<'_> {
    async fn covered(
        &self,
        kind: Option<&'static str>,
        reached_figure: &'static str,
        all_figure: &'static str,
        as_of: NaiveDate,
    ) -> Result<Covered, DbErr> {
        Ok(Covered {
            kind,
            reached: self.number(reached_figure, as_of).await?,
            all: self.number(all_figure, as_of).await?,
            reached_figure,
            all_figure,
        })
    }

    /// The figure's value; nothing where it was taken out of the catalogue.
    async fn number(&self, code: &str, as_of: NaiveDate) -> Result<i64, DbErr> {
        let reader = self.book.db().reader();
        let Some(definition) = figure::find(reader, code, None).await? else {
            return Ok(0);
        };
        let scope = Scope {
            unit: self.unit,
            as_of,
            from: None,
            campaign: Some(self.campaign.clone()),
        };
        let value = figure::evaluate(reader, self.book, &definition, &scope).await?;
        Ok(value.ok().and_then(Value::quantity).unwrap_or_default())
    }
}

/// Who counts as briefed, read from the postings that the figures add up.
struct Reached {
    units: HashSet<UnitId>,
    people: HashSet<PersonId>,
    /// Days on which a branch or a member was reached first.
    days: BTreeSet<NaiveDate>,
}

impl Reached {
    async fn load(
        connection: &impl ConnectionTrait,
        campaign: &str,
        as_of: NaiveDate,
    ) -> Result<Reached, DbErr> {
        let mut reached = Reached {
            units: HashSet::new(),
            people: HashSet::new(),
            days: BTreeSet::new(),
        };
        for (kind, ..) in KINDS {
            let account = accounts::unit_mobilised(campaign, kind);
            for counted in ledger::counted(connection, &account, as_of).await? {
                reached.units.extend(counted.key.parse::<UnitId>());
                reached.days.insert(counted.day);
            }
        }
        let account = accounts::member_mobilised(campaign);
        for counted in ledger::counted(connection, &account, as_of).await? {
            reached.people.extend(counted.key.parse::<PersonId>());
            reached.days.insert(counted.day);
        }
        Ok(reached)
    }
}

async fn missing_members(
    connection: &impl ConnectionTrait,
    reached: &Reached,
    within: &[UnitId],
    as_of: NaiveDate,
) -> Result<BTreeMap<UnitId, usize>, DbErr> {
    let mut missing: BTreeMap<UnitId, usize> = BTreeMap::new();
    for units in within.chunks(500) {
        let rows = membership::Entity::find()
            .filter(membership::on(as_of))
            .filter(membership::Column::IsMember.eq(true))
            .filter(membership::Column::UnitId.is_in(units.iter().copied()))
            .all(connection)
            .await?;
        for row in rows {
            if !reached.people.contains(&row.person_id) {
                *missing.entry(row.unit_id).or_default() += 1;
            }
        }
    }
    Ok(missing)
}
