//! Few, plain statements that are the same on both databases.
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};

/// Most rows of one statement.
const ROWS_MAX: usize = 1024;
/// Above this, statements are cut to powers of two, so that most texts are found prepared; what is left goes down as it is,
/// because a statement more costs more than reading a short text anew.
const ANY_SIZE_BELOW: usize = 64;

/// How many of `left` rows go into the next statement.
fn next_size(left: usize) -> usize {
    if left < ANY_SIZE_BELOW {
        return left;
    }
    let power = usize::BITS - 1 - left.leading_zeros();
    (1 << power).min(ROWS_MAX)
}

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
    let mut rows = rows.into_iter().collect::<Vec<[Value; N]>>().into_iter();
    let mut returned = Vec::new();
    let backend = connection.get_database_backend();
    while rows.len() != 0 {
        let count = next_size(rows.len());
        let values: Vec<Value> = rows.by_ref().take(count).flatten().collect();
        let sql = format!(
            "INSERT INTO {into} VALUES {} {then}",
            places(backend, count, N)
        );
        let statement = Statement::from_sql_and_values(backend, sql, values);
        if then.contains("RETURNING") {
            returned.extend(connection.query_all_raw(statement).await?);
        } else {
            connection.execute_raw(statement).await?;
        }
    }
    Ok(returned)
}

/// Selects rows by many keys in few statements. `{}` in `sql` becomes the list of keys; fixed values (`$1`, `$2`, each once
/// and in order) come first.
pub(crate) async fn rows_by_keys(
    connection: &impl ConnectionTrait,
    sql: &str,
    fixed: &[Value],
    keys: impl IntoIterator<Item = Value>,
) -> Result<Vec<QueryResult>, DbErr> {
    let backend = connection.get_database_backend();
    let sql = (1..=fixed.len()).fold(sql.to_owned(), |sql, n| {
        sql.replacen(&format!("${n}"), &place(backend, n), 1)
    });
    let mut keys = keys.into_iter().collect::<Vec<_>>().into_iter();
    let mut found = Vec::new();
    while keys.len() != 0 {
        let count = next_size(keys.len());
        let keys = keys.by_ref().take(count);
        let values: Vec<Value> = fixed.iter().cloned().chain(keys).collect();
        let list: Vec<String> = (fixed.len() + 1..=values.len())
            .map(|n| place(backend, n))
            .collect();
        found.extend(rows(connection, &sql.replace("{}", &list.join(", ")), values).await?);
    }
    Ok(found)
}

/// The `n`th value of a statement with many. SQLite looks a numbered one up among all others, each time it is read or bound
/// (a thousand rows would cost a million comparisons); one without a number it only counts.
fn place(backend: DbBackend, n: usize) -> String {
    match backend {
        DbBackend::Sqlite => "?".to_owned(),
        _ => format!("${n}"),
    }
}

/// `($1, $2), ($3, $4)` for 2 rows of 2 columns.
fn places(backend: DbBackend, rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let places: Vec<String> = (row * columns + 1..=(row + 1) * columns)
            .map(|n| place(backend, n))
            .collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    rows.join(", ")
}

/// How SQLite would go about a statement in an empty book.
#[cfg(test)]
pub(crate) async fn plan(select: &str, values: impl IntoIterator<Item = Value>) -> String {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("plan.db").display());
    let db = db::Db::open(&address).await.unwrap();
    db.migrate(&crate::migrations()).await.unwrap();
    let explain = format!("EXPLAIN QUERY PLAN {select}");
    let steps = rows(db.reader(), &explain, values).await.unwrap();
    let words: Vec<String> = steps
        .iter()
        .map(|step| step.try_get("", "detail").unwrap())
        .collect();
    words.join("; ")
}
