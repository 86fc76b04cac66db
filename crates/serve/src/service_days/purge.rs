//! Clearing who signed up and who came, once the day is long past: names and numbers. How many came stays.
use super::{
    day,
    project::{self, ProjectId, SUBJECT},
    sign_up,
};
use crate::retention::{self, Due, Thing};
use chrono::NaiveDate;
use db::{Keys, Tx};
use kernel::UnitId;
use ledger::Subject;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, Query, SelectStatement},
};
use std::collections::HashMap;
use uuid::Uuid;

/// Sign-ups, and projects with names of others in them: each is a record of its own.
pub(crate) async fn due(tx: &Tx, before: NaiveDate, take: u64) -> Result<Vec<Due>, DbErr> {
    let projects = project::Entity::find()
        .filter(project::Column::ServiceDay.in_subquery(past(before)))
        .filter(project::Column::Others.is_not_null())
        .filter(project::Column::Id.not_in_subquery(retention::purged(Thing::SignUp)))
        .limit(take)
        .all(tx)
        .await?;
    let of_past = Query::select()
        .column(project::Column::Id)
        .from(project::Entity)
        .and_where(project::Column::ServiceDay.in_subquery(past(before)))
        .take();
    let sign_ups = sign_up::Entity::find()
        .filter(sign_up::Column::Project.in_subquery(of_past))
        .filter(sign_up::Column::Id.not_in_subquery(retention::purged(Thing::SignUp)))
        .limit(take)
        .all(tx)
        .await?;
    let units = units(tx, sign_ups.iter().map(|one| one.project)).await?;
    let mut due: Vec<Due> = projects
        .iter()
        .map(|project| one(project.id.0, project.unit, project.id))
        .collect();
    due.extend(sign_ups.iter().map(|sign_up| {
        let unit = units.get(&sign_up.project).copied().unwrap_or(UnitId(0));
        one(sign_up.id.0, unit, sign_up.project)
    }));
    Ok(due)
}

fn one(id: Uuid, unit: UnitId, project: ProjectId) -> Due {
    Due {
        id,
        unit,
        subject: Subject::new(SUBJECT, project),
    }
}

fn past(before: NaiveDate) -> SelectStatement {
    Query::select()
        .column(day::Column::Id)
        .from(day::Entity)
        .and_where(day::Column::Day.lt(before))
        .take()
}

async fn units(
    tx: &Tx,
    projects: impl Iterator<Item = ProjectId>,
) -> Result<HashMap<ProjectId, UnitId>, DbErr> {
    let select = project::Entity::find().filter(project::Column::Id.is_in(projects));
    let select = select.select_only();
    let select = select.columns([project::Column::Id, project::Column::Unit]);
    let rows = select.into_tuple::<(ProjectId, UnitId)>().all(tx).await?;
    Ok(rows.into_iter().collect())
}

/// The id is a sign-up's or a project's; the other has none like it.
pub(crate) async fn clear(tx: &Tx, keys: &Keys, id: Uuid) -> Result<(), DbErr> {
    use sign_up::Column;
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    sign_up::Entity::update_many()
        .col_expr(Column::Phone, nothing())
        .col_expr(Column::PhoneFoundBy, nothing())
        .col_expr(Column::Names, Expr::value(sign_up::sealed_names(keys, &[])))
        .col_expr(Column::Came, Expr::value(""))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    project::Entity::update_many()
        .col_expr(project::Column::Others, nothing())
        .filter(project::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}
