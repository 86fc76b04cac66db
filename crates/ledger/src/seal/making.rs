//! Sealing closed days.
use super::{
    Hash, Seal, day,
    leaf::{self, Leaf, Of},
    read,
    row::root_of,
    store,
    turn::Turn,
};
use crate::{Book, entry, sql, tree};
use chrono::{DateTime, NaiveDate, Utc};
use db::How;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeMap;

/// Most entries under one seal; a day with more gets several.
const ENTRIES_MAX: i64 = 100_000;
/// Entries read at once, and leaves written in one transaction: nobody who appends waits longer than for these.
const AT_ONCE: i64 = 1_000;

#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error(
        "what was read back of seal {0} is not what was written; somebody else seals at this moment, or the disk is broken"
    )]
    NotAsWritten(i64),
    #[error("somebody else seals the book at this moment")]
    Busy,
    #[error("cannot seal the book")]
    Database(#[from] DbErr),
}

/// Seals all that was recorded before today. `progress` is told entries done and entries in all. Doing it again adds nothing.
pub async fn seal_closed_days(
    book: &Book,
    mut progress: impl FnMut(u64, u64) + Send,
) -> Result<Vec<Seal>, SealError> {
    let db = book.db();
    let tx = db.begin().await?;
    // Whoever has taken a number and not yet committed is waited for here, and nowhere else.
    tree::lock(&tx, true).await?;
    let last_edge = tree::version(&tx).await?;
    let mark = entry::mark(&tx).await?;
    let turn = Turn::take(&tx, book.clock()).await?;
    store::clear_unfinished(&tx).await?;
    tx.commit().await?;
    let made = seal_up_to(book, &turn, mark, last_edge, &mut progress).await;
    let tx = db.begin().await?;
    turn.give_back(&tx).await?;
    tx.commit().await?;
    made
}

async fn seal_up_to(
    book: &Book,
    turn: &Turn,
    mark: i64,
    last_edge: i64,
    progress: &mut (impl FnMut(u64, u64) + Send),
) -> Result<Vec<Seal>, SealError> {
    let db = book.db();

    let mut before = store::latest(db.reader()).await?;
    let after = before.as_ref().map_or(0, |seal| seal.last_seq);
    let stretches = stretches(db.reader(), after, mark, book.clock().today()).await?;
    let all: i64 = stretches.iter().map(|stretch| stretch.entries).sum();
    let mut done = 0;
    let mut made = Vec::new();
    for stretch in stretches {
        let number = before.as_ref().map_or(1, |seal| seal.number + 1);
        let first_seq = before.as_ref().map_or(1, |seal| seal.last_seq + 1);
        let first_edge = before.as_ref().map_or(1, |seal| seal.last_edge + 1);
        let mut writing = Writing::begin(book, turn, number);
        let mut at = first_seq - 1;
        let codes = read::codes(db.reader()).await?;
        while at < stretch.last_seq {
            let raw =
                read::stretch(db.reader(), (at, stretch.last_seq), AT_ONCE, How::Plain).await?;
            at = raw.to;
            let rows = raw.sort()?;
            let leaves: Vec<Leaf> = rows
                .iter()
                .map(|(number, sealed)| leaf::of_entry(*number, sealed, &codes))
                .collect();
            done += leaves.len() as u64;
            writing.add(leaves).await?;
            progress(done, all as u64);
        }
        let entries = writing.digests.len() as i64;
        writing
            .add(others(db.reader(), first_edge, last_edge).await?)
            .await?;
        let seal = Seal {
            number,
            day: stretch.day,
            first_seq,
            last_seq: stretch.last_seq,
            entries,
            first_edge,
            last_edge: last_edge.max(first_edge - 1),
            leaves: writing.digests.len() as i64,
            root: root_of(writing.digests.iter().copied()),
            previous: before.as_ref().map_or([0; 32], |seal| seal.hash),
            hash: [0; 32],
            sealed_at: book.clock().now(),
        }
        .hashed();
        writing.finish(&seal).await?;
        made.push(seal.clone());
        before = Some(seal);
    }
    Ok(made)
}

