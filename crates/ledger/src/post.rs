//! Balances: the sums of postings by account, unit and day, rolled up over the tree, kept in the same transaction.
use crate::{day, sql, tree::Tree};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const BY_DAY: i16 = 0;
pub(crate) const BY_MONTH: i16 = 1;

/// A balance's key: account, unit, grain, period. Rows are written in this order, so that two acts at once cannot lock
/// each other out.
pub(crate) type Key = (i32, i64, i16, i32);

/// What is to be added to balances of flows and stocks.
#[derive(Default)]
pub(crate) struct Deltas(BTreeMap<Key, i64>);

impl Deltas {
    pub(crate) fn add(&mut self, account: i32, unit: UnitId, day: i32, quantity: i64) {
        *self.0.entry((account, unit.0, BY_DAY, day)).or_default() += quantity;
        *self
            .0
            .entry((account, unit.0, BY_MONTH, day::month(day)))
            .or_default() += quantity;
    }

    pub(crate) async fn write(self, tx: &impl ConnectionTrait) -> Result<(), DbErr> {
        let changed = self.0.into_iter().filter(|(_, quantity)| *quantity != 0);
        upsert(tx, changed, "ledger_balance.quantity + excluded.quantity").await
    }
}

/// Balances of peaks that must be found again from the postings.
#[derive(Default)]
pub(crate) struct Peaks(BTreeSet<(i32, i64, i32)>);

impl Peaks {
    pub(crate) fn touch<'a>(
        &mut self,
        account: i32,
        units: impl IntoIterator<Item = &'a UnitId>,
        day: i32,
    ) {
        self.0
            .extend(units.into_iter().map(|unit| (account, unit.0, day)));
    }

    pub(crate) async fn recount(self, tx: &impl ConnectionTrait, tree: &Tree) -> Result<(), DbErr> {
        let mut highest: BTreeMap<Key, i64> = BTreeMap::new();
        for (account, unit, day) in self.0 {
            let month = day::month(day);
            for (grain, period, from, to) in [
                (BY_DAY, day, day, day),
                (BY_MONTH, month, month * 100, month * 100 + 99),
            ] {
                let key = (account, unit, grain, period);
                if let std::collections::btree_map::Entry::Vacant(vacant) = highest.entry(key) {
                    vacant
                        .insert(highest_posting(tx, tree, account, UnitId(unit), from, to).await?);
                }
            }
        }
        upsert(tx, highest, "excluded.quantity").await
    }
}

/// The highest single value among an account's records at or below a unit.
async fn highest_posting(
    tx: &impl ConnectionTrait,
    tree: &Tree,
    account: i32,
    unit: UnitId,
    from: i32,
    to: i32,
) -> Result<i64, DbErr> {
    let select = "SELECT unit_id, day, CAST(SUM(quantity) AS bigint) FROM ledger_posting \
                  WHERE account_id = $1 AND day BETWEEN $2 AND $3 GROUP BY of_seq, unit_id, day";
    let mut highest = 0;
    for row in sql::rows(tx, select, [account.into(), from.into(), to.into()]).await? {
        let (place, day, value): (i64, i32, i64) = (
            row.try_get_by_index(0)?,
            row.try_get_by_index(1)?,
            row.try_get_by_index(2)?,
        );
        if highest < value && tree.chain_on(UnitId(place), day).contains(&unit) {
            highest = value;
        }
    }
    Ok(highest)
}

async fn upsert(
    tx: &impl ConnectionTrait,
    rows: impl IntoIterator<Item = (Key, i64)>,
    set: &str,
) -> Result<(), DbErr> {
    let then =
        format!("ON CONFLICT (account_id, unit_id, grain, period) DO UPDATE SET quantity = {set}");
    let rows = rows
        .into_iter()
        .map(|((account, unit, grain, period), quantity)| {
            [
                account.into(),
                unit.into(),
                grain.into(),
                period.into(),
                quantity.into(),
            ]
        });
    sql::insert(
        tx,
        "ledger_balance (account_id, unit_id, grain, period, quantity)",
        rows,
        &then,
    )
    .await
}
