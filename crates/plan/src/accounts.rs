//! What this domain counts. Children of the open accounts are campaigns, and below them level keys or unit kinds.
use kernel::Bilingual;
use ledger::{Account, Flow, Measure};

pub const ACCOUNTS: &[Account] = &[
    account("plan.working_group", "工作组", "Working groups", Flow::Stock),
    account(
        "plan.node",
        "计划条目",
        "Items of the plan",
        Flow::Stock,
    ),
    account(
        "plan.task_done",
        "已销号任务",
        "Tasks signed off",
        Flow::Stock,
    ),
    account("plan.task_report", "任务反馈", "Task reports", Flow::Flow),
    account("plan.briefing", "动员会", "Briefings", Flow::Flow),
    account(
        "plan.attendance",
        "参加动员人次",
        "Attendance at briefings",
        Flow::Flow,
    ),
    account(
        "plan.mobilised.unit",
        "已动员的组织",
        "Organisations mobilised",
        Flow::Flow,
    ),
    account(
        "plan.mobilised.member",
        "已动员的党员",
        "Members mobilised",
        Flow::Flow,
    ),
];

const fn account(code: &'static str, zh: &'static str, en: &'static str, flow: Flow) -> Account {
    Account {
        code,
        title: Bilingual::new(zh, en),
        flow,
        measure: Measure::Count,
        open: true,
    }
}

/// The leading group and the office are bodies too, but only working groups are counted here.
pub fn working_group(campaign: &str) -> String {
    format!("plan.working_group.{campaign}")
}

/// +1 at the lead unit, or at the campaign's organiser for items that have none.
pub fn node(campaign: &str, level: &str) -> String {
    format!("plan.node.{campaign}.{level}")
}

pub fn task_done(campaign: &str) -> String {
    format!("plan.task_done.{campaign}")
}

pub fn task_report(campaign: &str) -> String {
    format!("plan.task_report.{campaign}")
}

pub fn briefing(campaign: &str) -> String {
    format!("plan.briefing.{campaign}")
}

/// Person-times: whoever comes twice counts twice.
pub fn attendance(campaign: &str) -> String {
    format!("plan.attendance.{campaign}")
}

/// Once for each unit, by its kind.
pub fn unit_mobilised(campaign: &str, kind: &str) -> String {
    format!("plan.mobilised.unit.{campaign}.{kind}")
}

/// Once for each person.
pub fn member_mobilised(campaign: &str) -> String {
    format!("plan.mobilised.member.{campaign}")
}
