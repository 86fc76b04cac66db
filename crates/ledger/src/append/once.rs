//! Once keys: of all records that claim a key, the earliest day's counts, whatever the order in which they were entered.
//!
//! A record that is written later but happened earlier takes the count over, by postings that say so; a record that is
//! withdrawn hands it to the next. So the sum of postings is always right, and history stays.
use super::Line;
use crate::sql;
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use std::collections::{BTreeMap, HashMap};

/// What a line claims for its key: positive for a record, negative where a record is withdrawn, 0 where a count is only
/// handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) key: String,
    pub(crate) quantity: i64,
}

/// The record that counts for a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) of_seq: i64,
    pub(crate) unit: UnitId,
    pub(crate) day: i32,
    pub(crate) quantity: i64,
}

type Key = (i32, String);

/// Gives each line with a key the quantity that counts, and adds lines for what is taken over or handed on.
pub(crate) async fn settle(
    tx: &impl ConnectionTrait,
    lines: Vec<Line>,
) -> Result<Vec<Line>, DbErr> {
    let (keyed, mut settled): (Vec<Line>, Vec<Line>) =
        lines.into_iter().partition(|line| line.once.is_some());
    if keyed.is_empty() {
        return Ok(settled);
    }
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("LOCK TABLE ledger_once IN SHARE ROW EXCLUSIVE MODE")
            .await?;
    }
    let before = holders(tx, &keyed).await?;
    let mut after = before.clone();
    // What is withdrawn goes first: a record that moves to another day is withdrawn and claims anew.
    let (withdrawn, claimed): (Vec<Line>, Vec<Line>) = keyed
        .into_iter()
        .partition(|line| line.once.as_ref().is_some_and(|claim| claim.quantity < 0));
    for line in withdrawn {
        withdraw(tx, line, &mut after, &mut settled).await?;
    }
    for line in claimed {
        claim(line, &mut after, &mut settled);
    }
    save(tx, &before, &after).await?;
    Ok(settled)
}

fn claim(mut line: Line, holders: &mut HashMap<Key, Held>, settled: &mut Vec<Line>) {
    let key = key_of(&line);
    let mine = Held {
        of_seq: line.of_seq,
        unit: line.unit,
        day: line.day,
        quantity: line.quantity,
    };
    match holders.get(&key) {
        Some(held) if (held.day, held.of_seq) <= (mine.day, mine.of_seq) => line.quantity = 0,
        Some(held) => {
            settled.push(hand_over(&line, held, -held.quantity));
            holders.insert(key, mine);
        }
        None => {
            holders.insert(key, mine);
        }
    }
    settled.push(line);
}

async fn withdraw(
    tx: &impl ConnectionTrait,
    mut line: Line,
    holders: &mut HashMap<Key, Held>,
    settled: &mut Vec<Line>,
) -> Result<(), DbErr> {
    let key = key_of(&line);
    let holds = holders.get(&key).is_some_and(|held| {
        (held.of_seq, held.unit, held.day) == (line.of_seq, line.unit, line.day)
    });
    if !holds {
        line.quantity = 0;
        settled.push(line);
        return Ok(());
    }
    let mut live = live_claims(tx, &key).await?;
    let pending = settled
        .iter()
        .filter(|other| other.account == key.0)
        .chain([&line]);
    for other in pending {
        if let Some(claim) = other.once.as_ref().filter(|claim| claim.key == key.1) {
            *live
                .entry((other.day, other.of_seq, other.unit))
                .or_default() += claim.quantity;
        }
    }
    match live.into_iter().find(|(_, quantity)| 0 < *quantity) {
        Some(((day, of_seq, unit), quantity)) => {
            let next = Held {
                of_seq,
                unit,
                day,
                quantity,
            };
            settled.push(hand_over(&line, &next, quantity));
            holders.insert(key, next);
        }
        None => {
            holders.remove(&key);
        }
    }
    settled.push(line);
    Ok(())
}

fn hand_over(because_of: &Line, held: &Held, quantity: i64) -> Line {
    let once = because_of.once.as_ref().map(|claim| Claim {
        key: claim.key.clone(),
        quantity: 0,
    });
    Line {
        of_seq: held.of_seq,
        unit: held.unit,
        day: held.day,
        quantity,
        once,
        ..because_of.clone()
    }
}

fn key_of(line: &Line) -> Key {
    (
        line.account,
        line.once
            .as_ref()
            .map(|claim| claim.key.clone())
            .unwrap_or_default(),
    )
}

/// The records that claim a key and were not withdrawn, earliest first.
pub(crate) async fn live_claims(
    tx: &impl ConnectionTrait,
    key: &Key,
) -> Result<BTreeMap<(i32, i64, UnitId), i64>, DbErr> {
    let select = "SELECT day, of_seq, unit_id, CAST(SUM(claim) AS bigint) FROM ledger_posting \
                  WHERE account_id = $1 AND once_key = $2 GROUP BY day, of_seq, unit_id";
    let rows = sql::rows(tx, select, [key.0.into(), key.1.clone().into()]).await?;
    rows.iter()
        .map(|row| {
            let unit = UnitId(row.try_get_by_index(2)?);
            Ok((
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?, unit),
                row.try_get_by_index(3)?,
            ))
        })
        .collect()
}

async fn holders(tx: &impl ConnectionTrait, lines: &[Line]) -> Result<HashMap<Key, Held>, DbErr> {
    let mut keys: BTreeMap<i32, Vec<sea_orm::Value>> = BTreeMap::new();
    for line in lines {
        let (account, key) = key_of(line);
        keys.entry(account).or_default().push(key.into());
    }
    let select = "SELECT once_key, of_seq, unit_id, day, quantity FROM ledger_once WHERE account_id = $1 AND once_key IN ({})";
    let mut holders = HashMap::new();
    for (account, keys) in keys {
        for row in sql::rows_by_keys(tx, select, &[account.into()], keys).await? {
            let held = Held {
                of_seq: row.try_get_by_index(1)?,
                unit: UnitId(row.try_get_by_index(2)?),
                day: row.try_get_by_index(3)?,
                quantity: row.try_get_by_index(4)?,
            };
            holders.insert((account, row.try_get_by_index(0)?), held);
        }
    }
    Ok(holders)
}

async fn save(
    tx: &impl ConnectionTrait,
    before: &HashMap<Key, Held>,
    after: &HashMap<Key, Held>,
) -> Result<(), DbErr> {
    for (account, key) in before.keys().filter(|key| !after.contains_key(*key)) {
        let delete = "DELETE FROM ledger_once WHERE account_id = $1 AND once_key = $2";
        sql::run(tx, delete, [(*account).into(), key.clone().into()]).await?;
    }
    let changed = after
        .iter()
        .filter(|(key, held)| before.get(*key) != Some(*held));
    let rows = changed.map(|((account, key), held)| {
        [
            (*account).into(),
            key.clone().into(),
            held.of_seq.into(),
            held.unit.0.into(),
            held.day.into(),
            held.quantity.into(),
        ]
    });
    let then = "ON CONFLICT (account_id, once_key) DO UPDATE SET of_seq = excluded.of_seq, unit_id = excluded.unit_id, \
                day = excluded.day, quantity = excluded.quantity";
    sql::insert(
        tx,
        "ledger_once (account_id, once_key, of_seq, unit_id, day, quantity)",
        rows,
        then,
    )
    .await
}
