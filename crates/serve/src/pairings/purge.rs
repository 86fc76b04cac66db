//! Clearing a pairing that ended long ago: the household, its telephone and hardship, what was spoken of. That the two were
//! paired, and how often they were in contact, stays.
use super::{
    making::SUBJECT,
    store::{Column, Entity, NOTE, Pairing, contact},
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

pub(crate) async fn due(tx: &Tx, before: NaiveDate, take: u64) -> Result<Vec<Due>, DbErr> {
    let ended = Entity::find()
        .filter(Column::ToDay.lt(before))
        .filter(Column::Id.not_in_subquery(retention::purged(Thing::Pairing)))
        .order_by_asc(Column::ToDay)
        .limit(take)
        .all(tx)
        .await?;
    let due = |pairing: Pairing| Due {
        id: pairing.id.0,
        unit: pairing.helper,
        subject: Subject::new(SUBJECT, pairing.id),
    };
    Ok(ended.into_iter().map(due).collect())
}

pub(crate) async fn clear(tx: &Tx, keys: &Keys, id: Uuid) -> Result<(), DbErr> {
    corrections::clear(tx, id).await?;
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    Entity::update_many()
        .col_expr(Column::ContactPhone, nothing())
        .col_expr(Column::Household, nothing())
        .col_expr(Column::HouseholdPhone, nothing())
        .col_expr(Column::Hardship, nothing())
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    contact::Entity::update_many()
        .col_expr(contact::Column::Note, Expr::value(keys.seal(NOTE, "")))
        .filter(contact::Column::Pairing.eq(id))
        .exec(tx)
        .await
        .map(drop)
}
