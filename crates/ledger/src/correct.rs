//! Correcting an entry: a further entry says what is right and why, and posts the difference.
//!
//! Invariant: an entry is corrected at most once. Whoever finds the correction wrong corrects the correction; so two people
//! who see the same fault cannot both take it off.
use crate::{
    append::{
        AppendError, Appended, COLUMNS, Claim, Line, NewEntry, NewPosting, digest, entry_row,
        write_lines,
    },
    book::Book,
    day, sql,
    tree::{self, Tree},
};
use kernel::{Actor, EntryId, UnitId};
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

#[derive(Debug, thiserror::Error)]
pub enum CorrectError {
    #[error("the entry to be corrected does not exist")]
    NoSuchEntry,
    /// Somebody was quicker: correct that correction if it is wrong.
    #[error("this entry has been corrected already")]
    AlreadyCorrected { by: EntryId },
    #[error("a correction needs a reason")]
    ReasonMissing,
    #[error(transparent)]
    Append(#[from] AppendError),
}

impl From<sea_orm::DbErr> for CorrectError {
    fn from(error: sea_orm::DbErr) -> Self {
        CorrectError::Append(error.into())
    }
}

/// Writes `correction`, whose postings are what the corrected record should have counted (none: it should never have been
/// recorded). The difference to what it counts now is posted, each on its own day.
pub async fn correct(
    tx: &impl ConnectionTrait,
    book: &Book,
    actor: &Actor,
    corrected: EntryId,
    correction: &NewEntry,
) -> Result<Appended, CorrectError> {
    if correction
        .reason
        .as_deref()
        .is_none_or(|reason| reason.trim().is_empty())
    {
        return Err(CorrectError::ReasonMissing);
    }
    tree::lock(tx, false).await?;
    let digest = digest(actor, correction);
    let select = "SELECT seq, digest FROM ledger_entry WHERE id = $1";
    if let Some(row) = sql::rows(tx, select, [correction.id.0.into()])
        .await?
        .first()
    {
        let same = row.try_get_by_index::<Vec<u8>>(1)? == digest;
        return if same {
            Ok(Appended::AlreadyThere {
                seq: row.try_get_by_index(0)?,
            })
        } else {
            Err(AppendError::IdReused.into())
        };
    }
    let select = "SELECT seq, COALESCE(root, seq) FROM ledger_entry WHERE id = $1";
    let rows = sql::rows(tx, select, [corrected.0.into()]).await?;
    let row = rows.first().ok_or(CorrectError::NoSuchEntry)?;
    let (corrected, root): (i64, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);

    let row = entry_row(book, actor, correction, Some((corrected, root)), &digest);
    let then = "ON CONFLICT (corrects) DO NOTHING RETURNING seq";
    let inserted = sql::insert_returning(tx, COLUMNS, [row], then).await?;
    let Some(inserted) = inserted.first() else {
        let select = "SELECT id FROM ledger_entry WHERE corrects = $1";
        let rows = sql::rows(tx, select, [corrected.into()]).await?;
        let by = rows
            .first()
            .ok_or(CorrectError::NoSuchEntry)?
            .try_get_by_index(0)?;
        return Err(CorrectError::AlreadyCorrected { by: EntryId(by) });
    };
    let seq: i64 = inserted.try_get_by_index(0)?;
    let tree = book.tree(tx).await?;
    let difference = difference(tx, book, &tree, seq, root, &correction.postings).await?;
    write_lines(tx, book, &tree, difference).await?;
    Ok(Appended::Created { seq })
}

/// Where and what a record counts: account, unit, day, once key.
type Spot = (i32, UnitId, i32, Option<String>);

async fn difference(
    tx: &impl ConnectionTrait,
    book: &Book,
    tree: &Tree,
    seq: i64,
    root: i64,
    wanted: &[NewPosting],
) -> Result<Vec<Line>, AppendError> {
    let mut spots: BTreeMap<Spot, i64> = BTreeMap::new();
    for posting in wanted {
        book.declaration(&posting.account)
            .ok_or_else(|| AppendError::UnknownAccount(posting.account.clone()))?;
        if tree.place(posting.unit, posting.day).is_none() {
            return Err(AppendError::UnknownUnit(posting.unit));
        }
        let account = book.account_id(tx, &posting.account).await?;
        let spot = spots
            .entry((
                account,
                posting.unit,
                day::number(posting.day),
                posting.once_key.clone(),
            ))
            .or_default();
        // A key claims once, however often it is named.
        *spot = if posting.once_key.is_some() {
            posting.quantity
        } else {
            *spot + posting.quantity
        };
    }
    let select = "SELECT account_id, unit_id, day, once_key, CAST(SUM(COALESCE(claim, quantity)) AS bigint) FROM ledger_posting \
                  WHERE (entry_seq = $1 AND of_seq = $1) OR (of_seq = $1 AND of_seq <> entry_seq) \
                  GROUP BY account_id, unit_id, day, once_key";
    for row in sql::rows(tx, select, [root.into()]).await? {
        let spot = (
            row.try_get_by_index(0)?,
            UnitId(row.try_get_by_index(1)?),
            row.try_get_by_index(2)?,
            row.try_get_by_index(3)?,
        );
        *spots.entry(spot).or_default() -= row.try_get_by_index::<i64>(4)?;
    }
    let lines = spots.into_iter().filter(|(_, quantity)| *quantity != 0);
    Ok(lines
        .map(|((account, unit, day, key), quantity)| {
            let once = key.map(|key| Claim { key, quantity });
            Line {
                entry_seq: seq,
                of_seq: root,
                account,
                unit,
                day,
                quantity,
                once,
            }
        })
        .collect())
}
