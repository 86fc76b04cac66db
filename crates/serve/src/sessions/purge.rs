//! Clearing the bookings of a session that was held long ago: names and numbers. How many came stays.
use super::{
    booking,
    offering::SUBJECT,
    session::{self, SessionId},
};
use crate::retention::{self, Due, Thing};
use chrono::NaiveDate;
use db::{Keys, Tx};
use kernel::UnitId;
use ledger::Subject;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, Query},
};
use std::collections::HashMap;
use uuid::Uuid;

pub(crate) async fn due(tx: &Tx, before: NaiveDate, take: u64) -> Result<Vec<Due>, DbErr> {
    let past = session::Entity::find().filter(session::Column::Day.lt(before));
    let past = past
        .select_only()
        .columns([session::Column::Id, session::Column::Unit]);
    let past: HashMap<SessionId, UnitId> = past
        .into_tuple::<(SessionId, UnitId)>()
        .all(tx)
        .await?
        .into_iter()
        .collect();
    let old = Query::select()
        .column(session::Column::Id)
        .from(session::Entity)
        .and_where(session::Column::Day.lt(before))
        .take();
    let bookings = booking::Entity::find()
        .filter(booking::Column::Session.in_subquery(old))
        .filter(booking::Column::Id.not_in_subquery(retention::purged(Thing::Booking)))
        .limit(take)
        .all(tx)
        .await?;
    let due = |booking: booking::PlaceBooking| Due {
        id: booking.id.0,
        unit: past.get(&booking.session).copied().unwrap_or(UnitId(0)),
        subject: Subject::new(SUBJECT, booking.session),
    };
    Ok(bookings.into_iter().map(due).collect())
}

pub(crate) async fn clear(tx: &Tx, keys: &Keys, id: Uuid) -> Result<(), DbErr> {
    use booking::Column;
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    booking::Entity::update_many()
        .col_expr(Column::Phone, nothing())
        .col_expr(Column::PhoneFoundBy, nothing())
        .col_expr(Column::Names, Expr::value(booking::sealed_names(keys, &[])))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}
