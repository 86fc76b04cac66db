//! Clearing wishes that were fulfilled or refused long ago: what was said, names and numbers. The wording stays, and counts.
use super::{
    making::SUBJECT,
    store::{BODY, Column, Entity, GUARDIAN},
    wish::State,
};
use crate::retention::{self, Due, Thing};
use chrono::NaiveDate;
use db::{Keys, Tx};
use ledger::Subject;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

pub(crate) async fn due(tx: &Tx, before: NaiveDate, take: u64) -> Result<Vec<Due>, DbErr> {
    let refused = Condition::all()
        .add(Column::State.eq(State::Refused))
        .add(Column::MadeOn.lt(before));
    let ended = Condition::any()
        .add(Column::DeliveredOn.lt(before))
        .add(refused);
    let wishes = Entity::find()
        .filter(ended)
        .filter(Column::Id.not_in_subquery(retention::purged(Thing::Wish)))
        .limit(take);
    let due = |wish: super::store::Wish| Due {
        id: wish.id.0,
        unit: wish.unit,
        subject: Subject::new(SUBJECT, wish.id),
    };
    Ok(wishes.all(tx).await?.into_iter().map(due).collect())
}

pub(crate) async fn clear(tx: &Tx, keys: &Keys, id: Uuid) -> Result<(), DbErr> {
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    Entity::update_many()
        .col_expr(Column::Body, Expr::value(keys.seal(BODY, "")))
        .col_expr(Column::Name, nothing())
        .col_expr(Column::Phone, nothing())
        .col_expr(Column::PhoneFoundBy, nothing())
        .col_expr(Column::Thanks, nothing())
        // That somebody agreed stays known, not who.
        .col_expr(Column::Guardian, Expr::value(keys.seal(GUARDIAN, "")))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}
