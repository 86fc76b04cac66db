//! Seals and leaves in the database.
use super::{
    Hash, Seal,
    leaf::{Leaf, Of},
    row::COLUMNS,
};
use crate::{day, sql};
use chrono::NaiveDate;
use db::{Cell, How, Rows, Selection};
use sea_orm::{ConnectionTrait, DbErr};

/// A seal's row as it stands, in order of number.
pub(crate) async fn rows(connection: &impl ConnectionTrait) -> Result<Vec<Vec<Cell>>, DbErr> {
    select(connection, "ORDER BY number", []).await
}

/// The newest seal.
pub async fn latest(connection: &impl ConnectionTrait) -> Result<Option<Seal>, DbErr> {
    one(connection, "ORDER BY number DESC LIMIT 1", []).await
}

/// The first seal, by which a book is known.
pub async fn first(connection: &impl ConnectionTrait) -> Result<Option<Seal>, DbErr> {
    one(connection, "ORDER BY number LIMIT 1", []).await
}

pub async fn find(connection: &impl ConnectionTrait, number: i64) -> Result<Option<Seal>, DbErr> {
    one(connection, "WHERE number = $1", [number.into()]).await
}

/// The seals cut at a day, and the one after them where it covers entries recorded on that day: written down at midnight.
pub async fn of_day(connection: &impl ConnectionTrait, on: NaiveDate) -> Result<Vec<Seal>, DbErr> {
    let number = day::number(on);
    let condition = "WHERE day = $1 ORDER BY number";
    let found = select(connection, condition, [number.into()]).await?;
    let mut seals: Vec<Seal> = found.iter().filter_map(|cells| Seal::of(cells)).collect();
    let condition = "WHERE day > $1 ORDER BY number LIMIT 1";
    if let Some(next) = one(connection, condition, [number.into()]).await? {
        let (from, to) = super::day::bounds(on);
        let select = "SELECT COUNT(*) FROM ledger_entry WHERE seq >= $1 AND seq <= $2 \
                      AND recorded_at >= $3 AND recorded_at < $4";
        let values = [
            next.first_seq.into(),
            next.last_seq.into(),
            from.into(),
            to.into(),
        ];
        if 0 < sql::number(connection, select, values).await? {
            seals.push(next);
        }
    }
    Ok(seals)
}

/// The seal that covers an entry, if its day is closed.
pub async fn of_entry(connection: &impl ConnectionTrait, seq: i64) -> Result<Option<Seal>, DbErr> {
    let condition = "WHERE last_seq >= $1 ORDER BY last_seq LIMIT 1";
    let found = one(connection, condition, [seq.into()]).await?;
    Ok(found.filter(|seal| seal.first_seq <= seq))
}

/// Seals, newest first, and how many there are.
pub async fn page(
    connection: &impl ConnectionTrait,
    skip: u64,
    take: u64,
) -> Result<(Vec<Seal>, u64), DbErr> {
    let condition = "ORDER BY number DESC LIMIT $1 OFFSET $2";
    let found = select(
        connection,
        condition,
        [(take as i64).into(), (skip as i64).into()],
    )
    .await?;
    let count = sql::number(connection, "SELECT COUNT(*) FROM ledger_seal", []).await?;
    let seals = found.iter().filter_map(|cells| Seal::of(cells)).collect();
    Ok((seals, count.try_into().unwrap_or(0)))
}

/// How many entries are not sealed yet.
pub async fn unsealed(connection: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let select = "SELECT COUNT(*) FROM ledger_entry WHERE seq > (SELECT COALESCE(MAX(last_seq), 0) FROM ledger_seal)";
    sql::number(connection, select, []).await
}

async fn one<const N: usize>(
    connection: &impl ConnectionTrait,
    condition: &str,
    values: [sea_orm::Value; N],
) -> Result<Option<Seal>, DbErr> {
    let found = select(connection, condition, values).await?;
    Ok(found.first().and_then(|cells| Seal::of(cells)))
}

async fn select<const N: usize>(
    connection: &impl ConnectionTrait,
    condition: &str,
    values: [sea_orm::Value; N],
) -> Result<Vec<Vec<Cell>>, DbErr> {
    let select = format!("SELECT {} FROM ledger_seal {condition}", COLUMNS.join(", "));
    let rows = sql::rows(connection, &select, values).await?;
    rows.iter()
        .map(|row| Cell::all(row, COLUMNS.len()))
        .collect()
}

