//! Verifying: every byte is read again and put under its tree; what does not agree is named.
use super::{
    Finding, Hash, Row, Seal, What,
    chain::{self, Link},
    leaf::{self, Codes, Leaf, Of},
    named,
    read::{self, Other, Raw},
    row::root_of,
    store,
};
use chrono::NaiveDate;
use db::{How, Rows};
use sea_orm::{ConnectionTrait, DbErr};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use tokio::task::JoinHandle;

/// Entries read and hashed at once.
const AT_ONCE: i64 = 2_000;

/// Which seals' entries are read. The chain of all seals is always looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    All,
    Day(NaiveDate),
    /// One seal, by number.
    One(i64),
    /// All seals up to this one.
    UpTo(i64),
}

/// What was read, and what does not agree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    pub seals: u64,
    pub entries: u64,
    pub postings: u64,
    /// Entries of the days that are not closed yet.
    pub unsealed: i64,
    pub findings: Vec<Finding>,
}

impl Verified {
    pub fn is_true(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Reads what was sealed again, and compares. `progress` is told entries done and entries in all.
pub async fn verify(
    connection: &impl ConnectionTrait,
    wanted: Wanted,
    mut progress: impl FnMut(u64, u64) + Send,
) -> Result<Verified, DbErr> {
    let mut verified = Verified {
        unsealed: store::unsealed(connection).await?,
        ..Verified::default()
    };
    let links = chain::links(store::rows(connection).await?, &mut verified.findings);
    let wanted = chosen(connection, &links, wanted).await?;
    let all: i64 = wanted
        .iter()
        .filter_map(|at| links[*at].seal.as_ref())
        .map(|seal| seal.entries.max(0))
        .sum();
    let others = Others::read(connection).await?;
    for at in wanted {
        verified.seals += 1;
        let seal = stretch_of(&links, at);
        let done = verified.entries;
        let read = read_all(connection, &seal, &others.codes, |entries| {
            progress(done + entries, all as u64);
        })
        .await?;
        verified.entries += read.digests.len() as u64;
        verified.postings += read.postings;
        let is_whole = links[at].is_whole;
        if is_whole && read.agrees && agrees(connection, &seal, &read, &others).await? {
            continue;
        }
        let found = &mut verified.findings;
        let counted = named::compare(connection, &seal, is_whole, &read, &others, found).await?;
        if !is_whole {
            chain::name_changed(&links, at, &counted, &mut verified.findings);
        }
    }
    let newest = store::latest(connection)
        .await?
        .map_or(0, |seal| seal.number);
    if newest < store::newest_leaf(connection).await?
        && links.iter().all(|link| link.number <= newest)
    {
        chain::findings(newest + 1, None, &mut verified.findings).say(What::Missing, Row::Seal);
    }
    Ok(verified)
}

/// Whether all that is below a seal gives its root; said of entries already that each agrees with its leaf.
async fn agrees(
    connection: &impl ConnectionTrait,
    seal: &Seal,
    read: &ReadAll,
    others: &Others,
) -> Result<bool, DbErr> {
    let entries = read.digests.len() as i64;
    let kept = store::leaves(connection, seal.number, entries, i64::MAX).await?;
    let edges = read::edges(connection, seal.first_edge, seal.last_edge).await?;
    let now: HashSet<&Leaf> = edges
        .iter()
        .chain(&others.accounts)
        .chain(&others.figures)
        .map(|other| &other.leaf)
        .collect();
    let all_there = kept.iter().zip(entries..).all(|(kept, place)| {
        kept.place == place && kept.leaf.as_ref().is_some_and(|leaf| now.contains(leaf))
    });
    let of_edges = kept.iter().filter_map(|kept| kept.leaf.as_ref());
    let of_edges = of_edges.filter(|leaf| leaf.of == Of::Edge).count();
    let digests = kept
        .iter()
        .filter_map(|kept| Some(kept.leaf.as_ref()?.digest));
    Ok(all_there
        && of_edges == edges.len()
        && entries == seal.entries
        && entries + kept.len() as i64 == seal.leaves
        && root_of(read.digests.iter().copied().chain(digests)) == seal.root)
}

/// Rows that are no entries; few beside them.
pub(crate) struct Others {
    pub(crate) codes: Arc<Codes>,
    pub(crate) accounts: Vec<Other>,
    pub(crate) figures: Vec<Other>,
    /// Accounts whose row is not the one that was sealed.
    pub(crate) changed_accounts: HashSet<i64>,
}

impl Others {
    async fn read(connection: &impl ConnectionTrait) -> Result<Others, DbErr> {
        let accounts = read::accounts(connection).await?;
        let now: HashMap<i64, Hash> = accounts
            .iter()
            .map(|account| (account.leaf.number, account.leaf.digest))
            .collect();
        let sealed = store::sealed_accounts(connection).await?;
        let mut changed = sealed.clone();
        changed.retain(|id, digest| now.get(id) != Some(digest));
        Ok(Others {
            codes: Arc::new(read::codes(connection).await?),
            accounts,
            figures: read::figures(connection).await?,
            changed_accounts: changed.into_keys().collect(),
        })
    }
}

async fn chosen(
    connection: &impl ConnectionTrait,
    links: &[Link],
    wanted: Wanted,
) -> Result<Vec<usize>, DbErr> {
    let numbers: Option<Vec<i64>> = match wanted {
        Wanted::Day(day) => {
            let seals = store::of_day(connection, day).await?;
            Some(seals.iter().map(|seal| seal.number).collect())
        }
        _ => None,
    };
    let is_wanted = |link: &Link| match wanted {
        Wanted::All => true,
        Wanted::Day(_) => numbers
            .iter()
            .flatten()
            .any(|number| *number == link.number),
        Wanted::One(number) => link.number == number,
        Wanted::UpTo(number) => link.number <= number,
    };
    Ok((0..links.len())
        .filter(|at| is_wanted(&links[*at]))
        .collect())
}

/// The seal with the stretch that its neighbours leave to it, whatever its own row says now.
fn stretch_of(links: &[Link], at: usize) -> Seal {
    let link = &links[at];
    let number = link.number;
    if let Some(seal) = link.seal.clone().filter(|_| link.is_whole) {
        return seal;
    }
    let neighbour = |at: Option<usize>| links.get(at?)?.seal.as_ref();
    let before = neighbour(at.checked_sub(1));
    let next = neighbour(Some(at + 1));
    let (first_seq, first_edge) =
        before.map_or((1, 1), |before| (before.last_seq + 1, before.last_edge + 1));
    let own = |column: usize, first: i64| link.cells[column].int().unwrap_or(first - 1);
    let last_seq = next.map_or_else(|| own(4, first_seq), |next| next.first_seq - 1);
    let last_edge = next.map_or_else(|| own(7, first_edge), |next| next.first_edge - 1);
    let hash = |column: usize| {
        let bytes = link.cells[column].bytes();
        bytes
            .and_then(|bytes| bytes.try_into().ok())
            .unwrap_or_default()
    };
    Seal {
        number,
        day: link.seal.as_ref().map(|seal| seal.day).unwrap_or_default(),
        first_seq,
        last_seq,
        entries: own(5, 1),
        first_edge,
        last_edge,
        leaves: own(8, 1),
        root: hash(9),
        previous: hash(10),
        hash: hash(11),
        sealed_at: Default::default(),
    }
}

/// Entries of a seal as they are now.
pub(crate) struct ReadAll {
    pub(crate) digests: Vec<Hash>,
    pub(crate) postings: u64,
    /// Whether each has its leaf, at its place, with its marks.
    pub(crate) agrees: bool,
}

/// Reads a stretch while the one before is hashed.
async fn read_all(
    connection: &impl ConnectionTrait,
    seal: &Seal,
    codes: &Arc<Codes>,
    mut progress: impl FnMut(u64) + Send,
) -> Result<ReadAll, DbErr> {
    let mut all = ReadAll {
        digests: Vec::new(),
        postings: 0,
        agrees: true,
    };
    let mut hashing: Option<(Part, JoinHandle<Result<Hashed, DbErr>>)> = None;
    let (mut at, mut place) = (seal.first_seq - 1, 0);
    loop {
        let next = if at < seal.last_seq {
            let part = Part {
                after: at,
                end: seal.last_seq,
                seal: seal.number,
                place,
            };
            let (part, read) = part.read(connection).await?;
            at = part.end;
            place += read.entries.entries() as i64;
            Some((part, read))
        } else {
            None
        };
        if let Some((part, hashing)) = hashing.take() {
            let hashed = hashing.await;
            let hashed = match hashed.map_err(|error| DbErr::Custom(error.to_string()))? {
                Ok(hashed) => hashed,
                // Something stands there that is not of its kind: it is read as it stands.
                Err(_) => hash(part.rows(connection, How::Plain).await?, part.place, codes)?,
            };
            all.digests.extend(hashed.digests);
            all.postings += hashed.postings;
            all.agrees &= hashed.agrees;
            progress(all.digests.len() as u64);
        }
        let Some((part, read)) = next else {
            return Ok(all);
        };
        let (codes, place) = (codes.clone(), part.place);
        let work = tokio::task::spawn_blocking(move || hash(read, place, &codes));
        hashing = Some((part, work));
    }
}

/// Entries that are read at once, with the leaves at their places.
struct Part {
    /// Entries above this number, up to `end`.
    after: i64,
    end: i64,
    seal: i64,
    /// The place of the first.
    place: i64,
}

struct Read {
    entries: Raw,
    leaves: Rows,
}

impl Part {
    /// Reads it, quickly if that can be; cut to where the entries read end.
    async fn read(self, connection: &impl ConnectionTrait) -> Result<(Part, Read), DbErr> {
        let read = match self.rows(connection, How::Packed).await {
            Ok(read) => read,
            Err(_) => self.rows(connection, How::Plain).await?,
        };
        let end = read.entries.to;
        Ok((Part { end, ..self }, read))
    }

    async fn rows(&self, connection: &impl ConnectionTrait, how: How) -> Result<Read, DbErr> {
        let (entries, leaves) = futures::try_join!(
            read::stretch(connection, (self.after, self.end), AT_ONCE, how),
            store::leaf_rows(connection, (self.seal, self.place), AT_ONCE, how),
        )?;
        Ok(Read { entries, leaves })
    }
}

struct Hashed {
    digests: Vec<Hash>,
    postings: u64,
    agrees: bool,
}

fn hash(read: Read, from: i64, codes: &Codes) -> Result<Hashed, DbErr> {
    let (rows, kept) = (read.entries.sort()?, store::kept_of(&read.leaves)?);
    let mut hashed = Hashed {
        digests: Vec::with_capacity(rows.len()),
        postings: 0,
        agrees: true,
    };
    for (at, (number, sealed)) in rows.iter().enumerate() {
        let leaf = leaf::of_entry(*number, sealed, codes);
        let is_kept = kept.get(at).is_some_and(|kept| {
            kept.place == from + at as i64 && kept.leaf.as_ref() == Some(&leaf)
        });
        hashed.agrees &= is_kept && !sealed.cells.is_empty();
        hashed.digests.push(leaf.digest);
        hashed.postings += sealed.postings.len() as u64;
    }
    Ok(hashed)
}

/// What a seal's row would have to say, where all below it is true and only the row is not.
pub(crate) fn say_together(seal: &Seal, found: &mut Vec<Finding>) {
    chain::findings(seal.number, Some(seal.day), found).say(What::Together, Row::Seal);
}
