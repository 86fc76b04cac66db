//! What a change does, worked out before anything is written: the same for the preview and for the act.
use super::{Change, Details, NewUnit, Refused, What};
use crate::{
    kind, membership, unit,
    units::particulars::{self, Particulars, Timeline},
};
use chrono::NaiveDate;
use kernel::{Actor, PersonId, Right, UnitId, limits::NOTE_CHARS_MAX};
use ledger::{
    ClosedPeriod, Tree, closed_through,
    tree::{Edge, Heir, Place},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use std::collections::HashSet;

/// Longest name and code of a unit, in characters.
pub(crate) const NAME_CHARS_MAX: usize = 100;
pub(crate) const CODE_CHARS_MAX: usize = 40;

/// Everything that a change will write.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    pub edges: Vec<Edge>,
    pub heirs: Vec<Heir>,
    /// A unit that is new.
    pub founded: Option<unit::Model>,
    /// The unit's particulars over time, where they change.
    pub timeline: Option<Timeline>,
    /// The people who go along, and where to.
    pub people: Vec<membership::Model>,
    pub people_to: Option<UnitId>,
    /// Units below it that change their superior.
    pub children: Vec<UnitId>,
    /// Those of them who belong to that unit already.
    pub already: HashSet<PersonId>,
    /// The other unit that the change is about.
    pub other: Option<UnitId>,
    /// What it was called before.
    pub was: Option<Particulars>,
}

/// What is there before the change.
#[derive(Clone)]
pub(crate) struct State<'a> {
    pub tree: &'a Tree,
    pub today: NaiveDate,
    pub unit: unit::Model,
}

pub(crate) async fn plan(
    connection: &impl ConnectionTrait,
    actor: &Actor,
    state: &State<'_>,
    change: &Change,
) -> Result<Plan, Refused> {
    let (tree, unit, from) = (state.tree, change.unit, change.from);
    let reason = change.reason.trim();
    if reason.is_empty() || NOTE_CHARS_MAX < reason.chars().count() {
        return Err(Refused::Reason);
    }
    if state.today < from {
        return Err(Refused::Future);
    }
    // Said before it is confirmed, and of a new name too: what was published keeps the names that it had.
    if let Some(through) = closed_through(connection)
        .await?
        .filter(|last| from <= *last)
    {
        let day = from;
        return Err(Refused::PeriodClosed(ClosedPeriod { day, through }));
    }
    match tree.place(unit, from) {
        None => {
            let founded = tree.founded(unit).ok_or(Refused::NoSuchUnit)?;
            return Err(Refused::BeforeFounded(founded));
        }
        Some(Place::Closed) if !matches!(change.what, What::Reopen { .. } | What::Rename(_)) => {
            return Err(Refused::ClosedThen);
        }
        Some(_) => {}
    }
    let other = |other| other_unit(tree, actor, state.today, other, from);
    let edge = |unit, place| Edge { unit, from, place };
    let mut plan = Plan::default();
    match &change.what {
        What::Found(new) => {
            stays_open(tree, unit, from)?;
            let founded = founded(connection, tree, new).await?;
            plan.edges.push(edge(founded.id, Place::Below(unit)));
            plan.founded = Some(founded);
        }
        What::Rename(details) => {
            check(details)?;
            let mut timeline = particulars::timeline(connection, tree, &state.unit).await?;
            let before = timeline.clone();
            particulars::amend(&mut timeline, from, &details.particulars());
            let held = |timeline: &Timeline| particulars::holding(timeline, from).cloned();
            if held(&before) == held(&timeline) {
                return Err(Refused::NothingNew);
            }
            plan.was = held(&before);
            plan.timeline = Some(timeline);
        }
        What::Move { below } => {
            other(*below)?;
            no_later_turn(tree, unit, from, Place::Below(*below))?;
            if tree.place(unit, from) == Some(Place::Below(*below)) {
                return Err(Refused::NothingNew);
            }
            if tree.is_within(*below, unit, from) {
                return Err(Refused::Ring);
            }
            plan.edges.push(edge(unit, Place::Below(*below)));
            plan.other = Some(*below);
        }
        What::Merge { into } => {
            if *into == unit {
                return Err(Refused::Itself);
            }
            other(*into)?;
            no_later_turn(tree, unit, from, Place::Closed)?;
            if tree.is_within(*into, unit, from) {
                return Err(Refused::Ring);
            }
            plan.children = tree.children(unit, from);
            if let Some(later) = first_child_after(tree, unit, from) {
                return Err(Refused::ChangesLater(later));
            }
            for child in &plan.children {
                no_later_turn(tree, *child, from, Place::Below(*into))?;
                plan.edges.push(edge(*child, Place::Below(*into)));
            }
            plan.edges.push(edge(unit, Place::Closed));
            plan.heirs.push(Heir { unit, into: *into });
            plan.people = everybody(connection, unit, from).await?;
            plan.people_to = Some(*into);
            plan.already = already(connection, *into, from, &plan.people).await?;
            plan.other = Some(*into);
        }
        What::Split { new, people, units } => {
            let place = tree.place(unit, from).ok_or(Refused::ClosedThen)?;
            let above = match place {
                Place::Below(above) => above,
                Place::Root | Place::Closed => return Err(Refused::Ring),
            };
            stays_open(tree, unit, from)?;
            let founded = founded(connection, tree, new).await?;
            plan.edges.push(edge(founded.id, Place::Below(above)));
            let children = tree.children(unit, from);
            for child in units {
                if !children.contains(child) {
                    return Err(Refused::NotIts);
                }
                no_later_turn(tree, *child, from, Place::Below(founded.id))?;
                plan.edges.push(edge(*child, Place::Below(founded.id)));
            }
            plan.children.clone_from(units);
            plan.people = some_people(connection, unit, from, people).await?;
            plan.people_to = Some(founded.id);
            plan.other = Some(founded.id);
            plan.founded = Some(founded);
        }
        What::Close => {
            no_later_turn(tree, unit, from, Place::Closed)?;
            let below = tree.children(unit, from).len();
            if 0 < below {
                return Err(Refused::UnitsBelow(below));
            }
            if let Some(later) = first_child_after(tree, unit, from) {
                return Err(Refused::ChangesLater(later));
            }
            let left = still_there(connection, unit, from).await?;
            if 0 < left {
                return Err(Refused::PeopleLeft(left));
            }
            plan.edges.push(edge(unit, Place::Closed));
        }
        What::Reopen { below } => {
            if tree.place(unit, from) != Some(Place::Closed) {
                return Err(Refused::StandsThen);
            }
            other(*below)?;
            no_later_turn(tree, unit, from, Place::Below(*below))?;
            if tree.is_within(*below, unit, from) {
                return Err(Refused::Ring);
            }
            plan.edges.push(edge(unit, Place::Below(*below)));
            plan.other = Some(*below);
        }
    }
    Ok(plan)
}

