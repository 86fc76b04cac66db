//! The figures that this domain brings along.
use kernel::Bilingual;
use ledger::{FigureSeed, PeriodRule};

const fn to_date(
    code: &'static str,
    (zh, en): (&'static str, &'static str),
    formula: &'static str,
    format: (&'static str, &'static str),
    (definition_zh, definition_en): (&'static str, &'static str),
) -> FigureSeed {
    FigureSeed {
        code,
        title: Bilingual::new(zh, en),
        formula,
        period: PeriodRule::ToDate,
        format: Bilingual::new(format.0, format.1),
        definition: Bilingual::new(definition_zh, definition_en),
    }
}

const CASES: (&str, &str) = ("38件", "38件 | case/cases");
const RATE: (&str, &str) = ("85.5%", "85.5%");

pub const FIGURES: &[FigureSeed] = &[
    to_date(
        "cases-raised",
        ("群众诉求数", "Cases raised"),
        "serve.case.raised",
        CASES,
        (
            "群众和企业提出的诉求，计在首接单位；同一件重复提交只计一次。",
            "Cases brought by residents and enterprises, counted at the unit that heard them first; sent twice counts once.",
        ),
    ),
    to_date(
        "cases-closed",
        ("办结诉求数", "Cases closed"),
        "serve.case.closed",
        CASES,
        (
            "已办结的诉求，计在牵头单位；协办单位不重复计，重新打开的不再计入。",
            "Closed cases, counted at the lead; units that helped do not count them again, and reopened ones do not count.",
        ),
    ),
    to_date(
        "close-rate",
        ("办结率", "Close rate"),
        "serve.case.closed / serve.case.accepted",
        RATE,
        (
            "办结诉求数除以受理诉求数；不予受理的不计入分母。",
            "Cases closed, divided by cases accepted; refused cases are not in the denominator.",
        ),
    ),
    to_date(
        "on-time-rate",
        ("按时办结率", "On-time rate"),
        "serve.case.closed_on_time / serve.case.due",
        RATE,
        (
            "按时办结的诉求除以应办结的诉求。应办结的，是期限已到的和提前办结的；暂停计时的不计入。",
            "Cases closed on time, divided by cases due: those whose time was up, and those closed before. Cases whose clock stands are left out.",
        ),
    ),
    to_date(
        "satisfaction-rate",
        ("满意率", "Satisfaction rate"),
        "serve.case.satisfied / serve.case.called_back_valid",
        RATE,
        (
            "回访表示满意的诉求除以有效回访的诉求；没有联系上的不计入。",
            "Cases whose asker was satisfied, divided by valid call-backs; whoever could not be reached is left out.",
        ),
    ),
];
