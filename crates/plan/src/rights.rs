//! Who may do what to which unit on a day.
use chrono::NaiveDate;
use kernel::{Actor, Right, UnitId};
use ledger::Tree;

/// Whether the actor's `right` reaches `unit` on `day`.
pub fn may(tree: &Tree, actor: &Actor, right: Right, unit: UnitId, day: NaiveDate) -> bool {
    tree.reaches(&actor.reach(right), unit, day)
}

/// The unit at the top of the tree above `unit` on `day`.
pub fn root_above(tree: &Tree, unit: UnitId, day: NaiveDate) -> UnitId {
    tree.chain(unit, day).last().copied().unwrap_or(unit)
}
