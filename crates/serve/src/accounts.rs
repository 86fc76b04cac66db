//! What this domain counts. Children of the open accounts are kinds, counters, services.
use kernel::Bilingual;
use ledger::{Account, Flow, Measure};

pub const CASE_ACCEPTED: &str = "serve.case.accepted";
pub const CASE_CLOSED: &str = "serve.case.closed";
pub const CASE_CLOSED_ON_TIME: &str = "serve.case.closed_on_time";
pub const CASE_DUE: &str = "serve.case.due";
pub const CASE_SATISFIED: &str = "serve.case.satisfied";
pub const CASE_CALLED_BACK: &str = "serve.case.called_back_valid";

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
