//! What belongs to a joint action, line by line.
use super::action::ActionId;
use crate::cases::store::CaseId;
use chrono::NaiveDate;
use kernel::{EntryId, UnitId};
use sea_orm::{QueryOrder, entity::prelude::*};

crate::cases::case::codes! {
    /// What a line is.
    Sort {
        /// A department that takes part.
        Department = "department",
        /// A residents' deputy.
        Deputy = "deputy",
        Volunteer = "volunteer",
        /// Who patrols, on which day, at what time.
        Patrol = "patrol",
        Talk = "talk",
        Agreement = "agreement",
        /// A case that it is about.
        Case = "case",
    }
}

impl Sort {
    /// Whether it happened: then its day is not to come.
    pub(super) fn has_happened(self) -> bool {
        matches!(self, Sort::Talk | Sort::Agreement)
    }

    pub(super) fn needs_who(self) -> bool {
        !matches!(self, Sort::Department | Sort::Case)
    }

    pub(super) fn needs_words(self) -> bool {
        matches!(self, Sort::Patrol | Sort::Talk | Sort::Agreement)
    }
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_joint_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: EntryId,
    pub action: ActionId,
    pub sort: String,
    pub day: NaiveDate,
    pub unit: Option<UnitId>,
    pub who: String,
    /// Of a patrol: when and where; of a talk: what was said; of an agreement: what was agreed.
    pub words: String,
    pub case_id: Option<CaseId>,
    pub handed_to: Option<String>,
    pub handed_on: Option<NaiveDate>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(super) fn sort(&self) -> Sort {
        Sort::from_code(&self.sort).unwrap_or(Sort::Talk)
    }
}

/// All lines of an action, in the order of their days.
pub(super) async fn of(
    connection: &impl ConnectionTrait,
    action: ActionId,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Action.eq(action))
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Entry)
        .all(connection)
        .await
}

/// The units that take part.
pub(super) fn units(lines: &[Model]) -> Vec<UnitId> {
    lines.iter().filter_map(|line| line.unit).collect()
}