/// A leaf's row as it stands.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) place: i64,
    /// `None` where a value cannot be one of a leaf.
    pub(crate) leaf: Option<Leaf>,
}

const LEAVES: Selection = Selection {
    names: &["place", "kind", "number", "name", "digest", "marks"],
    bytes: &[4, 5],
};

/// Leaves of a seal from a place on, in their order.
pub(crate) async fn leaves(
    connection: &impl ConnectionTrait,
    seal: i64,
    from: i64,
    take: i64,
) -> Result<Vec<Kept>, DbErr> {
    kept_of(&leaf_rows(connection, (seal, from), take, How::Plain).await?)
}

pub(crate) async fn leaf_rows(
    connection: &impl ConnectionTrait,
    (seal, from): (i64, i64),
    take: i64,
    how: How,
) -> Result<Rows, DbErr> {
    let rest = "FROM ledger_leaf WHERE seal = $1 AND place >= $2 ORDER BY place LIMIT $3";
    let values = [seal.into(), from.into(), take.into()];
    Rows::read(connection, &LEAVES, rest, values, how).await
}

/// Takes leaves' rows apart.
pub(crate) fn kept_of(rows: &Rows) -> Result<Vec<Kept>, DbErr> {
    let rows = rows.cells()?.into_iter();
    Ok(rows
        .map(|cells| Kept {
            place: cells[0].int().unwrap_or(-1),
            leaf: kept(&cells),
        })
        .collect())
}

fn kept(cells: &[Cell]) -> Option<Leaf> {
    let digest: Hash = cells[4].bytes()?.try_into().ok()?;
    Some(Leaf {
        of: Of::from_number(cells[1].int()?)?,
        number: cells[2].int()?,
        name: match &cells[3] {
            Cell::Null => None,
            name => Some(name.text()?.to_owned()),
        },
        digest,
        marks: cells[5].bytes()?.to_vec(),
    })
}

/// Accounts (number) or figures (version, code) that have a leaf already.
pub(crate) async fn sealed_others(
    connection: &impl ConnectionTrait,
) -> Result<std::collections::HashSet<(i64, i64, Option<String>)>, DbErr> {
    let select = "SELECT CAST(kind AS bigint), number, name FROM ledger_leaf WHERE kind <> 0";
    let rows = sql::rows(connection, select, []).await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get_by_index(0)?,
                row.try_get_by_index(1)?,
                row.try_get_by_index(2)?,
            ))
        })
        .collect()
}

/// Of each sealed account the digest of its leaf.
pub(crate) async fn sealed_accounts(
    connection: &impl ConnectionTrait,
) -> Result<std::collections::HashMap<i64, Hash>, DbErr> {
    let select = "SELECT number, digest FROM ledger_leaf WHERE kind = 2";
    let rows = sql::rows(connection, select, []).await?;
    let mut accounts = std::collections::HashMap::new();
    for row in rows {
        let (number, digest) = (Cell::of(&row, 0)?, Cell::of(&row, 1)?);
        let digest = digest.bytes().and_then(|bytes| bytes.try_into().ok());
        if let (Some(number), Some(digest)) = (number.int(), digest) {
            accounts.insert(number, digest);
        }
    }
    Ok(accounts)
}

/// The highest number of a seal that has leaves.
pub(crate) async fn newest_leaf(connection: &impl ConnectionTrait) -> Result<i64, DbErr> {
    sql::number(
        connection,
        "SELECT COALESCE(MAX(seal), 0) FROM ledger_leaf",
        [],
    )
    .await
}

pub(crate) async fn write_leaves(
    tx: &impl ConnectionTrait,
    seal: i64,
    from: usize,
    leaves: &[Leaf],
) -> Result<(), DbErr> {
    let rows = leaves.iter().enumerate().map(|(at, leaf)| {
        [
            seal.into(),
            ((from + at) as i32).into(),
            (leaf.of as i16).into(),
            leaf.number.into(),
            leaf.name.clone().into(),
            leaf.digest.to_vec().into(),
            leaf.marks.clone().into(),
        ]
    });
    let into = "ledger_leaf (seal, place, kind, number, name, digest, marks)";
    sql::insert(tx, into, rows, "").await
}

/// Takes away leaves whose seal was never written: whoever made them was cut off.
pub(crate) async fn clear_unfinished(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    let delete =
        "DELETE FROM ledger_leaf WHERE seal > (SELECT COALESCE(MAX(number), 0) FROM ledger_seal)";
    sql::run(tx, delete, []).await.map(drop)
}
