//! Changing what a figure means: a new version of its definition. Old versions stay, and so do numbers issued with them.
use super::{problem, shown};
use crate::words;
use kernel::{Actor, EntryId, Lang, Right, UnitId, limits, number::NumberFormat};
use ledger::{
    AppendError, Book, FigureSeed, NewEntry, PeriodRule, Subject,
    figure::{self, Definition, FormulaError},
};
use sea_orm::{ConnectionTrait, DbErr};

/// Subject kind of figures in the book.
pub const SUBJECT: &str = "reports.figure";
pub const DEFINED: &str = "reports.figure.defined";

/// What somebody typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Typed {
    pub title_zh: String,
    pub title_en: String,
    pub formula: String,
    pub period: String,
    pub format_zh: String,
    pub format_en: String,
    pub definition_zh: String,
    pub definition_en: String,
}

/// A field with what is wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub field: &'static str,
    pub text: String,
}

#[derive(Debug, thiserror::Error)]
pub enum DefineError {
    #[error("the actor may not change figures")]
    NotAllowed,
    #[error("somebody has changed the figure meanwhile")]
    Stale { current: Box<Definition> },
    #[error("the definition has faults")]
    Faulty(Vec<Fault>),
    #[error(transparent)]
    Book(#[from] AppendError),
}

impl From<DbErr> for DefineError {
    fn from(error: DbErr) -> Self {
        DefineError::Book(error.into())
    }
}

/// A definition to be saved, and the version that its author had before them.
#[derive(Debug, Clone)]
pub struct NewVersion {
    pub entry: EntryId,
    pub code: String,
    /// 0 for a figure that is new.
    pub seen_version: i32,
    /// The organisation's top, at which the act is written into the book.
    pub unit: UnitId,
    /// Why it is changed. A figure that is new needs none.
    pub reason: String,
    pub typed: Typed,
}

impl From<&Definition> for Typed {
    fn from(definition: &Definition) -> Self {
        Typed {
            title_zh: definition.title_zh.clone(),
            title_en: definition.title_en.clone(),
            formula: definition.formula.clone(),
            period: definition.period.code().to_owned(),
            format_zh: definition.format_zh.clone(),
            format_en: definition.format_en.clone(),
            definition_zh: definition.definition_zh.clone(),
            definition_en: definition.definition_en.clone(),
        }
    }
}

/// Checks what was typed. `campaign` stands for `$campaign`; any will do to see whether the formula can be read.
pub fn check(
    book: &Book,
    code: &str,
    typed: &Typed,
    campaign: Option<&str>,
    lang: Lang,
) -> Result<Definition, Vec<Fault>> {
    let t = words::texts(lang);
    let mut faults = Vec::new();
    let mut fault = |field, text| faults.push(Fault { field, text });
    if !is_code(code) {
        fault("code", t.figure_code_bad());
    }
    for (field, text) in [
        ("title_zh", &typed.title_zh),
        ("title_en", &typed.title_en),
        ("definition_zh", &typed.definition_zh),
        ("definition_en", &typed.definition_en),
    ] {
        let most = if field.starts_with("title") {
            limits::TITLE_CHARS_MAX
        } else {
            limits::NOTE_CHARS_MAX
        };
        match text.trim().chars().count() {
            0 => fault(field, t.field_missing()),
            count if most < count => fault(field, t.field_too_long(most)),
            _ => {}
        }
    }
    let period = PeriodRule::from_code(&typed.period);
    if period.is_none() {
        fault("period", t.field_missing());
    }
    let compiled = figure::compile(book, &typed.formula, campaign.or(Some("campaign")));
    if let Err(error) = &compiled {
        fault("formula", problem::text(error, lang));
    }
    match (NumberFormat::from_example(&typed.format_zh), &compiled) {
        (Err(error), _) => fault("format_zh", error.text(lang)),
        (Ok(format), Ok(compiled)) if !shown::fits(&format, compiled.measure) => {
            fault("format_zh", misfit(compiled.measure, lang));
        }
        _ => {}
    }
    match (period, faults.is_empty()) {
        (Some(period), true) => Ok(Definition {
            code: code.to_owned(),
            version: 0,
            title_zh: typed.title_zh.trim().to_owned(),
            title_en: typed.title_en.trim().to_owned(),
            formula: typed.formula.trim().to_owned(),
            period,
            format_zh: typed.format_zh.trim().to_owned(),
            format_en: typed.format_en.trim().to_owned(),
            definition_zh: typed.definition_zh.trim().to_owned(),
            definition_en: typed.definition_en.trim().to_owned(),
            seeded: false,
        }),
        _ => Err(faults),
    }
}

/// What a format would have to be like, with an example.
pub fn misfit(measure: ledger::Measure, lang: Lang) -> String {
    let t = words::texts(lang);
    match measure {
        ledger::Measure::Count => t.format_for_counts(),
        ledger::Measure::Fen => t.format_for_money(),
        ledger::Measure::BasisPoints => t.format_for_shares(),
    }
}

/// Saves a new version. Saying what holds already adds none. Safe to repeat with the same entry.
pub async fn define(
    book: &Book,
    actor: &Actor,
    new: &NewVersion,
    lang: Lang,
) -> Result<Definition, DefineError> {
    if !may_define(actor) {
        return Err(DefineError::NotAllowed);
    }
    let campaigns = ledger::campaign::all(book.db().reader()).await?;
    let campaign = campaigns.first().map(|campaign| campaign.code.as_str());
    let definition =
        check(book, &new.code, &new.typed, campaign, lang).map_err(DefineError::Faulty)?;
    let reason = new.reason.trim();
    if new.seen_version != 0 && reason.is_empty() {
        return Err(DefineError::Faulty(vec![Fault {
            field: "reason",
            text: words::texts(lang).field_reason_missing(),
        }]));
    }
    if limits::NOTE_CHARS_MAX < reason.chars().count() {
        return Err(DefineError::Faulty(vec![Fault {
            field: "reason",
            text: words::texts(lang).field_too_long(limits::NOTE_CHARS_MAX),
        }]));
    }
    let tx = book.db().begin().await?;
    if let Some(written) = ledger::entry::by_id(&tx, new.entry).await? {
        return repeated(&tx, new, &written).await;
    }
    let newest = figure::find(&tx, &new.code, None).await?;
    if let Some(current) = newest.filter(|newest| newest.version != new.seen_version) {
        return Err(DefineError::Stale {
            current: Box::new(current),
        });
    }
    let saved = figure::save(&tx, book.clock(), &definition).await?;
    if saved.version != new.seen_version {
        let subject = Subject::new(SUBJECT, &saved.code);
        let day = book.clock().today();
        let details = serde_json::json!({ "version": saved.version, "formula": saved.formula });
        let entry = NewEntry::new(new.entry, DEFINED, subject, new.unit, day).with_details(details);
        let entry = match reason {
            "" => entry,
            reason => entry.because(reason),
        };
        ledger::append(&tx, book, actor, &entry).await?;
    }
    tx.commit().await?;
    Ok(saved)
}

async fn repeated(
    tx: &impl ConnectionTrait,
    new: &NewVersion,
    written: &ledger::entry::Entry,
) -> Result<Definition, DefineError> {
    let version = written
        .details
        .as_ref()
        .and_then(|details| details["version"].as_i64());
    let version = version.and_then(|version| i32::try_from(version).ok());
    let is_same = written.subject_kind == SUBJECT && written.subject_id == new.code;
    match figure::find(tx, &new.code, version).await? {
        Some(definition) if is_same => Ok(definition),
        _ => Err(AppendError::IdReused.into()),
    }
}

/// Whoever plans or publishes over the whole tree: a definition holds for all units.
pub fn may_define(actor: &Actor) -> bool {
    [Right::Plan, Right::Publish]
        .iter()
        .any(|right| actor.reach(*right) == kernel::Reach::All)
}

/// Lower-case letters, digits and hyphens, beginning with a letter: it stands in addresses and in tokens.
pub fn is_code(code: &str) -> bool {
    const CHARS_MAX: usize = 60;
    let is_sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    code.len() <= CHARS_MAX
        && code.starts_with(|c: char| c.is_ascii_lowercase())
        && code.chars().all(is_sign)
}

/// Whether a seed can be read, for tests of the domains that bring it.
pub fn check_seed(book: &Book, seed: &FigureSeed) -> Result<(), FormulaError> {
    figure::compile(book, seed.formula, Some("campaign")).map(drop)
}
