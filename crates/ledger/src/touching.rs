//! Which acts changed what a record counts.
use crate::{
    entry::{self, Entry},
    sql,
};
use sea_orm::{ConnectionTrait, DbErr, Value};
use std::collections::HashMap;

/// For each of the records numbered `seqs` the entries after `mark` that changed what it counts, oldest first: itself, its
/// corrections, and acts that took a count over from it or gave it one.
pub async fn since(
    connection: &impl ConnectionTrait,
    seqs: &[i64],
    mark: i64,
) -> Result<HashMap<i64, Vec<Entry>>, DbErr> {
    let select = "SELECT DISTINCT of_seq, entry_seq FROM ledger_posting WHERE entry_seq > $1 AND of_seq IN ({})";
    let keys = seqs.iter().map(|seq| Value::from(*seq));
    let mut pairs: Vec<(i64, i64)> = Vec::new();
    for row in sql::rows_by_keys(connection, select, &[mark.into()], keys).await? {
        pairs.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    pairs.sort_unstable();
    let acts: Vec<i64> = pairs.iter().map(|(_, act)| *act).collect();
    let entries = entry::by_seqs(connection, &acts).await?;
    let by_seq: HashMap<i64, Entry> = entries.into_iter().map(|one| (one.seq, one)).collect();
    let mut touching: HashMap<i64, Vec<Entry>> = HashMap::new();
    for (record, act) in pairs {
        let of_record = touching.entry(record).or_default();
        of_record.extend(by_seq.get(&act).cloned());
    }
    Ok(touching)
}
