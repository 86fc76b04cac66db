//! What a person may see: cases that one of their units keeps, leads or helps with; all of them for whom it reaches so far.
use super::{
    acting,
    case::Who,
    moment,
    store::{self, CaseId, Whole, part},
};
use chrono::NaiveDate;
use kernel::{Actor, Reach, Right, Scope, UnitId};
use ledger::Tree;
use orgs::Directory;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::sync::Arc;
use web::{App, WebError};

pub(crate) struct Sight {
    pub(crate) tree: Arc<Tree>,
    pub(crate) directory: Directory,
    pub(crate) today: NaiveDate,
    pub(crate) now: i64,
    read: Reach,
    serve: Reach,
    /// The units for which this person acts: the own one, and those that were granted by name.
    pub(crate) own: Vec<UnitId>,
}

impl Sight {
    pub(crate) async fn of(app: &App, actor: &Actor) -> Result<Sight, WebError> {
        let reader = app.db.reader();
        let (tree, today) = (app.book.tree(reader).await?, app.clock.today());
        let mut own = vec![actor.unit];
        for grant in &actor.grants {
            match grant.scope {
                Scope::All => {}
                Scope::Unit(unit) => own.push(unit),
                Scope::Below(unit) => own.extend(tree.subtree(unit, today)),
            }
        }
        own.sort_unstable();
        own.dedup();
        Ok(Sight {
            directory: Directory::load(reader).await?,
            now: moment::now(app.clock.as_ref()),
            read: actor.reach(Right::Read),
            serve: actor.reach(Right::Serve),
            own,
            tree,
            today,
        })
    }

    pub(crate) fn sees(&self, whole: &Whole) -> bool {
        let mut units = whole.parts.iter().map(|part| part.unit);
        self.reads(whole.case.desk) || units.any(|unit| self.reads(unit))
    }

    fn reads(&self, unit: UnitId) -> bool {
        self.tree.reaches(&self.read, unit, self.today)
    }

    /// Whether this person handles cases of the unit.
    pub(crate) fn serves(&self, unit: UnitId) -> bool {
        self.tree.reaches(&self.serve, unit, self.today)
    }

    pub(crate) fn who(&self, actor: &Actor, whole: &Whole) -> Who {
        acting::who(&self.tree, actor, whole, self.today)
    }

    /// Open units over which this person handles cases, as they stand in the tree.
    pub(crate) fn desks(&self) -> Vec<UnitId> {
        let open = self.open_units().filter(|unit| self.serves(*unit));
        self.directory.in_tree_order(&self.tree, self.today, open)
    }

    pub(crate) fn open_units(&self) -> impl Iterator<Item = UnitId> + '_ {
        let units = self.tree.units();
        units.filter(|unit| self.tree.is_open(*unit, self.today))
    }

    /// Narrows a list to the cases that this person may see.
    pub(crate) fn among(&self) -> Condition {
        match &self.read {
            Reach::All => Condition::all(),
            reach => with_part_of(&self.within(reach)),
        }
    }

    /// Cases kept by a unit whose cases this person handles.
    pub(crate) fn kept(&self) -> Condition {
        match &self.serve {
            Reach::All => Condition::all(),
            reach => Condition::all().add(store::Column::Desk.is_in(self.within(reach))),
        }
    }

    fn within(&self, reach: &Reach) -> Vec<UnitId> {
        let units = self.tree.units();
        units
            .filter(|unit| self.tree.reaches(reach, *unit, self.today))
            .collect()
    }
}

/// Cases that one of the units keeps, leads or helps with.
pub(crate) fn with_part_of(units: &[UnitId]) -> Condition {
    let units = units.iter().copied();
    Condition::any()
        .add(store::Column::Desk.is_in(units.clone()))
        .add(with_parts(
            Condition::all().add(part::Column::Unit.is_in(units)),
        ))
}

/// Cases with a part that meets the condition.
pub(crate) fn with_parts(condition: Condition) -> Condition {
    let parts = part::Entity::find()
        .select_only()
        .column(part::Column::CaseId)
        .filter(condition)
        .into_query();
    Condition::all().add(store::Column::Id.in_subquery(parts))
}

/// The case, if the viewer may see it.
pub(crate) async fn seen(
    app: &App,
    actor: &Actor,
    case: CaseId,
) -> Result<(Sight, Whole), WebError> {
    let whole = Whole::load(app.db.reader(), case).await?;
    let whole = whole.ok_or(WebError::NotFound)?;
    let sight = Sight::of(app, actor).await?;
    if !sight.sees(&whole) {
        return Err(WebError::NotFound);
    }
    Ok((sight, whole))
}
