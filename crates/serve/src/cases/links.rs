//! Addresses that other pages lead to.
use super::{case::Act, store::CaseId};

pub(crate) const CASES: &str = "/cases";
pub(crate) const NEW: &str = "/cases/new";
pub(crate) const TELL_US: &str = "/tell-us";
pub(crate) const FOLLOW: &str = "/follow";
pub(crate) const OPINIONS: &str = "/follow/opinions";

pub(crate) const NOTICES: &str = "/cases/notices";
pub(crate) const LIMITS: &str = "/cases/limits";
pub(crate) const FALLBACK: &str = "/cases/fallback";
pub(crate) const TEMPLATES: &str = "/cases/templates";
pub(crate) const EXCLUSIONS: &str = "/cases/exclusions";
pub(crate) const RATES: &str = "/cases/rates";
pub(crate) const BOARD: &str = "/cases/board";
pub(crate) const BULLETIN: &str = "/cases/bulletin";

/// To the page where a case is followed, with the code filled in.
pub(crate) fn follow(code: &str) -> String {
    format!("{FOLLOW}?code={code}")
}

/// "I have the same": for whoever sees a case like theirs.
pub(crate) fn join(case: CaseId) -> String {
    format!("/tell-us/{case}/joins")
}

/// Where an officer writes down another who has the same.
pub(crate) fn askers(case: CaseId) -> String {
    format!("/cases/{case}/askers")
}

/// Where a form that is still being written asks for cases like it.
pub(crate) fn similar_to(form: &str) -> String {
    match form {
        NEW => "/cases/similar".to_owned(),
        _ => "/tell-us/similar".to_owned(),
    }
}

pub(crate) fn split(case: CaseId) -> String {
    format!("/cases/{case}/split")
}

pub(crate) fn case(case: CaseId) -> String {
    format!("/cases/{case}")
}

pub(crate) fn act(case: CaseId, act: Act) -> String {
    format!("/cases/{case}/{}", act.code())
}
