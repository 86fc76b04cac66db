//! "As it is now": a figure with today's tree laid over its whole period, beside the one with the tree as it was.
//!
//! What hung elsewhere is counted from the postings of just those units and days that differ; all else comes from balances.
use super::{
    Definition, FormulaError, NoData, Scope, Shape, Value, evaluate, formula::Sum, value_by,
};
use crate::{
    account::Flow,
    book::Book,
    sql,
    sum::{self, Period, list},
    tree::{By, Stretch},
};
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr};

/// The figure by the tree of `now`. `None`: no unit hung elsewhere, so it cannot differ.
pub async fn as_it_is_now(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    now: NaiveDate,
) -> Result<Result<Option<Value>, FormulaError>, DbErr> {
    let compiled = match evaluate::compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let tree = book.tree(connection).await?;
    let part = (
        compiled.flow,
        evaluate::period(definition.period, scope, compiled.flow),
    );
    let whole = (
        compiled.measured_by,
        evaluate::period(definition.period, scope, compiled.measured_by),
    );
    let before = (compiled.flow, evaluate::year_before(part.1));
    let of = |(flow, period): (Flow, Period)| {
        tree.differences(scope.unit, (period.from, period.to), flow, now)
    };
    let other = match compiled.shape {
        Shape::Growth(_) => before,
        _ => whole,
    };
    let (parts, others) = (of(part), of(other));
    if parts.is_empty() && others.is_empty() {
        return Ok(Ok(None));
    }
    if compiled.flow == Flow::Peak || compiled.measured_by == Flow::Peak {
        // The highest of other records is found among all of them only.
        let value = value_by(connection, book, definition, scope, None, By::Now(now)).await?;
        return Ok(value.map(Some));
    }
    let total = async |terms: &Sum, (flow, period), differences: &[(Stretch, i64)]| {
        let mut total = 0;
        for term in terms {
            let accounts = book.ids_within(connection, &term.account).await?;
            let then = sum::by_unit(connection, &accounts, &[scope.unit], period, flow).await?;
            let then = then.get(&scope.unit).copied().unwrap_or(0);
            let more = elsewhere(connection, &accounts, period, differences).await?;
            total += if term.negative {
                -(then + more)
            } else {
                then + more
            };
        }
        Ok::<i64, DbErr>(total)
    };
    Ok(Ok(Some(match &compiled.shape {
        Shape::Sum(a) => Value::Number(total(a, part, &parts).await?),
        Shape::Ratio(a, b) => match (
            total(a, part, &parts).await?,
            total(b, whole, &others).await?,
        ) {
            (_, 0) => Value::NoData(NoData::NothingToMeasureBy),
            (part, of) => Value::Share { part, of },
        },
        Shape::Growth(a) => match (
            total(a, part, &parts).await?,
            total(a, before, &others).await?,
        ) {
            (_, 0) => Value::NoData(NoData::NothingTheYearBefore),
            (now, before) => Value::Share {
                part: now - before,
                of: before,
            },
        },
    })))
}

/// What was posted at units on days on which they hung elsewhere.
async fn elsewhere(
    connection: &impl ConnectionTrait,
    accounts: &[i32],
    period: Period,
    differences: &[(Stretch, i64)],
) -> Result<i64, DbErr> {
    if accounts.is_empty() || differences.is_empty() {
        return Ok(0);
    }
    let rows: Vec<String> = differences
        .iter()
        .map(|((unit, from, to), times)| format!("({unit}, {from}, {to}, {times})"))
        .collect();
    let select = format!(
        "SELECT CAST(COALESCE(SUM(b.times * p.quantity), 0) AS bigint) \
         FROM (SELECT 0 AS unit_id, 0 AS from_day, 0 AS to_day, 0 AS times UNION ALL VALUES {}) AS b \
         CROSS JOIN ledger_posting p WHERE p.unit_id = b.unit_id AND p.day >= b.from_day AND p.day < b.to_day \
         AND p.account_id IN ({}) AND p.day BETWEEN $1 AND $2",
        rows.join(", "),
        list(accounts)
    );
    sql::number(connection, &select, [period.from.into(), period.to.into()]).await
}
