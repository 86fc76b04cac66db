//! The records behind a figure, as far as somebody may see them. What they may not see is counted and still adds up.
use kernel::UnitId;
use ledger::{
    Book,
    figure::{self, Compiled, Definition, FormulaError, Record, RecordQuery, Scope},
    tree::By,
};
use sea_orm::{ConnectionTrait, DbErr};

/// One page of records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The rows on this page that the reader's reach covers.
    pub rows: Vec<Record>,
    /// How many such rows there are on all pages, and what they add up to.
    pub open: Tally,
    /// The others, which are counted and not shown.
    pub masked: Tally,
    /// Whether there are so many records that they were not counted to the last; what they add up to is exact all the same.
    pub has_more: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub count: i64,
    pub total: i64,
}

impl Page {
    /// What all records add up to: the number that led here.
    pub fn total(&self) -> i64 {
        self.open.total + self.masked.total
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Which of the lists behind the figure.
    pub side: usize,
    /// Reads the book as it stood when this was its last entry.
    pub up_to: Option<i64>,
    /// By which tree.
    pub by: By,
    pub skip: u64,
    pub take: u64,
}

/// How many lists of records stand behind a figure; at least one, though it may be empty.
pub fn sides(compiled: &Compiled) -> usize {
    compiled.sides.len().max(1)
}

/// Lists the records, the newest days first. `own` are the units within the scope whose rows the reader may see
/// ([`super::sight::own_units`]).
pub async fn list(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    own: &[UnitId],
    wanted: Wanted,
) -> Result<Result<Page, FormulaError>, DbErr> {
    let query = |at: UnitId, skip, take| RecordQuery {
        side: wanted.side,
        up_to: wanted.up_to,
        by: wanted.by,
        at: Some(at),
        skip,
        take,
    };
    let mut page = Page::default();
    let mut skip = wanted.skip;
    for unit in own {
        let take = wanted.take.saturating_sub(page.rows.len() as u64);
        let query = query(*unit, skip, take);
        let records = match figure::records(connection, book, definition, scope, query).await? {
            Ok(records) => records,
            Err(error) => return Ok(Err(error)),
        };
        skip = skip.saturating_sub(records.count.unsigned_abs());
        page.rows.extend(records.rows);
        page.open.count += records.count;
        page.open.total += records.total;
        page.has_more |= records.has_more;
    }
    if own != [scope.unit] {
        let query = query(scope.unit, 0, 0);
        let all = match figure::records(connection, book, definition, scope, query).await? {
            Ok(all) => all,
            Err(error) => return Ok(Err(error)),
        };
        page.masked = Tally {
            count: (all.count - page.open.count).max(0),
            total: all.total - page.open.total,
        };
        page.has_more |= all.has_more;
    }
    Ok(Ok(page))
}
