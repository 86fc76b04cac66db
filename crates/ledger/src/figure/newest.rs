//! The newest records of a list of very many: read from the newest day back until the page is full.
use super::{
    below::Below,
    listed::List,
    postings,
    records::{Record, with_entries},
};
use crate::{
    day,
    post::BY_DAY,
    sql,
    sum::{self, Period},
};
use chrono::Days;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

/// A posting's day and entry: where a walk through the book stands.
type At = (i32, i64);

/// Most entries, and most days, that are read in one step.
const ENTRIES_MAX: usize = 5_000;
const DAYS_MAX: u64 = 3_660;
/// For each so many units below, a day more is read in the first step: to look at many units for little is what takes long.
const UNITS_A_DAY: u64 = 1_000;

impl<C: ConnectionTrait> List<'_, C> {
    /// The newest records, without those that count nothing.
    pub async fn newest(&self, skip: u64, take: u64) -> Result<Vec<Record>, DbErr> {
        if take == 0 {
            return Ok(Vec::new());
        }
        let wanted = usize::try_from(skip + take).unwrap_or(usize::MAX);
        let mut walk = match self.is_wide() || self.below.has_runs() {
            true => Walk::ByAccount(ByAccount::begin(self)),
            false => Walk::ByDays(ByDays::begin(self).await?),
        };
        let (mut seen, mut found) = (HashSet::new(), Vec::new());
        while found.len() < wanted {
            let missing = (wanted - found.len()).clamp(50, ENTRIES_MAX);
            let step = match &mut walk {
                Walk::ByAccount(walk) => walk.step(self, missing).await?,
                Walk::ByDays(walk) => walk.step(self, missing).await?,
            };
            let Some(entries) = step else { break };
            for some in entries.chunks(missing) {
                let records = self.about(some).await?.into_iter();
                let records: Vec<i64> = records.filter(|seq| seen.insert(*seq)).collect();
                found.extend(self.quantities(&records).await?);
                if wanted <= found.len() {
                    break;
                }
            }
        }
        let skip = usize::try_from(skip).unwrap_or(usize::MAX);
        let take = usize::try_from(take).unwrap_or(usize::MAX);
        let page = found.into_iter().skip(skip).take(take).collect();
        with_entries(self.connection, page).await
    }

    /// The records that these entries are about, in the entries' order.
    async fn about(&self, entries: &[At]) -> Result<Vec<i64>, DbErr> {
        let mut about: HashMap<i64, Vec<i64>> = HashMap::new();
        for some in entries.chunks(500) {
            let seqs: Vec<i64> = some.iter().map(|(_, seq)| *seq).collect();
            let select = format!(
                "SELECT DISTINCT p.entry_seq, p.of_seq FROM ledger_posting p WHERE p.entry_seq IN ({}) AND +p.account_id IN ({}) \
                 ORDER BY p.of_seq DESC",
                sum::list(&seqs),
                sum::list(&self.accounts.all())
            );
            for row in sql::rows(self.connection, &select, []).await? {
                let seq = row.try_get_by_index(0)?;
                about.entry(seq).or_default().push(row.try_get_by_index(1)?);
            }
        }
        let of = |(_, seq): &At| about.get(seq).cloned().unwrap_or_default();
        Ok(entries.iter().flat_map(of).collect())
    }

    fn up_to_mark(&self) -> String {
        let mark = self.up_to;
        mark.map_or(String::new(), |mark| format!("AND p.entry_seq <= {mark}"))
    }
}

enum Walk {
    ByAccount(ByAccount),
    ByDays(ByDays),
}

/// Where so many units are below that many entries count: the accounts' entries, newest first.
struct ByAccount {
    cursors: BTreeMap<i32, Option<At>>,
    waiting: HashMap<i32, VecDeque<At>>,
}

impl ByAccount {
    fn begin<C: ConnectionTrait>(list: &List<'_, C>) -> ByAccount {
        let accounts = list.accounts.all().into_iter();
        ByAccount {
            cursors: accounts
                .map(|account| (account, Some((i32::MAX, i64::MAX))))
                .collect(),
            waiting: HashMap::new(),
        }
    }

    /// The next entries, about `most`; none when there are no more.
    async fn step<C: ConnectionTrait>(
        &mut self,
        list: &List<'_, C>,
        most: usize,
    ) -> Result<Option<Vec<At>>, DbErr> {
        for (account, cursor) in &mut self.cursors {
            let queue = self.waiting.entry(*account).or_default();
            if let (true, Some(from)) = (queue.is_empty(), *cursor) {
                *queue = entries_before(list, *account, from, most).await?.into();
                *cursor = queue.back().copied().filter(|_| most <= queue.len());
            }
        }
        let mut step: Vec<At> = Vec::new();
        // Merges the accounts' streams until one of them must be read on.
        loop {
            let heads = self.waiting.iter();
            let newest = heads
                .filter_map(|(account, queue)| Some((*queue.front()?, *account)))
                .max();
            let Some((next, account)) = newest else { break };
            let queue = self.waiting.entry(account).or_default();
            queue.pop_front();
            step.push(next);
            if queue.is_empty() && self.cursors.get(&account).is_some_and(Option::is_some) {
                break;
            }
        }
        step.dedup();
        Ok((!step.is_empty()).then_some(step))
    }
}

