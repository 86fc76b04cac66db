//! The list where words narrow it: what they find is looked up once, and counted, ordered and cut to a page from there.
use super::{Conditions, DUE, IS_DONE, Read, View, of_view};
use crate::cases::{
    sight::Sight,
    store::{self, CaseId, SEARCH},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait, Statement, Value,
    sea_query::{CaseStatement, Expr},
};
use std::collections::HashMap;

/// One page and the counts of all views; none where no word is asked for.
pub(super) async fn read(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    conditions: &Conditions,
    page: (u64, u64),
) -> Result<Option<Read>, DbErr> {
    let backend = connection.get_database_backend();
    let Some(statement) = statement(backend, sight, conditions, page) else {
        return Ok(None);
    };
    let mut rows = connection.query_all_raw(statement).await?.into_iter();
    let counted = rows.next();
    let counted = counted.ok_or_else(|| DbErr::RecordNotFound("the counts".to_owned()))?;
    let counts = View::ALL.iter().map(|view| {
        let count: i64 = counted.try_get("", view.code())?;
        Ok(count.unsigned_abs())
    });
    let counts = counts.collect::<Result<_, DbErr>>()?;
    let ids = rows.map(|row| row.try_get::<CaseId>("", "id"));
    let ids: Vec<CaseId> = ids.collect::<Result<_, _>>()?;
    let found = store::Entity::find().filter(store::Column::Id.is_in(ids.iter().copied()));
    let found = found.all(connection).await?.into_iter();
    let mut found: HashMap<_, _> = found.map(|case| (case.id, case)).collect();
    let cases = ids.iter().filter_map(|id| found.remove(id)).collect();
    Ok(Some(Read { counts, cases }))
}

/// The first row has the counts, the others the ids of the page in their order.
fn statement(
    backend: DbBackend,
    sight: &Sight,
    conditions: &Conditions,
    (offset, limit): (u64, u64),
) -> Option<Statement> {
    let (records, asked) = SEARCH.select_all(backend, &conditions.text)?;
    let condition = match backend {
        DbBackend::Postgres => conditions.in_any_view(backend, sight),
        _ => conditions.without_words(sight),
    };
    let mut found = store::Entity::find()
        .select_only()
        .column(store::Column::Id)
        .expr_as(Expr::cust(IS_DONE), "by_done")
        .expr_as(Expr::cust(DUE), "by_due")
        .column(store::Column::RaisedAt)
        .filter(condition);
    for view in View::ALL {
        let is_in = CaseStatement::new()
            .case(of_view(sight, *view), 1)
            .finally(0);
        found = found.expr_as(is_in, view.code());
    }
    let Statement {
        mut sql, values, ..
    } = found.build(backend);
    let mut values = values.map_or_else(Vec::new, |values| values.0);
    let worded = match backend {
        DbBackend::Postgres => String::new(),
        // Without this the embedded database would go through every case of a kind or a unit, and read each in full.
        _ => {
            values.insert(0, Value::from(asked));
            let driven = "FROM worded CROSS JOIN \"serve_case\" INDEXED BY serve_case_found \
                          ON \"serve_case\".\"id\" = worded.record";
            sql = sql.replacen("FROM \"serve_case\"", driven, 1);
            format!("worded (record) AS MATERIALIZED ({records}), ")
        }
    };
    let sums = View::ALL.iter().map(|view| {
        format!(
            "CAST(COALESCE(SUM(\"{0}\"), 0) AS bigint) AS \"{0}\"",
            view.code()
        )
    });
    let nothing = View::ALL.iter().map(|_| "0").collect::<Vec<_>>().join(", ");
    let sql = format!(
        "WITH {worded}found AS MATERIALIZED ({sql}) \
         SELECT NULL AS id, {} FROM found \
         UNION ALL SELECT * FROM (SELECT id, {nothing} FROM found WHERE \"{}\" = 1 \
         ORDER BY by_done, by_due, raised_at DESC, id LIMIT {limit} OFFSET {offset}) AS page",
        sums.collect::<Vec<_>>().join(", "),
        conditions.view().code(),
    );
    Some(Statement::from_sql_and_values(backend, sql, values))
}
