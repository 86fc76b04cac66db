//! What is wrong with a formula, in words: place, reason, remedy.
use crate::words;
use kernel::Lang;
use ledger::figure::FormulaError;

pub fn text(error: &FormulaError, lang: Lang) -> String {
    let t = words::texts(lang);
    match error {
        FormulaError::Empty => t.formula_empty(),
        FormulaError::Unexpected { found, .. } if found.is_empty() => t.formula_ends_early(),
        FormulaError::Unexpected { at, found } => t.formula_unexpected(*at, found.as_str()),
        FormulaError::UnknownAccount { at, code, nearest } if nearest.is_empty() => {
            t.formula_no_such_account(*at, code.as_str())
        }
        FormulaError::UnknownAccount { at, code, nearest } => {
            t.formula_unknown_account(*at, code.as_str(), nearest.as_str())
        }
        FormulaError::Mixed { first, second } => t.formula_mixed(first.as_str(), second.as_str()),
        FormulaError::CountWithShare { at } => t.formula_count_with_share(*at),
        FormulaError::SharesAdded { at } => t.formula_shares_added(*at),
        FormulaError::NotOfAShare { at } => t.formula_not_of_a_share(*at),
        FormulaError::HighestOfAccounts { at } => t.formula_highest_of_accounts(*at),
        FormulaError::NoCampaign => t.formula_no_campaign(),
    }
}
