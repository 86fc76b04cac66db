//! Balances: the sums of postings by account, unit and day, rolled up over the tree, kept in the same transaction.
use crate::{day, sql, tree::Tree};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use std::collections::{BTreeMap, btree_map::Entry};

pub(crate) const BY_DAY: i16 = 0;
pub(crate) const BY_MONTH: i16 = 1;

/// A balance's key: account, unit, grain, period. Rows are written in this order, so that two acts at once cannot lock
/// each other out.
pub(crate) type Key = (i32, i64, i16, i32);

/// A quantity, and the last entry whose postings are in it: what came later than a mark is only looked for where that is later.
/// After a unit has moved it may be later than any of them, never earlier. Nobody asks it of months, or of stocks, which do not
/// stand on the days of their postings.
#[derive(Default, Clone, Copy)]
struct Kept {
    quantity: i64,
    last_seq: i64,
}

/// What is to be added to balances of flows and stocks.
#[derive(Default)]
pub(crate) struct Deltas(BTreeMap<Key, Kept>);

impl Deltas {
    /// `seq`: the entry that adds it.
    pub(crate) fn add(
        &mut self,
        account: i32,
        (unit, day): (UnitId, i32),
        quantity: i64,
        seq: i64,
    ) {
        for (grain, period) in [(BY_DAY, day), (BY_MONTH, day::month(day))] {
            let kept = self.0.entry((account, unit.0, grain, period)).or_default();
            kept.quantity += quantity;
            kept.last_seq = kept.last_seq.max(seq);
        }
    }

    /// Also where nothing is left to add: it was touched.
    pub(crate) async fn write(self, tx: &impl ConnectionTrait) -> Result<(), DbErr> {
        upsert(tx, self.0, "ledger_balance.quantity + excluded.quantity").await
    }
}

/// Balances of peaks that must be found again from the postings.
#[derive(Default)]
pub(crate) struct Peaks(BTreeMap<(i32, i64, i32), i64>);

impl Peaks {
    pub(crate) fn touch<'a>(
        &mut self,
        account: i32,
        units: impl IntoIterator<Item = &'a UnitId>,
        day: i32,
        seq: i64,
    ) {
        for unit in units {
            let last = self.0.entry((account, unit.0, day)).or_default();
            *last = seq.max(*last);
        }
    }

    pub(crate) async fn recount(self, tx: &impl ConnectionTrait, tree: &Tree) -> Result<(), DbErr> {
        let mut highest: BTreeMap<Key, Kept> = BTreeMap::new();
        for ((account, unit, day), seq) in self.0 {
            let month = day::month(day);
            for (grain, period, from, to) in [
                (BY_DAY, day, day, day),
                (BY_MONTH, month, month * 100, month * 100 + 99),
            ] {
                let kept = match highest.entry((account, unit, grain, period)) {
                    Entry::Occupied(kept) => kept.into_mut(),
                    Entry::Vacant(vacant) => vacant.insert(Kept {
                        quantity: highest_posting(tx, tree, account, UnitId(unit), from, to)
                            .await?,
                        last_seq: 0,
                    }),
                };
                kept.last_seq = kept.last_seq.max(seq);
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
    rows: impl IntoIterator<Item = (Key, Kept)>,
    set: &str,
) -> Result<(), DbErr> {
    // Of two acts at once, the one with the lower number may come last.
    let later = match tx.get_database_backend() {
        DbBackend::Postgres => "GREATEST",
        _ => "MAX",
    };
    let then = format!(
        "ON CONFLICT (account_id, unit_id, grain, period) DO UPDATE SET quantity = {set}, \
         last_seq = {later}(ledger_balance.last_seq, excluded.last_seq)"
    );
    let rows = rows
        .into_iter()
        .map(|((account, unit, grain, period), kept)| {
            [
                account.into(),
                unit.into(),
                grain.into(),
                period.into(),
                kept.quantity.into(),
                kept.last_seq.into(),
            ]
        });
    sql::insert(
        tx,
        "ledger_balance (account_id, unit_id, grain, period, quantity, last_seq)",
        rows,
        &then,
    )
    .await
}
