//! The highest day of a window: what was counted day by day, from balances or from postings.
use super::{
    Window,
    formula::Sum,
    postings::{self, Accounts},
    reading::{Reader, Way},
};
use crate::{
    account::Flow,
    day,
    post::BY_DAY,
    sql, sum,
    tree::{self, By},
};
use chrono::NaiveDate;
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};
use std::{collections::BTreeMap, sync::Arc};

impl<C: ConnectionTrait> Reader<'_, C> {
    /// The highest day of a window, with what there was on it.
    pub async fn highest(
        &mut self,
        sum: &Sum,
        flow: Flow,
        unit: UnitId,
        window: Window,
    ) -> Result<Option<(NaiveDate, i64)>, DbErr> {
        // Of a stock, what there was before the first day is there on it too.
        let period = window.period(Flow::Flow);
        let accounts = self.signed(sum).await?;
        if accounts.is_empty() {
            return Ok(None);
        }
        let mut level = 0_i64;
        let mut best: Option<(i32, i64)> = None;
        if flow == Flow::Stock
            && let Some(from) = window.from
        {
            let until = Window::until(from.pred_opt().unwrap_or(from));
            let opening = self.sums(sum, flow, &[unit], until).await?;
            level = opening
                .get(&unit)
                .and_then(|got| got.value.ok())
                .unwrap_or(0);
            best = (level != 0).then_some((period.from, level));
        }
        for (day, quantity) in self.by_day(&accounts, unit, (period, flow)).await? {
            let value = match flow {
                Flow::Stock => {
                    level += quantity;
                    level
                }
                Flow::Flow | Flow::Peak => quantity,
            };
            if best.is_none_or(|(_, best)| best < value) {
                best = Some((day, value));
            }
        }
        Ok(best.and_then(|(day, value)| Some((day::date(day)?, value))))
    }

    /// What was counted on each day that has anything; of a stock, what came and went on it.
    async fn by_day(
        &self,
        accounts: &Accounts,
        unit: UnitId,
        (period, flow): (sum::Period, Flow),
    ) -> Result<BTreeMap<i32, i64>, DbErr> {
        let (quantity, ids) = (accounts.quantity(), sum::list(&accounts.all()));
        let (select, values) = match self.way {
            Way::Now | Way::Then(_) if flow != Flow::Stock || self.way == Way::Now => (
                format!(
                    "SELECT p.period, CAST(SUM({quantity}) AS bigint) FROM ledger_balance p WHERE p.account_id IN ({ids}) \
                     AND p.unit_id = $1 AND p.grain = {BY_DAY} AND p.period BETWEEN $2 AND $3 GROUP BY p.period"
                ),
                vec![unit.0.into(), period.from.into(), period.to.into()],
            ),
            Way::Then(_) | Way::Again(_, By::Then | By::Version(_)) if flow == Flow::Stock => {
                return self.moving(accounts, unit, period).await;
            }
            Way::Now | Way::Then(_) | Way::Again(..) | Way::AsNow(_) => {
                let below = self.below(unit, period, flow).await?;
                let (from, values) = postings::source(accounts, &below, period, self.up_to());
                let select =
                    format!("SELECT p.day, CAST(SUM({quantity}) AS bigint) {from} GROUP BY p.day");
                (select, values)
            }
        };
        let mut days = BTreeMap::new();
        for row in sql::rows(self.connection, &select, values).await? {
            days.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
        if let Way::Then(mark) = self.way {
            for (day, quantity) in self.late(accounts, unit, (period, flow), mark).await? {
                *days.entry(day).or_insert(0) -= quantity;
            }
        }
        Ok(days)
    }

    /// A stock by day from postings: it comes and goes with its units, too.
    async fn moving(
        &self,
        accounts: &Accounts,
        top: UnitId,
        period: sum::Period,
    ) -> Result<BTreeMap<i32, i64>, DbErr> {
        let tree = match self.way.by() {
            By::Version(version) => Arc::new(tree::at_version(self.connection, version).await?),
            By::Then | By::Now(_) => self.book.tree(self.connection).await?,
        };
        let units: Vec<UnitId> = tree.ever_within(top).into_iter().collect();
        let (quantity, ids) = (accounts.quantity(), sum::list(&accounts.all()));
        let up_to = self.up_to().unwrap_or(i64::MAX);
        let select = format!(
            "SELECT p.unit_id, p.day, CAST(SUM({quantity}) AS bigint) FROM ledger_posting p WHERE p.account_id IN ({ids}) \
             AND p.day <= $1 AND p.entry_seq <= $2 AND p.unit_id IN ({{}}) GROUP BY p.unit_id, p.day"
        );
        let keys = units.iter().map(|unit| unit.0.into());
        let before = [period.to.into(), up_to.into()];
        let mut days = BTreeMap::new();
        for row in sql::rows_by_keys(self.connection, &select, &before, keys).await? {
            let (unit, day): (i64, i32) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let quantity: i64 = row.try_get_by_index(2)?;
            let unit = UnitId(unit);
            for (above, day, times) in tree.spots(unit, day, Flow::Stock, &tree.chains(unit)) {
                if above == top && (period.from..=period.to).contains(&day) {
                    *days.entry(day).or_insert(0) += times * quantity;
                }
            }
        }
        Ok(days)
    }
}
