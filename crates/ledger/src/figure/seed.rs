use kernel::Bilingual;

/// A figure that a domain brings along: the first version of its definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureSeed {
    /// For instance `branches-mobilised`. Never renamed once published.
    pub code: &'static str,
    pub title: Bilingual,
    /// Over accounts: `plan.mobilised.unit.$campaign.party_branch`, `a + b`, `a - b`, `a / b`.
    pub formula: &'static str,
    pub period: PeriodRule,
    /// By example, as people write it: `211个`, `3900余名`, `214.6亿元`, `85.5%`.
    pub format: Bilingual,
    /// What is counted and what is not, in words, for whoever opens the figure.
    pub definition: Bilingual,
}

/// Which days a figure counts, seen from its as-of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeriodRule {
    /// Since ever, up to the as-of day. The only rule for stocks.
    ToDate,
    /// From 1 January of the as-of day's year.
    YearToDate,
    /// From the first day of the as-of day's month.
    Month,
    /// From the first day of the campaign.
    Campaign,
}

impl PeriodRule {
    pub const ALL: [PeriodRule; 4] = [
        PeriodRule::ToDate,
        PeriodRule::YearToDate,
        PeriodRule::Month,
        PeriodRule::Campaign,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            PeriodRule::ToDate => "to_date",
            PeriodRule::YearToDate => "year_to_date",
            PeriodRule::Month => "month",
            PeriodRule::Campaign => "campaign",
        }
    }

    pub fn from_code(code: &str) -> Option<PeriodRule> {
        PeriodRule::ALL.into_iter().find(|rule| rule.code() == code)
    }
}
