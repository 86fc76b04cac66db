//! Accounts: what the book counts. A tree by dotted code; each is declared in code by the crate that posts to it.
use kernel::Bilingual;

/// How the postings of an account add up over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flow {
    /// What happened in a period: the sum of its days.
    Flow,
    /// What there is on a day: the sum of all days up to it (+1 joins, -1 leaves).
    Stock,
    /// The highest single value in a period.
    Peak,
}

/// How a quantity is to be read. Quantities are whole numbers, never floats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Things, persons, person-times: as many as the number says.
    Count,
    /// Money, in fen (1/100 yuan).
    Fen,
    /// A share, in basis points (1/100 of a percent).
    BasisPoints,
}

/// An account as its crate declares it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// For instance `plan.mobilised.unit`. Never renamed once it has been posted to.
    pub code: &'static str,
    pub title: Bilingual,
    pub flow: Flow,
    pub measure: Measure,
    /// Whether its children are data (a campaign, a kind that an office adds): then `plan.mobilised.unit.<anything>` may be
    /// posted to, and the account itself is the sum of them.
    pub open: bool,
}
