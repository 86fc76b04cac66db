//! "As it is now": a figure with today's tree laid over its whole period, beside the one with the tree as it was.
//!
//! What hung elsewhere is counted from the postings of just those units and days that differ; all else comes from balances.
use super::{Definition, FormulaError, Scope, Value, evaluate, postings::Accounts, reading};
use crate::{
    account::Flow,
    book::Book,
    sql,
    sum::{Period, list},
    tree::By,
};
use chrono::NaiveDate;
use kernel::UnitId;
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
    let window = evaluate::window(definition.period, scope);
    let mut read = reading::windows(book, &compiled.node, window).into_iter();
    let differs = read.any(|(flow, window)| {
        let Period { from, to } = window.period(flow);
        !tree
            .differences(scope.unit, (from, to), flow, now)
            .is_empty()
    });
    if !differs {
        return Ok(Ok(None));
    }
    let value = evaluate::value_by(connection, book, definition, scope, None, By::Now(now)).await?;
    Ok(value.map(Some))
}

/// What was posted at units on days on which they hung elsewhere: plus what counts at `unit` now and did not then, minus what
/// does not any more.
pub(super) async fn elsewhere(
    connection: &impl ConnectionTrait,
    book: &Book,
    accounts: &Accounts,
    unit: UnitId,
    (period, flow, now): (Period, Flow, NaiveDate),
) -> Result<i64, DbErr> {
    let tree = book.tree(connection).await?;
    let differences = tree.differences(unit, (period.from, period.to), flow, now);
    if accounts.is_empty() || differences.is_empty() {
        return Ok(0);
    }
    let rows: Vec<String> = differences
        .iter()
        .map(|((unit, from, to), times)| format!("({unit}, {from}, {to}, {times})"))
        .collect();
    let select = format!(
        "SELECT CAST(COALESCE(SUM(b.times * ({})), 0) AS bigint) \
         FROM (SELECT 0 AS unit_id, 0 AS from_day, 0 AS to_day, 0 AS times UNION ALL VALUES {}) AS b \
         CROSS JOIN ledger_posting p WHERE p.unit_id = b.unit_id AND p.day >= b.from_day AND p.day < b.to_day \
         AND p.account_id IN ({}) AND p.day BETWEEN $1 AND $2",
        accounts.quantity(),
        rows.join(", "),
        list(&accounts.all())
    );
    sql::number(connection, &select, [period.from.into(), period.to.into()]).await
}