/// In reach, and standing from that day on.
fn other_unit(
    tree: &Tree,
    actor: &Actor,
    today: NaiveDate,
    other: UnitId,
    from: NaiveDate,
) -> Result<(), Refused> {
    if !tree.reaches(&actor.reach(Right::Roster), other, today) {
        return Err(Refused::OtherOutOfReach);
    }
    stays_open(tree, other, from)
}

fn stays_open(tree: &Tree, unit: UnitId, from: NaiveDate) -> Result<(), Refused> {
    let later = tree.turns(unit).into_iter().filter(|(day, _)| from < *day);
    let stands = !matches!(tree.place(unit, from), None | Some(Place::Closed));
    if stands && !later.into_iter().any(|(_, place)| place == Place::Closed) {
        Ok(())
    } else {
        Err(Refused::OtherNotThen)
    }
}

/// A change for a day gone by must not be undone by one that was entered for a later day.
fn no_later_turn(tree: &Tree, unit: UnitId, from: NaiveDate, wanted: Place) -> Result<(), Refused> {
    let later = tree.turns(unit).into_iter();
    let other = later.filter(|(day, place)| from < *day && *place != wanted);
    other
        .into_iter()
        .next()
        .map_or(Ok(()), |(day, _)| Err(Refused::ChangesLater(day)))
}

/// The first day after `from` on which a unit comes below `unit`.
fn first_child_after(tree: &Tree, unit: UnitId, from: NaiveDate) -> Option<NaiveDate> {
    let turns = tree.units().flat_map(|other| tree.turns(other));
    let comes = turns.filter(|(day, place)| from < *day && *place == Place::Below(unit));
    comes.map(|(day, _)| day).min()
}

