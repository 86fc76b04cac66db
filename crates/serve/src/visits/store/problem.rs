use super::VisitId;
use crate::cases::{case::codes, store::CaseId};
use sea_orm::entity::prelude::*;

codes! {
    /// What became of a problem that was heard.
    Fate {
        /// Handled as a case, in which somebody is to be helped.
        Help = "help",
        /// Handled as a case, which suggests something.
        Suggestion = "suggestion",
        /// Solved on the spot.
        Solved = "solved",
    }
}

/// A problem or suggestion that was heard on a visit.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_visit_problem")]
pub struct Model {
    /// Of one that became a case, also the case's.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub visit: VisitId,
    pub position: i32,
    pub body: String,
    pub fate: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn fate(&self) -> Fate {
        Fate::from_code(&self.fate).unwrap_or(Fate::Help)
    }

    /// The case that it became.
    pub fn case(&self) -> Option<CaseId> {
        (self.fate() != Fate::Solved).then_some(CaseId(self.id))
    }
}
