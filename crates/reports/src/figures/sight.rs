//! How much of a unit's figures somebody may see. Pure.
use chrono::NaiveDate;
use kernel::{Actor, Reach, Right, UnitId};
use ledger::Tree;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Number, parts and rows.
    Full,
    /// The number, since the reader's own units count in it; of the rows only those of their own units.
    NumberOnly,
    /// Not even that there is something.
    Nothing,
}

/// What `actor` may see of the figures of `unit` on `day`.
pub fn sight(tree: &Tree, actor: &Actor, unit: UnitId, day: NaiveDate) -> Sight {
    let reach = actor.reach(Right::Read);
    if reaches_all_below(tree, &reach, unit, day) {
        return Sight::Full;
    }
    let is_above = reached(&reach)
        .iter()
        .any(|own| tree.is_within(*own, unit, day));
    if is_above {
        Sight::NumberOnly
    } else {
        Sight::Nothing
    }
}

/// The largest units within `unit` whose rows `actor` may all see, none inside another.
pub fn own_units(tree: &Tree, actor: &Actor, unit: UnitId, day: NaiveDate) -> Vec<UnitId> {
    let reach = actor.reach(Right::Read);
    if reaches_all_below(tree, &reach, unit, day) {
        return vec![unit];
    }
    let mut own: Vec<UnitId> = reached(&reach)
        .into_iter()
        .filter(|own| tree.is_within(*own, unit, day) && reaches_all_below(tree, &reach, *own, day))
        .collect();
    own.sort();
    own.dedup();
    let inside_another = |inner: &UnitId| {
        own.iter()
            .any(|outer| outer != inner && tree.is_within(*inner, *outer, day))
    };
    own.iter()
        .filter(|unit| !inside_another(unit))
        .copied()
        .collect()
}

/// The unit at which a reader begins when they ask for no other: the top of what they reach.
pub fn home(tree: &Tree, actor: &Actor, day: NaiveDate) -> Option<UnitId> {
    match actor.reach(Right::Read) {
        Reach::All => {
            let chain = tree.chain(actor.unit, day);
            chain
                .last()
                .copied()
                .filter(|top| tree.contains(*top))
                .or_else(|| tree.roots(day).first().copied())
        }
        Reach::Some { below, only } => below.first().or(only.first()).copied(),
    }
}

/// A reach of one unit only reaches all below it where there is nothing below it.
fn reaches_all_below(tree: &Tree, reach: &Reach, unit: UnitId, day: NaiveDate) -> bool {
    match reach {
        Reach::All => true,
        Reach::Some { below, only } => {
            let chain = tree.chain(unit, day);
            below.iter().any(|top| chain.contains(top))
                || only.contains(&unit) && tree.children(unit, day).is_empty()
        }
    }
}

fn reached(reach: &Reach) -> Vec<UnitId> {
    match reach {
        Reach::All => Vec::new(),
        Reach::Some { below, only } => [below.as_slice(), only.as_slice()].concat(),
    }
}
