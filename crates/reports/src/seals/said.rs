//! What does not agree with a seal, in words for whoever has to look into it.
use crate::words;
use kernel::Lang;
use ledger::seal::{Finding, NotPrinted, Row, What};

pub fn in_words(finding: &Finding, lang: Lang) -> String {
    let t = words::texts(lang);
    let row = match &finding.row {
        Row::Entry { seq } => t.seal_row_entry(*seq),
        Row::Posting { seq, line } => t.seal_row_posting(*seq, *line),
        Row::Edge { version } => t.seal_row_edge(*version),
        Row::Account { id } => t.seal_row_account(*id),
        Row::Figure { code, version } => t.seal_row_figure(code.as_str(), *version),
        Row::Leaf { place } => t.seal_row_leaf(*place),
        Row::Seal => t.seal_row_seal(),
    };
    let what = match (finding.what, finding.column, finding.now.as_deref()) {
        (What::Changed, Some(column), Some(now)) => t.seal_changed_to(column, now),
        (What::Changed, Some(column), None) => t.seal_changed(column),
        (What::Changed, None, _) => t.seal_changed_somewhere(),
        (What::Missing, ..) => t.seal_missing(),
        (What::Added, ..) => t.seal_added(),
        (What::Unchained, ..) => t.seal_unchained(),
        (What::Together, ..) => t.seal_together(),
    };
    let day = finding.day.map_or_else(String::new, |day| day.to_string());
    t.seal_finding(finding.seal, day, row, what)
}

/// Why what was typed is no seal.
pub fn unreadable(problem: NotPrinted, lang: Lang) -> String {
    let t = words::texts(lang);
    match problem {
        NotPrinted::NoSeal => t.seal_not_a_seal(),
        NotPrinted::Length(count) => t.seal_wrong_length(count as i64),
        NotPrinted::Sign(sign) => t.seal_wrong_sign(sign.to_string()),
        NotPrinted::Slip => t.seal_slip(),
    }
}