/// Entries of one account before a place that count here, newest first. Of each entry only so many postings are looked at
/// as it takes to find one that counts.
async fn entries_before<C: ConnectionTrait>(
    list: &List<'_, C>,
    account: i32,
    (day, seq): At,
    most: usize,
) -> Result<Vec<At>, DbErr> {
    let select = entries_before_select(&list.below, account, &list.up_to_mark(), most);
    let last = day.min(list.period.to);
    let values = [list.period.from.into(), last.into(), day.into(), seq.into()];
    let rows = sql::rows(list.connection, &select, values).await?;
    rows.iter().map(at).collect()
}

fn entries_before_select(below: &Below, account: i32, up_to: &str, most: usize) -> String {
    let (counts, having) = match below.has_runs() {
        // The index has the unit.
        true => (format!("AND {}", below.is_below()), String::new()),
        false => {
            let counts = below.is_below_of("q");
            let one = format!(
                "HAVING EXISTS (SELECT 1 FROM ledger_posting q WHERE q.entry_seq = p.entry_seq \
                 AND +q.account_id = {account} AND +q.day = p.day AND {counts})"
            );
            (String::new(), one)
        }
    };
    format!(
        "SELECT p.day, p.entry_seq FROM ledger_posting p WHERE p.account_id = {account} AND p.day >= $1 AND p.day <= $2 \
         AND (p.day < $3 OR p.entry_seq < $4) {up_to} {counts} GROUP BY p.day, p.entry_seq {having} \
         ORDER BY p.day DESC, p.entry_seq DESC LIMIT {most}"
    )
}

/// Where few units are below: their own entries, some days at a time, more days while little is found.
struct ByDays {
    /// The first day of the list, and the last that is not read yet.
    left: Option<(i32, i32)>,
    days: u64,
}

impl ByDays {
    async fn begin<C: ConnectionTrait>(list: &List<'_, C>) -> Result<ByDays, DbErr> {
        let mut left: Option<(i32, i32)> = None;
        for account in list.accounts.all() {
            let days = postings::days(list.connection, account, list.period).await?;
            left = match (left, days) {
                (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
                (left, days) => left.or(days),
            };
        }
        let days = 1 + list.units_below.unsigned_abs() / UNITS_A_DAY;
        Ok(ByDays { left, days })
    }

    /// The entries of the next days, perhaps none; `None` when there are no more days.
    async fn step<C: ConnectionTrait>(
        &mut self,
        list: &List<'_, C>,
        wanted: usize,
    ) -> Result<Option<Vec<At>>, DbErr> {
        let Some((first, last)) = self.left else {
            return Ok(None);
        };
        let Some((from, to)) = self.next(list, first, last).await? else {
            return Ok(None);
        };
        let before = day::date(from).and_then(|from| from.pred_opt());
        self.left = before
            .map(|before| (first, day::number(before)))
            .filter(|(first, before)| first <= before);
        let period = Period { from, to };
        let (source, values) = postings::source(&list.accounts, &list.below, period, list.up_to);
        let select = format!(
            "SELECT MAX(p.day), p.entry_seq {source} GROUP BY p.entry_seq ORDER BY 1 DESC, 2 DESC"
        );
        let rows = sql::rows(list.connection, &select, values).await?;
        let found: Vec<At> = rows.iter().map(at).collect::<Result<_, _>>()?;
        // Rather some days too many than another look at all units.
        let times = (2 * wanted).div_ceil(found.len().max(1)).clamp(2, 16);
        self.days = (self.days * times as u64).min(DAYS_MAX);
        Ok(Some(found))
    }

    /// The next so many days on which there is something; of a stock, whose balances do not stand on the days of its
    /// postings, the next so many of the calendar.
    async fn next<C: ConnectionTrait>(
        &self,
        list: &List<'_, C>,
        first: i32,
        last: i32,
    ) -> Result<Option<(i32, i32)>, DbErr> {
        if !list.below.is_by_day() {
            let from =
                day::date(last).and_then(|last| last.checked_sub_days(Days::new(self.days - 1)));
            let from = from.map_or(first, day::number).max(first);
            return Ok(Some((from, last)));
        }
        let select = format!(
            "SELECT MIN(period), MAX(period) FROM (SELECT DISTINCT period FROM ledger_balance WHERE account_id IN ({}) \
             AND unit_id = $1 AND grain = {BY_DAY} AND period BETWEEN $2 AND $3 ORDER BY period DESC LIMIT {}) AS newest",
            sum::list(&list.accounts.all()),
            self.days
        );
        let values = [list.unit.0.into(), first.into(), last.into()];
        let rows = sql::rows(list.connection, &select, values).await?;
        let row = rows.first().ok_or(DbErr::RecordNotFound(select))?;
        let from: Option<i32> = row.try_get_by_index(0)?;
        Ok(from.zip(row.try_get_by_index(1)?))
    }
}

fn at(row: &sea_orm::QueryResult) -> Result<At, DbErr> {
    Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
}

#[cfg(test)]
mod tests;
