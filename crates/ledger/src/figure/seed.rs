use super::PeriodRule;
use kernel::Bilingual;

/// A figure that a domain brings along: the first version of its definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureSeed {
    /// For instance `branches-mobilised`. Never renamed once published.
    pub code: &'static str,
    pub title: Bilingual,
    /// Over accounts: `plan.mobilised.unit.$campaign.party_branch`, `(a - b) / c`, `growth(a)`.
    pub formula: &'static str,
    pub period: PeriodRule,
    /// By example, as people write it: `211个`, `3900余名`, `214.6亿元`, `85.5%`.
    pub format: Bilingual,
    /// What is counted and what is not, in words, for whoever opens the figure.
    pub definition: Bilingual,
}
