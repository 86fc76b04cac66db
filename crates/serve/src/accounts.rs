//! What this domain counts. Children of the open accounts are kinds, counters, services.
use kernel::Bilingual;
use ledger::{Account, Flow, Measure};

/// Places offered, on the session's day.
pub const SESSION_OFFERED: &str = "serve.session.offered";
/// Places booked, on the session's day.
pub const SESSION_BOOKED: &str = "serve.session.booked";
/// Persons served.
pub const SESSION_SERVED: &str = "serve.session.served";
/// Sessions at which somebody was served, once each.
pub const SESSION_HELD: &str = "serve.session.held";

pub const ACCOUNTS: &[Account] = &[
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

const fn account(
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    measure: Measure,
) -> Account {
    Account {
        code,
        title: Bilingual::new(zh, en),
        flow: Flow::Flow,
        measure,
        open: true,
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
