//! Charts, pictures and restated numbers of a draft, as they stand now.
mod restated;
use super::{
    brief::BriefId,
    embed::{By, ChartOf, Embed, PictureOf},
    live::{self, Context, Number, NumberProblem},
    markup::Document,
    token::Token,
};
use crate::figures::{shown, sight};
use chrono::{Datelike, Months, NaiveDate};
use files::{File, Record};
use kernel::{Actor, Lang, UnitId, number::NumberFormat};
use ledger::{
    Book, Flow,
    figure::{self, Definition, Scope, Value},
};
use orgs::Directory;
use paper::limits::IMAGE_BYTES_MAX;
use restated::restatement;
use sea_orm::{ConnectionTrait, DbErr};

/// Most charts, pictures and restated numbers in one brief.
pub const EMBEDDED_MAX: usize = 40;

/// Most bars of a chart that can be read on paper.
pub const MARKS_MAX: usize = 30;

#[derive(Debug, Clone, PartialEq)]
pub enum Resolved {
    Chart(Chart),
    Picture(Picture),
    Restatement(Box<Restatement>),
}

/// A chart with the numbers it draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub title: String,
    pub by: By,
    pub marks: Vec<Mark>,
    /// The year before, by month; empty where nothing was recorded.
    pub before: Vec<Mark>,
    /// Quantities are hundredths of what the axis shows.
    pub in_hundredths: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub label: String,
    /// `None`: there is no data, which is never a nought.
    pub number: Option<Number>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub file: File,
    pub caption: String,
    pub width_mm: u16,
}

/// A number of an issued brief beside what it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Restatement {
    pub total: i32,
    pub number: usize,
    /// The issue's number within its year.
    pub issue_number: i32,
    pub old: String,
    pub new: Number,
    pub reason: String,
}

pub type Embedded = Vec<Result<Resolved, NumberProblem>>;

/// The files of a brief.
pub fn record(brief: BriefId) -> Record {
    Record::new(super::brief::SUBJECT, brief)
}

/// Everything that stands on a line of its own, in its order, or what is wrong with it.
pub async fn resolve(
    connection: &impl ConnectionTrait,
    book: &Book,
    directory: &Directory,
    actor: &Actor,
    brief: BriefId,
    document: &Document,
    context: &Context,
) -> Result<Embedded, DbErr> {
    let mut resolved = Embedded::with_capacity(document.embedded.len());
    for (index, standing) in document.embedded.iter().enumerate() {
        if EMBEDDED_MAX <= index {
            resolved.push(Err(NumberProblem::TooManyEmbedded));
            continue;
        }
        resolved.push(match &standing.embed {
            Err(error) => Err(NumberProblem::Token(error.clone())),
            Ok(Embed::Chart(chart)) => {
                self::chart(connection, book, directory, actor, chart, context)
                    .await?
                    .map(Resolved::Chart)
            }
            Ok(Embed::Picture(picture)) => self::picture(connection, brief, picture)
                .await?
                .map(Resolved::Picture),
            Ok(Embed::Restatement(one)) => restatement(connection, book, one)
                .await?
                .map(|found| Resolved::Restatement(Box::new(found))),
        });
    }
    Ok(resolved)
}

async fn chart(
    connection: &impl ConnectionTrait,
    book: &Book,
    directory: &Directory,
    actor: &Actor,
    asked: &ChartOf,
    context: &Context,
) -> Result<Result<Chart, NumberProblem>, DbErr> {
    let token = &asked.token;
    let asking = live::Asking::load(connection, book, directory, actor, context).await?;
    let number = match asking.resolve(connection, token).await? {
        Ok(number) => number,
        // A whole without data may have parts or months that have some.
        Err(NumberProblem::NoData(_)) => match asking.scope_of(connection, token).await? {
            Ok((definition, scope)) => Number {
                definition,
                scope,
                value: Value::Number(0),
                shown: String::new(),
            },
            Err(problem) => return Ok(Err(problem)),
        },
        Err(problem) => return Ok(Err(problem)),
    };
    let (definition, scope) = (&number.definition, &number.scope);
    let format = match &token.format {
        Some(example) => NumberFormat::from_example(example),
        None => shown::format(definition),
    };
    let format = match format {
        Ok(format) => format,
        Err(error) => return Ok(Err(NumberProblem::Format(error))),
    };
    let (marks, before) = match asked.by {
        By::Unit => {
            let marks = by_unit(
                connection, book, directory, actor, definition, scope, &format,
            );
            (marks.await?, Vec::new())
        }
        By::Month => by_month(connection, book, definition, scope, &format).await?,
    };
    Ok(if marks.is_empty() {
        Err(NumberProblem::NothingToDraw)
    } else if MARKS_MAX < marks.len() {
        Err(NumberProblem::TooManyMarks(marks.len()))
    } else {
        Ok(Chart {
            title: asked
                .title
                .clone()
                .unwrap_or_else(|| definition.title(Lang::Zh).to_owned()),
            by: asked.by,
            marks,
            before,
            in_hundredths: format.measure() != kernel::number::Measure::Plain,
        })
    })
}

