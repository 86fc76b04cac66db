//! Importing a statistics workbook: looked at first, then all of it or nothing.
use super::{
    IMPORT, IMPORTED, QUOTE, QUOTED,
    reading::{self, Known, Line, Reading},
};
use crate::{figures::defining::may_define, words};
use files::{FileId, Record};
use kernel::{Actor, EntryId, Lang, UnitId};
use ledger::{
    AppendError, Book, Measure, NewEntry, PeriodRule, Subject,
    figure::{
        self, Definition,
        quote::{self, Kept, Quote, measure_of},
    },
};
use orgs::Directory;
use sea_orm::{ConnectionTrait, DbErr};
use sheets::FileProblem;
use uuid::Uuid;

/// A workbook to be imported. Its file was taken in before and belongs to nobody yet.
#[derive(Debug, Clone)]
pub struct Importing {
    /// The import's id: sent twice, it is imported once.
    pub entry: EntryId,
    pub file: FileId,
    pub file_name: String,
    pub bytes: Vec<u8>,
    /// Values without a unit are of this one.
    pub top: UnitId,
    pub lang: Lang,
}

/// What an import would do, or did.
#[derive(Debug)]
pub struct Preview {
    pub reading: Reading,
    pub rows: Vec<PreviewRow>,
}

/// One published value beside what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    pub title: String,
    pub code: String,
    pub quote: Quote,
    pub before: Option<Quote>,
}

impl PreviewRow {
    /// Whether it says something that is not known yet. The cell it stands in may be another.
    pub fn is_news(&self) -> bool {
        let says = |quote: &Quote| {
            (
                quote.value,
                quote.growth,
                quote.comparable_growth,
                quote.definition_changed,
                quote.note.clone(),
            )
        };
        self.before.as_ref().map(says) != Some(says(&self.quote))
    }
}

