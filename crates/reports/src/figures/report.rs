//! A figure for the command line and for other programs: the number, what it means, and its records.
use super::{Asked, ask, asked, shown};
use chrono::NaiveDate;
use db::Db;
use kernel::{Lang, UnitId};
use ledger::{
    Book,
    entry::Entry,
    figure::{self, FormulaError, RecordQuery, Value, quote::Quote},
};
use orgs::Directory;
use sea_orm::DbErr;
use serde::Serialize;

/// Most records of one report.
pub const RECORDS_MAX: u64 = 100_000;

/// A published value and its cell.
#[derive(Debug, Clone, Serialize)]
pub struct ReportedSource {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub value: Option<i64>,
    /// In basis points, as published.
    pub growth: Option<i64>,
    pub comparable_growth: Option<i64>,
    pub definition_changed: bool,
    pub file_name: String,
    pub sheet: String,
    pub row: u32,
    pub cell: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct FigureReport {
    pub code: String,
    pub version: i32,
    pub title_zh: String,
    pub title_en: String,
    pub definition_zh: String,
    pub definition_en: String,
    pub formula: String,
    pub unit: String,
    pub unit_name: String,
    pub as_of: NaiveDate,
    pub campaign: Option<String>,
    /// The quantity as the book keeps it: pieces, fen or basis points. None where there is no data.
    pub quantity: Option<i64>,
    /// Of a share: what it is a share of.
    pub part: Option<i64>,
    pub of: Option<i64>,
    /// As people write it.
    pub text_zh: String,
    pub text_en: String,
    /// Of a published figure: where it was taken from.
    pub sources: Vec<ReportedSource>,
    /// How many records there are, where they were asked for.
    pub count: Option<i64>,
    pub records: Option<Vec<ReportedRecord>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ReportedRecord {
    pub entry: String,
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: String,
    pub happened_on: NaiveDate,
    pub unit: String,
    pub quantity: i64,
    pub reason: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("no figure has the code `{code}`")]
    UnknownFigure {
        code: String,
        nearest: Option<String>,
    },
    #[error(transparent)]
    Ask(#[from] asked::AskError),
    #[error(transparent)]
    Formula(#[from] FormulaError),
    #[error("there are no units yet")]
    NoUnits,
    #[error("could not read the book")]
    Database(#[from] DbErr),
}

impl ReportError {
    /// Place, reason and remedy.
    pub fn text(&self, lang: Lang) -> String {
        let t = crate::words::texts(lang);
        match self {
            ReportError::UnknownFigure {
                code,
                nearest: Some(nearest),
            } => t.unknown_figure_near(code.as_str(), nearest.as_str()),
            ReportError::UnknownFigure {
                code,
                nearest: None,
            } => t.unknown_figure(code.as_str()),
            ReportError::Ask(error) => error.text(lang),
            ReportError::Formula(error) => super::problem::text(error, lang),
            ReportError::NoUnits => t.no_units(),
            ReportError::Database(_) => t.book_not_read(),
        }
    }
}

/// The figure `code` at the unit with the code in `asked` (the top of the tree when empty), with its records if wanted.
pub async fn figure_report(
    db: &Db,
    book: &Book,
    code: &str,
    asked: &Asked,
    with_records: bool,
) -> Result<FigureReport, ReportError> {
    let connection = db.reader();
    let Some(definition) = figure::find(connection, code, None).await? else {
        let all = figure::all(connection).await?;
        return Err(ReportError::UnknownFigure {
            code: code.to_owned(),
            nearest: asked::nearest(all.iter().map(|figure| figure.code.as_str()), code),
        });
    };
    let directory = Directory::load(connection).await?;
    let today = book.clock().today();
    let top = top(book, connection, today).await?;
    let scope = ask(
        connection,
        &directory,
        asked,
        top.unwrap_or(UnitId(0)),
        today,
    )
    .await??;
    if !book.tree(connection).await?.contains(scope.unit) {
        return Err(ReportError::NoUnits);
    }
    let value = figure::evaluate(connection, book, &definition, &scope).await??;
    let records = match with_records {
        false => None,
        true => {
            let query = RecordQuery {
                take: RECORDS_MAX,
                ..RecordQuery::default()
            };
            Some(figure::records(connection, book, &definition, &scope, query).await??)
        }
    };
    let campaign = scope
        .campaign
        .as_ref()
        .map(|campaign| campaign.code.as_str());
    let compiled = figure::compile(book, &definition.formula, campaign)?;
    let quotes = figure::quotes(connection, &definition, &compiled, &scope, None).await?;
    let (part, of) = match value {
        Value::Share { part, of } => (Some(part), Some(of)),
        Value::Number(_) | Value::NoData(_) => (None, None),
    };
    Ok(FigureReport {
        unit: directory
            .unit(scope.unit)
            .map(|unit| unit.code.clone())
            .unwrap_or_default(),
        unit_name: directory.name(scope.unit, Lang::Zh).to_owned(),
        as_of: scope.as_of,
        campaign: scope.campaign.map(|campaign| campaign.code),
        quantity: value.quantity(),
        part,
        of,
        text_zh: shown::write_as_defined(&definition, value, Lang::Zh),
        text_en: shown::write_as_defined(&definition, value, Lang::En),
        sources: quotes
            .into_iter()
            .map(|(_, kept)| source(kept.quote))
            .collect(),
        count: records.as_ref().map(|records| records.count),
        records: records.map(|records| {
            let rows = records.rows.into_iter();
            rows.map(|record| reported(record.entry, record.quantity, &directory))
                .collect()
        }),
        code: definition.code,
        version: definition.version,
        title_zh: definition.title_zh,
        title_en: definition.title_en,
        definition_zh: definition.definition_zh,
        definition_en: definition.definition_en,
        formula: definition.formula,
    })
}

async fn top(
    book: &Book,
    connection: &impl sea_orm::ConnectionTrait,
    today: NaiveDate,
) -> Result<Option<UnitId>, DbErr> {
    Ok(book.tree(connection).await?.roots(today).first().copied())
}

fn source(quote: Quote) -> ReportedSource {
    ReportedSource {
        from: quote.from,
        to: quote.to,
        value: quote.value,
        growth: quote.growth,
        comparable_growth: quote.comparable_growth,
        definition_changed: quote.definition_changed,
        file_name: quote.source.file_name,
        sheet: quote.source.sheet,
        row: quote.source.row,
        cell: quote.source.value_cell,
    }
}

fn reported(entry: Entry, quantity: i64, directory: &Directory) -> ReportedRecord {
    let unit = directory.unit(entry.unit).map(|unit| unit.code.clone());
    ReportedRecord {
        entry: entry.id.to_string(),
        kind: entry.kind,
        subject_kind: entry.subject_kind,
        subject_id: entry.subject_id,
        happened_on: entry.happened_on,
        unit: unit.unwrap_or_default(),
        quantity,
        reason: entry.reason,
    }
}
