//! Clearing a case that ended long ago: who asked, and everything in their words. Its number, its days and its units stay.
use super::{
    acting::files_of,
    case::State,
    raising::{SUBJECT, record_of},
    store::{self, CaseId, SEARCH, asker, note, part},
};
use crate::retention::{self, Due, Thing};
use chrono::NaiveDate;
use db::Tx;
use ledger::{Subject, entry};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

/// What stands in place of the words. Data, as the words were: in the office's language.
const CLEARED: &str = "资料已按规定清除";

pub(crate) async fn due(tx: &Tx, before: NaiveDate, take: u64) -> Result<Vec<Due>, DbErr> {
    use store::Column;
    let closed = Condition::all()
        .add(Column::State.eq(State::Closed.code()))
        .add(Column::ClosedOn.lt(before));
    let refused = Condition::all()
        .add(Column::State.eq(State::Refused.code()))
        .add(Column::RaisedOn.lt(before));
    // What was merged goes with the case that went on for it.
    let merged = Condition::all()
        .add(Column::State.eq(State::Merged.code()))
        .add(Column::MergedInto.in_subquery(retention::purged(Thing::Case)));
    let ended = Condition::any().add(closed).add(refused).add(merged);
    let cases = store::Entity::find()
        .filter(ended)
        .filter(Column::Id.not_in_subquery(retention::purged(Thing::Case)))
        .order_by_asc(Column::RaisedAt)
        .limit(take)
        .all(tx)
        .await?;
    let due = |case: store::Case| Due {
        id: case.id.0,
        unit: case.desk,
        subject: Subject::new(SUBJECT, case.id),
    };
    Ok(cases.into_iter().map(due).collect())
}

pub(crate) async fn clear(tx: &Tx, id: Uuid) -> Result<(), DbErr> {
    use store::Column;
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    store::Entity::update_many()
        .col_expr(Column::Name, nothing())
        .col_expr(Column::Phone, nothing())
        .col_expr(Column::PhoneFoundBy, nothing())
        .col_expr(Column::Title, Expr::value(CLEARED))
        .col_expr(Column::PublicTitle, Expr::value(""))
        .col_expr(Column::Body, Expr::value(CLEARED))
        .col_expr(Column::Place, Expr::value(""))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    asker::Entity::update_many()
        .col_expr(asker::Column::Name, nothing())
        .col_expr(asker::Column::Phone, nothing())
        .col_expr(asker::Column::PhoneFoundBy, nothing())
        .filter(asker::Column::CaseId.eq(id))
        .exec(tx)
        .await?;
    // What it was found by are its words too, and pictures show whose house it was.
    SEARCH.put(tx, id, "").await?;
    files::keep_only(tx, &record_of(CaseId(id)), &[]).await?;
    for act in entry::history(tx, SUBJECT, &CaseId(id).to_string()).await? {
        files::keep_only(tx, &files_of(act.id), &[]).await?;
    }
    part::Entity::update_many()
        .col_expr(part::Column::Duty, Expr::value(""))
        .filter(part::Column::CaseId.eq(id))
        .exec(tx)
        .await?;
    note::Entity::update_many()
        .col_expr(note::Column::Said, Expr::value(""))
        .col_expr(note::Column::Noted, Expr::value(""))
        .filter(note::Column::CaseId.eq(id))
        .exec(tx)
        .await
        .map(drop)
}
