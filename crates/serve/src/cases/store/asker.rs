//! Others who have the same: each follows the case with a code of their own, and the case counts once.
use super::CaseId;
use chrono::NaiveDate;
use kernel::EntryId;
use sea_orm::{QueryOrder, entity::prelude::*};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "serve_case_asker")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry: EntryId,
    pub case_id: CaseId,
    pub joined_on: NaiveDate,
    pub name: Option<Vec<u8>>,
    pub phone: Option<Vec<u8>>,
    pub phone_found_by: Option<Vec<u8>>,
    pub code_found_by: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}

/// In the order in which they joined.
pub async fn of(connection: &impl ConnectionTrait, case: CaseId) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::CaseId.eq(case))
        .order_by_asc(Column::Entry)
        .all(connection)
        .await
}
