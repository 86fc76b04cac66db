//! The postings behind a sum of accounts: all of them, and those that came later than a mark.
use super::formula::Sum;
use crate::{
    book::Book,
    sql,
    sum::{Period, list},
};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr, Value as Bind};

/// The numbers of the accounts of a sum, those that are taken plus and those that are taken minus.
#[derive(Debug, Clone, Default)]
pub(super) struct Accounts {
    pub plus: Vec<i32>,
    pub minus: Vec<i32>,
}

impl Accounts {
    pub async fn of(
        connection: &impl ConnectionTrait,
        book: &Book,
        sum: &Sum,
    ) -> Result<Accounts, DbErr> {
        let mut accounts = Accounts::default();
        for term in sum {
            let ids = book.ids_within(connection, &term.account).await?;
            if term.negative {
                accounts.minus.extend(ids);
            } else {
                accounts.plus.extend(ids);
            }
        }
        Ok(accounts)
    }

    pub fn is_empty(&self) -> bool {
        self.plus.is_empty() && self.minus.is_empty()
    }

    pub fn all(&self) -> Vec<i32> {
        let mut all = [self.plus.as_slice(), &self.minus].concat();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// How often an account is taken plus, less how often minus: `a + a - b` takes `a` twice.
    fn times(&self, account: i32) -> i64 {
        let count = |ids: &[i32]| ids.iter().filter(|id| **id == account).count() as i64;
        count(&self.plus) - count(&self.minus)
    }

    /// A posting's quantity in the sum.
    pub fn quantity(&self) -> String {
        let mut cases = String::new();
        for account in self.all() {
            let times = self.times(account);
            if times != 1 {
                cases.push_str(&format!(
                    "WHEN p.account_id = {account} THEN {times} * p.quantity "
                ));
            }
        }
        if cases.is_empty() {
            "p.quantity".to_owned()
        } else {
            format!("CASE {cases}ELSE p.quantity END")
        }
    }
}

/// That a posting is at or below a unit on its day.
pub(super) fn is_below(unit: UnitId) -> String {
    format!(
        "EXISTS (SELECT 1 FROM ledger_below b WHERE b.ancestor_id = {} AND b.unit_id = p.unit_id AND p.day >= b.from_day \
         AND p.day < b.to_day)",
        unit.0
    )
}

/// `FROM … WHERE …`: the postings at and below a unit in a period, as far as the book is read.
pub(super) fn source(
    accounts: &Accounts,
    unit: UnitId,
    period: Period,
    up_to: Option<i64>,
) -> (String, Vec<Bind>) {
    // CROSS JOIN: SQLite then begins with the units below, and reads their postings only.
    let mut from = format!(
        "FROM ledger_below b CROSS JOIN ledger_posting p WHERE b.ancestor_id = $1 AND p.unit_id = b.unit_id \
         AND p.day >= b.from_day AND p.day < b.to_day AND p.account_id IN ({}) AND p.day BETWEEN $2 AND $3",
        list(&accounts.all())
    );
    let mut values: Vec<Bind> = vec![unit.0.into(), period.from.into(), period.to.into()];
    if let Some(up_to) = up_to {
        from.push_str(" AND p.entry_seq <= $4");
        values.push(up_to.into());
    }
    (from, values)
}

/// Units below, from which on the days that have a balance are a shorter way to postings than the units.
const WIDE: i64 = 5_000;

/// Whether a unit has so many below it that its postings are better found by their days.
pub(super) async fn is_wide(
    connection: &impl ConnectionTrait,
    unit: UnitId,
) -> Result<bool, DbErr> {
    let select = format!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM ledger_below WHERE ancestor_id = $1 LIMIT {}) AS few",
        WIDE + 1
    );
    let below = sql::number(connection, &select, [unit.0.into()]).await?;
    Ok(WIDE < below)
}

/// The same postings as [`source`], found by the days on which the unit has a balance.
pub(super) fn source_by_days(
    accounts: &Accounts,
    unit: UnitId,
    period: Period,
    up_to: Option<i64>,
) -> (String, Vec<Bind>) {
    let mut from = format!(
        "FROM ledger_balance d CROSS JOIN ledger_posting p WHERE d.account_id IN ({}) AND d.unit_id = $1 AND d.grain = 0 \
         AND d.period BETWEEN $2 AND $3 AND p.account_id = d.account_id AND p.day = d.period AND {}",
        list(&accounts.all()),
        is_below(unit)
    );
    let mut values: Vec<Bind> = vec![unit.0.into(), period.from.into(), period.to.into()];
    if let Some(up_to) = up_to {
        from.push_str(" AND p.entry_seq <= $4");
        values.push(up_to.into());
    }
    (from, values)
}

/// What was posted after a mark, by day: what a balance of today has and one of then had not.
///
/// The days that have a balance say where to look, so that only what came late is read: not all that was posted since.
pub(super) async fn late_by_day(
    connection: &impl ConnectionTrait,
    accounts: &Accounts,
    unit: UnitId,
    period: Period,
    mark: i64,
) -> Result<Vec<(i32, i64)>, DbErr> {
    let mut late = Vec::new();
    for account in accounts.all() {
        let select = format!(
            "SELECT p.day, CAST(SUM(p.quantity) AS bigint) {} GROUP BY p.day",
            late_source(account, unit)
        );
        let values = [period.from.into(), period.to.into(), mark.into()];
        for row in sql::rows(connection, &select, values).await? {
            let quantity: i64 = row.try_get_by_index(1)?;
            late.push((row.try_get_by_index(0)?, accounts.times(account) * quantity));
        }
    }
    Ok(late)
}

/// What was posted after a mark, by record; at most `most` records.
pub(super) async fn late_by_record(
    connection: &impl ConnectionTrait,
    accounts: &Accounts,
    unit: UnitId,
    period: Period,
    mark: i64,
    most: u64,
) -> Result<Vec<(i64, i64)>, DbErr> {
    let mut late = Vec::new();
    for account in accounts.all() {
        let select = format!(
            "SELECT p.of_seq, CAST(SUM(p.quantity) AS bigint) {} GROUP BY p.of_seq LIMIT {most}",
            late_source(account, unit)
        );
        let values = [period.from.into(), period.to.into(), mark.into()];
        for row in sql::rows(connection, &select, values).await? {
            let quantity: i64 = row.try_get_by_index(1)?;
            late.push((row.try_get_by_index(0)?, accounts.times(account) * quantity));
        }
    }
    Ok(late)
}

fn late_source(account: i32, unit: UnitId) -> String {
    format!(
        "FROM ledger_balance d CROSS JOIN ledger_posting p WHERE d.account_id = {account} AND d.unit_id = {} AND d.grain = 0 \
         AND d.period BETWEEN $1 AND $2 AND p.account_id = {account} AND p.day = d.period AND p.entry_seq > $3 AND {}",
        unit.0,
        is_below(unit)
    )
}
