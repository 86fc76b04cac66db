//! What this domain counts. Children of the open accounts are kinds, counters, services.
use ledger::Account;

pub const ACCOUNTS: &[Account] = &[];
