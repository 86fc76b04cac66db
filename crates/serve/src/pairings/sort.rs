use crate::cases::case::codes;

codes! {
    /// Who is paired with whom.
    Sort {
        /// A department with a community or village.
        Community = "community",
        /// A branch with a household.
        Household = "household",
        /// A commissioner with an enterprise.
        Enterprise = "enterprise",
    }
}

impl Sort {
    /// Pairings that stand.
    pub fn standing(self) -> String {
        format!("serve.pairing.standing.{}", self.code())
    }

    /// Contacts noted.
    pub fn contacts(self) -> String {
        format!("serve.pairing.contact.{}", self.code())
    }

    /// Kinds of unit that may be helped: a household belongs to a community.
    pub fn helped(self) -> &'static str {
        match self {
            Sort::Community | Sort::Household => "community",
            Sort::Enterprise => "enterprise",
        }
    }

    /// Kinds of unit that may help; a commissioner belongs to any office.
    pub fn may_help(self, kind: &str) -> bool {
        match self {
            Sort::Household => kind == "party_branch",
            Sort::Community | Sort::Enterprise => kind == "department",
        }
    }
}
