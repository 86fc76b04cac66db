//! The list where words narrow it: on SQLite all is read from what the words find, on PostgreSQL as its planner likes.
use super::{Conditions, Read, View, among_ids, of_view, page_of};
use crate::cases::{
    sight::Sight,
    store::{self, CaseId, SEARCH},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter,
    QuerySelect, QueryTrait, Select, Statement, Value,
    sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func},
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
    let Some(words) = SEARCH.found_by_all(&conditions.text) else {
        return Ok(None);
    };
    let narrowed = match backend {
        DbBackend::Postgres => conditions.in_any_view(backend, sight),
        _ => conditions.without_words(sight),
    };
    let in_view = of_view(sight, conditions.view());
    let page = page_of(narrowed.clone().add(in_view), true, page);
    let page = driven(backend, &words, page);
    let counts = driven(backend, &words, counting(sight, narrowed));
    let (counted, page) = futures::try_join!(
        connection.query_one_raw(counts),
        connection.query_all_raw(page)
    )?;
    let counted = counted.ok_or_else(|| DbErr::RecordNotFound("the counts".to_owned()))?;
    let counts = View::ALL.iter().map(|view| {
        let count: i64 = counted.try_get("", view.code())?;
        Ok(count.unsigned_abs())
    });
    let counts = counts.collect::<Result<_, DbErr>>()?;
    let ids = page.iter().map(|row| row.try_get::<CaseId>("", "id"));
    let ids: Vec<CaseId> = ids.collect::<Result<_, _>>()?;
    let found = store::Entity::find().filter(store::Column::Id.is_in(ids.iter().copied()));
    let found = found.all(connection).await?.into_iter();
    let mut found: HashMap<_, _> = found.map(|case| (case.id, case)).collect();
    let cases = ids.iter().filter_map(|id| found.remove(id)).collect();
    Ok(Some(Read { counts, cases }))
}

/// How many there are in each view: one row.
fn counting(sight: &Sight, narrowed: Condition) -> Select<store::Entity> {
    let mut counts = store::Entity::find().select_only().filter(narrowed);
    for view in View::ALL {
        let is_in = match view {
            // Of what waits for somebody there is little: it is looked up once, and not asked of each case that is found.
            View::Mine => among_ids(of_view(sight, *view)),
            _ => of_view(sight, *view),
        };
        let is_in = CaseStatement::new().case(is_in, 1).finally(0);
        let sum = Func::sum(is_in);
        let count = Func::coalesce([sum.into(), Expr::val(0)]).cast_as(Alias::new("bigint"));
        counts = counts.expr_as(count, view.code());
    }
    counts
}

/// The statement that reads it; on SQLite what the words find stands in front, with what the list asks of it
/// ([`super::faceted`]).
fn driven(
    backend: DbBackend,
    (seqs, asked): &(String, String),
    found: Select<store::Entity>,
) -> Statement {
    if backend == DbBackend::Postgres {
        return found.build(backend);
    }
    let mut query = found.into_query();
    query.from_clear().from(Alias::new(FOUND));
    let Statement { sql, values, .. } = backend.build(&query);
    let mut values = values.map_or_else(Vec::new, |values| values.0);
    values.insert(0, Value::from(asked.clone()));
    // "CROSS": else it would go through every case of a kind or a unit, and read each in full.
    let search = SEARCH.table();
    let from =
        format!("worded CROSS JOIN {search} AS \"serve_case\" ON \"serve_case\".seq = worded.seq");
    let sql = sql.replacen(&format!("\"{FOUND}\""), &from, 1);
    let sql = format!("WITH worded (seq) AS ({seqs}) {sql}");
    Statement::from_sql_and_values(backend, sql, values)
}

/// Stands in a statement where the cases are that words have found.
const FOUND: &str = "cases_found_by_words";