impl Preview {
    pub fn news(&self) -> impl Iterator<Item = &PreviewRow> {
        self.rows.iter().filter(|row| row.is_news())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("the actor may not import statistics")]
    NotAllowed,
    #[error("the workbook cannot be read: {0:?}")]
    File(FileProblem),
    #[error("the workbook has problems")]
    Problems(Box<Preview>),
    /// Somebody else's file, or one that was swept away.
    #[error("the file is not there any more")]
    FileGone,
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for ImportError {
    fn from(error: DbErr) -> Self {
        ImportError::Book(error.into())
    }
}

/// What the import would change.
pub async fn preview(
    connection: &impl ConnectionTrait,
    book: &Book,
    importing: &Importing,
) -> Result<Preview, ImportError> {
    let directory = Directory::load(connection).await?;
    let known = Known {
        directory: &directory,
        top: importing.top,
        today: book.clock().today(),
        file: importing.file.to_string(),
        file_name: importing.file_name.clone(),
        lang: importing.lang,
    };
    let mut reading = reading::read(&importing.bytes, &known).map_err(ImportError::File)?;
    let mut rows = Vec::new();
    for line in &reading.lines {
        for quote in &line.quotes {
            let before =
                quote::exactly(connection, &quote.series, quote.unit, quote.from, quote.to);
            rows.push(PreviewRow {
                title: line.title_zh.clone(),
                code: line.code.clone(),
                quote: quote.clone(),
                before: before.await?.map(|kept: Kept| kept.quote),
            });
        }
        if let Some(other) = taken(connection, line).await? {
            let t = words::texts(importing.lang);
            let row = reading.table.rows().find(|row| row.number() == line.row);
            if let Some(row) = row {
                reading.problems.push(row.problem(
                    "code",
                    t.quoted_code_taken(line.code.as_str(), other.title(importing.lang)),
                    t.quoted_code_taken_remedy(),
                ));
            }
        }
    }
    Ok(Preview { reading, rows })
}

/// The figure that bears a line's code and is something else.
async fn taken(
    connection: &impl ConnectionTrait,
    line: &Line,
) -> Result<Option<Definition>, DbErr> {
    let found = figure::find(connection, &line.code, None).await?;
    let quoted = line
        .quotes
        .first()
        .map(|quote| format!("quoted({})", quote.series));
    Ok(found.filter(|found| !quoted.is_some_and(|quoted| found.formula.contains(&quoted))))
}

/// Imports the workbook. Safe to repeat with the same entry.
pub async fn import(
    book: &Book,
    actor: &Actor,
    importing: &Importing,
) -> Result<Imported, ImportError> {
    if !may_define(actor) {
        return Err(ImportError::NotAllowed);
    }
    let tx = book.db().begin().await?;
    // Two who import at once: the later one sees what the earlier one brought, and adds nothing twice.
    ledger::entry::mark(&tx).await?;
    if let Some(written) = ledger::entry::by_id(&tx, importing.entry).await? {
        return imported_by(&written).ok_or_else(|| AppendError::IdReused.into());
    }
    let preview = preview(&tx, book, importing).await?;
    if preview.reading.problems.has_errors() {
        return Err(ImportError::Problems(Box::new(preview)));
    }
    let record = Record::new(IMPORT, importing.entry);
    let attached = files::attach(&tx, &record, Some(actor.person), &[importing.file]).await?;
    if attached.is_empty() {
        return Err(ImportError::FileGone);
    }
    let mut imported = Imported {
        added: 0,
        changed: 0,
        same: 0,
    };
    for line in &preview.reading.lines {
        define(&tx, book, line).await?;
    }
    for row in &preview.rows {
        match (&row.before, row.is_news()) {
            (None, _) => imported.added += 1,
            (Some(_), true) => imported.changed += 1,
            (Some(_), false) => {
                imported.same += 1;
                continue;
            }
        }
        publish(&tx, book, actor, importing, &row.quote).await?;
    }
    let day = book.clock().today();
    let details = serde_json::json!({
        "file": importing.file_name,
        "added": imported.added,
        "changed": imported.changed,
        "same": imported.same,
    });
    let entry = NewEntry::new(
        importing.entry,
        IMPORTED,
        Subject::new(IMPORT, importing.entry),
        importing.top,
        day,
    );
    ledger::append(&tx, book, actor, &entry.with_details(details)).await?;
    tx.commit().await?;
    Ok(imported)
}

/// What an import brought, as its entry says; none for entries of another kind.
pub fn imported_by(written: &ledger::entry::Entry) -> Option<Imported> {
    let count = |key: &str| {
        let details = written.details.as_ref();
        let count = details.and_then(|details| details[key].as_u64());
        count.map_or(0, |count| count as usize)
    };
    (written.kind == IMPORTED).then(|| Imported {
        added: count("added"),
        changed: count("changed"),
        same: count("same"),
    })
}

async fn publish(
    tx: &impl ConnectionTrait,
    book: &Book,
    actor: &Actor,
    importing: &Importing,
    quote: &Quote,
) -> Result<(), ImportError> {
    let subject = subject_id(quote);
    let id = EntryId(Uuid::new_v5(&importing.entry.0, subject.as_bytes()));
    let details = serde_json::to_value(quote).map_err(|error| DbErr::Json(error.to_string()))?;
    let entry = NewEntry::new(
        id,
        QUOTED,
        Subject::new(QUOTE, &subject),
        quote.unit,
        quote.to,
    )
    .with_details(details);
    let appended = ledger::append(tx, book, actor, &entry).await?;
    quote::keep(tx, appended.seq(), quote).await?;
    Ok(())
}

/// `money.industrial-output/1/2021-01-01/2021-04-30`
pub fn subject_id(quote: &Quote) -> String {
    format!(
        "{}/{}/{}/{}",
        quote.series, quote.unit, quote.from, quote.to
    )
}

/// A figure in the catalogue for a series that is new, and one for its published growth.
async fn define(tx: &impl ConnectionTrait, book: &Book, line: &Line) -> Result<(), ImportError> {
    let Some(quote) = line.quotes.first() else {
        return Ok(());
    };
    let series = quote.series.as_str();
    let format = match measure_of(series) {
        Some(Measure::Fen) => "214.61元(自动)",
        Some(Measure::BasisPoints) => "85.5%",
        _ => "211",
    };
    let (zh, en) = (words::texts(Lang::Zh), words::texts(Lang::En));
    let value = Definition {
        code: line.code.clone(),
        version: 0,
        title_zh: line.title_zh.clone(),
        title_en: line.title_en.clone(),
        formula: format!("quoted({series})"),
        period: PeriodRule::YearToDate,
        format_zh: format.into(),
        format_en: String::new(),
        definition_zh: zh.quoted_definition(line.title_zh.as_str()),
        definition_en: en.quoted_definition(line.title_en.as_str()),
        seeded: false,
    };
    let growth = Definition {
        code: format!("{}-growth", line.code),
        title_zh: zh.quoted_growth_title(line.title_zh.as_str()),
        title_en: en.quoted_growth_title(line.title_en.as_str()),
        formula: format!("published_growth({series})"),
        format_zh: "18.5%".into(),
        definition_zh: zh.quoted_growth_definition(line.title_zh.as_str()),
        definition_en: en.quoted_growth_definition(line.title_en.as_str()),
        ..value.clone()
    };
    for definition in [value, growth] {
        // What people have made of it since stays.
        if figure::find(tx, &definition.code, None).await?.is_none() {
            figure::save(tx, book.clock(), &definition).await?;
        }
    }
    Ok(())
}
