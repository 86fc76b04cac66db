//! The records behind a figure, as far as somebody may see them. What they may not see is counted and still adds up.
use chrono::Months;
use kernel::UnitId;
use ledger::{
    Book, PeriodRule,
    figure::{self, Compiled, Definition, FormulaError, Record, RecordQuery, Scope, Shape},
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
    /// 0: what is counted; 1: what a ratio is measured by, or for a growth the year before.
    pub side: usize,
    /// Reads the book as it stood when this was its last entry.
    pub up_to: Option<i64>,
    /// By which tree.
    pub by: By,
    pub skip: u64,
    pub take: u64,
}

/// How many lists of records stand behind a figure.
pub fn sides(compiled: &Compiled) -> usize {
    match compiled.shape {
        Shape::Sum(_) => 1,
        Shape::Ratio(..) | Shape::Growth(_) => 2,
    }
}

/// Lists the records, newest first. `own` are the units within the scope whose rows the reader may see
/// ([`super::sight::own_units`]).
pub async fn list(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    own: &[UnitId],
    wanted: Wanted,
) -> Result<Result<Page, FormulaError>, DbErr> {
    let campaign = scope
        .campaign
        .as_ref()
        .map(|campaign| campaign.code.as_str());
    let compiled = match figure::compile(book, &definition.formula, campaign) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let (scope, side) = match (&compiled.shape, wanted.side) {
        (Shape::Growth(_), 1) => (year_before(definition.period, scope), 0),
        _ => (scope.clone(), wanted.side),
    };
    let query = |skip, take| RecordQuery {
        side,
        up_to: wanted.up_to,
        by: wanted.by,
        skip,
        take,
    };
    let mut page = Page::default();
    let mut skip = wanted.skip;
    for unit in own {
        let scope = Scope {
            unit: *unit,
            ..scope.clone()
        };
        let take = wanted.take.saturating_sub(page.rows.len() as u64);
        let records =
            match figure::records(connection, book, definition, &scope, query(skip, take)).await? {
                Ok(records) => records,
                Err(error) => return Ok(Err(error)),
            };
        skip = skip.saturating_sub(records.count.unsigned_abs());
        page.rows.extend(records.rows);
        page.open.count += records.count;
        page.open.total += records.total;
    }
    if own != [scope.unit] {
        let all = match figure::records(connection, book, definition, &scope, query(0, 0)).await? {
            Ok(all) => all,
            Err(error) => return Ok(Err(error)),
        };
        page.masked = Tally {
            count: (all.count - page.open.count).max(0),
            total: all.total - page.open.total,
        };
    }
    Ok(Ok(page))
}

/// The same days a year earlier, as the growth is measured by.
fn year_before(rule: PeriodRule, scope: &Scope) -> Scope {
    let begin = match rule {
        PeriodRule::Campaign => scope.campaign.as_ref().map(|campaign| campaign.from),
        PeriodRule::YearToDate => chrono::Datelike::with_ordinal(&scope.as_of, 1),
        PeriodRule::Month => chrono::Datelike::with_day(&scope.as_of, 1),
        PeriodRule::ToDate => None,
    };
    let back = |day: chrono::NaiveDate| day - Months::new(12);
    Scope {
        as_of: back(scope.as_of),
        from: scope.from.or(begin).map(back),
        ..scope.clone()
    }
}
