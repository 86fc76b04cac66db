//! What the roster adds to the book, and the figures that come of it.
use kernel::Bilingual;
use ledger::{Account, FigureSeed, Flow, Measure, PeriodRule};

/// Units of each kind: `orgs.unit.<kind>`.
pub const UNIT: &str = "orgs.unit";
/// Members.
pub const MEMBER: &str = "orgs.member";

pub const ACCOUNTS: &[Account] = &[
    Account {
        code: UNIT,
        title: Bilingual::new("单位", "Units"),
        flow: Flow::Stock,
        measure: Measure::Count,
        open: true,
    },
    Account {
        code: MEMBER,
        title: Bilingual::new("党员", "Members"),
        flow: Flow::Stock,
        measure: Measure::Count,
        open: false,
    },
];

const fn figure(
    code: &'static str,
    title: Bilingual,
    formula: &'static str,
    format: Bilingual,
    definition: Bilingual,
) -> FigureSeed {
    FigureSeed {
        code,
        title,
        formula,
        period: PeriodRule::ToDate,
        format,
        definition,
    }
}

pub const FIGURES: &[FigureSeed] = &[
    figure(
        "committees",
        Bilingual::new("党委数", "Party committees"),
        "orgs.unit.party_committee",
        Bilingual::new("9个", "9"),
        Bilingual::new(
            "截至当日名册中的党委，撤销的不计。",
            "Party committees on the roster on the day; closed ones do not count.",
        ),
    ),
    figure(
        "general-branches",
        Bilingual::new("党总支数", "General party branches"),
        "orgs.unit.general_branch",
        Bilingual::new("11个", "11"),
        Bilingual::new(
            "截至当日名册中的党总支，撤销的不计。",
            "General party branches on the roster on the day; closed ones do not count.",
        ),
    ),
    figure(
        "branches",
        Bilingual::new("党支部数", "Party branches"),
        "orgs.unit.party_branch",
        Bilingual::new("211个", "211"),
        Bilingual::new(
            "截至当日名册中的党支部，撤销的不计。",
            "Party branches on the roster on the day; closed ones do not count.",
        ),
    ),
    figure(
        "departments",
        Bilingual::new("部门数", "Departments"),
        "orgs.unit.department",
        Bilingual::new("20个", "20"),
        Bilingual::new(
            "截至当日名册中的部门。",
            "Departments on the roster on the day.",
        ),
    ),
    figure(
        "communities",
        Bilingual::new("社区数", "Communities"),
        "orgs.unit.community",
        Bilingual::new("7个", "7"),
        Bilingual::new(
            "截至当日名册中的社区。",
            "Communities on the roster on the day.",
        ),
    ),
    figure(
        "enterprises",
        Bilingual::new("企业数", "Enterprises"),
        "orgs.unit.enterprise",
        Bilingual::new("160家", "160"),
        Bilingual::new(
            "截至当日名册中的企业。",
            "Enterprises on the roster on the day.",
        ),
    ),
    figure(
        "members",
        Bilingual::new("党员数", "Members"),
        "orgs.member",
        Bilingual::new("3942名", "3942"),
        Bilingual::new(
            "截至当日组织关系在各党支部的党员，转出的不计。",
            "Members who belong to a branch on the day; those who left do not count.",
        ),
    ),
];
