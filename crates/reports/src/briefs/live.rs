//! The figures of a draft, as they stand now.
use super::{
    brief,
    markup::Document,
    token::{Token, TokenError},
};
use crate::figures::{
    AskError, Asked, ask, asked, defining, problem, shown,
    sight::{Sight, sight},
};
use chrono::NaiveDate;
use kernel::{
    Actor, Lang, UnitId,
    number::{Against, ExampleError, Growth, NumberFormat},
};
use ledger::{
    Book,
    figure::{self, Definition, FormulaError, Scope, Value},
};
use orgs::Directory;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;

/// Most figures in one brief.
pub const NUMBERS_MAX: usize = 500;

/// A token that has become a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    pub definition: Definition,
    pub scope: Scope,
    pub value: Value,
    /// As it is printed.
    pub shown: String,
}

/// Why a token shows no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberProblem {
    Token(TokenError),
    TooMany,
    UnknownFigure {
        code: String,
        nearest: Option<String>,
    },
    Ask(AskError),
    Formula(FormulaError),
    Format(ExampleError),
    Misfit(ledger::Measure),
    NoData(Value),
    TooManyEmbedded,
    /// A chart with more bars than can be read.
    TooManyMarks(usize),
    NothingToDraw,
    UnknownPicture,
    /// Word files hold no picture of so many bytes.
    PictureTooLarge,
    UnknownIssuedNumber {
        total: i32,
        number: usize,
    },
    /// The number is today what it was.
    NothingToRestate {
        total: i32,
        shown: String,
    },
}

impl NumberProblem {
    /// Reason and remedy.
    pub fn text(&self, lang: Lang) -> String {
        let t = crate::words::texts(lang);
        match self {
            NumberProblem::Token(error) => token_problem(error, lang),
            NumberProblem::TooMany => t.too_many_numbers(NUMBERS_MAX),
            NumberProblem::UnknownFigure {
                code,
                nearest: Some(nearest),
            } => t.unknown_figure_near(code.as_str(), nearest.as_str()),
            NumberProblem::UnknownFigure {
                code,
                nearest: None,
            } => t.unknown_figure(code.as_str()),
            NumberProblem::Ask(error) => error.text(lang),
            NumberProblem::Formula(error) => problem::text(error, lang),
            NumberProblem::Format(error) => error.text(lang),
            NumberProblem::Misfit(measure) => defining::misfit(*measure, lang),
            NumberProblem::NoData(value) => shown::why_no_data(*value, lang).unwrap_or_default(),
            other => other.embedded_text(lang).unwrap_or_default(),
        }
    }
}

fn token_problem(error: &TokenError, lang: Lang) -> String {
    let t = crate::words::texts(lang);
    match error {
        TokenError::NotAFigure(found) => t.token_not_a_figure(found.as_str()),
        TokenError::UnknownKey(key) => t.token_unknown_key(key.as_str()),
        TokenError::KeyTwice(key) => t.token_key_twice(key.as_str()),
        TokenError::ValueMissing(key) => t.token_value_missing(key.as_str()),
        TokenError::NotADay { key, value } => t.token_not_a_day(key.as_str(), value.as_str()),
        TokenError::NotClosed => t.token_not_closed(),
        TokenError::NotAWay(found) => t.token_not_a_way(found.as_str()),
        TokenError::NotAPicture(found) => t.token_not_a_picture(found.as_str()),
        TokenError::NotAWidth(found) => t.token_not_a_width(found.as_str()),
        TokenError::NotAnIssuedNumber(found) => t.token_not_an_issued_number(found.as_str()),
        TokenError::ReasonMissing => t.token_reason_missing(),
        TokenError::NeedsOwnLine => t.token_needs_own_line(),
    }
}

/// What a token takes from its brief where it says nothing itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    pub unit: UnitId,
    pub as_of: NaiveDate,
    pub campaign: Option<String>,
}

impl From<&brief::Model> for Context {
    fn from(brief: &brief::Model) -> Self {
        Context {
            unit: brief.unit_id,
            as_of: brief.as_of,
            campaign: brief.campaign.clone(),
        }
    }
}

pub type Numbers = Vec<Result<Number, NumberProblem>>;

/// What it takes to ask for figures one after the other.
pub struct Asking<'a> {
    book: &'a Book,
    directory: &'a Directory,
    actor: &'a Actor,
    context: &'a Context,
    definitions: HashMap<String, Definition>,
    tree: std::sync::Arc<ledger::Tree>,
}

