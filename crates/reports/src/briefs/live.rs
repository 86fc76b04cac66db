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
    number::{ExampleError, NumberFormat},
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

/// Every token of the document in its order, with its number or what is wrong with it. A figure of a unit that `actor`
/// may not know of is answered like a unit that is not there.
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
    let all = figure::all(connection).await?;
    let definitions: HashMap<&str, &Definition> = all
        .iter()
        .map(|definition| (definition.code.as_str(), definition))
        .collect();
    let tree = book.tree(connection).await?;
    let mut numbers = Numbers::with_capacity(document.tokens.len());
    for (index, placed) in document.tokens.iter().enumerate() {
        let token = match &placed.token {
            _ if NUMBERS_MAX <= index => {
                numbers.push(Err(NumberProblem::TooMany));
                continue;
            }
            Ok(token) => token,
            Err(error) => {
                numbers.push(Err(NumberProblem::Token(error.clone())));
                continue;
            }
        };
        let Some(definition) = definitions.get(token.figure.as_str()) else {
            numbers.push(Err(NumberProblem::UnknownFigure {
                code: token.figure.clone(),
                nearest: asked::nearest(definitions.keys().copied(), &token.figure),
            }));
            continue;
        };
        let asked = asked_by(token, context);
        let scope = match ask(connection, directory, &asked, context.unit, context.as_of).await? {
            Ok(scope) => scope,
            Err(error) => {
                numbers.push(Err(NumberProblem::Ask(error)));
                continue;
            }
        };
        if sight(&tree, actor, scope.unit, scope.as_of) == Sight::Nothing {
            let (code, nearest) = (asked.unit, None);
            numbers.push(Err(NumberProblem::Ask(AskError::UnknownUnit {
                code,
                nearest,
            })));
            continue;
        }
        let value = figure::evaluate(connection, book, definition, &scope).await?;
        numbers.push(written(book, token, definition, scope, value));
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
    let format = match &token.format {
        Some(example) => NumberFormat::from_example(example),
        None => shown::format(definition),
    };
    let format = format.map_err(NumberProblem::Format)?;
    let campaign = scope
        .campaign
        .as_ref()
        .map(|campaign| campaign.code.as_str());
    let compiled =
        figure::compile(book, &definition.formula, campaign).map_err(NumberProblem::Formula)?;
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
