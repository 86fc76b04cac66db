//! Reading what is or will be sealed, some at a time, each value as it stands.
use super::leaf::{
    self, ACCOUNT_COLUMNS, Codes, EDGE_COLUMNS, ENTRY_COLUMNS, FIGURE_COLUMNS, Leaf, Of,
    POSTING_COLUMNS, Sealed,
};
use crate::sql;
use db::{Cell, How, Rows, Selection};
use sea_orm::{ConnectionTrait, DbErr, QueryResult};
use std::collections::BTreeMap;

const ENTRIES: Selection = Selection {
    names: &ENTRY_COLUMNS,
    bytes: &[1, 13],
};
const POSTINGS: Selection = Selection {
    names: &POSTING_COLUMNS,
    bytes: &[],
};

/// Rows of entries, and the postings that belong to their numbers, as the database gave them.
pub(crate) struct Raw {
    /// Up to which number this reaches, included.
    pub(crate) to: i64,
    entries: Rows,
    postings: Rows,
}

/// Entries above `after` up to `end`, at most `take`, with all postings of that stretch.
pub(crate) async fn stretch(
    connection: &impl ConnectionTrait,
    (after, end): (i64, i64),
    take: i64,
    how: How,
) -> Result<Raw, DbErr> {
    let rest = "FROM ledger_entry WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3";
    let values = [after.into(), end.into(), take.into()];
    let entries = Rows::read(connection, &ENTRIES, rest, values, how).await?;
    let to = match entries.last()? {
        Some(last) if entries.len() as i64 == take => last,
        _ => end,
    };
    let rest =
        "FROM ledger_posting WHERE entry_seq > $1 AND entry_seq <= $2 ORDER BY entry_seq, line";
    let values = [after.into(), to.into()];
    let postings = Rows::read(connection, &POSTINGS, rest, values, how).await?;
    Ok(Raw {
        to,
        entries,
        postings,
    })
}

/// By number of entry; one without an entry's row has postings only.
pub(crate) type Stretch = BTreeMap<i64, Sealed>;

impl Raw {
    pub(crate) fn entries(&self) -> usize {
        self.entries.len()
    }

    /// Takes the rows apart; nothing that waits for the database.
    pub(crate) fn sort(self) -> Result<Stretch, DbErr> {
        let mut sorted = Stretch::new();
        for cells in self.entries.cells()? {
            let number = cells[0].int().unwrap_or(self.to);
            sorted.entry(number).or_default().cells = cells;
        }
        for cells in self.postings.cells()? {
            let number = cells[0].int().unwrap_or(self.to);
            let postings = &mut sorted.entry(number).or_default().postings;
            let before = postings.last().and_then(|last: &Vec<Cell>| last[1].int());
            if before
                .zip(cells[1].int())
                .is_some_and(|(before, line)| line < before)
            {
                return Err(DbErr::Type("postings out of their order".to_owned()));
            }
            postings.push(cells);
        }
        Ok(sorted)
    }
}

/// All accounts: number and code.
pub(crate) async fn codes(connection: &impl ConnectionTrait) -> Result<Codes, DbErr> {
    let rows = sql::rows(connection, "SELECT id, code FROM ledger_account", []).await?;
    let mut codes = Codes::new();
    for row in rows {
        if let (Cell::Int(id), Cell::Text(code)) = (Cell::of(&row, 0)?, Cell::of(&row, 1)?) {
            codes.insert(id, code);
        }
    }
    Ok(codes)
}

/// A row that is no entry, with its leaf as it would be now.
pub(crate) struct Other {
    pub(crate) cells: Vec<Cell>,
    pub(crate) leaf: Leaf,
}

pub(crate) async fn edges(
    connection: &impl ConnectionTrait,
    from: i64,
    to: i64,
) -> Result<Vec<Other>, DbErr> {
    let select = format!(
        "SELECT {} FROM ledger_unit_edge WHERE version >= $1 AND version <= $2 ORDER BY version",
        EDGE_COLUMNS.join(", ")
    );
    let rows = sql::rows(connection, &select, [from.into(), to.into()]).await?;
    others(Of::Edge, &rows, EDGE_COLUMNS.len(), 0, None)
}

pub(crate) async fn accounts(connection: &impl ConnectionTrait) -> Result<Vec<Other>, DbErr> {
    let select = format!(
        "SELECT {} FROM ledger_account ORDER BY id",
        ACCOUNT_COLUMNS.join(", ")
    );
    let rows = sql::rows(connection, &select, []).await?;
    others(Of::Account, &rows, ACCOUNT_COLUMNS.len(), 0, None)
}

pub(crate) async fn figures(connection: &impl ConnectionTrait) -> Result<Vec<Other>, DbErr> {
    let columns = FIGURE_COLUMNS
        .join(", ")
        .replace("seeded", "CAST(seeded AS integer)");
    let select = format!("SELECT {columns} FROM ledger_figure ORDER BY code, version");
    let rows = sql::rows(connection, &select, []).await?;
    others(Of::Figure, &rows, FIGURE_COLUMNS.len(), 1, Some(0))
}

fn others(
    of: Of,
    rows: &[QueryResult],
    columns: usize,
    number_at: usize,
    name_at: Option<usize>,
) -> Result<Vec<Other>, DbErr> {
    rows.iter()
        .map(|row| {
            let cells = Cell::all(row, columns)?;
            let number = cells[number_at].int().unwrap_or(-1);
            let name = name_at.and_then(|at| cells[at].text().map(str::to_owned));
            let leaf = leaf::of_row(of, number, name, &cells);
            Ok(Other { cells, leaf })
        })
        .collect()
}