impl<'a> Asking<'a> {
    pub async fn load(
        connection: &impl ConnectionTrait,
        book: &'a Book,
        directory: &'a Directory,
        actor: &'a Actor,
        context: &'a Context,
    ) -> Result<Asking<'a>, DbErr> {
        let all = figure::all(connection).await?;
        Ok(Asking {
            definitions: all
                .into_iter()
                .map(|definition| (definition.code.clone(), definition))
                .collect(),
            tree: book.tree(connection).await?,
            book,
            directory,
            actor,
            context,
        })
    }

    /// The figure and the scope that a token asks for. A figure of a unit that the actor may not know of is answered like
    /// a unit that is not there.
    pub async fn scope_of(
        &self,
        connection: &impl ConnectionTrait,
        token: &Token,
    ) -> Result<Result<(Definition, Scope), NumberProblem>, DbErr> {
        let Some(definition) = self.definitions.get(token.figure.as_str()) else {
            let codes = self.definitions.keys().map(String::as_str);
            return Ok(Err(NumberProblem::UnknownFigure {
                code: token.figure.clone(),
                nearest: asked::nearest(codes, &token.figure),
            }));
        };
        let asked = asked_by(token, self.context);
        let (unit, as_of) = (self.context.unit, self.context.as_of);
        let scope = match ask(connection, self.directory, &asked, unit, as_of).await? {
            Ok(scope) => scope,
            Err(error) => return Ok(Err(NumberProblem::Ask(error))),
        };
        if sight(&self.tree, self.actor, scope.unit, scope.as_of) == Sight::Nothing {
            let (code, nearest) = (asked.unit, None);
            return Ok(Err(NumberProblem::Ask(AskError::UnknownUnit {
                code,
                nearest,
            })));
        }
        Ok(Ok((definition.clone(), scope)))
    }

    pub async fn resolve(
        &self,
        connection: &impl ConnectionTrait,
        token: &Token,
    ) -> Result<Result<Number, NumberProblem>, DbErr> {
        let (definition, scope) = match self.scope_of(connection, token).await? {
            Ok(found) => found,
            Err(problem) => return Ok(Err(problem)),
        };
        let value = figure::evaluate(connection, self.book, &definition, &scope).await?;
        Ok(written(self.book, token, &definition, scope, value))
    }
}

/// Every token of the document in its order, with its number or what is wrong with it.
pub async fn resolve(
    connection: &impl ConnectionTrait,
    book: &Book,
    directory: &Directory,
    actor: &Actor,
    document: &Document,
    context: &Context,
) -> Result<Numbers, DbErr> {
    if document.tokens.is_empty() {
        return Ok(Vec::new());
    }
    let asking = Asking::load(connection, book, directory, actor, context).await?;
    let mut numbers = Numbers::with_capacity(document.tokens.len());
    for (index, placed) in document.tokens.iter().enumerate() {
        numbers.push(match &placed.token {
            _ if NUMBERS_MAX <= index => Err(NumberProblem::TooMany),
            Ok(token) => asking.resolve(connection, token).await?,
            Err(error) => Err(NumberProblem::Token(error.clone())),
        });
    }
    Ok(numbers)
}

fn asked_by(token: &Token, context: &Context) -> Asked {
    let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let campaign = token.campaign.as_ref().or(context.campaign.as_ref());
    Asked {
        unit: token.unit.clone().unwrap_or_default(),
        as_of: text(token.as_of),
        from: text(token.from),
        campaign: campaign.cloned().unwrap_or_default(),
    }
}

fn written(
    book: &Book,
    token: &Token,
    definition: &Definition,
    scope: Scope,
    value: Result<Value, FormulaError>,
) -> Result<Number, NumberProblem> {
    let value = value.map_err(NumberProblem::Formula)?;
    if value.quantity().is_none() {
        return Err(NumberProblem::NoData(value));
    }
    let campaign = scope
        .campaign
        .as_ref()
        .map(|campaign| campaign.code.as_str());
    let compiled =
        figure::compile(book, &definition.formula, campaign).map_err(NumberProblem::Formula)?;
    if let Some(example) = &token.format
        && figure::growth_against(&compiled) == Some(figure::Against::YearBefore)
        && is_phrase(example)
    {
        let growth = match value {
            Value::Share { part, of } => Growth::between(of, of + part),
            Value::Number(rate) => Some(Growth::published(rate)),
            Value::NoData(_) => None,
        };
        let growth = growth.ok_or(NumberProblem::NoData(value))?;
        return Ok(Number {
            shown: growth.write(Against::SamePeriodLastYear, Lang::Zh),
            definition: definition.clone(),
            scope,
            value,
        });
    }
    let format = match &token.format {
        Some(example) => NumberFormat::from_example(example),
        None => shown::format(definition),
    };
    let format = format.map_err(NumberProblem::Format)?;
    if !shown::fits(&format, compiled.measure) {
        return Err(NumberProblem::Misfit(compiled.measure));
    }
    Ok(Number {
        shown: shown::write(&format, value, Lang::Zh),
        definition: definition.clone(),
        scope,
        value,
    })
}

/// Whether the example is a growth as offices word it: `同比增长18.5%`, said as it is, also when it fell.
pub fn is_phrase(example: &str) -> bool {
    example.starts_with("同比")
}
