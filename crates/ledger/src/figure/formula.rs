//! Formulas over accounts: `a + b`, `a - b`, `(a + b) / c`, `growth(a)`.
//!
//! An account is a dotted code; a parent stands for all its children; `$campaign` stands for the campaign that is asked about.
mod parse;

use crate::{
    account::{Flow, Measure},
    book::Book,
};

/// A sum of accounts, each taken plus or minus.
pub type Sum = Vec<Term>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub account: String,
    pub negative: bool,
}

/// A formula that was checked against the declared accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    pub shape: Shape,
    /// How what is counted adds up over time.
    pub flow: Flow,
    /// Of a ratio, how what it is measured by adds up: branches mobilised (a flow) of branches (a stock).
    pub measured_by: Flow,
    /// What its quantities are; a ratio and a growth are shares whatever they are made of.
    pub measure: Measure,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    Sum(Sum),
    /// The first as a share of the second.
    Ratio(Sum, Sum),
    /// Growth on the same period of the year before.
    Growth(Sum),
}

impl Compiled {
    /// How one side adds up: 0 what is counted, 1 what it is measured by.
    pub fn flow_of(&self, side: usize) -> Flow {
        if side == 0 {
            self.flow
        } else {
            self.measured_by
        }
    }
}

impl Shape {
    /// The sums whose records stand behind the figure: what is counted first, what it is measured by second.
    pub fn sums(&self) -> Vec<&Sum> {
        match self {
            Shape::Sum(sum) | Shape::Growth(sum) => vec![sum],
            Shape::Ratio(part, whole) => vec![part, whole],
        }
    }
}

/// Why a formula was refused. `at` counts characters from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormulaError {
    #[error("the formula is empty")]
    Empty,
    #[error("at character {at}: `{found}` was not expected here")]
    Unexpected { at: usize, found: String },
    #[error("at character {at}: no account `{code}`; the nearest is `{nearest}`")]
    UnknownAccount {
        at: usize,
        code: String,
        nearest: String,
    },
    #[error("`{first}` and `{second}` are not counted in the same way")]
    Mixed { first: String, second: String },
    #[error("the formula names $campaign, but there is no campaign")]
    NoCampaign,
}

/// Reads and checks a formula.
pub fn compile(
    book: &Book,
    formula: &str,
    campaign: Option<&str>,
) -> Result<Compiled, FormulaError> {
    let (shape, places) = parse::parse(formula, campaign)?;
    let mut natures: Vec<(&str, Flow, Measure)> = Vec::new();
    for (term, at) in shape.sums().into_iter().flatten().zip(places) {
        if !book.knows(&term.account) {
            let nearest = nearest(book, &term.account);
            return Err(FormulaError::UnknownAccount {
                at,
                code: term.account.clone(),
                nearest,
            });
        }
        let (flow, measure) = book
            .nature(&term.account)
            .unwrap_or((Flow::Flow, Measure::Count));
        natures.push((&term.account, flow, measure));
    }
    for sum in shape.sums() {
        let mut kinds = natures
            .iter()
            .filter(|(account, ..)| sum.iter().any(|term| term.account == *account));
        if let Some((first, flow, measure)) = kinds.next()
            && let Some((second, ..)) = kinds.find(|(_, f, m)| (f, m) != (flow, measure))
        {
            return Err(FormulaError::Mixed {
                first: (*first).into(),
                second: (*second).into(),
            });
        }
    }
    let (_, flow, measure) = natures.first().copied().ok_or(FormulaError::Empty)?;
    let measured_by = match &shape {
        Shape::Ratio(part, _) => natures.get(part.len()).map_or(flow, |(_, flow, _)| *flow),
        Shape::Sum(_) | Shape::Growth(_) => flow,
    };
    let measure = if matches!(shape, Shape::Sum(_)) {
        measure
    } else {
        Measure::BasisPoints
    };
    Ok(Compiled {
        shape,
        flow,
        measured_by,
        measure,
    })
}

/// The declared account that shares the most leading characters.
fn nearest(book: &Book, code: &str) -> String {
    let shared = |other: &str| {
        other
            .chars()
            .zip(code.chars())
            .take_while(|(a, b)| a == b)
            .count()
    };
    let accounts = book.accounts();
    accounts
        .iter()
        .max_by_key(|account| shared(account.code))
        .map(|account| account.code.to_owned())
        .unwrap_or_default()
}
