//! The parts that units have in cases.
use super::CaseId;
use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use sea_orm::{QueryOrder, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_case_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: CaseId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit: UnitId,
    pub is_lead: bool,
    pub state: String,
    /// The last day to acknowledge it.
    pub acknowledge_by: NaiveDate,
    /// What the unit is to do; empty for the lead.
    pub duty: String,
    /// Its own last day; without one, that of the case.
    pub due_on: Option<NaiveDate>,
    pub answered_by: Option<PersonId>,
    pub answered_on: Option<NaiveDate>,
    pub signed_off_by: Option<PersonId>,
    pub signed_off_on: Option<NaiveDate>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The lead first.
pub async fn of(connection: &impl ConnectionTrait, case: CaseId) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::CaseId.eq(case))
        .order_by_desc(Column::IsLead)
        .order_by_asc(Column::Unit)
        .all(connection)
        .await
}
