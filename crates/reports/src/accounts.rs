//! What this domain adds to the book.
use kernel::Bilingual;
use ledger::{Account, FigureSeed, Flow, Measure, PeriodRule};

/// Issued briefs, at the unit that issued them, on the day of issue.
pub const BRIEF: &str = "reports.brief";

pub const ACCOUNTS: &[Account] = &[Account {
    code: BRIEF,
    title: Bilingual::new("简报", "Briefs"),
    flow: Flow::Flow,
    measure: Measure::Count,
    open: false,
}];

pub const FIGURES: &[FigureSeed] = &[FigureSeed {
    code: "briefs-issued",
    title: Bilingual::new("印发简报期数", "Briefs issued"),
    formula: BRIEF,
    period: PeriodRule::ToDate,
    format: Bilingual::new("12期", "12"),
    definition: Bilingual::new(
        "截至当日已印发的简报，草稿不计，每期计一次。",
        "Briefs issued up to the day; drafts do not count, each issue counts once.",
    ),
}];
