//! What was there before there was an index is found too; and so is what is brought back from a backup.
use super::{
    place,
    store::{self, SEARCH},
};
use crate::retention::{Thing, purged};
use db::Db;
use futures::FutureExt;
use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    Statement, sea_query::Expr,
};
use uuid::Uuid;
use web::Derived;

/// Cases that are indexed in one transaction.
const AT_ONCE: u64 = 500;

/// The index, made from the cases. Of a cleared case nothing is found.
pub(super) const INDEX: Derived = Derived {
    table: SEARCH.table(),
    fill: |db| fill(db).boxed(),
};

async fn fill(db: Db) -> Result<(), DbErr> {
    let kept = store::Entity::find()
        .filter(Expr::col((store::Entity, store::Column::Id)).not_in_subquery(purged(Thing::Case)))
        .order_by_asc(store::Column::Id);
    let mut pages = kept.paginate(db.reader(), AT_ONCE);
    while let Some(cases) = pages.fetch_and_next().await? {
        let tx = db.begin().await?;
        for case in cases {
            SEARCH.put(&tx, case.id.0, &case.found_by()).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Indexes every case. Plain statements: the table may have fewer columns than it has today.
pub(super) async fn all(connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    let backend = connection.get_database_backend();
    let select = "SELECT id, number, title, body, place FROM serve_case";
    let rows = connection
        .query_all_raw(Statement::from_string(backend, select))
        .await?;
    for row in rows {
        let id: Uuid = row.try_get("", "id")?;
        let text = |name: &str| row.try_get::<String>("", name);
        let where_it_is = text("place")?;
        let found_by = [text("number")?, text("title")?, text("body")?].join(" ");
        SEARCH
            .put(connection, id, &format!("{found_by} {where_it_is}"))
            .await?;
        let key = place::key(&where_it_is, &[]);
        let update = "UPDATE serve_case SET place_key = $1 WHERE id = $2";
        let update = Statement::from_sql_and_values(backend, update, [key.into(), id.into()]);
        connection.execute_raw(update).await?;
    }
    Ok(())
}
