//! What was there before there was an index is found too.
use super::{place, store::SEARCH};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use uuid::Uuid;

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
