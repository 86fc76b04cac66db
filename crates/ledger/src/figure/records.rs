//! The records a figure was counted from. Their quantities add up to its value.
use super::{Definition, FormulaError, NoData, Scope, Shape, Value, evaluate, formula::Sum};
use crate::{
    account::Flow,
    book::Book,
    day::{FIRST, NEVER},
    entry::{self, Entry},
    sql,
    sum::{Period, list},
    tree::{self, By},
};
use sea_orm::{ConnectionTrait, DbErr, Value as Bind};
use std::collections::HashMap;

/// A record, with what it counts in the figure: corrections and takeovers are in the quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub entry: Entry,
    pub quantity: i64,
    /// At how many units it counts something.
    pub units: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Records {
    pub rows: Vec<Record>,
    /// How many records there are on all pages.
    pub count: i64,
    /// What all of them add up to.
    pub total: i64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RecordQuery {
    /// Of a ratio: 0 the records that are counted, 1 those it is measured by.
    pub side: usize,
    /// Reads the book as it stood when this was its last entry.
    pub up_to: Option<i64>,
    /// By which tree.
    pub by: By,
    pub skip: u64,
    pub take: u64,
}

/// Lists the records behind a figure, newest first.
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
    let flow = compiled.flow_of(query.side);
    let period = evaluate::period(definition.period, scope, flow);
    let sums = compiled.shape.sums();
    let terms = sums.get(query.side).copied().unwrap_or(sums[0]);
    let read = Read {
        period,
        flow,
        up_to: query.up_to,
        by: query.by,
    };
    let Some(source) = Source::new(connection, book, terms, scope, read).await? else {
        return Ok(Ok(Records {
            rows: Vec::new(),
            count: 0,
            total: 0,
        }));
    };
    let grouped = format!(
        "{} GROUP BY p.of_seq HAVING SUM({}) <> 0",
        source.from, source.quantity
    );
    let select = format!(
        "SELECT COUNT(*), CAST(COALESCE(SUM(q), 0) AS bigint) FROM (SELECT SUM({}) AS q {grouped}) AS records",
        source.quantity
    );
    let rows = sql::rows(connection, &select, source.values.clone()).await?;
    let row = rows
        .first()
        .ok_or_else(|| DbErr::RecordNotFound(select.clone()))?;
    let (count, total) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);

    let select = format!(
        "SELECT p.of_seq, CAST(SUM({}) AS bigint), COUNT(DISTINCT p.unit_id) {grouped} ORDER BY p.of_seq DESC LIMIT {} OFFSET {}",
        source.quantity, query.take, query.skip
    );
    let mut found = Vec::new();
    for row in sql::rows(connection, &select, source.values).await? {
        found.push((
            row.try_get_by_index::<i64>(0)?,
            row.try_get_by_index(1)?,
            row.try_get_by_index(2)?,
        ));
    }
    let seqs: Vec<i64> = found.iter().map(|(seq, ..)| *seq).collect();
    let entries = entry::by_seqs(connection, &seqs).await?;
    let mut entries: HashMap<i64, Entry> = entries
        .into_iter()
        .map(|entry| (entry.seq, entry))
        .collect();
    let rows = found.into_iter().filter_map(|(seq, quantity, units)| {
        Some(Record {
            entry: entries.remove(&seq)?,
            quantity,
            units,
        })
    });
    Ok(Ok(Records {
        rows: rows.collect(),
        count,
        total,
    }))
}

/// The figure's value, summed from postings and not from balances, as the book stood when `up_to` was its last entry.
pub async fn value_as_counted_then(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    up_to: Option<i64>,
) -> Result<Result<Value, FormulaError>, DbErr> {
    value_by(connection, book, definition, scope, up_to, By::Then).await
}

/// [`value_as_counted_then`], by another tree than that of each day.
pub async fn value_by(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    up_to: Option<i64>,
    by: By,
) -> Result<Result<Value, FormulaError>, DbErr> {
    let compiled = match evaluate::compiled(book, definition, scope) {
        Ok(compiled) => compiled,
        Err(error) => return Ok(Err(error)),
    };
    let period = evaluate::period(definition.period, scope, compiled.flow);
    let measured_by = evaluate::period(definition.period, scope, compiled.measured_by);
    let peak = compiled.flow == Flow::Peak;
    let total = async |terms: &Sum, period, flow| -> Result<i64, DbErr> {
        let read = Read {
            period,
            flow,
            up_to,
            by,
        };
        let Some(source) = Source::new(connection, book, terms, scope, read).await? else {
            return Ok(0);
        };
        let (quantity, from) = (&source.quantity, &source.from);
        let select = if peak {
            format!(
                "SELECT CAST(COALESCE(MAX(q), 0) AS bigint) FROM (SELECT SUM({quantity}) AS q {from} GROUP BY p.of_seq, p.unit_id, p.day) AS records"
            )
        } else {
            format!("SELECT CAST(COALESCE(SUM({quantity}), 0) AS bigint) {from}")
        };
        sql::number(connection, &select, source.values).await
    };
    Ok(Ok(match &compiled.shape {
        Shape::Sum(a) => Value::Number(total(a, period, compiled.flow).await?),
        Shape::Ratio(a, b) => match (
            total(a, period, compiled.flow).await?,
            total(b, measured_by, compiled.measured_by).await?,
        ) {
            (_, 0) => Value::NoData(NoData::NothingToMeasureBy),
            (part, of) => Value::Share { part, of },
        },
        Shape::Growth(a) => match (
            total(a, period, compiled.flow).await?,
            total(a, evaluate::year_before(period), compiled.flow).await?,
        ) {
            (_, 0) => Value::NoData(NoData::NothingTheYearBefore),
            (now, before) => Value::Share {
                part: now - before,
                of: before,
            },
        },
    }))
}

