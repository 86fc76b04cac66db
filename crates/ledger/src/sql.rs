//! Few, plain statements that are the same on both databases.
use sea_orm::{ConnectionTrait, DbErr, QueryResult, Statement, Value};
use std::fmt::Write;

/// Rows of one statement. Only these sizes are used, so that each text is prepared once and found again.
const SIZES: [usize; 5] = [1024, 256, 64, 16, 4];

pub(crate) async fn rows(
    connection: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>, DbErr> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.query_all_raw(statement).await
}

pub(crate) async fn number(
    connection: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<i64, DbErr> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    let row = connection.query_one_raw(statement).await?;
    row.ok_or_else(|| DbErr::RecordNotFound(sql.to_owned()))?
        .try_get_by_index(0)
}

pub(crate) async fn run(
    connection: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, DbErr> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(connection.execute_raw(statement).await?.rows_affected())
}

/// Inserts many rows in few statements. `into` is `table (columns)`, `then` what follows the values.
pub(crate) async fn insert<const N: usize>(
    connection: &impl ConnectionTrait,
    into: &str,
    rows: impl IntoIterator<Item = [Value; N]>,
    then: &str,
) -> Result<(), DbErr> {
    insert_returning(connection, into, rows, then)
        .await
        .map(drop)
}

/// Like [`insert`]; gives back what a `RETURNING` in `then` asks for.
pub(crate) async fn insert_returning<const N: usize>(
    connection: &impl ConnectionTrait,
    into: &str,
    rows: impl IntoIterator<Item = [Value; N]>,
    then: &str,
) -> Result<Vec<QueryResult>, DbErr> {
    let mut rows: Vec<[Value; N]> = rows.into_iter().collect();
    let mut returned = Vec::new();
    while !rows.is_empty() {
        let count = SIZES
            .into_iter()
            .find(|size| *size <= rows.len())
            .unwrap_or(1);
        let values: Vec<Value> = rows.drain(..count).flatten().collect();
        let sql = format!("INSERT INTO {into} VALUES {} {then}", places(count, N));
        let statement =
            Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
        if then.contains("RETURNING") {
            returned.extend(connection.query_all_raw(statement).await?);
        } else {
            connection.execute_raw(statement).await?;
        }
    }
    Ok(returned)
}

/// Selects rows by many keys in few statements. `{}` in `sql` becomes the list of keys; fixed values come first.
pub(crate) async fn rows_by_keys(
    connection: &impl ConnectionTrait,
    sql: &str,
    fixed: &[Value],
    keys: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>, DbErr> {
    let mut keys: Vec<Value> = keys.into_iter().collect();
    let mut found = Vec::new();
    while !keys.is_empty() {
        let count = SIZES
            .into_iter()
            .find(|size| *size <= keys.len())
            .unwrap_or(1);
        let values: Vec<Value> = fixed.iter().cloned().chain(keys.drain(..count)).collect();
        let list: Vec<String> = (fixed.len() + 1..=values.len())
            .map(|n| format!("${n}"))
            .collect();
        found.extend(rows(connection, &sql.replace("{}", &list.join(", ")), values).await?);
    }
    Ok(found)
}

/// `($1, $2), ($3, $4)` for 2 rows of 2 columns.
fn places(rows: usize, columns: usize) -> String {
    let mut text = String::with_capacity(rows * columns * 6);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            let comma = if column == 0 { "" } else { ", " };
            write!(text, "{comma}${}", row * columns + column + 1)
                .expect("writing to a string cannot fail");
        }
        text.push(')');
    }
    text
}
