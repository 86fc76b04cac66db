//! Reading sums from balances: what a figure costs, at the root as at a branch.
use crate::{
    account::Flow,
    day::{self, Cut},
    post::{BY_DAY, BY_MONTH},
    sql,
};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr, Value};
use std::collections::HashMap;

/// Days that are counted, both included, as the book writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: i32,
    pub to: i32,
}

/// The sum (or for a peak the highest value) of accounts at each unit and all below it. Units without any posting are missing.
pub(crate) async fn by_unit(
    connection: &impl ConnectionTrait,
    accounts: &[i32],
    units: &[UnitId],
    period: Period,
    flow: Flow,
) -> Result<HashMap<UnitId, i64>, DbErr> {
    let pieces = pieces(day::cut(period.from, period.to));
    if accounts.is_empty() || units.is_empty() || pieces.is_empty() {
        return Ok(HashMap::new());
    }
    let accounts = list(accounts);
    let mut sums = HashMap::new();
    for units in units.chunks(500) {
        let units = list(&units.iter().map(|unit| unit.0).collect::<Vec<_>>());
        let selects: Vec<String> = (0..pieces.len())
            .map(|piece| {
                let (grain, from, to) = (piece * 3 + 1, piece * 3 + 2, piece * 3 + 3);
                format!(
                    "SELECT unit_id, quantity FROM ledger_balance WHERE account_id IN ({accounts}) AND unit_id IN ({units}) \
                     AND grain = ${grain} AND period BETWEEN ${from} AND ${to}"
                )
            })
            .collect();
        let select = format!(
            "SELECT unit_id, CAST({}(quantity) AS bigint) FROM ({}) AS pieces GROUP BY unit_id",
            if flow == Flow::Peak { "MAX" } else { "SUM" },
            selects.join(" UNION ALL ")
        );
        let values = pieces
            .iter()
            .flat_map(|(grain, from, to)| [Value::from(*grain), (*from).into(), (*to).into()]);
        for row in sql::rows(connection, &select, values).await? {
            sums.insert(UnitId(row.try_get_by_index(0)?), row.try_get_by_index(1)?);
        }
    }
    Ok(sums)
}

fn pieces(cut: Cut) -> Vec<(i16, i32, i32)> {
    let days = cut
        .days
        .into_iter()
        .flatten()
        .map(|(from, to)| (BY_DAY, from, to));
    days.chain(cut.months.map(|(from, to)| (BY_MONTH, from, to)))
        .collect()
}

/// Numbers may stand in the text of a statement: they cannot be anything else.
pub(crate) fn list<N: ToString>(numbers: &[N]) -> String {
    numbers
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