async fn founded(
    connection: &impl ConnectionTrait,
    tree: &Tree,
    new: &NewUnit,
) -> Result<unit::Model, Refused> {
    check(&new.details)?;
    let code = new.code.trim();
    if code.is_empty() || CODE_CHARS_MAX < code.chars().count() {
        return Err(Refused::Code);
    }
    let taken = unit::Entity::find()
        .filter(unit::Column::Code.eq(code))
        .count(connection)
        .await?;
    if 0 < taken {
        return Err(Refused::CodeTaken);
    }
    let highest: Option<Option<UnitId>> = unit::Entity::find()
        .select_only()
        .column_as(unit::Column::Id.max(), "highest")
        .into_tuple()
        .one(connection)
        .await?;
    let in_tree = tree.units().map(|unit| unit.0).max().unwrap_or(0);
    let next = highest.flatten().map_or(0, |unit| unit.0).max(in_tree) + 1;
    let unit = unit::Model {
        id: UnitId(next),
        code: code.to_owned(),
        name: String::new(),
        name_en: None,
        kind: String::new(),
        position: 0,
    };
    Ok(new.details.particulars().on(unit))
}

fn check(details: &Details) -> Result<(), Refused> {
    let name = details.name.trim();
    let other = details.name_en.as_deref().unwrap_or_default();
    if name.is_empty()
        || [name, other]
            .iter()
            .any(|name| NAME_CHARS_MAX < name.chars().count())
    {
        return Err(Refused::Name);
    }
    kind::find(&details.kind).map(drop).ok_or(Refused::Kind)
}

impl Details {
    pub(crate) fn particulars(&self) -> Particulars {
        let name_en = self.name_en.as_deref().map(str::trim).unwrap_or_default();
        Particulars {
            name: self.name.trim().to_owned(),
            name_en: (!name_en.is_empty()).then(|| name_en.to_owned()),
            kind: self.kind.clone(),
            position: self.position,
        }
    }
}

/// Memberships of the unit that hold on `from`; refused where somebody came or left after it, because then it is not clear
/// what shall become of them.
async fn everybody(
    connection: &impl ConnectionTrait,
    unit: UnitId,
    from: NaiveDate,
) -> Result<Vec<membership::Model>, Refused> {
    use membership::Column;
    let later = Condition::any()
        .add(Column::FromDay.gte(from))
        .add(Column::ToDay.gt(from));
    let later = membership::Entity::find()
        .filter(Column::UnitId.eq(unit))
        .filter(later)
        .filter(still(from))
        .count(connection)
        .await?;
    if 0 < later {
        return Err(Refused::PeopleLater(later));
    }
    let all = membership::Entity::find()
        .filter(Column::UnitId.eq(unit))
        .filter(membership::on(from))
        .all(connection)
        .await?;
    Ok(all)
}

/// Those of some people who belong to a unit from a day on anyway.
async fn already(
    connection: &impl ConnectionTrait,
    unit: UnitId,
    from: NaiveDate,
    people: &[membership::Model],
) -> Result<HashSet<PersonId>, Refused> {
    let there = membership::Entity::find()
        .filter(membership::Column::UnitId.eq(unit))
        .filter(still(from))
        .all(connection)
        .await?;
    let there: HashSet<PersonId> = there
        .into_iter()
        .map(|membership| membership.person_id)
        .collect();
    let people = people.iter().map(|membership| membership.person_id);
    Ok(people.filter(|person| there.contains(person)).collect())
}

async fn some_people(
    connection: &impl ConnectionTrait,
    unit: UnitId,
    from: NaiveDate,
    people: &[PersonId],
) -> Result<Vec<membership::Model>, Refused> {
    let mut all = membership::Entity::find()
        .filter(membership::Column::UnitId.eq(unit))
        .filter(membership::Column::ToDay.is_null())
        .filter(membership::Column::FromDay.lt(from))
        .all(connection)
        .await?;
    all.retain(|membership| people.contains(&membership.person_id));
    let is_its = |person: &&PersonId| {
        all.iter()
            .any(|membership| membership.person_id == **person)
    };
    if people.iter().any(|person| !is_its(&person)) {
        return Err(Refused::NotIts);
    }
    Ok(all)
}

/// Ends on `from` or later, or not at all.
fn still(from: NaiveDate) -> Condition {
    Condition::any()
        .add(membership::Column::ToDay.is_null())
        .add(membership::Column::ToDay.gt(from))
}

async fn still_there(
    connection: &impl ConnectionTrait,
    unit: UnitId,
    from: NaiveDate,
) -> Result<u64, Refused> {
    let there = membership::Entity::find()
        .filter(membership::Column::UnitId.eq(unit))
        .filter(still(from))
        .count(connection)
        .await?;
    Ok(there)
}
