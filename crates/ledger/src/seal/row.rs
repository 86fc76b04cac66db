//! A seal's row, and what its hash binds.
use super::{FORM, Hash};
use crate::{entry, sql};
use chrono::{DateTime, NaiveDate, Utc};
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use db::Cell;
use sea_orm::{ConnectionTrait, DbErr, Value};
use sha2::{Digest, Sha256};

/// A seal as it stands in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// From 1, without a gap.
    pub number: i64,
    /// The day of recording (China time) at which it was cut. A day with very much has several.
    pub day: NaiveDate,
    /// The numbers of the entries that it covers, both included.
    pub first_seq: i64,
    pub last_seq: i64,
    pub entries: i64,
    /// The tree's versions that it covers, both included; the last before the first where none came.
    pub first_edge: i64,
    pub last_edge: i64,
    /// Entries, edges, accounts and versions of figures.
    pub leaves: i64,
    pub root: Hash,
    /// The hash of the seal before; zeros in the first.
    pub previous: Hash,
    pub hash: Hash,
    pub sealed_at: DateTime<Utc>,
}

/// What stands in braces is spelled differently by the two databases.
pub(crate) const TABLES: &str = "
CREATE TABLE ledger_seal (
    number bigint NOT NULL PRIMARY KEY,
    form integer NOT NULL,
    day integer NOT NULL,
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    entries bigint NOT NULL,
    first_edge bigint NOT NULL,
    last_edge bigint NOT NULL,
    leaves bigint NOT NULL,
    root {blob} NOT NULL,
    previous {blob} NOT NULL,
    hash {blob} NOT NULL,
    sealed_at {timestamp} NOT NULL
);
CREATE INDEX ledger_seal_day ON ledger_seal (day);
CREATE INDEX ledger_seal_last ON ledger_seal (last_seq);

-- kind 0: an entry with its postings; 1: a tree edge; 2: an account; 3: a version of a figure.
CREATE TABLE ledger_leaf (
    seal bigint NOT NULL,
    place integer NOT NULL,
    kind smallint NOT NULL,
    number bigint NOT NULL,
    name text {collate},
    digest {blob} NOT NULL,
    marks {blob} NOT NULL,
    PRIMARY KEY (seal, place)
) {clustered};
CREATE INDEX ledger_leaf_other ON ledger_leaf (kind, number, name) WHERE kind <> 0;

-- One row: who seals just now, and until when (microseconds) others leave it to them.
CREATE TABLE ledger_sealing (
    id integer NOT NULL PRIMARY KEY,
    held_by text NOT NULL,
    held_until bigint NOT NULL
);
INSERT INTO ledger_sealing (id, held_by, held_until) VALUES (1, '', 0);
";

pub(crate) const COLUMNS: [&str; 13] = [
    "number",
    "form",
    "day",
    "first_seq",
    "last_seq",
    "entries",
    "first_edge",
    "last_edge",
    "leaves",
    "root",
    "previous",
    "hash",
    "sealed_at",
];
/// The place of `hash` among the columns: it binds all others.
pub(crate) const HASH_AT: usize = 11;
pub(crate) const ROOT_AT: usize = 9;
pub(crate) const PREVIOUS_AT: usize = 10;

impl Seal {
    /// The values of its row, but for the hash.
    fn cells(&self) -> [Cell; COLUMNS.len()] {
        [
            Cell::Int(self.number),
            Cell::Int(FORM),
            Cell::Int(crate::day::number(self.day).into()),
            Cell::Int(self.first_seq),
            Cell::Int(self.last_seq),
            Cell::Int(self.entries),
            Cell::Int(self.first_edge),
            Cell::Int(self.last_edge),
            Cell::Int(self.leaves),
            Cell::Bytes(self.root.to_vec()),
            Cell::Bytes(self.previous.to_vec()),
            Cell::Bytes(self.hash.to_vec()),
            Cell::Text(
                self.sealed_at
                    .to_rfc3339_opts(chrono::SecondsFormat::AutoSi, false),
            ),
        ]
    }

    pub(crate) fn hashed(mut self) -> Seal {
        self.hash = hash_of(&self.cells());
        self
    }

    pub(crate) async fn write(&self, tx: &impl ConnectionTrait) -> Result<(), DbErr> {
        let row: [Value; COLUMNS.len()] = [
            self.number.into(),
            (FORM as i32).into(),
            crate::day::number(self.day).into(),
            self.first_seq.into(),
            self.last_seq.into(),
            self.entries.into(),
            self.first_edge.into(),
            self.last_edge.into(),
            self.leaves.into(),
            self.root.to_vec().into(),
            self.previous.to_vec().into(),
            self.hash.to_vec().into(),
            self.sealed_at.into(),
        ];
        let into = format!("ledger_seal ({})", COLUMNS.join(", "));
        sql::insert(tx, &into, [row], "").await
    }

    /// The seal of a row, if every value in it can be one.
    pub(crate) fn of(cells: &[Cell]) -> Option<Seal> {
        let int = |at: usize| cells.get(at)?.int();
        let hash = |at: usize| cells.get(at)?.bytes()?.try_into().ok();
        let sealed_at = cells.get(12)?.text()?;
        let form = int(1)?;
        (form == FORM).then_some(())?;
        Some(Seal {
            number: int(0)?,
            day: entry::date(int(2)?.try_into().ok()?).ok()?,
            first_seq: int(3)?,
            last_seq: int(4)?,
            entries: int(5)?,
            first_edge: int(6)?,
            last_edge: int(7)?,
            leaves: int(8)?,
            root: hash(ROOT_AT)?,
            previous: hash(PREVIOUS_AT)?,
            hash: hash(HASH_AT)?,
            sealed_at: DateTime::parse_from_rfc3339(sealed_at).ok()?.to_utc(),
        })
    }
}

/// What a row's hash has to be.
pub(crate) fn hash_of(cells: &[Cell]) -> Hash {
    let mut bytes = Vec::with_capacity(256);
    Cell::Text("luodi.seal.1".to_owned()).encode(&mut bytes);
    for (at, cell) in cells.iter().enumerate() {
        if at != HASH_AT {
            cell.encode(&mut bytes);
        }
    }
    Sha256::digest(&bytes).into()
}

/// The root of the tree over leaves in their order (RFC 6962).
pub(crate) fn root_of(digests: impl IntoIterator<Item = Hash>) -> Hash {
    let mut tree = MemoryBackedTree::<Sha256, Hash>::new();
    digests.into_iter().for_each(|digest| tree.push(digest));
    (*tree.root().as_bytes()).into()
}
