//! The number of a case: the day and a count of the day, `202103150007`. Easy to read out on the telephone.
use chrono::{Datelike, NaiveDate};
use sea_orm::{ConnectionTrait, DbErr, Statement};

/// The next number of the day. Two at once get two numbers: the row of the day is counted up in place.
pub(crate) async fn next(tx: &db::Tx, day: NaiveDate) -> Result<String, DbErr> {
    let day = day.year() * 10_000 + (day.month() * 100 + day.day()) as i32;
    let statement = Statement::from_sql_and_values(
        tx.get_database_backend(),
        "INSERT INTO serve_case_number (day, last) VALUES ($1, 1) \
         ON CONFLICT (day) DO UPDATE SET last = serve_case_number.last + 1 RETURNING last",
        [day.into()],
    );
    let row = tx.query_one_raw(statement).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound("the count of the day".to_owned()))?;
    let last: i32 = row.try_get_by_index(0)?;
    Ok(format!("{day}{last:04}"))
}
