//! What a person may see: visits by the units they reach, and visits to these.
use super::store::{self, Visit, VisitId, problem};
use crate::{
    cases::{case::State as CaseState, store as cases},
    desk::Desk,
};
use kernel::{Actor, Reach, Right};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use std::collections::HashSet;
use uuid::Uuid;
use web::{App, WebError};

impl Desk {
    pub(super) fn sees_visit(&self, visit: &Visit) -> bool {
        self.sees(visit.unit) || self.sees(visit.visited)
    }

    /// The visits that may be seen, for a question to the database.
    pub(super) fn visits_seen(&self, actor: &Actor) -> Condition {
        if actor.reach(Right::Read) == Reach::All {
            return Condition::all();
        }
        let units = self.within(actor, Right::Read);
        Condition::any()
            .add(store::Column::Unit.is_in(units.iter().copied()))
            .add(store::Column::Visited.is_in(units))
    }
}

/// A visit, if this person may know of it.
pub(super) async fn seen(app: &App, actor: &Actor, id: VisitId) -> Result<(Desk, Visit), WebError> {
    let desk = Desk::of(app, actor).await?;
    let visit = store::Entity::find_by_id(id).one(app.db.reader()).await?;
    match visit.filter(|visit| desk.sees_visit(visit)) {
        Some(visit) => Ok((desk, visit)),
        None => Err(WebError::NotFound),
    }
}

/// Which of these problems are solved: on the spot, or because their cases are closed.
pub(super) async fn solved(
    app: &App,
    problems: impl Iterator<Item = &problem::Model>,
) -> Result<HashSet<Uuid>, WebError> {
    /// Keys in one question, below what either database takes.
    const CHUNK: usize = 500;
    let (mut solved, mut raised) = (HashSet::new(), Vec::new());
    for problem in problems {
        match problem.case() {
            None => {
                solved.insert(problem.id);
            }
            Some(case) => raised.push(case),
        }
    }
    for chunk in raised.chunks(CHUNK) {
        let closed = cases::Entity::find()
            .filter(cases::Column::Id.is_in(chunk.iter().copied()))
            .filter(cases::Column::State.eq(CaseState::Closed.code()))
            .all(app.db.reader())
            .await?;
        solved.extend(closed.into_iter().map(|case| case.id.0));
    }
    Ok(solved)
}