/// The units one level below, without those that have nothing.
async fn by_unit(
    connection: &impl ConnectionTrait,
    book: &Book,
    directory: &Directory,
    actor: &Actor,
    definition: &Definition,
    scope: &Scope,
    format: &NumberFormat,
) -> Result<Vec<Mark>, DbErr> {
    let tree = book.tree(connection).await?;
    let mut children = directory.in_order(tree.children(scope.unit, scope.as_of));
    children.retain(|unit| sight::sight(&tree, actor, *unit, scope.as_of) != sight::Sight::Nothing);
    let parts = figure::parts(connection, book, definition, scope, &children).await?;
    let parts = parts.map(|parts| parts.units).unwrap_or_default();
    let has_something = |(_, value): &(UnitId, Value)| value.quantity() != Some(0);
    Ok(parts
        .into_iter()
        .filter(has_something)
        .map(|(unit, value)| {
            let scope = Scope {
                unit,
                ..scope.clone()
            };
            Mark {
                label: directory.name(unit, Lang::Zh).to_owned(),
                number: number(definition, scope, value, format),
            }
        })
        .collect())
}

/// January up to the day's month, beside the same months of the year before.
async fn by_month(
    connection: &impl ConnectionTrait,
    book: &Book,
    definition: &Definition,
    scope: &Scope,
    format: &NumberFormat,
) -> Result<(Vec<Mark>, Vec<Mark>), DbErr> {
    let campaign = scope
        .campaign
        .as_ref()
        .map(|campaign| campaign.code.as_str());
    let Ok(compiled) = figure::compile(book, &definition.formula, campaign) else {
        return Ok(Default::default());
    };
    let mut sides = [Vec::new(), Vec::new()];
    for (side, years) in sides.iter_mut().zip([0, 12]) {
        let as_of = scope.as_of - Months::new(years);
        for month in 1..=as_of.month() {
            let scope = month_scope(scope, as_of, month, compiled.flow);
            let value = figure::evaluate(connection, book, definition, &scope).await?;
            side.push(Mark {
                label: month.to_string(),
                number: value
                    .ok()
                    .and_then(|value| number(definition, scope, value, format)),
            });
        }
    }
    let [marks, mut before] = sides;
    let has_something = |mark: &Mark| {
        mark.number
            .as_ref()
            .is_some_and(|number| number.value.quantity() != Some(0))
    };
    if !before.iter().any(has_something) {
        before.clear();
    }
    Ok((marks, before))
}

fn month_scope(scope: &Scope, as_of: NaiveDate, month: u32, flow: Flow) -> Scope {
    let first = as_of
        .with_day(1)
        .and_then(|day| day.with_month(month))
        .unwrap_or(as_of);
    let last = (first + Months::new(1)).pred_opt().unwrap_or(first);
    Scope {
        as_of: last.min(as_of),
        from: (flow != Flow::Stock).then_some(first),
        ..scope.clone()
    }
}

fn number(
    definition: &Definition,
    scope: Scope,
    value: Value,
    format: &NumberFormat,
) -> Option<Number> {
    value.quantity().map(|quantity| Number {
        shown: format.write(quantity, Lang::Zh),
        definition: definition.clone(),
        scope,
        value,
    })
}

async fn picture(
    connection: &impl ConnectionTrait,
    brief: BriefId,
    asked: &PictureOf,
) -> Result<Result<Picture, NumberProblem>, DbErr> {
    let found = files::find(connection, &record(brief), asked.file).await?;
    Ok(match found.filter(|file| file.kind().is_picture()) {
        Some(file) if is_too_large(&file) => Err(NumberProblem::PictureTooLarge),
        Some(file) => Ok(Picture {
            file,
            caption: asked.caption.clone(),
            width_mm: asked.width_mm,
        }),
        None => Err(NumberProblem::UnknownPicture),
    })
}

/// Whether the Word file of a brief has no room for the picture.
pub fn is_too_large(file: &files::File) -> bool {
    usize::try_from(file.size_bytes).map_or(true, |bytes| IMAGE_BYTES_MAX < bytes)
}

/// The most of a picture, for messages.
pub fn megabytes() -> usize {
    IMAGE_BYTES_MAX / (1024 * 1024)
}

impl NumberProblem {
    /// What the additions of this module say; the rest is in [`live`].
    pub(super) fn embedded_text(&self, lang: Lang) -> Option<String> {
        let t = crate::words::texts(lang);
        Some(match self {
            NumberProblem::TooManyEmbedded => t.too_many_embedded(EMBEDDED_MAX),
            NumberProblem::TooManyMarks(count) => t.chart_too_many_marks(*count, MARKS_MAX),
            NumberProblem::NothingToDraw => t.chart_nothing(),
            NumberProblem::UnknownPicture => t.picture_unknown(),
            NumberProblem::PictureTooLarge => t.picture_too_large(megabytes()),
            NumberProblem::UnknownIssuedNumber { total, number } => {
                t.restate_unknown(*total, *number)
            }
            NumberProblem::NothingToRestate { total, shown } => {
                t.restate_nothing(*total, shown.as_str())
            }
            _ => return None,
        })
    }
}

/// The words a token of this figure begins with, for pickers.
pub fn token_of(definition: &Definition) -> Token {
    Token {
        figure: definition.code.clone(),
        ..Token::default()
    }
}