/// Which postings of the accounts are read.
#[derive(Clone, Copy)]
struct Read {
    period: Period,
    flow: Flow,
    up_to: Option<i64>,
    by: By,
}

/// The units below, each with the days for which it is there: from the list that the book keeps, or written out.
async fn below(
    connection: &impl ConnectionTrait,
    book: &Book,
    scope: &Scope,
    read: Read,
) -> Result<String, DbErr> {
    let last = read.period.to;
    let stretches = match read.by {
        By::Then if read.flow == Flow::Stock => {
            // A stock counts where its unit hangs on the last day, whenever it was posted.
            return Ok(format!(
                "(SELECT ancestor_id, unit_id, {FIRST} AS from_day, {NEVER} AS to_day FROM ledger_below \
                 WHERE ancestor_id = {unit} AND from_day <= {last} AND {last} < to_day) AS b",
                unit = scope.unit
            ));
        }
        By::Then => return Ok("ledger_below b".to_owned()),
        By::Version(version) => {
            let tree = book.tree(connection).await?;
            if tree.version() == version {
                return Box::pin(below(
                    connection,
                    book,
                    scope,
                    Read {
                        by: By::Then,
                        ..read
                    },
                ))
                .await;
            }
            let then = tree::at_version(connection, version).await?;
            then.stretches(scope.unit, last, read.flow, None)
        }
        By::Now(now) => {
            let tree = book.tree(connection).await?;
            tree.stretches(scope.unit, last, read.flow, Some(now))
        }
    };
    let unit = scope.unit;
    let rows: Vec<String> = stretches
        .iter()
        .map(|(below, from, to)| format!("({unit}, {below}, {from}, {to})"))
        .collect();
    // The first row gives the columns their names and counts nothing.
    Ok(format!(
        "(SELECT {unit} AS ancestor_id, 0 AS unit_id, 0 AS from_day, 0 AS to_day {} {}) AS b",
        if rows.is_empty() {
            ""
        } else {
            "UNION ALL VALUES"
        },
        rows.join(", ")
    ))
}

/// The postings that a sum is made of.
struct Source {
    /// An expression for a posting's quantity, with the sign of its term.
    quantity: String,
    /// `FROM … WHERE …`
    from: String,
    values: Vec<Bind>,
}

impl Source {
    /// `None` when nothing was ever posted to any of the accounts.
    async fn new(
        connection: &impl ConnectionTrait,
        book: &Book,
        terms: &Sum,
        scope: &Scope,
        read: Read,
    ) -> Result<Option<Source>, DbErr> {
        let Read { period, up_to, .. } = read;
        let (mut plus, mut minus) = (Vec::new(), Vec::new());
        for term in terms {
            let ids = book.ids_within(connection, &term.account).await?;
            if term.negative {
                minus.extend(ids)
            } else {
                plus.extend(ids)
            }
        }
        if plus.is_empty() && minus.is_empty() {
            return Ok(None);
        }
        let quantity = if minus.is_empty() {
            "p.quantity".to_owned()
        } else {
            format!(
                "CASE WHEN p.account_id IN ({}) THEN -p.quantity ELSE p.quantity END",
                list(&minus)
            )
        };
        let all: Vec<i32> = plus.into_iter().chain(minus).collect();
        let below = below(connection, book, scope, read).await?;
        // CROSS JOIN: SQLite then begins with the units below, and reads their postings only.
        let mut from = format!(
            "FROM {below} CROSS JOIN ledger_posting p WHERE b.ancestor_id = $1 AND p.unit_id = b.unit_id \
             AND p.day >= b.from_day AND p.day < b.to_day AND p.account_id IN ({}) AND p.day BETWEEN $2 AND $3",
            list(&all)
        );
        let mut values: Vec<Bind> = vec![scope.unit.0.into(), period.from.into(), period.to.into()];
        if let Some(up_to) = up_to {
            from.push_str(" AND p.entry_seq <= $4");
            values.push(up_to.into());
        }
        Ok(Some(Source {
            quantity,
            from,
            values,
        }))
    }
}
