//! The postings behind a sum of accounts: all of them, and those that came later than a mark.
use super::{below::Below, formula::Sum};
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

/// `FROM … WHERE …`: the postings at and below a unit in a period, as far as the book is read.
pub(super) fn source(
    accounts: &Accounts,
    below: &Below,
    period: Period,
    up_to: Option<i64>,
) -> (String, Vec<Bind>) {
    // CROSS JOIN: SQLite then begins with the units below, and reads their postings only.
    let mut from = format!(
        "FROM {} CROSS JOIN ledger_posting p WHERE {} AND p.account_id IN ({}) AND p.day BETWEEN $1 AND $2",
        below.table(),
        below.holds(),
        list(&accounts.all())
    );
    let mut values: Vec<Bind> = vec![period.from.into(), period.to.into()];
    if let Some(up_to) = up_to {
        from.push_str(" AND p.entry_seq <= $3");
        values.push(up_to.into());
    }
    (from, values)
}

/// The day of a balance `d`. The plus keeps SQLite from taking the bounds of `d.period` for bounds of `p.day`: it would then
/// read all the postings of the period for each of its days.
const DAY: &str = "+d.period";

/// Units below, from which on the days that have a balance are a shorter way to postings than the units.
pub(super) const WIDE: i64 = 20_000;

/// How many stretches of units are below a unit, counted no further than [`WIDE`] and one.
pub(super) async fn units_below(
    connection: &impl ConnectionTrait,
    unit: UnitId,
) -> Result<i64, DbErr> {
    let select = format!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM ledger_below WHERE ancestor_id = $1 LIMIT {}) AS few",
        WIDE + 1
    );
    sql::number(connection, &select, [unit.0.into()]).await
}

/// The first and the last day of a period on which an account has postings.
pub(super) async fn days(
    connection: &impl ConnectionTrait,
    account: i32,
    period: Period,
) -> Result<Option<(i32, i32)>, DbErr> {
    let end = |which: &str| {
        format!(
            "(SELECT {which}(day) FROM ledger_posting WHERE account_id = {account} AND day BETWEEN {} AND {})",
            period.from, period.to
        )
    };
    // Each end by itself: asked for both at once, SQLite reads all that is between.
    let select = format!("SELECT {}, {}", end("MIN"), end("MAX"));
    let rows = sql::rows(connection, &select, []).await?;
    let row = rows.first().ok_or(DbErr::RecordNotFound(select))?;
    let first: Option<i32> = row.try_get_by_index(0)?;
    Ok(first.zip(row.try_get_by_index(1)?))
}

/// The same postings as [`source`], found by the days on which the unit has a balance. Only for units by day.
pub(super) fn source_by_days(
    accounts: &Accounts,
    (unit, below): (UnitId, &Below),
    period: Period,
    up_to: Option<i64>,
) -> (String, Vec<Bind>) {
    let mut from = format!(
        "FROM ledger_balance d CROSS JOIN ledger_posting p WHERE d.account_id IN ({}) AND d.unit_id = $1 AND d.grain = 0 \
         AND d.period BETWEEN $2 AND $3 AND p.account_id = d.account_id AND p.day = {DAY} AND {}",
        list(&accounts.all()),
        below.is_below()
    );
    let mut values: Vec<Bind> = vec![unit.0.into(), period.from.into(), period.to.into()];
    if let Some(up_to) = up_to {
        from.push_str(" AND p.entry_seq <= $4");
        values.push(up_to.into());
    }
    (from, values)
}

/// The postings of some records: their own, found by the record's number, and those about them, found by another index. The
/// plusses keep SQLite from reading all the days of the period instead.
pub(super) fn of_records(
    accounts: &Accounts,
    below: &Below,
    (period, up_to): (Period, Option<i64>),
    of_seqs: &[i64],
) -> [String; 2] {
    let (accounts, seqs) = (list(&accounts.all()), list(of_seqs));
    let up_to = up_to.map_or(String::new(), |mark| format!("AND p.entry_seq <= {mark}"));
    let rest = format!(
        "AND +p.account_id IN ({accounts}) AND +p.day BETWEEN {} AND {} {up_to} AND {}",
        period.from,
        period.to,
        below.is_below()
    );
    [
        format!(
            "FROM ledger_posting p WHERE p.entry_seq IN ({seqs}) AND p.of_seq = p.entry_seq {rest}"
        ),
        format!(
            "FROM ledger_posting p WHERE p.of_seq IN ({seqs}) AND p.of_seq <> p.entry_seq {rest}"
        ),
    ]
}