/// Entries of one closed day, or a part of very many.
struct Stretch {
    day: NaiveDate,
    last_seq: i64,
    entries: i64,
}

/// Cuts what is not sealed where days end. An entry that bears an earlier day than one before it goes with the later.
async fn stretches(
    connection: &impl ConnectionTrait,
    after: i64,
    mark: i64,
    today: NaiveDate,
) -> Result<Vec<Stretch>, DbErr> {
    let select = "SELECT seq, recorded_at FROM ledger_entry WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3";
    let mut numbers: Vec<i64> = Vec::new();
    let mut ends: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    let mut at = after;
    loop {
        let rows = sql::rows(
            connection,
            select,
            [at.into(), mark.into(), (AT_ONCE * 10).into()],
        )
        .await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            at = row.try_get_by_index(0)?;
            let recorded: DateTime<Utc> = row.try_get_by_index(1)?;
            numbers.push(at);
            // Numbers go up: the last of each day stays.
            ends.insert(day::of(recorded), at);
        }
    }
    let mut stretches = Vec::new();
    let mut begun = 0;
    for (day, last) in ends.into_iter().take_while(|(day, _)| *day < today) {
        let end = numbers.partition_point(|number| *number <= last);
        while begun < end {
            let part = (begun + ENTRIES_MAX as usize).min(end);
            stretches.push(Stretch {
                day,
                last_seq: numbers[part - 1],
                entries: (part - begun) as i64,
            });
            begun = part;
        }
    }
    Ok(stretches)
}

/// Edges, accounts and figures that have no leaf yet.
async fn others(
    connection: &impl ConnectionTrait,
    first_edge: i64,
    last_edge: i64,
) -> Result<Vec<Leaf>, DbErr> {
    let sealed = store::sealed_others(connection).await?;
    let edges = read::edges(connection, first_edge, last_edge).await?;
    let accounts = read::accounts(connection).await?;
    let figures = read::figures(connection).await?;
    let all = edges.into_iter().chain(accounts).chain(figures);
    Ok(all
        .map(|other| other.leaf)
        .filter(|leaf| {
            leaf.of == Of::Edge
                || !sealed.contains(&(leaf.of as i64, leaf.number, leaf.name.clone()))
        })
        .collect())
}

/// Leaves on their way to the disk, some in each transaction; the seal comes last.
struct Writing<'a> {
    book: &'a Book,
    turn: &'a Turn,
    seal: i64,
    digests: Vec<Hash>,
}

impl<'a> Writing<'a> {
    fn begin(book: &'a Book, turn: &'a Turn, seal: i64) -> Writing<'a> {
        Writing {
            book,
            turn,
            seal,
            digests: Vec::new(),
        }
    }

    async fn add(&mut self, leaves: Vec<Leaf>) -> Result<(), SealError> {
        for some in leaves.chunks(AT_ONCE as usize) {
            let tx = self.book.db().begin().await?;
            self.turn.hold(&tx, self.book.clock()).await?;
            store::write_leaves(&tx, self.seal, self.digests.len(), some).await?;
            tx.commit().await?;
            self.digests.extend(some.iter().map(|leaf| leaf.digest));
        }
        Ok(())
    }

    /// Reads back what is on disk, and writes the seal over it.
    async fn finish(self, seal: &Seal) -> Result<(), SealError> {
        let mut kept = Vec::with_capacity(self.digests.len());
        loop {
            let reader = self.book.db().reader();
            let some = store::leaves(reader, seal.number, kept.len() as i64, AT_ONCE * 10).await?;
            if some.is_empty() {
                break;
            }
            for one in some {
                let leaf = one.leaf.ok_or(SealError::NotAsWritten(seal.number))?;
                kept.push(leaf.digest);
            }
            if self.digests.len() < kept.len() {
                break;
            }
        }
        if kept != self.digests {
            return Err(SealError::NotAsWritten(seal.number));
        }
        let tx = self.book.db().begin().await?;
        self.turn.hold(&tx, self.book.clock()).await?;
        seal.write(&tx).await?;
        Ok(tx.commit().await?)
    }
}
