//! Figures that others publish: each with the cell it was taken from, never counted by us.
//!
//! Published growth and growth on a comparable basis stand beside each other. Where the definition behind the statistics
//! changed, our own growth between two such values is refused.
use super::{Window, formula::Quoted};
use crate::{account::Measure, day, sql};
use chrono::NaiveDate;
use kernel::UnitId;
use sea_orm::{ConnectionTrait, DbErr};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What stands in one row of a statistics workbook. Its JSON stands in the book: fields may be added, never renamed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// `money.industrial-output`: what it is measured in, and its code.
    pub series: String,
    pub unit: UnitId,
    /// The days that the value is of, both included.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Pieces, fen or basis points. None: only a growth was published.
    pub value: Option<i64>,
    /// Growth on the year before as published, in basis points.
    pub growth: Option<i64>,
    /// Growth on a comparable basis as published, in basis points.
    pub comparable_growth: Option<i64>,
    /// Whether the statistics' definition is another than a year before.
    pub definition_changed: bool,
    pub note: String,
    pub source: Source,
}

/// The cells it was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The kept file.
    pub file: String,
    pub file_name: String,
    pub sheet: String,
    /// As the workbook counts, from 1.
    pub row: u32,
    /// `D5`.
    pub value_cell: String,
    pub growth_cell: String,
    pub comparable_cell: String,
}

/// A quote as it stands in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub entry_seq: i64,
    pub quote: Quote,
}

/// The prefixes of series, by what they are measured in.
pub const PREFIXES: [(&str, Measure); 3] = [
    ("money", Measure::Fen),
    ("count", Measure::Count),
    ("share", Measure::BasisPoints),
];

/// What a series is measured in; none if its first word does not say.
pub fn measure_of(series: &str) -> Option<Measure> {
    let (prefix, code) = series.split_once('.')?;
    let known = PREFIXES.iter().find(|(known, _)| *known == prefix);
    known
        .filter(|_| !code.is_empty())
        .map(|(_, measure)| *measure)
}

/// Keeps a quote beside its entry, so that it is found by what it says.
pub async fn keep(tx: &impl ConnectionTrait, entry_seq: i64, quote: &Quote) -> Result<(), DbErr> {
    let text = serde_json::to_string(quote).map_err(|error| DbErr::Json(error.to_string()))?;
    let row = [
        entry_seq.into(),
        quote.series.clone().into(),
        quote.unit.0.into(),
        day::number(quote.from).into(),
        day::number(quote.to).into(),
        text.into(),
    ];
    let into = "ledger_quote (entry_seq, series, unit_id, from_day, to_day, quote)";
    sql::insert(tx, into, [row], "").await
}

/// What is published about a series at a unit for exactly these days: the newest word on it.
pub async fn exactly(
    connection: &impl ConnectionTrait,
    series: &str,
    unit: UnitId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Option<Kept>, DbErr> {
    let select = "SELECT entry_seq, quote FROM ledger_quote WHERE series = $1 AND unit_id = $2 AND from_day = $3 \
                  AND to_day = $4 ORDER BY entry_seq DESC LIMIT 1";
    let values = [
        series.into(),
        unit.0.into(),
        day::number(from).into(),
        day::number(to).into(),
    ];
    let rows = sql::rows(connection, select, values).await?;
    rows.first().map(read).transpose()
}

/// All that was ever published about a series at a unit for these days, the newest word first.
pub async fn history(connection: &impl ConnectionTrait, quote: &Quote) -> Result<Vec<Kept>, DbErr> {
    let select = "SELECT entry_seq, quote FROM ledger_quote WHERE series = $1 AND unit_id = $2 AND from_day = $3 \
                  AND to_day = $4 ORDER BY entry_seq DESC";
    let values = [
        quote.series.clone().into(),
        quote.unit.0.into(),
        day::number(quote.from).into(),
        day::number(quote.to).into(),
    ];
    let rows = sql::rows(connection, select, values).await?;
    rows.iter().map(read).collect()
}

/// Every quote with its entry, for a recount.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<Kept>, DbErr> {
    let select = "SELECT entry_seq, quote FROM ledger_quote ORDER BY entry_seq";
    let rows = sql::rows(connection, select, []).await?;
    rows.iter().map(read).collect()
}

/// The series there are.
pub async fn series(connection: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let select = "SELECT DISTINCT series FROM ledger_quote ORDER BY series";
    let rows = sql::rows(connection, select, []).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// What a formula's published figure says at each unit: the newest value of days that begin with the window and end in it.
pub(super) async fn at_units(
    connection: &impl ConnectionTrait,
    quoted: &Quoted,
    units: &[UnitId],
    window: Window,
    up_to: Option<i64>,
) -> Result<HashMap<UnitId, Kept>, DbErr> {
    let mut found: HashMap<UnitId, Kept> = HashMap::new();
    for units in units.chunks(500) {
        let list = crate::sum::list(&units.iter().map(|unit| unit.0).collect::<Vec<_>>());
        let from = match window.from {
            Some(from) => format!("AND from_day = {}", day::number(from)),
            None => String::new(),
        };
        let mark = up_to.map_or_else(String::new, |mark| format!("AND entry_seq <= {mark}"));
        let select = format!(
            "SELECT entry_seq, quote FROM ledger_quote WHERE series = $1 AND unit_id IN ({list}) AND to_day <= $2 {from} {mark} \
             ORDER BY to_day DESC, from_day, entry_seq DESC"
        );
        let values = [quoted.series.clone().into(), day::number(window.to).into()];
        for row in sql::rows(connection, &select, values).await? {
            let kept = read(&row)?;
            found.entry(kept.quote.unit).or_insert(kept);
        }
    }
    Ok(found)
}

fn read(row: &sea_orm::QueryResult) -> Result<Kept, DbErr> {
    let text: String = row.try_get_by_index(1)?;
    let quote = serde_json::from_str(&text).map_err(|error| DbErr::Json(error.to_string()))?;
    Ok(Kept {
        entry_seq: row.try_get_by_index(0)?,
        quote,
    })
}
