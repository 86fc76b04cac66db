//! Clearing a visit to a household, once it is long past: which household, and what was heard there. The visit stays counted.
use super::{
    Audience,
    recording::{SUBJECT, sealed},
    store::{Column, Entity, Visit, problem},
};
use crate::{
    corrections,
    retention::{self, Due, Thing},
};
use chrono::NaiveDate;
use db::{Keys, Tx};
use ledger::Subject;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

/// Instead of the household: that it was one is what the visit counts as.
const CLEARED: &str = "—";

pub(crate) async fn due(tx: &Tx, before: NaiveDate, take: u64) -> Result<Vec<Due>, DbErr> {
    let past = Entity::find()
        .filter(Column::Audience.eq(Audience::Household.code()))
        .filter(Column::Day.lt(before))
        .filter(Column::Id.not_in_subquery(retention::purged(Thing::Visit)))
        .order_by_asc(Column::Day)
        .limit(take)
        .all(tx)
        .await?;
    let due = |visit: Visit| Due {
        id: visit.id.0,
        unit: visit.unit,
        subject: Subject::new(SUBJECT, visit.id),
    };
    Ok(past.into_iter().map(due).collect())
}

pub(crate) async fn clear(tx: &Tx, keys: &Keys, id: Uuid) -> Result<(), DbErr> {
    corrections::clear(tx, id).await?;
    Entity::update_many()
        .col_expr(Column::Household, Expr::value(sealed(keys, CLEARED)))
        .col_expr(Column::Heard, Expr::value(""))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    problem::Entity::update_many()
        .col_expr(problem::Column::Body, Expr::value(CLEARED))
        .filter(problem::Column::Visit.eq(id))
        .exec(tx)
        .await
        .map(drop)
}
