//! Whom one calls on. What is counted is counted apart for each.
use crate::cases::case::codes;

codes! {
    Audience {
        Enterprise = "enterprise",
        /// A community, a village, a branch: whatever unit is no enterprise.
        Grassroots = "grassroots",
        /// A household of a community.
        Household = "household",
    }
}

impl Audience {
    /// From the kind of the unit that was called on, and whether it was one of its households.
    pub fn of(unit_kind: &str, is_household: bool) -> Audience {
        match (is_household, unit_kind) {
            (true, _) => Audience::Household,
            (false, "enterprise") => Audience::Enterprise,
            (false, _) => Audience::Grassroots,
        }
    }

    /// Visits, once each.
    pub fn held(self) -> String {
        format!("serve.visit.held.{}", self.code())
    }

    /// People who went, once for each visit.
    pub fn went(self) -> String {
        format!("serve.visit.went.{}", self.code())
    }

    /// Problems and suggestions heard.
    pub fn problems(self) -> String {
        format!("serve.visit.problem.{}", self.code())
    }

    /// Of those, solved on the spot or by a case that was closed.
    pub const fn solved(self) -> &'static str {
        match self {
            Audience::Enterprise => "serve.visit.solved.enterprise",
            Audience::Grassroots => "serve.visit.solved.grassroots",
            Audience::Household => "serve.visit.solved.household",
        }
    }
}
