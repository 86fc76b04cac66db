//! From acts to rows: who was there before, numbers for the new, postings, balances.
use super::{AppendError, Appended, Claim, NewEntry, NewPosting, settle};
use crate::{
    account::Flow,
    book::Book,
    closing, day,
    post::{Deltas, Peaks},
    sql,
    tree::{self, Tree},
};
use kernel::{Actor, UnitId};
use sea_orm::{ConnectionTrait, Value};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

/// Adds one entry, or finds that this very act was written before.
pub async fn append(
    tx: &impl ConnectionTrait,
    book: &Book,
    actor: &Actor,
    entry: &NewEntry,
) -> Result<Appended, AppendError> {
    append_many(tx, book, [(actor, entry)])
        .await?
        .swap_remove(0)
}

/// Adds many entries in few statements. Each gets its own outcome, in the same order; the outer error means that nothing
/// was added.
pub async fn append_many<'a>(
    tx: &impl ConnectionTrait,
    book: &Book,
    entries: impl IntoIterator<Item = (&'a Actor, &'a NewEntry)>,
) -> Result<Vec<Result<Appended, AppendError>>, AppendError> {
    let entries: Vec<(&Actor, &NewEntry, Vec<u8>)> = entries
        .into_iter()
        .map(|(actor, entry)| (actor, entry, digest(actor, entry)))
        .collect();
    tree::lock(tx, false).await?;
    let tree = book.tree(tx).await?;
    let mut known = known(tx, entries.iter().map(|(_, entry, _)| *entry)).await?;

    let mut new: Vec<&(&Actor, &NewEntry, Vec<u8>)> = Vec::new();
    let mut ids = HashSet::new();
    for act in &entries {
        if known.contains_key(&act.1.id.0) || !ids.insert(act.1.id) {
            continue;
        }
        for posting in &act.1.postings {
            book.declaration(&posting.account)
                .ok_or_else(|| AppendError::UnknownAccount(posting.account.clone()))?;
            if tree.place(posting.unit, posting.day).is_none() {
                return Err(AppendError::UnknownUnit(posting.unit));
            }
        }
        new.push(act);
    }
    let rows = new
        .iter()
        .map(|(actor, entry, digest)| row(book, actor, entry, digest));
    let then = "ON CONFLICT (id) DO NOTHING RETURNING seq, id";
    let mut created = HashMap::new();
    for row in sql::insert_returning(tx, COLUMNS, rows, then).await? {
        created.insert(
            row.try_get_by_index::<uuid::Uuid>(1)?,
            row.try_get_by_index::<i64>(0)?,
        );
    }
    if created.len() < new.len() {
        // On PostgreSQL another copy wrote the same act a moment ago.
        known = self::known(tx, entries.iter().map(|(_, entry, _)| *entry)).await?;
    }
    let mut lines = Vec::new();
    for (_, entry, _) in &new {
        if let Some(seq) = created.get(&entry.id.0) {
            lines.extend(lines_of(tx, book, *seq, &entry.postings).await?);
        }
    }
    write_lines(tx, book, &tree, lines).await?;

    let mut first = created.clone();
    Ok(entries
        .iter()
        .map(
            |(_, entry, digest)| match (first.remove(&entry.id.0), known.get(&entry.id.0)) {
                (Some(seq), _) => Ok(Appended::Created { seq }),
                (None, Some((seq, before))) if before == digest => {
                    Ok(Appended::AlreadyThere { seq: *seq })
                }
                (None, Some(_)) => Err(AppendError::IdReused),
                (None, None) => {
                    let same = entries
                        .iter()
                        .find(|(_, other, _)| other.id == entry.id)
                        .is_some_and(|(.., other)| other == digest);
                    created
                        .get(&entry.id.0)
                        .filter(|_| same)
                        .map(|seq| Appended::AlreadyThere { seq: *seq })
                        .ok_or(AppendError::IdReused)
                }
            },
        )
        .collect())
}

async fn known<'a>(
    tx: &impl ConnectionTrait,
    entries: impl Iterator<Item = &'a NewEntry>,
) -> Result<HashMap<uuid::Uuid, (i64, Vec<u8>)>, AppendError> {
    let select = "SELECT id, seq, digest FROM ledger_entry WHERE id IN ({})";
    let rows = sql::rows_by_keys(tx, select, &[], entries.map(|entry| entry.id.0.into())).await?;
    let mut known = HashMap::with_capacity(rows.len());
    for row in rows {
        known.insert(
            row.try_get_by_index(0)?,
            (row.try_get_by_index(1)?, row.try_get_by_index(2)?),
        );
    }
    Ok(known)
}

pub(crate) const COLUMNS: &str = "ledger_entry (id, kind, subject_kind, subject_id, actor_id, unit_id, happened_on, recorded_at, \
                                  reason, details, corrects, root, digest)";

