//! Clearing a wish that ended long ago: who wished, and everything in their words. The wording for everybody stays.
use super::{
    making::SUBJECT,
    store::{BODY, Column, Entity, GUARDIAN, Wish},
    wish::State,
};
use crate::{
    corrections,
    retention::{self, Due, Thing},
};
use chrono::NaiveDate;
use db::{Keys, Tx};
use ledger::Subject;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{CaseStatement, Expr},
};
use uuid::Uuid;

pub(crate) async fn due(tx: &Tx, before: NaiveDate, take: u64) -> Result<Vec<Due>, DbErr> {
    let fulfilled = Condition::all()
        .add(Column::State.is_in([State::Delivered, State::Thanked]))
        .add(Column::DeliveredOn.lt(before));
    let refused = Condition::all()
        .add(Column::State.eq(State::Refused))
        .add(Column::MadeOn.lt(before));
    let wishes = Entity::find()
        .filter(Condition::any().add(fulfilled).add(refused))
        .filter(Column::Id.not_in_subquery(retention::purged(Thing::Wish)))
        .order_by_asc(Column::MadeOn)
        .limit(take)
        .all(tx)
        .await?;
    let due = |wish: Wish| Due {
        id: wish.id.0,
        unit: wish.unit,
        subject: Subject::new(SUBJECT, wish.id),
    };
    Ok(wishes.into_iter().map(due).collect())
}

pub(crate) async fn clear(tx: &Tx, keys: &Keys, id: Uuid) -> Result<(), DbErr> {
    corrections::clear(tx, id).await?;
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    Entity::update_many()
        .col_expr(Column::Body, Expr::value(keys.seal(BODY, "")))
        .col_expr(Column::Name, nothing())
        .col_expr(Column::Phone, nothing())
        .col_expr(Column::PhoneFoundBy, nothing())
        // That a guardian agreed stays true; who it was goes.
        .col_expr(
            Column::Guardian,
            CaseStatement::new()
                .case(Column::Guardian.is_null(), Expr::col(Column::Guardian))
                .finally(keys.seal(GUARDIAN, ""))
                .into(),
        )
        .col_expr(Column::Thanks, nothing())
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}
