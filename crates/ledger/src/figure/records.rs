//! The records a figure was counted from. Their quantities add up to its value.
use super::{
    Definition, FormulaError, Scope, SideOf,
    below::Below,
    evaluate,
    postings::{self, Accounts},
    reading::{Reader, Way},
};
use crate::{
    account::Flow,
    book::Book,
    entry::{self, Entry},
    sql,
    sum::Period,
    tree::By,
};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr, Value as Bind};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A record, with what it counts in the figure: corrections and takeovers are in the quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub entry: Entry,
    pub quantity: i64,
    /// At how many units it counts something.
    pub units: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Records {
    pub rows: Vec<Record>,
    /// How many records there are on all pages; where there are very many, at least so many.
    pub count: i64,
    /// Whether there are more than `count`.
    pub has_more: bool,
    /// What all of them add up to.
    pub total: i64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RecordQuery {
    /// Which of the lists behind the figure: the number of [`super::Compiled::sides`].
    pub side: usize,
    /// Reads the book as it stood when this was its last entry.
    pub up_to: Option<i64>,
    /// By which tree.
    pub by: By,
    /// Lists only records at this unit and below it. The days stay those of the figure.
    pub at: Option<UnitId>,
    pub skip: u64,
    pub take: u64,
}

/// Up to so many postings are grouped and counted to the last; of more, only the page that is asked for is read.
const GROUPED_MAX: i64 = 5_000;
/// Of very many records, so many are said to be there at least.
const COUNTED_MAX: i64 = 10_000;

/// Lists the records behind a figure, the newest days first.
pub async fn records(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    query: RecordQuery,
) -> Result<Result<Records, FormulaError>, DbErr> {
    let compiled = match evaluate::compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let which = (query.side, Way::of(query.up_to, query.by));
    let window =
        evaluate::side_window_read(connection, book, definition, &compiled, scope, which).await?;
    let (Some(side), Some(window)) = (compiled.side(query.side), window) else {
        return Ok(Ok(Records::default()));
    };
    let (SideOf::Sum(sum) | SideOf::Highest(sum)) = &side.of else {
        return Ok(Ok(Records::default()));
    };
    let accounts = Accounts::of(connection, book, sum).await?;
    if accounts.is_empty() {
        return Ok(Ok(Records::default()));
    }
    let unit = query.at.unwrap_or(scope.unit);
    let period = window.period(side.flow);
    let below = Below::of(connection, book, unit, (period.to, side.flow), query.by).await?;
    let list = List {
        connection,
        accounts,
        unit,
        period,
        up_to: query.up_to,
        is_wide: below.is_by_day() && postings::is_wide(connection, unit).await?,
        below,
    };
    // What is written out is not looked through for each posting, so its postings are grouped however many there are.
    if list.below.is_written() {
        return list.grouped(query).await.map(Ok);
    }
    let counted = list.count_postings(COUNTED_MAX).await?;
    if counted <= GROUPED_MAX {
        return list.grouped(query).await.map(Ok);
    }
    // Balances of peaks do not add up; of peaks there are few.
    let (way, flow) = match side.flow {
        Flow::Peak => (Way::Again(query.up_to, By::Then), Flow::Flow),
        flow => (Way::of(query.up_to, query.by), flow),
    };
    let mut reader = Reader::new(connection, book, way);
    let total = reader.sum_at(sum, flow, list.unit, window).await?;
    let rows = list.newest(query.skip, query.take).await?;
    Ok(Ok(Records {
        rows,
        count: counted,
        has_more: true,
        total,
    }))
}

/// These records, named by their first entries, with what each counts now; also those that count nothing any more.
pub async fn records_of(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    side: usize,
    of_seqs: &[i64],
) -> Result<Result<Vec<Record>, FormulaError>, DbErr> {
    let compiled = match evaluate::compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let window =
        evaluate::side_window(connection, book, definition, &compiled, scope, (side, None)).await?;
    let (Some(side), Some(window)) = (compiled.side(side), window) else {
        return Ok(Ok(Vec::new()));
    };
    let (SideOf::Sum(sum) | SideOf::Highest(sum)) = &side.of else {
        return Ok(Ok(Vec::new()));
    };
    let period = window.period(side.flow);
    let hanging = (period.to, side.flow);
    let list = List {
        connection,
        accounts: Accounts::of(connection, book, sum).await?,
        unit: scope.unit,
        below: Below::of(connection, book, scope.unit, hanging, By::Then).await?,
        period,
        up_to: None,
        is_wide: false,
    };
    let counted = list.counted(of_seqs).await?;
    let found = of_seqs.iter().map(|seq| {
        let (quantity, units) = counted.get(seq).copied().unwrap_or((0, 0));
        (*seq, quantity, units)
    });
    with_entries(connection, found.collect()).await.map(Ok)
}

/// What is listed.
struct List<'a, C> {
    connection: &'a C,
    accounts: Accounts,
    unit: UnitId,
    below: Below,
    period: Period,
    up_to: Option<i64>,
    is_wide: bool,
}

