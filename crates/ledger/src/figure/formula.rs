//! Formulas over accounts: `a + b`, `(a - b) / c`, `growth(a)`, `a / b - c / d`, `highest(a)`, `quoted(x)`.
//!
//! An account is a dotted code; a parent stands for all its children; `$campaign` stands for the campaign that is asked about.
//! A count can be added to a count, never to a share; the difference of two shares, and the growth of a share, are percentage
//! points. Everything is reckoned in whole numbers.
mod check;
mod parse;

use super::Against;
use crate::account::{Flow, Measure};

pub use check::compile;

/// A sum of accounts, each taken plus or minus.
pub type Sum = Vec<Term>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub account: String,
    pub negative: bool,
    /// The character of the formula at which it stands, from 1.
    pub at: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Sum(Sum),
    /// The highest day.
    Highest(Sum),
    Quoted(Quoted),
    /// Two quantities that are no plain sums of accounts.
    Plus(Box<Node>, Box<Node>),
    Minus(Box<Node>, Box<Node>),
    /// The first as a share of the second.
    Ratio(Box<Node>, Box<Node>),
    /// A share that cannot be more than all.
    Coverage(Box<Node>, Box<Node>),
    Growth(Box<Node>, Against),
    /// The difference of two shares, in percentage points.
    Points(Box<Node>, Box<Node>),
}

/// A figure that others publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    pub series: String,
    pub what: QuotedPart,
    pub at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuotedPart {
    Value,
    /// Growth on the year before, as published.
    Growth,
    /// Growth on a comparable basis, as published.
    ComparableGrowth,
}

/// What a formula comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Quantity(Measure),
    Share,
    /// Percentage points.
    Points,
}

/// A formula that was checked against the declared accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    pub node: Node,
    pub kind: Kind,
    /// How what is counted first adds up over time.
    pub flow: Flow,
    /// What its quantities are; shares and points are basis points whatever they are made of.
    pub measure: Measure,
    /// The lists of records that stand behind it.
    pub sides: Vec<Side>,
}

/// One list of records behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    pub of: SideOf,
    pub place: Place,
    /// None: in the period asked for.
    pub before: Option<Against>,
    /// Of a difference of shares: 1 the first, 2 the second; 0 where there is only one.
    pub share: u8,
    pub flow: Flow,
    pub measure: Measure,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SideOf {
    Sum(Sum),
    /// Of the highest day only.
    Highest(Sum),
    Quoted(Quoted),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Counted,
    /// What a share is a share of.
    MeasuredBy,
}

impl Compiled {
    /// Whether the values of units add up to that of the unit above them.
    pub fn adds_up(&self) -> bool {
        matches!(self.node, Node::Sum(_)) && self.flow != Flow::Peak
    }

    /// Whether it is a quantity, so that its records' quantities are written as the figure itself.
    pub fn is_quantity(&self) -> bool {
        matches!(self.kind, Kind::Quantity(_))
    }

    /// Whether anything in it is published by others.
    pub fn is_quoted(&self) -> bool {
        self.sides
            .iter()
            .any(|side| matches!(side.of, SideOf::Quoted(_)))
    }

    /// One list of records, or the first where there is none with this number.
    pub fn side(&self, side: usize) -> Option<&Side> {
        self.sides.get(side).or(self.sides.first())
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
    #[error("at character {at}: counts and shares do not go together")]
    CountWithShare { at: usize },
    #[error("at character {at}: shares can be subtracted from each other, not added")]
    SharesAdded { at: usize },
    #[error("at character {at}: this is taken of a count, not of a share")]
    NotOfAShare { at: usize },
    #[error("at character {at}: only accounts have a highest day")]
    HighestOfAccounts { at: usize },
    #[error("the formula names $campaign, but there is no campaign")]
    NoCampaign,
}

impl FormulaError {
    /// The character at which the mistake stands, from 1, where it stands at one.
    pub fn at(&self) -> Option<usize> {
        match self {
            FormulaError::Unexpected { at, .. }
            | FormulaError::UnknownAccount { at, .. }
            | FormulaError::CountWithShare { at }
            | FormulaError::SharesAdded { at }
            | FormulaError::NotOfAShare { at }
            | FormulaError::HighestOfAccounts { at } => Some(*at),
            FormulaError::Empty | FormulaError::Mixed { .. } | FormulaError::NoCampaign => None,
        }
    }
}
