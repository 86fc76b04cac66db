//! What this domain counts. Children of the open accounts are kinds, counters, services.
use kernel::Bilingual;
use ledger::{Account, Flow, Measure};

pub const ACCOUNTS: &[Account] = &[
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