impl<C: ConnectionTrait> List<'_, C> {
    fn source(&self) -> (String, Vec<Bind>) {
        let (accounts, period, up_to) = (&self.accounts, self.period, self.up_to);
        if self.is_wide {
            postings::source_by_days(accounts, (self.unit, &self.below), period, up_to)
        } else {
            postings::source(accounts, &self.below, period, up_to)
        }
    }

    /// How many postings there are, counted no further than `most`.
    async fn count_postings(&self, most: i64) -> Result<i64, DbErr> {
        let (from, values) = self.source();
        let select = format!("SELECT COUNT(*) FROM (SELECT 1 {from} LIMIT {most}) AS few");
        sql::number(self.connection, &select, values).await
    }

    /// All records are grouped, so that their number is known to the last.
    async fn grouped(&self, query: RecordQuery) -> Result<Records, DbErr> {
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

    /// The newest records, read from the newest day back until the page is full.
    async fn newest(&self, skip: u64, take: u64) -> Result<Vec<Record>, DbErr> {
        if take == 0 {
            return Ok(Vec::new());
        }
        let wanted = usize::try_from(skip + take).unwrap_or(usize::MAX);
        let mut at_once = (wanted * 2).clamp(100, 5_000);
        let mut cursors: BTreeMap<i32, Option<(i32, i64)>> = self
            .accounts
            .all()
            .into_iter()
            .map(|account| (account, Some((i32::MAX, i64::MAX))))
            .collect();
        let mut waiting: HashMap<i32, Vec<(i32, i64, i64)>> = HashMap::new();
        let (mut seen, mut found) = (HashSet::new(), Vec::new());
        loop {
            for (account, cursor) in &mut cursors {
                let queue = waiting.entry(*account).or_default();
                if let (true, Some(from)) = (queue.is_empty(), *cursor) {
                    *queue = self.candidates(*account, from, at_once).await?;
                    *cursor = queue.last().map(|(day, seq, _)| (*day, *seq));
                    if queue.len() < at_once {
                        *cursor = None;
                    }
                    queue.reverse();
                }
            }
            let mut batch = Vec::new();
            // Merges the accounts' streams until one of them must be read on.
            while batch.len() < at_once {
                let newest = waiting
                    .iter()
                    .filter_map(|(account, queue)| queue.last().map(|next| (*next, *account)))
                    .max();
                let Some((next, account)) = newest else { break };
                let queue = waiting.entry(account).or_default();
                queue.pop();
                if seen.insert(next.2) {
                    batch.push(next.2);
                }
                if queue.is_empty() && cursors.get(&account).is_some_and(Option::is_some) {
                    break;
                }
            }
            let is_over =
                waiting.values().all(Vec::is_empty) && cursors.values().all(Option::is_none);
            found.extend(self.quantities(&batch).await?);
            if wanted <= found.len() || is_over {
                break;
            }
            // Records with many postings each: a few long steps instead of many short ones.
            at_once = (at_once * 2).min(5_000);
        }
        let skip = usize::try_from(skip).unwrap_or(usize::MAX);
        let take = usize::try_from(take).unwrap_or(usize::MAX);
        let page = found.into_iter().skip(skip).take(take).collect();
        with_entries(self.connection, page).await
    }

    /// Postings of one account before a place, newest first: day, entry, record.
    async fn candidates(
        &self,
        account: i32,
        (day, seq): (i32, i64),
        most: usize,
    ) -> Result<Vec<(i32, i64, i64)>, DbErr> {
        let up_to = match self.up_to {
            Some(mark) => format!("AND p.entry_seq <= {mark}"),
            None => String::new(),
        };
        let last = day.min(self.period.to);
        let select = format!(
            "SELECT p.day, p.entry_seq, p.of_seq FROM ledger_posting p WHERE p.account_id = {account} AND p.day >= $1 AND p.day <= $2 \
             AND (p.day < $3 OR p.entry_seq < $4) {up_to} AND {} ORDER BY p.day DESC, p.entry_seq DESC LIMIT {most}",
            self.below.is_below()
        );
        let values = [self.period.from.into(), last.into(), day.into(), seq.into()];
        let mut found = Vec::new();
        for row in sql::rows(self.connection, &select, values).await? {
            found.push((
                row.try_get_by_index(0)?,
                row.try_get_by_index(1)?,
                row.try_get_by_index(2)?,
            ));
        }
        Ok(found)
    }

    /// What each of these records counts, in their order; those that count nothing are left out.
    async fn quantities(&self, of_seqs: &[i64]) -> Result<Vec<(i64, i64, i64)>, DbErr> {
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
    async fn counted(&self, of_seqs: &[i64]) -> Result<HashMap<i64, (i64, i64)>, DbErr> {
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

async fn with_entries(
    connection: &impl ConnectionTrait,
    found: Vec<(i64, i64, i64)>,
) -> Result<Vec<Record>, DbErr> {
    let seqs: Vec<i64> = found.iter().map(|(seq, ..)| *seq).collect();
    let entries = entry::by_seqs(connection, &seqs).await?;
    let mut entries: HashMap<i64, Entry> = entries
        .into_iter()
        .map(|entry| (entry.seq, entry))
        .collect();
    let record = |(seq, quantity, units): (i64, i64, i64)| {
        Some(Record {
            entry: entries.remove(&seq)?,
            quantity,
            units,
        })
    };
    Ok(found.into_iter().filter_map(record).collect())
}
