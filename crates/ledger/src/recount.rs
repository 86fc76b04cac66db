//! Counting again, the slow and obvious way: the oracle that every test and `luodi doctor` ask.
use crate::{
    account::Flow,
    append::live_claims,
    book::Book,
    day, entry,
    figure::quote,
    post::{BY_DAY, BY_MONTH, Key},
    sql,
    tree::Tree,
};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeMap, BTreeSet};

/// What a recount found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recount {
    pub entries: i64,
    pub postings: i64,
    pub balances: i64,
    /// Where what is kept differs from what was counted, in words for whoever repairs it. Empty: all is well.
    pub differences: Vec<String>,
}

/// How many differences are listed before the recount stops listing.
const DIFFERENCES_MAX: usize = 100;

/// Counts everything again and compares. Reads the whole book; `progress` is told accounts done and accounts in all.
pub async fn recount(
    connection: &impl ConnectionTrait,
    book: &Book,
    mut progress: impl FnMut(usize, usize),
) -> Result<Recount, DbErr> {
    let tree = book.tree(connection).await?;
    let mut found = Recount {
        entries: sql::number(connection, "SELECT COUNT(*) FROM ledger_entry", []).await?,
        ..Recount::default()
    };
    let accounts = sql::rows(
        connection,
        "SELECT id, code FROM ledger_account ORDER BY id",
        [],
    )
    .await?;
    for (done, row) in accounts.iter().enumerate() {
        let (account, code): (i32, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let flow = book
            .declaration(&code)
            .map_or(Flow::Flow, |account| account.flow);
        balances(connection, &tree, account, &code, flow, &mut found).await?;
        once_keys(connection, account, &code, &mut found).await?;
        progress(done + 1, accounts.len());
    }
    below(connection, &tree, &mut found).await?;
    quotes(connection, &mut found).await?;
    Ok(found)
}

async fn balances(
    connection: &impl ConnectionTrait,
    tree: &Tree,
    account: i32,
    code: &str,
    flow: Flow,
    found: &mut Recount,
) -> Result<(), DbErr> {
    let mut counted: BTreeMap<Key, (i64, i64)> = BTreeMap::new();
    let mut turns = BTreeMap::new();
    let select = "SELECT of_seq, unit_id, day, CAST(SUM(quantity) AS bigint), COUNT(*), \
                  MAX(CASE WHEN quantity <> 0 THEN entry_seq ELSE 0 END) FROM ledger_posting WHERE account_id = $1 \
                  GROUP BY of_seq, unit_id, day";
    for row in sql::rows(connection, select, [account.into()]).await? {
        let (unit, day): (i64, i32) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let quantity: i64 = row.try_get_by_index(3)?;
        found.postings += row.try_get_by_index::<i64>(4)?;
        let last: i64 = row.try_get_by_index(5)?;
        let chains = turns
            .entry(unit)
            .or_insert_with(|| tree.chains(UnitId(unit)));
        for (unit, day, times) in tree.spots(UnitId(unit), day, flow, chains) {
            for (grain, period) in [(BY_DAY, day), (BY_MONTH, day::month(day))] {
                let (sum, seq) = counted.entry((account, unit.0, grain, period)).or_default();
                *seq = last.max(*seq);
                *sum = if flow == Flow::Peak {
                    quantity.max(*sum)
                } else {
                    *sum + times * quantity
                };
            }
        }
    }
    let select = "SELECT unit_id, grain, period, quantity, last_seq FROM ledger_balance WHERE account_id = $1";
    for row in sql::rows(connection, select, [account.into()]).await? {
        let (unit, grain, period): (i64, i16, i32) = (
            row.try_get_by_index(0)?,
            row.try_get_by_index(1)?,
            row.try_get_by_index(2)?,
        );
        let (kept, said): (i64, i64) = (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
        let key = (account, unit, grain, period);
        let (counted, last) = counted.remove(&key).unwrap_or_default();
        found.balances += 1;
        if kept != counted {
            found.say(format!(
                "{code}, unit {unit}, {period}: balance {kept}, counted {counted}"
            ));
        }
        // A stock goes along with its unit, so its balances do not stand on the days of its postings.
        if flow != Flow::Stock && said < last {
            found.say(format!(
                "{code}, unit {unit}, {period}: the last entry in the balance is said to be {said}, but {last} is in it"
            ));
        }
    }
    let missing = counted
        .into_iter()
        .filter(|(_, (counted, _))| *counted != 0);
    for ((_, unit, _, period), (counted, _)) in missing {
        found.say(format!(
            "{code}, unit {unit}, {period}: no balance, counted {counted}"
        ));
    }
    Ok(())
}

/// Of all live claims to a key, exactly the earliest must count.
async fn once_keys(
    connection: &impl ConnectionTrait,
    account: i32,
    code: &str,
    found: &mut Recount,
) -> Result<(), DbErr> {
    let select = "SELECT once_key, of_seq, unit_id, day, CAST(SUM(quantity) AS bigint), CAST(SUM(claim) AS bigint) \
                  FROM ledger_posting WHERE account_id = $1 AND once_key IS NOT NULL GROUP BY once_key, of_seq, unit_id, day \
                  ORDER BY once_key, day, of_seq";
    let mut earliest: BTreeMap<String, (i64, i64, i32)> = BTreeMap::new();
    for row in sql::rows(connection, select, [account.into()]).await? {
        let (key, of_seq): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let (unit, day): (i64, i32) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        let (counts, claims): (i64, i64) = (row.try_get_by_index(4)?, row.try_get_by_index(5)?);
        let first = 0 < claims && !earliest.contains_key(&key);
        if first {
            earliest.insert(key.clone(), (of_seq, unit, day));
        }
        let right = if first { claims } else { 0 };
        if counts != right {
            found.say(format!(
                "{code}, key {key}, record {of_seq}: counts {counts}, should count {right}"
            ));
        }
    }
    let select = "SELECT once_key, of_seq, unit_id, day FROM ledger_once WHERE account_id = $1";
    for row in sql::rows(connection, select, [account.into()]).await? {
        let key: String = row.try_get_by_index(0)?;
        let held = (
            row.try_get_by_index(1)?,
            row.try_get_by_index(2)?,
            row.try_get_by_index(3)?,
        );
        if earliest.remove(&key) != Some(held) {
            let live = live_claims(connection, &(account, key.clone())).await?;
            found.say(format!(
                "{code}, key {key}: held by {held:?}, claimed by {live:?}"
            ));
        }
    }
    for (key, claim) in earliest {
        found.say(format!(
            "{code}, key {key}: held by nobody, claimed by {claim:?}"
        ));
    }
    Ok(())
}

async fn below(
    connection: &impl ConnectionTrait,
    tree: &Tree,
    found: &mut Recount,
) -> Result<(), DbErr> {
    let mut counted = BTreeSet::new();
    for unit in tree.units() {
        for (from, to, chain) in tree.chains(unit) {
            counted.extend(chain.iter().map(|above| (above.0, unit.0, from, to)));
        }
    }
    let select = "SELECT ancestor_id, unit_id, from_day, to_day FROM ledger_below";
    for row in sql::rows(connection, select, []).await? {
        let kept = (
            row.try_get_by_index(0)?,
            row.try_get_by_index(1)?,
            row.try_get_by_index(2)?,
            row.try_get_by_index(3)?,
        );
        if !counted.remove(&kept) {
            found.say(format!(
                "unit {} is listed below {} from {}, but is not",
                kept.1, kept.0, kept.2
            ));
        }
    }
    for (above, unit, from, _) in counted {
        found.say(format!(
            "unit {unit} is not listed below {above} from {from}, but is"
        ));
    }
    Ok(())
}

/// What is quoted is what its entry says.
async fn quotes(connection: &impl ConnectionTrait, found: &mut Recount) -> Result<(), DbErr> {
    for kept in quote::all(connection).await? {
        let entries = entry::by_seqs(connection, &[kept.entry_seq]).await?;
        let details = entries.into_iter().next().and_then(|entry| entry.details);
        if details != serde_json::to_value(&kept.quote).ok() {
            found.say(format!(
                "{}, entry {}: the quote is not what its entry says",
                kept.quote.series, kept.entry_seq
            ));
        }
    }
    Ok(())
}

impl Recount {
    fn say(&mut self, difference: String) {
        if self.differences.len() < DIFFERENCES_MAX {
            self.differences.push(difference);
        }
    }
}
