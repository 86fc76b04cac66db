//! The figures that this domain brings along.
use kernel::Bilingual;
use ledger::{FigureSeed, PeriodRule};

const fn seed(
    code: &'static str,
    (zh, en): (&'static str, &'static str),
    formula: &'static str,
    period: PeriodRule,
    format: (&'static str, &'static str),
    (definition_zh, definition_en): (&'static str, &'static str),
) -> FigureSeed {
    FigureSeed {
        code,
        title: Bilingual::new(zh, en),
        formula,
        period,
        format: Bilingual::new(format.0, format.1),
        definition: Bilingual::new(definition_zh, definition_en),
    }
}

pub const FIGURES: &[FigureSeed] = &[
    seed(
        "working-groups",
        ("工作组数", "Working groups"),
        "plan.working_group.$campaign",
        PeriodRule::ToDate,
        ("3个", "3个 | working group/working groups"),
        (
            "活动领导小组办公室下设的工作组；领导小组和办公室本身不计。",
            "Working groups under the office of the campaign's leading group; the leading group and the office themselves are not counted.",
        ),
    ),
    seed(
        "themes",
        ("专题数", "Themes"),
        "plan.node.$campaign.theme",
        PeriodRule::ToDate,
        ("5个", "5个 | theme/themes"),
        (
            "计划中的专题，不含已移出计划的。",
            "Themes in the plan, without those taken out of it.",
        ),
    ),
    seed(
        "measures",
        ("重点举措数", "Key measures"),
        "plan.node.$campaign.measure",
        PeriodRule::ToDate,
        ("24项", "24项 | measure/measures"),
        (
            "计划中各专题下的重点举措，不含已移出计划的。",
            "Key measures under the themes of the plan, without those taken out of it.",
        ),
    ),
    seed(
        "tasks",
        ("具体任务数", "Tasks"),
        "plan.node.$campaign.task",
        PeriodRule::ToDate,
        ("62项", "62项 | task/tasks"),
        (
            "计划中的具体任务，计在牵头单位，不含已移出计划的。",
            "Tasks of the plan, counted at their lead units, without those taken out of it.",
        ),
    ),
    seed(
        "tasks-done",
        ("已销号任务数", "Tasks signed off"),
        "plan.task_done.$campaign",
        PeriodRule::ToDate,
        ("62项", "62项 | task/tasks"),
        (
            "经他人核查后销号的任务；重新打开的不再计入。",
            "Tasks signed off by somebody other than who did them; reopened ones do not count.",
        ),
    ),
    seed(
        "tasks-done-share",
        ("任务销号率", "Share of tasks signed off"),
        "plan.task_done.$campaign / plan.node.$campaign.task",
        PeriodRule::ToDate,
        ("85.5%", "85.5%"),
        (
            "已销号任务数除以具体任务数。",
            "Tasks signed off, divided by all tasks of the plan.",
        ),
    ),
    seed(
        "task-reports",
        ("任务反馈数", "Task reports"),
        "plan.task_report.$campaign",
        PeriodRule::Campaign,
        ("120条", "120条 | report/reports"),
        (
            "各单位对任务完成情况的反馈，计在反馈单位。",
            "Reports of what was achieved, counted at the unit that reported.",
        ),
    ),
    seed(
        "briefings-held",
        ("动员会场次", "Briefings held"),
        "plan.briefing.$campaign",
        PeriodRule::Campaign,
        ("46场", "46场 | briefing/briefings"),
        (
            "已记录的动员会、传达会和上门动员，计在组织单位。",
            "Briefings that were recorded, counted at the unit that held them.",
        ),
    ),
    seed(
        "briefing-attendance",
        ("参加动员人次", "Attendance at briefings"),
        "plan.attendance.$campaign",
        PeriodRule::Campaign,
        ("5200人次", "5200人次 | attendance/attendances"),
        (
            "参加动员的人次；同一人参加几次计几次，含只有人数没有名单的。",
            "Person-times at briefings: whoever comes twice counts twice; headcounts without names are included.",
        ),
    ),
    seed(
        "committees-mobilised",
        ("动员党委数", "Party committees mobilised"),
        "plan.mobilised.unit.$campaign.party_committee",
        PeriodRule::Campaign,
        ("9个", "9个 | committee/committees"),
        (
            "参加过动员的党委；参加几次都只计一次。",
            "Party committees that were briefed; each counts once however often.",
        ),
    ),
    seed(
        "general-branches-mobilised",
        ("动员党总支数", "General branches mobilised"),
        "plan.mobilised.unit.$campaign.general_branch",
        PeriodRule::Campaign,
        ("11个", "11个 | general branch/general branches"),
        (
            "参加过动员的党总支；参加几次都只计一次。",
            "General branches that were briefed; each counts once however often.",
        ),
    ),
    seed(
        "branches-mobilised",
        ("动员党支部数", "Branches mobilised"),
        "plan.mobilised.unit.$campaign.party_branch",
        PeriodRule::Campaign,
        ("211个", "211个 | branch/branches"),
        (
            "参加过动员的党支部；参加几次都只计一次。",
            "Party branches that were briefed; each counts once however often.",
        ),
    ),
    seed(
        "members-mobilised",
        ("动员党员数", "Members mobilised"),
        "plan.mobilised.member.$campaign",
        PeriodRule::Campaign,
        ("3900余名", "3900余名 | member/members"),
        (
            "参加过动员的党员；每人只计一次，计在当天所在支部。只有人数没有名单的，按该支部尚未记名的党员计，不会超过党员总数。",
            "Members who were briefed; each counts once, at the branch they belonged to that day. Headcounts without names count as members of the branch not yet known by name, never more than there are.",
        ),
    ),
    seed(
        "committees-coverage",
        ("党委动员覆盖率", "Coverage of party committees"),
        "plan.mobilised.unit.$campaign.party_committee / orgs.unit.party_committee",
        PeriodRule::ToDate,
        ("85.5%", "85.5%"),
        ("动员党委数除以党委总数。", "Committees mobilised, divided by all committees."),
    ),
    seed(
        "general-branches-coverage",
        ("党总支动员覆盖率", "Coverage of general branches"),
        "plan.mobilised.unit.$campaign.general_branch / orgs.unit.general_branch",
        PeriodRule::ToDate,
        ("85.5%", "85.5%"),
        (
            "动员党总支数除以党总支总数。",
            "General branches mobilised, divided by all general branches.",
        ),
    ),
    seed(
        "branches-coverage",
        ("党支部动员覆盖率", "Coverage of branches"),
        "plan.mobilised.unit.$campaign.party_branch / orgs.unit.party_branch",
        PeriodRule::ToDate,
        ("85.5%", "85.5%"),
        ("动员党支部数除以党支部总数。", "Branches mobilised, divided by all branches."),
    ),
    seed(
        "members-coverage",
        ("党员动员覆盖率", "Coverage of members"),
        "plan.mobilised.member.$campaign / orgs.member",
        PeriodRule::ToDate,
        ("85.5%", "85.5%"),
        ("动员党员数除以党员总数。", "Members mobilised, divided by all members."),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_is_shown_in_a_format_that_is_understood_in_both_languages() {
        for figure in FIGURES {
            for format in [figure.format.zh, figure.format.en] {
                let read = kernel::number::NumberFormat::from_example(format);
                assert!(read.is_ok(), "{}: {format}: {read:?}", figure.code);
            }
        }
    }
}
