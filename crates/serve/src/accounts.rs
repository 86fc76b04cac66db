//! What this domain counts. Children of the open accounts are kinds, counters, services.
use kernel::Bilingual;
use ledger::{Account, Flow, Measure};

pub const CASE_ACCEPTED: &str = "serve.case.accepted";
pub const CASE_CLOSED: &str = "serve.case.closed";
pub const CASE_CLOSED_ON_TIME: &str = "serve.case.closed_on_time";
pub const CASE_DUE: &str = "serve.case.due";
pub const CASE_SATISFIED: &str = "serve.case.satisfied";
pub const CASE_CALLED_BACK: &str = "serve.case.called_back_valid";
/// Acknowledged in time by the first lead.
pub const CASE_RESPONDED: &str = "serve.case.responded";
/// Confirmed as fixed, by somebody who did not handle it.
pub const CASE_SOLVED: &str = "serve.case.solved";
/// At the lead, once a case.
pub const CASE_LED: &str = "serve.case.led";
/// At each unit that helps.
pub const CASE_HELPED: &str = "serve.case.helped";

/// Patrols of joint actions that were handed over, on the day of the patrol.
pub const JOINT_PATROL: &str = "serve.joint_action.patrol";
/// Talks held in joint actions.
pub const JOINT_TALK: &str = "serve.joint_action.talk";

/// Places offered, on the session's day.
pub const SESSION_OFFERED: &str = "serve.session.offered";
/// Places booked, on the session's day.
pub const SESSION_BOOKED: &str = "serve.session.booked";
/// Persons served.
pub const SESSION_SERVED: &str = "serve.session.served";
/// Sessions at which somebody was served, once each.
pub const SESSION_HELD: &str = "serve.session.held";

/// Service days on which something was held, once each, at the top of the tree.
pub const SERVICE_DAY_HELD: &str = "serve.service_day.held";
/// Their projects at which somebody came.
pub const SERVICE_DAY_PROJECT: &str = "serve.service_day.project";
/// People who came to projects.
pub const SERVICE_DAY_CAME: &str = "serve.service_day.came";
/// Hours of all who came together; never of a person.
pub const SERVICE_DAY_HOURS: &str = "serve.service_day.hours";

/// Wishes, at the unit that keeps them.
pub const WISH_MADE: &str = "serve.wish.made";
pub const WISH_PUBLISHED: &str = "serve.wish.published";
/// Wishes at the unit that lit them; back on the wall they count no longer.
pub const WISH_LIT: &str = "serve.wish.lit";
pub const WISH_FULFILLED: &str = "serve.wish.fulfilled";
pub const WISH_THANKED: &str = "serve.wish.thanked";

pub const ACCOUNTS: &[Account] = &[
    open("serve.case.raised", "群众诉求", "Cases raised"),
    closed(CASE_ACCEPTED, "已受理的诉求", "Cases accepted"),
    closed(CASE_CLOSED, "已办结的诉求", "Cases closed"),
    closed(
        CASE_CLOSED_ON_TIME,
        "按时办结的诉求",
        "Cases closed on time",
    ),
    closed(CASE_DUE, "应办结的诉求", "Cases due"),
    closed(
        CASE_SATISFIED,
        "回访满意的诉求",
        "Cases with a satisfied call-back",
    ),
    closed(
        CASE_CALLED_BACK,
        "有效回访的诉求",
        "Cases with a valid call-back",
    ),
    closed(
        CASE_RESPONDED,
        "按时签收的诉求",
        "Cases acknowledged in time",
    ),
    closed(CASE_SOLVED, "确认已解决的诉求", "Cases confirmed as fixed"),
    closed(CASE_LED, "牵头办理的诉求", "Cases led"),
    closed(CASE_HELPED, "协办的诉求", "Cases helped with"),
    closed(JOINT_PATROL, "联合行动巡查", "Patrols of joint actions"),
    closed(JOINT_TALK, "联合行动协商", "Talks of joint actions"),
    closed("serve.topic.set", "调研课题", "Research topics"),
    closed(
        "serve.topic.concluded",
        "已结题的调研课题",
        "Research topics concluded",
    ),
    Account {
        flow: Flow::Stock,
        ..open("serve.pairing.standing", "结对", "Pairings")
    },
    open("serve.pairing.contact", "结对联系", "Contacts of pairs"),
    open("serve.visit.held", "走访次数", "Visits"),
    open("serve.visit.went", "走访人次", "People who went on visits"),
    open(
        "serve.visit.problem",
        "走访中收集的问题和建议",
        "Problems and suggestions heard on visits",
    ),
    open(
        "serve.visit.solved",
        "走访中收集并已解决的问题",
        "Problems heard on visits and solved",
    ),
    account(
        SESSION_OFFERED,
        "服务场次名额",
        "Places offered at sessions",
        Measure::Count,
    ),
    account(
        SESSION_BOOKED,
        "服务场次预约人数",
        "Places booked at sessions",
        Measure::Count,
    ),
    account(
        SESSION_SERVED,
        "服务场次服务人数",
        "Persons served at sessions",
        Measure::Count,
    ),
    account(
        SESSION_HELD,
        "举办的服务场次",
        "Sessions held",
        Measure::Count,
    ),
    closed(SERVICE_DAY_HELD, "开展的服务日", "Service days held"),
    closed(
        SERVICE_DAY_PROJECT,
        "服务日开展的项目",
        "Projects of service days held",
    ),
    closed(
        SERVICE_DAY_CAME,
        "服务日到场人次",
        "People who came to service days",
    ),
    closed(SERVICE_DAY_HOURS, "服务日总时长", "Hours of service days"),
    closed(WISH_MADE, "提出的微心愿", "Wishes made"),
    closed(WISH_PUBLISHED, "上墙的微心愿", "Wishes on the wall"),
    closed(WISH_LIT, "点亮的微心愿", "Wishes lit"),
    closed(WISH_FULFILLED, "实现的微心愿", "Wishes made true"),
    closed(WISH_THANKED, "致谢的微心愿", "Wishes thanked for"),
    account(
        "serve.result",
        "部门成果",
        "Department results",
        Measure::Count,
    ),
    account(
        "serve.result_money",
        "部门成果金额",
        "Department results in money",
        Measure::Fen,
    ),
];

/// By kind, at the unit that heard it.
pub fn case_raised(kind: &str) -> String {
    format!("serve.case.raised.{kind}")
}

const fn open(code: &'static str, zh: &'static str, en: &'static str) -> Account {
    Account {
        code,
        title: Bilingual::new(zh, en),
        flow: Flow::Flow,
        measure: Measure::Count,
        open: true,
    }
}

const fn closed(code: &'static str, zh: &'static str, en: &'static str) -> Account {
    Account {
        open: false,
        ..open(code, zh, en)
    }
}

const fn account(
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    measure: Measure,
) -> Account {
    Account {
        measure,
        ..open(code, zh, en)
    }
}

/// What a department counts in pieces, by counter.
pub fn result(counter: &str) -> String {
    format!("serve.result.{counter}")
}

/// What a department counts in fen, by counter.
pub fn money_result(counter: &str) -> String {
    format!("serve.result_money.{counter}")
}
