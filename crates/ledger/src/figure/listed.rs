//! One list of records: the postings behind a sum, counted, grouped, and read record by record.
use super::{
    below::Below,
    postings::{self, Accounts},
    records::{RecordQuery, Records, with_entries},
};
use crate::{sql, sum::Period};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr, Value as Bind};
use std::collections::HashMap;

/// What is listed.
pub(super) struct List<'a, C> {
    pub connection: &'a C,
    pub accounts: Accounts,
    pub unit: UnitId,
    pub below: Below,
    pub period: Period,
    pub up_to: Option<i64>,
    /// How many units are below: counted no further than [`postings::WIDE`] and one.
    pub units_below: i64,
}

/// How many there are, counted no further than asked for.
pub(super) struct Counted {
    pub postings: i64,
    /// Of how many records those postings are.
    pub records: i64,
}

impl<C: ConnectionTrait> List<'_, C> {
    /// Whether so many units are below that postings are better found by their days.
    pub fn is_wide(&self) -> bool {
        postings::WIDE < self.units_below
    }

    pub fn source(&self) -> (String, Vec<Bind>) {
        let (accounts, period, up_to) = (&self.accounts, self.period, self.up_to);
        if self.is_wide() && self.below.is_by_day() {
            postings::source_by_days(accounts, (self.unit, &self.below), period, up_to)
        } else {
            postings::source(accounts, &self.below, period, up_to)
        }
    }

    /// How many postings there are, and of how many records, counted no further than `most` postings.
    pub async fn count(&self, most: i64) -> Result<Counted, DbErr> {
        let (from, values) = self.source();
        let select = format!(
            "SELECT COUNT(*), COUNT(DISTINCT of_seq) FROM (SELECT p.of_seq {from} LIMIT {most}) AS few"
        );
        let rows = sql::rows(self.connection, &select, values).await?;
        let row = rows.first().ok_or(DbErr::RecordNotFound(select))?;
        Ok(Counted {
            postings: row.try_get_by_index(0)?,
            records: row.try_get_by_index(1)?,
        })
    }

    /// All records are grouped, so that their number is known to the last.
    pub async fn grouped(&self, query: RecordQuery) -> Result<Records, DbErr> {
        let (from, values) = self.source();
        let quantity = self.accounts.quantity();
        let grouped = format!("{from} GROUP BY p.of_seq HAVING SUM({quantity}) <> 0");
        let select = format!(
            "SELECT COUNT(*), CAST(COALESCE(SUM(q), 0) AS bigint) FROM (SELECT SUM({quantity}) AS q {grouped}) AS records"
        );
        let rows = sql::rows(self.connection, &select, values.clone()).await?;
        let row = rows
            .first()
            .ok_or_else(|| DbErr::RecordNotFound(select.clone()))?;
        let (count, total) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let select = format!(
            "SELECT p.of_seq, CAST(SUM({quantity}) AS bigint), COUNT(DISTINCT p.unit_id) {grouped} \
             ORDER BY MAX(p.day) DESC, p.of_seq DESC LIMIT {} OFFSET {}",
            query.take, query.skip
        );
        let mut found = Vec::new();
        for row in sql::rows(self.connection, &select, values).await? {
            found.push((
                row.try_get_by_index::<i64>(0)?,
                row.try_get_by_index(1)?,
                row.try_get_by_index(2)?,
            ));
        }
        Ok(Records {
            rows: with_entries(self.connection, found).await?,
            count,
            has_more: false,
            total,
        })
    }

    /// What each of these records counts, in their order; those that count nothing are left out.
    pub async fn quantities(&self, of_seqs: &[i64]) -> Result<Vec<(i64, i64, i64)>, DbErr> {
        let counted = self.counted(of_seqs).await?;
        Ok(of_seqs
            .iter()
            .filter_map(|seq| {
                let (quantity, units) = *counted.get(seq)?;
                (quantity != 0).then_some((*seq, quantity, units))
            })
            .collect())
    }

    /// What each of these records counts, and at how many units.
    pub async fn counted(&self, of_seqs: &[i64]) -> Result<HashMap<i64, (i64, i64)>, DbErr> {
        let mut counted: HashMap<i64, (i64, i64)> = HashMap::new();
        let quantity = self.accounts.quantity();
        let of_seqs = if self.accounts.is_empty() {
            &[]
        } else {
            of_seqs
        };
        for chunk in of_seqs.chunks(500) {
            let which = (self.period, self.up_to);
            let [own, about] = postings::of_records(&self.accounts, &self.below, which, chunk);
            let columns = format!("p.of_seq, {quantity} AS q, p.unit_id");
            let select = format!(
                "SELECT of_seq, CAST(SUM(q) AS bigint), COUNT(DISTINCT unit_id) FROM ( \
                 SELECT {columns} {own} UNION ALL SELECT {columns} {about}) AS records GROUP BY of_seq"
            );
            for row in sql::rows(self.connection, &select, []).await? {
                counted.insert(
                    row.try_get_by_index(0)?,
                    (row.try_get_by_index(1)?, row.try_get_by_index(2)?),
                );
            }
        }
        Ok(counted)
    }
}
