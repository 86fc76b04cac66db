//! Addresses that other pages lead to.
use super::{case::Act, store::CaseId};

pub(crate) const CASES: &str = "/cases";
pub(crate) const NEW: &str = "/cases/new";
pub(crate) const TELL_US: &str = "/tell-us";
pub(crate) const FOLLOW: &str = "/follow";

pub(crate) fn case(case: CaseId) -> String {
    format!("/cases/{case}")
}

pub(crate) fn act(case: CaseId, act: Act) -> String {
    format!("/cases/{case}/{}", act.code())
}