fn row(book: &Book, actor: &Actor, entry: &NewEntry, digest: &[u8]) -> [Value; 13] {
    entry_row(book, actor, entry, None, digest)
}

/// The row of an entry; `corrects` are the number of the entry that it corrects and of the first of that chain.
pub(crate) fn entry_row(
    book: &Book,
    actor: &Actor,
    entry: &NewEntry,
    corrects: Option<(i64, i64)>,
    digest: &[u8],
) -> [Value; 13] {
    [
        entry.id.0.into(),
        entry.kind.into(),
        entry.subject.kind.into(),
        entry.subject.id.clone().into(),
        actor.person.0.into(),
        entry.unit.0.into(),
        day::number(entry.happened_on).into(),
        book.clock().now().into(),
        entry.reason.clone().into(),
        entry
            .details
            .as_ref()
            .map(|details| details.to_string())
            .into(),
        corrects.map(|(corrected, _)| corrected).into(),
        corrects.map(|(_, root)| root).into(),
        digest.to_vec().into(),
    ]
}

/// What makes two acts the same act: everything but the time.
pub(crate) fn digest(actor: &Actor, entry: &NewEntry) -> Vec<u8> {
    let text = serde_json::to_vec(&(actor.person, entry))
        .expect("an entry holds nothing that JSON cannot");
    Sha256::digest(text).to_vec()
}

/// A row of `ledger_posting`, before it is numbered.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) entry_seq: i64,
    pub(crate) of_seq: i64,
    pub(crate) account: i32,
    pub(crate) unit: UnitId,
    pub(crate) day: i32,
    pub(crate) quantity: i64,
    pub(crate) once: Option<Claim>,
}

async fn lines_of(
    tx: &impl ConnectionTrait,
    book: &Book,
    seq: i64,
    postings: &[NewPosting],
) -> Result<Vec<Line>, AppendError> {
    let mut lines = Vec::with_capacity(postings.len());
    let mut claimed = HashSet::new();
    for posting in postings {
        let account = book.account_id(tx, &posting.account).await?;
        if let Some(key) = &posting.once_key
            && !claimed.insert((account, key.clone()))
        {
            continue;
        }
        let once = posting.once_key.clone().map(|key| Claim {
            key,
            quantity: posting.quantity,
        });
        let (unit, day) = (posting.unit, day::number(posting.day));
        lines.push(Line {
            entry_seq: seq,
            of_seq: seq,
            account,
            unit,
            day,
            quantity: posting.quantity,
            once,
        });
    }
    Ok(lines)
}

/// Settles once keys, writes postings, and keeps the balances.
pub(crate) async fn write_lines(
    tx: &impl ConnectionTrait,
    book: &Book,
    tree: &Tree,
    lines: Vec<Line>,
) -> Result<(), AppendError> {
    let lines = settle(tx, lines).await?;
    let days = lines.iter().map(|line| line.day);
    if let Some(closed) = closing::first_closed(tx, days).await? {
        return Err(AppendError::PeriodClosed(closed));
    }
    let (mut deltas, mut peaks) = (Deltas::default(), Peaks::default());
    let mut flows: HashMap<i32, Flow> = HashMap::new();
    let mut chains: HashMap<UnitId, Vec<(i32, i32, Vec<UnitId>)>> = HashMap::new();
    for line in &lines {
        let flow = match flows.get(&line.account) {
            Some(flow) => *flow,
            None => *flows
                .entry(line.account)
                .or_insert(book.flow(tx, line.account).await?),
        };
        if flow == Flow::Peak {
            let units = tree.chain_on(line.unit, line.day);
            peaks.touch(line.account, &units, line.day, line.entry_seq);
        } else if line.quantity != 0 {
            // Only a stock needs to know of the turns to come.
            let turns: &[_] = match flow {
                Flow::Stock => chains
                    .entry(line.unit)
                    .or_insert_with(|| tree.chains(line.unit)),
                _ => &[],
            };
            for (unit, day, times) in tree.spots(line.unit, line.day, flow, turns) {
                let quantity = times * line.quantity;
                deltas.add(line.account, (unit, day), quantity, line.entry_seq);
            }
        }
    }
    let mut numbers: HashMap<i64, i32> = HashMap::new();
    let rows = lines.into_iter().map(|line| {
        let number = numbers.entry(line.entry_seq).or_default();
        *number += 1;
        let (key, claim) = line.once.map(|once| (once.key, once.quantity)).unzip();
        [
            line.entry_seq.into(),
            (*number).into(),
            line.of_seq.into(),
            line.account.into(),
            line.unit.0.into(),
            line.day.into(),
            line.quantity.into(),
            key.into(),
            claim.into(),
        ]
    });
    let into = "ledger_posting (entry_seq, line, of_seq, account_id, unit_id, day, quantity, once_key, claim)";
    sql::insert(tx, into, rows, "").await?;
    deltas.write(tx).await?;
    peaks.recount(tx, tree).await?;
    Ok(())
}
