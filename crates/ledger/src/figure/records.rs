//! The records a figure was counted from. Their quantities add up to its value.
use super::{
    Definition, FormulaError, Scope, SideOf,
    below::Below,
    evaluate,
    listed::List,
    postings::{self, Accounts},
    reading::{Reader, Way},
};
use crate::{
    account::Flow,
    book::Book,
    entry::{self, Entry},
    tree::{self, By},
};
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;

/// A record, with what it counts in the figure: corrections and takeovers are in the quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub entry: Entry,
    pub quantity: i64,
    /// At how many units it counts something.
    pub units: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Records {
    pub rows: Vec<Record>,
    /// How many records there are on all pages; where there are very many, at least so many.
    pub count: i64,
    /// Whether there are more than `count`.
    pub has_more: bool,
    /// What all of them add up to.
    pub total: i64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RecordQuery {
    /// Which of the lists behind the figure: the number of [`super::Compiled::sides`].
    pub side: usize,
    /// Reads the book as it stood when this was its last entry.
    pub up_to: Option<i64>,
    /// By which tree.
    pub by: By,
    /// Lists only records at this unit and below it. The days stay those of the figure.
    pub at: Option<UnitId>,
    pub skip: u64,
    pub take: u64,
}

/// Up to so many postings are grouped and counted to the last; of more, only the page that is asked for is read, and the
/// records of so many postings are said to be there at least.
const GROUPED_MAX: i64 = 3_000;

/// From so many units on, if they are so large a part of all, the entries of all are read through for theirs: that takes less
/// than to look at each unit for what it has of the last days.
const MANY_UNITS: i64 = 2_000;
const ONE_OF: i64 = 16;

/// Lists the records behind a figure, the newest days first.
pub async fn records(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    query: RecordQuery,
) -> Result<Result<Records, FormulaError>, DbErr> {
    let compiled = match evaluate::compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let by = tree::settled(connection, query.by, scope.as_of, query.up_to).await?;
    let query = RecordQuery { by, ..query };
    let which = (query.side, Way::of(query.up_to, query.by));
    let window =
        evaluate::side_window_read(connection, book, definition, &compiled, scope, which).await?;
    let (Some(side), Some(window)) = (compiled.side(query.side), window) else {
        return Ok(Ok(Records::default()));
    };
    let (SideOf::Sum(sum) | SideOf::Highest(sum)) = &side.of else {
        return Ok(Ok(Records::default()));
    };
    let accounts = Accounts::of(connection, book, sum).await?;
    if accounts.is_empty() {
        return Ok(Ok(Records::default()));
    }
    let unit = query.at.unwrap_or(scope.unit);
    let period = window.period(side.flow);
    let below = Below::of(connection, book, unit, (period.to, side.flow), query.by).await?;
    let mut list = List {
        connection,
        accounts,
        unit,
        period,
        up_to: query.up_to,
        units_below: postings::units_below(connection, unit).await?,
        below,
    };
    // What is written out is not looked through for each posting, so its postings are grouped however many there are.
    if list.below.is_written() {
        return list.grouped(query).await.map(Ok);
    }
    let counted = list.count(GROUPED_MAX + 1).await?;
    if counted.postings <= GROUPED_MAX {
        return list.grouped(query).await.map(Ok);
    }
    let tree = book.tree(connection).await?;
    if MANY_UNITS < list.units_below
        && !list.is_wide()
        && tree.len() as i64 <= ONE_OF * list.units_below
    {
        list.below.look_for_runs(&tree);
    }
    // Balances of peaks do not add up; of peaks there are few.
    let (way, flow) = match side.flow {
        Flow::Peak => (Way::Again(query.up_to, By::Then), Flow::Flow),
        flow => (Way::of(query.up_to, query.by), flow),
    };
    let mut reader = Reader::new(connection, book, way);
    // One more than the page holds says whether it is the last.
    let more = query.take.min(1);
    let (total, mut rows) = futures::try_join!(
        reader.sum_at(sum, flow, list.unit, window),
        list.newest(query.skip, query.take + more)
    )?;
    let seen = (query.skip + rows.len() as u64).cast_signed();
    let is_last = !rows.is_empty() && (rows.len() as u64) < query.take + more;
    rows.truncate(usize::try_from(query.take).unwrap_or(usize::MAX));
    Ok(Ok(Records {
        count: match (is_last, rows.is_empty()) {
            (true, _) => seen,
            (false, true) => counted.records,
            (false, false) => counted.records.max(seen),
        },
        rows,
        has_more: !is_last,
        total,
    }))
}

/// These records, named by their first entries, with what each counts now; also those that count nothing any more.
pub async fn records_of(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    side: usize,
    of_seqs: &[i64],
) -> Result<Result<Vec<Record>, FormulaError>, DbErr> {
    let compiled = match evaluate::compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let window =
        evaluate::side_window(connection, book, definition, &compiled, scope, (side, None)).await?;
    let (Some(side), Some(window)) = (compiled.side(side), window) else {
        return Ok(Ok(Vec::new()));
    };
    let (SideOf::Sum(sum) | SideOf::Highest(sum)) = &side.of else {
        return Ok(Ok(Vec::new()));
    };
    let period = window.period(side.flow);
    let hanging = (period.to, side.flow);
    let list = List {
        connection,
        accounts: Accounts::of(connection, book, sum).await?,
        unit: scope.unit,
        below: Below::of(connection, book, scope.unit, hanging, By::Then).await?,
        period,
        up_to: None,
        units_below: 0,
    };
    let counted = list.counted(of_seqs).await?;
    let found = of_seqs.iter().map(|seq| {
        let (quantity, units) = counted.get(seq).copied().unwrap_or((0, 0));
        (*seq, quantity, units)
    });
    with_entries(connection, found.collect()).await.map(Ok)
}

pub(super) async fn with_entries(
    connection: &impl ConnectionTrait,
    found: Vec<(i64, i64, i64)>,
) -> Result<Vec<Record>, DbErr> {
    let seqs: Vec<i64> = found.iter().map(|(seq, ..)| *seq).collect();
    let entries = entry::by_seqs(connection, &seqs).await?;
    let mut entries: HashMap<i64, Entry> = entries
        .into_iter()
        .map(|entry| (entry.seq, entry))
        .collect();
    let record = |(seq, quantity, units): (i64, i64, i64)| {
        Some(Record {
            entry: entries.remove(&seq)?,
            quantity,
            units,
        })
    };
    Ok(found.into_iter().filter_map(record).collect())
}
