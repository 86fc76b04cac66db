//! Reading entries: a record's history, one entry by its id or number, and who did what in a stretch of time.
mod trail;

pub use trail::{Trail, trail, trail_count};

use crate::{day, sql};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{EntryId, PersonId, UnitId};
use sea_orm::{ConnectionTrait, DbErr, QueryResult, Value};

/// An entry as it stands in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub seq: i64,
    pub id: EntryId,
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: String,
    pub actor: PersonId,
    pub unit: UnitId,
    pub happened_on: NaiveDate,
    pub recorded_at: DateTime<Utc>,
    pub reason: Option<String>,
    pub details: Option<serde_json::Value>,
    /// The number of the entry that this one corrects.
    pub corrects: Option<i64>,
    /// The number of the first entry of a chain of corrections.
    pub root: Option<i64>,
}

const SELECT: &str = "SELECT seq, id, kind, subject_kind, subject_id, actor_id, unit_id, happened_on, recorded_at, reason, \
                      details, corrects, root FROM ledger_entry";

/// All entries about one record, oldest first.
pub async fn history(
    connection: &impl ConnectionTrait,
    kind: &str,
    id: &str,
) -> Result<Vec<Entry>, DbErr> {
    let select = format!("{SELECT} WHERE subject_kind = $1 AND subject_id = $2 ORDER BY seq");
    read(sql::rows(connection, &select, [kind.into(), id.into()]).await?)
}

pub async fn by_id(connection: &impl ConnectionTrait, id: EntryId) -> Result<Option<Entry>, DbErr> {
    let rows = sql::rows(
        connection,
        &format!("{SELECT} WHERE id = $1"),
        [id.0.into()],
    )
    .await?;
    Ok(read(rows)?.pop())
}

pub async fn by_seqs(connection: &impl ConnectionTrait, seqs: &[i64]) -> Result<Vec<Entry>, DbErr> {
    let keys = seqs.iter().map(|seq| Value::from(*seq));
    read(
        sql::rows_by_keys(
            connection,
            &format!("{SELECT} WHERE seq IN ({{}})"),
            &[],
            keys,
        )
        .await?,
    )
}

/// The newest entries, newest first.
pub async fn latest(connection: &impl ConnectionTrait, count: u64) -> Result<Vec<Entry>, DbErr> {
    read(
        sql::rows(
            connection,
            &format!("{SELECT} ORDER BY seq DESC LIMIT $1"),
            [(count as i64).into()],
        )
        .await?,
    )
}

/// The entry that corrected the one numbered `seq`, if any did.
pub async fn correction_of(
    connection: &impl ConnectionTrait,
    seq: i64,
) -> Result<Option<Entry>, DbErr> {
    Ok(read(
        sql::rows(
            connection,
            &format!("{SELECT} WHERE corrects = $1"),
            [seq.into()],
        )
        .await?,
    )?
    .pop())
}

/// The number up to which the book is complete: no entry with this or a lower number can still appear.
pub async fn mark(tx: &db::Tx) -> Result<i64, DbErr> {
    if tx.get_database_backend() == sea_orm::DbBackend::Postgres {
        // Waits for whoever has taken a number and not yet committed; who comes later gets a higher one.
        tx.execute_unprepared("LOCK TABLE ledger_entry IN SHARE ROW EXCLUSIVE MODE")
            .await?;
    }
    sql::number(tx, "SELECT COALESCE(MAX(seq), 0) FROM ledger_entry", []).await
}

fn read(rows: Vec<QueryResult>) -> Result<Vec<Entry>, DbErr> {
    rows.iter()
        .map(|row| {
            Ok(Entry {
                seq: row.try_get_by_index(0)?,
                id: EntryId(row.try_get_by_index(1)?),
                kind: row.try_get_by_index(2)?,
                subject_kind: row.try_get_by_index(3)?,
                subject_id: row.try_get_by_index(4)?,
                actor: PersonId(row.try_get_by_index(5)?),
                unit: UnitId(row.try_get_by_index(6)?),
                happened_on: date(row.try_get_by_index(7)?)?,
                recorded_at: row.try_get_by_index(8)?,
                reason: row.try_get_by_index(9)?,
                details: row
                    .try_get_by_index::<Option<String>>(10)?
                    .and_then(|text| serde_json::from_str(&text).ok()),
                corrects: row.try_get_by_index(11)?,
                root: row.try_get_by_index(12)?,
            })
        })
        .collect()
}

pub(crate) fn date(number: i32) -> Result<NaiveDate, DbErr> {
    day::date(number).ok_or_else(|| DbErr::Type(format!("{number} is no day")))
}
