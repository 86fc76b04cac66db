//! A leaf: everything that one entry says, as bytes, as a digest, and as short marks of each value.
use super::Hash;
use db::Cell;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// What a leaf stands for; its number in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Of {
    Entry = 0,
    Edge = 1,
    Account = 2,
    Figure = 3,
}

impl Of {
    pub(crate) fn from_number(number: i64) -> Option<Of> {
        [Of::Entry, Of::Edge, Of::Account, Of::Figure]
            .into_iter()
            .find(|of| *of as i64 == number)
    }
}

pub(crate) const ENTRY_COLUMNS: [&str; 14] = [
    "seq",
    "id",
    "kind",
    "subject_kind",
    "subject_id",
    "actor_id",
    "unit_id",
    "happened_on",
    "recorded_at",
    "reason",
    "details",
    "corrects",
    "root",
    "digest",
];
/// The entry's number and the line come first: they say where the row is; the others have marks.
pub(crate) const POSTING_COLUMNS: [&str; 9] = [
    "entry_seq",
    "line",
    "of_seq",
    "account_id",
    "unit_id",
    "day",
    "quantity",
    "once_key",
    "claim",
];
pub(crate) const POSTING_PLACE: usize = 2;
const ACCOUNT_AT: usize = 3;
pub(crate) const EDGE_COLUMNS: [&str; 5] =
    ["version", "unit_id", "from_day", "parent_id", "standing"];
pub(crate) const ACCOUNT_COLUMNS: [&str; 2] = ["id", "code"];
pub(crate) const FIGURE_COLUMNS: [&str; 12] = [
    "code",
    "version",
    "title_zh",
    "title_en",
    "formula",
    "period",
    "format_zh",
    "format_en",
    "definition_zh",
    "definition_en",
    "seeded",
    "recorded_at",
];

/// Two bytes a value.
pub(crate) const MARK_BYTES: usize = 2;

/// A row that was sealed, with where it is found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Leaf {
    pub(crate) of: Of,
    /// The entry's number, the edge's version, the account's number, the figure's version.
    pub(crate) number: i64,
    /// The figure's code.
    pub(crate) name: Option<String>,
    pub(crate) digest: Hash,
    pub(crate) marks: Vec<u8>,
}

/// An entry's row and the rows that it posted, in their lines' order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sealed {
    pub(crate) cells: Vec<Cell>,
    pub(crate) postings: Vec<Vec<Cell>>,
}

/// Accounts are sealed by their codes: numbers are the database's own.
pub(crate) type Codes = HashMap<i64, String>;

pub(crate) fn of_entry(number: i64, sealed: &Sealed, codes: &Codes) -> Leaf {
    let mut writing = Writing::begin("luodi.entry.1");
    for cell in &sealed.cells {
        writing.value(cell);
    }
    writing.count(sealed.postings.len());
    for posting in &sealed.postings {
        for (at, cell) in posting.iter().enumerate().skip(1) {
            let code = (at == ACCOUNT_AT).then(|| code(cell, codes));
            let cell = code.as_ref().unwrap_or(cell);
            if at < POSTING_PLACE {
                writing.place(cell);
            } else {
                writing.value(cell);
            }
        }
    }
    writing.leaf(Of::Entry, number, None)
}

pub(crate) fn of_row(of: Of, number: i64, name: Option<String>, cells: &[Cell]) -> Leaf {
    let mut writing = Writing::begin(match of {
        Of::Entry => "luodi.entry.1",
        Of::Edge => "luodi.edge.1",
        Of::Account => "luodi.account.1",
        Of::Figure => "luodi.figure.1",
    });
    cells.iter().for_each(|cell| writing.value(cell));
    writing.leaf(of, number, name)
}

/// The account's code; for a number that is no account's the number itself, which no code is equal to.
fn code(cell: &Cell, codes: &Codes) -> Cell {
    let code = cell.int().and_then(|id| codes.get(&id));
    code.map_or_else(|| cell.clone(), |code| Cell::Text(code.clone()))
}

struct Writing {
    bytes: Vec<u8>,
    marks: Vec<u8>,
}

impl Writing {
    fn begin(kind: &str) -> Writing {
        let mut bytes = Vec::with_capacity(512);
        Cell::Text(kind.to_owned()).encode(&mut bytes);
        Writing {
            bytes,
            marks: Vec::with_capacity(64),
        }
    }

    fn value(&mut self, cell: &Cell) {
        let from = self.bytes.len();
        cell.encode(&mut self.bytes);
        self.marks.extend(mark(&self.bytes[from..]));
    }

    fn place(&mut self, cell: &Cell) {
        cell.encode(&mut self.bytes);
    }

    fn count(&mut self, count: usize) {
        self.bytes.extend((count as u64).to_be_bytes());
    }

    fn leaf(self, of: Of, number: i64, name: Option<String>) -> Leaf {
        Leaf {
            of,
            number,
            name,
            digest: Sha256::digest(&self.bytes).into(),
            marks: self.marks,
        }
    }
}

/// FNV-1a, folded: it only has to tell which of a row's values is another one.
fn mark(bytes: &[u8]) -> [u8; MARK_BYTES] {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let folded = hash ^ (hash >> 32);
    let folded = folded ^ (folded >> 16);
    [(folded >> 8) as u8, folded as u8]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A column that is added to the book must be sealed too: give encodings another form, and seal by it from then on.
    #[tokio::test]
    async fn every_column_of_what_is_sealed_is_sealed() {
        db::testing::on_both(crate::migrations, async |db| {
            let tables = db::tables(db.reader()).await.unwrap();
            let sealed: [(&str, &[&str]); 6] = [
                ("ledger_entry", &ENTRY_COLUMNS),
                ("ledger_posting", &POSTING_COLUMNS),
                ("ledger_unit_edge", &EDGE_COLUMNS),
                ("ledger_account", &ACCOUNT_COLUMNS),
                ("ledger_figure", &FIGURE_COLUMNS),
                ("ledger_seal", &super::super::row::COLUMNS),
            ];
            for (name, columns) in sealed {
                let table = tables.iter().find(|table| table.name == name).unwrap();
                let there: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
                assert_eq!(there, columns, "{name}");
            }
        })
        .await;
    }
}
