//! What was written with an act. The book keeps that it was done; the words stand here, where they can be purged.
use super::CaseId;
use chrono::NaiveDate;
use kernel::{EntryId, UnitId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_case_note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: EntryId,
    pub case_id: CaseId,
    pub act: String,
    pub day: NaiveDate,
    pub unit: UnitId,
    /// For whoever asked.
    pub said: String,
    /// For the office.
    pub noted: String,
}

impl ActiveModelBehavior for ActiveModel {}

pub async fn of(connection: &impl ConnectionTrait, case: CaseId) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::CaseId.eq(case))
        .all(connection)
        .await
}