/// What is asked of the postings after a mark.
#[derive(Clone, Copy)]
pub(super) struct Late<'a> {
    pub accounts: &'a Accounts,
    pub unit: UnitId,
    pub below: &'a Below,
    pub period: Period,
    /// The book's last entry then.
    pub mark: i64,
}

impl Late<'_> {
    /// What was posted after the mark, by day: what a balance of today has and one of then had not.
    pub async fn by_day(
        &self,
        connection: &impl ConnectionTrait,
    ) -> Result<Vec<(i32, i64)>, DbErr> {
        let mut late = Vec::new();
        for account in self.accounts.all() {
            let select = format!(
                "SELECT p.day, CAST(SUM(p.quantity) AS bigint) {} GROUP BY p.day",
                self.source(account)
            );
            for row in sql::rows(connection, &select, self.values()).await? {
                let quantity: i64 = row.try_get_by_index(1)?;
                let times = self.accounts.times(account);
                late.push((row.try_get_by_index(0)?, times * quantity));
            }
        }
        Ok(late)
    }

    /// What was posted after the mark, by record; at most `most` records.
    pub async fn by_record(
        &self,
        connection: &impl ConnectionTrait,
        most: u64,
    ) -> Result<Vec<(i64, i64)>, DbErr> {
        let mut late = Vec::new();
        for account in self.accounts.all() {
            let select = format!(
                "SELECT p.of_seq, CAST(SUM(p.quantity) AS bigint) {} GROUP BY p.of_seq LIMIT {most}",
                self.source(account)
            );
            for row in sql::rows(connection, &select, self.values()).await? {
                let quantity: i64 = row.try_get_by_index(1)?;
                let times = self.accounts.times(account);
                late.push((row.try_get_by_index(0)?, times * quantity));
            }
        }
        Ok(late)
    }

    fn values(&self) -> [Bind; 3] {
        [
            self.period.from.into(),
            self.period.to.into(),
            self.mark.into(),
        ]
    }

    /// The days whose balance was touched later say where to look, so that only what came late is read: not all that was
    /// posted since.
    /// A stock goes along with its unit, so its balances do not stand on the days of its postings: there all is read.
    fn source(&self, account: i32) -> String {
        let (unit, mark, is_below) = (self.unit, self.mark, self.below.is_below());
        if self.below.is_by_day() {
            format!(
                "FROM ledger_balance d CROSS JOIN ledger_posting p WHERE d.account_id = {account} AND d.unit_id = {unit} AND d.grain = 0 \
                 AND d.period BETWEEN $1 AND $2 AND d.last_seq > {mark} AND p.account_id = {account} AND p.day = {DAY} AND p.entry_seq > $3 AND {is_below}"
            )
        } else {
            // The plus keeps planners from all of the account's postings.
            format!(
                "FROM ledger_posting p WHERE p.entry_seq > $3 AND +p.account_id = {account} AND p.day BETWEEN $1 AND $2 AND {is_below}"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn postings_are_found_by_what_is_few() {
        let accounts = Accounts {
            plus: vec![1],
            minus: Vec::new(),
        };
        let period = Period {
            from: 20210101,
            to: 20301231,
        };
        let below = Below::by_day(UnitId(1));
        let late = Late {
            accounts: &accounts,
            unit: UnitId(1),
            below: &below,
            period,
            mark: 9,
        };
        let from = late.source(1);
        let plan = plan(from, late.values()).await;
        assert!(
            plan.contains("(account_id=? AND day=? AND entry_seq>?)"),
            "{plan}"
        );
        let (from, values) = source_by_days(&accounts, (UnitId(1), &below), period, Some(9));
        let plan = self::plan(from, values).await;
        assert!(
            plan.contains("(account_id=? AND day=? AND entry_seq<?)"),
            "{plan}"
        );
        // The units below one lie side by side; all over the table they took four times as long.
        assert!(
            plan.contains("PRIMARY KEY (ancestor_id=? AND unit_id=? AND from_day<?)"),
            "{plan}"
        );
        let [own, about] = of_records(&accounts, &below, (period, Some(9)), &[7]);
        let plan = self::plan(own, []).await;
        assert!(plan.contains("USING PRIMARY KEY (entry_seq=?"), "{plan}");
        let plan = self::plan(about, []).await;
        assert!(plan.contains("ledger_posting_of (of_seq=?"), "{plan}");
    }

    async fn plan(from: String, values: impl IntoIterator<Item = Bind>) -> String {
        sql::plan(&format!("SELECT p.of_seq {from}"), values).await
    }
}
